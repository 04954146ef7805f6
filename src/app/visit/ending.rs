//! What a visitor's answers come to: which of the playbook's outcomes, and why.
//!
//! Owns the choice of the outcome and of the reasons, and their order. Refuses to know words of its
//! own. Invariant: what is ruled out is told so whatever else is claimed, and each criterion is told
//! once.

use super::Visit;
use crate::app::why::{WhyRow, why};
use crate::domain::assess::judge_answers;
use crate::domain::evaluate::Reading;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::words::OutcomeText;
use crate::domain::position::Level;

/// What a run comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Ending<'a> {
    /// Whether it looks good; unknown where it is open.
    pub outcome: Outcome,
    /// What the playbook tells visitors then, with a link to go on by; none where it tells nothing.
    pub said: Option<&'a OutcomeText>,
    /// What to do in place of going on, where it is ruled out.
    pub instead: Option<String>,
    /// The reasons: what speaks against it first, what is open last.
    pub reasons: Vec<WhyRow>,
}

impl Visit {
    /// What the answers claim comes to.
    pub fn ending(&self) -> Ending<'_> {
        let playbook = self.playbook();
        let (level, gates) =
            judge_answers(playbook, self.answers(), Reading::AsClaimed, self.today());
        let (mut rows, mut instead) = (Vec::new(), None);
        for gate in &gates {
            let card = why(playbook, self.answers(), gate);
            if let (None, Some(knock_out)) = (&instead, card.knock_out) {
                instead = Some(knock_out.alternative);
            }
            rows.extend(card.rows);
        }
        let outcomes = playbook.outcomes.as_ref();
        let (outcome, said) = match level {
            _ if instead.is_some() => (Outcome::NotMet, outcomes.map(|o| &o.not_a_fit)),
            Level::Lead => (Outcome::Unknown, outcomes.map(|o| &o.lead)),
            Level::Prospect => (Outcome::Met, outcomes.map(|o| &o.prospect)),
            _ => (Outcome::Met, outcomes.map(|o| &o.opportunity)),
        };
        Ending { outcome, said, reasons: told(rows, instead.is_some()), instead }
    }
}

/// Each criterion once, in the order it is told in. Of what is ruled out, what was not asked any more
/// is left out.
fn told(rows: Vec<WhyRow>, ruled_out: bool) -> Vec<WhyRow> {
    let [mut told, mut met, mut open] = [const { Vec::<WhyRow>::new() }; 3];
    for row in rows {
        let alike = match row.outcome {
            Outcome::NotMet => &mut told,
            Outcome::Met => &mut met,
            Outcome::Unknown => &mut open,
        };
        let asked = !row.answers.is_empty();
        if (asked || !ruled_out) && alike.iter().all(|known| known.id != row.id) {
            alike.push(row);
        }
    }
    told.append(&mut met);
    told.append(&mut open);
    told
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, today};
    use super::*;
    use crate::domain::playbook::Playbook;
    use crate::domain::value::Value;
    use std::sync::Arc;

    /// Pain makes a prospect and fit an opportunity; wrong age knocks out of both.
    fn playbook() -> Playbook {
        let outcome = |key: &str| format!(r#""{key}":{{"title":"{key}","text":"","next":""}}"#);
        let outcomes = ["not_a_fit", "lead", "prospect", "opportunity"].map(outcome).join(",");
        let question = |id: &str| {
            format!(r#"{{"id":"{id}","section":"s","title":"{id}","ask":"?","kind":"yes_no"}}"#)
        };
        let criterion = |id: &str, more: &str| {
            format!(
                r#"{{"id":"{id}","title":"{id}","rule_text":"","step":""{more},"rule":
                {{"answer":{{"question":"{id}","is":{{"yes":true}}}}}}}}"#
            )
        };
        let ends = r#","knock_out":{"reason":"too young","alternative":"come back"}"#;
        let json = format!(
            r#"{{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,"title":"Tiny",
            "sections":[{{"id":"s","title":"S"}}],"questions":[{}],"criteria":[{}],
            "gates":{{"prospect":["pain","age"],"opportunity":["age","fit"]}},
            "outcomes":{{{outcomes}}}}}"#,
            ["pain", "age", "fit"].map(question).join(","),
            [criterion("pain", ""), criterion("age", ends), criterion("fit", "")].join(","),
        );
        serde_json::from_str(&json).unwrap()
    }

    /// The outcome of some answers, what is said, and the reasons in their order.
    fn check(given: &[(&str, bool)], outcome: Outcome, said: &str, reasons: &[&str]) {
        let earlier =
            given.iter().map(|(question, yes)| ((*question).into(), Some(Value::YesNo(*yes))));
        let visit = Visit::resume(Arc::new(playbook()), earlier, true, at(), today());
        let ending = visit.ending();
        let told: Vec<_> = ending.reasons.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ending.outcome, outcome, "{given:?}");
        assert_eq!(ending.said.map(|said| said.title.as_str()), Some(said), "{given:?}");
        assert_eq!(told, reasons, "{given:?}");
        let instead = (outcome == Outcome::NotMet).then_some("come back");
        assert_eq!(ending.instead.as_deref(), instead, "{given:?}");
    }

    #[test]
    fn a_visitor_is_told_the_outcome_of_what_is_claimed() {
        use Outcome::{Met, NotMet, Unknown};
        let all = ["pain", "age", "fit"];
        check(&[], Unknown, "lead", &all);
        check(&[("pain", true)], Unknown, "lead", &all);
        check(&[("age", true)], Unknown, "lead", &["age", "pain", "fit"]);
        check(&[("pain", false), ("age", true)], Unknown, "lead", &all);
        check(&[("age", true), ("pain", true)], Met, "prospect", &all);
        check(&[("age", true), ("pain", true), ("fit", true)], Met, "opportunity", &all);
        let poor = [("age", true), ("pain", true), ("fit", false)];
        check(&poor, Met, "prospect", &["fit", "pain", "age"]);
        check(&[("age", false)], NotMet, "not_a_fit", &["age"]);
        check(&[("pain", true), ("age", false)], NotMet, "not_a_fit", &["age", "pain"]);
        let all_but_age = [("pain", true), ("age", false), ("fit", true)];
        check(&all_but_age, NotMet, "not_a_fit", &["age", "pain", "fit"]);
    }

    #[test]
    fn a_playbook_without_outcomes_tells_none() {
        let silent = Playbook { outcomes: None, ..playbook() };
        let visit = Visit::resume(Arc::new(silent), [], true, at(), today());
        assert_eq!((visit.ending().outcome, visit.ending().said), (Outcome::Unknown, None));
    }
}
