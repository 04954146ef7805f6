//! Why a file is not taken as a playbook, for people who never saw the inside of one.
//!
//! Leads with a plain sentence: which part, and what is wrong. Invariant: what the reader met stays
//! at hand, folded away, for whoever wrote the file.

use crate::domain::playbook::check::Fault;
use crate::exchange::json::FileError;
use crate::exchange::limits::PLAYBOOK_BYTES;
use crate::exchange::playbook_file::PlaybookError;
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::data::failure::{Cause, fault_words};

/// Bytes of a kilobyte.
const KILOBYTE: usize = 1024;

/// What is wrong with a file, in a sentence.
pub(super) fn plain(cause: &Cause) -> String {
    match cause {
        Cause::Empty | Cause::Gone => text::unread_empty().to_owned(),
        Cause::TooLarge | Cause::Json(FileError::TooLarge { .. }) => too_large(),
        Cause::Json(error) | Cause::Playbook(PlaybookError::File(error)) => file(error),
        Cause::Playbook(PlaybookError::Faults(faults)) => match faults.first() {
            Some(fault) => faulty(fault, faults.len() - 1),
            None => text::unread_other().to_owned(),
        },
        _ => text::unread_other().to_owned(),
    }
}

fn too_large() -> String {
    text::unread_large(intl::count(PLAYBOOK_BYTES / KILOBYTE))
}

fn file(error: &FileError) -> String {
    match error {
        FileError::TooLarge { .. } => too_large(),
        FileError::Unreadable(fault) => match part(&fault.path) {
            Some(part) => text::unread_part(part, intl::count(fault.line)),
            None => text::unread_line(intl::count(fault.line)),
        },
        FileError::TooLong { line } | FileError::TooDeep { line } => {
            text::unread_line(intl::count(*line))
        }
        FileError::Newer(_) => text::unread_newer().to_owned(),
        FileError::Playbook(faults) => match faults.first() {
            Some(fault) => faulty(fault, faults.len() - 1),
            None => text::unread_other().to_owned(),
        },
        FileError::Foreign(_) | FileError::Other { .. } => text::unread_other().to_owned(),
    }
}

fn faulty(fault: &Fault, more: usize) -> String {
    let what = fault_words(&fault.kind);
    let part = part(&fault.path).unwrap_or_else(|| text::pb_a_playbook().to_owned());
    match more {
        0 => text::unread_fault(part, what),
        1 => text::unread_two_faults(part, what),
        more => text::unread_faults(part, what, intl::count(more)),
    }
}

/// The part a path leads to, counted from 1; none for the file as a whole.
fn part(path: &str) -> Option<String> {
    let (list, rest) = path.split_once('[')?;
    let name = match list {
        "sections" => text::pb_a_section(),
        "questions" => text::pb_a_question(),
        "criteria" => text::pb_a_criterion(),
        "personas" => text::pb_a_persona(),
        "stages" => text::pb_a_stage(),
        "sources" => text::pb_a_source(),
        "cards" => text::pb_a_card(),
        "glossary" => text::pb_a_term(),
        _ => return None,
    };
    let place: usize = rest.split_once(']')?.0.parse().ok()?;
    Some(text::unread_place(name, intl::count(place + 1)))
}
