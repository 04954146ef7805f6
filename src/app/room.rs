//! Who gives up its place in local storage when that is nearly full: the database has everybody.
//!
//! Owns the order. Refuses to know how much room there is and how anything is stored. Invariant:
//! nobody who is worked on gives way while somebody is there whose journey is over.

use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;

/// Units of local storage the workspace uses at most; the site it is on shares the rest with it.
pub const BUDGET: usize = 4_000_000;
/// Units left in use when room is made, so that it is not made again for every change.
pub const AFTERWARDS: usize = 3_500_000;

/// One who has a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Who.
    pub id: ContactId,
    /// The units it takes.
    pub units: usize,
    /// Whether it is still worked on.
    pub is_open: bool,
    /// When it was touched last, in milliseconds since 1970.
    pub touched: u64,
}

impl Place {
    /// The place of a contact; of one that was taken back, all of it, there is none.
    pub fn of(id: ContactId, contact: Option<&Contact>, touched: u64, units: usize) -> Self {
        let is_open = contact.is_some_and(|c| !c.has_ended() && c.merged_into.is_none());
        Self { id, units, is_open, touched }
    }
}

/// Those who give way until no more than `most` units are in use, the first first: whoever is not
/// worked on any more, then whoever was touched longest ago.
///
/// `used` are the units in use, those of other things, too. Everybody is named where that does not
/// suffice.
pub fn give_way(mut places: Vec<Place>, used: usize, most: usize) -> Vec<ContactId> {
    places.sort_by_key(|place| (place.is_open, place.touched, place.id));
    let mut left = used;
    let mut gives_way = |place: &Place| {
        let is_needed = left > most;
        left = left.saturating_sub(place.units);
        is_needed
    };
    places.iter().take_while(|place| gives_way(place)).map(|place| place.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> ContactId {
        ContactId::new(0, [n; 10])
    }

    /// Places as (units, is open, touched), by number; who gives way.
    fn check(places: &[(usize, bool, u64)], other: usize, most: usize, expected: &[u8]) {
        let place = |(n, (units, is_open, touched)): (u8, &(usize, bool, u64))| Place {
            id: id(n),
            units: *units,
            is_open: *is_open,
            touched: *touched,
        };
        let used = other + places.iter().map(|(units, ..)| units).sum::<usize>();
        let places = (0..).zip(places).map(place).collect();
        let expected: Vec<_> = expected.iter().map(|n| id(*n)).collect();
        assert_eq!(give_way(places, used, most), expected);
    }

    #[test]
    fn the_closed_give_way_before_the_longest_untouched() {
        check(&[], 10, 5, &[]);
        check(&[(5, true, 1), (5, false, 9)], 0, 10, &[]);
        check(&[(5, true, 1), (5, false, 9)], 0, 9, &[1]);
        check(&[(5, true, 1), (5, false, 9)], 1, 5, &[1, 0]);
        check(&[(5, true, 3), (5, true, 1), (5, true, 2)], 0, 5, &[1, 2]);
        check(&[(5, false, 3), (5, false, 1), (5, true, 0)], 0, 6, &[1, 0]);
        check(&[(5, true, 1)], 100, 50, &[0]);
    }
}
