//! Storing what changed, reading what is stored, following other tabs.
//!
//! Invariant: everything unsaved is tried, whatever else fails; what could not be stored stays
//! listed, and the save state says so.

use super::{AppContext, Loading, SLICE, SaveState};
use crate::app::unsaved::Unsaved;
use crate::domain::ids::ContactId;
use crate::exchange::keys::Item;
use crate::exchange::settings_file;
use crate::platform::repository::{Attention, Repository};
use crate::platform::storage::StoreError;
use crate::platform::tabs;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How much is tried before the page gets to breathe, where less changed.
const AT_ONCE: usize = 20;

impl AppContext {
    /// Takes in what another page of this origin stored, whatever it was.
    pub(super) fn follow_other_tabs(self) {
        let listener = tabs::on_stored_elsewhere(move |key| self.stored_elsewhere(&key));
        // The workspace lives as long as its page.
        std::mem::forget(listener);
    }

    fn stored_elsewhere(self, key: &str) {
        let repository = self.repository.get_value();
        match repository.item(key) {
            Some(Item::Settings) => self.settings_stored_elsewhere(&repository),
            Some(Item::Playbook) => self.playbook_stored_elsewhere(&repository),
            Some(Item::Draft) => self.draft_stored_elsewhere(&repository),
            Some(Item::Contact(_)) => self.contact_stored_elsewhere(&repository, key),
            _ => {}
        }
    }

    fn settings_stored_elsewhere(self, repository: &Repository) {
        match repository.settings() {
            // This page's own, which are newer, are still to be stored.
            Ok(_) if self.unsaved.with_value(|unsaved| unsaved.has(Item::Settings)) => {}
            Ok(Some(settings)) => self.write().settings.set(settings),
            Ok(None) => {}
            Err(unreadable) => self.needs_attention(unreadable),
        }
    }

    fn contact_stored_elsewhere(self, repository: &Repository, key: &str) {
        match repository.load(key) {
            // Absence means nothing: what was here stays.
            Ok(None) => {}
            Ok(Some((id, log))) => {
                let mut changed = false;
                self.write().workspace.maybe_update(|workspace| {
                    changed = workspace.take_in(id, log);
                    changed
                });
                if changed {
                    self.keep(&[id]);
                }
            }
            Err(attention) => self.needs_attention(attention),
        }
    }

    /// Lists a stored value that cannot be used. Newer data makes the workspace read-only.
    pub(super) fn needs_attention(&self, attention: Attention) {
        if attention.is_newer() {
            self.write().saving.set(SaveState::ReadOnly);
        }
        self.write().attention.update(|list| {
            list.retain(|other| other.key != attention.key);
            list.push(Arc::new(attention));
        });
    }

    /// Reads every stored contact, a slice at a time, so that the page stays alive.
    pub(super) async fn read_stored(self) {
        let repository = self.repository.get_value();
        let keys = repository.contact_keys();
        let total = keys.len();
        self.write().loading.set(Loading::UnderWay(0, total));
        let mut read = Vec::with_capacity(total);
        for (n, key) in keys.iter().enumerate() {
            match repository.load(key) {
                Ok(record) => read.extend(record),
                Err(attention) => self.needs_attention(attention),
            }
            if n % SLICE == SLICE - 1 {
                self.write().loading.set(Loading::UnderWay(n + 1, total));
                TimeoutFuture::new(0).await;
            }
        }
        self.write().workspace.update(|workspace| {
            for (id, log) in read {
                workspace.take_in(id, log);
            }
        });
        self.write().loading.set(Loading::Done);
    }

    /// Tries again to store what could not be stored.
    pub fn save_again(&self) {
        self.keep(&[]);
    }

    /// Stores contacts, and what could not be stored before.
    pub(super) fn keep(&self, ids: &[ContactId]) {
        if !self.is_kept_in_memory() {
            let contacts = ids.iter().copied().map(Item::Contact);
            self.unsaved.update_value(|unsaved| unsaved.change(contacts));
            self.save();
        }
    }

    /// Stores the settings or the draft, and what could not be stored before. What is stored and
    /// cannot be read is left as it is.
    pub(super) fn keep_item(&self, item: Item) {
        if !self.is_kept_in_memory() {
            let item = (!untrack(|| self.is_unreadable(item))).then_some(item);
            self.unsaved.update_value(|unsaved| unsaved.change(item));
            self.save();
        }
    }

    /// Whether nothing may be stored, or can be.
    fn is_kept_in_memory(&self) -> bool {
        matches!(self.saving.get_untracked(), SaveState::InMemory | SaveState::ReadOnly)
    }

    /// Takes off what is not to be stored any more.
    pub(super) fn settle(&self, item: Item) {
        self.unsaved.update_value(|unsaved| unsaved.settle(item));
        if matches!(self.saving.get_untracked(), SaveState::NotSaved(..)) {
            self.report();
        }
    }

    /// Begins a pass over everything unsaved, unless one is under way, which goes on with it. What
    /// changed is stored at once, with a little of what failed before; much of either waits for the
    /// page.
    fn save(&self) {
        if matches!(self.saving.get_untracked(), SaveState::Saving(_)) {
            return;
        }
        self.unsaved.update_value(Unsaved::begin);
        let changed = self.unsaved.with_value(Unsaved::changed);
        if changed <= SLICE {
            self.save_slice(changed.max(AT_ONCE));
        }
        self.report();
        if !self.unsaved.with_value(Unsaved::is_tried) {
            spawn_local((*self).save_rest());
        }
    }

    async fn save_rest(self) {
        while !self.unsaved.with_value(Unsaved::is_tried) {
            TimeoutFuture::new(0).await;
            if self.saving.get_untracked() == SaveState::ReadOnly {
                return;
            }
            self.save_slice(SLICE);
            self.report();
        }
    }

    /// Tries up to so many of what is unsaved; one that fails keeps no other from being tried.
    fn save_slice(&self, most: usize) {
        let mut slice = self.unsaved.with_value(|unsaved| unsaved.next(most));
        // Who recorded something stays known by the same id, also while the name is not given.
        if slice.iter().any(|item| matches!(item, Item::Contact(_)))
            && !self.unsaved.with_value(|unsaved| unsaved.has(Item::Settings))
            && matches!(self.repository.with_value(Repository::settings), Ok(None))
        {
            slice.insert(0, Item::Settings);
        }
        for item in slice {
            let done = match item {
                Item::Settings => self.save_settings(),
                Item::Draft => self.save_draft(),
                Item::Contact(id) => self.save_contact(id),
                // Stored as they are chosen.
                Item::Playbook | Item::Former | Item::FormerDraft | Item::AskEverything => Ok(()),
            };
            self.unsaved.update_value(|unsaved| match done {
                Ok(()) => unsaved.settle(item),
                Err(why) => unsaved.fail(item, why),
            });
        }
    }

    fn save_contact(&self, id: ContactId) -> Result<(), StoreError> {
        let repository = self.repository.get_value();
        self.workspace.with_untracked(|workspace| {
            workspace.record(id).map_or(Ok(()), |record| repository.save(id, &record.log))
        })
    }

    /// Stores the settings, unless what is stored must be left as it is.
    fn save_settings(&self) -> Result<(), StoreError> {
        // Another page may have stored what this one cannot read.
        if let Err(unreadable) = self.repository.with_value(Repository::settings) {
            self.needs_attention(unreadable);
            return Ok(());
        }
        let text = self.settings.with_untracked(settings_file::write);
        self.repository.with_value(|repository| repository.set_text(Item::Settings, &text))
    }

    /// Whether leaving the page would lose something: what is still to be stored or, where nothing
    /// can be, the contacts. Made-up ones are made anew.
    pub(super) fn has_unsaved(&self) -> bool {
        if self.saving.get_untracked() == SaveState::InMemory {
            let some = self.workspace.with_untracked(|w| w.contacts().next().is_some());
            return some && !self.is_demo();
        }
        self.unsaved.with_value(Unsaved::count) != 0
    }

    /// Says how far storing is: what failed is told once everything was tried.
    fn report(&self) {
        let state = self.unsaved.with_value(|unsaved| match unsaved.why() {
            _ if unsaved.count() == 0 => SaveState::Saved,
            Some(why) if unsaved.is_tried() => SaveState::NotSaved(why, unsaved.count()),
            _ => SaveState::Saving(unsaved.count()),
        });
        // Newer data that was found meanwhile keeps the workspace read-only.
        if self.saving.get_untracked() != SaveState::ReadOnly {
            self.write().saving.set(state);
        }
    }
}
