//! The stored list of backups, in and out.
//!
//! Owns its form and its versions. Refuses to know where it is stored and what it is for. Invariant:
//! what is written reads the same; every form that was ever stored reads for ever.

use super::json::{self, Expected, FileError, Format};
use super::limits::{DEPTH, SETTINGS_BYTES};
use crate::app::backup::{Backup, Backups};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The version of the form.
pub const VERSION: u32 = 1;

/// Reads the list.
///
/// # Errors
/// What the text is instead, or the place where it cannot be read.
pub fn read(text: &str) -> Result<Backups, FileError> {
    let expected =
        Expected { format: Format::Backups, version: VERSION, bytes: SETTINGS_BYTES, depth: DEPTH };
    let Incoming { backups } = json::read(text, &expected)?;
    let backup = |Stored { at, file, contacts }| Backup { at, file, contacts };
    Ok(Backups::new(backups.into_iter().map(backup).collect()))
}

/// Writes the list, on one line.
pub fn write(backups: &Backups) -> String {
    let stored = |backup: &Backup| Stored {
        at: backup.at,
        file: backup.file.clone(),
        contacts: backup.contacts,
    };
    let backups = backups.all().iter().map(stored).collect();
    json::write(&Outgoing { format: Format::Backups.name(), version: VERSION, backups }, 0)
}

#[derive(Serialize)]
struct Outgoing {
    format: &'static str,
    version: u32,
    backups: Vec<Stored>,
}

#[derive(Deserialize)]
struct Incoming {
    backups: Vec<Stored>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    at: DateTime<Utc>,
    file: String,
    contacts: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    const V1: &str = include_str!("../../tests/fixtures/stored/backups-1.json");

    fn check(text: &str, expected: &Result<Backups, FileError>) {
        assert_eq!(&read(text), expected, "{text}");
    }

    #[test]
    fn every_form_that_was_stored_reads_and_the_last_is_written() {
        let at = DateTime::from_timestamp_millis(1_795_000_000_123).unwrap();
        let file = "ripen-default-2026-11-18.json".to_owned();
        let backups = Backups::new(vec![Backup { at, file, contacts: 12 }]);
        check(V1, &Ok(backups.clone()));
        assert_eq!(write(&backups), V1);
        check(&write(&Backups::default()), &Ok(Backups::default()));
    }

    #[test]
    fn a_newer_version_is_told_from_damage() {
        check(&V1.replace("\"version\":1", "\"version\":2"), &Err(FileError::Newer(2)));
        for text in ["", "[]", &V1.replace("2026", "year")] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
