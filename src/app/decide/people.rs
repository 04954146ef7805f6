//! Who else matters: from naming a person to the events that record it.
//!
//! Invariant: somebody named as the one who decides is on record as the answer to that question, too,
//! so that verdicts and the list of people never say different things.

use super::{Decision, answer, text};
use crate::app::decider::{DECIDER_NAME, DECIDES, GROUP, SOMEONE_ELSE, is_known};
use crate::app::refusal::Refusal;
use crate::domain::answer::Evidence;
use crate::domain::contact::{Contact, same_name};
use crate::domain::event::{EventKind, Part, StakeholderAdded};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::value::Value;

/// Names the person who decides in the contact's place.
pub(super) fn decider(playbook: &Playbook, name: &str, job: String, with_others: bool) -> Decision {
    let part = if with_others { Part::CoDecider } else { Part::Decider };
    let added = added(name, job, part)?;
    let answers = answers(playbook, &added.name, part)?;
    Ok([vec![EventKind::StakeholderAdded(added)], answers].concat())
}

/// Adds somebody else. Who decides is answered by it while nobody is known to.
pub(super) fn stakeholder(
    playbook: &Playbook,
    contact: &Contact,
    name: &str,
    job: String,
    part: Part,
) -> Decision {
    let added = added(name, job, part)?;
    let known = contact.stakeholders.iter().any(|known| {
        same_name(&known.name, &added.name) && (known.part, &known.job) == (added.part, &added.job)
    });
    if known {
        return Err(Refusal::NothingChanges);
    }
    let unanswered = part.decides() && !is_known(playbook, contact);
    let answers = if unanswered { answers(playbook, &added.name, part)? } else { Vec::new() };
    Ok([vec![EventKind::StakeholderAdded(added)], answers].concat())
}

fn added(name: &str, job: String, part: Part) -> Result<StakeholderAdded, Refusal> {
    let name = text(Some(name.to_owned()))?.ok_or(Refusal::NobodyNamed)?;
    Ok(StakeholderAdded { name, decides: part.decides(), job: text(Some(job))?, part: Some(part) })
}

/// The answers that say so, as far as the playbook asks. A rep has found it out: it is confirmed.
fn answers(playbook: &Playbook, name: &str, part: Part) -> Decision {
    let option = if part == Part::CoDecider { GROUP } else { SOMEONE_ELSE };
    let said =
        [(DECIDES, Value::Choice(option.into())), (DECIDER_NAME, Value::Text(name.to_owned()))];
    let mut events = Vec::new();
    for (id, value) in said {
        let id = QuestionId::new(id);
        if playbook.question(&id).is_some_and(|question| question.accepts(&value)) {
            events.extend(answer(playbook, id, Some(value), Evidence::Confirmed, None)?);
        }
    }
    Ok(events)
}
