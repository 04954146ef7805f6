//! What a row says otherwise than the contact it is about, and what taking that over records.
//!
//! A row is held against the contact as it stands *and* against what files said of it before: what a
//! file said already is no news, so that what a rep changed since is not changed back by the same file
//! again. An empty cell says nothing.
//!
//! Invariant: a rep's confirmed answer is never replaced, and a contact a rep worked on is not moved;
//! both are told.

use super::known::same_value;
use super::reading::Told;
use crate::app::workspace::Record;
use crate::domain::answer::Evidence;
use crate::domain::contact::{Contact, Task};
use crate::domain::event::{
    By, CloseExpected, EndKind, Event, EventKind, Field, Imported, TaskSet,
};
use crate::domain::ids::QuestionId;
use crate::domain::money::Money;
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::NaiveDate;

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A text field.
    Field(Field),
    /// The id in the system it comes from.
    ExternalId,
    /// Where it stands, or since when.
    Place,
    /// Why it ended.
    Reason,
    /// The amount.
    Amount,
    /// When it is expected to close.
    Expected,
    /// The next step.
    NextStep,
    /// An answer.
    Fact(QuestionId),
    /// A column kept under its own name.
    Attribute(String),
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Words.
    Text(String),
    /// An amount.
    Amount(Money),
    /// A day.
    Day(NaiveDate),
    /// What to do, and by when.
    Task(Task),
    /// An answer.
    Value(Value),
    /// A position, or an end, and since when.
    Place(Place),
}

/// Where a contact stands, here or in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The position, where it has not ended or is named beside the end.
    pub position: Option<Position>,
    /// How it ended.
    pub end: Option<EndKind>,
    /// Since when.
    pub since: Option<NaiveDate>,
}

/// One thing a row says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it is about.
    pub what: What,
    /// What is here.
    pub old: Option<Said>,
    /// What the row says.
    pub new: Said,
    /// Whether what is here goes on counting: it is known better.
    pub stays: bool,
}

/// All a row says otherwise.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Difference {
    /// What would change.
    pub changes: Vec<Change>,
    /// What recording that takes.
    pub kinds: Vec<EventKind>,
    /// Where it stands here and in the file, where those differ and it is not moved.
    pub elsewhere: Option<(Place, Place)>,
    /// Whether the row says nothing that a file did not say before.
    pub is_old: bool,
}

impl Difference {
    /// Whether the row says just what is here.
    pub fn is_none(&self) -> bool {
        self.changes.is_empty() && self.elsewhere.is_none()
    }
}

/// Holds a row against a contact. `own` is a file Ripen wrote.
pub fn difference(told: &Told, record: &Record, playbook: &Playbook, own: bool) -> Difference {
    let Some(contact) = &record.contact else { return Difference::default() };
    let events: Vec<&Event> = record.log.live().filter(|event| event.by == By::Import).collect();
    let is_worked_on = record.log.live().any(|event| event.by != By::Import);
    let mut against = Against {
        told,
        contact,
        playbook,
        before: Before { events },
        own,
        update: Imported::default(),
        found: Difference { is_old: true, ..Difference::default() },
    };
    against.identity();
    against.facts();
    against.plans();
    against.attributes();
    against.reason();
    against.place(is_worked_on);
    against.finish()
}

/// What files said before, newest last.
struct Before<'a> {
    events: Vec<&'a Event>,
}

impl<'a> Before<'a> {
    /// The last thing a file said of something.
    fn last<T>(&self, of: impl Fn(&'a EventKind) -> Option<T>) -> Option<T> {
        self.events.iter().rev().find_map(|event| of(&event.kind))
    }

    fn row<T>(&self, of: impl Fn(&'a Imported) -> Option<T>) -> Option<T> {
        self.last(|kind| match kind {
            EventKind::Imported(row) => of(row),
            _ => None,
        })
    }
}

struct Against<'a> {
    told: &'a Told,
    contact: &'a Contact,
    playbook: &'a Playbook,
    before: Before<'a>,
    own: bool,
    update: Imported,
    found: Difference,
}

impl Against<'_> {
    fn change(&mut self, what: What, old: Option<Said>, new: Said) {
        self.found.is_old = false;
        self.found.changes.push(Change { what, old, new, stays: false });
    }

    fn identity(&mut self) {
        let (told, contact) = (self.told, self.contact);
        for (field, text) in &told.imported.fields {
            let (old, text) = (contact.field(*field), text.trim());
            let same = |other: &str| other.trim() == text || self.is_source(*field, other, text);
            let before = self.before.row(|row| row.fields.get(field));
            let said = before.is_some_and(|before| same(before));
            let is_here = old.is_some_and(same);
            self.found.is_old &= said;
            if !said && !is_here {
                let old = old.map(|old| Said::Text(old.to_owned()));
                self.change(What::Field(*field), old, Said::Text(text.to_owned()));
                self.update.fields.insert(*field, text.to_owned());
            }
        }
        // An id that is here is what it is known by in another system.
        if let (Some(id), None) = (&told.imported.external_id, &contact.external_id)
            && told.contact.is_none_or(|own| own.to_string() != *id)
        {
            self.change(What::ExternalId, None, Said::Text(id.clone()));
            self.update.external_id = Some(id.clone());
            self.update.system.clone_from(&told.imported.system);
        }
    }

    /// The system of an id that came without, where anything else is recorded anyway: by itself it is no
    /// news to a person.
    fn system(&mut self) {
        let (row, contact) = (&self.told.imported, self.contact);
        let is_same = row.external_id.is_some() && row.external_id == contact.external_id;
        let is_news = row.system.is_some() && contact.system.is_none();
        if is_same && is_news && self.update != Imported::default() {
            self.update.external_id.clone_from(&row.external_id);
            self.update.system.clone_from(&row.system);
        }
    }

    /// Whether two words name one source of the playbook.
    fn is_source(&self, field: Field, a: &str, b: &str) -> bool {
        let id = |words| self.playbook.source_meant(words).map(|source| &source.id);
        field == Field::Source && id(a).is_some() && id(a) == id(b)
    }

    fn facts(&mut self) {
        let told = self.told;
        for (id, value) in &told.imported.facts {
            let question = self.playbook.question(id);
            let same = |other: &Value| same_value(question, other, value);
            let said = self.before.row(|row| row.facts.get(id)).is_some_and(same);
            self.found.is_old &= said;
            if said || self.contact.answers.all(id).any(|given| same(&given.value)) {
                continue;
            }
            let here = self.contact.answers.get(id);
            let old = here.map(|given| Said::Value(given.value.clone()));
            self.change(What::Fact(id.clone()), old, Said::Value(value.clone()));
            if let Some(change) = self.found.changes.last_mut() {
                change.stays = here.is_some_and(|given| given.evidence > Evidence::Claimed);
            }
            self.update.facts.insert(id.clone(), value.clone());
        }
    }

    /// Amount, expected close and next step.
    fn plans(&mut self) {
        let (told, contact) = (self.told, self.contact);
        if let Some(amount) = told.imported.amount {
            let said = self.before.row(|row| row.amount) == Some(amount);
            self.found.is_old &= said;
            if !said && contact.amount != Some(amount) {
                self.change(What::Amount, contact.amount.map(Said::Amount), Said::Amount(amount));
                self.update.amount = Some(amount);
            }
        }
        if let Some(on) = told.expected {
            let before = self.before.last(|kind| match kind {
                EventKind::CloseExpected(expected) => expected.on,
                _ => None,
            });
            self.found.is_old &= before == Some(on);
            if before != Some(on) && contact.expected_close != Some(on) {
                let old = contact.expected_close.map(Said::Day);
                self.change(What::Expected, old, Said::Day(on));
                self.found.kinds.push(EventKind::CloseExpected(CloseExpected { on: Some(on) }));
            }
        }
        if let Some(task) = &told.task {
            let same = |due: NaiveDate, note: &str| due == task.due && note.trim() == task.note;
            let said = self.before.last(|kind| match kind {
                EventKind::TaskSet(set) => Some(same(set.due, &set.note)),
                _ => None,
            });
            let said = said == Some(true);
            self.found.is_old &= said;
            if !said && !contact.task.as_ref().is_some_and(|here| same(here.due, &here.note)) {
                let old = contact.task.clone().map(Said::Task);
                self.change(What::NextStep, old, Said::Task(task.clone()));
                let (due, note) = (task.due, task.note.clone());
                self.found.kinds.push(EventKind::TaskSet(TaskSet { due, note }));
            }
        }
    }

    fn attributes(&mut self) {
        let (told, contact) = (self.told, self.contact);
        // What Ripen itself writes beside a contact tells nothing about it; where it is kept of a
        // contact of another workspace, a column of its own says so.
        let is_here = told.contact == Some(contact.id);
        let asides = told.asides.iter().filter(|(name, _)| {
            let is_kept = !is_here && contact.attributes.contains_key(*name);
            !self.own || told.contact.is_none() || is_kept
        });
        let all: Vec<_> = told.imported.attributes.iter().chain(asides).collect();
        for (name, text) in all {
            let id = || QuestionId::from(name.as_str());
            if self.own && told.contact.is_some() && contact.answers.was_asked(&id()) {
                // The answer to a question this playbook does not have.
                continue;
            }
            let old = contact.attributes.get(name);
            let said = self.before.row(|row| row.attributes.get(name)) == Some(text);
            self.found.is_old &= said;
            if !said && old != Some(text) {
                let old = old.map(|old| Said::Text(old.clone()));
                self.change(What::Attribute(name.clone()), old, Said::Text(text.clone()));
                self.update.attributes.insert(name.clone(), text.clone());
            }
        }
    }

    /// Why it ended, where it ended here the same way.
    fn reason(&mut self) {
        let (Some(reason), Some((kind, _))) = (&self.told.imported.reason, self.told.imported.end)
        else {
            return;
        };
        let said = self.before.row(|row| row.reason.as_ref()) == Some(reason);
        self.found.is_old &= said;
        let ended = self.contact.ended.as_ref().filter(|ended| ended.kind == kind && !said);
        if let Some(here) = ended.and_then(|ended| ended.reason.as_ref())
            && here != reason
        {
            let name = |id| Said::Text(self.playbook.reason_name(id).to_owned());
            let (old, new) = (name(here), name(reason));
            self.change(What::Reason, Some(old), new);
        }
    }

    fn place(&mut self, is_worked_on: bool) {
        let (told, contact) = (self.told, self.contact);
        let row = &told.imported;
        let named = row.positions.last().filter(|_| told.names_position);
        let is_there = |position: &Position| {
            let same_level = position.level() == contact.level();
            *position == contact.position || told.names_level_alone && same_level
        };
        let at = row.positions.last().filter(|(position, _)| is_there(position));
        let since = contact.journey.last().and_then(|visit| visit.since);
        let of_a_file = matches!(since, None | Some(When::Day(_)));
        let ended = contact.ended.as_ref();
        let moves = match (row.end, ended) {
            (Some((kind, day)), Some(ended)) => {
                let known = ended.on.is_some_and(|on| !matches!(on, When::Day(_)));
                kind != ended.kind
                    || !known && day.is_some_and(|day| ended.on != Some(When::Day(day)))
            }
            (Some(_), None) => true,
            (None, Some(_)) => named.is_some(),
            (None, None) => named.is_some() && at.is_none(),
        };
        if moves {
            let here = Place {
                position: Some(contact.position.clone()),
                end: ended.map(|ended| ended.kind),
                since: day_of(ended.map_or(since, |ended| ended.on)),
            };
            let there = Place {
                position: named.map(|(position, _)| position.clone()),
                end: row.end.map(|(kind, _)| kind),
                since: row.end.map_or(named.and_then(|(_, day)| *day), |(_, day)| day),
            };
            self.found.is_old &= self.was_there(&there);
            if is_worked_on || ended.is_some() {
                self.found.elsewhere = Some((here, there));
                return;
            }
            self.change(What::Place, Some(Said::Place(here)), Said::Place(there));
            self.update.positions =
                named.filter(|(p, _)| !is_there(p)).cloned().into_iter().collect();
            self.update.end = row.end;
            self.update.reason.clone_from(&row.reason);
        } else if let Some((position, Some(day))) = at
            && ended.is_none()
            && of_a_file
            && !self.own
            && !is_worked_on
            && since != Some(When::Day(*day))
        {
            let place =
                |since| Said::Place(Place { position: Some(position.clone()), end: None, since });
            self.change(What::Place, Some(place(day_of(since))), place(Some(*day)));
            self.update.positions = vec![(position.clone(), Some(*day))];
        }
    }

    /// Whether the last file that placed it put it there, too.
    fn was_there(&self, there: &Place) -> bool {
        let before = self.before.row(|row| {
            let last = row.positions.last().map(|(position, _)| position);
            (last.is_some() || row.end.is_some()).then(|| (last, row.end.map(|(kind, _)| kind)))
        });
        before.is_some_and(|(position, end)| {
            end == there.end && (there.position.is_none() || position == there.position.as_ref())
        })
    }

    fn finish(mut self) -> Difference {
        self.system();
        if self.update != Imported::default() {
            self.found.kinds.insert(0, EventKind::Imported(self.update));
        }
        self.found
    }
}

fn day_of(when: Option<When>) -> Option<NaiveDate> {
    match when? {
        When::Day(day) => Some(day),
        When::Instant(at) => Some(at.date_naive()),
    }
}
