//! Storing in the database, and the room it gives local storage.
//!
//! Invariant: nobody leaves local storage before the database has everything of them.

use super::{AppContext, SaveState};
use crate::app::homes::Homes;
use crate::app::room::{AFTERWARDS, BUDGET, Place, give_way};
use crate::domain::ids::{ContactId, EventId};
use crate::exchange::keys::Item;
use crate::platform::mirror::Mirror;
use crate::platform::storage::StoreError;
use crate::platform::tabs::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// After so many writes it is looked how full local storage is.
const LOOK_AFTER: usize = 200;

impl AppContext {
    /// Stores in the database what is not in it, unless that is under way, which goes on with it.
    pub(super) fn save_in_database(&self) {
        if self.busy.get_value().database || self.mirror.with_value(Option::is_none) {
            return;
        }
        self.homes.update_value(|homes| homes.mirror.begin());
        if self.homes.with_value(|homes| homes.mirror.is_waiting()) {
            self.busy.update_value(|busy| busy.database = true);
            spawn_local((*self).mirror_all());
        }
    }

    async fn mirror_all(self) {
        loop {
            let mut next = Vec::new();
            self.homes.update_value(|homes| next = homes.mirror.next(usize::MAX));
            let (Some(mirror), false) = (self.mirror.get_value(), next.is_empty()) else { break };
            if self.saving.get_untracked() == SaveState::ReadOnly {
                break;
            }
            self.mirror_some(&mirror, next).await;
            self.report();
        }
        self.busy.update_value(|busy| busy.database = false);
        // What the database does not take may be for local storage now.
        if self.homes.with_value(|homes| homes.local.is_waiting()) {
            self.save();
        }
        self.report();
    }

    async fn mirror_some(self, mirror: &Mirror, items: Vec<Item>) {
        let contacts = items.iter().filter_map(|item| match item {
            Item::Contact(id) => Some(*id),
            _ => None,
        });
        let contacts: Vec<_> = contacts.collect();
        if !contacts.is_empty() {
            self.mirror_contacts(mirror, &contacts).await;
        }
        for item in items.into_iter().filter(|item| !matches!(item, Item::Contact(_))) {
            let stamped = self.repository.with_value(|repository| repository.stamped(item));
            let done = match stamped {
                Some(stamped) => mirror.set(item, &stamped).await,
                None => Ok(()),
            };
            // Whether local storage has it is another matter: it is read from there.
            self.homes.update_value(|homes| match done {
                Ok(()) => homes.mirror.done(item),
                Err(why) => homes.mirror.fail(item, why),
            });
        }
    }

    async fn mirror_contacts(self, mirror: &Mirror, ids: &[ContactId]) {
        let held = |id| self.workspace.with_untracked(|workspace| workspace.held(id));
        let mut done = mirror.join(ids, held).await;
        if done == Err(StoreError::Blocked) && self.open_mirror_again().await {
            // The browser had closed it.
            if let Some(mirror) = self.mirror.get_value() {
                done = mirror.join(ids, held).await;
            }
        }
        let mut told = Vec::new();
        self.homes.update_value(|homes| match done {
            Ok(joined) => {
                let is_away = |id: &ContactId| homes.is_lost_without_page(Item::Contact(*id));
                told = joined.written.into_iter().filter(is_away).collect();
                for id in joined.protected {
                    homes.not_mirrored(Item::Contact(id), StoreError::Protected);
                }
                for id in ids {
                    homes.mirrored(Item::Contact(*id));
                }
            }
            Err(why) => {
                for id in ids {
                    homes.not_mirrored(Item::Contact(*id), why);
                }
            }
        });
        if !told.is_empty() {
            self.mark_overflow();
            self.tell(&Word::Changed(told));
        }
    }

    async fn open_mirror_again(&self) -> bool {
        let opened = Mirror::open(&self.name()).await.map(Rc::new);
        let is_open = opened.is_some();
        self.mirror.set_value(opened);
        if !is_open {
            self.homes.update_value(Homes::has_no_mirror);
        }
        is_open
    }

    /// Remembers that local storage does not have everybody: without the database, figures would be
    /// those of a part.
    pub(super) fn mark_overflow(&self) {
        self.repository.with_value(|repository| {
            if repository.text(Item::Overflow).is_none() {
                // Where not even that fits, the next start finds out by the database itself.
                let _ = repository.set_text(Item::Overflow, "true");
            }
        });
    }

    /// Looks now and then how full local storage is, and makes room.
    pub(super) fn watch_room(&self, writes: usize, is_full: bool) {
        let mut is_due = is_full;
        self.busy.update_value(|busy| {
            busy.writes += writes;
            if busy.writes >= LOOK_AFTER {
                (busy.writes, is_due) = (0, true);
            }
        });
        if is_due {
            self.make_room(is_full);
        }
    }

    /// Lets contacts go from local storage that the database has, where it is nearly full, or is so
    /// though the workspace has no great part in it. Says whether anybody went.
    pub(super) fn make_room(&self, is_full: bool) -> bool {
        if self.mirror.with_value(Option::is_none) {
            return false;
        }
        let repository = self.repository.get_value();
        let used: usize = repository.keys().iter().map(|key| repository.units(key)).sum();
        if used <= BUDGET && !is_full {
            return false;
        }
        let most = if is_full { AFTERWARDS.min(used / 4 * 3) } else { AFTERWARDS };
        let keys = repository.contact_keys();
        let place = |key: &String| {
            let Some(item @ Item::Contact(id)) = repository.item(key) else { return None };
            if self.homes.with_value(|homes| homes.mirror.has(item)) {
                return None;
            }
            self.workspace.with_untracked(|workspace| {
                let record = workspace.record(id)?;
                let touched = record.log.last_id().map_or(0, EventId::millis);
                let units = repository.units(key);
                Some(Place::of(id, record.contact.as_ref(), touched, units))
            })
        };
        let leaving = give_way(keys.iter().filter_map(place).collect(), used, most);
        if leaving.is_empty() {
            return false;
        }
        self.mark_overflow();
        for id in &leaving {
            if let Some(held) = self.workspace.with_untracked(|workspace| workspace.held(*id)) {
                repository.let_go(*id, &held);
            }
        }
        true
    }

    /// Tells the other pages of this workspace.
    pub(super) fn tell(&self, word: &Word) {
        self.line.with_value(|line| {
            if let Some(line) = line {
                line.tell(word);
            }
        });
    }
}
