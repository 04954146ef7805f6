//! Storing in the database, and the room it gives local storage.
//!
//! Invariant: nobody leaves local storage before the database has everything of them.

use super::{AppContext, Loading, Notice, SaveState};
use crate::app::homes::Homes;
use crate::app::room::{AFTERWARDS, BUDGET, Place, give_way};
use crate::domain::ids::{ContactId, EventId};
use crate::exchange::keys::Item;
use crate::platform::mirror::{Mirror, Opened};
use crate::platform::storage::StoreError;
use crate::platform::tabs::Word;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// After so many writes it is looked how full local storage is.
const LOOK_AFTER: usize = 200;
/// How long it is waited for a word of why the database was deleted.
const PAUSE_MS: u32 = 1_000;
/// How often it is looked whether something is stored.
const LOOK_MS: u32 = 20;
/// How long it is waited for at most: a database that never answers stops nobody.
const STORED_MS: u32 = 30_000;

impl AppContext {
    /// Stores in the database what is not in it, unless that is under way, which goes on with it.
    pub(super) fn save_in_database(&self) {
        // Before everything is read it is not known what the database has.
        if self.busy.get_value().database
            || self.loading.get_untracked() != Loading::Done
            || !self.homes.with_value(Homes::has_mirror)
        {
            return;
        }
        self.homes.update_value(|homes| homes.mirror.begin());
        if self.homes.with_value(|homes| homes.mirror.is_waiting()) {
            self.busy.update_value(|busy| busy.database = true);
            spawn_local((*self).mirror_all());
        }
    }

    /// Comes back once the database has what was meant for it alone, or for as long as that may take. Each
    /// contact is stored as it is when its turn comes: an action at many taken up in the middle of another
    /// one's transaction would be stored with it, of a part of them, whatever becomes of the rest.
    pub(super) async fn stored(self) {
        for _ in 0..STORED_MS / LOOK_MS {
            let waits = self.homes.with_value(Homes::has_alone);
            if !waits || !self.busy.get_value().database {
                break;
            }
            TimeoutFuture::new(LOOK_MS).await;
        }
    }

    async fn mirror_all(self) {
        loop {
            if self.mirror.with_value(Option::is_none) && !self.open_mirror_again().await {
                break;
            }
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
            let is_held = self.repository.with_value(|repository| repository.held(item).is_some());
            if done.is_ok() && is_held {
                self.tell(&Word::Stored(item));
            }
            self.homes.update_value(|homes| match done {
                Ok(()) if is_held => homes.mirrored(item),
                // Whether local storage has it is another matter: it was read from there.
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
        self.mirror.set_value(None);
        match self.open_mirror(true).await {
            Opened::Open(mirror) if mirror.is_new() => self.mirror_is_empty(),
            Opened::Open(_) => {}
            Opened::Absent | Opened::Refused => self.homes.update_value(Homes::has_no_mirror),
        }
        self.mirror.with_value(Option::is_some)
    }

    /// Puts everything into the database again that was deleted under this page: absence means nothing.
    pub(super) fn mirror_taken(self) {
        spawn_local(async move {
            // Who deletes everything says so; then there is nothing left.
            TimeoutFuture::new(PAUSE_MS).await;
            let is_cleared = self.repository.with_value(|repository| repository.keys().is_empty());
            if self.workspace.with_untracked(|workspace| workspace.records().next().is_some())
                && !self.is_kept_in_memory()
                && self.open_mirror_again().await
            {
                self.save();
                // Whoever cleared both homes may have meant to delete what comes back by this.
                if is_cleared && !self.is_demo() {
                    self.write().notice.set(Some(Notice::StoredAgain));
                }
            }
        });
    }

    /// Lists everything for a database that has nothing; whoever had no other place counts as not saved.
    fn mirror_is_empty(&self) {
        let ids: Vec<_> = self.workspace.with_untracked(|workspace| {
            let here = workspace.records().map(|(id, _)| id);
            here.chain(workspace.erased().iter().copied()).collect()
        });
        self.homes.update_value(|homes| {
            for item in ids.into_iter().map(Item::Contact) {
                if self.repository.with_value(|repository| repository.text(item).is_some()) {
                    homes.mirror_change(item);
                } else {
                    homes.change_much([item]);
                }
            }
        });
        self.mirror_items();
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
