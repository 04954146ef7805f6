//! Reading and writing Ripen's own JSON files: what a file is, whether it can be read, and where
//! it fails.
//!
//! Owns size, depth and text limits, the `format` and `version` head every file carries, and the
//! layout files are written in. Refuses to know what is inside. Invariant: a file of another kind
//! or a newer version is told apart before its content is looked at.

mod cursor;
mod fault;
mod format;
mod layout;
mod pieces;
mod place;
mod scan;

pub(super) use cursor::Cursor;
pub use fault::{Fault, Wrong};
pub use format::Format;
pub(super) use pieces::{Piece, Pieces};

use super::limits::TEXT_CHARS;
use crate::domain::playbook::check;
use fault::fault;
use layout::lay_out;
use scan::scan;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Why a file was not taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// More bytes than are taken in.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The most that is taken in.
        limit: usize,
    },
    /// Not JSON, or not of the shape its format has.
    #[error("{0}")]
    Unreadable(Fault),
    /// JSON, but without the `format` of any of Ripen's files; holds what it says, if anything.
    #[error("no file of this app: format is {0:?}")]
    Foreign(Option<String>),
    /// One of Ripen's files, but not of the kind that was expected.
    #[error("a {found} file where a {expected} file was expected")]
    Other {
        /// What was to be read.
        expected: Format,
        /// What it is.
        found: Format,
    },
    /// Written by a newer version of this app.
    #[error("file version {0} is newer than this app")]
    Newer(u32),
    /// A text longer than is taken in.
    #[error("line {line}: a text of more than {TEXT_CHARS} characters")]
    TooLong {
        /// Where the text begins.
        line: usize,
    },
    /// Nested deeper than is taken in.
    #[error("line {line}: nested too deeply")]
    TooDeep {
        /// Where it goes too deep.
        line: usize,
    },
    /// The playbook inside cannot be used.
    #[error("the playbook has {} faults", .0.len())]
    Playbook(Vec<check::Fault>),
}

#[derive(Deserialize)]
struct Head {
    format: Option<serde_json::Value>,
    // Another tool's file may have one of any kind.
    version: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Version {
    version: Option<u32>,
}

/// Says which of Ripen's files a text is, whatever the version.
///
/// # Errors
/// [`FileError::Unreadable`] when it is no JSON, [`FileError::Foreign`] when it is somebody
/// else's.
pub fn recognise(text: &str) -> Result<Format, FileError> {
    head(text).map(|(format, _)| format)
}

fn head(text: &str) -> Result<(Format, Option<u32>), FileError> {
    let text = strip_bom(text);
    if !text.trim_start().starts_with('{') {
        // A list or a bare value is valid JSON, yet nobody's file of ours.
        parse::<serde::de::IgnoredAny>(text).map_err(FileError::Unreadable)?;
        return Err(FileError::Foreign(None));
    }
    let head: Head = parse(text).map_err(FileError::Unreadable)?;
    let name = head.format.as_ref().and_then(serde_json::Value::as_str);
    let format = Format::ALL.into_iter().find(|format| Some(format.name()) == name);
    let foreign = || FileError::Foreign(name.map(|name| name.chars().take(100).collect()));
    let format = format.ok_or_else(foreign)?;
    let version = match head.version {
        None => None,
        Some(_) => parse::<Version>(text).map_err(FileError::Unreadable)?.version,
    };
    Ok((format, version))
}

/// What a reader of one format takes.
pub(super) struct Expected {
    pub(super) format: Format,
    pub(super) version: u32,
    pub(super) bytes: usize,
    pub(super) depth: usize,
}

/// Reads a file of an expected format, after everything that can be said without its content.
///
/// # Errors
/// Every [`FileError`] but [`FileError::Playbook`].
pub(super) fn read<T: DeserializeOwned>(text: &str, expected: &Expected) -> Result<T, FileError> {
    if text.len() > expected.bytes {
        return Err(FileError::TooLarge { limit: expected.bytes });
    }
    let text = strip_bom(text);
    scan(text, expected.depth)?;
    let (found, version) = head(text)?;
    if found != expected.format {
        return Err(FileError::Other { expected: expected.format, found });
    }
    if let Some(version) = version.filter(|version| *version > expected.version) {
        return Err(FileError::Newer(version));
    }
    parse(text).map_err(FileError::Unreadable)
}

/// Parses JSON.
///
/// # Errors
/// The [`Fault`] with its path and line, when it is no JSON or not of the shape of a `T`.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| fault(text, &error))
}

fn strip_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Writes a file: laid out one thing a line down to `levels` of nesting, compact below, so that
/// a question or an event is one line to read and to compare.
pub(super) fn write<T: Serialize>(file: &T, levels: usize) -> String {
    let compact = serde_json::to_string(file)
        .expect("memory takes every byte, and every map of ours has text keys");
    if levels == 0 { compact + "\n" } else { lay_out(&compact, levels) + "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPECTED: Expected =
        Expected { format: Format::Result, version: 1, bytes: 200_000, depth: 5 };

    fn error(text: &str) -> FileError {
        read::<serde_json::Map<String, serde_json::Value>>(text, &EXPECTED).unwrap_err()
    }

    #[test]
    fn a_file_is_told_by_its_format_before_anything_else() {
        let playbook = r#"{"format":"ripen-playbook","version":9}"#;
        assert_eq!(
            error(playbook),
            FileError::Other { expected: Format::Result, found: Format::Playbook }
        );
        assert_eq!(error(r#"{"format":"ripen-result","version":2,"x":1}"#), FileError::Newer(2));
        assert_eq!(error(r#"{"format":"other"}"#), FileError::Foreign(Some("other".into())));
        for text in ["{}", "[]", "7", r#"{"format":3}"#, r#"{"version":"1.0.0"}"#] {
            assert_eq!(error(text), FileError::Foreign(None), "{text}");
        }
        assert_eq!(recognise("\u{feff}{\"format\":\"ripen-workspace\"}"), Ok(Format::Workspace));
    }

    #[test]
    fn a_fault_names_its_line() {
        for (text, line) in [("", 1), ("{", 1), ("{\n\n 7}", 3), ("{}\n{}", 2), ("nul", 1)] {
            let FileError::Unreadable(fault) = error(text) else { panic!("{text}") };
            assert_eq!(fault.line, line, "{text}: {fault}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_in_short() {
        for (text, wrong) in [
            ("", Wrong::CutOff),
            (r#"{"format":"ripen-re"#, Wrong::CutOff),
            (r#"{"format":"ripen-result","#, Wrong::CutOff),
            ("name,town\nAnn,Bern\n", Wrong::NoJson),
            ("{name}", Wrong::NoJson),
            ("{} {}", Wrong::NoJson),
            (r#"{"a" "b"}"#, Wrong::NoJson),
            (r#"{"format":"ripen-result","version":"1"}"#, Wrong::Shape),
        ] {
            let FileError::Unreadable(fault) = error(text) else { panic!("{text}") };
            assert_eq!(fault.wrong(), wrong, "{text}: {fault}");
        }
        let id = parse::<crate::domain::ids::ContactId>("\"7\"").unwrap_err();
        assert_eq!(id.wrong(), Wrong::Id, "{id}");
    }

    #[test]
    fn limits_hold() {
        let text = |n| format!("\n{{\"a\":\"{}\"}}", "\\u00e9".repeat(n));
        assert_eq!(error(&text(TEXT_CHARS + 1)), FileError::TooLong { line: 2 });
        assert_eq!(error(&text(TEXT_CHARS)), FileError::Foreign(None));
        assert_eq!(error("{\"a\":[[\n[[[]]]]]}"), FileError::TooDeep { line: 2 });
        assert_eq!(error(r#"{"a":"[[[[[[\"[[[["}"#), FileError::Foreign(None));
        assert_eq!(error(&" ".repeat(200_001)), FileError::TooLarge { limit: 200_000 });
    }

    #[test]
    fn a_file_is_laid_out_one_thing_a_line() {
        let value = serde_json::json!({"a": [{"b": [1, {"c": 2}], "d": {}}, []], "e": {}});
        let expected = concat!(
            "{\n  \"a\": [\n    {\"b\":[1,{\"c\":2}],\"d\":{}},\n    []\n  ],\n",
            "  \"e\": {}\n}\n"
        );
        assert_eq!(write(&value, 2), expected);
        assert_eq!(write(&value, 99), format!("{value:#}\n"));
        assert_eq!(write(&value, 0), format!("{value}\n"));
    }
}
