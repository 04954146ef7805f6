//! Contacts as a table: which columns there are and what stands in them.
//!
//! Owns headers and cells. Refuses to choose: who takes the table ticks the columns. Invariant:
//! every column has a header of its own, and a contact has one cell in each.

mod cells;
mod headers;

pub(super) use cells::source;
pub(in crate::exchange) use headers::Headers;

use super::value;
use crate::app::workspace::Record;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use cells::fixed;
use chrono::TimeZone;
use std::collections::BTreeSet;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// The contact's id.
    Id,
    /// Its id in the system it came from.
    ExternalId,
    /// That system, where it is on record.
    System,
    /// A text field.
    Field(Field),
    /// Its level.
    Level,
    /// Its stage, inside Opportunity.
    Stage,
    /// Whether it is worked on, and how it ended.
    Standing,
    /// Why it waits or ended.
    Reason,
    /// The day it is due back.
    BackOn,
    /// The amount, in digits alone.
    Amount,
    /// Its currency.
    Currency,
    /// The day it is expected to close.
    ExpectedClose,
    /// The day it ended.
    Closed,
    /// What to do next.
    NextStep,
    /// The day of that.
    NextStepDue,
    /// The day it was captured.
    Created,
    /// The day anything was last recorded.
    LastChanged,
    /// The answer to a question.
    Answer(QuestionId),
    /// A column of the imported file.
    Attribute(String),
}

/// The columns every table has, in order, under their headers.
const FIXED: [(&str, Column); 23] = [
    ("Contact ID", Column::Id),
    ("External ID", Column::ExternalId),
    ("External system", Column::System),
    ("Person", Column::Field(Field::Person)),
    ("Organisation", Column::Field(Field::Organisation)),
    ("Job title", Column::Field(Field::JobTitle)),
    ("Email", Column::Field(Field::Email)),
    ("Phone", Column::Field(Field::Phone)),
    ("Source", Column::Field(Field::Source)),
    ("Owner", Column::Field(Field::Owner)),
    ("Level", Column::Level),
    ("Stage", Column::Stage),
    ("Standing", Column::Standing),
    ("Reason", Column::Reason),
    ("Back on", Column::BackOn),
    ("Amount", Column::Amount),
    ("Currency", Column::Currency),
    ("Expected close", Column::ExpectedClose),
    ("Closed", Column::Closed),
    ("Next step", Column::NextStep),
    ("Next step due", Column::NextStepDue),
    ("Created", Column::Created),
    ("Last changed", Column::LastChanged),
];

/// A column under its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The header, like no other one of the table.
    pub name: String,
    /// What stands below.
    pub column: Column,
}

impl Heading {
    /// Whether it is ticked until somebody chooses: the others say what only some tables need.
    pub fn is_usual(&self) -> bool {
        use Column::{BackOn, Closed, ExternalId, Reason, System};
        !matches!(self.column, ExternalId | System | Reason | BackOn | Closed)
    }
}

/// What contacts have that no playbook names: their attributes, and answers to other questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    attributes: BTreeSet<String>,
    questions: BTreeSet<QuestionId>,
}

impl Seen {
    /// Looks at a contact.
    pub fn look(&mut self, contact: &Contact) {
        for name in contact.attributes.keys() {
            if !self.attributes.contains(name) {
                self.attributes.insert(name.clone());
            }
        }
        for question in contact.answers.questions() {
            if !self.questions.contains(question) {
                self.questions.insert(question.clone());
            }
        }
    }
}

/// Every column there can be. A question that is retired or of another playbook has one where it
/// was answered.
pub fn headings(playbook: &Playbook, seen: &Seen) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut headers = Headers::default();
    for (name, column) in FIXED {
        headings.push(Heading { name: name.to_owned(), column });
    }
    let mut add = |name: &str, column: Column| {
        headings.push(Heading { name: headers.give(name), column });
    };
    for question in &playbook.questions {
        if question.retired.is_none() || seen.questions.contains(&question.id) {
            add(question.title.trim(), Column::Answer(question.id.clone()));
        }
    }
    for id in seen.questions.iter().filter(|id| playbook.question(id).is_none()) {
        add(id.as_str(), Column::Answer(id.clone()));
    }
    for name in &seen.attributes {
        add(name, Column::Attribute(name.clone()));
    }
    headings
}

/// A table of the columns somebody chose.
#[derive(Debug)]
pub struct Table<'a> {
    playbook: &'a Playbook,
    columns: Vec<(&'a Heading, Option<&'a Question>)>,
}

impl<'a> Table<'a> {
    /// A table of these columns.
    pub fn new(playbook: &'a Playbook, chosen: impl IntoIterator<Item = &'a Heading>) -> Self {
        let with_question = |heading: &'a Heading| match &heading.column {
            Column::Answer(id) => (heading, playbook.question(id)),
            _ => (heading, None),
        };
        Self { playbook, columns: chosen.into_iter().map(with_question).collect() }
    }

    /// The header.
    pub fn header(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(heading, _)| heading.name.as_str())
    }

    /// A contact's row, with days as they are in `zone`; none where nothing counts any more.
    pub fn row<Z: TimeZone>(&self, record: &Record, zone: &Z) -> Option<Vec<String>> {
        let contact = record.contact.as_ref()?;
        let cell = |(heading, question): &(&Heading, Option<&Question>)| {
            let cell = match &heading.column {
                Column::Answer(id) => {
                    contact.answers.get(id).map(|given| value::cell(&given.value, *question))
                }
                Column::Attribute(name) => contact.attributes.get(name).cloned(),
                Column::LastChanged => {
                    record.log.events().last().map(|event| event.at.day(zone).to_string())
                }
                column => fixed(column, self.playbook, contact, zone),
            };
            cell.unwrap_or_default()
        };
        Some(self.columns.iter().map(cell).collect())
    }
}
