//! A place in a file that could not be read: where it is, and what the reader met there.

use super::place;
use std::fmt;

/// A place in a file that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where in the structure, such as `contacts[3].events[0].at`; `.` for the file as a whole.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What the reader met there.
    pub reason: String,
}

/// What is wrong with what cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It ends before it is complete.
    CutOff,
    /// It is no JSON.
    NoJson,
    /// An id is none.
    Id,
    /// It is JSON of another shape.
    Shape,
}

/// How the reader's words begin where a text is no JSON.
const NO_JSON: [&str; 10] = [
    "expected value",
    "expected ident",
    "expected `",
    "expected double",
    "invalid escape",
    "invalid number",
    "control character",
    "key must be",
    "trailing ",
    "lone leading",
];

impl Fault {
    /// What is wrong, in short: the reader's own words are for who knows JSON.
    pub fn wrong(&self) -> Wrong {
        let begins = |words: &str| self.reason.starts_with(words);
        match () {
            () if begins("EOF ") => Wrong::CutOff,
            () if NO_JSON.into_iter().any(begins) => Wrong::NoJson,
            () if begins("UUID ") => Wrong::Id,
            () => Wrong::Shape,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (line {}): {}", self.path, self.line, self.reason)
    }
}

pub(super) fn fault(text: &str, error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    let reason = said.rsplit_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
    Fault {
        path: place::path(text, error.line(), error.column()),
        line: error.line().max(1),
        // A quoted value may be as long as the file.
        reason: reason.chars().take(300).collect(),
    }
}
