//! Who was said not to be the same, to be found again and taken back.
//!
//! Invariant: taking back is one action, and touches nothing but what was said with it.

use super::standing;
use crate::app::refusal::Refusal;
use crate::app::workspace::{Changes, Workspace};
use crate::domain::event::{Event, EventKind, Retracted};
use crate::domain::ids::{BatchId, ContactId};

/// Contacts that one action said are not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptApart {
    /// Which ones, as they go on now.
    pub contacts: Vec<ContactId>,
    batch: BatchId,
    /// In whose histories it stands.
    at: Vec<ContactId>,
}

/// All who are kept apart and are here, what was said last first.
pub fn kept_apart(workspace: &Workspace) -> Vec<KeptApart> {
    let mut all: Vec<KeptApart> = Vec::new();
    let said = workspace.records().filter(|(_, record)| {
        record.contact.as_ref().is_some_and(|contact| !contact.not_the_same.is_empty())
    });
    for (id, record) in said {
        for (batch, other) in record.log.live().filter_map(not_the_same) {
            let place = all.iter().position(|known| known.batch == batch).unwrap_or_else(|| {
                all.push(KeptApart { contacts: Vec::new(), batch, at: Vec::new() });
                all.len() - 1
            });
            let known = &mut all[place];
            known.contacts.extend([id, other]);
            if !known.at.contains(&id) {
                known.at.push(id);
            }
        }
    }
    for kept in &mut all {
        kept.contacts = standing(workspace, &kept.contacts);
    }
    all.retain(|kept| kept.contacts.len() > 1);
    all.sort_by_key(|kept| std::cmp::Reverse(kept.batch));
    all
}

fn not_the_same(event: &Event) -> Option<(BatchId, ContactId)> {
    match &event.kind {
        EventKind::NotTheSame(said) => Some((event.batch, said.contact)),
        _ => None,
    }
}

/// Takes back that contacts are not the same: they may be proposed again.
///
/// # Errors
/// [`Refusal::NothingChanges`] where it no longer counts.
pub fn propose_again(workspace: &Workspace, kept: &KeptApart) -> Result<Changes, Refusal> {
    let counts = |id: &&ContactId| {
        let log = workspace.record(**id).map(|record| &record.log);
        log.is_some_and(|log| log.live().any(|event| event.batch == kept.batch))
    };
    let back = || vec![EventKind::Retracted(Retracted { batch: kept.batch })];
    let plan: Changes = kept.at.iter().filter(counts).map(|id| (*id, back())).collect();
    if plan.is_empty() { Err(Refusal::NothingChanges) } else { Ok(plan) }
}
