//! What happened to a contact, newest first, one entry a user action.

use crate::domain::event::{By, Event, EventKind};
use crate::domain::ids::BatchId;
use crate::domain::log::EventLog;
use crate::domain::when::When;
use chrono::Utc;

/// One user action as it is told, or several answers of one sitting.
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
///
/// Answers given one after the other by the same person on the same day are told together.
pub fn timeline(log: &EventLog) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (event, retracted) in log.told() {
        match entries.last_mut().filter(|entry| entry.goes_on_with(event, retracted)) {
            Some(entry) => entry.kinds.push(event.kind.clone()),
            None => entries.push(Entry {
                at: event.at,
                by: event.by.clone(),
                retracted,
                kinds: vec![event.kind.clone()],
                batch: event.batch,
            }),
        }
    }
    entries.reverse();
    entries
}

impl Entry {
    fn goes_on_with(&self, event: &Event, retracted: bool) -> bool {
        let answers = |kind: &EventKind| matches!(kind, EventKind::Answered(_));
        let session = self.at.day(&Utc) == event.at.day(&Utc)
            && self.by == event.by
            && self.kinds.iter().all(answers)
            && answers(&event.kind);
        self.retracted == retracted && (self.batch == event.batch || (session && !retracted))
    }
}
