//! Contacts that are one, or are not: merged, kept apart, taken apart.

use super::{AppContext, Notice};
use crate::app::merge::{
    Choices, KeptApart, Merging, keep_apart, merge, propose_again, take_apart,
};
use crate::app::refusal::Refusal;
use crate::app::workspace::{Changes, Deed, Workspace};
use crate::domain::ids::ContactId;
use leptos::prelude::*;

impl AppContext {
    /// Merges contacts into one of them.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn merge_contacts(
        &self,
        ids: &[ContactId],
        goes_on: ContactId,
        choices: &Choices,
    ) -> Result<(), Refusal> {
        self.plan(Deed::Merge, ids.len(), |workspace| merge(workspace, ids, goes_on, choices))
    }

    /// Remembers that contacts are not the same.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn keep_apart(&self, ids: &[ContactId]) -> Result<(), Refusal> {
        self.plan(Deed::KeepApart, ids.len(), |workspace| keep_apart(workspace, ids))
    }

    /// Takes back that contacts are not the same.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn propose_again(&self, kept: &KeptApart) -> Result<(), Refusal> {
        let several = kept.contacts.len();
        self.plan(Deed::ProposeAgain, several, |workspace| propose_again(workspace, kept))
    }

    /// Takes a merging apart.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn take_apart(&self, id: ContactId, merging: &Merging) -> Result<(), Refusal> {
        let several = merging.contacts.len() + 1;
        self.plan(Deed::TakeApart, several, |workspace| take_apart(workspace, id, merging))
    }

    fn plan(
        &self,
        deed: Deed,
        contacts: usize,
        plan: impl FnOnce(&Workspace) -> Result<Changes, Refusal>,
    ) -> Result<(), Refusal> {
        let plan = self.workspace.with_untracked(plan)?;
        self.carry_out(deed, plan)?;
        self.write().notice.set(Some(Notice::Did(deed, contacts)));
        Ok(())
    }
}
