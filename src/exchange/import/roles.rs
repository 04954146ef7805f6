//! Which table holds the rows to import, and which are looked up from it.
//!
//! Owns the guess by headers and keys. Refuses to know what the columns mean. Invariant: a
//! look-up's key is unique, so that a row finds one row or none.

use super::columns::name_the_same;
use super::words::key;
use crate::exchange::csv::Table;
use std::collections::HashSet;

/// The role each table has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roles {
    /// The table whose rows become contacts, by its place.
    pub main: usize,
    /// The tables looked up from it.
    pub joins: Vec<Join>,
    /// Tables that have none.
    pub unused: Vec<usize>,
}

/// A table that is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Join {
    /// The look-up, by its place.
    pub table: usize,
    /// Its column with the unique key.
    pub key: usize,
    /// The main table's column that holds the key.
    pub by: usize,
}

impl Roles {
    /// Guesses: the main table is the one from which most others can be looked up, of several
    /// the one with most rows. None without a table.
    pub fn guess(tables: &[Table]) -> Option<Self> {
        let mut guessing = Guessing::default();
        while guessing.step(tables) {}
        guessing.finish(tables)
    }

    /// The roles when a person has named the main table.
    pub fn with_main(tables: &[Table], main: usize) -> Self {
        let others = (0..tables.len()).filter(|table| *table != main);
        let mut roles = Self { main, joins: Vec::new(), unused: Vec::new() };
        for other in others {
            roles.add(tables, other);
        }
        roles
    }

    fn add(&mut self, tables: &[Table], other: usize) {
        match join(tables, self.main, other) {
            Some(join) => self.joins.push(join),
            None => self.unused.push(other),
        }
    }
}

/// Guessing the roles two tables at a time, so that a page can breathe in between.
#[derive(Debug, Default)]
pub struct Guessing {
    pairs: usize,
    candidates: Vec<Roles>,
}

impl Guessing {
    /// Looks at the next two tables; says whether there may be more.
    pub fn step(&mut self, tables: &[Table]) -> bool {
        let n = tables.len();
        if self.pairs == n * n {
            return false;
        }
        let (main, other) = (self.pairs / n, self.pairs % n);
        self.pairs += 1;
        if other == 0 {
            self.candidates.push(Roles { main, joins: Vec::new(), unused: Vec::new() });
        }
        if let Some(roles) = self.candidates.last_mut().filter(|roles| roles.main != other) {
            roles.add(tables, other);
        }
        true
    }

    /// The roles, once there are no more to look at; none without a table.
    pub fn finish(self, tables: &[Table]) -> Option<Roles> {
        let rows = |roles: &Roles| tables.get(roles.main).map_or(0, |table| table.rows.len());
        // Of equals `max_by_key` takes the last; the file that was named first should win.
        let candidates = self.candidates.into_iter().rev();
        candidates.max_by_key(|roles| (roles.joins.len(), rows(roles)))
    }
}

/// How `other` can be looked up from `main`: by a column of the same name with a unique key, at
/// least a third of whose distinct values in `main` are found.
fn join(tables: &[Table], main: usize, other: usize) -> Option<Join> {
    let (main, lookup) = (tables.get(main)?, tables.get(other)?);
    let pairs = lookup.headers.iter().enumerate().flat_map(|(key, theirs)| {
        let ours = main.headers.iter().enumerate();
        ours.filter(move |(_, ours)| name_the_same(ours, theirs)).map(move |(by, _)| (key, by))
    });
    let scored = pairs.filter_map(|(key, by)| {
        let keys = unique(lookup, key)?;
        let wanted = distinct(main, by);
        let found = wanted.intersection(&keys).count();
        (found > 0 && found * 3 >= wanted.len()).then_some((found, Join { table: other, key, by }))
    });
    scored.max_by_key(|(found, _)| *found).map(|(_, join)| join)
}

/// The values of a column when no two rows share one.
fn unique(table: &Table, column: usize) -> Option<HashSet<String>> {
    let mut seen = HashSet::new();
    let mut cells = table.rows.iter().map(|row| key(row.cell(column)));
    cells.all(|cell| !cell.is_empty() && seen.insert(cell)).then_some(seen)
}

fn distinct(table: &Table, column: usize) -> HashSet<String> {
    let cells = table.rows.iter().map(|row| key(row.cell(column)));
    cells.filter(|cell| !cell.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::csv::{Dialect, read};

    fn check(files: &[&str], main: usize, joins: &[(usize, usize, usize)], unused: &[usize]) {
        let tables: Vec<_> =
            files.iter().map(|text| read("t", text, Dialect::guess(text)).unwrap()).collect();
        let joins = joins.iter().map(|(table, key, by)| Join { table: *table, key: *key, by: *by });
        let expected = Roles { main, joins: joins.collect(), unused: unused.to_vec() };
        assert_eq!(Roles::guess(&tables), Some(expected), "{files:?}");
    }

    #[test]
    fn the_main_table_is_the_one_the_others_are_looked_up_from() {
        let deals = "id,account,product\n1,Acme,X\n2,Acme,Y\n3,,Z\n4,Acme,X";
        check(&["account,sector\nacme ,tech\nOther,retail", deals], 1, &[(0, 0, 1)], &[]);
        check(&[deals, "product,price\nX,1\nY,2", "colour,x\nred,1"], 0, &[(1, 0, 2)], &[2]);
        check(&[deals, "product,price\nX,1\nX,2"], 0, &[], &[1]);
        check(&["Deal,Company\n1,Acme\n2,Acme", "Name,Industry\nAcme,tech"], 0, &[(1, 0, 1)], &[]);
        check(&["account,sector\nNobody,tech", deals], 1, &[], &[0]);
    }

    #[test]
    fn no_table_has_no_roles() {
        assert_eq!(Roles::guess(&[]), None);
    }
}
