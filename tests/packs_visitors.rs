//! What visitors of every playbook that ships are given, asked and told.

mod support;

use ripen::app::wizard::{Extent, Run, Step};
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::assess::{Verdict, judge_answers};
use ripen::domain::evaluate::Reading;
use ripen::domain::event::By;
use ripen::domain::ids::QuestionId;
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::question::{Face, Question, QuestionKind};
use ripen::domain::playbook::rule::{Rule, Test};
use ripen::domain::position::{Level, Position};
use ripen::domain::value::Value;
use ripen::domain::when::When;
use support::story::{choice, number};
use support::{pack, playbook, playbooks, today};

/// The most a visitor is asked, one optional question included.
const MOST: usize = 14;

/// What a visitor is told at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    NotAFit,
    Level(Level),
}

fn run<'a>(playbook: &'a Playbook, answers: &'a Answers) -> Run<'a> {
    let (face, position, extent) = (Face::Visitor, &Position::Lead, Extent::Needed);
    Run { playbook, answers, face, position, extent, today: today() }
}

fn told(playbook: &Playbook, answers: &Answers) -> Told {
    if run(playbook, answers).is_knocked_out() {
        return Told::NotAFit;
    }
    Told::Level(judge_answers(playbook, answers, Reading::AsClaimed, today()).0)
}

fn record(answers: &mut Answers, question: &QuestionId, value: Value) {
    let (at, by, note) = (When::Day(today()), By::Visitor, None);
    answers.record(question.clone(), Given { value, evidence: Evidence::Claimed, at, by, note });
}

/// What a visitor can choose.
fn choices(question: &Question) -> Vec<Value> {
    match &question.kind {
        QuestionKind::Choice { options } => {
            options.iter().map(|option| Value::Choice(option.id.clone())).collect()
        }
        QuestionKind::Several { options } => {
            options.iter().map(|option| Value::Several(vec![option.id.clone()])).collect()
        }
        QuestionKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        QuestionKind::Number { bands, .. } => {
            bands.iter().map(|band| Value::Band(band.range)).collect()
        }
        QuestionKind::Text => vec![Value::Text("Dana, head of service".to_owned())],
        other => panic!("no visitor is asked for {other:?}"),
    }
}

/// How much is open and how much fails below Opportunity, failures first.
fn distance(playbook: &Playbook, answers: &Answers) -> (usize, usize) {
    let (_, gates) = judge_answers(playbook, answers, Reading::AsClaimed, today());
    let count = |wanted| {
        let readings = gates.iter().flat_map(|gate| &gate.criteria);
        readings.filter(|reading| reading.outcome == wanted).count()
    };
    (count(Outcome::NotMet), count(Outcome::Unknown))
}

/// The answer that brings a visitor furthest.
fn best(playbook: &Playbook, answers: &Answers, id: &QuestionId) -> Value {
    let question = playbook.question(id).expect("asked questions are in the playbook");
    let with = |value: &Value| {
        let mut answers = answers.clone();
        record(&mut answers, id, value.clone());
        distance(playbook, &answers)
    };
    choices(question).into_iter().min_by_key(with).expect("something to choose")
}

/// Answers everything asked: as `special` says, else as well as can be. Returns what was asked.
fn walk(
    playbook: &Playbook,
    special: impl Fn(&str) -> Option<Option<Value>>,
) -> (Answers, Vec<String>) {
    let (mut answers, mut asked) = (Answers::default(), Vec::new());
    while let Step::Ask(id) = run(playbook, &answers).next() {
        match special(id.as_str()) {
            Some(Some(value)) => record(&mut answers, &id, value),
            Some(None) => answers.record_unknown(id.clone(), Evidence::Claimed),
            None => {
                let value = best(playbook, &answers, &id);
                record(&mut answers, &id, value);
            }
        }
        asked.push(id.to_string());
    }
    (answers, asked)
}

#[test]
fn a_visitor_is_asked_little() {
    for playbook in playbooks() {
        let most = run(playbook, &Answers::default()).at_most_left();
        assert!((8..=MOST).contains(&most), "{}: at most {most}", playbook.id);
        let (_, asked) = walk(playbook, |_| None);
        assert!(asked.len() <= most, "{}: {asked:?}", playbook.id);
    }
}

#[test]
fn every_outcome_can_be_reached() {
    for playbook in playbooks() {
        let visitors = playbook.for_visitors();
        for playbook in [playbook, &visitors] {
            let (best, _) = walk(playbook, |_| None);
            assert_eq!(told(playbook, &best), Told::Level(Level::Opportunity), "{}", playbook.id);
            let (vague, _) = walk(playbook, |_| Some(None));
            assert_eq!(told(playbook, &vague), Told::Level(Level::Lead), "{}", playbook.id);
            let (small, _) = walk(playbook, |id| (id == "employees").then(|| Some(number(3.0))));
            assert_eq!(told(playbook, &small), Told::NotAFit, "{}", playbook.id);
            // The prospect's gate is met, and what only the opportunity's reads is not known.
            let below = playbook.gates.prospect.iter().filter_map(|id| playbook.criterion(id));
            let below = playbook.questions_read(below.map(|criterion| &criterion.rule));
            let is_below = |id: &str| below.iter().any(|question| question.id.as_str() == id);
            let (some, _) = walk(playbook, |id| (!is_below(id)).then_some(None));
            assert_eq!(told(playbook, &some), Told::Level(Level::Prospect), "{}", playbook.id);
        }
    }
}

/// A chosen answer that a rule of one answer says no to.
fn failing(playbook: &Playbook, rule: &Rule) -> (QuestionId, Value) {
    let Rule::Answer(test) = rule else { panic!("a knock-out reads one answer") };
    let question = playbook.question(&test.question).expect("defined");
    let fails = |value: &Value| match (&test.is, value) {
        (Test::Within(limits), Value::Band(band)) => band.within(limits) == Outcome::NotMet,
        (Test::In(wanted), Value::Choice(id)) => !wanted.contains(id),
        _ => false,
    };
    let value = choices(question).into_iter().find(fails).expect("an answer that fails");
    (question.id.clone(), value)
}

#[test]
fn a_knock_out_ends_after_few_questions() {
    for playbook in playbooks() {
        let ends = playbook.criteria.iter().filter(|criterion| criterion.knock_out.is_some());
        let (mut longest, ends) = (0, ends.collect::<Vec<_>>());
        for criterion in &ends {
            let (question, value) = failing(playbook, &criterion.rule);
            let (answers, asked) =
                walk(playbook, |id| (id == question.as_str()).then(|| Some(value.clone())));
            assert_eq!(told(playbook, &answers), Told::NotAFit, "{}: {question}", playbook.id);
            assert_eq!(asked.last().map(String::as_str), Some(question.as_str()));
            longest = longest.max(asked.len());
        }
        assert_eq!(longest, ends.len(), "{}: knock-outs come first", playbook.id);
        assert!(longest <= 4, "{}: {longest}", playbook.id);
    }
    assert_eq!(pack().criteria.iter().filter(|c| c.knock_out.is_some()).count(), 3);
}

#[test]
fn what_visitors_are_given_holds_nothing_for_reps() {
    for playbook in playbooks() {
        let visitors = playbook.for_visitors();
        let text = serde_json::to_string(&visitors).expect("JSON");
        for key in [
            "say",
            "probe",
            "rep_title",
            "synonyms",
            "personas",
            "profile",
            "sources",
            "scoring",
            "chance",
            "cadence",
            "glossary",
            "levels",
            "guide",
            "cards",
            "sets",
            "based_on",
        ] {
            assert!(!text.contains(&format!("\"{key}\":")), "{}: {key}", playbook.id);
        }
        let asked = |id: &QuestionId| playbook.question(id).is_some_and(|q| q.ask.is_some());
        assert!(visitors.questions.iter().all(|question| asked(&question.id)), "{}", playbook.id);
        assert!(visitors.questions.iter().all(|question| question.prompt.is_none()));
        for persona in &playbook.personas {
            for objection in &persona.objections {
                assert!(!text.contains(&objection.answer), "{}: {}", playbook.id, persona.id);
            }
        }
        assert!(visitors.consent.is_some() && visitors.outcomes.is_some(), "{}", playbook.id);
        assert!(visitors.reasons.lists().iter().all(|(_, list)| list.is_empty()));
        assert_eq!((visitors.stages.len(), visitors.stages[0].exit.len()), (1, 0));
    }
}

#[test]
fn a_visitor_s_playbook_asks_and_judges_like_the_whole_one() {
    for playbook in playbooks() {
        let visitors = playbook.for_visitors();
        let (answers, asked) = walk(playbook, |_| None);
        let (same, asked_there) = walk(&visitors, |_| None);
        assert_eq!(asked, asked_there, "{}", playbook.id);
        assert_eq!(told(playbook, &answers), told(&visitors, &same));
        for reading in [Reading::AsClaimed, Reading::AsRequired] {
            let judged = |playbook| judge_answers(playbook, &answers, reading, today());
            assert_eq!(judged(playbook), judged(&visitors), "{}", playbook.id);
        }
    }
}

#[test]
fn a_visitor_s_claims_alone_make_no_opportunity() {
    for playbook in playbooks() {
        let (answers, _) = walk(playbook, |_| None);
        let (level, gates) = judge_answers(playbook, &answers, Reading::AsRequired, today());
        assert_eq!(level, Level::Prospect, "{}", playbook.id);
        assert_eq!(gates[1].verdict, Verdict::Open, "{}", playbook.id);
    }
}

#[test]
fn a_screen_asks_four_to_six_questions() {
    let screened = Playbook { screen: true, ..playbook("pain-interest-fit").clone() };
    let visitors = screened.for_visitors();
    let mut answers = Answers::default();
    let mut asked = 0;
    while let Step::Ask(id) = run(&visitors, &answers).next() {
        let value = best(&visitors, &answers, &id);
        record(&mut answers, &id, value);
        asked += 1;
    }
    assert!((4..=6).contains(&asked), "{asked}");
    assert_eq!(told(&visitors, &answers), Told::Level(Level::Prospect));
    assert!(visitors.screen, "the widget is told");
}

#[test]
fn the_default_pack_stays_short_for_visitors() {
    let text = serde_json::to_string(&pack().for_visitors()).expect("JSON");
    // It rides on other people's pages; `budget.toml` has the limit of everything together.
    assert!(text.len() < 18_700, "{} bytes", text.len());
}

#[test]
fn a_country_that_is_not_served_ends_it() {
    let country = |id: &str| {
        let (answers, _) =
            walk(playbook("example"), |asked| (asked == "country").then(|| Some(choice(id))));
        told(playbook("example"), &answers)
    };
    assert_eq!(country("GB"), Told::Level(Level::Opportunity));
    assert_eq!(country("KE"), Told::NotAFit);
}
