//! Reading rows as a plan says: each tells of a contact, or says why not.
//!
//! An iterator, so that ten thousand rows can be read in slices that leave the page responsive.
//! Refuses to know which contacts are here: [`matching`](super::matching) does.
//!
//! Invariant: reading never invents a date, and leaves no cell out that the plan keeps.

mod cells;
mod standing;

use super::columns::{Column, Target};
use super::facts;
use super::lookup::Lookups;
use super::plan::Plan;
pub use super::reading::{Reading, Reason, Rejected, Told};
use super::stages::StageMeaning;
use super::words::is_blank;
use crate::domain::event::Field;
use crate::domain::ids::{ContactId, SystemId};
use crate::domain::playbook::Playbook;
use crate::exchange::csv::{Row, Table};
use crate::exchange::limits::TEXT_CHARS;
use cells::check_length;
use std::collections::HashMap;

/// The rows of an import, read one after the other.
pub struct Rows<'a> {
    plan: &'a Plan,
    playbook: &'a Playbook,
    lookups: Lookups<'a>,
    meanings: HashMap<(usize, &'a str), (&'a StageMeaning, bool)>,
    rest: std::slice::Iter<'a, Row>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(plan: &'a Plan, tables: &'a [Table], playbook: &'a Playbook) -> Self {
        let meanings = plan
            .stages
            .iter()
            .map(|s| ((s.column, s.value.as_str()), (&s.meaning, s.recognised)))
            .collect();
        let rest = tables.get(plan.roles.main).map_or(&[][..], |table| &table.rows).iter();
        Self { plan, playbook, lookups: Lookups::new(tables, &plan.roles), meanings, rest }
    }

    /// Passes over rows that were read before.
    #[must_use]
    pub fn after(mut self, rows: usize) -> Self {
        self.rest = self.rest.as_slice().get(rows..).unwrap_or_default().iter();
        self
    }

    fn read(&self, row: &Row) -> Reading {
        match self.convert(row) {
            Ok(Some(told)) => Reading::Told(Box::new(told)),
            Ok(None) => Reading::Ignored,
            Err(first) => Reading::Rejected(self.with_others(row, first)),
        }
    }

    fn convert(&self, row: &Row) -> Result<Option<Told>, Rejected> {
        let meanings = [Target::Stage, Target::Outcome, Target::Level];
        let [stage, outcome, level] = meanings.map(|target| self.meaning(row, &target));
        let either = |wanted| [stage, outcome, level].contains(&Some(wanted));
        if either(&StageMeaning::Ignore) {
            return Ok(None);
        }
        let mut told = Told { line: row.line, ..Told::default() };
        let (mut first, mut last) = ("", "");
        for (column, text) in self.cells(row) {
            check_length(row, column, text)?;
            match &column.target {
                Target::FirstName => first = text,
                Target::LastName => last = text,
                _ => self.take(&mut told, column, text),
            }
        }
        let name: String = format!("{first} {last}").trim().chars().take(TEXT_CHARS).collect();
        if !name.is_empty() {
            told.imported.fields.entry(Field::Person).or_insert(name);
        }
        let system = || self.plan.system.map(|system| system.id(self.plan.kind));
        let named = told.imported.system.take().or_else(system);
        told.imported.system = named.filter(|_| told.imported.external_id.is_some());
        self.place(row, &mut told, [stage, outcome, level])?;
        told.imported.amount = self.amount(row, told.imported.end.map(|(kind, _)| kind))?;
        self.next_step(row, &mut told)?;
        Ok(Some(told))
    }

    /// Puts a cell where its column says.
    fn take(&self, told: &mut Told, column: &Column, text: &str) {
        let imported = &mut told.imported;
        let (name, value) = (|| column.name.clone(), || text.to_owned());
        match &column.target {
            Target::Field(Field::Source) => {
                let meant = self.playbook.source_meant(text).map(|source| source.id.as_str());
                // An address says more than where it came from, such as the campaign.
                if meant.is_some() && text.contains('=') {
                    imported.attributes.insert(name(), value());
                }
                imported.fields.insert(Field::Source, meant.unwrap_or(text).to_owned());
            }
            Target::Field(field) => {
                imported.fields.insert(*field, value());
            }
            Target::ExternalId => imported.external_id = Some(value()),
            Target::System => imported.system = Some(SystemId::new(text)),
            Target::ContactId => {
                told.contact = ContactId::parse(text);
                // Where that contact is not here, it is what the next export is known again by.
                imported.external_id.get_or_insert_with(value);
            }
            Target::Fact(id) => {
                let value = facts::value(text, self.playbook.question(id));
                imported.facts.insert(id.clone(), value);
            }
            Target::Stage | Target::Outcome | Target::Level => {
                // The words are kept where the meaning does not say it all.
                let known = self.meanings.get(&(column.column, text));
                if known.is_none_or(|(m, sure)| !sure || **m == StageMeaning::Nurturing) {
                    told.asides.insert(name(), value());
                }
            }
            Target::Attribute => {
                imported.attributes.insert(name(), value());
            }
            // Kept unless the journey takes them: a date for which it has no place.
            Target::Created
            | Target::Closed
            | Target::ExpectedClose
            | Target::NextStep
            | Target::NextStepDue
            | Target::Reason
            | Target::BackOn
            | Target::LastChanged => {
                if !is_blank(text) {
                    told.asides.insert(name(), value());
                }
            }
            Target::FirstName
            | Target::LastName
            | Target::Amount
            | Target::Currency
            | Target::Entered
            | Target::Skip => {}
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        let row = self.rest.next()?;
        Some(self.read(row))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

#[cfg(test)]
mod tests;
