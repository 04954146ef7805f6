//! Sample answers to try a playbook out with: some that pass every gate, some that knock out.
//!
//! Invariant: they are worked out of the rules, so they hold for any playbook; none where there is
//! no such answer.

use crate::domain::answer::{Answers, Evidence};
use crate::domain::counterfactual::counterfactual;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{Criterion, Rule};
use crate::domain::rules::Rules;
use crate::domain::value::Value;
use chrono::NaiveDate;

/// An answer, and how well it has to be known.
pub type Sample = (QuestionId, Value, Evidence);

/// Answers that pass both gates; as many gates as can be passed at once.
pub fn passing(playbook: &Playbook, reading: Reading, today: NaiveDate) -> Vec<Sample> {
    let gates = [playbook.gates.prospect.as_slice(), playbook.gates.opportunity.as_slice()];
    let both = answers(playbook, &gates.concat(), reading, today);
    if both.is_empty() { answers(playbook, gates[0], reading, today) } else { both }
}

/// Answers that end the matter: the first knock-out of the gates that can be had.
pub fn knocking_out(playbook: &Playbook, reading: Reading, today: NaiveDate) -> Vec<Sample> {
    let gates = playbook.gates.prospect.iter().chain(&playbook.gates.opportunity);
    let ends = gates.filter(|id| playbook.criterion(id).is_some_and(|c| c.knock_out.is_some()));
    // No playbook's own: ids have no spaces.
    let id = CriterionId::from("not met");
    let mut found = ends.map(|end| {
        let mut turned = playbook.clone();
        turned.criteria.push(Criterion {
            id: id.clone(),
            title: String::new(),
            rule_text: String::new(),
            rule: Rule::Not(Box::new(Rule::Criterion(end.clone()))),
            step: String::new(),
            knock_out: None,
        });
        answers(&turned, std::slice::from_ref(&id), reading, today)
    });
    found.find(|answers| !answers.is_empty()).unwrap_or_default()
}

fn answers(
    playbook: &Playbook,
    criteria: &[CriterionId],
    reading: Reading,
    today: NaiveDate,
) -> Vec<Sample> {
    let (rules, none) = (Rules::of(playbook), Answers::default());
    let facts = Facts::new(&rules, &none, reading, today);
    let way = counterfactual(&facts, criteria);
    way.first().iter().map(|c| (c.question.clone(), c.example.clone(), c.evidence)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Given;
    use crate::domain::assess::judge_answers;
    use crate::domain::event::By;
    use crate::domain::position::Level;
    use crate::domain::when::When;

    fn check(text: &str, reading: Reading, for_visitors: bool) {
        let playbook: Playbook = serde_json::from_str(text).unwrap();
        let playbook = if for_visitors { playbook.for_visitors() } else { playbook };
        let today = "2026-11-22".parse().unwrap();
        let judged = |samples: Vec<Sample>| {
            let mut known = Answers::default();
            for (question, value, evidence) in samples {
                let (at, by, note) = (When::Day(today), By::Visitor, None);
                known.record(question, Given { value, evidence, at, by, note });
            }
            let (level, gates) = judge_answers(&playbook, &known, reading, today);
            (level, gates.iter().any(|gate| gate.knock_out(&playbook).is_some()))
        };
        let passed = judged(passing(&playbook, reading, today));
        assert_eq!(passed, (Level::Opportunity, false), "{}", playbook.id);
        let out = judged(knocking_out(&playbook, reading, today));
        assert_eq!(out, (Level::Lead, true), "{}", playbook.id);
    }

    #[test]
    fn every_playbook_that_ships_can_be_passed_and_ended() {
        for text in [
            include_str!("../../playbooks/pain-interest-fit.json"),
            include_str!("../../playbooks/interest-budget-need-authority.json"),
            include_str!("../../playbooks/strict-b2b.json"),
            include_str!("../../playbooks/example.json"),
        ] {
            check(text, Reading::AsRequired, false);
            check(text, Reading::AsClaimed, true);
        }
    }
}
