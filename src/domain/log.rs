//! A contact's history: its events in id order, each once.
//!
//! Invariant: joining is the union by id, so it is commutative, associative and idempotent, and
//! nothing that was ever recorded is lost by it.

use super::event::{Event, EventKind};
use super::ids::{BatchId, EventId};
use std::collections::{BTreeSet, HashSet};

/// The events of one contact, in id order, without repeats.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventLog {
    events: Vec<Event>,
}

impl EventLog {
    /// Orders events by id. Of two events with one id, the one whose JSON sorts first is kept.
    pub fn new(mut events: Vec<Event>) -> Self {
        events.sort_by(|a, b| a.id.cmp(&b.id).then_with(|| settle(a, b)));
        events.dedup_by_key(|event| event.id);
        Self { events }
    }

    /// All events, the retracted ones too, in id order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The newest event's id.
    pub fn last_id(&self) -> Option<EventId> {
        self.events.last().map(|event| event.id)
    }

    /// Adds the events of `other` that are missing here; says whether there were any.
    ///
    /// An id stands for one event for ever. Should two copies differ all the same, the one whose
    /// JSON sorts first is kept, so that both sides come out alike.
    pub fn join(&mut self, other: &Self) -> bool {
        let before = self.events.clone();
        self.events.extend(other.events.iter().cloned());
        *self = Self::new(std::mem::take(&mut self.events));
        self.events != before
    }

    /// Whether it is the other one with nothing but events added at the end.
    pub fn continues(&self, other: &Self) -> bool {
        let mut ours = self.events.iter().map(|event| event.id);
        other.events.iter().all(|event| ours.next() == Some(event.id))
    }

    /// Whether every event of `other` is here.
    pub fn holds(&self, other: &Self) -> bool {
        let mut ours = self.events.iter();
        // Both are in the order of their ids.
        other.events.iter().all(|event| ours.find(|ours| ours.id >= event.id) == Some(event))
    }

    /// Adds one event.
    pub fn push(&mut self, event: Event) {
        let at_end = self.last_id().is_none_or(|last| event.id > last);
        self.events.push(event);
        if !at_end {
            *self = Self::new(std::mem::take(&mut self.events));
        }
    }

    /// The events that count, in id order: those of actions that are not taken back.
    ///
    /// Retractions are resolved from the newest to the oldest, so that taking back a retraction
    /// brings its action to life again. Retractions themselves are not listed.
    pub fn live(&self) -> impl Iterator<Item = &Event> {
        let dead = self.retracted_batches();
        self.events.iter().filter(move |event| {
            !matches!(event.kind, EventKind::Retracted(_)) && !dead.contains(&event.batch)
        })
    }

    /// What is worth storing: all of it while any of it counts, else the retractions alone.
    ///
    /// Nothing can bring back what was taken back but a page that still holds it, and that page
    /// stores it again when it does. An import of thousands of rows that was undone must not fill
    /// the storage twice over. Joined with any copy of the whole, it is the whole again.
    #[must_use]
    pub fn at_rest(mut self) -> Self {
        if self.live().next().is_none() {
            self.events.retain(|event| matches!(event.kind, EventKind::Retracted(_)));
        }
        self
    }

    /// Every event but the retractions, in id order, with whether it was taken back.
    pub fn told(&self) -> impl Iterator<Item = (&Event, bool)> {
        let dead = self.retracted_batches();
        let told = self.events.iter().filter(|e| !matches!(e.kind, EventKind::Retracted(_)));
        told.map(move |event| (event, dead.contains(&event.batch)))
    }

    /// The actions that take others back and are not taken back themselves.
    pub fn retractions(&self) -> BTreeSet<BatchId> {
        let dead = self.retracted_batches();
        let alive = self.events.iter().filter(|event| !dead.contains(&event.batch));
        let takes_back = alive.filter(|event| matches!(event.kind, EventKind::Retracted(_)));
        takes_back.map(|event| event.batch).collect()
    }

    /// The actions that are taken back.
    fn retracted_batches(&self) -> HashSet<BatchId> {
        let mut dead = HashSet::new();
        for event in self.events.iter().rev() {
            if let EventKind::Retracted(retraction) = &event.kind
                && !dead.contains(&event.batch)
                && retraction.batch != event.batch
            {
                dead.insert(retraction.batch);
            }
        }
        dead
    }
}

fn settle(a: &Event, b: &Event) -> std::cmp::Ordering {
    if a == b {
        return std::cmp::Ordering::Equal;
    }
    let json = |event| serde_json::to_string(event).unwrap_or_default();
    json(a).cmp(&json(b))
}
