//! What happened to a contact, newest first, one entry a user action.

use crate::domain::event::{By, Event, EventKind};
use crate::domain::ids::{BatchId, ContactId, EventId};
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
    /// Whose history it is of.
    pub of: ContactId,
    /// What it did.
    pub kinds: Vec<EventKind>,
    batch: BatchId,
    /// Its last event, by which it is ordered.
    last: EventId,
}

/// The actions of histories, newest first; what was taken back is told as such. There are several
/// where contacts were merged.
///
/// Answers given one after the other by the same person on the same day are told together.
pub fn timeline<'a>(histories: impl IntoIterator<Item = (ContactId, &'a EventLog)>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (of, log) in histories {
        let begin = entries.len();
        for (event, retracted) in log.told() {
            let mut own = entries.iter_mut().skip(begin);
            match own.next_back().filter(|entry| entry.goes_on_with(event, retracted)) {
                Some(entry) => {
                    entry.kinds.push(event.kind.clone());
                    entry.last = event.id;
                }
                None => entries.push(Entry {
                    at: event.at,
                    by: event.by.clone(),
                    retracted,
                    of,
                    kinds: vec![event.kind.clone()],
                    batch: event.batch,
                    last: event.id,
                }),
            }
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.last));
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
