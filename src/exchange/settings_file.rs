//! The stored settings of a workspace, in and out.
//!
//! Owns their form and its versions. Refuses to know where they are stored and what they are for.
//! Invariant: what is written reads the same; every form that was ever stored reads for ever; a
//! field this version does not know makes them unreadable, so that they are not replaced.

use super::json::{self, Expected, FileError, Format};
use super::limits::{DEPTH, SETTINGS_BYTES};
use crate::app::settings::Settings;
use crate::domain::event::Author;
use crate::domain::money::Currency;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

/// The version of the form.
pub const VERSION: u32 = 1;

/// Reads settings.
///
/// # Errors
/// What the text is instead, or the place where it cannot be read.
pub fn read(text: &str) -> Result<Settings, FileError> {
    let expected = Expected {
        format: Format::Settings,
        version: VERSION,
        bytes: SETTINGS_BYTES,
        depth: DEPTH,
    };
    match json::read::<Versioned>(text, &expected) {
        Ok(Versioned { currency, author, .. }) => Ok(Settings { currency, author }),
        Err(FileError::Foreign(None)) => read_plain(text),
        Err(error) => Err(error),
    }
}

/// Reads the form that was stored before there were versions of it.
fn read_plain(text: &str) -> Result<Settings, FileError> {
    let Plain { currency, author } = json::parse(text).map_err(FileError::Unreadable)?;
    Ok(Settings { currency, author })
}

/// Writes settings, on one line: they are stored, and read by nobody.
pub fn write(settings: &Settings) -> String {
    let Settings { currency, author } = settings;
    let format = Format::Settings.name();
    json::write(&Outgoing { format, version: VERSION, currency: *currency, author }, 0)
}

#[derive(Serialize)]
struct Outgoing<'a> {
    format: &'static str,
    version: u32,
    currency: Currency,
    author: &'a Author,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Versioned {
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    currency: Currency,
    author: Author,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain {
    currency: Currency,
    author: Author,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::AuthorId;

    /// As they were stored before there were versions.
    const PLAIN: &str = include_str!("../../tests/fixtures/stored/settings.json");
    const V1: &str = include_str!("../../tests/fixtures/stored/settings-1.json");

    fn settings() -> Settings {
        let mut settings = Settings::new(AuthorId::from("3f9a01bc"));
        settings.currency = Currency::parse("EUR").unwrap();
        settings.author.name = "Sam \"Sammy\" Ortiz".to_owned();
        settings
    }

    fn check(text: &str, expected: &Result<Settings, FileError>) {
        assert_eq!(&read(text), expected, "{text}");
    }

    #[test]
    fn every_form_that_was_stored_reads_and_the_last_is_written() {
        check(PLAIN, &Ok(settings()));
        check(V1, &Ok(settings()));
        assert_eq!(write(&settings()), V1);
        let unnamed = Settings::new(AuthorId::from("a"));
        check(&write(&unnamed), &Ok(unnamed));
    }

    #[test]
    fn a_newer_version_is_told_from_damage() {
        check(&V1.replace("\"version\":1", "\"version\":2"), &Err(FileError::Newer(2)));
        check(r#"{"format":"ripen-settings","version":7,"theme":[]}"#, &Err(FileError::Newer(7)));
        let (expected, found) = (Format::Settings, Format::Playbook);
        let other = V1.replace("ripen-settings", "ripen-playbook");
        check(&other, &Err(FileError::Other { expected, found }));
        check(&V1.replace("ripen-", "my-"), &Err(FileError::Foreign(Some("my-settings".into()))));
    }

    #[test]
    fn what_is_damaged_or_says_more_is_not_read_in_part() {
        for text in [
            String::new(),
            "null".to_owned(),
            "{}".to_owned(),
            PLAIN.replace("EUR", "euros"),
            PLAIN.replace("{\"currency\"", "{\"theme\":1,\"currency\""),
            PLAIN.replace("{\"currency\"", "{\"version\":1,\"currency\""),
            PLAIN.replace("\"name\"", "\"called\""),
            V1.replace("\"currency\"", "\"theme\":1,\"currency\""),
            V1.replace("\"version\":1,", ""),
        ] {
            assert!(matches!(read(&text), Err(FileError::Unreadable(_))), "{text}");
        }
    }
}
