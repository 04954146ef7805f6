//! Handing a contact over, as from marketing to sales: who gets it, and what that person may answer.
//!
//! There is no login, so whoever is at the keyboard answers; the event says who that was. Invariant:
//! a handoff is answered once, and only while the contact is worked on.

use super::fields::checked;
use super::{Decision, active, listed, text};
use crate::app::refusal::Refusal;
use crate::domain::contact::{Contact, same_name};
use crate::domain::event::{Accepted, EventKind, Field, FieldSet, HandedOver, SentBack};
use crate::domain::handoff::Handoff;
use crate::domain::ids::ReasonId;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;

/// Whether the contact can be handed over as it stands.
///
/// # Errors
/// Why not.
pub fn can_hand_over(contact: &Contact) -> Result<(), Refusal> {
    active(contact)?;
    let early = contact.level() < Level::Opportunity;
    if early { Ok(()) } else { Err(Refusal::PastHandoff) }
}

/// Hands a lead or a prospect over; one that waits goes to the next person instead.
pub(super) fn hand_over(contact: &Contact, to: &str, note: String) -> Decision {
    can_hand_over(contact)?;
    let to = checked(Field::Owner, to)?.ok_or(Refusal::NobodyToTakeIt)?;
    let note = text(Some(note))?;
    let same = |known: &Handoff| same_name(&known.to, &to) && known.note == note;
    if waiting(contact).is_ok_and(same) {
        return Err(Refusal::NothingChanges);
    }
    Ok(vec![EventKind::HandedOver(HandedOver { to, note })])
}

/// Accepts it: it belongs to whom it was handed over to.
pub(super) fn accept(contact: &Contact) -> Decision {
    let to = &waiting(contact)?.to;
    let owner = (contact.field(Field::Owner) != Some(to))
        .then(|| EventKind::FieldSet(FieldSet { field: Field::Owner, value: Some(to.clone()) }));
    Ok([EventKind::Accepted(Accepted {})].into_iter().chain(owner).collect())
}

/// Sends it back: with a reason of the playbook where it lists some, else in words.
pub(super) fn send_back(
    playbook: &Playbook,
    contact: &Contact,
    reason: Option<ReasonId>,
    note: String,
) -> Decision {
    waiting(contact)?;
    let (reasons, note) = (&playbook.reasons.send_back, text(Some(note))?);
    match &reason {
        Some(reason) => listed(reason, reasons)?,
        None if !reasons.is_empty() => return Err(Refusal::UnknownReason),
        None if note.is_none() => return Err(Refusal::ReasonNeeded),
        None => {}
    }
    Ok(vec![EventKind::SentBack(SentBack { reason, note })])
}

/// The handoff that is to be answered.
fn waiting(contact: &Contact) -> Result<&Handoff, Refusal> {
    active(contact)?;
    contact
        .handoff
        .as_ref()
        .filter(|handoff| handoff.is_waiting())
        .ok_or(Refusal::NothingHandedOver)
}
