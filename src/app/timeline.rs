//! What happened to a contact, newest first, one entry a user action.

use crate::domain::event::{By, Event, EventKind};
use crate::domain::ids::BatchId;
use crate::domain::log::EventLog;
use crate::domain::when::When;

/// One user action as it is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When it was recorded.
    pub at: When,
    /// Who did it.
    pub by: By,
    /// Whether it was taken back.
    pub retracted: bool,
    /// What it did.
    pub kinds: Vec<EventKind>,
    batch: BatchId,
}

/// The actions of a history, newest first; what was taken back is told as such.
pub fn timeline(log: &EventLog) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (event, retracted) in log.told() {
        match entries.last_mut().filter(|entry| entry.batch == event.batch) {
            Some(entry) => entry.kinds.push(event.kind.clone()),
            None => entries.push(entry(event, retracted)),
        }
    }
    entries.reverse();
    entries
}

fn entry(event: &Event, retracted: bool) -> Entry {
    let (at, by, kinds) = (event.at, event.by.clone(), vec![event.kind.clone()]);
    Entry { at, by, retracted, kinds, batch: event.batch }
}
