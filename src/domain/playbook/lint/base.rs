//! What every file of the lint looks things up in, laid out once.

use super::possible::Possible;
use super::values::Domain;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::check::is_circular;
use crate::domain::playbook::part::GateName;
use crate::domain::rules::{Node, Place, Rules};

/// A playbook's rules with what each question can be answered with.
pub(super) struct Base<'p> {
    pub(super) playbook: &'p Playbook,
    pub(super) rules: Rules<'p>,
    pub(super) domains: Vec<Domain<'p>>,
    /// Which criteria go round in circles, by number: nothing more is said of them.
    pub(super) circular: Vec<bool>,
}

/// A gate with its place in the file and the numbers of its criteria.
pub(super) struct GateAt {
    pub(super) name: GateName,
    pub(super) path: String,
    /// None for one that is not defined.
    pub(super) criteria: Vec<Option<usize>>,
}

impl<'p> Base<'p> {
    pub(super) fn of(playbook: &'p Playbook) -> Self {
        let rules = Rules::of(playbook);
        let circular = (0..playbook.criteria.len()).map(|n| is_circular(&rules, n)).collect();
        let domains = playbook.questions.iter().map(Domain::of).collect();
        Self { playbook, rules, domains, circular }
    }

    /// What must be answered, where these questions can be.
    pub(super) fn possible<'r>(&'r self, askable: Option<&'r [bool]>) -> Possible<'r> {
        Possible::new(&self.rules, &self.domains, &self.circular, askable)
    }

    /// The gates contacts go through, lowest first.
    pub(super) fn gates(&self) -> Vec<GateAt> {
        let numbers = |ids: &[CriterionId]| ids.iter().map(|id| self.rules.number(id)).collect();
        let gate = |name, path: &str, ids: &[CriterionId]| GateAt {
            name,
            path: path.to_owned(),
            criteria: numbers(ids),
        };
        let lower = &self.playbook.gates;
        let mut gates = vec![
            gate(GateName::Prospect, "gates.prospect", &lower.prospect),
            gate(GateName::Opportunity, "gates.opportunity", &lower.opportunity),
        ];
        let stages = self.playbook.stages.iter().enumerate();
        gates.extend(stages.filter(|(_, stage)| stage.retired.is_none()).map(|(n, stage)| {
            gate(GateName::Exit(stage.id.clone()), &format!("stages[{n}].exit"), &stage.exit)
        }));
        gates
    }

    /// Marks these criteria, by number, and those they read.
    pub(super) fn reached(&self, from: impl IntoIterator<Item = Option<usize>>) -> Vec<bool> {
        let mut reached = vec![false; self.playbook.criteria.len()];
        let mut next: Vec<usize> = from.into_iter().flatten().collect();
        while let Some(number) = next.pop() {
            if !std::mem::replace(&mut reached[number], true) {
                self.criteria_in(self.rules.criterion(number), &mut next);
            }
        }
        reached
    }

    /// Adds the criteria a branch reads itself.
    pub(super) fn criteria_in(&self, branch: Place, into: &mut Vec<usize>) {
        match self.rules.node(branch) {
            Node::All(branches) | Node::Any(branches) => {
                for branch in branches {
                    self.criteria_in(*branch, into);
                }
            }
            Node::Not(branch) => self.criteria_in(*branch, into),
            Node::Criterion(number) => into.push(*number),
            Node::Test(..) | Node::Nothing => {}
        }
    }

    /// Marks the questions a branch reads itself, by number.
    pub(super) fn questions_in(&self, branch: Place, marks: &mut [bool]) {
        match self.rules.node(branch) {
            Node::All(branches) | Node::Any(branches) => {
                for branch in branches {
                    self.questions_in(*branch, marks);
                }
            }
            Node::Not(branch) => self.questions_in(*branch, marks),
            Node::Test(question, _) => marks[*question] = true,
            Node::Criterion(_) | Node::Nothing => {}
        }
    }

    /// Marks the questions that criteria, marked by number, read themselves.
    pub(super) fn questions_of(&self, criteria: &[bool]) -> Vec<bool> {
        let mut marks = vec![false; self.playbook.questions.len()];
        for (number, _) in criteria.iter().enumerate().filter(|(_, marked)| **marked) {
            self.questions_in(self.rules.criterion(number), &mut marks);
        }
        marks
    }

    /// The id of a question, by its number.
    pub(super) fn question_id(&self, number: usize) -> QuestionId {
        self.playbook.questions[number].id.clone()
    }
}
