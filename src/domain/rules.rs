//! A playbook's rules, laid out once so that many contacts can be judged by them quickly.
//!
//! Owns where each rule's questions and criteria stand. Refuses to judge: see
//! [`evaluate`](super::evaluate). Invariant: a reference that leads nowhere is [`Node::Nothing`],
//! which is Unknown.

use super::ids::{CriterionId, QuestionId};
use super::playbook::Playbook;
use super::playbook::rule::{AnswerTest, Rule};

/// Where a part of a rule stands in [`Rules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(usize);

/// One part of a rule.
#[derive(Debug, Clone)]
pub(super) enum Node<'p> {
    /// Every part.
    All(Vec<Place>),
    /// At least one part.
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

/// A playbook's rules, ready to judge by.
#[derive(Debug, Clone)]
pub struct Rules<'p> {
    /// The playbook they are from.
    pub playbook: &'p Playbook,
    nodes: Vec<Node<'p>>,
    questions: Vec<usize>,
    criterion_ids: Vec<usize>,
    criteria: Vec<Place>,
    whens: Vec<Option<Place>>,
    becomes: Vec<(usize, usize)>,
}

impl<'p> Rules<'p> {
    /// Lays out every criterion's rule and every question's `when`.
    pub fn of(playbook: &'p Playbook) -> Self {
        let questions = by_id(playbook.questions.len(), &|n| playbook.questions[n].id.as_str());
        let criterion_ids = by_id(playbook.criteria.len(), &|n| playbook.criteria[n].id.as_str());
        let (nodes, criteria, whens, becomes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut rules =
            Self { playbook, nodes, questions, criterion_ids, criteria, whens, becomes };
        rules.criteria = playbook.criteria.iter().map(|c| rules.add(&c.rule)).collect();
        let whens = playbook.questions.iter();
        rules.whens = whens.map(|q| q.when.as_ref().map(|rule| rules.add(rule))).collect();
        let retired = playbook.questions.iter().enumerate().filter_map(|(old, question)| {
            let becomes = question.retired.as_ref()?.becomes.as_ref()?;
            Some((old, rules.question(becomes)?))
        });
        rules.becomes = retired.collect();
        rules
    }

    fn add(&mut self, rule: &'p Rule) -> Place {
        let node = match rule {
            Rule::All(parts) => Node::All(parts.iter().map(|part| self.add(part)).collect()),
            Rule::Any(parts) => Node::Any(parts.iter().map(|part| self.add(part)).collect()),
            Rule::Not(part) => Node::Not(self.add(part)),
            Rule::Criterion(id) => self.number(id).map_or(Node::Nothing, Node::Criterion),
            Rule::Answer(test) => {
                self.question(&test.question).map_or(Node::Nothing, |n| Node::Test(n, test))
            }
        };
        self.nodes.push(node);
        Place(self.nodes.len() - 1)
    }

    /// The number of a question in the playbook's list.
    pub fn question(&self, id: &QuestionId) -> Option<usize> {
        let name = |n: usize| self.playbook.questions[n].id.as_str();
        let at = find(&self.questions, &name, id.as_str()).ok()?;
        Some(self.questions[at])
    }

    /// The number of a criterion in the playbook's list.
    pub fn number(&self, id: &CriterionId) -> Option<usize> {
        let name = |n: usize| self.playbook.criteria[n].id.as_str();
        let at = find(&self.criterion_ids, &name, id.as_str()).ok()?;
        Some(self.criterion_ids[at])
    }

    /// Where the rule of a criterion stands, by its number.
    pub(super) fn criterion(&self, number: usize) -> Place {
        self.criteria[number]
    }

    /// Where the `when` of a question stands, by its number; none for one that always applies.
    pub(super) fn when(&self, question: usize) -> Option<Place> {
        self.whens[question]
    }

    /// The part that stands at a place.
    pub(super) fn node(&self, place: Place) -> &Node<'p> {
        &self.nodes[place.0]
    }

    /// The numbers of the questions, in the order of their ids.
    pub(super) fn by_id(&self) -> &[usize] {
        &self.questions
    }

    /// Retired questions with those that stand in their place, by number.
    pub(super) fn becomes(&self) -> &[(usize, usize)] {
        &self.becomes
    }
}

/// The numbers below `count`, in the order of their names. (Put in one by one: the widget carries
/// no sorting, and a playbook has few of them.)
fn by_id<'n>(count: usize, name: &dyn Fn(usize) -> &'n str) -> Vec<usize> {
    let mut numbers = Vec::with_capacity(count);
    for number in 0..count {
        let place = find(&numbers, name, name(number)).unwrap_or_else(|place| place);
        numbers.insert(place, number);
    }
    numbers
}

/// Where a name stands among numbers in the order of theirs, or where it would.
fn find<'n>(
    numbers: &[usize],
    name: &dyn Fn(usize) -> &'n str,
    wanted: &str,
) -> Result<usize, usize> {
    numbers.binary_search_by(|number| name(*number).cmp(wanted))
}
