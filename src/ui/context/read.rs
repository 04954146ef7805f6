//! Reading what is stored when the page starts: local storage, then the database, then both joined.
//!
//! Invariant: nothing is shown before everything is read; where the database is known to have more
//! and does not answer, nothing is shown at all.

use super::{AppContext, Loading, SLICE, SaveState};
use crate::app::homes::Homes;
use crate::domain::ids::ContactId;
use crate::exchange::keys::Item;
use crate::exchange::stamped::Stamped;
use crate::platform::memory;
use crate::platform::mirror::{Mirror, Opened};
use crate::platform::repository::Repository;
use crate::platform::storage::StoreError;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What of it both homes may have.
const ITEMS: [Item; 6] =
    [Item::Settings, Item::Playbook, Item::Draft, Item::Former, Item::FormerDraft, Item::Backup];

/// What a contact of 2.5 KB takes in memory, in bytes.
const ROOM: usize = 7_000;

/// Texts of local storage, by id, as long as the database is not known to have the same.
type Texts = RefCell<HashMap<String, (ContactId, String)>>;

impl AppContext {
    /// Reads every stored contact, a slice at a time, so that the page stays alive.
    pub(super) async fn read_stored(self) {
        let texts = Texts::default();
        self.read_local(&texts).await;
        // What is newer may not be changed, yet everything is shown.
        let is_blocked = self.saving.get_untracked() == SaveState::InMemory;
        let mirror = if is_blocked { Opened::Refused } else { self.open_mirror(false).await };
        match mirror {
            Opened::Open(mirror) => {
                if self.read_mirror(&mirror, &texts).await.is_err() {
                    return self.write().loading.set(Loading::Failed);
                }
                self.bring_together(&mirror).await;
                let behind = texts.into_inner().into_values().map(|(id, _)| Item::Contact(id));
                self.homes.update_value(|homes| homes.change(behind));
            }
            Opened::Absent => {
                let here = texts.into_inner().into_values().map(|(id, _)| Item::Contact(id));
                self.homes.update_value(|homes| homes.change(here));
                self.mirror_items();
            }
            Opened::Refused if self.repository.with_value(|r| r.text(Item::Overflow)).is_some() => {
                return self.write().loading.set(Loading::Failed);
            }
            Opened::Refused => self.homes.update_value(Homes::has_no_mirror),
        }
        self.write().workspace.notify();
        self.write().loading.set(Loading::Done);
        self.forget_unfinished_of_erased();
        if !self.is_kept_in_memory() {
            self.save();
        }
    }

    async fn read_local(self, texts: &Texts) {
        let repository = self.repository.get_value();
        let keys = repository.contact_keys();
        self.write().loading.set(Loading::UnderWay(0, keys.len()));
        for (n, keys_of_slice) in keys.chunks(SLICE).enumerate() {
            let mut read = Vec::new();
            for key in keys_of_slice {
                match repository.load(key) {
                    Ok(None) => {}
                    Ok(Some((id, held, text))) => {
                        read.push((id, held));
                        texts.borrow_mut().insert(id.to_string(), (id, text));
                    }
                    Err(attention) => self.needs_attention(attention),
                }
            }
            self.write().workspace.update_untracked(|workspace| workspace.take_in_all(read));
            self.write().loading.set(Loading::UnderWay(n * SLICE, keys.len()));
            TimeoutFuture::new(0).await;
        }
    }

    /// Opens the database, and makes it where there is none if `make` says so.
    pub(super) async fn open_mirror(self, make: bool) -> Opened<Rc<Mirror>> {
        let taken = move || self.mirror_taken();
        let opened = Mirror::open(&self.name(), make, taken).await.map(Rc::new);
        if let Opened::Open(mirror) = &opened {
            self.mirror.set_value(Some(Rc::clone(mirror)));
        }
        opened
    }

    /// Lists everything there is one of and local storage has, for the database.
    pub(super) fn mirror_items(self) {
        let has = |item: &Item| self.repository.with_value(|r| r.text(*item).is_some());
        let items: Vec<_> = ITEMS.into_iter().filter(has).collect();
        self.homes.update_value(|homes| items.into_iter().for_each(|i| homes.mirror_change(i)));
    }

    async fn read_mirror(self, mirror: &Mirror, texts: &Texts) -> Result<(), StoreError> {
        let mut slices = mirror.slices(SLICE).await?;
        let total = slices.total().max(texts.borrow().len());
        memory::reserve(slices.total().saturating_sub(texts.borrow().len()) * ROOM);
        let (mut read, mut is_alone) = (0, false);
        let is_known = |key: &str, text: &str| {
            let mut texts = texts.borrow_mut();
            let is_same = texts.get(key).is_some_and(|(_, local)| local == text);
            if is_same {
                texts.remove(key);
            }
            is_same
        };
        while let Some(slice) = slices.next(is_known).await? {
            slice.attention.into_iter().for_each(|item| self.needs_attention(item));
            let held = slice.held.into_iter().map(|(id, held)| {
                is_alone |= !texts.borrow().contains_key(&id.to_string());
                (id, held)
            });
            self.write().workspace.update_untracked(|workspace| workspace.take_in_all(held));
            read += SLICE;
            self.write().loading.set(Loading::UnderWay(read.min(total), total));
        }
        // Newer data may have been found in the last slice.
        if is_alone && !self.is_kept_in_memory() {
            self.mark_overflow();
        }
        Ok(())
    }

    /// Settings, playbooks and drafts: of two copies the one stored later counts. One that cannot be
    /// read is left as it is.
    async fn bring_together(self, mirror: &Mirror) {
        let repository = self.repository.get_value();
        let Ok((mirrored, attention)) = mirror.items().await else { return };
        for item in attention {
            self.needs_attention(item);
        }
        if self.is_kept_in_memory() {
            return;
        }
        let mirrored: HashMap<Item, Stamped> = mirrored.into_iter().collect();
        for item in ITEMS {
            match (repository.stamped(item), mirrored.get(&item)) {
                (Some(local), Some(theirs)) if local == *theirs => {}
                (local, Some(theirs))
                    if local.as_ref().is_none_or(|local| local.stamp < theirs.stamp)
                        && !untrack(|| self.is_unreadable(item)) =>
                {
                    self.take_later(item, theirs);
                }
                (Some(_), _) => self.homes.update_value(|homes| homes.mirror_change(item)),
                (None, _) => {}
            }
        }
    }

    /// Takes in something there is one of that the database has, where that is later than what is here.
    pub(super) fn take_later(self, item: Item, theirs: &Stamped) {
        let repository = self.repository.get_value();
        let is_later = repository.stamped(item).is_none_or(|local| local.stamp < theirs.stamp);
        if !is_later || untrack(|| self.is_unreadable(item)) || self.is_kept_in_memory() {
            return;
        }
        if repository.set(item, theirs).is_err() {
            // The next start tries again.
            repository.hold(item, theirs.clone());
        }
        self.item_stored_elsewhere(&repository, item);
    }

    fn item_stored_elsewhere(self, repository: &Repository, item: Item) {
        match item {
            Item::Settings => self.settings_stored_elsewhere(repository),
            Item::Playbook => self.playbook_stored_elsewhere(repository),
            Item::Draft => self.draft_stored_elsewhere(repository),
            Item::Backup => self.backups_stored_elsewhere(repository),
            // Looked for where they are shown.
            _ => {}
        }
    }
}
