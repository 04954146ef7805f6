//! Taking contacts in: rows of a file, histories of another page or export, made-up ones.

use super::act::let_go;
use super::{
    AppContext, NotPublished, Notice, SLICE, default_playbook, new_batch_id, new_contact_id,
};
use crate::app::demo::demo;
use crate::app::packs::is_same;
use crate::app::refusal::Refusal;
use crate::app::restore::to_erase;
use crate::app::settings::Settings;
use crate::app::stamp::Stamp;
use crate::app::workspace::{Arriving, Brought, Deed, Prepared};
use crate::domain::event::By;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::platform::clock;
use crate::platform::storage::StoreError;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Why nothing of a file was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRestored {
    /// The workspace cannot be changed.
    ReadOnly,
    /// Its playbook is for an empty workspace, and another page filled this one meanwhile.
    Filled,
    /// Its playbook was not stored.
    Playbook(StoreError),
    /// Another page put a playbook in force meanwhile.
    Elsewhere,
}

impl AppContext {
    /// Takes in rows of a file, new contacts and what is new of those that are here: all of them or,
    /// when `cancelled` says so in between, none.
    ///
    /// Gives the number taken in, none when it was cancelled. `progress` is told how many of how many
    /// are prepared.
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`]; then nothing happened.
    pub async fn import(
        &self,
        rows: Vec<Arriving>,
        progress: impl Fn(usize, usize),
        cancelled: impl Fn() -> bool,
    ) -> Result<Option<usize>, Refusal> {
        self.writable()?;
        let (total, mut prepared) = (rows.len(), Vec::with_capacity(rows.len()));
        let (batch, now) = (new_batch_id(), clock::now());
        let mut rows = rows.into_iter();
        loop {
            let slice: Vec<_> = rows.by_ref().take(SLICE).collect();
            if slice.is_empty() {
                break;
            }
            let by = By::Import;
            let mut stamp = Stamp { now, by, batch, random: &mut clock::random };
            prepared.extend(
                self.workspace.with_untracked(|workspace| {
                    workspace.prepare(slice, new_contact_id, &mut stamp)
                }),
            );
            progress(prepared.len(), total);
            TimeoutFuture::new(0).await;
            if cancelled() {
                return Ok(None);
            }
        }
        self.stored().await;
        if cancelled() {
            return Ok(None);
        }
        // It may have come to that meanwhile, by what another page stored.
        self.writable()?;
        let ids: Vec<_> = prepared.iter().map(|(id, _)| *id).collect();
        let mut former = Prepared::new();
        self.write().workspace.update(|workspace| former = workspace.import(prepared, batch));
        let_go(former);
        self.write().notice.set(Some(Notice::Did(Deed::Import, total)));
        self.keep(&ids);
        Ok(Some(total))
    }

    /// Takes in histories of a file, joined with what is here, and its playbook where one is to be
    /// adopted: all of it, the histories as one action, or, when `cancelled` says so in between,
    /// nothing.
    ///
    /// Gives the number of contacts that changed, none when it was cancelled. A playbook is adopted
    /// by an empty workspace alone.
    ///
    /// # Errors
    /// [`NotRestored`]; then nothing happened.
    pub async fn restore(
        &self,
        arrivals: Vec<(ContactId, EventLog)>,
        adopt: Option<Playbook>,
        progress: impl Fn(usize, usize),
        cancelled: impl Fn() -> bool,
    ) -> Result<Option<usize>, NotRestored> {
        let writable = || self.writable().map_err(|_| NotRestored::ReadOnly);
        writable()?;
        let (total, mut prepared, mut brings) = (arrivals.len(), Prepared::new(), Brought::new());
        let (batch, now) = (new_batch_id(), clock::now());
        let by = self.settings.with_untracked(Settings::by);
        let mut arrivals = arrivals.into_iter();
        while arrivals.len() != 0 {
            let mut stamp = Stamp { now, by: by.clone(), batch, random: &mut clock::random };
            self.workspace.with_untracked(|workspace| {
                for (id, log) in arrivals.by_ref().take(SLICE) {
                    let record = workspace.prepare_restore(id, &log, &mut stamp);
                    if let Some((record, brought)) = record {
                        prepared.push((id, record));
                        brings.insert(id, brought);
                    }
                }
            });
            progress(total - arrivals.len(), total);
            TimeoutFuture::new(0).await;
            if cancelled() {
                return Ok(None);
            }
            writable()?;
        }
        self.stored().await;
        if cancelled() {
            return Ok(None);
        }
        writable()?;
        // The first thing that is kept: nothing below can be stopped.
        if let Some(playbook) = adopt {
            if !self.is_empty() {
                return Err(NotRestored::Filled);
            }
            self.take_playbook(playbook)?;
        }
        let ids: Vec<_> = prepared.iter().map(|(id, _)| *id).collect();
        if !ids.is_empty() {
            let mut former = Prepared::new();
            self.write().workspace.update(|all| former = all.restore(prepared, brings, batch));
            let_go(former);
            self.write().notice.set(Some(Notice::Did(Deed::Restore, ids.len())));
            self.keep(&ids);
        }
        Ok(Some(ids.len()))
    }

    /// Whether the playbook in use is one that somebody chose or made, not the one a workspace begins
    /// with.
    pub fn has_chosen_playbook(&self) -> bool {
        !is_same(&default_playbook(), &self.playbook_untracked())
    }

    /// Puts the playbook of a file in force. One that somebody chose is put aside, one step away.
    fn take_playbook(&self, playbook: Playbook) -> Result<(), NotRestored> {
        if !self.has_chosen_playbook() {
            return self.adopt(playbook).map_err(NotRestored::Playbook);
        }
        self.use_playbook(&playbook).map_err(|why| match why {
            NotPublished::ReadOnly => NotRestored::ReadOnly,
            NotPublished::Store(error) => NotRestored::Playbook(error),
            NotPublished::Elsewhere | NotPublished::Unworded(_) => NotRestored::Elsewhere,
        })
    }

    /// Takes in who was erased elsewhere: of those who are here only where `erase` says so. Gives how
    /// many contacts were erased.
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`]; then nothing happened.
    pub fn take_in_tombstones(
        &self,
        erased: &BTreeSet<ContactId>,
        erase: bool,
    ) -> Result<usize, Refusal> {
        self.writable()?;
        let (taken, here) =
            self.workspace.with_untracked(|workspace| to_erase(workspace, erased, erase));
        self.take_in(taken.into_iter().map(|id| (id, Held::Erased)).collect());
        Ok(here)
    }

    /// Fills the demo workspace with made-up contacts, unless it has some. They are judged by the
    /// playbook of the link that led there, where it carries one.
    pub(super) async fn fill_demo(&self) {
        if !self.is_empty() || self.writable().is_err() {
            return;
        }
        if !self.use_shared().await {
            self.use_example().await;
        }
        let playbook = self.playbook_untracked();
        let histories = demo(&playbook, clock::today(), new_contact_id);
        self.take_in(histories.into_iter().map(|(id, log)| (id, log.into())).collect());
    }
}
