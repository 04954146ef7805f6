//! Points of a card such as MEDDPICC: what is known of each thing on it.
//!
//! Invariant: a card fills no slot of the win chance and moves nothing.

use super::evaluate::Facts;
use super::outcome::Outcome;
use super::playbook::scoring::CardItem;

impl CardItem {
    /// The points reached and the most there are: 2 where something can be known in part, else 1.
    pub fn points(&self, facts: &Facts<'_>) -> (usize, usize) {
        let met = |id| facts.criterion(id) == Outcome::Met;
        let most = if self.partly.is_some() { 2 } else { 1 };
        let partly = self.partly.as_ref().is_some_and(met);
        (if met(&self.full) { most } else { usize::from(partly) }, most)
    }
}
