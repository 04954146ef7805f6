//! Commands on one contact, and taking back what was done last.
//!
//! Invariant: while the workspace is read-only nothing is recorded.

use super::{AppContext, Notice, new_batch_id, new_contact_id};
use crate::app::command::Command;
use crate::app::refusal::Refusal;
use crate::app::settings::Settings;
use crate::app::stamp::Stamp;
use crate::app::undo::Action;
use crate::app::workspace::{Deed, Workspace};
use crate::domain::event::Field;
use crate::domain::ids::ContactId;
use crate::platform::{clock, storage};
use leptos::prelude::*;
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
        if !self.is_demo() && self.workspace.with_untracked(|all| all.contacts().nth(1).is_none()) {
            storage::persist();
        }
        Ok(id)
    }

    /// Takes the last action back.
    pub fn undo(&self) {
        self.step_back_or_forth(Workspace::undo, Notice::Undid);
    }

    /// Puts the action undone last back.
    pub fn redo(&self) {
        self.step_back_or_forth(Workspace::redo, Notice::Redid);
    }

    fn step_back_or_forth(
        &self,
        step: fn(&mut Workspace, &mut Stamp<'_>) -> Option<Action<Deed>>,
        notice: fn(Deed, usize) -> Notice,
    ) {
        if self.writable().is_err() {
            return;
        }
        let mut done = None;
        self.write().workspace.maybe_update(|workspace| {
            done = self.stamped(|stamp| step(workspace, stamp));
            done.is_some()
        });
        if let Some(action) = done {
            self.write().notice.set(Some(notice(action.label, action.contacts.len())));
            self.keep(&action.contacts);
        }
    }

    pub(super) fn stamped<T>(&self, act: impl FnOnce(&mut Stamp<'_>) -> T) -> T {
        let by = self.settings.with_untracked(Settings::by);
        let mut random = clock::random;
        act(&mut Stamp { now: clock::now(), by, batch: new_batch_id(), random: &mut random })
    }
}
