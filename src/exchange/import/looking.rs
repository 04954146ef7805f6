//! Looking through the rows of columns whose values matter: stages, days and amounts.
//!
//! Some rows at a time, so that a page can breathe in between. Invariant: what is learnt is the same
//! in whatever portions the rows were looked through.

use super::amounts::Marks;
use super::columns::Target;
use super::dates::Days;
use super::stages::Values;
use crate::exchange::csv::Table;

/// Columns of the main table that are looked through.
#[derive(Debug, Clone)]
pub struct Looking {
    main: usize,
    row: usize,
    pub(super) columns: Vec<Column>,
}

/// What is learnt of one of them.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) place: usize,
    pub(super) target: Target,
    pub(super) seen: Seen,
}

/// The values so far.
#[derive(Debug, Clone)]
pub(super) enum Seen {
    Stages(Values),
    Days(Days),
    Amounts(Marks),
}

impl Looking {
    /// Begins with the columns of these meanings; others need no look.
    pub(super) fn new(main: usize, columns: impl IntoIterator<Item = (usize, Target)>) -> Self {
        let columns = columns.into_iter().filter_map(|(column, target)| {
            let seen = match &target {
                Target::Stage | Target::Outcome | Target::Level => Seen::Stages(Values::default()),
                Target::Amount => Seen::Amounts(Marks::default()),
                target if super::plan::DAYS.contains(target) => Seen::Days(Days::default()),
                _ => return None,
            };
            Some(Column { place: column, target, seen })
        });
        Self { main, row: 0, columns: columns.collect() }
    }

    /// Looks at some more rows; says whether there may be more.
    pub fn look(&mut self, tables: &[Table], rows: usize) -> bool {
        let main = tables.get(self.main).map_or(&[][..], |table| &table.rows);
        if self.columns.is_empty() {
            return false;
        }
        let rest = main.get(self.row..).unwrap_or_default();
        for row in rest.iter().take(rows) {
            for column in &mut self.columns {
                let value = row.cell(column.place);
                match &mut column.seen {
                    Seen::Stages(values) => values.add(value),
                    Seen::Days(days) => days.add(value),
                    Seen::Amounts(marks) => marks.add(value),
                }
            }
        }
        self.row += rows.min(rest.len());
        self.row < main.len()
    }

    /// Whether there is anything to look through.
    pub fn is_needed(&self) -> bool {
        !self.columns.is_empty()
    }
}
