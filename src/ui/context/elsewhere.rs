//! What other pages of this origin do with the workspace: another tab, the element on a site.
//!
//! Invariant: both pages come to the same without a reload, and neither loses what it has.

use super::{AppContext, SLICE};
use crate::app::homes::Homes;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::exchange::keys::Item;
use crate::platform::mirror::Mirror;
use crate::platform::repository::Repository;
use crate::platform::tabs::Word;
use crate::platform::{address, tabs};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

impl AppContext {
    /// Takes in what another page of this origin stored, whatever it was.
    pub(super) fn follow_other_tabs(self) {
        let stored = tabs::on_stored_elsewhere(move |key| self.stored_elsewhere(&key));
        let told = self.line.with_value(|line| {
            line.as_ref().map(|line| line.hear(move |word| self.told_elsewhere(word)))
        });
        // The workspace lives as long as its page.
        std::mem::forget((stored, told));
    }

    fn told_elsewhere(self, word: Word) {
        match word {
            Word::Changed(ids) => spawn_local(self.mirrored_elsewhere(ids)),
            Word::Stored(item) => spawn_local(self.item_mirrored_elsewhere(item)),
            Word::Cleared => {
                self.forget_all();
                address::restart();
            }
        }
    }

    fn stored_elsewhere(self, key: &str) {
        if self.is_result(key) {
            return self.result_stored_elsewhere(key);
        }
        let repository = self.repository.get_value();
        match repository.item(key) {
            Some(Item::Settings) => self.settings_stored_elsewhere(&repository),
            Some(Item::Playbook) => self.playbook_stored_elsewhere(&repository),
            Some(Item::Draft) => self.draft_stored_elsewhere(&repository),
            Some(Item::Backup) => self.backups_stored_elsewhere(&repository),
            Some(Item::Contact(_)) => self.contact_stored_elsewhere(&repository, key),
            _ => {}
        }
    }

    pub(super) fn settings_stored_elsewhere(self, repository: &Repository) {
        match repository.settings() {
            // This page's own, which are newer, are still to be stored.
            Ok(_) if self.homes.with_value(|homes| homes.local.has(Item::Settings)) => {}
            Ok(Some(settings)) => self.write().settings.set(settings),
            Ok(None) => {}
            Err(unreadable) => self.needs_attention(unreadable),
        }
    }

    fn contact_stored_elsewhere(self, repository: &Repository, key: &str) {
        match repository.load(key) {
            // Absence means nothing: what was here stays.
            Ok(None) => {}
            Ok(Some((id, held, _))) => self.take_in(vec![(id, held)]),
            Err(attention) => self.needs_attention(attention),
        }
    }

    async fn mirrored_elsewhere(self, ids: Vec<ContactId>) {
        let Some(mirror) = self.mirror_of_others().await else { return };
        let mut arrived = Vec::new();
        for ids in ids.chunks(SLICE) {
            // What cannot be read now is read at the next start.
            let Ok(slice) = mirror.contacts(ids).await else { return };
            slice.attention.into_iter().for_each(|item| self.needs_attention(item));
            arrived.extend(slice.held);
        }
        self.take_in(arrived);
    }

    async fn item_mirrored_elsewhere(self, item: Item) {
        let Some(mirror) = self.mirror_of_others().await else { return };
        // What cannot be read now is read at the next start.
        let Ok((items, _)) = mirror.items().await else { return };
        if let Some((_, theirs)) = items.into_iter().find(|(other, _)| *other == item) {
            self.take_later(item, &theirs);
        }
    }

    /// The database, which the other page may just have made.
    async fn mirror_of_others(self) -> Option<Rc<Mirror>> {
        if self.mirror.with_value(Option::is_none) && self.homes.with_value(Homes::has_mirror) {
            self.open_mirror(false).await;
        }
        self.mirror.get_value()
    }

    /// Takes in what is held of contacts elsewhere, joined with what is here, and stores it. Where this
    /// page has more than the one that stored it, that is stored, too.
    pub(super) fn take_in(self, arrived: Vec<(ContactId, Held)>) {
        let mut changed = Vec::new();
        self.write().workspace.maybe_update(|workspace| {
            for (id, held) in arrived {
                if workspace.take_in(id, held) {
                    changed.push(id);
                }
            }
            !changed.is_empty()
        });
        if changed.is_empty() {
            return;
        }
        self.forget_unfinished_of_erased();
        if self.writable().is_ok() {
            self.keep(&changed);
        }
    }
}
