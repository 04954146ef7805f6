//! Comparing contacts that have something in common, block by block.
//!
//! Invariant: the order of the blocks changes nothing.

use super::apart::{Apart, share_an_id};
use super::names::{Likeness, Name};
use super::unions::Unions;
use super::{Found, Group, Mark, Marks, Reason, Seen};
use std::collections::BTreeMap;

/// More contacts than this with one e-mail address: it is a shared one and says nothing.
const SHARED: usize = 30;
/// Up to here names are compared all with all; of more, those with a word in common.
const BLOCK: usize = 48;
/// What was seen, being compared, so that a page can breathe in between.
#[derive(Debug)]
pub struct Comparison {
    seen: Vec<Seen>,
    /// The blocks that are left.
    marks: Marks,
    apart: Apart,
    same: Unions<Reason>,
    earlier: Unions<Reason>,
}

impl Comparison {
    pub(super) fn new(seen: Vec<Seen>, marks: Marks) -> Self {
        let (apart, size) = (Apart::of(&seen), seen.len());
        Self { seen, marks, apart, same: Unions::new(size), earlier: Unions::new(size) }
    }

    /// Compares at most so many pairs, or what they have in common with nobody; says whether more is
    /// left.
    pub fn go_on(&mut self, most: usize) -> bool {
        let Self { seen, marks, apart, same, earlier } = self;
        let mut left = most;
        while left > 0 {
            let Some(((mark, _), places)) = marks.pop_first() else { return false };
            left -= 1;
            pairs(seen, mark, &places, &mut |a, b| {
                left = left.saturating_sub(1);
                let Some(reason) = reason(mark, &seen[a], &seen[b]) else { return };
                if apart.are(seen, a, b) {
                    return;
                }
                match (seen[a].is_over, seen[b].is_over) {
                    _ if reason == Reason::SameId => same.join(a, b, reason),
                    (false, false) => same.join(a, b, reason),
                    (true, true) => {}
                    _ => earlier.join(a, b, reason),
                }
            });
        }
        !marks.is_empty()
    }

    /// What was found so far.
    pub fn found(self) -> Found {
        let (groups, mut earlier) =
            (in_order(&self.seen, self.same), in_order(&self.seen, self.earlier));
        let of = |group: usize| groups[group].contacts.iter().map(move |id| (*id, group));
        let proposed: BTreeMap<_, _> = (0..groups.len()).flat_map(of).collect();
        earlier.retain(|told| {
            let mut all = told.contacts.iter().map(|id| proposed.get(id));
            let first = all.next().flatten();
            first.is_none() || all.any(|group| group != first)
        });
        Found { groups, earlier }
    }
}

fn in_order(seen: &[Seen], found: Unions<Reason>) -> Vec<Group> {
    let group = |(places, reasons): (Vec<usize>, _)| {
        let mut contacts: Vec<_> = places.iter().map(|place| seen[*place].ids[0]).collect();
        contacts.sort_unstable();
        Group { contacts, reasons }
    };
    let mut groups: Vec<_> = found.groups().into_iter().map(group).collect();
    groups.sort_by(|a, b| (&a.reasons, &a.contacts).cmp(&(&b.reasons, &b.contacts)));
    groups
}

/// The pairs of a block that are worth comparing.
fn pairs(seen: &[Seen], mark: Mark, places: &[usize], visit: &mut dyn FnMut(usize, usize)) {
    let mut all = |places: &[usize]| {
        for (n, a) in places.iter().enumerate() {
            places[n + 1..].iter().for_each(|b| visit(*a, *b));
        }
    };
    match mark {
        Mark::Email if places.len() > SHARED => {}
        _ if places.len() <= BLOCK => all(places),
        Mark::Id | Mark::Email => places.windows(2).for_each(|pair| visit(pair[0], pair[1])),
        Mark::Organisation | Mark::Domain | Mark::Phone => {
            let mut words = Vec::new();
            for place in places {
                for name in &seen[*place].names {
                    let long = name.words().iter().filter(|word| word.len() > 1);
                    // The whole name, too: both of its words may be common.
                    let whole = name.words().join(" ");
                    words.extend(long.cloned().chain([whole]).map(|word| (word, *place)));
                }
            }
            words.sort_unstable();
            words.dedup();
            for block in words.chunk_by(|a, b| a.0 == b.0) {
                // A word of so many, such as a common first name, says nothing by itself.
                if block.len() <= BLOCK {
                    all(&block.iter().map(|(_, place)| *place).collect::<Vec<_>>());
                }
            }
        }
    }
}

fn reason(mark: Mark, a: &Seen, b: &Seen) -> Option<Reason> {
    let likeness = || {
        let likeness = |a: &Name| b.names.iter().find_map(|b| a.likeness(b));
        a.names.iter().find_map(likeness)
    };
    Some(match mark {
        Mark::Id => share_an_id(&a.external, &b.external).then_some(Reason::SameId)?,
        Mark::Email => Reason::SameEmail,
        Mark::Organisation => match likeness()? {
            Likeness::Same => Reason::SameName,
            Likeness::Alike => Reason::LikeName,
        },
        Mark::Domain => likeness().map(|_| Reason::SameDomain)?,
        Mark::Phone => likeness().map(|_| Reason::SamePhone)?,
    })
}
