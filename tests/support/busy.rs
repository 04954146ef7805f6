//! Contacts that have been worked on for weeks, as many as wanted, for measuring: the demo's stories
//! again and again, each under names of its own and as far as it had come at a certain length.
//!
//! Knows nothing of tests, so that the benchmark uses it too. Invariant: the same numbers always make
//! the same histories.

use chrono::{NaiveDate, TimeDelta, Utc};
use ripen::app::demo::demo;
use ripen::domain::event::{By, Direction, Event, EventKind, Field, TouchKind, Touched};
use ripen::domain::ids::{BatchId, ContactId, EventId};
use ripen::domain::log::EventLog;
use ripen::domain::playbook::Playbook;
use ripen::exchange::record;

/// How long histories are as they are stored, in characters, one after the other: 2 500 on the average.
const LENGTHS: [usize; 5] = [1_000, 3_500, 2_000, 2_500, 3_500];

/// What a rep notes down; the longest comes first.
const NOTES: [&str; 4] = [
    "Called about the pilot: the two sites in the north begin in spring, the others follow once the \
     figures of the first quarter are in. Wants the contract before the budget closes.",
    "Sent the comparison with what they use today; asked who else has to see it.",
    "Not reached, tried again in the afternoon.",
    "Mailed the dates for next week.",
];

/// So many histories with the ids of their contacts.
pub(crate) fn histories(
    playbook: &Playbook,
    today: NaiveDate,
    size: usize,
) -> Vec<(ContactId, EventLog)> {
    let mut made = Vec::with_capacity(size);
    let mut n = 0_u64;
    while made.len() < size {
        let day = today - TimeDelta::days(i64::try_from(n % 40).unwrap_or(0));
        let next_id = || {
            n += 1;
            ContactId::new(n, bytes(n))
        };
        made.extend(demo(playbook, day, next_id));
    }
    made.truncate(size);
    for (number, (_, log)) in made.iter_mut().enumerate() {
        let length = LENGTHS[number % LENGTHS.len()];
        *log = beginning(log, number, length);
        fill_up(log, length);
    }
    made
}

/// A story up to a length, of somebody whose names nobody else has.
fn beginning(log: &EventLog, number: usize, length: usize) -> EventLog {
    let mut told = EventLog::default();
    for event in log.events() {
        let mut event = event.clone();
        if let EventKind::FieldSet(set) = &mut event.kind {
            let value = match set.field {
                Field::Person => Some(format!("Person {number}")),
                Field::Organisation => Some(format!("Organisation {}", number / 3)),
                Field::Email => Some(format!("person.{number}@example.com")),
                _ => set.value.take(),
            };
            set.value = value;
        }
        told.push(event);
        if record::encode_log(&told).len() > length {
            break;
        }
    }
    told
}

/// Logs touches until a history has a length.
fn fill_up(log: &mut EventLog, length: usize) {
    for note in NOTES.iter().cycle() {
        if record::encode_log(log).len() >= length {
            return;
        }
        let Some(last) = log.events().last() else { return };
        let touched = Touched {
            kind: TouchKind::Call,
            direction: Direction::Outbound,
            on: last.at.day(&Utc),
            minutes: None,
            note: Some((*note).to_owned()),
        };
        push(log, EventKind::Touched(touched));
    }
}

fn push(log: &mut EventLog, kind: EventKind) {
    let Some(last) = log.events().last().cloned() else { return };
    let millis = last.id.millis() + 1;
    let id = EventId::after(Some(last.id), millis, bytes(millis));
    log.push(Event {
        id,
        at: last.at,
        by: By::clone(&last.by),
        batch: BatchId::new(millis, bytes(millis)),
        kind,
    });
}

fn bytes(n: u64) -> [u8; 10] {
    let mut bytes = [7; 10];
    bytes[..8].copy_from_slice(&n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
    bytes
}
