//! Who else matters: from naming a person to the events that record it.
//!
//! Invariant: somebody named as the one who decides is on record as the answer to that question, too,
//! so that verdicts and the list of people never say different things.

use super::fields::checked;
use super::{Decision, answer};
use crate::app::decider::{DECIDER_NAME, DECIDES, GROUP, SOMEONE_ELSE, is_known};
use crate::app::refusal::Refusal;
use crate::domain::answer::Evidence;
use crate::domain::contact::{Contact, same_name};
use crate::domain::event::{DecisionRole, EventKind, Field, StakeholderAdded};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::value::Value;
use chrono::NaiveDate;

/// Somebody with a name.
///
/// # Errors
/// [`Refusal::NobodyNamed`] or [`Refusal::TooLong`].
pub(super) fn named(
    name: &str,
    job: &str,
    role: DecisionRole,
) -> Result<StakeholderAdded, Refusal> {
    let name = checked(Field::Person, name)?.ok_or(Refusal::NobodyNamed)?;
    let job = checked(Field::JobTitle, job)?;
    Ok(StakeholderAdded { name, decides: role.decides(), job, role: Some(role) })
}

/// Names the person who decides in the contact's place.
pub(super) fn decider(playbook: &Playbook, named: StakeholderAdded, today: NaiveDate) -> Decision {
    let answers = answers(playbook, &named, today)?;
    Ok([vec![EventKind::StakeholderAdded(named)], answers].concat())
}

/// Adds somebody else. Who decides is answered by it while nobody is known to.
pub(super) fn stakeholder(
    playbook: &Playbook,
    contact: &Contact,
    named: StakeholderAdded,
    today: NaiveDate,
) -> Decision {
    let known = contact.stakeholders.iter().any(|known| {
        same_name(&known.name, &named.name) && (known.role, &known.job) == (named.role, &named.job)
    });
    if known {
        return Err(Refusal::NothingChanges);
    }
    if named.decides && !is_known(playbook, contact) {
        return decider(playbook, named, today);
    }
    Ok(vec![EventKind::StakeholderAdded(named)])
}

/// The answers that say who decides, as far as the playbook asks. A rep has found it out: they are
/// confirmed.
fn answers(playbook: &Playbook, named: &StakeholderAdded, today: NaiveDate) -> Decision {
    let option = if named.role == Some(DecisionRole::CoDecider) { GROUP } else { SOMEONE_ELSE };
    let said =
        [(DECIDES, Value::Choice(option.into())), (DECIDER_NAME, Value::Text(named.name.clone()))];
    let mut events = Vec::new();
    for (id, value) in said {
        let id = QuestionId::new(id);
        if playbook.question(&id).is_some_and(|question| question.accepts(&value)) {
            events.extend(answer(playbook, id, Some(value), Evidence::Confirmed, None, today)?);
        }
    }
    Ok(events)
}
