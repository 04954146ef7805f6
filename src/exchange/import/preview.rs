//! What an import would do, in numbers, before it does anything.
//!
//! Refuses to word it. Invariant: every row of the main table is counted once as new, updated,
//! unchanged, closed here, duplicate, doubtful, ignored or rejected; what is missing in a new row is
//! counted and never taken as zero.

use super::columns::Target;
use super::difference::What;
use super::known::Known;
use super::lookup::Lookups;
use super::matching::{Doubt, Duplicate, Elsewhere, Fate, Matching, Update};
use super::plan::Plan;
use super::rows::{Reading, Rejected, Told};
use crate::app::workspace::Workspace;
use crate::domain::event::{Field, Imported};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Contacts whose changes are kept to be listed.
const LISTED: usize = 200;

/// An import in numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Rows that come in as new contacts.
    pub new: usize,
    /// Rows that say something else than a contact that is here.
    pub updated: usize,
    /// Rows that say what is here.
    pub unchanged: usize,
    /// Rows of stages to leave out.
    pub ignored: usize,
    /// Rows about the same contact as an earlier row.
    pub duplicates: Vec<Duplicate>,
    /// Journeys that are over here, of which the file says otherwise.
    pub closed: Vec<Elsewhere>,
    /// Contacts that stand elsewhere in the file and are not moved: a rep worked on them.
    pub elsewhere: Vec<Elsewhere>,
    /// Rows whose id a contact has that has another address, where nobody said what they are.
    pub doubtful: Vec<Doubt>,
    /// Rows that cannot be read.
    pub rejected: Vec<Rejected>,
    /// The first of the updated contacts, with what changes.
    pub updates: Vec<Update>,
    /// How many contacts change in what.
    pub changed: BTreeMap<What, usize>,
    /// New rows in which a position or the end has no date.
    pub undated: usize,
    /// New rows without an amount.
    pub without_amount: usize,
    /// New rows that the file has set aside, without a date to come back to.
    pub set_aside: usize,
    /// New rows that ended before they began, or went back in time: they count as 0 days.
    pub reversed: usize,
    /// Facts whose words are no answer to their question, with the number of rows: to be mapped.
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
    /// Reads every row, holds it against the contacts that are here, and counts.
    pub fn of(plan: &Plan, tables: &[Table], workspace: &Workspace) -> Self {
        let mut known = Known::default();
        for (id, _) in workspace.records() {
            known.add(workspace, id);
        }
        let mut matching = Matching::new(known, plan, tables);
        let mut preview = Self::default();
        for reading in plan.rows(tables, &workspace.playbook) {
            preview.read(&mut matching, workspace, reading);
        }
        preview
    }

    /// Judges and counts one row; gives what becomes of it, where it can be read.
    pub fn read(
        &mut self,
        matching: &mut Matching,
        workspace: &Workspace,
        reading: Reading,
    ) -> Option<Fate> {
        match reading {
            Reading::Told(told) => {
                let fate = matching.judge(workspace, told);
                self.add(&fate, &workspace.playbook);
                return Some(fate);
            }
            Reading::Ignored => self.ignored += 1,
            Reading::Rejected(rejected) => self.rejected.push(rejected),
        }
        None
    }

    /// Counts what becomes of one row.
    fn add(&mut self, fate: &Fate, playbook: &Playbook) {
        match fate {
            Fate::New(told) => self.add_new(told, playbook),
            Fate::Updated(update) => {
                self.updated += 1;
                for change in &update.changes {
                    *self.changed.entry(change.what.clone()).or_default() += 1;
                }
                self.elsewhere.extend(update.elsewhere.clone());
                if self.updates.len() < LISTED {
                    self.updates.push((**update).clone());
                }
            }
            Fate::Unchanged(elsewhere) => {
                self.unchanged += 1;
                self.elsewhere.extend(elsewhere.clone());
            }
            Fate::Closed(elsewhere) => self.closed.push(elsewhere.clone()),
            Fate::Duplicate(duplicate) => self.duplicates.push(duplicate.clone()),
            Fate::Doubtful(doubt) => self.doubtful.push(doubt.clone()),
        }
    }

    /// Every row there is.
    pub fn rows(&self) -> usize {
        let listed = self.duplicates.len() + self.closed.len() + self.rejected.len();
        self.new + self.updated + self.unchanged + self.ignored + self.doubtful.len() + listed
    }

    fn add_new(&mut self, told: &Told, playbook: &Playbook) {
        let row = &told.imported;
        let days: Vec<Option<NaiveDate>> =
            row.positions.iter().map(|(_, day)| *day).chain(row.end.map(|(_, day)| day)).collect();
        let known: Vec<NaiveDate> = days.iter().copied().flatten().collect();
        self.new += 1;
        self.undated += usize::from(known.len() < days.len());
        self.without_amount += usize::from(row.amount.is_none());
        self.set_aside += usize::from(told.set_aside);
        self.reversed += usize::from(!known.is_sorted());
        self.unknown_words(row, playbook);
    }

    fn unknown_words(&mut self, row: &Imported, playbook: &Playbook) {
        if let Some(words) = row.fields.get(&Field::Source)
            && !playbook.sources.is_empty()
            && playbook.source_meant(words).is_none()
        {
            *self.unrecognised_sources.entry(words.clone()).or_default() += 1;
        }
        for (id, value) in &row.facts {
            let words = playbook.question(id).and_then(|question| question.unread(value));
            if let Some(words) = words {
                *self.unrecognised.entry((id.clone(), words.to_owned())).or_default() += 1;
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
    for row in tables.get(plan.roles.main).iter().flat_map(|table| table.rows.iter()) {
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
