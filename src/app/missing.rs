//! What an Unknown criterion waits for: answers nobody gave, and those on record that fall short.
//!
//! Refuses to word it, and to say which to ask first. Invariant: what is said to be missing is read
//! by a branch of the rule that is not decided; a decided criterion misses nothing.

use crate::domain::answer::{Answers, Evidence};
use crate::domain::evaluate::Facts;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::outcome::Outcome;

/// Something that is not known well enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What it is about.
    pub question: QuestionId,
    /// What it lacks.
    pub lacks: Lacks,
}

/// What is wanting in what is known of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacks {
    /// An answer that tells: the one on record is too broad, or in words nobody recognises.
    Clarity,
    /// Evidence.
    Evidence {
        /// What there is.
        has: Evidence,
        /// What counts.
        needs: Evidence,
    },
    /// An answer: whoever was asked does not know yet.
    Knowledge,
    /// An answer: nobody gave one.
    Answer,
}

/// What a criterion waits for, in the order its rule reads; nothing where it is decided. A question
/// that is not asked as things stand is named only where nothing else is missing.
pub fn missing(facts: &Facts<'_>, answers: &Answers, id: &CriterionId) -> Vec<Missing> {
    let questions = &facts.playbook().questions;
    let (mut applying, mut others): (Vec<Missing>, Vec<Missing>) = (Vec::new(), Vec::new());
    facts.open_tests(id, &mut |number, test| {
        let (question, needs) = (questions[number].id.clone(), facts.floor(test));
        let lacks = match facts.given(number) {
            Some(given) if given.evidence < needs => Lacks::Evidence { has: given.evidence, needs },
            Some(_) => Lacks::Clarity,
            None if answers.was_asked(&question) => Lacks::Knowledge,
            None => Lacks::Answer,
        };
        let applies = facts.given(number).is_some() || facts.applies(&question) == Outcome::Met;
        let list = if applies { &mut applying } else { &mut others };
        match list.iter_mut().find(|known| known.question == question) {
            // Several tests of one answer: the one that asks for most.
            Some(known) => known.lacks = known.lacks.max(lacks),
            None => list.push(Missing { question, lacks }),
        }
    });
    if applying.is_empty() { others } else { applying }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Given;
    use crate::domain::evaluate::Reading;
    use crate::domain::event::By;
    use crate::domain::playbook::Playbook;
    use crate::domain::rules::Rules;
    use crate::domain::value::Value;
    use crate::domain::when::When;
    use Evidence::{Claimed, Confirmed};

    /// What the pack's criterion misses where these answers are given, each as JSON; `null` is
    /// "I don't know yet".
    fn check(criterion: &str, given: &[(&str, &str, Evidence)], expected: &[(&str, Lacks)]) {
        let pack = include_str!("../../playbooks/pain-interest-fit.json");
        let playbook: Playbook = serde_json::from_str(pack).unwrap();
        let mut answers = Answers::default();
        for (question, value, evidence) in given {
            let value: Option<Value> = serde_json::from_str(value).unwrap();
            let (at, by, evidence) = (When::parse("2026-11-22").unwrap(), By::Visitor, *evidence);
            match value {
                Some(value) => {
                    answers
                        .record((*question).into(), Given { value, evidence, at, by, note: None });
                }
                None => answers.record_unknown((*question).into(), evidence),
            }
        }
        let rules = Rules::of(&playbook);
        let today = "2026-11-22".parse().unwrap();
        let facts = Facts::new(&rules, &answers, Reading::AsRequired, today);
        let missing = missing(&facts, &answers, &criterion.into());
        let found: Vec<_> = missing.iter().map(|m| (m.question.as_str(), m.lacks)).collect();
        assert_eq!(found, expected, "{criterion} {given:?}");
        let open = facts.criterion(&criterion.into()) == Outcome::Unknown;
        assert_eq!(!found.is_empty(), open, "{criterion} {given:?}");
    }

    #[test]
    fn what_nobody_answered_is_named() {
        check("size", &[], &[("employees", Lacks::Answer)]);
        check("size", &[("employees", r#"{"number":250}"#, Claimed)], &[]);
        check("size", &[("employees", r#"{"number":2}"#, Claimed)], &[]);
        check("pain", &[("pain", "null", Confirmed)], &[("pain", Lacks::Knowledge)]);
        check("fit", &[], &[("employees", Lacks::Answer), ("situation", Lacks::Answer)]);
    }

    #[test]
    fn what_is_on_record_and_falls_short_says_in_what() {
        let yes = r#"{"yes_no":true}"#;
        let weak = Lacks::Evidence { has: Claimed, needs: Confirmed };
        check("pain", &[("pain", yes, Claimed)], &[("pain", weak)]);
        check("pain", &[("pain", yes, Confirmed)], &[]);
        let band = r#"{"band":{"from":50,"to":249}}"#;
        check("size", &[("employees", band, Claimed)], &[("employees", Lacks::Clarity)]);
        let words = r#"{"text":"technolgy"}"#;
        check("industry", &[("industry", words, Claimed)], &[("industry", Lacks::Clarity)]);
    }

    #[test]
    fn a_decided_branch_and_a_question_nobody_asks_are_left_out() {
        // Who decides is asked first; a name is asked for once it is somebody else.
        check("decider", &[], &[("decides", Lacks::Answer)]);
        let other = ("decides", r#"{"choice":"someone_else"}"#, Claimed);
        check("decider", &[other], &[("decider_name", Lacks::Answer)]);
        let (pain, old) = (r#"{"yes_no":true}"#, r#"{"number":9}"#);
        let known = [("pain", pain, Claimed), ("problem_age", old, Claimed)];
        let open = [("urgent", Lacks::Answer), ("priority", Lacks::Answer)];
        check("interest", &known, &open);
        let urgent = [known[0], known[1], ("urgent", pain, Claimed)];
        check("interest", &urgent, &open[1..]);
        // None of them is asked before there is a pain, yet something is missing.
        let (age, [urgent, priority]) = (("problem_age", Lacks::Answer), open);
        check("interest", &[], &[age, urgent, priority]);
    }
}
