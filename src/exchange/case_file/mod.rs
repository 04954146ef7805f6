//! One contact's case: its history and the playbook it is judged by, as a share link carries it,
//! or a file of its own.
//!
//! Owns the text's shape. Refuses to compress it and to judge. Invariant: what is read has passed
//! every check a workspace file passes, and is a contact.

mod bare;

pub use bare::without_personal_data;

use super::json::{self, Expected, FileError, Format};
use super::limits::{DEPTH, FILE_BYTES, OutOfReach, out_of_reach};
use crate::domain::event::{Event, PlaybookRef};
use crate::domain::fold::fold;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::{Playbook, check};
use crate::domain::when::When;
use serde::{Deserialize, Serialize};

/// The version of the text's shape.
pub const VERSION: u32 = 1;

/// A contact's case.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// When it was shared.
    pub shared_at: When,
    /// The playbook it was judged by where it was shared.
    pub judged_by: PlaybookRef,
    /// That playbook, unless it is the one every Ripen has.
    pub playbook: Option<Playbook>,
    /// Whose.
    pub contact: ContactId,
    /// What happened.
    pub log: EventLog,
}

/// Why a case is not taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CaseError {
    /// The text cannot be read as a case.
    #[error(transparent)]
    File(#[from] FileError),
    /// An event carries a moment or day no contact can have.
    #[error("{0:?}")]
    OutOfReach(OutOfReach),
    /// Nothing in the history counts.
    #[error("a history in which nothing counts")]
    NoContact,
}

/// Writes a case.
pub fn write(case: &Case) -> String {
    let file = File {
        format: Format::Case.name(),
        version: VERSION,
        shared_at: case.shared_at,
        judged_by: &case.judged_by,
        playbook: case.playbook.as_ref(),
        contact: case.contact,
        events: case.log.events(),
    };
    serde_json::to_string(&file).expect("memory takes every byte, and every key is a text")
}

/// Reads a case. How much a link may hold is looked at where it is inflated.
///
/// # Errors
/// [`CaseError`]; nothing is taken in part.
pub fn read(text: &str) -> Result<Case, CaseError> {
    let expected =
        Expected { format: Format::Case, version: VERSION, bytes: FILE_BYTES, depth: DEPTH };
    let mut file: Incoming = json::read(text, &expected)?;
    if let Some(playbook) = &mut file.playbook {
        playbook.name_options(&|_| None);
        let faults = check::check_kept(playbook);
        if !faults.is_empty() {
            return Err(FileError::Playbook(faults).into());
        }
    }
    if let Some(what) = file.events.iter().find_map(out_of_reach) {
        return Err(CaseError::OutOfReach(what));
    }
    let log = EventLog::new(file.events);
    if fold(file.contact, &log).is_none() {
        return Err(CaseError::NoContact);
    }
    let Incoming { shared_at, judged_by, playbook, contact, .. } = file;
    Ok(Case { shared_at, judged_by, playbook, contact, log })
}

/// A case as a schema describes it.
#[cfg(feature = "schema")]
pub(super) type Described = File<'static>;

/// One contact's case, as a share link carries it deflated.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct File<'a> {
    /// What the text is: always `ripen-case`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = Format::Case.name())))]
    format: &'a str,
    /// Version of the text's shape; a newer one than this app's is refused.
    #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
    version: u32,
    /// When it was shared.
    shared_at: When,
    /// The playbook it was judged by.
    judged_by: &'a PlaybookRef,
    /// That playbook, unless it is the one every Ripen has.
    #[serde(skip_serializing_if = "Option::is_none")]
    playbook: Option<&'a Playbook>,
    /// The contact's id.
    contact: ContactId,
    /// Its history.
    events: &'a [Event],
}

#[derive(Deserialize)]
struct Incoming {
    shared_at: When,
    judged_by: PlaybookRef,
    #[serde(default)]
    playbook: Option<Playbook>,
    contact: ContactId,
    events: Vec<Event>,
}
