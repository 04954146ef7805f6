//! Reading a workspace file one contact at a time, so that a page can breathe in between.
//!
//! Owns the order of reading. Refuses to say what is wrong with a file: one that cannot be read piece by piece
//! is read as a whole, which says it. Invariant: it gives what [`read`](super::read) gives, for every text.

use super::{IncomingContact, VERSION, WorkspaceFile, join, read, usable};
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::json::{self, FileError, Format, Piece, Pieces};
use crate::exchange::limits::{FILE_BYTES, out_of_reach};
use std::collections::{BTreeMap, BTreeSet};

/// The key of the contacts.
const CONTACTS: &str = "contacts";

/// A workspace file that is being read.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    /// None once something is not as it is read piece by piece.
    pieces: Option<Pieces<'a>>,
    head: Head,
    contacts: BTreeMap<ContactId, EventLog>,
}

/// All but the contacts.
#[derive(Debug, Default)]
struct Head {
    is_workspace: bool,
    exported_at: Option<When>,
    playbook: Option<Playbook>,
    erased: Option<BTreeSet<ContactId>>,
    has_contacts: bool,
}

impl<'a> Reader<'a> {
    /// Begins.
    pub fn new(text: &'a str) -> Self {
        let pieces = (text.len() <= FILE_BYTES).then(|| Pieces::new(text, CONTACTS));
        Self { text, pieces, head: Head::default(), contacts: BTreeMap::new() }
    }

    /// Reads a contact, or another piece; says whether there may be more.
    pub fn read(&mut self) -> bool {
        let Some(piece) = self.pieces.as_mut().and_then(Iterator::next) else { return false };
        let taken = match piece {
            Piece::Entry(key, value) => self.head.take(key, value),
            Piece::Item(contact) => take_contact(&mut self.contacts, contact),
        };
        if taken.is_none() {
            self.pieces = None;
        }
        taken.is_some()
    }

    /// How many bytes are still to be read.
    pub fn left(&self) -> usize {
        self.pieces.as_ref().map_or(0, Pieces::left)
    }

    /// The file, once there is no more to read.
    ///
    /// # Errors
    /// As for [`read`].
    pub fn finish(self) -> Result<WorkspaceFile, FileError> {
        let is_whole = self.pieces.is_some_and(|pieces| pieces.is_whole());
        match self.head.whole().filter(|_| is_whole) {
            Some((exported_at, mut playbook, erased)) => {
                usable(&mut playbook)?;
                Ok(WorkspaceFile::of(exported_at, playbook, erased, self.contacts))
            }
            None => read(self.text),
        }
    }
}

fn take_contact(contacts: &mut BTreeMap<ContactId, EventLog>, text: &str) -> Option<()> {
    let contact: IncomingContact = json::parse(text).ok()?;
    if contact.events.iter().any(|event| out_of_reach(event).is_some()) {
        return None;
    }
    join(contacts, contact);
    Some(())
}

impl Head {
    /// Takes an entry; none where it is not that of a workspace this version reads.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "format" => {
                let format: String = json::parse(value).ok()?;
                self.is_workspace = format == Format::Workspace.name();
                self.is_workspace.then_some(())?;
            }
            "version" => {
                let version: Option<u32> = json::parse(value).ok()?;
                version.is_none_or(|version| version <= VERSION).then_some(())?;
            }
            "exported_at" => self.exported_at = Some(json::parse(value).ok()?),
            "playbook" => self.playbook = Some(json::parse(value).ok()?),
            "erased" => self.erased = json::parse(value).ok()?,
            CONTACTS => self.has_contacts = true,
            _ => {
                json::parse::<serde::de::IgnoredAny>(value).ok()?;
            }
        }
        Some(())
    }

    fn whole(self) -> Option<(When, Playbook, BTreeSet<ContactId>)> {
        (self.is_workspace && self.has_contacts).then_some(())?;
        Some((self.exported_at?, self.playbook?, self.erased.unwrap_or_default()))
    }
}
