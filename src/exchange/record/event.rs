//! One event as it is stored: without what its reader can tell.
//!
//! Invariant: it reads back as it was, to the millisecond.

use crate::domain::event::{By, Event, EventKind};
use crate::domain::ids::{BatchId, EventId};
use crate::domain::when::{When, in_reach};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt::Display;

#[derive(Serialize)]
pub(super) struct Outgoing<'a> {
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
    pub(super) fn of(event: &'a Event) -> Self {
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
pub(super) struct Incoming {
    id: EventId,
    at: Option<When>,
    by: Option<By>,
    batch: BatchId,
    kind: EventKind,
}

impl Incoming {
    pub(super) fn restore(self) -> Option<Event> {
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
