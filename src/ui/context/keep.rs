//! Storing what changed: in local storage at once, in the database right after.
//!
//! Invariant: everything unsaved is tried, whatever else fails; what could not be stored stays
//! listed, and the save state says so.

use super::{AppContext, SLICE, SaveState};
use crate::app::homes::{Homes, Kept};
use crate::domain::ids::ContactId;
use crate::exchange::keys::Item;
use crate::exchange::settings_file;
use crate::exchange::stamped::Stamped;
use crate::platform::clock;
use crate::platform::repository::{Attention, Repository};
use crate::platform::storage::StoreError;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How much is tried before the page gets to breathe, where less changed.
const AT_ONCE: usize = 20;

impl AppContext {
    /// Lists a stored value that cannot be used. Newer data makes the workspace read-only.
    pub(super) fn needs_attention(&self, attention: Attention) {
        if attention.is_newer() {
            self.write().saving.set(SaveState::ReadOnly);
        }
        self.write().attention.update(|list| {
            list.retain(|other| (other.home, &other.key) != (attention.home, &attention.key));
            list.push(Arc::new(attention));
        });
    }

    /// Tries again to store what could not be stored.
    pub fn save_again(&self) {
        self.keep(&[]);
    }

    /// Stores contacts, and what could not be stored before. Many at once go into the database
    /// alone, in one transaction: closing the page half-way leaves all of them or none.
    pub(super) fn keep(&self, ids: &[ContactId]) {
        if !self.is_kept_in_memory() {
            let contacts = ids.iter().copied().map(Item::Contact);
            self.homes.update_value(|homes| {
                if ids.len() > SLICE { homes.change_much(contacts) } else { homes.change(contacts) }
            });
            self.save();
        }
    }

    /// Stores the settings or the draft, and what could not be stored before. What is stored and
    /// cannot be read is left as it is.
    pub(super) fn keep_item(&self, item: Item) {
        if !self.is_kept_in_memory() {
            let item = (!untrack(|| self.is_unreadable(item))).then_some(item);
            self.homes.update_value(|homes| homes.change(item));
            self.save();
        }
    }

    /// Whether nothing may be stored, or can be.
    pub(super) fn is_kept_in_memory(&self) -> bool {
        matches!(self.saving.get_untracked(), SaveState::InMemory | SaveState::ReadOnly)
    }

    /// Takes off what is not to be stored any more.
    pub(super) fn settle(&self, item: Item) {
        self.homes.update_value(|homes| homes.settle(item));
        if !self.is_kept_in_memory() {
            self.report();
        }
    }

    /// Begins a pass over everything unsaved, unless one is under way, which goes on with it.
    pub(super) fn save(&self) {
        self.save_locally();
        self.save_in_database();
        self.report();
    }

    /// What changed is stored at once, with a little of what failed before; much of either waits for
    /// the page.
    fn save_locally(&self) {
        if self.busy.get_value().local {
            return;
        }
        self.homes.update_value(|homes| homes.local.begin());
        let changed = self.homes.with_value(|homes| homes.local.changed());
        if changed <= SLICE {
            self.save_slice(changed.max(AT_ONCE));
        }
        if self.homes.with_value(|homes| homes.local.is_waiting()) {
            self.busy.update_value(|busy| busy.local = true);
            spawn_local((*self).save_rest());
        }
    }

    async fn save_rest(self) {
        while self.homes.with_value(|homes| homes.local.is_waiting()) {
            TimeoutFuture::new(0).await;
            if self.saving.get_untracked() == SaveState::ReadOnly {
                return;
            }
            self.save_slice(SLICE);
            self.report();
        }
        self.busy.update_value(|busy| busy.local = false);
        self.report();
    }

    /// Tries up to so many of what is unsaved; one that fails keeps no other from being tried.
    fn save_slice(&self, most: usize) {
        let mut slice = Vec::new();
        self.homes.update_value(|homes| slice = homes.local.next(most));
        // Who recorded something stays known by the same id, also while the name is not given.
        if slice.iter().any(|item| matches!(item, Item::Contact(_)))
            && !self.homes.with_value(|homes| homes.local.has(Item::Settings))
            && matches!(self.repository.with_value(Repository::settings), Ok(None))
        {
            slice.insert(0, Item::Settings);
        }
        let mut is_full = false;
        for item in slice {
            let done = match item {
                Item::Settings => self.save_settings(),
                Item::Draft => self.save_draft(),
                Item::Contact(id) => self.save_contact(id),
                Item::Playbook | Item::Former | Item::FormerDraft => self.save_held(item),
                // Stored as they are chosen.
                Item::AskEverything | Item::Backup | Item::Overflow | Item::Embed => Ok(()),
            };
            is_full |= done == Err(StoreError::Full);
            self.homes.update_value(|homes| match done {
                Ok(()) => homes.local.done(item),
                // Whoever the database has by now needs no place here.
                Err(_) if matches!(item, Item::Contact(_)) && homes.is_mirrored(item) => {
                    homes.local.settle(item);
                }
                Err(why) => homes.local.fail(item, why),
            });
        }
        self.watch_room(most, is_full);
    }

    fn save_contact(&self, id: ContactId) -> Result<(), StoreError> {
        let held = self.workspace.with_untracked(|workspace| workspace.held(id));
        held.map_or(Ok(()), |held| self.repository.with_value(|r| r.save(id, &held)))
    }

    /// Stores the settings, unless what is stored must be left as it is.
    fn save_settings(&self) -> Result<(), StoreError> {
        // Another page may have stored what this one cannot read.
        if let Err(unreadable) = self.repository.with_value(Repository::settings) {
            self.needs_attention(unreadable);
            return Ok(());
        }
        let text = self.settings.with_untracked(settings_file::write);
        self.store_somewhere(Item::Settings, text)
    }

    /// Stores what there was no room for when it was chosen, unless something later is stored by now.
    fn save_held(&self, item: Item) -> Result<(), StoreError> {
        let held = self.repository.with_value(|repository| repository.held(item));
        held.map_or(Ok(()), |held| self.store_somewhere(item, held.text))
    }

    /// Stores something there is one of in local storage or, where that refuses, in the database.
    ///
    /// # Errors
    /// Why local storage refused; whether the database has it is seen later.
    pub(super) fn store_somewhere(&self, item: Item, text: String) -> Result<(), StoreError> {
        let stored = self.store_text(item, text.clone());
        if stored.is_err() && self.homes.with_value(Homes::has_mirror) {
            self.repository.with_value(|repository| {
                let stamped = Stamped::after(repository.stamp(item), clock::millis(), text);
                repository.hold(item, stamped);
            });
            self.homes.update_value(|homes| homes.mirror_change(item));
            self.save_in_database();
        }
        stored
    }

    /// Stores something there is one of, in local storage at once. Where that is full, contacts that
    /// are in the database, too, make room for it.
    pub(super) fn store_text(&self, item: Item, text: String) -> Result<(), StoreError> {
        let stored = self.repository.with_value(|repository| {
            let stamped = Stamped::after(repository.stamp(item), clock::millis(), text);
            match repository.set(item, &stamped) {
                Err(StoreError::Full) if self.make_room(true) => repository.set(item, &stamped),
                stored => stored,
            }
        });
        if stored.is_ok() {
            self.homes.update_value(|homes| homes.mirror_change(item));
            self.save_in_database();
        }
        stored
    }

    /// Whether leaving the page would lose something: what no home has yet or, where nothing can be
    /// stored, the contacts. Made-up ones are made anew.
    pub(super) fn has_unsaved(&self) -> bool {
        if self.saving.get_untracked() == SaveState::InMemory {
            let some = self.workspace.with_untracked(|w| w.count() != 0);
            return some && !self.is_demo();
        }
        self.homes.with_value(Homes::lost_without_page) != 0
    }

    /// Says how far storing is: what failed is told once everything was tried.
    pub(super) fn report(&self) {
        self.clear_inbox();
        let state = match self.homes.with_value(Homes::state) {
            Kept::Lasting => SaveState::Saved,
            Kept::Local => SaveState::SavedLocally,
            Kept::UnderWay(n) => SaveState::Saving(n),
            Kept::Not(why, n) => SaveState::NotSaved(why, n),
        };
        let told = self.saving.get_untracked();
        // Newer data that was found meanwhile keeps the workspace read-only.
        if told != SaveState::ReadOnly && told != state {
            self.write().saving.set(state);
        }
    }
}
