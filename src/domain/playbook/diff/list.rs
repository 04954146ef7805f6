//! Which entries of two lists are the same one, and which of them stand elsewhere.
//!
//! Owns the matching alone, over names. Invariant: every entry of either list is in exactly one
//! pair, and as few as possible are called moved.

use std::collections::BTreeMap;

/// An entry of two lists, by its place in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// Its place in the old list; none for a new one.
    pub(super) old: Option<usize>,
    /// Its place in the new list; none for one that is gone.
    pub(super) new: Option<usize>,
    /// Whether it stands elsewhere among those that both lists have.
    pub(super) moved: bool,
}

/// Pairs the entries: those of the new list in its order, then those that are gone. The same name
/// twice means the first and the second one. Where an entry `can_be_renamed`, those left over at the
/// same place of both lists are one, too.
pub(super) fn pairs(old: &[&str], new: &[&str], can_be_renamed: bool) -> Vec<Pair> {
    let places = by_name(old);
    let mut left: Vec<bool> = vec![true; old.len()];
    let mut matched: Vec<Option<usize>> = vec![None; new.len()];
    for (name, place) in by_name(new) {
        if let Some(before) = places.get(&name) {
            matched[place] = Some(*before);
            left[*before] = false;
        }
    }
    if can_be_renamed {
        for (place, before) in matched.iter_mut().enumerate() {
            if before.is_none() && left.get(place) == Some(&true) {
                *before = Some(place);
                left[place] = false;
            }
        }
    }
    let stays = longest_ascent(matched.iter().copied().flatten());
    let kept = matched.iter().enumerate().map(|(place, before)| Pair {
        old: *before,
        new: Some(place),
        moved: before.is_some_and(|before| stays.binary_search(&before).is_err()),
    });
    let gone = left.iter().enumerate().filter(|(_, left)| **left);
    kept.chain(gone.map(|(place, _)| Pair { old: Some(place), new: None, moved: false })).collect()
}

/// The place of every name and how often it was there before.
fn by_name<'n>(names: &[&'n str]) -> BTreeMap<(&'n str, usize), usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let place = |(place, name): (usize, &&'n str)| {
        let count = seen.entry(name).or_default();
        *count += 1;
        ((*name, *count), place)
    };
    names.iter().enumerate().map(place).collect()
}

/// The longest run of ascending places, not necessarily side by side: those that did not move.
fn longest_ascent(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let places: Vec<usize> = places.collect();
    // For every length, where the ascent of that length with the lowest end ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end] < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let back = std::iter::successors(ends.last().copied(), |at| before[*at]);
    let mut ascent: Vec<usize> = back.map(|at| places[at]).collect();
    ascent.reverse();
    ascent
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `+` new, `-` gone, `>` moved, `=` kept.
    fn check(old: &str, new: &str, can_be_renamed: bool, expected: &str) {
        let (before, after): (Vec<_>, Vec<_>) =
            (old.split_whitespace().collect(), new.split_whitespace().collect());
        let said: Vec<String> = pairs(&before, &after, can_be_renamed)
            .into_iter()
            .map(|pair| match pair {
                Pair { old: None, new: Some(n), .. } => format!("+{}", after[n]),
                Pair { old: Some(n), new: None, .. } => format!("-{}", before[n]),
                Pair { new: Some(n), moved: true, .. } => format!(">{}", after[n]),
                Pair { new: Some(n), .. } => format!("={}", after[n]),
                Pair { .. } => "nowhere".to_owned(),
            })
            .collect();
        assert_eq!(said.join(" "), expected, "{old} → {new}");
    }

    #[test]
    fn entries_are_found_again_by_name() {
        check("", "", false, "");
        check("a b", "a b", false, "=a =b");
        check("a b", "a x b", false, "=a +x =b");
        check("a b c", "a c", false, "=a =c -b");
        check("a", "b", false, "+b -a");
        check("a a", "a a a", false, "=a =a +a");
    }

    #[test]
    fn as_few_as_possible_moved() {
        check("a b", "b a", false, ">b =a");
        check("a b c d", "d a b c", false, ">d =a =b =c");
        check("a b c d", "b c d a", false, "=b =c =d >a");
        check("a b c", "c x a", false, ">c +x =a -b");
    }

    #[test]
    fn an_entry_without_an_id_may_have_got_another_name() {
        check("a b c", "a x c", true, "=a =x =c");
        check("a b c", "a c x", true, "=a =c +x -b");
        check("a b", "a b x", true, "=a =b +x");
    }
}
