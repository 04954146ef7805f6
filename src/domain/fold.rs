//! Folding a history into the contact as it stands.
//!
//! Invariant: total. Any subset of any history, in id order, gives a contact; `at` feeds
//! figures only and never decides which event wins.

use super::answer::{Evidence, Given};
use super::contact::{Consent, Contact, Ended, Stakeholder, Task, Touch, same_name};
use super::event::{
    Answered, EndKind, Event, EventKind, Field, Imported, SentBack, StakeholderAdded, UNTOLD,
};
use super::handoff::Handoff;
use super::ids::{ContactId, ReasonId, SourceId};
use super::log::EventLog;
use super::position::{Level, Position, Standing};
use super::when::When;

/// Folds a history; `None` when no event of it counts (all taken back, or none there).
///
/// Of events that say the same thing differently the one with the greater id wins; an answer of lower
/// evidence never replaces one of higher. What was merged into the contact is not in its own history:
/// [`fold_all`](super::merged::fold_all) adds it.
///
/// ```
/// use ripen::domain::{fold::fold, ids::ContactId, log::EventLog};
/// let id = ContactId::new(0, [0; 10]);
/// assert_eq!(fold(id, &EventLog::default()), None);
/// ```
pub fn fold(id: ContactId, log: &EventLog) -> Option<Contact> {
    let mut events = log.live().peekable();
    events.peek()?;
    let mut contact = Contact::blank(id);
    for event in events {
        apply(&mut contact, event);
    }
    Some(contact)
}

fn apply(contact: &mut Contact, event: &Event) {
    match &event.kind {
        EventKind::Created(created) => {
            contact.created = Some(event.at);
            set_field(contact, Field::Source, created.source.as_ref().map(SourceId::as_str));
            contact.journey.enter(Position::Lead, Some(event.at), false);
        }
        EventKind::Answered(answered) => record(contact, answered, event),
        EventKind::Advanced(moved) => go(contact, &moved.to, event.at, false),
        EventKind::Overrode(moved) => go(contact, &moved.to, event.at, true),
        EventKind::Returned(moved) => go(contact, &moved.to, event.at, false),
        EventKind::Won(won) => {
            go(contact, &Position::Customer, event.at, won.reason.is_some());
            end(contact, EndKind::Won, Some(event.at), None);
        }
        EventKind::Reopened(reopened) => go(contact, &reopened.to, event.at, false),
        EventKind::Nurtured(nurtured) => {
            contact.standing =
                Standing::Nurturing { until: nurtured.until, reason: nurtured.reason.clone() };
            goes_on(contact);
        }
        EventKind::Disqualified(ended) => {
            contact.standing = Standing::Disqualified { reason: ended.reason.clone() };
            end(contact, EndKind::Disqualified, Some(event.at), Some(ended.reason.clone()));
        }
        EventKind::Lost(ended) => {
            contact.standing = Standing::Lost { reason: ended.reason.clone() };
            end(contact, EndKind::Lost, Some(event.at), Some(ended.reason.clone()));
        }
        EventKind::Touched(touched) => contact.touches.push(Touch {
            kind: touched.kind,
            direction: touched.direction,
            on: touched.on,
            minutes: touched.minutes,
            note: touched.note.clone(),
        }),
        EventKind::Engaged(engaged) => contact.engagements.push(engaged.clone()),
        EventKind::TaskSet(task) => {
            contact.task = Some(Task { due: task.due, note: task.note.clone() });
        }
        EventKind::TaskDone(_) => contact.task = None,
        EventKind::FieldSet(set) => set_field(contact, set.field, set.value.as_deref()),
        EventKind::AmountSet(set) => {
            contact.amount = set.amount;
            contact.amounts.push((event.at, set.amount));
        }
        EventKind::CloseExpected(expected) => contact.expected_close = expected.on,
        EventKind::StakeholderAdded(added) => involve(contact, added),
        EventKind::Consented(said) => {
            let (said, by) = (said.clone(), event.by.clone());
            contact.consent = Some(Consent { said, at: event.at, by });
        }
        EventKind::HandedOver(handed) => contact.handoff = Some(Handoff::new(handed, event)),
        EventKind::Accepted(_) => answer(contact, None, event),
        EventKind::SentBack(sent_back) => answer(contact, Some(sent_back), event),
        EventKind::Imported(row) => import(contact, row, event),
        EventKind::EarlierPurchase(earlier) => contact.earlier_purchase = Some(earlier.contact),
        EventKind::NextPurchase(next) => {
            if !contact.next_purchases.contains(&next.contact) {
                contact.next_purchases.push(next.contact);
            }
        }
        EventKind::MergedInto(merged) => {
            contact.merged_into = Some(merged.contact).filter(|into| *into != contact.id);
        }
        EventKind::NotTheSame(other) => {
            if !contact.not_the_same.contains(&other.contact) {
                contact.not_the_same.push(other.contact);
            }
        }
        EventKind::Retracted(_) | EventKind::Unknown(..) => {}
    }
}

fn record(contact: &mut Contact, answered: &Answered, event: &Event) {
    recording(contact);
    let question = answered.question.clone();
    match &answered.value {
        Some(value) => contact.answers.record(
            question,
            Given {
                value: value.clone(),
                evidence: answered.evidence,
                at: event.at,
                by: event.by.clone(),
                note: answered.note.clone(),
            },
        ),
        None => contact.answers.record_unknown(question, answered.evidence),
    }
    // Where the answer comes from is said of the one that counts.
    let counts = contact.answers.get(&answered.question).map(|given| given.evidence);
    match (answered.from, &answered.value) {
        (Some(from), Some(_)) if counts == Some(answered.evidence) => {
            contact.taken_over.insert(answered.question.clone(), from);
        }
        _ if counts.is_none_or(|counts| counts <= answered.evidence) => {
            contact.taken_over.remove(&answered.question);
        }
        _ => {}
    }
}

fn go(contact: &mut Contact, to: &Position, at: When, overridden: bool) {
    contact.position = to.clone();
    contact.standing = Standing::Active;
    goes_on(contact);
    contact.journey.enter(to.clone(), Some(at), overridden);
}

fn goes_on(contact: &mut Contact) {
    contact.ended = None;
    contact.answers_at_end = None;
}

/// Keeps what was known when the journey ended apart from what is recorded after.
fn recording(contact: &mut Contact) {
    if contact.ended.is_some() && contact.answers_at_end.is_none() {
        contact.answers_at_end = Some(Box::new(contact.answers.clone()));
    }
}

fn end(contact: &mut Contact, kind: EndKind, on: Option<When>, reason: Option<ReasonId>) {
    let level = if kind == EndKind::Won { Level::Customer } else { contact.level() };
    contact.ended = Some(Ended { kind, on, reason, level });
    contact.answers_at_end = None;
}

/// Adds somebody, in the place of an earlier one of that name.
fn involve(contact: &mut Contact, added: &StakeholderAdded) {
    let StakeholderAdded { name, decides, job, role } = added.clone();
    let known = contact.stakeholders.iter_mut().find(|known| same_name(&known.name, &name));
    let stakeholder = Stakeholder { name, decides, job, role };
    match known {
        Some(known) => *known = stakeholder,
        None => contact.stakeholders.push(stakeholder),
    }
}

/// Notes the answer to a handoff; without one there is nothing to answer.
fn answer(contact: &mut Contact, sent_back: Option<&SentBack>, event: &Event) {
    if let Some(handoff) = &mut contact.handoff {
        handoff.answer(sent_back, event);
    }
}

fn set_field(contact: &mut Contact, field: Field, value: Option<&str>) {
    match value.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => {
            contact.fields.insert(field, text.to_owned());
        }
        None => {
            contact.fields.remove(&field);
        }
    }
}

fn import(contact: &mut Contact, row: &Imported, event: &Event) {
    contact.created.get_or_insert(event.at);
    if row.external_id.is_some() {
        contact.external_id.clone_from(&row.external_id);
        contact.system.clone_from(&row.system);
    }
    for (field, text) in &row.fields {
        set_field(contact, *field, Some(text));
    }
    recording(contact);
    for (question, value) in &row.facts {
        let given = Given {
            value: value.clone(),
            evidence: Evidence::Claimed,
            at: event.at,
            by: event.by.clone(),
            note: None,
        };
        contact.answers.record(question.clone(), given);
    }
    if row.positions.is_empty() && row.end.is_none() && contact.journey.is_empty() {
        contact.journey.enter(Position::Lead, Some(event.at), false);
    }
    for (position, day) in &row.positions {
        contact.standing = Standing::Active;
        goes_on(contact);
        contact.position = position.clone();
        let day = day.map(When::Day);
        if row.stage_untold {
            contact.journey.tell_level(position.clone(), day);
        } else {
            contact.journey.tell(position.clone(), day);
        }
    }
    if let Some((kind, day)) = row.end {
        let reason = || row.reason.clone().unwrap_or_else(|| ReasonId::new(UNTOLD));
        let on = day.map(When::Day);
        match kind {
            EndKind::Won => {
                contact.standing = Standing::Active;
                contact.position = Position::Customer;
                contact.journey.enter(Position::Customer, on, false);
            }
            EndKind::Lost => contact.standing = Standing::Lost { reason: reason() },
            EndKind::Disqualified => {
                contact.standing = Standing::Disqualified { reason: reason() };
            }
        }
        end(contact, kind, on, (kind != EndKind::Won).then(reason));
    }
    if let Some(amount) = row.amount {
        contact.amount = Some(amount);
        let day = row.end.and_then(|(_, day)| day).map_or(event.at, When::Day);
        contact.amounts.push((day, Some(amount)));
    }
    contact.attributes.extend(row.attributes.clone());
}
