//! One action at several contacts: told to the others at an organisation, the next purchase, words
//! that are mapped.

use super::{AppContext, Notice, new_contact_id};
use crate::app::refusal::Refusal;
use crate::app::together::{Offer, next_purchase};
use crate::app::unrecognised::{Mapping, map};
use crate::app::workspace::{Changes, Deed};
use crate::domain::ids::ContactId;
use leptos::prelude::*;

impl AppContext {
    /// Tells the other contacts at an organisation what was offered.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn spread(&self, offer: Offer) -> Result<(), Refusal> {
        let keep = offer.keep;
        let changed = self.carry_out(Deed::Spread, offer.changes)?;
        self.write().notice.set(Some(Notice::Spread(changed, keep)));
        Ok(())
    }

    /// Starts the next purchase of a contact; gives the new one.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn start_next_purchase(&self, id: ContactId) -> Result<ContactId, Refusal> {
        let new = new_contact_id();
        let changes = self.workspace.with_untracked(|workspace| {
            let contact = workspace.contact(id).ok_or(Refusal::NoSuchContact)?;
            next_purchase(&workspace.playbook, contact, new)
        })?;
        self.carry_out(Deed::NextPurchase, changes)?;
        self.write().notice.set(Some(Notice::Did(Deed::NextPurchase, 1)));
        Ok(new)
    }

    /// Records what words mean at all contacts that have them; gives how many.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn map_words(&self, mappings: &[Mapping]) -> Result<usize, Refusal> {
        let changes = self.workspace.with_untracked(|workspace| map(workspace, mappings))?;
        let changed = self.carry_out(Deed::Map, changes)?;
        self.write().notice.set(Some(Notice::Did(Deed::Map, changed)));
        Ok(changed)
    }

    /// Records changes as one action; gives the number of contacts.
    pub(super) fn carry_out(&self, deed: Deed, changes: Changes) -> Result<usize, Refusal> {
        self.writable()?;
        let ids: Vec<_> = changes.iter().map(|(id, _)| *id).collect();
        let mut result = Err(Refusal::NothingChanges);
        self.write().workspace.maybe_update(|workspace| {
            result = self.stamped(|stamp| workspace.carry_out(deed, changes, stamp));
            result.is_ok()
        });
        let changed = result?;
        self.keep(&ids);
        Ok(changed)
    }
}
