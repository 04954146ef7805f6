//! What speaks against two contacts being one, however alike they look.
//!
//! Refuses to compare names. Invariant: what a person said goes before what looks alike.

use super::Seen;
use super::unions::Unions;
use crate::domain::ids::{ContactId, SystemId};
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

/// An id with the system it is of, where that is on record.
type External = (Option<SystemId>, String);

/// Whether two contacts have ids of one system that differ: then they are two there. Where it is not on
/// record which system it was, ids of one look are of one.
fn are_two_rows(a: &[External], b: &[External]) -> bool {
    let differ = |(a, b): (&External, &External)| {
        of_one(a, b) == Some(true) || of_one(a, b).is_none() && shape(&a.1).eq(shape(&b.1))
    };
    !share_an_id(a, b) && pairs(a, b).any(differ)
}

/// Whether two contacts have the same id, which is not known to be of two systems.
pub(super) fn share_an_id(a: &[External], b: &[External]) -> bool {
    pairs(a, b).any(|(a, b)| a.1 == b.1 && of_one(a, b) != Some(false))
}

/// Whether two ids are of one system; none where nobody knows.
fn of_one(a: &External, b: &External) -> Option<bool> {
    Some(a.0.as_ref()? == b.0.as_ref()?)
}

fn pairs<'a>(
    a: &'a [External],
    b: &'a [External],
) -> impl Iterator<Item = (&'a External, &'a External)> {
    a.iter().flat_map(move |a| b.iter().map(move |b| (a, b)))
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
            let own = |ids: &[&str]| ids.iter().map(|id| external(id)).collect::<Vec<_>>();
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
        check(&["hubspot 17"], &["pipedrive 4711"], false);
        check(&["hubspot 17"], &["pipedrive 17"], false);
        check(&["hubspot 17"], &["hubspot x-1"], true);
        check(&["hubspot 17"], &["4711"], true);
    }

    #[test]
    fn one_id_in_two_systems_is_shared_by_nobody() {
        let check = |a: &str, b: &str, expected: bool| {
            assert_eq!(share_an_id(&[external(a)], &[external(b)]), expected, "{a} {b}");
        };
        check("17", "17", true);
        check("hubspot 17", "17", true);
        check("hubspot 17", "hubspot 17", true);
        check("hubspot 17", "pipedrive 17", false);
        check("hubspot 17", "hubspot 18", false);
    }

    fn external(text: &str) -> External {
        match text.split_once(' ') {
            Some((system, id)) => (Some(SystemId::new(system)), id.to_owned()),
            None => (None, text.to_owned()),
        }
    }
}
