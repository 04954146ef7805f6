//! The playbooks and overlays that ship with Ripen, and putting another playbook in the place of
//! the one in use.
//!
//! Refuses to fetch. Invariant: no version of a playbook stands for two: the number of one that is
//! taken again goes on from there.

use crate::domain::playbook::Playbook;

/// The playbooks that ship, beside the page.
pub const PACKS: [&str; 4] = [
    "playbooks/pain-interest-fit.json",
    "playbooks/interest-budget-need-authority.json",
    "playbooks/strict-b2b.json",
    EXAMPLE,
];

/// The playbook of a made-up firm.
pub const EXAMPLE: &str = "playbooks/example.json";

/// The overlays that ship, beside the page.
pub const OVERLAYS: [&str; 5] = [
    "playbooks/overlays/meddpicc.json",
    "playbooks/overlays/spiced.json",
    "playbooks/overlays/champ.json",
    "playbooks/overlays/anum.json",
    "playbooks/overlays/faint.json",
];

/// Whether two playbooks say the same, whatever their version.
pub fn is_same(one: &Playbook, other: &Playbook) -> bool {
    one.id == other.id && *one == Playbook { revision: one.revision, ..other.clone() }
}

/// The playbook that takes the place of the one in use.
pub fn taking_over(used: &Playbook, chosen: &Playbook) -> Playbook {
    let mut next = chosen.clone();
    if used.id == chosen.id && used.revision >= chosen.revision {
        next.revision = used.revision.saturating_add(1);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../playbooks/pain-interest-fit.json")).unwrap()
    }

    #[test]
    fn everything_named_ships() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for path in PACKS.into_iter().chain(OVERLAYS) {
            assert!(root.join(path).is_file(), "{path}");
        }
    }

    #[test]
    fn a_version_never_stands_for_two() {
        let check = |used: (&str, u32), chosen: (&str, u32), expected: u32| {
            let of = |(id, revision): (&str, u32)| Playbook { id: id.into(), revision, ..pack() };
            assert_eq!(taking_over(&of(used), &of(chosen)).revision, expected);
        };
        check(("a", 7), ("b", 1), 1);
        check(("a", 7), ("a", 1), 8);
        check(("a", 7), ("a", 7), 8);
        check(("a", 1), ("a", 3), 3);
    }

    #[test]
    fn the_version_alone_makes_no_other_playbook() {
        let (one, mut other) = (pack(), Playbook { revision: 9, ..pack() });
        assert!(is_same(&one, &other));
        other.title.push('!');
        assert!(!is_same(&one, &other));
    }
}
