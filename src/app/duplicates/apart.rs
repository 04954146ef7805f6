//! What speaks against two contacts being one, however alike they look.
//!
//! Refuses to compare names. Invariant: what a person said goes before what looks alike.

use super::Seen;
use super::unions::Unions;
use crate::domain::ids::ContactId;
use std::collections::{BTreeMap, BTreeSet};

/// Who is known to be apart: separate purchases, and whoever a person said is not the same.
#[derive(Debug)]
pub(super) struct Apart {
    /// The journeys that follow one another, by the smallest place.
    journeys: Vec<usize>,
    not_the_same: BTreeSet<(usize, usize)>,
}

impl Apart {
    /// Finds out.
    pub(super) fn of(seen: &[Seen]) -> Self {
        let ids = seen.iter().enumerate();
        let ids = ids.flat_map(|(place, seen)| seen.ids.iter().map(move |id| (*id, place)));
        let places: BTreeMap<ContactId, usize> = ids.collect();
        let mut journeys = Unions::new(seen.len());
        let mut not_the_same = BTreeSet::new();
        for (place, it) in seen.iter().enumerate() {
            for other in it.purchases.iter().filter_map(|id| places.get(id)) {
                journeys.join(place, *other, ());
            }
            for other in it.not_the_same.iter().filter_map(|id| places.get(id)) {
                not_the_same.insert((place.min(*other), place.max(*other)));
            }
        }
        let journeys = (0..seen.len()).map(|place| journeys.root(place)).collect();
        Self { journeys, not_the_same }
    }

    /// Whether two contacts are.
    pub(super) fn are(&self, seen: &[Seen], a: usize, b: usize) -> bool {
        self.journeys[a] == self.journeys[b]
            || self.not_the_same.contains(&(a.min(b), a.max(b)))
            || are_two_rows(&seen[a].external, &seen[b].external)
    }
}

/// Whether two contacts have ids of one system that differ: then they are two there. Which system it
/// was is not on record, but ids of one look alike.
fn are_two_rows(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().any(|id| b.contains(id));
    !shared && a.iter().any(|a| b.iter().any(|b| shape(a).eq(shape(b))))
}

/// What an id looks like: its parts, each all digits or not.
fn shape(id: &str) -> impl Iterator<Item = bool> + '_ {
    let parts = id.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_ids_of_one_system_are_two_rows_there() {
        let check = |a: &[&str], b: &[&str], expected: bool| {
            let own = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
            assert_eq!(are_two_rows(&own(a), &own(b)), expected, "{a:?} {b:?}");
            assert_eq!(are_two_rows(&own(b), &own(a)), expected, "{b:?} {a:?}");
        };
        check(&["1C1I7A6R"], &["Z063OYW0"], true);
        check(&["D-1"], &["D-10"], true);
        check(&["17"], &["4711"], true);
        check(&["17"], &["17"], false);
        check(&["17"], &["0065g00000XyZ1"], false);
        check(&["17", "D-1"], &["17", "D-2"], false);
        check(&[], &["17"], false);
    }
}
