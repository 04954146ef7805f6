//! A contact with what those merged into it bring. Nothing is copied: every history stays its own.
//!
//! Owns what counts of several. Refuses to know who merges whom ([`Links`] does) and to move
//! anybody: position, standing and end are those of the contact that goes on. Invariant: what its own
//! history says last wins; what it never spoke of comes from the others in the order of their ids,
//! whoever was merged first; no answer, touch, name, id or column of theirs gets out of reach.

mod links;

pub use links::Links;

use super::contact::{Consent, Contact, Merged, Stakeholder, same_name};
use super::event::{EventKind, Field};
use super::fold::fold;
use super::ids::ContactId;
use super::log::EventLog;
use super::position::Position;
use super::when::When;
use chrono::{DateTime, NaiveTime, Utc};
use std::collections::BTreeMap;

/// What a history itself has settled, be it that there is nothing: nobody else fills that in.
#[derive(Debug, Default)]
struct Settled {
    fields: Vec<Field>,
    task: bool,
    amount: bool,
    close: bool,
}

impl Settled {
    fn by(log: &EventLog) -> Self {
        let mut settled = Self::default();
        for event in log.live() {
            match &event.kind {
                EventKind::FieldSet(set) => settled.fields.push(set.field),
                EventKind::TaskSet(_) | EventKind::TaskDone(_) => settled.task = true,
                EventKind::AmountSet(_) => settled.amount = true,
                EventKind::CloseExpected(_) => settled.close = true,
                _ => {}
            }
        }
        settled
    }
}

/// The contact that goes on, with what the others bring; each as its own history says. `log` is its
/// own history.
pub fn merged(own: Contact, log: &EventLog, others: &[Contact]) -> Contact {
    let mut others: Vec<_> = others.iter().filter(|other| other.id != own.id).collect();
    others.sort_by_key(|other| other.id);
    let mut contact = own;
    contact.merged_into = None;
    if others.is_empty() {
        return contact;
    }
    let settled = Settled::by(log);
    bring_answers(&mut contact, &others);
    bring_beginning(&mut contact, &settled, &others);
    for other in &others {
        for (field, text) in &other.fields {
            if !settled.fields.contains(field) {
                contact.fields.entry(*field).or_insert_with(|| text.clone());
            }
        }
        if !settled.amount {
            contact.amount = contact.amount.or(other.amount);
        }
        if !settled.close {
            contact.expected_close = contact.expected_close.or(other.expected_close);
        }
        if contact.external_id.is_none() {
            contact.external_id.clone_from(&other.external_id);
            contact.system.clone_from(&other.system);
        }
        contact.amounts.extend(other.amounts.iter().copied());
        contact.touches.extend(other.touches.iter().cloned());
        contact.engagements.extend(other.engagements.iter().cloned());
        for stakeholder in &other.stakeholders {
            involve(&mut contact.stakeholders, stakeholder);
        }
        for (column, text) in &other.attributes {
            keep_column(&mut contact.attributes, column, text);
        }
        contact.next_purchases.extend(&other.next_purchases);
        contact.not_the_same.extend(&other.not_the_same);
    }
    if !settled.task {
        let all = others.iter().filter_map(|other| other.task.as_ref());
        contact.task = contact.task.iter().chain(all).min_by_key(|task| task.due).cloned();
    }
    contact.consent = consent(&contact, &others);
    contact.amounts.sort_by_key(|(at, _)| moment(*at));
    contact.touches.sort_by_key(|touch| touch.on);
    contact.engagements.sort_by_key(|engaged| engaged.on);
    let kin = |id: ContactId| id == contact.id || others.iter().any(|other| other.id == id);
    let earlier = others.iter().filter_map(|other| other.earlier_purchase);
    let mut earlier = contact.earlier_purchase.into_iter().chain(earlier);
    contact.earlier_purchase = earlier.find(|id| !kin(*id));
    for list in [&mut contact.next_purchases, &mut contact.not_the_same] {
        let mut all = std::mem::take(list).into_iter().filter(|id| !kin(*id)).collect::<Vec<_>>();
        all.sort_unstable();
        all.dedup();
        *list = all;
    }
    contact.merged = others
        .iter()
        .map(|other| Merged {
            id: other.id,
            fields: other.fields.clone(),
            external_id: other.external_id.clone(),
            system: other.system.clone(),
        })
        .collect();
    contact
}

/// Every contact of these histories as it stands, with what was merged into it.
pub fn fold_all<'a>(
    histories: impl IntoIterator<Item = (ContactId, &'a EventLog)>,
) -> BTreeMap<ContactId, Contact> {
    let (mut links, mut all, mut logs) = (Links::default(), BTreeMap::new(), BTreeMap::new());
    for (id, log) in histories {
        if let Some(contact) = fold(id, log) {
            links.set(id, contact.merged_into);
            all.insert(id, contact);
            logs.insert(id, log);
        }
    }
    let mut others: BTreeMap<ContactId, Vec<Contact>> = BTreeMap::new();
    for id in links.linked() {
        let goes_on = links.goes_on(id, |id| all.contains_key(&id));
        if let Some(contact) = all.get_mut(&id) {
            contact.merged_into = (goes_on != id).then_some(goes_on);
        }
        if let Some(contact) = all.get(&id).filter(|_| goes_on != id) {
            others.entry(goes_on).or_default().push(contact.clone());
        }
    }
    for (id, others) in others {
        if let Some(contact) = all.remove(&id) {
            all.insert(id, merged(contact, logs[&id], &others));
        }
    }
    all
}

fn bring_answers(contact: &mut Contact, others: &[&Contact]) {
    let before = contact.answers.clone();
    contact.answers.bring(&others.iter().map(|other| &other.answers).collect::<Vec<_>>());
    if contact.answers == before {
        return;
    }
    let kin = |id: ContactId| id == contact.id || others.iter().any(|other| other.id == id);
    for other in others {
        for (question, from) in &other.taken_over {
            let counts = contact.answers.get(question);
            let theirs = counts != before.get(question) && counts == other.answers.get(question);
            if theirs && !kin(*from) {
                contact.taken_over.insert(question.clone(), *from);
            }
        }
    }
    // It ended on what was known to it then.
    if contact.ended.is_some() {
        contact.answers_at_end.get_or_insert_with(|| Box::new(before));
    }
}

/// It began, and came from where, the earliest of them did.
fn bring_beginning(contact: &mut Contact, settled: &Settled, others: &[&Contact]) {
    let all = std::iter::once(&*contact).chain(others.iter().copied());
    let mut all: Vec<_> = all.filter_map(|it| Some((moment(it.created?), it))).collect();
    all.sort_by_key(|(created, _)| *created);
    let source = all.iter().find_map(|(_, it)| it.field(Field::Source)).map(str::to_owned);
    let Some((_, earliest)) = all.first() else { return };
    let (created, lead_since) = (earliest.created, as_lead_since(earliest));
    if let (Some(since), Some(_)) = (lead_since, as_lead_since(contact)) {
        contact.journey.began(since);
    }
    contact.created = created;
    if let Some(source) = source.filter(|_| !settled.fields.contains(&Field::Source)) {
        contact.fields.insert(Field::Source, source);
    }
}

/// Since when it is a lead, where it was captured as one.
fn as_lead_since(contact: &Contact) -> Option<When> {
    let first = contact.journey.all().next()?;
    let lead = first.position == Position::Lead;
    first.since.filter(|_| lead && first.since == contact.created)
}

/// Adds somebody; of one who is here already, what is not known yet.
fn involve(stakeholders: &mut Vec<Stakeholder>, brought: &Stakeholder) {
    let known = stakeholders.iter_mut().find(|known| same_name(&known.name, &brought.name));
    let Some(known) = known else { return stakeholders.push(brought.clone()) };
    known.job = known.job.take().or_else(|| brought.job.clone());
    if known.role.is_none() {
        known.role = brought.role;
        known.decides |= brought.decides;
    }
}

/// Keeps a column of a file; beside one of its name that says something else, under a number.
fn keep_column(columns: &mut BTreeMap<String, String>, name: &str, text: &str) {
    // One that has a number already gets another one, and not a second.
    let bare = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let bare = bare.filter(|(bare, n)| columns.contains_key(*bare) && n.parse::<u32>().is_ok());
    let name = bare.map_or(name, |(bare, _)| bare);
    let mut place = name.to_owned();
    for n in 2.. {
        match columns.get(&place) {
            Some(known) if known == text => return,
            Some(_) => place = format!("{name} ({n})"),
            None => break,
        }
    }
    columns.insert(place, text.to_owned());
}

/// The latest word on consent. Only a yes that is surely later overrules a no.
fn consent(contact: &Contact, others: &[&Contact]) -> Option<Consent> {
    let all = std::iter::once(contact).chain(others.iter().copied());
    let all: Vec<_> = all.filter_map(|it| it.consent.as_ref()).collect();
    let latest = |given: bool| {
        let said = all.iter().copied().filter(|consent| consent.said.given == given);
        // Of two of one moment the first stays, so that the contact's own does.
        said.reduce(|one, other| if moment(other.at) > moment(one.at) { other } else { one })
    };
    let consent = match (latest(true), latest(false)) {
        (Some(yes), Some(no)) if !is_surely_later(yes.at, no.at) => Some(no),
        (yes, no) => yes.or(no),
    };
    consent.cloned()
}

fn is_surely_later(one: When, other: When) -> bool {
    match (one, other) {
        (When::Instant(one), When::Instant(other)) => one > other,
        _ => one.day(&Utc) > other.day(&Utc),
    }
}

/// Moments and days in one order: a day begins before its moments.
fn moment(when: When) -> (DateTime<Utc>, bool) {
    match when {
        When::Instant(at) => (at, true),
        When::Day(day) => (day.and_time(NaiveTime::MIN).and_utc(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_says_otherwise_stands_under_one_number() {
        let mut columns = BTreeMap::new();
        let kept =
            [("code", "N"), ("code", "S"), ("code (2)", "W"), ("code (2)", "S"), ("x (2)", "y")];
        for (name, text) in kept {
            keep_column(&mut columns, name, text);
        }
        let columns: Vec<_> =
            columns.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(columns, [("code", "N"), ("code (2)", "S"), ("code (3)", "W"), ("x (2)", "y")]);
    }
}
