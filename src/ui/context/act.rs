//! Commands on one contact, and taking back what was done last.
//!
//! Invariant: while the workspace is read-only nothing is recorded.

use super::{AppContext, Notice, SLICE, new_batch_id, new_contact_id};
use crate::app::command::Command;
use crate::app::refusal::Refusal;
use crate::app::settings::Settings;
use crate::app::stamp::Stamp;
use crate::app::undo::Action;
use crate::app::workspace::{Deed, Prepared, Step, Workspace};
use crate::domain::event::Field;
use crate::domain::ids::{BatchId, ContactId};
use crate::platform::{clock, storage};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

impl AppContext {
    /// Carries out a command on a contact.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn dispatch(&self, id: ContactId, command: Command) -> Result<(), Refusal> {
        self.dispatch_all(id, vec![command])
    }

    /// Carries out commands on a contact as one action, which one undo takes back; those that change
    /// nothing are passed over.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn dispatch_all(&self, id: ContactId, commands: Vec<Command>) -> Result<(), Refusal> {
        self.writable()?;
        let mut result = Err(Refusal::NoSuchContact);
        self.write().workspace.maybe_update(|workspace| {
            result = self.stamped(|stamp| workspace.run_all(id, commands, clock::today(), stamp));
            result.is_ok()
        });
        let deed = result?;
        self.write().notice.set(Some(Notice::Did(deed, 1)));
        self.keep(&[id]);
        Ok(())
    }

    /// Captures a new contact.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn create(&self, fields: BTreeMap<Field, String>) -> Result<ContactId, Refusal> {
        let id = new_contact_id();
        self.dispatch(id, Command::Create(fields))?;
        if !self.is_demo() && self.workspace.with_untracked(|all| all.count() == 1) {
            storage::persist();
        }
        Ok(id)
    }

    /// Takes the last action back.
    pub fn undo(&self) {
        self.step(Step::Back);
    }

    /// Puts the action undone last back.
    pub fn redo(&self) {
        self.step(Step::Forth);
    }

    fn step(&self, step: Step) {
        let action = self.workspace.with_untracked(|workspace| workspace.next_step(step).cloned());
        let Some(action) = action.filter(|_| self.writable().is_ok()) else { return };
        if action.contacts.len() > SLICE {
            if !self.busy.get_value().stepping {
                self.busy.update_value(|busy| busy.stepping = true);
                spawn_local((*self).step_in_slices(step, action));
            }
            return;
        }
        let (prepared, batch) = self.stamped(|stamp| {
            let prepare =
                |workspace: &Workspace| workspace.prepare_step(&action, &action.contacts, stamp);
            (self.workspace.with_untracked(prepare), stamp.batch)
        });
        self.take_step(step, &action, prepared, batch);
    }

    /// A step at many contacts, as an import has, a slice at a time, so that the page stays alive.
    async fn step_in_slices(self, step: Step, action: Action<Deed>) {
        let (now, batch) = (clock::now(), new_batch_id());
        let by = self.settings.with_untracked(Settings::by);
        let mut prepared = Vec::with_capacity(action.contacts.len());
        for contacts in action.contacts.chunks(SLICE) {
            let mut stamp = Stamp { now, by: by.clone(), batch, random: &mut clock::random };
            prepared.extend(
                self.workspace.with_untracked(|workspace| {
                    workspace.prepare_step(&action, contacts, &mut stamp)
                }),
            );
            TimeoutFuture::new(0).await;
        }
        self.stored().await;
        self.busy.update_value(|busy| busy.stepping = false);
        // It may have come to that meanwhile, by what another page stored.
        if self.writable().is_ok() {
            self.take_step(step, &action, prepared, batch);
        }
    }

    fn take_step(&self, step: Step, action: &Action<Deed>, prepared: Prepared, batch: BatchId) {
        let mut taken = None;
        self.write().workspace.maybe_update(|workspace| {
            taken = workspace.take_step(step, action, prepared, batch);
            taken.is_some()
        });
        if let Some(former) = taken {
            let_go(former);
            let count = action.contacts.len();
            self.write().notice.set(Some(match step {
                Step::Back => Notice::Undid(action.label, count),
                Step::Forth => Notice::Redid(action.label, count),
            }));
            self.keep(&action.contacts);
        }
    }

    pub(super) fn stamped<T>(&self, act: impl FnOnce(&mut Stamp<'_>) -> T) -> T {
        let by = self.settings.with_untracked(Settings::by);
        let mut random = clock::random;
        act(&mut Stamp { now: clock::now(), by, batch: new_batch_id(), random: &mut random })
    }
}

/// Lets go of records that others took the place of: of thousands in slices, as that takes as long as
/// making them.
pub(super) fn let_go(mut former: Prepared) {
    if former.len() > SLICE {
        spawn_local(async move {
            while !former.is_empty() {
                TimeoutFuture::new(0).await;
                former.truncate(former.len().saturating_sub(SLICE));
            }
        });
    }
}
