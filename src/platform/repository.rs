//! The stored workspace: one key per contact, and keys of their own for playbook and settings.
//!
//! The index is the enumeration of the [keys]. Invariants: a missing key deletes nothing; a key
//! that cannot be read, or holds newer data, is never written; writing merges with what another
//! tab wrote meanwhile.

use super::storage::{Store, StoreError};
use crate::app::edit::Draft;
use crate::app::settings::Settings;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::check::FaultKind;
use crate::exchange::json::FileError;
use crate::exchange::keys::{self, Item, Key};
use crate::exchange::playbook_file::{self, PlaybookError};
use crate::exchange::record::{self, RecordError};
use crate::exchange::settings_file;

/// UTF-16 units browsers give the local storage of one origin.
pub const ROOM: usize = 5_242_880;

/// A stored value that cannot be used as it is.
#[derive(Debug)]
pub struct Attention {
    /// Its key.
    pub key: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a stored value.
#[derive(Debug)]
#[non_exhaustive]
pub enum Problem {
    /// It cannot be read.
    Record(RecordError),
    /// The key's last part is no id.
    Key,
    /// The playbook cannot be used.
    Playbook(PlaybookError),
    /// The draft of a playbook cannot be used.
    Draft(PlaybookError),
    /// What the last switch of playbooks put aside cannot be used.
    Former(PlaybookError),
    /// The settings cannot be read.
    Settings(FileError),
}

impl Attention {
    /// Whether a newer version of this app stored it.
    pub fn is_newer(&self) -> bool {
        match &self.problem {
            Problem::Record(error) => matches!(error, RecordError::Newer(_)),
            Problem::Playbook(error) | Problem::Draft(error) | Problem::Former(error) => {
                match error {
                    PlaybookError::File(error) => matches!(error, FileError::Newer(_)),
                    PlaybookError::Faults(faults) => {
                        faults.iter().any(|fault| matches!(fault.kind, FaultKind::Newer(_)))
                    }
                }
            }
            Problem::Settings(error) => matches!(error, FileError::Newer(_)),
            Problem::Key => false,
        }
    }
}

/// One workspace in local storage.
#[derive(Debug, Clone)]
pub struct Repository {
    store: Option<Store>,
    workspace: String,
}

impl Repository {
    /// Opens a workspace by name, probing the storage.
    pub fn open(workspace: &str) -> Self {
        Self { store: Store::probe(), workspace: workspace.to_owned() }
    }

    /// Whether anything can be stored.
    pub fn is_available(&self) -> bool {
        self.store.is_some()
    }

    /// The key of something of this workspace.
    pub fn key(&self, item: Item) -> String {
        Key::Workspace(&self.workspace, item).to_string()
    }

    /// What of this workspace a key holds; none for everything else.
    pub fn item(&self, key: &str) -> Option<Item> {
        match Key::parse(key)? {
            Key::Workspace(workspace, item) if workspace == self.workspace => Some(item),
            _ => None,
        }
    }

    /// The keys of all contacts, in no order.
    pub fn contact_keys(&self) -> Vec<String> {
        let prefix = keys::contacts_of(&self.workspace);
        self.store.map(|store| store.keys(&prefix)).unwrap_or_default()
    }

    /// Reads one contact; none when the key is gone.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn load(&self, key: &str) -> Result<Option<(ContactId, EventLog)>, Attention> {
        let attention = |problem| Attention { key: key.to_owned(), problem };
        let Some(Item::Contact(id)) = self.item(key) else {
            return Err(attention(Problem::Key));
        };
        let Some(text) = self.raw(key) else { return Ok(None) };
        let log = record::decode(&text).map_err(|error| attention(Problem::Record(error)))?;
        Ok(Some((id, log)))
    }

    /// Stores one contact, merged with what is stored by now, as it is [at
    /// rest](EventLog::at_rest).
    ///
    /// # Errors
    /// [`StoreError`]; then what was stored before is unchanged.
    pub fn save(&self, id: ContactId, log: &EventLog) -> Result<(), StoreError> {
        let store = self.store.ok_or(StoreError::Blocked)?;
        let key = self.key(Item::Contact(id));
        let stored = match store.get(&key) {
            Some(text) => Some(record::decode(&text).map_err(|_| StoreError::Protected)?),
            None => None,
        };
        let mut merged = stored.clone().unwrap_or_default();
        merged.merge(log);
        let merged = merged.at_rest();
        // What was taken back before it was stored needs no word in the storage.
        let needless = stored.is_none() && merged.live().next().is_none();
        if needless || stored.as_ref() == Some(&merged) {
            return Ok(());
        }
        store.set(&key, &record::encode(&merged))
    }

    /// The text stored under a whole key, as it is.
    pub fn raw(&self, key: &str) -> Option<String> {
        self.store?.get(key)
    }

    /// The text something is stored as.
    pub fn text(&self, item: Item) -> Option<String> {
        self.raw(&self.key(item))
    }

    /// The stored playbook; none when there is none.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn playbook(&self) -> Result<Option<Playbook>, Attention> {
        self.playbook_in(Item::Playbook, Problem::Playbook)
    }

    /// The stored draft of a playbook; none when there is none, or none any more.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn draft(&self) -> Result<Option<Draft>, Attention> {
        self.draft_in(Item::Draft, Problem::Draft)
    }

    /// What the last switch of playbooks put aside, with the draft made of it; none when there is none.
    ///
    /// # Errors
    /// What needs attention; the stored texts stay as they are.
    pub fn former(&self) -> Result<Option<(Playbook, Option<Draft>)>, Attention> {
        let published = self.playbook_in(Item::Former, Problem::Former)?;
        let draft = self.draft_in(Item::FormerDraft, Problem::Former)?;
        Ok(published.map(|published| (published, draft)))
    }

    fn playbook_in(
        &self,
        item: Item,
        problem: fn(PlaybookError) -> Problem,
    ) -> Result<Option<Playbook>, Attention> {
        let Some(text) = self.text(item) else { return Ok(None) };
        let read = playbook_file::read_kept(&text).map(Some);
        read.map_err(|error| Attention { key: self.key(item), problem: problem(error) })
    }

    fn draft_in(
        &self,
        item: Item,
        problem: fn(PlaybookError) -> Problem,
    ) -> Result<Option<Draft>, Attention> {
        let Some(text) = self.text(item) else { return Ok(None) };
        playbook_file::read_draft(&text)
            .map_err(|error| Attention { key: self.key(item), problem: problem(error) })
    }

    /// The stored settings; none when there are none yet.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn settings(&self) -> Result<Option<Settings>, Attention> {
        let key = self.key(Item::Settings);
        let read = self.raw(&key).map(|text| settings_file::read(&text)).transpose();
        read.map_err(|error| Attention { key, problem: Problem::Settings(error) })
    }

    /// Stores something as a text.
    ///
    /// # Errors
    /// [`StoreError`]; then what was stored before is unchanged.
    pub fn set_text(&self, item: Item, text: &str) -> Result<(), StoreError> {
        self.store.ok_or(StoreError::Blocked)?.set(&self.key(item), text)
    }

    /// Every key of the workspace.
    pub fn keys(&self) -> Vec<String> {
        self.store.map(|store| store.keys(&keys::all_of(&self.workspace))).unwrap_or_default()
    }

    /// UTF-16 units a key and its text take of the [`ROOM`].
    pub fn units(&self, key: &str) -> usize {
        let text = self.raw(key).map_or(0, |text| text.encode_utf16().count());
        key.encode_utf16().count() + text
    }

    /// Removes every key of the workspace.
    pub fn erase(&self) {
        if let Some(store) = self.store {
            for key in store.keys(&keys::all_of(&self.workspace)) {
                store.remove(&key);
            }
        }
    }
}
