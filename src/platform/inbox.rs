//! The results of visitors' runs that wait in local storage for a workspace of this origin.
//!
//! The element puts them there, one a run, a later finish in the place of an earlier one; the workspace
//! takes them in and out. Invariant: what cannot be read is left as it is until a person says otherwise.

use super::attention::{Attention, Problem, attention};
use super::storage::{Store, StoreError};
use crate::domain::ids::ContactId;
use crate::exchange::keys::{Key, inbox_key, inbox_of};
use crate::exchange::result_file::RunResult;
use crate::exchange::result_file::read::read;

/// Puts the text of a result into the inbox of a workspace.
///
/// # Errors
/// [`StoreError`]; then what lay there before is unchanged.
pub fn put(workspace: &str, run: ContactId, text: &str) -> Result<(), StoreError> {
    Store::probe().ok_or(StoreError::Blocked)?.set(&inbox_key(workspace, run), text)
}

/// A result as it lies in the inbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Where.
    pub key: String,
    /// As what.
    pub text: String,
    /// What it says.
    pub result: RunResult,
}

/// The inbox of a workspace.
#[derive(Debug, Clone)]
pub struct Inbox {
    store: Option<Store>,
    workspace: String,
    /// What is taken in and still lies here.
    taken_in: Vec<Entry>,
}

impl Inbox {
    /// Opens the inbox of a workspace, probing the storage.
    pub fn open(workspace: &str) -> Self {
        Self { store: Store::probe(), workspace: workspace.to_owned(), taken_in: Vec::new() }
    }

    /// The name of the workspace it is of.
    pub fn workspace(&self) -> &str {
        &self.workspace
    }

    /// Whether a key is of this inbox.
    pub fn owns(&self, key: &str) -> bool {
        key.starts_with(&inbox_of(&self.workspace))
    }

    /// The keys of everything that lies here.
    pub fn keys(&self) -> Vec<String> {
        self.store.map(|store| store.keys(&inbox_of(&self.workspace))).unwrap_or_default()
    }

    /// What lies under a key; none when it is gone.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn read(&self, key: &str) -> Result<Option<Entry>, Attention> {
        let Some(text) = self.store.and_then(|store| store.get(key)) else { return Ok(None) };
        let Some(Key::Inbox(_, run)) = Key::parse(key) else {
            return Err(attention(key, Problem::Key));
        };
        let wrong = |error| attention(key, Problem::Result(error));
        let result = read(&text).map_err(|error| wrong(Some(error)))?;
        if result.id != run {
            return Err(wrong(None));
        }
        Ok(Some(Entry { key: key.to_owned(), text, result }))
    }

    /// Remembers entries that are taken in and are to be taken out once they are stored.
    pub fn taken_in(&mut self, entries: impl IntoIterator<Item = Entry>) {
        self.taken_in.extend(entries);
    }

    /// Whether anything is taken in and still lies here.
    pub fn has_taken_in(&self) -> bool {
        !self.taken_in.is_empty()
    }

    /// Forgets what is taken in; it stays where it lies.
    pub fn forget_taken_in(&mut self) {
        self.taken_in.clear();
    }

    /// Takes out what is taken in and stored, unless something else lies there by now.
    pub fn take_out_if(&mut self, is_stored: impl Fn(&Entry) -> bool) {
        for entry in self.taken_in.extract_if(.., |entry| is_stored(entry)) {
            if let Some(store) = self.store
                && store.get(&entry.key).as_deref() == Some(&entry.text)
            {
                store.remove(&entry.key);
            }
        }
    }

    /// Takes out what cannot be read; whatever can stays.
    pub fn throw_away(&self, key: &str) {
        if let Some(store) = self.store
            && self.read(key).is_err()
        {
            store.remove(key);
        }
    }
}
