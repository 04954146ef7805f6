//! Who was merged into whom, and who goes on.
//!
//! Refuses to know contacts. Invariant: of contacts that are linked, whatever the order in which
//! links became known, exactly one of each way goes on: the end of the way or, where the way runs
//! in a circle (two pages each merged one into the other), the smallest id of the circle. A link to a
//! contact that is not here leads nowhere.

use crate::domain::ids::ContactId;
use std::collections::{BTreeMap, BTreeSet};

/// The links of a workspace, few beside its contacts.
#[derive(Debug, Clone, Default)]
pub struct Links {
    to: BTreeMap<ContactId, ContactId>,
    from: BTreeMap<ContactId, BTreeSet<ContactId>>,
}

impl Links {
    /// Notes into whom a contact was merged, in place of what was noted before.
    pub fn set(&mut self, id: ContactId, into: Option<ContactId>) {
        let before = self.to.remove(&id);
        if let Some(before) = before
            && let Some(sources) = self.from.get_mut(&before)
        {
            sources.remove(&id);
            if sources.is_empty() {
                self.from.remove(&before);
            }
        }
        if let Some(into) = into {
            self.to.insert(id, into);
            self.from.entry(into).or_default().insert(id);
        }
    }

    /// The contact it was merged into.
    pub fn target(&self, id: ContactId) -> Option<ContactId> {
        self.to.get(&id).copied()
    }

    /// Whether nobody was merged into it, nor it into anybody.
    pub fn is_alone(&self, id: ContactId) -> bool {
        !self.to.contains_key(&id) && !self.from.contains_key(&id)
    }

    /// Every contact with a link from it or to it.
    pub fn linked(&self) -> BTreeSet<ContactId> {
        self.to.keys().chain(self.from.keys()).copied().collect()
    }

    /// A contact with all that are linked with it, however far.
    pub fn kin(&self, id: ContactId) -> BTreeSet<ContactId> {
        let (mut kin, mut open) = (BTreeSet::from([id]), vec![id]);
        while let Some(id) = open.pop() {
            let near = self.to.get(&id).into_iter().chain(self.from.get(&id).into_iter().flatten());
            for near in near {
                if kin.insert(*near) {
                    open.push(*near);
                }
            }
        }
        kin
    }

    /// The contact that goes on in place of this one: itself, where it was merged into nobody.
    pub fn goes_on(&self, id: ContactId, is_here: impl Fn(ContactId) -> bool) -> ContactId {
        let next = |id: &ContactId| self.to.get(id).copied().filter(|into| is_here(*into));
        let mut at = id;
        for _ in 0..=self.to.len() {
            match next(&at) {
                Some(into) => at = into,
                None => return at,
            }
        }
        // More steps than there are links: it is in a circle by now.
        let (mut smallest, start) = (at, at);
        while let Some(into) = next(&at).filter(|into| *into != start) {
            smallest = smallest.min(into);
            at = into;
        }
        smallest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u64) -> ContactId {
        ContactId::new(n, [0; 10])
    }

    fn check(links: &[(u64, u64)], gone: &[u64], expected: &[(u64, u64)]) {
        let mut known = Links::default();
        for (from, into) in links {
            known.set(id(*from), Some(id(*into)));
        }
        for (from, goes_on) in expected {
            let is_here = |at| !gone.iter().any(|gone| id(*gone) == at);
            assert_eq!(known.goes_on(id(*from), is_here), id(*goes_on), "{links:?} {from}");
        }
    }

    #[test]
    fn exactly_one_goes_on() {
        check(&[], &[], &[(1, 1)]);
        check(&[(1, 2)], &[], &[(1, 2), (2, 2)]);
        check(&[(1, 2), (2, 3)], &[], &[(1, 3), (2, 3), (3, 3)]);
        check(&[(1, 2), (2, 3)], &[3], &[(1, 2), (2, 2)]);
        check(&[(1, 2), (2, 3)], &[2], &[(1, 1), (3, 3)]);
        check(&[(2, 1), (1, 2)], &[], &[(1, 1), (2, 1)]);
        check(&[(5, 3), (3, 4), (4, 2), (2, 3)], &[], &[(5, 2), (3, 2), (4, 2), (2, 2)]);
        check(&[(1, 2), (1, 3)], &[], &[(1, 3), (2, 2)]);
    }

    #[test]
    fn kin_are_found_both_ways_and_forgotten() {
        let mut links = Links::default();
        links.set(id(1), Some(id(2)));
        links.set(id(3), Some(id(2)));
        links.set(id(9), Some(id(8)));
        assert_eq!(links.kin(id(3)), BTreeSet::from([id(1), id(2), id(3)]));
        assert!(links.is_alone(id(4)) && !links.is_alone(id(2)));
        links.set(id(1), None);
        links.set(id(3), None);
        assert_eq!(links.kin(id(3)), BTreeSet::from([id(3)]));
        assert!(links.is_alone(id(2)));
        assert_eq!(links.linked(), BTreeSet::from([id(8), id(9)]));
    }
}
