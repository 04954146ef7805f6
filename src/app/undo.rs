//! Undo and redo of this tab's actions.
//!
//! Invariant: undo retracts, it never deletes; redo retracts the retraction.

use crate::domain::ids::{BatchId, ContactId};
use std::collections::BTreeMap;

/// A user action that can be taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Action<L> {
    /// The action's id.
    pub batch: BatchId,
    /// The contacts it concerned.
    pub contacts: Vec<ContactId>,
    /// What it is called on screen.
    pub label: L,
    /// The actions it brought along, of contacts where it is not one of its own: histories of a file.
    pub brought: BTreeMap<ContactId, Vec<BatchId>>,
}

impl<L> Action<L> {
    /// An action of its own.
    pub fn new(batch: BatchId, contacts: Vec<ContactId>, label: L) -> Self {
        Self { batch, contacts, label, brought: BTreeMap::new() }
    }

    /// The actions to take back at a contact, to take this one back.
    pub fn batches(&self, contact: ContactId) -> Vec<BatchId> {
        self.brought.get(&contact).cloned().unwrap_or_else(|| vec![self.batch])
    }
}

/// What this tab can take back and put back, newest last.
#[derive(Debug, Clone, PartialEq)]
pub struct UndoStack<L> {
    done: Vec<Action<L>>,
    undone: Vec<Action<L>>,
}

impl<L> Default for UndoStack<L> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new() }
    }
}

impl<L> UndoStack<L> {
    /// Remembers an action; what was undone before can no longer be put back.
    pub fn did(&mut self, action: Action<L>) {
        self.undone.clear();
        self.done.push(action);
    }

    /// Leaves a contact out of everything; actions that concerned it alone are no more.
    pub fn forget(&mut self, id: ContactId) {
        for actions in [&mut self.done, &mut self.undone] {
            for action in &mut *actions {
                action.contacts.retain(|contact| *contact != id);
            }
            actions.retain(|action| !action.contacts.is_empty());
        }
    }

    /// The action that undo would take back.
    pub fn to_undo(&self) -> Option<&Action<L>> {
        self.done.last()
    }

    /// The retraction that redo would take back.
    pub fn to_redo(&self) -> Option<&Action<L>> {
        self.undone.last()
    }

    /// Notes that the last action was taken back by the action `retraction`.
    pub fn undid(&mut self, retraction: BatchId) {
        if let Some(action) = self.done.pop() {
            self.undone.push(Action::new(retraction, action.contacts, action.label));
        }
    }

    /// Notes that the last retraction was taken back by the action `batch`: undoing once more
    /// retracts that one.
    pub fn redid(&mut self, batch: BatchId) {
        if let Some(action) = self.undone.pop() {
            self.done.push(Action::new(batch, action.contacts, action.label));
        }
    }
}
