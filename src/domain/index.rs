//! Ids in order, so that one of many is found without looking at all of them.
//!
//! Invariant: of an id that stands twice in a list, the first place is found.

/// The ids of a list with their places.
#[derive(Debug, Clone)]
pub(super) struct Index<'a>(Vec<(&'a str, usize)>);

impl<'a> Index<'a> {
    /// Puts the ids of a list in order.
    // One kind of iterator, so that this is linked once, for the widget too.
    pub(super) fn of(ids: &mut dyn Iterator<Item = &'a str>) -> Self {
        let mut entries: Vec<_> = ids.zip(0..).collect();
        sort(&mut entries);
        Self(entries)
    }

    /// The place of an id in its list.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let at = self.0.partition_point(|(known, _)| *known < id);
        self.0.get(at).filter(|(known, _)| *known == id).map(|(_, place)| *place)
    }

    /// All ids with their places, in the order of the ids.
    pub(super) fn entries(&self) -> &[(&'a str, usize)] {
        &self.0
    }

    /// The ids that stand in the list for a second time with their places there, by id.
    pub(super) fn repeated(&self) -> impl Iterator<Item = (&'a str, usize)> {
        self.0.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1])
    }
}

/// Shell's sort. The standard library's is quicker and weighs a fiftieth of the widget.
fn sort(entries: &mut [(&str, usize)]) {
    let mut gap = 1;
    while gap < entries.len() / 3 {
        gap = 3 * gap + 1;
    }
    while gap > 0 {
        for start in gap..entries.len() {
            let mut at = start;
            while at >= gap && entries[at - gap] > entries[at] {
                entries.swap(at - gap, at);
                at -= gap;
            }
        }
        gap /= 3;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_found_in_its_first_place() {
        let index = Index::of(&mut ["b", "a", "", "b", "a", "b"].into_iter());
        for (id, place) in [("b", Some(0)), ("a", Some(1)), ("", Some(2)), ("c", None)] {
            assert_eq!(index.find(id), place, "{id}");
        }
        assert!(index.repeated().eq([("a", 4), ("b", 3), ("b", 5)]));
        assert_eq!(index.entries()[0], ("", 2));
    }

    #[test]
    fn many_ids_stand_in_order() {
        let ids: Vec<String> = (0..5_000_u32).map(|n| (n * 7_919 % 5_003).to_string()).collect();
        let index = Index::of(&mut ids.iter().map(String::as_str));
        assert!(index.entries().is_sorted());
        assert!(ids.iter().enumerate().all(|(n, id)| index.find(id) == Some(n)));
    }

    #[test]
    fn nothing_is_found_in_an_empty_list() {
        let index = Index::of(&mut std::iter::empty());
        assert_eq!((index.find(""), index.repeated().count()), (None, 0));
    }
}
