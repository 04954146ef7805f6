//! Turning what happened into recorded events: id, moment, author and action.

use crate::domain::event::{By, Event, EventKind};
use crate::domain::ids::{BatchId, EventId};
use crate::domain::log::EventLog;
use crate::domain::when::When;
use chrono::{DateTime, Utc};

/// What the shell adds to what happened: the clock, randomness and who is at the keyboard.
pub struct Stamp<'a> {
    /// Now, by this device's clock.
    pub now: DateTime<Utc>,
    /// Who does it.
    pub by: By,
    /// The user action.
    pub batch: BatchId,
    /// A source of ten random bytes.
    pub random: &'a mut dyn FnMut() -> [u8; 10],
}

impl Stamp<'_> {
    /// Milliseconds since 1970; 0 for a clock before that.
    pub fn millis(&self) -> u64 {
        u64::try_from(self.now.timestamp_millis()).unwrap_or(0)
    }

    /// Appends events to a history, each with an id above the last one.
    pub fn append(&mut self, log: &mut EventLog, kinds: impl IntoIterator<Item = EventKind>) {
        for kind in kinds {
            let id = EventId::after(log.last_id(), self.millis(), (self.random)());
            let (at, by) = (When::Instant(self.now), self.by.clone());
            log.push(Event { id, at, by, batch: self.batch, kind });
        }
    }
}
