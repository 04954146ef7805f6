//! The stored choices for the code that puts the wizard into a page, in and out.
//!
//! Owns their form and its versions. Refuses to know where they are stored and what they are for.
//! Invariants: what is written reads the same, but for [what may hold a key](Choices::without_secrets),
//! which is never written; what a later version wrote is not read in part.

use super::json::{self, Expected, FileError, Format};
use super::limits::{DEPTH, SETTINGS_BYTES};
use crate::app::embed_code::Choices;
use serde::{Deserialize, Serialize};

/// The version of the form.
pub const VERSION: u32 = 1;

/// Reads the choices.
///
/// # Errors
/// What the text is instead, or the place where it cannot be read.
pub fn read(text: &str) -> Result<Choices, FileError> {
    let expected =
        Expected { format: Format::Embed, version: VERSION, bytes: SETTINGS_BYTES, depth: DEPTH };
    let Incoming { choices } = json::read(text, &expected)?;
    Ok(choices)
}

/// Writes the choices, on one line.
pub fn write(choices: &Choices) -> String {
    let choices = choices.without_secrets();
    json::write(&Outgoing { format: Format::Embed.name(), version: VERSION, choices }, 0)
}

#[derive(Serialize)]
struct Outgoing {
    format: &'static str,
    version: u32,
    choices: Choices,
}

#[derive(Deserialize)]
struct Incoming {
    choices: Choices,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::embed_code::{Destination, Field, Language, Presentation, Switch};

    const V1: &str = include_str!("../../tests/fixtures/stored/embed-1.json");

    fn choices() -> Choices {
        let mut choices = Choices {
            pack: Some("strict-b2b".into()),
            language: Language::De,
            presentation: Presentation::Button,
            destination: Destination::Webhook,
            prefill: ["industry".into()].into(),
            ..Choices::default()
        };
        choices.turn(Switch::CaptureUtm, true);
        choices.write(Field::Contact, "/kontakt".into());
        choices.write(Field::Accent, "#003399".into());
        choices
    }

    #[test]
    fn every_form_that_was_stored_reads_and_the_last_is_written_without_keys() {
        let mut with_key = choices();
        with_key.write(Field::Webhook, "https://hooks.example/s3cret".into());
        assert_eq!(write(&with_key), V1);
        assert_eq!(read(V1), Ok(choices()));
        assert_eq!(read(&write(&Choices::default())), Ok(Choices::default()));
    }

    #[test]
    fn a_newer_version_and_damage_are_not_read_in_part() {
        assert_eq!(read(&V1.replace("\"version\":1", "\"version\":2")), Err(FileError::Newer(2)));
        for text in [
            String::new(),
            "null".to_owned(),
            V1.replace("\"de\"", "\"xx\""),
            V1.replace("\"contact\"", "\"contract\""),
            V1.replace("\"pack\"", "\"theme\":1,\"pack\""),
        ] {
            assert!(read(&text).is_err(), "{text}");
        }
    }
}
