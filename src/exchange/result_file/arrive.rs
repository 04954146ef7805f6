//! What a visitor's result brings to the history it belongs to: a new lead, or what changed since.
//!
//! Owns the ids of these events, wherever the result comes from: an inbox, a file, what the page saved. They follow from the run, the moment it was finished and the place in
//! the result, so that the same result is there once, however often and by how many pages it is taken
//! in. Invariants: what others recorded is not looked at and stays; what was taken back stays so; a
//! finish that is earlier than one that is here brings nothing.

use super::RunResult;
use crate::domain::event::{By, Event, EventKind, Field};
use crate::domain::ids::{BatchId, ContactId, EventId, QuestionId};
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use chrono::NaiveTime;
use std::collections::HashMap;

/// What an event of a visitor speaks of; of two, the later one counts.
#[derive(PartialEq, Eq, Hash)]
enum Topic<'a> {
    Captured,
    Question(&'a QuestionId),
    Field(Field),
    Consent,
}

impl<'a> Topic<'a> {
    fn of(kind: &'a EventKind) -> Option<Self> {
        match kind {
            EventKind::Created(_) => Some(Self::Captured),
            EventKind::Answered(answered) => Some(Self::Question(&answered.question)),
            EventKind::FieldSet(set) => Some(Self::Field(set.field)),
            EventKind::Consented(_) => Some(Self::Consent),
            _ => None,
        }
    }
}

/// What the visitor said before, as the history tells it.
struct Said<'a> {
    /// What stands of it.
    stands: HashMap<Topic<'a>, &'a EventKind>,
    /// When the run was finished last, in milliseconds since 1970.
    finished: Option<u64>,
    /// The greatest id of what was said in an earlier finish.
    last: Option<EventId>,
}

impl<'a> Said<'a> {
    fn in_history(log: &'a EventLog, moment: u64) -> Self {
        let mut said = Self { stands: HashMap::new(), finished: None, last: None };
        for event in log.live() {
            let topic = Topic::of(&event.kind);
            // Who was captured by somebody else is captured.
            if let Some(topic) = topic.filter(|it| is_theirs(event) || *it == Topic::Captured) {
                said.stands.insert(topic, &event.kind);
            }
        }
        for event in log.events().iter().filter(|event| is_theirs(event)) {
            let at = millis(event.at);
            said.finished = said.finished.max(Some(at));
            if at < moment && !matches!(event.kind, EventKind::Created(_)) {
                said.last = said.last.max(Some(event.id));
            }
        }
        said
    }

    /// Whether a kind says what stands, be it by who captured it.
    fn knows(&self, kind: &EventKind) -> bool {
        let known = Topic::of(kind).and_then(|topic| self.stands.get(&topic));
        known.is_some_and(|known| *known == kind || matches!(kind, EventKind::Created(_)))
    }
}

impl RunResult {
    /// The events it adds to what is known of [`RunResult::id`]; none where it says nothing new. Where
    /// the visitor came from is said by the sources of the playbook.
    pub fn onto(self, playbook: &Playbook, log: &EventLog) -> Vec<Event> {
        let (run, at, moment) = (self.id, self.finished_at, self.moment());
        let said = Said::in_history(log, moment);
        if said.finished > Some(moment) {
            return Vec::new();
        }
        // What a file brought in, or an earlier version stored, has ids of when that was: what is said
        // later stands above it.
        let last = said.last.filter(|last| *last >= EventId::of_run(run, moment, 0));
        let base = last.map_or(moment, |last| last.millis() + 1);
        let batch = BatchId::of_run(run, moment);
        let told_then: Vec<_> =
            log.events().iter().filter(|event| is_theirs(event) && event.at == at).collect();
        let event = |(number, kind): (u32, EventKind)| {
            let is_told = told_then.iter().any(|event| says_the_same(&event.kind, &kind));
            let id = match kind {
                EventKind::Created(_) => captured(run, moment, log),
                _ => EventId::of_run(run, base, number),
            };
            let is_new = !is_told && !said.knows(&kind);
            is_new.then_some(Event { id, at, by: By::Visitor, batch, kind })
        };
        (0..).zip(self.with_source_of(playbook).into_kinds()).filter_map(event).collect()
    }

    /// When it was finished, in milliseconds since 1970.
    pub fn moment(&self) -> u64 {
        millis(self.finished_at)
    }

    /// All that the visitor of [`RunResult::id`] said, by what is known of it and then by this: what a
    /// person brings in by hand. What is known comes as it is recorded, so that one run is there once,
    /// whatever ids its events have; taken back whole, it is what comes back.
    pub fn history(self, playbook: &Playbook, log: &EventLog) -> EventLog {
        let known = log.events().iter().filter(|event| is_theirs(event)).cloned();
        EventLog::new(known.chain(self.onto(playbook, log)).collect())
    }
}

/// Whether two kinds are the same of one finish; another playbook may name its source otherwise.
fn says_the_same(one: &EventKind, other: &EventKind) -> bool {
    let is_capture = |kind: &EventKind| matches!(kind, EventKind::Created(_));
    one == other || is_capture(one) && is_capture(other)
}

/// The id of a run's capture: the same whichever finish is taken in first, so that one run is captured
/// once. Where that was taken back, a later finish captures it anew.
fn captured(run: ContactId, moment: u64, log: &EventLog) -> EventId {
    let began = run.millis().min(moment);
    let id = EventId::of_run(run, began, 0);
    let is_there = log.events().iter().any(|event| event.id == id);
    if is_there { EventId::of_run(run, moment, 0) } else { id }
}

fn is_theirs(event: &Event) -> bool {
    event.by == By::Visitor
}

fn millis(when: When) -> u64 {
    let at = match when {
        When::Instant(at) => at,
        When::Day(day) => day.and_time(NaiveTime::MIN).and_utc(),
    };
    u64::try_from(at.timestamp_millis()).unwrap_or(0)
}
