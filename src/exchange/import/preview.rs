//! What an import would do, in numbers, before it does anything.
//!
//! Refuses to word it. Invariant: every row of the main table is counted once as new, already
//! here, repeated, ignored or rejected; what is missing in a new row is counted and never taken
//! as zero.

use super::columns::Target;
use super::lookup::Lookups;
use super::plan::Plan;
use super::rows::{NewRow, Reading, Rejected};
use crate::domain::event::Field;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::value::Value;
use crate::exchange::csv::Table;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An import in numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Rows that come in.
    pub new: usize,
    /// Rows whose external id is here already.
    pub already_here: usize,
    /// Rows whose external id was in an earlier row.
    pub repeated: usize,
    /// Rows of a stage to leave out.
    pub ignored: usize,
    /// Rows that cannot be read.
    pub rejected: Vec<Rejected>,
    /// New rows in which a position or the end has no date.
    pub undated: usize,
    /// New rows without an amount.
    pub without_amount: usize,
    /// New rows that the file has set aside, without a date to come back to.
    pub set_aside: usize,
    /// New rows that ended before they began, or went back in time: they count as 0 days.
    pub reversed: usize,
    /// Facts whose words the playbook does not know, with the number of rows: to be mapped.
    pub unrecognised: BTreeMap<(QuestionId, String), usize>,
    /// Sources the playbook does not list, with the number of rows: to be mapped.
    pub unrecognised_sources: BTreeMap<String, usize>,
}

/// What looking up one table came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookupCount {
    /// The table, by its place.
    pub table: usize,
    /// Keys of the main table that it does not have, with the number of rows.
    pub unmatched: BTreeMap<String, usize>,
}

impl Preview {
    /// Reads every row and counts.
    pub fn of(
        plan: &Plan,
        tables: &[Table],
        playbook: &Playbook,
        existing: &dyn Fn(&str) -> bool,
    ) -> Self {
        let mut preview = Self::default();
        for reading in plan.rows(tables, playbook, existing) {
            preview.add(&reading, playbook);
        }
        preview
    }

    /// Counts one row.
    pub fn add(&mut self, reading: &Reading, playbook: &Playbook) {
        match reading {
            Reading::New(new) => self.add_new(new, playbook),
            Reading::AlreadyHere => self.already_here += 1,
            Reading::Repeated => self.repeated += 1,
            Reading::Ignored => self.ignored += 1,
            Reading::Rejected(rejected) => self.rejected.push(rejected.clone()),
        }
    }

    fn add_new(&mut self, new: &NewRow, playbook: &Playbook) {
        let row = &new.imported;
        let days: Vec<Option<NaiveDate>> =
            row.positions.iter().map(|(_, day)| *day).chain(row.end.map(|(_, day)| day)).collect();
        let known: Vec<NaiveDate> = days.iter().copied().flatten().collect();
        self.new += 1;
        self.undated += usize::from(known.len() < days.len());
        self.without_amount += usize::from(row.amount.is_none());
        self.set_aside += usize::from(new.set_aside);
        self.reversed += usize::from(!known.is_sorted());
        if let Some(words) = row.fields.get(&Field::Source)
            && !playbook.sources.is_empty()
            && playbook.source_meant(words).is_none()
        {
            *self.unrecognised_sources.entry(words.clone()).or_default() += 1;
        }
        for (id, value) in &row.facts {
            let Value::Text(words) = value else { continue };
            let question = playbook.question(id).filter(|question| !question.options().is_empty());
            if question.is_some_and(|question| question.recognise(words).is_none()) {
                *self.unrecognised.entry((id.clone(), words.clone())).or_default() += 1;
            }
        }
    }
}

/// What each look-up came to, over all rows of the main table. An empty key is no miss.
pub fn lookups(plan: &Plan, tables: &[Table]) -> Vec<LookupCount> {
    let found = Lookups::new(tables, &plan.roles);
    let mut counts: Vec<_> = plan
        .roles
        .joins
        .iter()
        .map(|join| LookupCount { table: join.table, unmatched: BTreeMap::new() })
        .collect();
    for row in tables.get(plan.roles.main).iter().flat_map(|table| &table.rows) {
        for (table, key) in found.misses(row) {
            if let Some(count) = counts.iter_mut().find(|count| count.table == table) {
                *count.unmatched.entry(key.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}

/// The columns that are left out, look-up keys aside; a person may take them in as attributes.
pub fn left_out(plan: &Plan) -> impl Iterator<Item = &super::columns::Column> {
    let is_key = |table, column| {
        plan.roles.joins.iter().any(|join| (join.table, join.key) == (table, column))
    };
    plan.columns.iter().filter(move |c| c.target == Target::Skip && !is_key(c.table, c.column))
}
