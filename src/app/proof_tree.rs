//! The proof of a verdict, part by part: criterion → rule → test → the answer it rests on.
//!
//! Owns the shape of the tree. Refuses to word it. Invariant: the outcome of every node follows
//! from those under it by Kleene's logic; the leaves are tests of one answer each.

use crate::domain::answer::{Evidence, Given};
use crate::domain::evaluate::Facts;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::meets::meets;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::rule::{AnswerTest, MAX_DEPTH, Rule, Test};

/// One part of a proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// What it comes to.
    pub outcome: Outcome,
    /// What it rests on.
    pub on: Ground,
}

/// What a part of a proof rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// Every part.
    All(Vec<Proof>),
    /// At least one part.
    Any(Vec<Proof>),
    /// The opposite of a part.
    Not(Box<Proof>),
    /// Another criterion.
    Criterion(CriterionId, Box<Proof>),
    /// A test of one answer.
    Answer(Box<Leaf>),
    /// A reference that leads nowhere, or too deep.
    Nothing,
}

/// A test of one answer, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Whose answer.
    pub question: QuestionId,
    /// What it must be.
    pub test: Test,
    /// The lowest evidence that counts.
    pub floor: Evidence,
    /// The answer that counts, where there is one.
    pub given: Option<Given>,
}

/// Proves what a criterion comes to; none for one that is not defined.
pub fn prove(facts: &Facts<'_>, id: &CriterionId) -> Option<Proof> {
    let criterion = facts.playbook().criterion(id)?;
    Some(of(facts, &criterion.rule, 0))
}

fn of(facts: &Facts<'_>, rule: &Rule, depth: usize) -> Proof {
    if depth > MAX_DEPTH {
        return Proof { outcome: Outcome::Unknown, on: Ground::Nothing };
    }
    let each = |parts: &[Rule]| -> Vec<Proof> {
        parts.iter().map(|part| of(facts, part, depth + 1)).collect()
    };
    let outcomes = |parts: &[Proof]| parts.iter().map(|part| part.outcome).collect::<Vec<_>>();
    match rule {
        Rule::All(parts) => {
            let parts = each(parts);
            Proof { outcome: Outcome::all(outcomes(&parts)), on: Ground::All(parts) }
        }
        Rule::Any(parts) => {
            let parts = each(parts);
            Proof { outcome: Outcome::any(outcomes(&parts)), on: Ground::Any(parts) }
        }
        Rule::Not(part) => {
            let part = of(facts, part, depth + 1);
            Proof { outcome: part.outcome.negate(), on: Ground::Not(Box::new(part)) }
        }
        Rule::Criterion(id) => match facts.playbook().criterion(id) {
            Some(next) => {
                let inside = of(facts, &next.rule, depth + 1);
                let outcome = inside.outcome;
                Proof { outcome, on: Ground::Criterion(id.clone(), Box::new(inside)) }
            }
            None => Proof { outcome: Outcome::Unknown, on: Ground::Nothing },
        },
        Rule::Answer(test) => answer(facts, test),
    }
}

fn answer(facts: &Facts<'_>, test: &AnswerTest) -> Proof {
    let Some(number) = facts.rules().question(&test.question) else {
        return Proof { outcome: Outcome::Unknown, on: Ground::Nothing };
    };
    let (given, floor) = (facts.given(number), facts.floor(test));
    let question = &facts.playbook().questions[number];
    let outcome = match given {
        Some(given) if given.evidence >= floor => {
            meets(&given.value, &test.is, question, facts.today())
        }
        _ => Outcome::Unknown,
    };
    let (question, test) = (test.question.clone(), test.is.clone());
    let leaf = Leaf { question, test, floor, given: given.cloned() };
    Proof { outcome, on: Ground::Answer(Box::new(leaf)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Answers;
    use crate::domain::evaluate::Reading;
    use crate::domain::event::By;
    use crate::domain::playbook::Playbook;
    use crate::domain::rules::Rules;
    use crate::domain::value::Value;
    use crate::domain::when::When;

    #[test]
    fn every_criterion_of_the_pack_is_proved_as_it_is_judged() {
        let pack = include_str!("../../playbooks/pain-interest-fit.json");
        let playbook: Playbook = serde_json::from_str(pack).unwrap();
        let mut answers = Answers::default();
        for question in ["pain", "urgent", "need"] {
            let (at, by) = (When::parse("2026-11-22").unwrap(), By::Visitor);
            let (value, evidence) = (Value::YesNo(true), Evidence::Claimed);
            answers.record(question.into(), Given { value, evidence, at, by, note: None });
        }
        let rules = Rules::of(&playbook);
        let today = "2026-11-22".parse().unwrap();
        let facts = Facts::new(&rules, &answers, Reading::AsRequired, today);
        for criterion in &playbook.criteria {
            let proof = prove(&facts, &criterion.id).unwrap();
            assert_eq!(proof.outcome, facts.criterion(&criterion.id), "{}", criterion.id);
        }
        assert_eq!(prove(&facts, &"gone".into()), None);
    }
}
