//! Looking up the other tables' rows from a row of the main one.
//!
//! Invariant: a key matches as it is written, but for case and the spaces round it; what does
//! not match is counted, never bent to fit.

use super::roles::{Join, Roles};
use super::words::key;
use crate::exchange::csv::{Row, Table};
use std::collections::HashMap;

/// The look-ups of an import, by their keys.
pub(super) struct Lookups<'a> {
    tables: Vec<(Join, HashMap<String, &'a Row>)>,
}

impl<'a> Lookups<'a> {
    pub(super) fn new(tables: &'a [Table], roles: &Roles) -> Self {
        let index = |join: &Join| {
            let rows = tables.get(join.table).map_or(&[][..], |table| &table.rows);
            // A person may choose a key that is not unique: the first row is taken.
            let keyed = rows.iter().rev().map(|row| (key(row.cell(join.key)), row));
            (*join, keyed.collect())
        };
        Self { tables: roles.joins.iter().map(index).collect() }
    }

    /// The row of a look-up that belongs to a row of the main table.
    pub(super) fn find(&self, table: usize, main: &Row) -> Option<&'a Row> {
        let (join, rows) = self.tables.iter().find(|(join, _)| join.table == table)?;
        rows.get(&key(main.cell(join.by))).copied()
    }

    /// The keys of a row that no look-up has, with the look-up's table.
    pub(super) fn misses<'r>(&self, main: &'r Row) -> impl Iterator<Item = (usize, &'r str)> {
        self.tables.iter().filter_map(|(join, rows)| {
            let wanted = main.cell(join.by);
            let missed = !wanted.is_empty() && !rows.contains_key(&key(wanted));
            missed.then_some((join.table, wanted))
        })
    }
}
