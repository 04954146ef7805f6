//! The calendar of follow-ups: which days are in it, and that whatever is written in them, the file
//! stays one that a calendar reads.

mod support;

use chrono::{TimeZone, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use ripen::domain::event::{EventKind, Nurtured, TaskDone, TaskSet};
use ripen::domain::ids::ContactId;
use ripen::exchange::export::calendar::{Due, Entry, dues, write};
use support::story::{Story, day};
use support::{any_day, config};

fn check(story: &Story, expected: &[(&str, &str)]) {
    let contact = story.contact();
    let found: Vec<_> = dues(&contact)
        .iter()
        .map(|(on, due)| {
            (on.to_string(), if let Due::NextStep(note) = due { note } else { "" }.to_owned())
        })
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(on, note)| ((*on).to_owned(), (*note).to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn next_steps_and_days_to_come_back_are_in_it_until_the_end() {
    let call = || EventKind::TaskSet(TaskSet { due: day("2026-12-01"), note: "Call".to_owned() });
    let wait = || EventKind::Nurtured(Nurtured { until: day("2027-01-15"), reason: None });
    let lead = Story::captured("webinar");
    check(&lead, &[]);
    check(&lead.clone().then(call()), &[("2026-12-01", "Call")]);
    check(&lead.clone().then(call()).then(EventKind::TaskDone(TaskDone {})), &[]);
    check(&lead.clone().then(wait()), &[("2027-01-15", "")]);
    check(&lead.clone().then(call()).then(wait()), &[("2026-12-01", "Call"), ("2027-01-15", "")]);
    check(&lead.clone().then(call()).disqualified(), &[]);
    check(&lead.advanced("opportunity/closing").then(call()).won(), &[]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..config() })]

    #[test]
    fn whatever_is_written_in_it_it_stays_a_calendar(
        texts in vec((any::<String>(), any::<String>(), any_day()), 1..4)
    ) {
        let entries: Vec<_> = texts
            .into_iter()
            .enumerate()
            .map(|(n, (summary, description, day))| Entry {
                contact: ContactId::new(n as u64, [0; 10]),
                kind: "back",
                day,
                summary,
                description,
            })
            .collect();
        let now = Utc.with_ymd_and_hms(2026, 11, 22, 9, 5, 7).unwrap();
        let text = write(&entries, now).unwrap();
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        let plain = text.replace("\r\n ", "");
        prop_assert!(!plain.replace("\r\n", "").contains(['\r', '\n']));
        let known = ["BEGIN:", "END:", "VERSION:", "PRODID:", "CALSCALE:", "UID:", "DTSTAMP:",
            "DTSTART;", "SUMMARY:", "DESCRIPTION:", "TRANSP:"];
        for line in plain.trim_end().split("\r\n") {
            prop_assert!(known.iter().any(|name| line.starts_with(name)), "{:?}", line);
        }
        prop_assert_eq!(plain.matches("\r\nBEGIN:VEVENT\r\n").count(), entries.len());
        prop_assert_eq!(plain.matches("\r\nEND:VEVENT\r\n").count(), entries.len());
    }
}
