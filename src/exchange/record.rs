//! The stored form of one contact: its events as compact JSON, `{"v":1,"events":[…]}`.
//!
//! Owns the form and its versions. Refuses to know where it is stored. Browser storage is small,
//! so an event leaves out what its reader can tell: `at` where it is the moment in the id, `by`
//! where it is the import; UUIDs go without hyphens. Invariant: every history reads back as it
//! was written (to the millisecond), and what is newer or unreadable is said to be so, never
//! guessed at.

use super::json::{self, Fault};
use crate::domain::event::{By, Event, EventKind};
use crate::domain::ids::{BatchId, EventId};
use crate::domain::log::EventLog;
use crate::domain::when::{When, in_reach};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt::Display;

/// One step of the ladder: a stored value of one version as that of the next.
type Migration = fn(serde_json::Value) -> serde_json::Value;

/// `MIGRATIONS[0]` takes version 1 to version 2, and so on. Never change one, only add. With the
/// first, [`extend`] must learn to tell the versions apart.
const MIGRATIONS: [Migration; 0] = [];

/// The version this app writes.
#[allow(clippy::cast_possible_truncation)]
pub const VERSION: u32 = MIGRATIONS.len() as u32 + 1;

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

/// Writes a history.
///
/// ```
/// use ripen::domain::log::EventLog;
/// use ripen::exchange::record;
/// assert_eq!(record::encode(&EventLog::default()), r#"{"v":1,"events":[]}"#);
/// ```
pub fn encode(log: &EventLog) -> String {
    let record = Record { v: VERSION, events: log.events().iter().map(Outgoing::of).collect() };
    serde_json::to_string(&record)
        .expect("every map of an event has text keys, and text takes every byte")
}

/// Adds what one stored text holds to another without reading either; none when they do not have
/// the form [`encode`] writes in this version.
///
/// For the widget, which must stay light, yet add to a contact that others may have worked on.
///
/// ```
/// use ripen::exchange::record::extend;
/// let empty = r#"{"v":1,"events":[]}"#;
/// assert_eq!(extend(empty, empty).as_deref(), Some(empty));
/// assert_eq!(extend("{}", empty), None);
/// ```
pub fn extend(text: &str, more: &str) -> Option<String> {
    let head = format!(r#"{{"v":{VERSION},"events":["#);
    let inner = |text: &str| Some(text.strip_prefix(&head)?.strip_suffix("]}")?.to_owned());
    let (known, more) = (inner(text)?, inner(more)?);
    let comma = if known.is_empty() || more.is_empty() { "" } else { "," };
    Some(format!("{head}{known}{comma}{more}]}}"))
}

/// Reads a history.
///
/// # Errors
/// [`RecordError::Newer`] for a version this app does not know, [`RecordError::Unreadable`] with
/// the place for anything else.
pub fn decode(text: &str) -> Result<EventLog, RecordError> {
    let head: Head = json::parse(text).map_err(RecordError::Unreadable)?;
    let known = usize::try_from(head.v).ok().and_then(|version| version.checked_sub(1));
    match known {
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
}

#[derive(Serialize, Deserialize)]
struct Record<E> {
    v: u32,
    events: Vec<E>,
}

fn history(record: Record<Incoming>) -> Result<EventLog, RecordError> {
    let event = |(n, event): (usize, Incoming)| {
        event.restore().ok_or_else(|| unreadable(format!("events[{n}].at"), "no moment"))
    };
    let events: Result<_, _> = record.events.into_iter().enumerate().map(event).collect();
    events.map(EventLog::new)
}

fn unreadable(path: String, reason: impl Display) -> RecordError {
    RecordError::Unreadable(Fault { path, line: 1, reason: reason.to_string() })
}

#[derive(Serialize)]
struct Outgoing<'a> {
    #[serde(serialize_with = "without_hyphens")]
    id: EventId,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a By>,
    #[serde(serialize_with = "without_hyphens")]
    batch: BatchId,
    kind: &'a EventKind,
}

impl<'a> Outgoing<'a> {
    fn of(event: &'a Event) -> Self {
        Self {
            id: event.id,
            at: (moment(event.id) != Some(to_the_millisecond(event.at))).then_some(event.at),
            by: (event.by != By::Import).then_some(&event.by),
            batch: event.batch,
            kind: &event.kind,
        }
    }
}

#[derive(Deserialize)]
struct Incoming {
    id: EventId,
    at: Option<When>,
    by: Option<By>,
    batch: BatchId,
    kind: EventKind,
}

impl Incoming {
    fn restore(self) -> Option<Event> {
        Some(Event {
            id: self.id,
            at: self.at.or_else(|| moment(self.id))?,
            by: self.by.unwrap_or(By::Import),
            batch: self.batch,
            kind: self.kind,
        })
    }
}

/// The moment in an id, where it is one this app works with.
fn moment(id: EventId) -> Option<When> {
    let at = DateTime::from_timestamp_millis(i64::try_from(id.millis()).ok()?)?;
    in_reach(at.date_naive()).then_some(When::Instant(at))
}

/// A moment as JSON carries it.
fn to_the_millisecond(when: When) -> When {
    match when {
        When::Instant(at) => {
            let whole: Option<DateTime<Utc>> =
                DateTime::from_timestamp_millis(at.timestamp_millis());
            whole.map_or(when, When::Instant)
        }
        When::Day(_) => when,
    }
}

fn without_hyphens<S: Serializer>(id: &impl Display, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&id.to_string().replace('-', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2016-10-20T00:00:00.000Z.
    const ID: &str = "0157df632800700080000000000000aa";

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
        let at = decode(&format!(
            r#"{{"v":1,"events":[{{"id":"{ID}","batch":"{ID}","kind":{{"created":{{}}}}}}]}}"#
        ));
        let event = at.unwrap().events().first().cloned().unwrap();
        assert_eq!(event.at, When::parse("2016-10-20T00:00:00Z").unwrap());
        assert_eq!(event.by, By::Import);
    }

    #[test]
    fn a_history_is_extended_as_if_it_had_been_read() {
        let event = |n: u8| {
            let id = format!("0157df6b3800700080000000000000{n:02x}");
            let text = format!(
                r#"{{"v":1,"events":[{{"id":"{id}","batch":"{id}","kind":{{"x":"]}}"}}}}]}}"#
            );
            decode(&text).unwrap()
        };
        let (mut both, later, earlier) = (event(1), event(2), event(0));
        both.merge(&later);
        assert_eq!(extend(&encode(&event(1)), &encode(&later)), Some(encode(&both)));
        let mixed = extend(&encode(&both), &encode(&earlier)).unwrap();
        both.merge(&earlier);
        assert_eq!(decode(&mixed), Ok(both));
        for text in [r#"{"v":2,"events":[]}"#, r#"{"v":1,"events":[]} "#, "", "]}"] {
            assert_eq!(extend(text, &encode(&later)), None, "{text}");
        }
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
