//! What is still to be stored in one place, and what could not be.
//!
//! Owns the order things are tried in. Refuses to know what they are, how they are stored and why
//! that fails. Invariants: one that fails keeps no other from being tried; in one pass each is tried
//! once, unless it changes meanwhile, also while it is being stored; what is not stored stays counted.

use std::collections::{BTreeMap, BTreeSet};

/// Things by their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved<T, E> {
    /// Changed since they were tried.
    changed: BTreeSet<T>,
    /// Failed in the pass before; tried last.
    again: BTreeSet<T>,
    /// Being stored, as they were before they changed.
    trying: BTreeSet<T>,
    /// Failed in this pass, and why.
    failed: BTreeMap<T, E>,
}

impl<T, E> Default for Unsaved<T, E> {
    fn default() -> Self {
        Self {
            changed: BTreeSet::new(),
            again: BTreeSet::new(),
            trying: BTreeSet::new(),
            failed: BTreeMap::new(),
        }
    }
}

impl<T: Copy + Ord, E: Copy> Unsaved<T, E> {
    /// Lists what changed; it is tried again, also in the same pass.
    pub fn change(&mut self, things: impl IntoIterator<Item = T>) {
        for thing in things {
            self.again.remove(&thing);
            self.failed.remove(&thing);
            self.changed.insert(thing);
        }
    }

    /// Begins a pass: what failed is tried once more.
    pub fn begin(&mut self) {
        self.again.extend(std::mem::take(&mut self.failed).into_keys());
    }

    /// How many changed since they were tried.
    pub fn changed(&self) -> usize {
        self.changed.len()
    }

    /// Up to so many to store now: what changed before what failed already. Each is to be said
    /// [done](Self::done) or [failed](Self::fail).
    pub fn next(&mut self, most: usize) -> Vec<T> {
        let next: Vec<T> = self.changed.iter().chain(&self.again).take(most).copied().collect();
        for thing in &next {
            self.changed.remove(thing);
            self.again.remove(thing);
            self.trying.insert(*thing);
        }
        next
    }

    /// Says that one is stored as it was when it was named as the next.
    pub fn done(&mut self, thing: T) {
        self.trying.remove(&thing);
    }

    /// Says why one could not be stored.
    pub fn fail(&mut self, thing: T, why: E) {
        self.trying.remove(&thing);
        if !self.changed.contains(&thing) {
            self.failed.insert(thing, why);
        }
    }

    /// Takes one off the list: there is nothing to store any more.
    pub fn settle(&mut self, thing: T) {
        self.changed.remove(&thing);
        self.again.remove(&thing);
        self.trying.remove(&thing);
        self.failed.remove(&thing);
    }

    /// Whether everything was tried in this pass.
    pub fn is_tried(&self) -> bool {
        !self.is_waiting() && self.trying.is_empty()
    }

    /// Whether something is to be tried next.
    pub fn is_waiting(&self) -> bool {
        !self.changed.is_empty() || !self.again.is_empty()
    }

    /// Whether something is on the list.
    pub fn has(&self, thing: T) -> bool {
        self.is_open(thing) || self.failed.contains_key(&thing)
    }

    /// Whether something is still to be tried in this pass.
    pub fn is_open(&self, thing: T) -> bool {
        [&self.changed, &self.again, &self.trying].iter().any(|list| list.contains(&thing))
    }

    /// What is not stored, each thing once.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        let Self { changed, again, trying, failed } = self;
        let again = again.iter().filter(|thing| !changed.contains(thing));
        let trying = trying.iter().filter(|it| !changed.contains(it) && !self.again.contains(it));
        let failed = failed.keys().filter(|thing| !self.is_open(**thing));
        changed.iter().chain(again).chain(trying).chain(failed).copied()
    }

    /// What is not stored.
    pub fn all(&self) -> BTreeSet<T> {
        self.iter().collect()
    }

    /// What failed in this pass, and why.
    pub fn failed(&self) -> &BTreeMap<T, E> {
        &self.failed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    type List = Unsaved<u32, &'static str>;

    fn of(things: &[u32]) -> List {
        let mut list = List::default();
        list.change(things.iter().copied());
        list
    }

    /// Goes through a pass, `slice` at a time; gives what was tried, in order.
    fn pass(
        list: &mut List,
        slice: usize,
        store: impl Fn(u32) -> Result<(), &'static str>,
    ) -> Vec<u32> {
        let mut tried = Vec::new();
        list.begin();
        while !list.is_tried() {
            for thing in list.next(slice) {
                tried.push(thing);
                match store(thing) {
                    Ok(()) => list.done(thing),
                    Err(why) => list.fail(thing, why),
                }
            }
        }
        tried
    }

    /// A storage with so much room, and a thing that takes so much of it.
    fn room(all: u32) -> impl Fn(u32) -> Result<(), &'static str> {
        let left = RefCell::new(all);
        move |thing| {
            let mut left = left.borrow_mut();
            *left = left.checked_sub(thing).ok_or("full")?;
            Ok(())
        }
    }

    fn check(things: &[u32], all: u32, left: &[u32]) {
        for slice in 1..4 {
            let mut list = of(things);
            assert_eq!(pass(&mut list, slice, room(all)).len(), things.len());
            assert_eq!(list.all(), left.iter().copied().collect(), "{things:?}");
            assert!(list.failed().values().all(|why| *why == "full"), "{things:?}");
            assert!(left.iter().all(|thing| list.has(*thing)), "{things:?}");
        }
    }

    #[test]
    fn what_does_not_fit_keeps_nothing_else_from_being_stored() {
        check(&[], 0, &[]);
        check(&[1, 2, 3], 6, &[]);
        check(&[1, 90, 2, 3], 6, &[90]);
        check(&[4, 5, 6, 7, 8], 9, &[6, 7, 8]);
        check(&[1, 2], 0, &[1, 2]);
    }

    #[test]
    fn what_failed_is_tried_once_a_pass_and_after_what_changed() {
        let mut list = of(&[1, 2, 3]);
        let odd = |thing| if thing % 2 == 1 { Err("odd") } else { Ok(()) };
        assert_eq!(pass(&mut list, 2, odd), [1, 2, 3]);
        assert_eq!(list.failed(), &BTreeMap::from([(1, "odd"), (3, "odd")]));
        list.change([9, 4]);
        assert_eq!(pass(&mut list, 2, odd), [4, 9, 1, 3]);
        assert_eq!(list.all().len(), 3);
        list.change([3]);
        assert_eq!(pass(&mut list, 9, |_| Ok(())), [3, 1, 9]);
        assert_eq!(list, List::default());
    }

    #[test]
    fn what_changes_while_it_is_stored_is_tried_again() {
        let mut list = of(&[1, 2]);
        list.begin();
        assert_eq!(list.next(1), [1]);
        list.fail(1, "full");
        list.change([1, 3]);
        assert_eq!(list.failed().len(), 0);
        assert_eq!(list.next(9), [1, 2, 3]);
        list.change([2, 3]);
        assert_eq!(list.iter().count(), 3, "each once, tried and changed again or not");
        list.done(1);
        list.done(2);
        list.fail(3, "full");
        assert_eq!((list.all(), list.is_tried()), (BTreeSet::from([2, 3]), false));
        assert_eq!(list.iter().collect::<Vec<_>>(), [2, 3], "each once");
        assert_eq!(list.next(9), [2, 3]);
        assert!(!list.is_waiting() && !list.is_tried() && list.is_open(2));
        list.done(2);
        list.done(3);
        assert_eq!(list, List::default());
    }

    #[test]
    fn what_is_taken_off_is_not_counted() {
        let mut list = of(&[1, 2, 3]);
        assert_eq!(list.next(2), [1, 2]);
        list.fail(2, "full");
        list.begin();
        list.settle(1);
        list.settle(2);
        list.settle(7);
        assert_eq!((list.all(), list.has(2), list.has(3)), (BTreeSet::from([3]), false, true));
    }
}
