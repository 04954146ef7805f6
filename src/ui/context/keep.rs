//! Storing what changed, reading what is stored, following other tabs.
//!
//! Invariant: what could not be stored stays listed as unsaved, and the save state says so.

use super::{AppContext, Loading, SLICE, SaveState};
use crate::domain::ids::ContactId;
use crate::exchange::keys::Item;
use crate::exchange::settings_file;
use crate::platform::repository::{Attention, Repository};
use crate::platform::storage::StoreError;
use crate::platform::tabs;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;

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
            Ok(_) if self.unsaved_settings.get_value() => {}
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

    /// Says how far storing is. Newer data that was found meanwhile keeps the workspace read-only.
    pub(super) fn say(&self, state: SaveState) {
        if self.saving.get_untracked() != SaveState::ReadOnly {
            self.write().saving.set(state);
        }
    }

    /// Tries again to store what could not be stored.
    pub fn save_again(&self) {
        self.keep(&[]);
    }

    /// Stores contacts, and those that could not be stored before.
    pub(super) fn keep(&self, ids: &[ContactId]) {
        if matches!(self.saving.get_untracked(), SaveState::InMemory | SaveState::ReadOnly) {
            return;
        }
        self.unsaved.update_value(|unsaved| unsaved.extend(ids));
        if self.unsaved.with_value(BTreeSet::len) <= SLICE {
            self.save_slice();
            self.report(None);
        } else if !matches!(self.saving.get_untracked(), SaveState::Saving(_)) {
            spawn_local((*self).save_all());
        }
    }

    async fn save_all(self) {
        loop {
            self.say(SaveState::Saving(self.count_unsaved()));
            TimeoutFuture::new(0).await;
            if self.saving.get_untracked() == SaveState::ReadOnly {
                return;
            }
            let failed = self.save_slice();
            if failed.is_some() || self.count_unsaved() == 0 {
                return self.report(failed);
            }
        }
    }

    /// Stores up to a slice of what is unsaved; gives the first failure.
    fn save_slice(&self) -> Option<StoreError> {
        let repository = self.repository.get_value();
        let slice: Vec<_> =
            self.unsaved.with_value(|unsaved| unsaved.iter().take(SLICE).copied().collect());
        // Who recorded something stays known by the same id, also while the name is not given.
        if !slice.is_empty() && matches!(repository.settings(), Ok(None)) {
            self.unsaved_settings.set_value(true);
        }
        let mut failed = self.save_settings().or(self.save_draft());
        self.workspace.with_untracked(|workspace| {
            for id in slice {
                let Some(record) = workspace.record(id) else { continue };
                match repository.save(id, &record.log) {
                    Ok(()) => self.unsaved.update_value(|unsaved| {
                        unsaved.remove(&id);
                    }),
                    Err(error) => failed = failed.or(Some(error)),
                }
            }
        });
        if failed.is_some() {
            self.report(failed);
        }
        failed
    }

    /// Stores the settings, if they changed; gives why that failed.
    fn save_settings(&self) -> Option<StoreError> {
        if !self.unsaved_settings.get_value() {
            return None;
        }
        // Another page may have stored what this one cannot read.
        if let Err(unreadable) = self.repository.with_value(Repository::settings) {
            self.needs_attention(unreadable);
            self.unsaved_settings.set_value(false);
            return None;
        }
        let text = self.settings.with_untracked(settings_file::write);
        let stored = self.repository.with_value(|r| r.set_text(Item::Settings, &text));
        self.unsaved_settings.set_value(stored.is_err());
        stored.err()
    }

    /// Whether leaving the page would lose something: what is still to be stored or, where nothing
    /// can be, the contacts. Made-up ones are made anew.
    pub(super) fn has_unsaved(&self) -> bool {
        if self.saving.get_untracked() == SaveState::InMemory {
            let some = self.workspace.with_untracked(|w| w.contacts().next().is_some());
            return some && !self.is_demo();
        }
        self.count_unsaved() != 0
    }

    /// Contacts that are to be stored, and one more for the settings and the draft each.
    fn count_unsaved(&self) -> usize {
        let single = [self.unsaved_settings, self.unsaved_draft].map(|value| value.get_value());
        let single = single.into_iter().filter(|unsaved| *unsaved).count();
        self.unsaved.with_value(BTreeSet::len) + single
    }

    fn report(&self, failed: Option<StoreError>) {
        let unsaved = self.count_unsaved();
        self.say(match failed {
            _ if unsaved == 0 => SaveState::Saved,
            Some(error) => SaveState::NotSaved(error, unsaved),
            None => match self.saving.get_untracked() {
                SaveState::NotSaved(error, _) => SaveState::NotSaved(error, unsaved),
                _ => SaveState::Saving(unsaved),
            },
        });
    }
}
