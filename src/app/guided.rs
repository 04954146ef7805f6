//! The guided start: a dozen answers about how a team sells, and the first playbook from them.
//!
//! Owns which answer changes what. Refuses to word rules: sentences come in as they are to stand.
//! Invariant: the playbook is based on the pack given, keeps its ids, and has no faults where the
//! pack has none.

mod said;
mod stages;

pub use said::{Guided, GuidedWords};

use crate::domain::ids::{PlaybookId, QuestionId};
use crate::domain::playbook::rule::{AnswerTest, Criterion, Rule, Test};
use crate::domain::playbook::words::{Action, is_plain_link};
use crate::domain::playbook::{OutcomeText, Playbook};
use crate::domain::range::Range;
use stages::stages;

/// Writes the first playbook. `revision` counts from 1 again.
pub fn first_playbook(pack: &Playbook, said: &Guided, words: &GuidedWords) -> Playbook {
    let mut playbook = pack.clone();
    playbook.based_on = Some(pack.based_on.clone().unwrap_or_else(|| pack.id.clone()));
    playbook.id = PlaybookId::new(slug(&words.title).unwrap_or_else(|| pack.id.to_string()));
    playbook.revision = 1;
    words.title.clone_into(&mut playbook.title);
    organisation(&mut playbook, said, words);
    wording(&mut playbook, "pain", &said.pain);
    wording(&mut playbook, "situation", &said.situation);
    interest(&mut playbook, said, words);
    early(&mut playbook, said);
    stages(&mut playbook, &said.stages);
    if let (Some(model), Some(start)) = (&mut playbook.chance, said.start_chance)
        && start > 0.0
        && start < model.complete
    {
        model.start = start;
    }
    if !said.sources.is_empty() {
        playbook.sources.retain(|source| said.sources.contains(&source.id));
    }
    outcomes(&mut playbook, said, words);
    playbook
}

/// A short word of letters, digits and hyphens; none where nothing is left.
pub(super) fn slug(title: &str) -> Option<String> {
    let plain = title.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    let plain: String = plain.collect::<String>().to_ascii_lowercase();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

fn organisation(playbook: &mut Playbook, said: &Guided, words: &GuidedWords) {
    let size = Range {
        from: said.least_employees.map(f64::from),
        to: said.most_employees.map(f64::from),
        ..Range::default()
    };
    if size != Range::default() && !size.is_empty() {
        set_rule(playbook, "size", "employees", Test::Within(size), &words.size);
    }
    if !said.industries.is_empty() {
        let test = Test::In(said.industries.clone());
        set_rule(playbook, "industry", "industry", test, &words.industry);
    }
    if !said.countries.is_empty() {
        let test = Test::In(said.countries.clone());
        set_rule(playbook, "location", "country", test, &words.location);
    }
}

fn criterion<'p>(playbook: &'p mut Playbook, id: &str) -> Option<&'p mut Criterion> {
    playbook.criteria.iter_mut().find(|criterion| criterion.id.as_str() == id)
}

fn set_rule(
    playbook: &mut Playbook,
    id: &str,
    question: &str,
    is: Test,
    (rule_text, reason): &(String, String),
) {
    let Some(criterion) = criterion(playbook, id) else { return };
    let question = QuestionId::from(question);
    criterion.rule = Rule::Answer(AnswerTest { question, is, evidence: None });
    rule_text.clone_into(&mut criterion.rule_text);
    if let Some(knock_out) = &mut criterion.knock_out {
        reason.clone_into(&mut knock_out.reason);
    }
}

/// The visitor's question in the team's own words.
fn wording(playbook: &mut Playbook, id: &str, words: &str) {
    let words = words.trim();
    let question = playbook.questions.iter_mut().find(|question| question.id.as_str() == id);
    if let Some(question) = question.filter(|_| !words.is_empty()) {
        question.ask = Some(words.to_owned());
    }
}

/// How old a problem may be: the limit stands in the test of its age.
fn interest(playbook: &mut Playbook, said: &Guided, words: &GuidedWords) {
    let Some(years) = said.old_after_years else { return };
    let Some(criterion) = criterion(playbook, "interest") else { return };
    let to = Range { to: Some(f64::from(years)), ..Range::default() };
    if set_limit(&mut criterion.rule, &QuestionId::from("problem_age"), to) {
        words.interest.clone_into(&mut criterion.rule_text);
    }
}

fn set_limit(rule: &mut Rule, question: &QuestionId, limit: Range) -> bool {
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            branches
                .iter_mut()
                .filter_map(|branch| set_limit(branch, question, limit).then_some(()))
                .count()
                > 0
        }
        Rule::Not(branch) => set_limit(branch, question, limit),
        Rule::Criterion(_) => false,
        Rule::Answer(test) => match &mut test.is {
            Test::Within(range) if &test.question == question => {
                *range = limit;
                true
            }
            _ => false,
        },
    }
}

/// What this team wants to know before it speaks of an opportunity.
fn early(playbook: &mut Playbook, said: &Guided) {
    let slots = playbook.chance.iter().flat_map(|model| &model.slots);
    let slots: Vec<_> = slots.map(|slot| slot.criterion.clone()).collect();
    let wanted = [(said.budget_first, "budget"), (said.authority_first, "decider_confirmed")];
    for (_, question) in wanted.iter().filter(|(first, _)| *first) {
        let reads = |criterion: &&Criterion| {
            let read = playbook.questions_read([&criterion.rule]);
            slots.contains(&criterion.id) && read.iter().any(|q| q.id.as_str() == *question)
        };
        let id = playbook.criteria.iter().find(reads).map(|criterion| criterion.id.clone());
        if let Some(id) = id.filter(|id| !playbook.gates.opportunity.contains(id)) {
            playbook.gates.opportunity.push(id);
        }
    }
}

fn outcomes(playbook: &mut Playbook, said: &Guided, words: &GuidedWords) {
    let instead = said.instead.trim();
    if !instead.is_empty() {
        for criterion in &mut playbook.criteria {
            if let Some(knock_out) = &mut criterion.knock_out {
                instead.clone_into(&mut knock_out.alternative);
            }
        }
    }
    let link = said.link.trim();
    if let Some(outcomes) = playbook.outcomes.as_mut().filter(|_| is_plain_link(link)) {
        let go_on = |outcome: &mut OutcomeText| {
            outcome.action = Some(Action { title: words.action.clone(), link: link.to_owned() });
        };
        go_on(&mut outcomes.prospect);
        go_on(&mut outcomes.opportunity);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::playbook::check::check;
    use crate::domain::position::Position;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../playbooks/pain-interest-fit.json")).unwrap()
    }

    fn words() -> GuidedWords {
        let pair = |word: &str| (format!("{word} rule"), format!("{word} reason"));
        GuidedWords {
            title: "Crates & More".to_owned(),
            size: pair("size"),
            industry: pair("industry"),
            location: pair("location"),
            interest: "interest rule".to_owned(),
            action: "Book a call".to_owned(),
        }
    }

    fn first(said: &Guided) -> Playbook {
        let playbook = first_playbook(&pack(), said, &words());
        assert_eq!(check(&playbook), []);
        playbook
    }

    #[test]
    fn nothing_said_is_the_pack_under_another_name() {
        let playbook = first(&Guided::default());
        assert_eq!(playbook.id.as_str(), "crates-more");
        assert_eq!(playbook.based_on, Some(pack().id));
        assert_eq!((playbook.criteria, playbook.stages), (pack().criteria, pack().stages));
    }

    #[test]
    fn rules_follow_what_was_said() {
        let playbook = first(&Guided {
            least_employees: Some(20),
            most_employees: Some(500),
            countries: vec!["BE".into()],
            pain: "Do crates get lost?".to_owned(),
            old_after_years: Some(3),
            budget_first: true,
            authority_first: true,
            start_chance: Some(0.1),
            instead: "Try a box.".to_owned(),
            link: "javascript:alert(1)".to_owned(),
            ..Guided::default()
        });
        let json = serde_json::to_string(&playbook).unwrap();
        for expected in [
            r#""within":{"from":20.0,"to":500.0}"#,
            r#""rule_text":"size rule""#,
            r#""in":["BE"]"#,
            r#""ask":"Do crates get lost?""#,
            r#""within":{"to":3.0}"#,
            r#""start":0.1"#,
            r#""alternative":"Try a box.""#,
        ] {
            assert!(json.contains(expected), "{expected}");
        }
        assert!(!json.contains("javascript"), "no link into a script");
        assert_eq!(playbook.gates.opportunity.len(), pack().gates.opportunity.len() + 2);
    }

    #[test]
    fn stages_keep_their_ids_and_what_is_too_many_becomes_the_last() {
        let named = |names: &[&str]| {
            let stages = names.iter().map(|name| (*name).to_owned()).collect();
            first(&Guided { stages, ..Guided::default() })
        };
        let two = named(&["Talk", "Sign"]);
        assert_eq!(two.path().len(), 5);
        let closing = Position::Stage(pack().stages[3].id.clone());
        assert_eq!(two.rank(&closing), 3, "what was in closing is in the last stage now");
        let exits = |playbook: &Playbook| {
            playbook.stages.iter().map(|stage| stage.exit.len()).sum::<usize>()
        };
        assert_eq!(exits(&two), exits(&pack()), "nothing asked for is lost");
        let six = named(&["A", "B", "C", "D", "E", "E"]);
        let ids: Vec<_> = six.stages.iter().map(|stage| stage.id.as_str()).collect();
        assert_eq!(ids[..4], pack().stages.iter().map(|s| s.id.as_str()).collect::<Vec<_>>());
        assert_eq!(ids[4..], ["e", "e-2"]);
    }
}
