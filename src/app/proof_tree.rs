//! The proof of a verdict, branch by branch: criterion → rule → test → the answer it rests on.
//!
//! Owns the shape of the tree. Refuses to word it. Invariant: the outcome of every node follows
//! from those under it by Kleene's logic; the leaves are tests of one answer each.

use crate::domain::answer::{Evidence, Given};
use crate::domain::contact::Contact;
use crate::domain::evaluate::Facts;
use crate::domain::ids::{ContactId, CriterionId, QuestionId};
use crate::domain::meets::meets;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::rule::{AnswerTest, MAX_DEPTH, Rule, Test};

/// One branch of a proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// What it comes to.
    pub outcome: Outcome,
    /// What it rests on.
    pub on: Ground,
}

/// What a branch of a proof rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// Every branch.
    All(Vec<Proof>),
    /// At least one branch.
    Any(Vec<Proof>),
    /// The opposite of a branch.
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
    /// The contact it was taken over from, where it was.
    pub from: Option<ContactId>,
}

/// Proves what a criterion comes to for a contact, by the facts laid out on its answers; none for
/// one that is not defined.
pub fn prove(facts: &Facts<'_>, contact: &Contact, id: &CriterionId) -> Option<Proof> {
    let criterion = facts.playbook().criterion(id)?;
    Some(Prover { facts, contact }.of(&criterion.rule, 0))
}

struct Prover<'a> {
    facts: &'a Facts<'a>,
    contact: &'a Contact,
}

impl Prover<'_> {
    fn of(&self, rule: &Rule, depth: usize) -> Proof {
        if depth > MAX_DEPTH {
            return Proof { outcome: Outcome::Unknown, on: Ground::Nothing };
        }
        let each = |branches: &[Rule]| -> Vec<Proof> {
            branches.iter().map(|branch| self.of(branch, depth + 1)).collect()
        };
        let outcomes =
            |branches: &[Proof]| branches.iter().map(|branch| branch.outcome).collect::<Vec<_>>();
        match rule {
            Rule::All(branches) => {
                let branches = each(branches);
                Proof { outcome: Outcome::all(outcomes(&branches)), on: Ground::All(branches) }
            }
            Rule::Any(branches) => {
                let branches = each(branches);
                Proof { outcome: Outcome::any(outcomes(&branches)), on: Ground::Any(branches) }
            }
            Rule::Not(branch) => {
                let branch = self.of(branch, depth + 1);
                Proof { outcome: branch.outcome.negate(), on: Ground::Not(Box::new(branch)) }
            }
            Rule::Criterion(id) => match self.facts.playbook().criterion(id) {
                Some(next) => {
                    let inside = self.of(&next.rule, depth + 1);
                    let outcome = inside.outcome;
                    Proof { outcome, on: Ground::Criterion(id.clone(), Box::new(inside)) }
                }
                None => Proof { outcome: Outcome::Unknown, on: Ground::Nothing },
            },
            Rule::Answer(test) => self.answer(test),
        }
    }

    fn answer(&self, test: &AnswerTest) -> Proof {
        let facts = self.facts;
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
        let from = given.and_then(|given| self.from(given));
        let (question, test) = (test.question.clone(), test.is.clone());
        let leaf = Leaf { question, test, floor, given: given.cloned(), from };
        Proof { outcome, on: Ground::Answer(Box::new(leaf)) }
    }

    /// Where an answer was taken over from. It may be that of a retired question, so it is found by
    /// itself and not by the question it counts for.
    fn from(&self, given: &Given) -> Option<ContactId> {
        let Contact { answers, taken_over, .. } = self.contact;
        let is_it = |question| answers.get(question).is_some_and(|one| std::ptr::eq(one, given));
        taken_over.iter().find(|(question, _)| is_it(question)).map(|(_, from)| *from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let mut contact = Contact::blank(ContactId::new(1, [0; 10]));
        for question in ["pain", "urgent", "need"] {
            let (at, by) = (When::parse("2026-11-22").unwrap(), By::Visitor);
            let (value, evidence) = (Value::YesNo(true), Evidence::Claimed);
            contact.answers.record(question.into(), Given { value, evidence, at, by, note: None });
        }
        let rules = Rules::of(&playbook);
        let today = "2026-11-22".parse().unwrap();
        let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, today);
        for criterion in &playbook.criteria {
            let proof = prove(&facts, &contact, &criterion.id).unwrap();
            assert_eq!(proof.outcome, facts.criterion(&criterion.id), "{}", criterion.id);
        }
        assert_eq!(prove(&facts, &contact, &"gone".into()), None);
    }
}
