//! Taking actions back and putting them back: prepared at each contact, taken in at once.
//!
//! Invariants: a step back or forth records, it deletes nothing; what was recorded of a contact since the
//! step was prepared stays.

use super::{Prepared, Workspace};
use crate::app::deed::Deed;
use crate::app::record::Record;
use crate::app::stamp::Stamp;
use crate::app::undo::Action;
use crate::domain::event::{EventKind, Retracted};
use crate::domain::ids::{BatchId, ContactId};

/// Which way to step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Take the last action back.
    Back,
    /// Put the action taken back last back.
    Forth,
}

impl Workspace {
    /// The action the next step is about, as [`Workspace::prepare_step`] wants it.
    pub fn next_step(&self, step: Step) -> Option<&Action<Deed>> {
        match step {
            Step::Back => self.undo.to_undo(),
            Step::Forth => self.undo.to_redo(),
        }
    }

    /// Prepares a step at some of its action's contacts. Nothing is taken in yet, so one at thousands
    /// can be prepared in slices, under stamps of one batch.
    pub fn prepare_step(
        &self,
        action: &Action<Deed>,
        contacts: &[ContactId],
        stamp: &mut Stamp<'_>,
    ) -> Prepared {
        let prepare = |id: &ContactId| {
            let mut log = self.record(*id)?.log.clone();
            let batches = action.batches(*id).into_iter();
            stamp.append(&mut log, batches.map(|batch| EventKind::Retracted(Retracted { batch })));
            Some((*id, Box::new(Record::new(*id, log))))
        };
        contacts.iter().filter_map(prepare).collect()
    }

    /// Takes in a step that was prepared: all of it at once, unless another action has come between.
    /// Gives what stood there before where it was.
    pub fn take_step(
        &mut self,
        step: Step,
        action: &Action<Deed>,
        prepared: Prepared,
        batch: BatchId,
    ) -> Option<Prepared> {
        if self.next_step(step).map(|next| next.batch) != Some(action.batch) {
            return None;
        }
        let former = self.put_all(prepared);
        match step {
            Step::Back => self.undo.undid(batch),
            Step::Forth => self.undo.redid(batch),
        }
        Some(former)
    }

    /// Takes this tab's last action back; gives that action, none when there is nothing to undo.
    pub fn undo(&mut self, stamp: &mut Stamp<'_>) -> Option<Action<Deed>> {
        self.step(Step::Back, stamp)
    }

    /// Puts the action undone last back; gives that action, none when there is nothing to redo.
    pub fn redo(&mut self, stamp: &mut Stamp<'_>) -> Option<Action<Deed>> {
        self.step(Step::Forth, stamp)
    }

    fn step(&mut self, step: Step, stamp: &mut Stamp<'_>) -> Option<Action<Deed>> {
        let action = self.next_step(step)?.clone();
        let prepared = self.prepare_step(&action, &action.contacts, stamp);
        self.take_step(step, &action, prepared, stamp.batch).map(|_| action)
    }
}
