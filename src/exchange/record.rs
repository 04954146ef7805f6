//! The stored form of one contact: its events as compact JSON, `{"v":1,"events":[…]}`, or
//! `{"v":1,"erased":true}` for one that was erased.
//!
//! Owns the form and its versions. Refuses to know where it is stored. Browser storage is small, so an event
//! leaves out what its reader can tell: `at` where it is the moment in the id, `by` where it is the import; UUIDs go without hyphens.
//! Invariant: every history reads back as it was written (to the millisecond), and what is newer or
//! unreadable is said to be so, never guessed at.

mod event;
mod join;

pub use join::{is_within, join};

use super::json::{self, Fault};
use crate::domain::held::Held;
use crate::domain::log::EventLog;
use event::{Incoming, Outgoing};
use serde::{Deserialize, Serialize};
use std::fmt::Display;

/// One step of the ladder: a stored value of one version as that of the next.
type Migration = fn(serde_json::Value) -> serde_json::Value;

/// `MIGRATIONS[0]` takes version 1 to version 2, and so on. Never change one, only add.
const MIGRATIONS: [Migration; 0] = [];

/// The version this app writes.
#[allow(clippy::cast_possible_truncation)]
pub const VERSION: u32 = MIGRATIONS.len() as u32 + 1;

/// How a history of [`VERSION`] begins. A test holds the two together.
const HEAD: &str = r#"{"v":1,"events":["#;

/// Why a stored contact could not be read. It must be left as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// Written by a newer version of this app.
    #[error("record version {0} is newer than this app")]
    Newer(u32),
    /// Damaged, or not a record.
    #[error("{0}")]
    Unreadable(Fault),
}

/// Writes what is held of a contact.
///
/// ```
/// use ripen::domain::held::Held;
/// use ripen::domain::log::EventLog;
/// use ripen::exchange::record;
/// let nothing = Held::History(EventLog::default());
/// assert_eq!(record::encode(&nothing), r#"{"v":1,"events":[]}"#);
/// assert_eq!(record::encode(&Held::Erased), r#"{"v":1,"erased":true}"#);
/// ```
pub fn encode(held: &Held) -> String {
    match held {
        Held::History(log) => encode_log(log),
        Held::Erased => format!(r#"{{"v":{VERSION},"erased":true}}"#),
    }
}

/// Writes a history.
pub fn encode_log(log: &EventLog) -> String {
    let record = Record { v: VERSION, events: log.events().iter().map(Outgoing::of).collect() };
    serde_json::to_string(&record)
        .expect("every map of an event has text keys, and text takes every byte")
}

/// Reads what is held of a contact.
///
/// # Errors
/// [`RecordError::Newer`] for a version this app does not know, [`RecordError::Unreadable`] with
/// the place for anything else.
pub fn decode(text: &str) -> Result<Held, RecordError> {
    // What this version wrote needs no look ahead: most of what is stored is that.
    if text.starts_with(HEAD) {
        let record: Record<Incoming> = json::parse(text).map_err(RecordError::Unreadable)?;
        return history(record);
    }
    let head: Head = json::parse(text).map_err(RecordError::Unreadable)?;
    let known = usize::try_from(head.v).ok().and_then(|version| version.checked_sub(1));
    match known {
        Some(steps) if steps <= MIGRATIONS.len() && head.erased => Ok(Held::Erased),
        Some(steps) if steps == MIGRATIONS.len() => {
            let record: Record<Incoming> = json::parse(text).map_err(RecordError::Unreadable)?;
            history(record)
        }
        Some(steps) if steps < MIGRATIONS.len() => {
            let old: serde_json::Value = json::parse(text).map_err(RecordError::Unreadable)?;
            let value = MIGRATIONS.iter().skip(steps).fold(old, |value, step| step(value));
            // By way of text: one reader for old and new records weighs half of two.
            history(json::parse(&value.to_string()).map_err(RecordError::Unreadable)?)
        }
        Some(_) => Err(RecordError::Newer(head.v)),
        None => Err(unreadable("v".to_owned(), "no version")),
    }
}

#[derive(Deserialize)]
struct Head {
    v: u32,
    #[serde(default)]
    erased: bool,
}

#[derive(Serialize, Deserialize)]
struct Record<E> {
    v: u32,
    events: Vec<E>,
}

fn history(record: Record<Incoming>) -> Result<Held, RecordError> {
    let event = |(n, event): (usize, Incoming)| {
        event.restore().ok_or_else(|| unreadable(format!("events[{n}].at"), "no moment"))
    };
    let events: Result<_, _> = record.events.into_iter().enumerate().map(event).collect();
    events.map(|events| EventLog::new(events).into())
}

fn unreadable(path: String, reason: impl Display) -> RecordError {
    RecordError::Unreadable(Fault { path, line: 1, reason: reason.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::By;
    use crate::domain::when::When;

    /// 2016-10-20T00:00:00.000Z.
    const ID: &str = "0157df632800700080000000000000aa";

    pub(super) fn log_of(text: &str) -> EventLog {
        let Ok(Held::History(log)) = decode(text) else { panic!("{text}") };
        log
    }

    fn check(events: &str) {
        let stored = format!(r#"{{"v":1,"events":[{events}]}}"#);
        assert_eq!(encode(&decode(&stored).unwrap()), stored);
    }

    #[test]
    fn an_event_leaves_out_what_its_reader_can_tell() {
        check(&format!(r#"{{"id":"{ID}","batch":"{ID}","kind":{{"created":{{}}}}}}"#));
        check(&format!(
            r#"{{"id":"{ID}","at":"2016-10-20","by":"visitor","batch":"{ID}","kind":{{"sang":[1]}}}}"#
        ));
        let log = log_of(&format!(
            r#"{{"v":1,"events":[{{"id":"{ID}","batch":"{ID}","kind":{{"created":{{}}}}}}]}}"#
        ));
        let event = log.events().first().cloned().unwrap();
        assert_eq!(event.at, When::parse("2016-10-20T00:00:00Z").unwrap());
        assert_eq!(event.by, By::Import);
    }

    #[test]
    fn what_is_written_begins_as_what_is_read() {
        assert_eq!(encode_log(&EventLog::default()), format!("{HEAD}]}}"));
        assert!(HEAD.contains(&format!(r#""v":{VERSION},"#)));
    }

    #[test]
    fn the_plain_form_reads_too() {
        let plain = r#"{"v":1,"events":[{"id":"0157df63-2800-7000-8000-0000000000aa",
            "at":"2016-10-20T00:00:00.000Z","by":"import",
            "batch":"0157df63-2800-7000-8000-0000000000aa","kind":{"created":{}}}]}"#;
        assert!(encode(&decode(plain).unwrap()).len() < plain.len());
    }

    #[test]
    fn a_newer_version_is_told_from_damage() {
        for text in [r#"{"v":2,"events":"?"}"#, r#"{"events":[],"v":4000000000}"#] {
            assert!(matches!(decode(text), Err(RecordError::Newer(_))), "{text}");
        }
        for (text, path) in [
            ("", "."),
            ("[]", "."),
            (r#"{"v":0,"events":[]}"#, "v"),
            (r#"{"v":-1,"events":[]}"#, "v"),
            (r#"{"v":1}"#, "."),
            (r#"{"v":1,"events":[{"id":7}]}"#, "events[0].id"),
            (r#"{"v":1,"events":[]}x"#, "."),
        ] {
            let Err(RecordError::Unreadable(fault)) = decode(text) else { panic!("{text}") };
            assert_eq!(fault.path, path, "{text}: {fault}");
        }
    }

    #[test]
    fn an_id_out_of_reach_needs_its_own_moment() {
        let id = "ffffffffffff700080000000000000aa";
        let text = |at| {
            format!(r#"{{"v":1,"events":[{{"id":"{id}",{at}"batch":"{id}","kind":{{"x":1}}}}]}}"#)
        };
        assert!(decode(&text("")).is_err());
        check(&format!(r#"{{"id":"{id}","at":"2026-11-21","batch":"{id}","kind":{{"x":1}}}}"#));
    }
}
