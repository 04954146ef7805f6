//! A playbook's rules, laid out once so that many contacts can be judged by them quickly.
//!
//! Owns where each rule's questions and criteria stand. Refuses to judge: see
//! [`evaluate`](super::evaluate). Invariant: a reference that leads nowhere is [`Node::Nothing`],
//! which is Unknown.

use super::ids::{CriterionId, QuestionId};
use super::index::Index;
use super::playbook::Playbook;
use super::playbook::rule::{AnswerTest, Rule};
use super::position::Position;
use std::sync::OnceLock;

/// Where a branch of a rule stands in [`Rules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(usize);

/// One branch of a rule.
#[derive(Debug, Clone)]
pub(super) enum Node<'p> {
    /// Every branch.
    All(Vec<Place>),
    /// At least one branch.
    Any(Vec<Place>),
    /// The opposite.
    Not(Place),
    /// A criterion, by its number.
    Criterion(usize),
    /// A test of one question's answer, by the question's number.
    Test(usize, &'p AnswerTest),
    /// A reference that leads nowhere.
    Nothing,
}

/// A gate with the numbers of its criteria; none for one that is not defined.
#[derive(Debug, Clone)]
pub(super) struct GateRules {
    /// Below the gate.
    pub(super) from: Position,
    /// Above the gate.
    pub(super) to: Position,
    /// What it asks for, in order.
    pub(super) criteria: Vec<(CriterionId, Option<usize>)>,
}

/// All gates, and the slots of the win chance.
#[derive(Debug, Clone)]
struct Way {
    gates: Vec<GateRules>,
    slots: Vec<Option<usize>>,
}

/// A playbook's rules, ready to judge by.
#[derive(Debug, Clone)]
pub struct Rules<'p> {
    /// The playbook they are from.
    pub playbook: &'p Playbook,
    nodes: Vec<Node<'p>>,
    questions: Index<'p>,
    criterion_ids: Index<'p>,
    criteria: Vec<Place>,
    whens: Vec<Option<Place>>,
    becomes: Vec<(usize, usize)>,
    /// Laid out when it is first asked for: a visitor's run needs none of it.
    way: OnceLock<Way>,
}

impl<'p> Rules<'p> {
    /// Lays out every criterion's rule and every question's `when`.
    pub fn of(playbook: &'p Playbook) -> Self {
        let questions = Index::of(&mut playbook.questions.iter().map(|x| x.id.as_str()));
        let criterion_ids = Index::of(&mut playbook.criteria.iter().map(|x| x.id.as_str()));
        let (nodes, criteria, whens, becomes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let way = OnceLock::new();
        let mut rules =
            Self { playbook, nodes, questions, criterion_ids, criteria, whens, becomes, way };
        for criterion in &playbook.criteria {
            let place = rules.add(&criterion.rule);
            rules.criteria.push(place);
        }
        for (number, question) in playbook.questions.iter().enumerate() {
            let when = question.when.as_ref().map(|rule| rules.add(rule));
            rules.whens.push(when);
            if let Some(retired) = &question.retired
                && let Some(id) = &retired.becomes
                && let Some(becomes) = rules.question(id)
            {
                rules.becomes.push((number, becomes));
            }
        }
        rules
    }

    fn add(&mut self, rule: &'p Rule) -> Place {
        let node = match rule {
            Rule::All(branches) => Node::All(self.add_all(branches)),
            Rule::Any(branches) => Node::Any(self.add_all(branches)),
            Rule::Not(branch) => Node::Not(self.add(branch)),
            Rule::Criterion(id) => self.number(id).map_or(Node::Nothing, Node::Criterion),
            Rule::Answer(test) => {
                self.question(&test.question).map_or(Node::Nothing, |n| Node::Test(n, test))
            }
        };
        self.nodes.push(node);
        Place(self.nodes.len() - 1)
    }

    fn add_all(&mut self, rules: &'p [Rule]) -> Vec<Place> {
        rules.iter().map(|rule| self.add(rule)).collect()
    }

    /// The number of a question in the playbook's list.
    pub fn question(&self, id: &QuestionId) -> Option<usize> {
        self.questions.find(id.as_str())
    }

    /// The number of a criterion in the playbook's list.
    pub fn number(&self, id: &CriterionId) -> Option<usize> {
        self.criterion_ids.find(id.as_str())
    }

    /// Every gate, lowest first.
    pub(super) fn gates(&self) -> &[GateRules] {
        &self.way().gates
    }

    /// The numbers of the criteria that fill the slots of the win chance, in their order; none for
    /// one that is not defined.
    pub(super) fn slots(&self) -> &[Option<usize>] {
        &self.way().slots
    }

    fn way(&self) -> &Way {
        self.way.get_or_init(|| {
            let gates = self.playbook.gates().into_iter().map(|gate| GateRules {
                from: gate.from,
                to: gate.to,
                criteria: gate.criteria.iter().map(|id| (id.clone(), self.number(id))).collect(),
            });
            let slots = self.playbook.chance.iter().flat_map(|model| &model.slots);
            Way {
                gates: gates.collect(),
                slots: slots.map(|slot| self.number(&slot.criterion)).collect(),
            }
        })
    }

    /// Where the rule of a criterion stands, by its number.
    pub(super) fn criterion(&self, number: usize) -> Place {
        self.criteria[number]
    }

    /// Where the `when` of a question stands, by its number; none for one that always applies.
    pub(super) fn when(&self, question: usize) -> Option<Place> {
        self.whens[question]
    }

    /// The branch that stands at a place.
    pub(super) fn node(&self, place: Place) -> &Node<'p> {
        &self.nodes[place.0]
    }

    /// The ids of the questions with their numbers, in the order of the ids.
    pub(super) fn by_id(&self) -> &[(&'p str, usize)] {
        self.questions.entries()
    }

    /// Retired questions with those that stand in their place, by number.
    pub(super) fn becomes(&self) -> &[(usize, usize)] {
        &self.becomes
    }
}
