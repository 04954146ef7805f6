//! Results of visitors that wait for this workspace: taken in once everything stored is read, and as
//! they come while the page is open.
//!
//! Invariant: a result is taken out of the inbox once its lead is stored, and by nobody who may store
//! nothing; what cannot be read stays there until a person has it thrown away.

use super::{AppContext, Loading, Notice, SLICE};
use crate::app::homes::Homes;
use crate::app::workspace::Arrived;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::exchange::keys::Item;
use crate::platform::inbox::{Entry, Inbox};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

impl AppContext {
    /// Takes in all that waits, a slice at a time.
    pub(super) async fn read_inbox(self) {
        let keys = self.inbox.with_value(Inbox::keys);
        let mut told = Arrived::default();
        for keys in keys.chunks(SLICE) {
            self.take_in_results(keys, &mut told);
            TimeoutFuture::new(0).await;
        }
        self.tell_arrival(told);
    }

    /// Takes in what another page just put there.
    pub(super) fn result_stored_elsewhere(self, key: &str) {
        // The start comes to it later.
        if self.loading.get_untracked() == Loading::Done {
            let mut told = Arrived::default();
            self.take_in_results(&[key.to_owned()], &mut told);
            self.tell_arrival(told);
        }
    }

    fn take_in_results(self, keys: &[String], told: &mut Arrived) {
        if self.is_kept_in_memory() || self.loading.get_untracked() != Loading::Done {
            return;
        }
        let mut arrived = Vec::new();
        for key in keys {
            match self.inbox.with_value(|inbox| inbox.read(key)) {
                Ok(entry) => {
                    self.needs_none(key);
                    arrived.extend(entry);
                }
                Err(attention) => self.needs_attention(attention),
            }
        }
        let histories = arrived.iter().filter_map(|entry| self.history(entry, told)).collect();
        self.take_in(histories);
        self.inbox.update_value(|inbox| inbox.taken_in(arrived));
        self.clear_inbox();
    }

    /// What a result adds to the history of its contact; none where it adds nothing.
    fn history(self, entry: &Entry, told: &mut Arrived) -> Option<(ContactId, Held)> {
        let result = entry.result.clone();
        self.workspace.with_untracked(|all| {
            let log = all.hear(result.id, |known| result.onto(&all.playbook, known), told)?;
            Some((entry.result.id, log.into()))
        })
    }

    fn tell_arrival(self, told: Arrived) {
        if told != Arrived::default() {
            self.write().notice.set(Some(Notice::Arrived(told)));
        }
    }

    /// Takes out what was taken in and is stored by now, in the database where there is one.
    pub(super) fn clear_inbox(&self) {
        if self.is_kept_in_memory() || !self.inbox.with_value(Inbox::has_taken_in) {
            return;
        }
        let is_stored = |homes: &Homes<_, _>, entry: &Entry| {
            let item = Item::Contact(entry.result.id);
            !homes.is_lost_without_page(item) && !homes.mirror.is_open(item)
        };
        let is_stored = |entry: &Entry| self.homes.with_value(|homes| is_stored(homes, entry));
        self.inbox.update_value(|inbox| inbox.take_out_if(is_stored));
    }

    /// Throws away what waits under a key and cannot be read.
    ///
    /// What can be read by now, as its visitor finished again, is taken in.
    pub fn throw_away_result(&self, key: &str) {
        if self.writable().is_ok() {
            self.inbox.with_value(|inbox| inbox.throw_away(key));
            self.result_stored_elsewhere(key);
        }
    }

    /// Whether a key is one of a result that waits.
    pub fn is_result(&self, key: &str) -> bool {
        self.inbox.with_value(|inbox| inbox.owns(key))
    }

    /// Takes a value off those that need attention.
    fn needs_none(self, key: &str) {
        let is_listed = self.attention.with_untracked(|list| list.iter().any(|it| it.key == key));
        if is_listed {
            self.write().attention.update(|list| list.retain(|it| it.key != key));
        }
    }
}
