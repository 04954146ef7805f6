//! The workspace as a whole: settings, playbook, what it takes.

use super::{AppContext, SLICE, SaveState};
use crate::app::refusal::Refusal;
use crate::app::settings::Settings;
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use crate::exchange::keys::{Item, all_of};
use crate::exchange::playbook_file;
use crate::platform::repository::{Home, Repository};
use crate::platform::storage::{self, StoreError};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

impl AppContext {
    /// Changes the settings and stores them. Settings that cannot be read are never replaced.
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`] and what [`Settings::checked`] refuses; then nothing happened.
    pub fn set_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), Refusal> {
        self.writable()?;
        let mut changed = self.settings.get_untracked();
        change(&mut changed);
        self.write().settings.set(changed.checked()?);
        self.keep_item(Item::Settings);
        Ok(())
    }

    /// Whether what is stored of something cannot be used. It is never replaced then.
    pub fn is_unreadable(&self, item: Item) -> bool {
        let key = self.repository.with_value(|repository| repository.key(item));
        self.attention.with(|list| list.iter().any(|item| item.key == key))
    }

    /// Whether nothing was ever recorded of anybody here, as far as is known.
    pub fn is_empty(&self) -> bool {
        self.workspace.with_untracked(|workspace| workspace.records().next().is_none())
    }

    /// The text stored under a whole key, as it is.
    pub async fn stored_text(self, home: Home, key: &str) -> Option<String> {
        match home {
            Home::Local => self.repository.with_value(|repository| repository.raw(key)),
            Home::Database => self.mirror.get_value()?.raw(key).await,
        }
    }

    /// Whether anything can be changed at all.
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`].
    pub(super) fn writable(&self) -> Result<(), Refusal> {
        match self.saving.get_untracked() {
            SaveState::ReadOnly => Err(Refusal::ReadOnly),
            _ => Ok(()),
        }
    }

    /// Makes a playbook the one that judges every contact, and stores it.
    ///
    /// # Errors
    /// [`StoreError`], also when what is stored in its place must not be replaced; then nothing
    /// happened.
    pub fn adopt(&self, playbook: Playbook) -> Result<(), StoreError> {
        if !self.can_edit() {
            return Err(StoreError::Protected);
        }
        // Another page may have stored what this one cannot read.
        if let Err(unusable) = self.repository.with_value(Repository::playbook) {
            self.needs_attention(unusable);
            return Err(StoreError::Protected);
        }
        let playbook = Arc::new(playbook);
        self.store_in_force(&playbook)?;
        self.set_playbook(playbook);
        Ok(())
    }

    /// Stores the playbook that judges every contact. What is stored in its place must be known to be
    /// readable.
    pub(super) fn store_in_force(&self, playbook: &Playbook) -> Result<(), StoreError> {
        if self.saving.get_untracked() == SaveState::InMemory {
            return Ok(());
        }
        self.store_playbook(Item::Playbook, &playbook_file::write(playbook))
    }

    /// What is taken of the browser's room, counted a slice at a time.
    pub async fn space_used(self) -> Space {
        let repository = self.repository.get_value();
        let own = all_of(&self.name());
        let mut space = Space::default();
        for keys in repository.keys_of_all().chunks(SLICE) {
            for key in keys {
                let units = repository.units(key);
                space.origin += units;
                space.own += if key.starts_with(&own) { units } else { 0 };
            }
            TimeoutFuture::new(0).await;
        }
        let local = repository.contact_keys().into_iter().filter_map(|key| {
            let Some(Item::Contact(id)) = repository.item(&key) else { return None };
            Some(id)
        });
        space.local = self.count_here(local);
        if let Some(mirror) = self.mirror.get_value()
            && let Ok(ids) = mirror.ids().await
        {
            space.database = Some(self.count_here(ids.into_iter()));
        }
        space.bytes = storage::estimate().await;
        space
    }

    /// How many of some are contacts: of who was erased, too, something is stored.
    fn count_here(&self, ids: impl Iterator<Item = ContactId>) -> usize {
        self.workspace.with_untracked(|all| ids.filter(|id| all.contact(*id).is_some()).count())
    }
}

/// What is taken of the browser's room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Space {
    /// UTF-16 units of local storage this workspace takes.
    pub own: usize,
    /// UTF-16 units everything of this origin takes there.
    pub origin: usize,
    /// The contacts that stand there.
    pub local: usize,
    /// Those that stand in the database; none where there is none, or it does not answer.
    pub database: Option<usize>,
    /// Bytes everything of this origin takes, as the browser estimates; none where it does not.
    pub bytes: Option<f64>,
}
