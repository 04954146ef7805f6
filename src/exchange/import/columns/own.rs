//! The columns of a table Ripen wrote, known by their very headers.

use super::{Column, Target, claim, header};
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;
use crate::exchange::export::contacts::Headers;
use crate::exchange::import::headers::OWN;

/// The header of Ripen's own ids.
const OWN_ID: &str = "Contact ID";

/// Whether Ripen wrote a table: it has a column of contact ids, and they are Ripen's. Other systems
/// have a column of that name, too.
pub(super) fn is_own(table: Option<&Table>) -> bool {
    let Some(table) = table else { return false };
    let place = table.headers.iter().position(|header| header == OWN_ID);
    let ids = place.map(|place| table.rows.iter().map(move |row| row.cell(place)));
    let ids: Vec<_> = ids.into_iter().flatten().filter(|id| !id.is_empty()).take(20).collect();
    !ids.is_empty() && ids.iter().all(|id| ContactId::parse(id).is_some())
}

/// The columns of a table Ripen wrote: by their very headers. An answer or an attribute may be called as
/// a column of its own is, and then has a number behind its name in the file.
pub(super) fn own(
    mut columns: Vec<Column>,
    bares: &[String],
    tables: &[Table],
    playbook: &Playbook,
) -> Vec<Column> {
    for (target, word) in OWN {
        claim(&mut columns, bares, target, &[*word], |_| true);
    }
    let header = |c: &Column| header(tables, c.table, c.column);
    let mut headers = Headers::default();
    for question in &playbook.questions {
        let name = headers.called(question.title.trim());
        let free = |c: &&mut Column| c.target == Target::Attribute && header(c) == name;
        let found = columns.iter_mut().find(free);
        // One that is retired has a column where it was answered alone.
        if found.is_some() || question.retired.is_none() {
            headers.give(question.title.trim());
        }
        if let Some(column) = found {
            column.target = Target::Fact(question.id.clone());
        }
    }
    for column in columns.iter_mut().filter(|column| column.target == Target::Attribute) {
        column.name = headers.read(&column.name).to_owned();
    }
    columns
}
