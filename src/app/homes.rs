//! What is kept in two homes: a quick small one, local storage, and a lasting roomy one, the
//! database.
//!
//! Owns what "saved" means. Refuses to know how either is written. Invariants: nothing counts as
//! saved before one home has it, and nothing as lasting before the database has it; what one home
//! refuses the other is given.

use super::unsaved::Unsaved;
use std::collections::BTreeSet;

/// Things by their names, and where they are still to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Homes<T, E> {
    /// Still to be stored in local storage.
    pub local: Unsaved<T, E>,
    /// Still to be stored in the database.
    pub mirror: Unsaved<T, E>,
    /// Those that go into the database alone.
    alone: BTreeSet<T>,
    /// Whether there is a database, as far as is known.
    has_mirror: bool,
}

/// How far storing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept<E> {
    /// All of it is in the database.
    Lasting,
    /// All of it is stored, some or all in local storage alone.
    Local,
    /// So many are still to be stored.
    UnderWay(usize),
    /// So many are stored nowhere: why, for one of them.
    Not(E, usize),
}

impl<T, E> Default for Homes<T, E> {
    fn default() -> Self {
        let (local, mirror) = (Unsaved::default(), Unsaved::default());
        Self { local, mirror, alone: BTreeSet::new(), has_mirror: true }
    }
}

impl<T: Copy + Ord, E: Copy> Homes<T, E> {
    /// Lists what changed, for both homes.
    pub fn change(&mut self, things: impl IntoIterator<Item = T>) {
        for thing in things {
            self.local.change([thing]);
            if self.has_mirror {
                self.mirror.change([thing]);
            }
        }
    }

    /// Lists what local storage has by now, for the database.
    pub fn mirror_change(&mut self, thing: T) {
        if self.has_mirror {
            self.mirror.change([thing]);
        }
    }

    /// Lists what changed and is too much for local storage; where there is no database it goes
    /// there all the same.
    pub fn change_much(&mut self, things: impl IntoIterator<Item = T>) {
        for thing in things {
            if self.has_mirror {
                // What waits for local storage has its place there.
                if !self.local.has(thing) {
                    self.alone.insert(thing);
                }
                self.mirror.change([thing]);
            } else {
                self.local.change([thing]);
            }
        }
    }

    /// Says that there is no database: what was meant for it goes to local storage.
    pub fn has_no_mirror(&mut self) {
        self.has_mirror = false;
        self.mirror = Unsaved::default();
        self.local.change(std::mem::take(&mut self.alone));
    }

    /// Whether there is a database, as far as is known.
    pub fn has_mirror(&self) -> bool {
        self.has_mirror
    }

    /// Whether something is still to be stored that goes into the database alone.
    pub fn has_alone(&self) -> bool {
        !self.alone.is_empty()
    }

    /// Whether the database has one as it is now.
    pub fn is_mirrored(&self, thing: T) -> bool {
        self.has_mirror && !self.mirror.has(thing)
    }

    /// Says that the database has one, as it was when it was named as the next: local storage need
    /// not.
    pub fn mirrored(&mut self, thing: T) {
        self.mirror.done(thing);
        if !self.mirror.has(thing) {
            self.alone.remove(&thing);
            if !self.local.is_open(thing) {
                self.local.settle(thing);
            }
        }
    }

    /// Says why the database does not have one: what was meant for it alone goes to local storage.
    pub fn not_mirrored(&mut self, thing: T, why: E) {
        self.mirror.fail(thing, why);
        if self.alone.remove(&thing) {
            self.local.change([thing]);
        }
    }

    /// Takes one off all lists: there is nothing to store any more.
    pub fn settle(&mut self, thing: T) {
        self.local.settle(thing);
        self.mirror.settle(thing);
        self.alone.remove(&thing);
    }

    /// Whether one is not stored anywhere yet as it is now.
    pub fn is_lost_without_page(&self, thing: T) -> bool {
        self.local.has(thing) || self.alone.contains(&thing)
    }

    /// How many are not stored anywhere yet as they are now.
    pub fn lost_without_page(&self) -> usize {
        let alone = self.alone.iter().filter(|thing| !self.local.has(**thing));
        self.local.iter().count() + alone.count()
    }

    /// How far storing is.
    pub fn state(&self) -> Kept<E> {
        if !self.local.is_tried() || !self.mirror.is_tried() {
            let mirror = self.mirror.iter().filter(|thing| !self.local.has(*thing));
            return Kept::UnderWay(self.local.iter().count() + mirror.count());
        }
        // What local storage refused and the database took is settled by now.
        match self.local.failed().values().next() {
            Some(why) => Kept::Not(*why, self.local.failed().len()),
            None if self.has_mirror && self.mirror.failed().is_empty() => Kept::Lasting,
            None => Kept::Local,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Places = Homes<u32, &'static str>;

    /// Stores everything there is to store, `local` and `mirror` saying what they take.
    fn pass(
        homes: &mut Places,
        local: impl Fn(u32) -> bool,
        mirror: impl Fn(u32) -> bool,
    ) -> Kept<&'static str> {
        homes.local.begin();
        homes.mirror.begin();
        while matches!(homes.state(), Kept::UnderWay(_)) {
            for thing in homes.local.next(2) {
                if local(thing) {
                    homes.local.done(thing);
                } else {
                    homes.local.fail(thing, "small");
                }
            }
            let next = homes.mirror.next(usize::MAX);
            for thing in next {
                if mirror(thing) {
                    homes.mirrored(thing);
                } else {
                    homes.not_mirrored(thing, "gone");
                }
            }
        }
        homes.state()
    }

    fn check(
        much: &[u32],
        few: &[u32],
        local: impl Fn(u32) -> bool + Copy,
        mirror: impl Fn(u32) -> bool + Copy,
        expected: Kept<&'static str>,
    ) {
        let mut homes = Places::default();
        homes.change_much(much.iter().copied());
        homes.change(few.iter().copied());
        assert!(matches!(homes.state(), Kept::UnderWay(_)) || much.len() + few.len() == 0);
        assert_eq!(pass(&mut homes, local, mirror), expected, "{much:?} and {few:?}");
        // Trying again changes nothing as long as the homes are as they are, and mends it after.
        assert_eq!(pass(&mut homes, local, mirror), expected, "{much:?} and {few:?}");
        assert_eq!(pass(&mut homes, |_| true, |_| true), Kept::Lasting);
        assert_eq!(homes.lost_without_page(), 0);
    }

    #[test]
    fn saved_is_what_one_home_has_and_lasting_what_the_database_has() {
        let (all, none) = (|_| true, |_| false);
        check(&[], &[], all, all, Kept::Lasting);
        check(&[1, 2], &[3], all, all, Kept::Lasting);
        check(&[], &[3, 4], none, all, Kept::Lasting);
        check(&[1, 2], &[3], none, all, Kept::Lasting);
        check(&[], &[3, 4], all, none, Kept::Local);
        check(&[1, 2], &[3], all, none, Kept::Local);
        check(&[], &[3, 4], none, none, Kept::Not("small", 2));
        check(&[1, 2], &[3], none, none, Kept::Not("small", 3));
        check(&[1, 2], &[3], |n| n == 2, none, Kept::Not("small", 2));
        check(&[1, 2], &[3, 4], |n| n != 4, |n| n == 4, Kept::Local);
    }

    #[test]
    fn what_goes_to_the_database_alone_is_not_given_to_local_storage() {
        let mut homes = Places::default();
        homes.change_much([1, 2]);
        assert_eq!(homes.local.all().len(), 0);
        assert_eq!((homes.lost_without_page(), homes.is_lost_without_page(1)), (2, true));
        assert!(homes.has_alone());
        homes.mirror.next(9);
        homes.change([2]);
        homes.mirrored(1);
        homes.mirrored(2);
        assert_eq!((homes.is_lost_without_page(1), homes.is_lost_without_page(2)), (false, true));
        assert_eq!(
            (homes.is_mirrored(1), homes.is_mirrored(2), homes.has_alone()),
            (true, false, true)
        );
        assert_eq!(homes.state(), Kept::UnderWay(1));
    }

    #[test]
    fn what_changes_while_it_is_mirrored_is_not_saved_yet() {
        let mut homes = Places::default();
        homes.change_much([1]);
        homes.mirror.next(9);
        homes.change_much([1]);
        homes.mirrored(1);
        assert_eq!((homes.state(), homes.is_lost_without_page(1)), (Kept::UnderWay(1), true));
    }

    #[test]
    fn without_a_database_everything_goes_to_local_storage() {
        let mut homes = Places::default();
        homes.change_much([1, 2]);
        homes.change([3]);
        homes.has_no_mirror();
        homes.change_much([4]);
        assert_eq!(homes.local.all(), BTreeSet::from([1, 2, 3, 4]));
        assert_eq!(pass(&mut homes, |n| n != 4, |_| unreachable!()), Kept::Not("small", 1));
        assert_eq!(pass(&mut homes, |_| true, |_| unreachable!()), Kept::Local);
    }
}
