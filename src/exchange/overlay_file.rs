//! Overlay files, in and out.
//!
//! Owns what the file is and whether it can be read. Refuses to say whether it suits a playbook:
//! [`check_overlay`](crate::domain::playbook::check::check_overlay) does. Invariant: what is
//! written reads the same.

use super::json::{self, Expected, FileError, Format};
use super::limits::{INNER_DEPTH, PLAYBOOK_BYTES};
use crate::domain::playbook::overlay::{FORMAT_VERSION, Overlay};

/// Reads an overlay.
///
/// # Errors
/// What the file is instead, or the place where it cannot be read.
pub fn read(text: &str) -> Result<Overlay, FileError> {
    let expected = Expected {
        format: Format::Overlay,
        version: FORMAT_VERSION,
        bytes: PLAYBOOK_BYTES,
        depth: INNER_DEPTH,
    };
    json::read(text, &expected)
}

/// Writes an overlay, laid out like a playbook.
pub fn write(overlay: &Overlay) -> String {
    json::write(overlay, usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TINY: &str = r#"{"format":"ripen-overlay","version":1,"id":"tiny","title":"Tiny",
        "sections":[{"id":"t","title":"T"}],
        "questions":[{"id":"t_q","section":"t","title":"Q","prompt":"Q?","kind":"yes_no"}],
        "criteria":[{"id":"t_c","title":"C","rule_text":"yes","step":"ask",
                     "rule":{"answer":{"question":"t_q","is":{"yes":true}}}}],
        "cards":[{"id":"t","title":"T","items":[{"title":"I","full":"t_c"}]}]}"#;

    #[test]
    fn what_is_written_reads_the_same() {
        let overlay = read(TINY).unwrap();
        assert_eq!(read(&write(&overlay)), Ok(overlay));
    }

    #[test]
    fn what_is_no_overlay_is_named() {
        let playbook = TINY.replace("ripen-overlay", "ripen-playbook");
        let (expected, found) = (Format::Overlay, Format::Playbook);
        assert_eq!(read(&playbook), Err(FileError::Other { expected, found }));
        assert_eq!(read(&TINY.replace("\"version\":1", "\"version\":2")), Err(FileError::Newer(2)));
        let broken = TINY.replace("\"full\"", "\"ful\"");
        let Err(FileError::Unreadable(fault)) = read(&broken) else { panic!("it has no `full`") };
        assert_eq!((fault.path.as_str(), fault.line), ("cards[0].items[0]", 6));
    }
}
