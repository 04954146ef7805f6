//! Sets of states that make a rule come out as wanted, built up from its branches.
//!
//! Under Kleene's logic `all` is Met just when every branch is, and Not met just when one branch is;
//! so what a rule needs follows from what its branches need, without trying answers out.

use super::states::{AS_IS, Mask, States};
use crate::domain::evaluate::Facts;
use crate::domain::ids::CriterionId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::rule::MAX_DEPTH;
use crate::domain::rules::{Node, Place};
use std::cell::Cell;

/// The most ways kept while they are put together. Where there are more, the cheapest are, and
/// what is found is the smallest only as far as nothing cheaper was dropped.
const KEPT: usize = 2_000;
/// The most ways kept where any one will do.
const BEAM: usize = 16;

/// Which states of which questions would do: for each question, in the order of their numbers,
/// those of its states that are allowed. A question that is not named may be in any state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Way(Vec<(usize, Mask)>);

impl Way {
    /// How many answers would have to change.
    pub(super) fn cost(&self) -> usize {
        self.changed().count()
    }

    /// The questions that may not stay as they are, with the states that would do.
    pub(super) fn changed(&self) -> impl Iterator<Item = (usize, Mask)> {
        self.0.iter().copied().filter(|(_, mask)| mask & AS_IS == 0)
    }

    /// Both at once; none where a question would have to be in two states.
    fn and(&self, other: &Self) -> Option<Self> {
        let mut both = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut left, mut right) = (self.0.iter().peekable(), other.0.iter().peekable());
        loop {
            match (left.peek(), right.peek()) {
                (Some((a, mine)), Some((b, theirs))) if a == b => {
                    let common = mine & theirs;
                    if common == 0 {
                        return None;
                    }
                    both.push((*a, common));
                    left.next();
                    right.next();
                }
                (Some((a, _)), Some((b, _))) => {
                    both.extend(if a < b { left.next() } else { right.next() });
                }
                (Some(_), None) => both.extend(left.next()),
                (None, Some(_)) => both.extend(right.next()),
                (None, None) => return Some(Self(both)),
            }
        }
    }

    /// Whether whatever fits `other` fits this one too, so that `other` adds nothing.
    fn covers(&self, other: &Self) -> bool {
        let mut theirs = other.0.iter();
        self.0.iter().all(|(question, mask)| {
            theirs.find(|(other, _)| other == question).is_some_and(|(_, held)| held & !mask == 0)
        })
    }
}

/// The search for ways to meet criteria.
pub(super) struct Search<'s> {
    facts: &'s Facts<'s>,
    states: &'s States<'s>,
}

/// How far the search goes.
#[derive(Clone, Copy)]
struct Reach<'c> {
    /// The most changes.
    changes: usize,
    /// The most ways kept.
    kept: usize,
    /// The fewest changes of a way that was dropped for being one too many.
    dropped: &'c Cell<usize>,
}

impl<'s> Search<'s> {
    pub(super) fn new(facts: &'s Facts<'s>, states: &'s States<'s>) -> Self {
        Self { facts, states }
    }

    /// The ways with at most so many changes, and no more than it takes, that are not covered by
    /// another; none also where ways had to be dropped that may lead to fewer changes.
    pub(super) fn smallest(&self, criteria: &[CriterionId], changes: usize) -> Vec<Way> {
        let dropped = Cell::new(usize::MAX);
        let mut found = self.criteria(criteria, Reach { changes, kept: KEPT, dropped: &dropped });
        let fewest = found.iter().map(Way::cost).min().filter(|fewest| *fewest <= dropped.get());
        // Whatever comes of a way has at least its changes.
        found.retain(|way| Some(way.cost()) == fewest);
        found
    }

    /// A way with few changes, however many it takes; none where none is found.
    pub(super) fn one(&self, criteria: &[CriterionId]) -> Option<Way> {
        // Of few ways that are kept, none may lead to the end where others do.
        [BEAM, KEPT].into_iter().find_map(|kept| {
            let dropped = Cell::new(usize::MAX);
            let reach = Reach { changes: usize::MAX, kept, dropped: &dropped };
            self.criteria(criteria, reach).into_iter().min_by_key(Way::cost)
        })
    }

    fn criteria(&self, criteria: &[CriterionId], reach: Reach<'_>) -> Vec<Way> {
        let rules = self.facts.rules();
        let branches = criteria.iter().map(|id| match rules.number(id) {
            Some(number) => self.ways(rules.criterion(number), Outcome::Met, reach, 0),
            None => Vec::new(),
        });
        together(branches, reach)
    }

    fn ways(&self, rule: Place, wanted: Outcome, reach: Reach<'_>, depth: usize) -> Vec<Way> {
        if depth > MAX_DEPTH {
            return Vec::new();
        }
        match (self.facts.rules().node(rule), wanted) {
            (Node::All(branches), Outcome::Met) | (Node::Any(branches), Outcome::NotMet) => {
                together(branches.iter().map(|p| self.ways(*p, wanted, reach, depth + 1)), reach)
            }
            (Node::All(branches) | Node::Any(branches), _) => {
                let branches =
                    branches.iter().flat_map(|p| self.ways(*p, wanted, reach, depth + 1));
                fewest(branches.collect(), reach)
            }
            (Node::Not(branch), _) => self.ways(*branch, wanted.negate(), reach, depth + 1),
            (Node::Criterion(number), _) => {
                self.ways(self.facts.rules().criterion(*number), wanted, reach, depth + 1)
            }
            (Node::Test(question, test), _) => {
                let answered = self.states.question(*question);
                match answered.mask(test, wanted) {
                    0 => Vec::new(),
                    mask if mask == answered.every() => vec![Way::default()],
                    mask => vec![Way(vec![(*question, mask)])],
                }
            }
            (Node::Nothing, _) => Vec::new(),
        }
    }
}

/// One way of each branch at once.
fn together(branches: impl Iterator<Item = Vec<Way>>, reach: Reach<'_>) -> Vec<Way> {
    let mut both = vec![Way::default()];
    for branch in branches {
        let pairs = both.iter().flat_map(|way| branch.iter().filter_map(|other| way.and(other)));
        both = fewest(pairs.filter(|way| way.cost() <= reach.changes).collect(), reach);
        if both.is_empty() {
            break;
        }
    }
    both
}

/// Leaves out what is covered by another way, and all but the cheapest.
fn fewest(mut ways: Vec<Way>, reach: Reach<'_>) -> Vec<Way> {
    ways.sort_by_key(|way| (way.cost(), way.0.len()));
    let mut kept: Vec<Way> = Vec::new();
    for way in ways {
        if kept.len() == reach.kept {
            reach.dropped.set(reach.dropped.get().min(way.cost()));
            break;
        }
        if !kept.iter().any(|other| other.covers(&way)) {
            kept.push(way);
        }
    }
    kept
}
