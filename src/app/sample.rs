//! Sample answers to try a playbook out with: some that pass every gate, some that knock out.
//!
//! Invariants: they are worked out of the rules, so they hold for any playbook; none where there is
//! no such answer; no question is answered that would not be asked.

use crate::domain::answer::{Answers, Evidence, Given};
use crate::domain::counterfactual::counterfactual;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::event::By;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{Criterion, Rule};
use crate::domain::rules::Rules;
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::NaiveDate;

/// An answer, and how well it has to be known.
pub type Sample = (QuestionId, Value, Evidence);

/// Rounds in which answers are looked for that have the questions asked which need to be.
const ROUNDS: usize = 8;

/// Answers that pass both gates; as many gates as can be passed at once. Where a gate takes an
/// answer that is not asked for, what is asked is answered, and the gate stays open.
pub fn passing(playbook: &Playbook, reading: Reading, today: NaiveDate) -> Vec<Sample> {
    let gates = [playbook.gates.prospect.as_slice(), playbook.gates.opportunity.as_slice()];
    let both = answers(playbook, &gates.concat(), reading, today);
    if both.all_asked && !both.samples.is_empty() {
        return both.samples;
    }
    let lower = answers(playbook, gates[0], reading, today);
    let lower_is_best = lower.all_asked || both.samples.is_empty();
    if lower_is_best && !lower.samples.is_empty() { lower.samples } else { both.samples }
}

/// Answers that end the matter: the first knock-out of the gates that can be had.
pub fn knocking_out(playbook: &Playbook, reading: Reading, today: NaiveDate) -> Vec<Sample> {
    let gates = playbook.gates.prospect.iter().chain(&playbook.gates.opportunity);
    let ends = gates.filter(|id| playbook.criterion(id).is_some_and(|c| c.knock_out.is_some()));
    // No playbook's own: ids have no spaces.
    let id = CriterionId::from("not met");
    let mut found = ends.map(|end| {
        let mut turned = playbook.clone();
        let rule = Rule::Not(Box::new(Rule::Criterion(end.clone())));
        turned.criteria.push(unnamed(id.clone(), rule));
        answers(&turned, std::slice::from_ref(&id), reading, today)
    });
    let found = found.find(|found| found.all_asked && !found.samples.is_empty());
    found.map(|found| found.samples).unwrap_or_default()
}

/// Answers that were worked out.
struct Found {
    samples: Vec<Sample>,
    /// Nothing had to be left out because it is not asked.
    all_asked: bool,
}

fn answers(
    playbook: &Playbook,
    criteria: &[CriterionId],
    reading: Reading,
    today: NaiveDate,
) -> Found {
    let (mut found, mut wanted) = (Vec::new(), playbook.clone());
    let mut criteria = criteria.to_vec();
    // What is answered must be asked: its condition is asked for like a criterion, until all are.
    for round in 0..ROUNDS {
        let next = way(&wanted, &criteria, reading, today);
        if next.is_empty() {
            break;
        }
        found = next;
        let unasked = not_asked(playbook, &found, reading, today);
        if unasked.is_empty() {
            return Found { samples: found, all_asked: true };
        }
        for (n, question) in unasked.iter().enumerate() {
            let when = playbook.question(question).and_then(|question| question.when.clone());
            let Some(rule) = when else { continue };
            // No playbook's own: ids have no spaces.
            let id = CriterionId::new(format!("asked {round} {n}"));
            criteria.push(id.clone());
            wanted.criteria.push(unnamed(id, rule));
        }
    }
    // One that is not asked may be what has another one asked.
    loop {
        let unasked = not_asked(playbook, &found, reading, today);
        if unasked.is_empty() {
            return Found { samples: found, all_asked: false };
        }
        found.retain(|(question, ..)| !unasked.contains(question));
    }
}

fn way(
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

/// The answered questions whose condition the answers do not meet.
fn not_asked(
    playbook: &Playbook,
    samples: &[Sample],
    reading: Reading,
    today: NaiveDate,
) -> Vec<QuestionId> {
    let mut known = Answers::default();
    for (question, value, evidence) in samples {
        let (value, evidence) = (value.clone(), (*evidence).max(Evidence::Confirmed));
        let given = Given { value, evidence, at: When::Day(today), by: By::Visitor, note: None };
        known.record(question.clone(), given);
    }
    let rules = Rules::of(playbook);
    let facts = Facts::new(&rules, &known, reading, today);
    let ids = samples.iter().map(|(id, ..)| id);
    ids.filter(|id| facts.applies(id) != Outcome::Met).cloned().collect()
}

fn unnamed(id: CriterionId, rule: Rule) -> Criterion {
    let (title, rule_text, step) = Default::default();
    Criterion { id, title, rule_text, rule, step, knock_out: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assess::judge_answers;
    use crate::domain::position::Level;

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

    /// The questions answered where `situation` is asked of large organisations alone.
    fn passing_with(most: u32) -> (bool, bool) {
        let pack = include_str!("../../playbooks/pain-interest-fit.json");
        let mut json: serde_json::Value = serde_json::from_str(pack).unwrap();
        for question in json["questions"].as_array_mut().unwrap() {
            if question["id"] == "situation" {
                question["when"] = serde_json::json!({"answer": {
                    "question": "employees", "is": {"within": {"from": 5000}}}});
            }
        }
        for criterion in json["criteria"].as_array_mut().unwrap() {
            if criterion["id"] == "size" {
                criterion["rule"] = serde_json::json!({"answer": {
                    "question": "employees", "is": {"within": {"from": 100, "to": most}}}});
            }
        }
        let playbook: Playbook = serde_json::from_value(json).unwrap();
        let today = "2026-11-22".parse().unwrap();
        let samples = passing(&playbook, Reading::AsRequired, today);
        let asked = not_asked(&playbook, &samples, Reading::AsRequired, today).is_empty();
        (asked, samples.iter().any(|(id, ..)| id.as_str() == "situation"))
    }

    #[test]
    fn what_is_not_asked_is_not_answered() {
        for (most, expected) in [(10_000, (true, true)), (4_000, (true, false))] {
            assert_eq!(passing_with(most), expected, "up to {most}");
        }
    }
}
