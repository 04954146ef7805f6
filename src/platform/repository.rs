//! The workspace in local storage: one key per contact, and keys of their own for playbook and
//! settings.
//!
//! The index is the enumeration of the [keys]. Invariants: a missing key deletes nothing; a key
//! that cannot be read, or holds newer data, is never written; writing joins with what another
//! tab wrote meanwhile.

use super::attention::attention;
pub use super::attention::{Attention, Home, Problem};
use super::storage::{Store, StoreError};
use crate::app::backup::Backups;
use crate::app::edit::Draft;
use crate::app::settings::Settings;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use crate::exchange::backups_file;
use crate::exchange::keys::{self, Item, Key};
use crate::exchange::playbook_file::{self, PlaybookError};
use crate::exchange::record;
use crate::exchange::settings_file;
use crate::exchange::stamped::Stamped;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// UTF-16 units browsers give the local storage of one origin.
pub const ROOM: usize = 5_242_880;

/// Looks whether something there is one of can be read, wherever it is stored.
///
/// # Errors
/// What is wrong; then the text must be left as it is.
pub fn look_at(item: Item, text: &str) -> Result<(), Problem> {
    let draft = || playbook_file::read_draft(text).map(drop);
    let playbook = || playbook_file::read_kept(text).map(drop);
    match item {
        Item::Settings => settings_file::read(text).map(drop).map_err(Problem::Settings),
        Item::Playbook => playbook().map_err(Problem::Playbook),
        Item::Draft => draft().map_err(Problem::Draft),
        Item::Former => playbook().map_err(Problem::Former),
        Item::FormerDraft => draft().map_err(Problem::Former),
        Item::Backup => backups_file::read(text).map(drop).map_err(Problem::Backups),
        Item::AskEverything | Item::Overflow | Item::Embed | Item::Contact(_) => Ok(()),
    }
}

/// One workspace in local storage.
#[derive(Debug, Clone)]
pub struct Repository {
    store: Option<Store>,
    workspace: String,
    /// What there was no room for, by item: read from here as long as nothing later is stored.
    held: Arc<Mutex<BTreeMap<Item, Stamped>>>,
}

impl Repository {
    /// Opens a workspace by name, probing the storage.
    pub fn open(workspace: &str) -> Self {
        Self { store: Store::probe(), workspace: workspace.to_owned(), held: Arc::default() }
    }

    /// The workspaces local storage has something of.
    pub fn workspaces() -> BTreeSet<String> {
        let all = Store::probe().map(|store| store.keys(keys::all())).unwrap_or_default();
        all.iter().filter_map(|key| keys::workspace_of(key)).map(str::to_owned).collect()
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

    /// Reads one contact, with the text it stands as; none when the key is gone.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn load(&self, key: &str) -> Result<Option<(ContactId, Held, String)>, Attention> {
        let attention = |problem| attention(key, problem);
        let Some(Item::Contact(id)) = self.item(key) else {
            return Err(attention(Problem::Key));
        };
        let Some(text) = self.raw(key) else { return Ok(None) };
        let held = record::decode(&text).map_err(|error| attention(Problem::Record(error)))?;
        Ok(Some((id, held, text)))
    }

    /// Stores one contact, [joined](record::join) with what is stored by now.
    ///
    /// # Errors
    /// [`StoreError`]; then what was stored before is unchanged.
    pub fn save(&self, id: ContactId, held: &Held) -> Result<(), StoreError> {
        let store = self.store.ok_or(StoreError::Blocked)?;
        let key = self.key(Item::Contact(id));
        let joined = record::join(store.get(&key).as_deref(), held);
        match joined.map_err(|_| StoreError::Protected)? {
            Some(text) => store.set(&key, &text),
            None => Ok(()),
        }
    }

    /// Removes one contact that is stored elsewhere, too, unless there is more of it here than
    /// `held`, which is all that is there.
    pub fn let_go(&self, id: ContactId, held: &Held) {
        let Some(store) = self.store else { return };
        let key = self.key(Item::Contact(id));
        if store.get(&key).is_some_and(|text| record::is_within(&text, held)) {
            store.remove(&key);
        }
    }

    /// The text stored under a whole key, as it is.
    pub fn raw(&self, key: &str) -> Option<String> {
        self.store?.get(key)
    }

    /// The text something is stored as, or [held](Self::hold).
    pub fn text(&self, item: Item) -> Option<String> {
        self.held(item).map(|held| held.text).or_else(|| self.raw(&self.key(item)))
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
        read.map_err(|error| attention(&self.key(item), problem(error)))
    }

    fn draft_in(
        &self,
        item: Item,
        problem: fn(PlaybookError) -> Problem,
    ) -> Result<Option<Draft>, Attention> {
        let Some(text) = self.text(item) else { return Ok(None) };
        playbook_file::read_draft(&text).map_err(|error| attention(&self.key(item), problem(error)))
    }

    /// The stored settings; none when there are none yet.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn settings(&self) -> Result<Option<Settings>, Attention> {
        let key = self.key(Item::Settings);
        let read = self.text(Item::Settings).map(|text| settings_file::read(&text)).transpose();
        read.map_err(|error| attention(&key, Problem::Settings(error)))
    }

    /// The backups that were made.
    ///
    /// # Errors
    /// What needs attention; the stored text stays as it is.
    pub fn backups(&self) -> Result<Backups, Attention> {
        let key = self.key(Item::Backup);
        let read = self.raw(&key).map(|text| backups_file::read(&text)).transpose();
        let read = read.map_err(|error| attention(&key, Problem::Backups(error)));
        read.map(Option::unwrap_or_default)
    }

    /// Stores something as a text, whatever is stored.
    ///
    /// # Errors
    /// [`StoreError`]; then what was stored before is unchanged.
    pub fn set_text(&self, item: Item, text: &str) -> Result<(), StoreError> {
        self.store.ok_or(StoreError::Blocked)?.set(&self.key(item), text)
    }

    /// Stores something there is one of, with the moment it was stored.
    ///
    /// # Errors
    /// [`StoreError`]; then what was stored before is unchanged.
    pub fn set(&self, item: Item, stamped: &Stamped) -> Result<(), StoreError> {
        let store = self.store.ok_or(StoreError::Blocked)?;
        let (key, stamp_key) = (self.key(item), self.stamp_key(item));
        let before = store.get(&stamp_key);
        // The stamp first: a text that is newer than its stamp could be taken for an older one.
        store.set(&stamp_key, &stamped.stamp.to_string())?;
        store.set(&key, &stamped.text).inspect_err(|_| match before {
            Some(before) => drop(store.set(&stamp_key, &before)),
            None => store.remove(&stamp_key),
        })
    }

    /// Keeps in memory what there is no room for and another home is given.
    pub fn hold(&self, item: Item, stamped: Stamped) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).insert(item, stamped);
    }

    /// What is in memory alone of something, unless something later is stored by now.
    pub fn held(&self, item: Item) -> Option<Stamped> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).get(&item).cloned();
        held.filter(|held| held.stamp > self.stored_stamp(item))
    }

    /// What is stored of something there is one of.
    pub fn stamped(&self, item: Item) -> Option<Stamped> {
        Some(Stamped { stamp: self.stamp(item), text: self.text(item)? })
    }

    /// The moment something was stored last: milliseconds since 1970, and always more than before,
    /// whatever the clock says. 0 where an earlier version stored it.
    pub fn stamp(&self, item: Item) -> u64 {
        self.held(item).map_or_else(|| self.stored_stamp(item), |held| held.stamp)
    }

    fn stored_stamp(&self, item: Item) -> u64 {
        self.raw(&self.stamp_key(item)).and_then(|text| text.parse().ok()).unwrap_or(0)
    }

    fn stamp_key(&self, item: Item) -> String {
        Key::Stamp(&self.workspace, item).to_string()
    }

    /// Every key of the workspace.
    pub fn keys(&self) -> Vec<String> {
        self.store.map(|store| store.keys(&keys::all_of(&self.workspace))).unwrap_or_default()
    }

    /// Every key of the origin, whoever stored it: all of them share the [`ROOM`].
    pub fn keys_of_all(&self) -> Vec<String> {
        self.store.map(|store| store.keys("")).unwrap_or_default()
    }

    /// UTF-16 units a key and its text take of the [`ROOM`].
    pub fn units(&self, key: &str) -> usize {
        let text = self.raw(key).map_or(0, |text| text.encode_utf16().count());
        key.encode_utf16().count() + text
    }

    /// Removes every key of the workspace.
    pub fn clear(&self) {
        if let Some(store) = self.store {
            for key in store.keys(&keys::all_of(&self.workspace)) {
                store.remove(&key);
            }
        }
    }
}
