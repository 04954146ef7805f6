//! A history without the people in it.
//!
//! Owns what counts as personal: names, e-mail addresses, phone numbers, and whatever somebody
//! wrote in words of their own. Refuses to judge whether the rest would give somebody away: the
//! organisation and the job title stay. Invariant: no text that a person typed stays but those two,
//! and nothing that stays can be taken for the contact it was made from.

use crate::domain::event::{Author, By, Event, EventKind, Field, Imported};
use crate::domain::ids::{AuthorId, ContactId, QuestionId};
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::QuestionKind;
use crate::domain::value::Value;

/// What stands where words stood that cannot be left out.
const LEFT_OUT: &str = "\u{2026}";

/// A contact's id and history without personal data: another contact's, and the same whenever they are
/// made, so that a contact shared again later, or by a link and a file, comes in as one.
///
/// Events get ids of their own, too, as an id stands for one event for ever and these are not the ones
/// they were made from. Ids tell when something was recorded, as the events do themselves, and nothing
/// of the person; only who has the contact itself can tell whose they are.
pub fn without_personal_data(
    playbook: &Playbook,
    contact: ContactId,
    log: &EventLog,
) -> (ContactId, EventLog) {
    let mut people = Vec::new();
    let mut bare = EventLog::default();
    for event in log.events() {
        if let Some(kind) = bare_kind(playbook, &event.kind, &mut people) {
            let id = event.id.bare();
            let by = match &event.by {
                By::Rep(_) => {
                    let (id, name) = (AuthorId::new(LEFT_OUT), LEFT_OUT.to_owned());
                    By::Rep(Author { id, name })
                }
                other => other.clone(),
            };
            bare.push(Event { id, by, kind, ..event.clone() });
        }
    }
    (contact.bare(), bare)
}

/// What happened, without the people in it; none where nothing else is said.
fn bare_kind(playbook: &Playbook, kind: &EventKind, people: &mut Vec<String>) -> Option<EventKind> {
    let mut kind = kind.clone();
    let dots = || LEFT_OUT.to_owned();
    match &mut kind {
        EventKind::Created(created) => {
            created.source = created.source.take().filter(|id| is_listed(playbook, id.as_str()));
        }
        EventKind::Answered(answered) => {
            answered.note = None;
            answered.from = None;
            answered.value =
                answered.value.take().map(|value| bare_value(playbook, &answered.question, value));
        }
        EventKind::Overrode(moved) => moved.reason = dots(),
        EventKind::Returned(moved) => moved.reason = dots(),
        EventKind::Won(won) => won.reason = won.reason.take().map(|_| dots()),
        EventKind::Disqualified(ended) => ended.note = None,
        EventKind::Lost(ended) => ended.note = None,
        EventKind::Touched(touched) => touched.note = None,
        EventKind::Engaged(engaged) => engaged.note = None,
        EventKind::TaskSet(task) => task.note = dots(),
        EventKind::FieldSet(set) => {
            if !stays(playbook, set.field, set.value.as_deref().unwrap_or_default()) {
                return None;
            }
        }
        EventKind::StakeholderAdded(added) => {
            // The same person goes by the same number.
            let name = added.name.trim().to_lowercase();
            let place = people.iter().position(|known| *known == name).unwrap_or_else(|| {
                people.push(name);
                people.len() - 1
            });
            added.name = (place + 1).to_string();
        }
        EventKind::HandedOver(handed) => {
            handed.to = dots();
            handed.note = None;
        }
        EventKind::SentBack(back) => back.note = None,
        EventKind::Imported(row) => bare_row(playbook, row),
        // They lead to other contacts, or nobody knows what they say.
        EventKind::EarlierPurchase(_)
        | EventKind::NextPurchase(_)
        | EventKind::MergedInto(_)
        | EventKind::NotTheSame(_)
        | EventKind::Unknown(..) => return None,
        EventKind::Advanced(_)
        | EventKind::Nurtured(_)
        | EventKind::Reopened(_)
        | EventKind::TaskDone(_)
        | EventKind::AmountSet(_)
        | EventKind::CloseExpected(_)
        | EventKind::Consented(_)
        | EventKind::Accepted(_)
        | EventKind::Retracted(_) => {}
    }
    Some(kind)
}

/// Whether a field says who it is: all do but the organisation, the job, and a source of the
/// playbook.
fn stays(playbook: &Playbook, field: Field, value: &str) -> bool {
    match field {
        Field::Organisation | Field::JobTitle => true,
        Field::Source => is_listed(playbook, value),
        Field::Person | Field::Email | Field::Phone | Field::Owner => false,
    }
}

fn is_listed(playbook: &Playbook, source: &str) -> bool {
    playbook.sources.iter().any(|listed| listed.id.as_str() == source)
}

/// Words in place of an option stay where they name one; all others go.
fn bare_value(playbook: &Playbook, question: &QuestionId, value: Value) -> Value {
    let Value::Text(words) = &value else { return value };
    let question = playbook.question(question);
    let is_words = question.is_none_or(|question| matches!(question.kind, QuestionKind::Text));
    let names_option = question.is_some_and(|question| question.recognise(words).is_some());
    if !is_words && names_option { value } else { Value::Text(LEFT_OUT.to_owned()) }
}

fn bare_row(playbook: &Playbook, row: &mut Imported) {
    row.external_id = None;
    row.system = None;
    row.attributes.clear();
    row.fields.retain(|field, value| stays(playbook, *field, value));
    let facts = std::mem::take(&mut row.facts).into_iter();
    row.facts = facts
        .map(|(question, value)| {
            let value = bare_value(playbook, &question, value);
            (question, value)
        })
        .collect();
}
