//! What becomes of one row of a file: what it tells of a contact, or a rejection that says why.

use crate::domain::contact::Task;
use crate::domain::event::{CloseExpected, EventKind, Imported, Nurtured, TaskSet};
use crate::domain::ids::{ContactId, ReasonId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What became of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// It can be read.
    Told(Box<Told>),
    /// Its stage is one to leave out.
    Ignored,
    /// It cannot be read.
    Rejected(Rejected),
}

/// What a row tells of a contact.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// The line of the file it begins on.
    pub line: usize,
    /// Ripen's own id of the contact, in a file Ripen wrote.
    pub contact: Option<ContactId>,
    /// The event it would be as a new contact, but for what follows.
    pub imported: Imported,
    /// Cells that have no place of their own by what the row says: kept as attributes of a new
    /// contact.
    pub asides: BTreeMap<String, String>,
    /// When it is expected to close.
    pub expected: Option<NaiveDate>,
    /// The next step.
    pub task: Option<Task>,
    /// Until when it is set aside.
    pub until: Option<NaiveDate>,
    /// Why it is.
    pub waits_for: Option<ReasonId>,
    /// Whether the row names its last position; it is assumed otherwise.
    pub names_position: bool,
    /// Whether it names the level of it, and no stage.
    pub names_level_alone: bool,
    /// Whether the file has it set aside: a date to come back to is still to be given.
    pub set_aside: bool,
}

impl Told {
    /// What is recorded of a new contact.
    pub fn into_kinds(mut self) -> Vec<EventKind> {
        self.imported.attributes.append(&mut self.asides);
        let expected = self.expected.map(|on| CloseExpected { on: Some(on) });
        let task = self.task.map(|task| TaskSet { due: task.due, note: task.note });
        let more = expected.map(EventKind::CloseExpected).into_iter();
        let until = self.until.map(|until| Nurtured { until, reason: self.waits_for });
        let more = more.chain(task.map(EventKind::TaskSet)).chain(until.map(EventKind::Nurtured));
        std::iter::once(EventKind::Imported(self.imported)).chain(more).collect()
    }
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The line of the file it begins on.
    pub line: usize,
    /// The column's name.
    pub column: String,
    /// What stands there, cut at 100 characters.
    pub value: String,
    /// Why.
    pub reason: Reason,
    /// What else of the row cannot be read.
    pub also: Vec<Rejected>,
}

impl Rejected {
    /// Everything in the row that cannot be read.
    pub fn faults(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.also)
    }
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// No day of the years 1970 to 2200 in the column's order.
    NotADate,
    /// No amount, or more than money can hold.
    NotAnAmount,
    /// An amount that is one of thousands, or has three decimals, where a currency has not.
    ThousandsOrDecimals,
    /// An amount below zero: a refund or a correction, which no deal is worth.
    BelowZero,
    /// No three-letter currency code.
    NotACurrency,
    /// More characters than a text may have.
    TooLong,
}
