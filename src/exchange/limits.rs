//! How much of anything is taken in, and the checks a type alone cannot make.
//!
//! Invariant: what passes here can be kept, folded and written out again.

pub use crate::domain::value::TEXT_CHARS;

use crate::domain::event::{Event, EventKind, Imported};
use crate::domain::value::Value;
use crate::domain::when::in_reach;
use chrono::NaiveDate;

/// Bytes of a workspace or table file.
pub const FILE_BYTES: usize = 50 * 1024 * 1024;
/// Bytes of a playbook file.
pub const PLAYBOOK_BYTES: usize = 4 * 1024 * 1024;
/// Bytes of a result file: answers of one run.
pub const RESULT_BYTES: usize = 1024 * 1024;
/// Bytes of stored settings: a currency and a name.
pub const SETTINGS_BYTES: usize = 64 * 1024;
/// Bytes of what a share link carries, deflated.
pub const DEFLATED_BYTES: usize = 64 * 1024;
/// Bytes of what a share link carries, inflated.
pub const INFLATED_BYTES: usize = 2 * 1024 * 1024;
/// Levels of nesting in a file. serde_json gives up at its 128th.
pub const DEPTH: usize = 127;
/// Levels of nesting in what a workspace file must be able to hold: a playbook, an event.
pub const INNER_DEPTH: usize = 120;
/// The last millisecond of the year 2200, UTC.
const LAST_MILLI: u64 = 7_289_654_399_999;

/// What in an event is out of reach.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutOfReach {
    /// The event's id stands for a moment past the year 2200; every later id would have to be
    /// greater still.
    Id,
    /// A day outside the years 1970 to 2200.
    Day(NaiveDate),
}

/// The first thing in an event that is out of reach; none when it can be taken in.
pub fn out_of_reach(event: &Event) -> Option<OutOfReach> {
    if event.id.millis() > LAST_MILLI {
        return Some(OutOfReach::Id);
    }
    days(&event.kind).into_iter().find(|day| !in_reach(*day)).map(OutOfReach::Day)
}

/// Every bare day an event carries. (A [`When`](crate::domain::when::When) checks itself.)
fn days(kind: &EventKind) -> Vec<NaiveDate> {
    match kind {
        EventKind::Nurtured(nurtured) => vec![nurtured.until],
        EventKind::Touched(touched) => vec![touched.on],
        EventKind::Engaged(engaged) => vec![engaged.on],
        EventKind::TaskSet(task) => vec![task.due],
        EventKind::CloseExpected(expected) => expected.on.into_iter().collect(),
        EventKind::Answered(answered) => answered.value.iter().filter_map(day_of).collect(),
        EventKind::Imported(row) => imported_days(row),
        _ => Vec::new(),
    }
}

fn imported_days(row: &Imported) -> Vec<NaiveDate> {
    let positions = row.positions.iter().filter_map(|(_, day)| *day);
    let end = row.end.and_then(|(_, day)| day);
    positions.chain(end).chain(row.facts.values().filter_map(day_of)).collect()
}

fn day_of(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, kind: &str) -> Event {
        serde_json::from_str(&format!(
            r#"{{"id":"{id}","at":"2026-11-21","by":"import",
                "batch":"01900000-0000-7000-8000-000000000000","kind":{kind}}}"#
        ))
        .unwrap()
    }

    #[test]
    fn days_and_ids_have_their_reach() {
        let now = "01900000-0000-7000-8000-000000000000";
        let day = |y| NaiveDate::from_ymd_opt(y, 1, 2).unwrap();
        for (id, kind, expected) in [
            (now, r#"{"created":{}}"#, None),
            ("ffffffff-ffff-7000-8000-000000000000", r#"{"created":{}}"#, Some(OutOfReach::Id)),
            (now, r#"{"nurtured":{"until":"2200-12-31"}}"#, None),
            (now, r#"{"nurtured":{"until":"2201-01-02"}}"#, Some(OutOfReach::Day(day(2201)))),
            (now, r#"{"close_expected":{"on":"1969-01-02"}}"#, Some(OutOfReach::Day(day(1969)))),
            (
                now,
                r#"{"imported":{"positions":[["lead","0001-01-02"]]}}"#,
                Some(OutOfReach::Day(day(1))),
            ),
            (now, r#"{"imported":{"end":["won","2016-10-20"]}}"#, None),
            (
                now,
                r#"{"answered":{"question":"q","value":{"date":"9999-01-02"},"evidence":"claimed"}}"#,
                Some(OutOfReach::Day(day(9999))),
            ),
        ] {
            assert_eq!(out_of_reach(&event(id, kind)), expected, "{kind}");
        }
    }

    #[test]
    fn the_last_millisecond_is_that_of_2200() {
        let next = NaiveDate::from_ymd_opt(2201, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
        let millis = u64::try_from(next.and_utc().timestamp_millis()).unwrap();
        assert_eq!(LAST_MILLI + 1, millis);
    }
}
