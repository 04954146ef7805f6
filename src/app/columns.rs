//! Columns of imported files that Ripen has no place of its own for: which there are, and what stands in
//! them.
//!
//! Refuses to list contacts: [`find`](super::find) does. Invariant: what is offered here finds somebody.

use super::workspace::Workspace;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// Values of a column that are offered; what has more is better searched for.
const OFFERED: usize = 100;

/// The names of all columns, in alphabetical order.
pub fn names(workspace: &Workspace) -> Vec<String> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut last: Vec<&str> = Vec::new();
    for contact in workspace.contacts() {
        // Contacts of one file have the same columns.
        if !contact.attributes.keys().eq(last.iter()) {
            last = contact.attributes.keys().map(String::as_str).collect();
            names.extend(&last);
        }
    }
    names.into_iter().map(str::to_owned).collect()
}

/// The values of a column with the number of contacts, those most contacts have, in alphabetical
/// order; and how many more there are.
pub fn values(workspace: &Workspace, name: &str) -> (Vec<(String, usize)>, usize) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for contact in workspace.contacts() {
        if let Some(value) = contact.attributes.get(name) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut values: Vec<_> =
        counts.into_iter().map(|(value, count)| (value.to_owned(), count)).collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let more = values.len().saturating_sub(OFFERED);
    values.truncate(OFFERED);
    values.sort();
    (values, more)
}
