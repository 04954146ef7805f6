//! What belongs together, put together pair by pair.
//!
//! Invariant: the order of the pairs changes nothing.

use std::collections::{BTreeMap, BTreeSet};

/// What belongs together, with why.
#[derive(Debug)]
pub(super) struct Unions<R> {
    parents: Vec<usize>,
    reasons: Vec<(usize, R)>,
}

impl<R: Copy + Ord> Unions<R> {
    /// So many, each by itself.
    pub(super) fn new(size: usize) -> Self {
        Self { parents: (0..size).collect(), reasons: Vec::new() }
    }

    /// The one that stands for all it belongs with.
    pub(super) fn root(&mut self, mut place: usize) -> usize {
        while self.parents[place] != place {
            self.parents[place] = self.parents[self.parents[place]];
            place = self.parents[place];
        }
        place
    }

    /// Puts two together, with all that belong with either.
    pub(super) fn join(&mut self, a: usize, b: usize, reason: R) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
        self.reasons.push((a, reason));
    }

    /// The groups of more than one: their places, in order, and why.
    pub(super) fn groups(mut self) -> Vec<(Vec<usize>, Vec<R>)> {
        let mut groups: BTreeMap<usize, (Vec<usize>, BTreeSet<R>)> = BTreeMap::new();
        for (place, reason) in std::mem::take(&mut self.reasons) {
            groups.entry(self.root(place)).or_default().1.insert(reason);
        }
        for place in 0..self.parents.len() {
            if let Some((places, _)) = groups.get_mut(&self.root(place)) {
                places.push(place);
            }
        }
        let reasons = |(places, reasons): (_, BTreeSet<R>)| (places, reasons.into_iter().collect());
        groups.into_values().map(reasons).collect()
    }
}
