//! Contacts as a table: which columns there are and what stands in them.
//!
//! Owns headers and cells. Refuses to choose: who takes the table ticks the columns. Invariant:
//! every column has a header of its own, and a contact has one cell in each.

use super::value;
use crate::app::workspace::Record;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::position::{Level, Standing};
use chrono::{NaiveDate, TimeZone};
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

/// The headers that are given so far. What is called as another column is gets a number behind its
/// name, and so does what looks as if it had one, so that a reader knows which number to take off.
#[derive(Debug)]
pub(in crate::exchange) struct Headers {
    taken: BTreeSet<String>,
}

impl Default for Headers {
    fn default() -> Self {
        Self { taken: FIXED.iter().map(|(name, _)| name.to_lowercase()).collect() }
    }
}

impl Headers {
    /// The header of a column that is called so, like no other one.
    pub(in crate::exchange) fn give(&mut self, name: &str) -> String {
        let name = self.called(name);
        self.taken.insert(name.to_lowercase());
        name
    }

    /// The header such a column would get.
    pub(in crate::exchange) fn called(&self, name: &str) -> String {
        let is_free = !self.is_taken(name);
        let numbered = (2..).map(|n| format!("{name} ({n})"));
        let mut names = is_free.then(|| name.to_owned()).into_iter().chain(numbered);
        let name = names.find(|name| !self.taken.contains(&name.to_lowercase()));
        name.expect("numbers do not end")
    }

    /// What a column is called that has a header of the table; asked in the table's order.
    pub(in crate::exchange) fn read<'a>(&mut self, header: &'a str) -> &'a str {
        let name = numberless(header).filter(|_| self.is_taken(header));
        self.taken.insert(header.to_lowercase());
        name.unwrap_or(header)
    }

    /// Whether a column is called so, whatever numbers stand behind.
    fn is_taken(&self, name: &str) -> bool {
        let mut bare = name;
        while let Some(shorter) = numberless(bare) {
            bare = shorter;
        }
        self.taken.contains(&bare.to_lowercase()) || self.taken.contains(&name.to_lowercase())
    }
}

/// A name without the number behind it; none where there is none.
fn numberless(name: &str) -> Option<&str> {
    let (name, number) = name.strip_suffix(')')?.rsplit_once(" (")?;
    number.parse::<usize>().is_ok().then_some(name)
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

fn fixed<Z: TimeZone>(
    column: &Column,
    playbook: &Playbook,
    contact: &Contact,
    zone: &Z,
) -> Option<String> {
    let day = |day: NaiveDate| day.to_string();
    match column {
        Column::Id => Some(contact.id.to_string()),
        Column::ExternalId => contact.external_id.clone(),
        Column::System => contact.system.as_ref().map(ToString::to_string),
        Column::Field(Field::Source) => Some(source(playbook, contact.field(Field::Source)?)),
        Column::Field(field) => contact.field(*field).map(str::to_owned),
        Column::Level => Some(level(contact.level()).to_owned()),
        Column::Stage => contact.position.stage().map(|id| {
            let name = playbook.stage_name(id);
            let named = playbook.stages.iter().filter(|s| s.title.eq_ignore_ascii_case(name));
            if named.count() == 1 { name } else { id.as_str() }.to_owned()
        }),
        Column::Standing => Some(standing(&contact.standing).to_owned()),
        Column::Reason => {
            let reasons = &playbook.reasons;
            let (likely, why) = match &contact.standing {
                Standing::Active => return None,
                Standing::Nurturing { reason, .. } => (&reasons.nurture, reason.as_ref()?),
                Standing::Disqualified { reason } => (&reasons.disqualify, reason),
                Standing::Lost { reason } => (&reasons.lose, reason),
            };
            let name = playbook.reason_name(why);
            let leads_back = reasons.meant(likely, name).is_none_or(|meant| meant == why);
            Some(if leads_back { name } else { why.as_str() }.to_owned())
        }
        Column::BackOn => match contact.standing {
            Standing::Nurturing { until, .. } => Some(day(until)),
            _ => None,
        },
        Column::Amount => contact.amount.map(|amount| amount.decimal()),
        Column::Currency => contact.amount.map(|amount| amount.currency.to_string()),
        Column::ExpectedClose => contact.expected_close.map(day),
        Column::Closed => contact.ended.as_ref()?.on.map(|on| day(on.day(zone))),
        Column::NextStep => contact.task.as_ref().map(|task| task.note.clone()),
        Column::NextStepDue => contact.task.as_ref().map(|task| day(task.due)),
        Column::Created => contact.created.map(|created| day(created.day(zone))),
        Column::LastChanged | Column::Answer(_) | Column::Attribute(_) => None,
    }
}

/// A source by its name, where that name leads back to it.
pub(super) fn source(playbook: &Playbook, recorded: &str) -> String {
    let named = playbook.source_meant(recorded).filter(|source| {
        playbook.source_meant(&source.title).is_some_and(|meant| meant.id == source.id)
    });
    named.map_or(recorded, |source| &source.title).to_owned()
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Lead => "Lead",
        Level::Prospect => "Prospect",
        Level::Opportunity => "Opportunity",
        Level::Customer => "Customer",
    }
}

fn standing(standing: &Standing) -> &'static str {
    match standing {
        Standing::Active => "Active",
        Standing::Nurturing { .. } => "Nurturing",
        Standing::Disqualified { .. } => "Disqualified",
        Standing::Lost { .. } => "Lost",
    }
}
