//! What histories of a file would do to the contacts that are here: a backup, another browser's export,
//! visitors' results.
//!
//! Refuses to touch a contact; [`Workspace::restore`] does. Invariant: who was erased comes back only
//! when somebody says so, and then as somebody new, so that the tombstone stays what it is.

use super::workspace::Workspace;
use crate::domain::fold::fold;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use std::collections::BTreeSet;

/// What becomes of a history that comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The contact is not here.
    New,
    /// It is here, and the history has more of it.
    Changed,
    /// It is here with all of that.
    Unchanged,
    /// It was erased here.
    Erased,
}

/// What would become of a history.
pub fn fate(workspace: &Workspace, id: ContactId, log: &EventLog) -> Fate {
    if workspace.erased().contains(&id) {
        return Fate::Erased;
    }
    match workspace.record(id) {
        None => Fate::New,
        Some(_) if comes_back(workspace, id, log) => Fate::New,
        Some(record) if record.log.holds(log) => Fate::Unchanged,
        Some(_) => Fate::Changed,
    }
}

/// Whether a contact is known of which nothing counts any more here, as all of it was taken back, and that
/// a history of a file has.
pub(super) fn comes_back(workspace: &Workspace, id: ContactId, log: &EventLog) -> bool {
    let is_gone = workspace.record(id).is_some_and(|record| record.contact.is_none());
    is_gone && fold(id, log).is_some()
}

/// The id under which somebody erased is brought back: the next one that is not erased itself, and
/// always the same, so that two pages bring back one.
pub fn brought_back(workspace: &Workspace, erased: ContactId) -> ContactId {
    let mut id = erased.again();
    while workspace.erased().contains(&id) {
        id = id.again();
    }
    id
}

/// Who of those that were erased where a file was made is to be erased here: whoever is not here, so that
/// nobody brings them in, and of those who are here all or nobody. How many of these are contacts comes
/// with them.
pub fn to_erase(
    workspace: &Workspace,
    gone: &BTreeSet<ContactId>,
    erase: bool,
) -> (Vec<ContactId>, usize) {
    let is_taken = |id: &&ContactId| erase || workspace.record(**id).is_none();
    let taken: Vec<_> = gone.iter().filter(is_taken).copied().collect();
    let here = taken.iter().filter(|id| workspace.contact(**id).is_some()).count();
    (taken, here)
}
