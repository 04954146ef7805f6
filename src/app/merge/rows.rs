//! Contacts side by side: what each has, where they differ, and which of it counts unless a person
//! chooses otherwise.
//!
//! Refuses to word anything and to record. Invariant: what is proposed is something somebody has, and
//! never an answer of lower evidence than another's.

use crate::domain::answer::Given;
use crate::domain::contact::{Contact, Task};
use crate::domain::event::Field;
use crate::domain::ids::QuestionId;
use crate::domain::money::Money;
use crate::domain::playbook::Playbook;
use chrono::{NaiveDate, Utc};
use std::collections::BTreeSet;

/// What contacts are compared in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// Where it stands; it stays where the one that goes on is.
    Position,
    /// A text field.
    Field(Field),
    /// What the deal is worth.
    Amount,
    /// The day it is expected to close.
    ExpectedClose,
    /// The next step.
    NextStep,
    /// The answer that counts.
    Answer(QuestionId),
    /// How often somebody was in touch; all of it stays.
    Touches,
    /// Who else matters; all of them stay.
    Stakeholders,
    /// Whether it agreed to be kept; the latest word counts.
    Consent,
    /// When it was captured; the earliest day counts.
    Created,
    /// Its ids in other systems; all of them stay.
    ExternalIds,
    /// A column of a file; both stay where they differ.
    Column(String),
}

/// One thing at every contact, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What.
    pub item: Item,
    /// Whether those that have it say different things.
    pub differs: bool,
    /// The contacts, by place, of which one may be chosen; none where there is nothing to choose.
    pub choices: Vec<usize>,
    /// The one of them that counts unless another is chosen.
    pub proposed: usize,
}

/// What a contact says about something that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    Text(String),
    Amount(Money),
    Day(NaiveDate),
    Task(Task),
    Answer(Given),
}

impl Said {
    /// What is said; the words and the moment of an answer aside.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Answer(one), Self::Answer(other)) => {
                (one.evidence, &one.value) == (other.evidence, &other.value)
            }
            _ => self == other,
        }
    }
}

/// What a contact says about something that can be chosen.
pub(super) fn said(contact: &Contact, item: &Item) -> Option<Said> {
    match item {
        Item::Field(field) => contact.field(*field).map(|text| Said::Text(text.to_owned())),
        Item::Amount => contact.amount.map(Said::Amount),
        Item::ExpectedClose => contact.expected_close.map(Said::Day),
        Item::NextStep => contact.task.clone().map(Said::Task),
        Item::Answer(question) => contact.answers.get(question).cloned().map(Said::Answer),
        _ => None,
    }
}

/// Whether two contacts say the same.
pub(super) fn is_said(contact: &Contact, item: &Item, wanted: &Said) -> bool {
    said(contact, item).is_some_and(|said| said.is_same(wanted))
}

/// The rows of contacts, of which one goes on, by its place.
pub fn rows(playbook: &Playbook, contacts: &[&Contact], goes_on: usize) -> Vec<Row> {
    let items = items(playbook, contacts).into_iter();
    items.filter_map(|item| row(contacts, goes_on, item)).collect()
}

fn items(playbook: &Playbook, contacts: &[&Contact]) -> Vec<Item> {
    let mut items = vec![Item::Position];
    items.extend(Field::ALL.map(Item::Field));
    items.extend([Item::Amount, Item::ExpectedClose, Item::NextStep]);
    let asked = |id: &QuestionId| contacts.iter().any(|contact| contact.answers.get(id).is_some());
    let known = playbook.questions.iter().map(|question| &question.id);
    items.extend(known.filter(|id| asked(id)).cloned().map(Item::Answer));
    let all = contacts.iter().flat_map(|contact| contact.answers.questions());
    let others: BTreeSet<_> = all.filter(|id| playbook.question(id).is_none()).collect();
    items.extend(others.into_iter().filter(|id| asked(id)).cloned().map(Item::Answer));
    items.extend([Item::Created, Item::Touches, Item::Stakeholders, Item::Consent]);
    items.push(Item::ExternalIds);
    let columns: BTreeSet<_> = contacts.iter().flat_map(|it| it.attributes.keys()).collect();
    items.extend(columns.into_iter().cloned().map(Item::Column));
    items
}

fn row(contacts: &[&Contact], goes_on: usize, item: Item) -> Option<Row> {
    let mut all: Vec<_> = contacts.iter().map(|contact| said(contact, &item)).collect();
    // An answer of lower evidence is no choice: the stronger stands.
    let grade = |said: &Option<Said>| match said {
        Some(Said::Answer(given)) => Some(given.evidence),
        _ => None,
    };
    let best = all.iter().filter_map(grade).max();
    let distinct = differs(contacts, &item, &all)?;
    for said in &mut all {
        if grade(said) < best {
            *said = None;
        }
    }
    let places: Vec<_> = (0..all.len()).filter(|place| all[*place].is_some()).collect();
    let own = places.contains(&goes_on).then_some(goes_on);
    let proposed = match item {
        Item::NextStep => places.iter().copied().min_by_key(|n| due(contacts[*n])),
        Item::Field(Field::Source) => places.iter().copied().min_by_key(|n| captured(contacts[*n])),
        _ => own.or(places.first().copied()),
    };
    let first = places.first().and_then(|place| all[*place].as_ref());
    let same = |place: &usize| match (first, &all[*place]) {
        (Some(first), Some(said)) => said.is_same(first),
        _ => false,
    };
    let choices = if places.iter().all(same) { Vec::new() } else { places };
    Some(Row { item, differs: distinct, choices, proposed: proposed.unwrap_or(goes_on) })
}

/// Whether contacts differ in something; none where nobody has it.
fn differs(contacts: &[&Contact], item: &Item, all: &[Option<Said>]) -> Option<bool> {
    fn distinct<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<bool> {
        let first = all.next()?;
        Some(all.any(|other| other != first))
    }
    match item {
        Item::Position => distinct(contacts.iter().map(|it| (&it.position, &it.standing))),
        Item::Created => distinct(contacts.iter().filter_map(|it| it.created)),
        Item::Consent => {
            distinct(contacts.iter().filter_map(|it| it.consent.as_ref()).map(|it| it.said.given))
        }
        Item::Column(name) => distinct(contacts.iter().filter_map(|it| it.attributes.get(name))),
        Item::ExternalIds => {
            distinct(contacts.iter().map(|it| it.external_ids()).filter(|ids| !ids.is_empty()))
        }
        // What adds up is no difference.
        Item::Touches => {
            contacts.iter().any(|it| it.touches.len() + it.engagements.len() > 0).then_some(false)
        }
        Item::Stakeholders => {
            contacts.iter().any(|it| !it.stakeholders.is_empty()).then_some(false)
        }
        _ => {
            let mut all = all.iter().flatten();
            let first = all.next()?;
            Some(all.any(|other| !other.is_same(first)))
        }
    }
}

fn due(contact: &Contact) -> Option<NaiveDate> {
    contact.task.as_ref().map(|task| task.due)
}

fn captured(contact: &Contact) -> (bool, Option<NaiveDate>) {
    (contact.created.is_none(), contact.created.map(|created| created.day(&Utc)))
}
