//! What a row says otherwise than the contact it is about, and what taking that over records.
//!
//! A row is held against the contact as it stands *and* against what files said of it before: what a
//! file said already is no news, so that what a rep changed since is not changed back by the same file
//! again. An empty cell says nothing.
//!
//! Invariant: a rep's confirmed answer is never replaced, and a contact a rep worked on is not moved;
//! both are told.

mod change;
mod standing;

pub use change::{Change, Difference, Place, Said, What};

use super::known::same_value;
use super::reading::Told;
use crate::app::workspace::Record;
use crate::domain::answer::Evidence;
use crate::domain::contact::Contact;
use crate::domain::event::{By, CloseExpected, Event, EventKind, Field, Imported, TaskSet};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::value::Value;
use chrono::NaiveDate;

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

    fn finish(mut self) -> Difference {
        self.system();
        if self.update != Imported::default() {
            self.found.kinds.insert(0, EventKind::Imported(self.update));
        }
        self.found
    }
}
