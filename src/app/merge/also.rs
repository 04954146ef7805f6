//! What contacts that became one said, each by itself, where the one that goes on says otherwise: none of
//! it is out of sight.
//!
//! Refuses to word it. Invariant: what is told was said by one of them, and is not what counts.

use super::rows::{Said, said};
use super::{Item, mergings};
use crate::app::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::fold::fold;
use crate::domain::ids::{BatchId, ContactId};
use crate::domain::log::EventLog;
use std::collections::BTreeSet;

/// The contacts one stands for, each as it is by itself: the one that goes on without what merging
/// recorded of it, then the others. Nobody where none was merged into it.
pub fn each_by_itself(workspace: &Workspace, id: ContactId) -> Vec<Contact> {
    let mergings = mergings(workspace, id);
    let Some(record) = workspace.record(id).filter(|_| !mergings.is_empty()) else {
        return Vec::new();
    };
    let batches: BTreeSet<BatchId> =
        mergings.iter().flat_map(|merging| merging.batches.iter().copied()).collect();
    let events = record.log.events().iter().filter(|event| !batches.contains(&event.batch));
    let own = fold(id, &EventLog::new(events.cloned().collect()));
    let others = workspace.histories(id).filter(|(other, _)| *other != id);
    own.into_iter().chain(others.filter_map(|(other, log)| fold(other, log))).collect()
}

/// What they say of a contact's own fields, amount, closing day and next step that is not what counts
/// there, with who says it first.
pub fn also<'a>(contact: &Contact, each: &'a [Contact]) -> Vec<(Item, Vec<&'a Contact>)> {
    let items = Field::ALL.map(Item::Field).into_iter();
    let items = items.chain([Item::Amount, Item::ExpectedClose, Item::NextStep]);
    let others = |item: Item| {
        let mut known: Vec<Said> = said(contact, &item).into_iter().collect();
        let mut others = Vec::new();
        for one in each {
            if let Some(said) = said(one, &item).filter(|said| !known.contains(said)) {
                known.push(said);
                others.push(one);
            }
        }
        (!others.is_empty()).then_some((item, others))
    };
    items.filter_map(others).collect()
}
