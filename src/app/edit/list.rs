//! Places in an order: moving one up or down, taking one out.

use super::Refused;

/// Which way something is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
}

impl Way {
    /// The place next to another that way; none beyond an end.
    pub fn from(self, place: usize, length: usize) -> Option<usize> {
        match self {
            Self::Up => place.checked_sub(1),
            Self::Down => Some(place + 1).filter(|next| *next < length),
        }
    }
}

/// Moves one of a list; at its end it stays.
pub fn shift<T>(list: &mut [T], place: usize, way: Way) {
    if place < list.len()
        && let Some(next) = way.from(place, list.len())
    {
        list.swap(place, next);
    }
}

/// Moves one past the next one that way that is of the same kind; those between stay.
pub fn shift_among<T>(list: &mut [T], place: usize, way: Way, same: impl Fn(&T) -> bool) {
    let next = match way {
        Way::Up => (0..place).rev().find(|other| same(&list[*other])),
        Way::Down => (place + 1..list.len()).find(|other| same(&list[*other])),
    };
    if let Some(next) = next {
        // One by one, so that those between keep their order.
        if next < place {
            list[next..=place].rotate_right(1);
        } else {
            list[place..=next].rotate_left(1);
        }
    }
}

/// Takes one out of a list.
///
/// # Errors
/// [`Refused::Missing`].
pub fn remove<T>(list: &mut Vec<T>, place: usize) -> Result<T, Refused> {
    if place < list.len() { Ok(list.remove(place)) } else { Err(Refused::Missing) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moves_up_and_down_and_stays_at_the_ends() {
        for (place, way, expected) in [
            (0, Way::Up, "abc"),
            (1, Way::Up, "bac"),
            (1, Way::Down, "acb"),
            (2, Way::Down, "abc"),
            (9, Way::Up, "abc"),
            (9, Way::Down, "abc"),
        ] {
            let mut list = ['a', 'b', 'c'];
            shift(&mut list, place, way);
            assert_eq!(list.iter().collect::<String>(), expected, "{place} {way:?}");
        }
    }

    #[test]
    fn one_moves_past_its_like_alone() {
        for (list, place, way, expected) in [
            ("-aBDc", 3, Way::Up, "-aDBc"),
            ("aBc-D", 4, Way::Up, "aDBc-"),
            ("aBc-D", 1, Way::Down, "ac-DB"),
            ("aBc-D", 1, Way::Up, "aBc-D"),
            ("aBc-D", 4, Way::Down, "aBc-D"),
        ] {
            let mut list: Vec<char> = list.chars().collect();
            shift_among(&mut list, place, way, char::is_ascii_uppercase);
            assert_eq!(list.iter().collect::<String>(), expected, "{place} {way:?}");
        }
    }
}
