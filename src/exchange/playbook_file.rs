//! Playbook files, in and out.
//!
//! Owns the reading order: what the file is, whether it can be read, whether it can be judged
//! by. Refuses to know which playbook is in use. Invariants: a playbook that comes in has no
//! [faults](check::Fault); one that is [kept](check::check_kept) may have those that an earlier version
//! took, and a draft may lack wordings besides.

use super::json::{self, Expected, FileError, Format};
use super::limits::{INNER_DEPTH, PLAYBOOK_BYTES};
use crate::app::edit::{Draft, Editor, KeptWords};
use crate::domain::playbook::check::{self, FaultKind};
use crate::domain::playbook::{FORMAT_VERSION, Playbook};
use serde::Deserialize;

/// The text of the playbook that ships.
const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/playbook.json"));

/// The playbook a workspace without one of its own is judged by.
pub fn shipped() -> Playbook {
    read(SHIPPED).expect("the shipped playbook is read by a test")
}

/// Why a playbook file was not taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PlaybookError {
    /// It is no playbook that can be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// It can be read, but nobody can be judged by it; every fault at once.
    #[error("{} faults", .0.len())]
    Faults(Vec<check::Fault>),
}

/// Reads a playbook.
///
/// # Errors
/// What the file is instead, the place where it cannot be read, or all its faults.
pub fn read(text: &str) -> Result<Playbook, PlaybookError> {
    let playbook = parse(text)?;
    without(check::check(&playbook), playbook)
}

/// Reads a playbook that is stored already: it may have faults contacts can be judged with.
///
/// # Errors
/// As [`read`].
pub fn read_kept(text: &str) -> Result<Playbook, PlaybookError> {
    let playbook = parse(text)?;
    without(check::check_kept(&playbook), playbook)
}

fn parse(text: &str) -> Result<Playbook, FileError> {
    let expected = Expected {
        format: Format::Playbook,
        version: FORMAT_VERSION,
        bytes: PLAYBOOK_BYTES,
        depth: INNER_DEPTH,
    };
    let mut playbook: Playbook = json::read(text, &expected)?;
    playbook.name_options(&|_| None);
    Ok(playbook)
}

fn without(faults: Vec<check::Fault>, playbook: Playbook) -> Result<Playbook, PlaybookError> {
    if faults.is_empty() { Ok(playbook) } else { Err(PlaybookError::Faults(faults)) }
}

/// Reads a stored draft; none where there is none any more. Questions may still lack wordings, and
/// what is wrong with a playbook that is kept may be wrong with it.
///
/// # Errors
/// As [`read`].
pub fn read_draft(text: &str) -> Result<Option<Draft>, PlaybookError> {
    if text == NO_DRAFT {
        return Ok(None);
    }
    let playbook = parse(text)?;
    let mut faults = check::check_kept(&playbook);
    faults.retain(|fault| fault.kind != FaultKind::NoWording);
    let playbook = without(faults, playbook)?;
    let Beside { kept_words } = json::parse(text).map_err(FileError::Unreadable)?;
    Ok(Some(Draft { playbook, kept_words }))
}

/// What a stored draft says beside the playbook it is.
#[derive(Deserialize)]
struct Beside {
    #[serde(default)]
    kept_words: Vec<KeptWords>,
}

/// Writes the draft of an editor, or that there is none any more: a missing key would say nothing. It
/// is written with every change and read by nobody, so it is on one line: half as long, in half the
/// time.
pub fn write_draft(editor: &Editor) -> String {
    if !editor.has_changes() {
        return NO_DRAFT.to_owned();
    }
    let mut text = json::write(&**editor.draft(), 0);
    let kept: Vec<_> = editor.fit().collect();
    if !kept.is_empty() {
        // It stands as one more member of the playbook's, which other readers pass over.
        text.truncate(text.rfind('}').expect("a playbook is written as an object"));
        text += ",\"kept_words\":";
        text += json::write(&kept, 0).trim_end();
        text.push('}');
    }
    text
}

/// What is stored in place of a draft that is published or thrown away.
const NO_DRAFT: &str = "null";

/// Writes a playbook: each question, criterion and stage on lines of its own, the same text for
/// the same playbook.
pub fn write(playbook: &Playbook) -> String {
    json::write(playbook, usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const TINY: &str = r#"{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,
        "title":"Tiny","sections":[{"id":"o","title":"O"}],
        "questions":[{"id":"pain","section":"o","title":"Pain","ask":"Pain?","kind":"yes_no"}],
        "criteria":[{"id":"pain","title":"Pain","rule_text":"yes","step":"ask",
                     "rule":{"answer":{"question":"pain","is":{"yes":true}}}}],
        "gates":{"prospect":[],"opportunity":["pain"]},
        "stages":[{"id":"qualifying","title":"Qualifying","exit":[]}],
        "reasons":{"disqualify":[{"id":"no","title":"No"}],"lose":[{"id":"gone","title":"Gone"}]}}"#;

    #[test]
    fn what_is_written_reads_the_same() {
        let playbook = read(TINY).unwrap();
        let text = write(&playbook);
        assert_eq!(read(&text), Ok(playbook));
        assert!(text.starts_with("{\n  \"format\": \"ripen-playbook\",\n"), "{text}");
    }

    #[test]
    fn a_fault_names_its_path() {
        let broken = TINY.replace(r#"{"yes":true}"#, r#"{"yes":1}"#);
        let Err(PlaybookError::File(FileError::Unreadable(fault))) = read(&broken) else {
            panic!()
        };
        assert_eq!(fault.path, "criteria[0].rule.answer.is.yes");
        assert_eq!(fault.line, 5);
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let broken = TINY.replace(r#"["pain"]"#, r#"["pian"]"#).replace(r#""ask":"Pain?","#, "");
        let Err(PlaybookError::Faults(faults)) = read(&broken) else { panic!() };
        let kinds: Vec<_> = faults.iter().map(|fault| &fault.kind).collect();
        assert_eq!(kinds, [&FaultKind::NoWording, &FaultKind::Undefined("pian".into())]);
    }

    #[test]
    fn a_draft_may_lack_wordings_and_nothing_else() {
        let unworded = TINY.replace(r#""ask":"Pain?","#, "");
        let draft = read_draft(&unworded).unwrap().unwrap();
        let published = Arc::new(read(TINY).unwrap());
        let editor = Editor::open(Arc::clone(&published), draft.clone());
        assert_eq!(read_draft(&write_draft(&editor)), Ok(Some(draft)));
        assert_eq!(read_draft(&write_draft(&Editor::new(published))), Ok(None));
        assert!(read_draft(&TINY.replace(r#"["pain"]"#, r#"["pian"]"#)).is_err());
        assert!(read_draft("").is_err());
        let newer = TINY.replace("\"version\":1", "\"version\":2");
        assert_eq!(read_draft(&newer), Err(FileError::Newer(2).into()));
    }

    #[test]
    fn what_was_said_of_its_words_is_stored_with_a_draft() {
        let playbook = read(&TINY.replace("true", "false")).unwrap();
        let draft = Draft { playbook, kept_words: Vec::new() };
        let mut editor = Editor::open(Arc::new(read(TINY).unwrap()), draft.clone());
        assert!(!write_draft(&editor).contains("kept_words"));
        editor.keep_words(&"pain".into());
        let text = write_draft(&editor);
        let kept_words: Vec<_> = editor.fit().cloned().collect();
        assert_eq!(kept_words.len(), 1);
        assert_eq!(read_draft(&text), Ok(Some(Draft { kept_words, ..draft.clone() })));
        // Whoever reads it as a playbook passes it over.
        assert_eq!(read(&text), Ok(draft.playbook));
        assert!(read_draft(&text.replace("[{\"criterion\"", "[{\"x\"")).is_err());
    }

    #[test]
    fn a_newer_file_is_refused_as_such() {
        let newer = TINY.replace("\"version\":1", "\"version\":2").replace("criteria", "tests");
        assert_eq!(read(&newer), Err(FileError::Newer(2).into()));
    }
}
