//! Days to come back to as a calendar that other programs take in (RFC 5545).
//!
//! Owns which days those are and the form of the file. Refuses to know the words an event is called
//! by. Invariant: no line is longer than 75 octets, no character is cut apart, and no text can
//! begin a line of its own. A day has the same id in every file, so that a calendar that takes it in
//! again moves it rather than has it twice.

use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::domain::position::Standing;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

/// The most octets of a line, its end not counted.
const LINE: usize = 75;

/// Why a day is one to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due<'a> {
    /// The next step, with what to do.
    NextStep(&'a str),
    /// It was set aside until then.
    Back,
}

/// A whole day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose.
    pub contact: ContactId,
    /// Which of its days: one of each kind there is.
    pub kind: &'static str,
    /// The day.
    pub day: NaiveDate,
    /// What it is called.
    pub summary: String,
    /// More about it.
    pub description: String,
}

impl Due<'_> {
    /// The word that tells a contact's days apart.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NextStep(_) => "next-step",
            Self::Back => "back",
        }
    }
}

/// The days to come back to a contact; none once it has ended.
pub fn dues(contact: &Contact) -> Vec<(NaiveDate, Due<'_>)> {
    if contact.has_ended() {
        return Vec::new();
    }
    let step = contact.task.as_ref().map(|task| (task.due, Due::NextStep(&task.note)));
    let back = match contact.standing {
        Standing::Nurturing { until, .. } => Some((until, Due::Back)),
        _ => None,
    };
    step.into_iter().chain(back).collect()
}

/// Writes a calendar; none without a day in it, as there is no empty calendar.
pub fn write<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    now: DateTime<Utc>,
) -> Option<String> {
    let mut text = String::new();
    for line in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ripen//Ripen//EN", "CALSCALE:GREGORIAN"]
    {
        push(&mut text, line);
    }
    let (mut entries, stamp) =
        (entries.into_iter().peekable(), digits(&now.to_rfc3339_opts(SecondsFormat::Secs, true)));
    entries.peek()?;
    for entry in entries {
        push(&mut text, "BEGIN:VEVENT");
        push(&mut text, &format!("UID:{}-{}@ripen", entry.contact, entry.kind));
        push(&mut text, &format!("DTSTAMP:{stamp}"));
        push(&mut text, &format!("DTSTART;VALUE=DATE:{}", digits(&entry.day.to_string())));
        push(&mut text, &format!("SUMMARY:{}", escaped(&entry.summary)));
        if !entry.description.is_empty() {
            push(&mut text, &format!("DESCRIPTION:{}", escaped(&entry.description)));
        }
        // It takes no time of the day.
        push(&mut text, "TRANSP:TRANSPARENT");
        push(&mut text, "END:VEVENT");
    }
    push(&mut text, "END:VCALENDAR");
    Some(text)
}

/// A day or moment without the marks between its parts.
fn digits(written: &str) -> String {
    written.replace(['-', ':'], "")
}

/// A text in which nothing ends the line or the value; what is no character to read is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// Adds a line, folded where it is too long: each further part begins with a space.
fn push(text: &mut String, line: &str) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        text.push(c);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn now() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 22, 9, 5, 7).unwrap()
    }

    fn entry(summary: &str) -> Entry {
        Entry {
            contact: ContactId::new(1_795_000_000_000, [7; 10]),
            kind: "next-step",
            day: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(),
            summary: summary.to_owned(),
            description: String::new(),
        }
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_day_is_an_event_that_takes_no_time() {
        let entry = Entry { description: "Acme".to_owned(), ..entry("Call") };
        assert_eq!(
            write([&entry], now()).unwrap(),
            format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Ripen//Ripen//EN\r\n\
                 CALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\nUID:{}-next-step@ripen\r\n\
                 DTSTAMP:20261122T090507Z\r\nDTSTART;VALUE=DATE:20261201\r\nSUMMARY:Call\r\n\
                 DESCRIPTION:Acme\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                entry.contact
            )
        );
        assert_eq!(write([], now()), None);
    }

    #[test]
    fn texts_stay_inside_their_line() {
        for (summary, expected) in [
            ("a,b;c\\d", "a\\,b\\;c\\\\d"),
            ("two\r\nlines\nthree\rfour", "two\\nlines\\nthree\\nfour"),
            ("x\r\nEND:VEVENT\r\nBEGIN:VALARM", "x\\nEND:VEVENT\\nBEGIN:VALARM"),
            ("\u{2028}\u{85}\u{0}\u{7}\u{1b}[0m", "\\n\\n[0m"),
            ("<script>alert(\"1\")</script>", "<script>alert(\"1\")</script>"),
            ("=1+1: \u{202e}x", "=1+1: \u{202e}x"),
            ("", ""),
        ] {
            let text = unfolded(&write([&entry(summary)], now()).unwrap());
            let lines: Vec<_> = text.split("\r\n").collect();
            assert_eq!(lines.len(), 13, "{summary:?}");
            assert!(lines.contains(&format!("SUMMARY:{expected}").as_str()), "{text:?}");
        }
    }

    #[test]
    fn lines_are_folded_between_characters() {
        for summary in ["a", "é", "山", "👩‍💻", "aé山👩"] {
            for times in [1, 30, 67, 68, 74, 75, 200] {
                let summary = summary.repeat(times);
                let text = write([&entry(&summary)], now()).unwrap();
                assert!(text.ends_with("\r\n"));
                for line in text.trim_end().split("\r\n") {
                    assert!(line.len() <= LINE && !line.contains(['\r', '\n']), "{line:?}");
                }
                assert!(unfolded(&text).contains(&format!("SUMMARY:{summary}\r\n")));
            }
        }
    }

    #[test]
    fn a_line_that_just_fits_is_not_folded() {
        let line = |n: usize| {
            let mut text = String::new();
            push(&mut text, &"x".repeat(n));
            text
        };
        assert_eq!(line(75), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(line(76), format!("{}\r\n x\r\n", "x".repeat(75)));
        assert_eq!(line(150), format!("{}\r\n {}\r\n x\r\n", "x".repeat(75), "x".repeat(74)));
    }
}
