//! A table of deals of any size, as other systems write them, for measuring.
//!
//! Knows nothing of tests, so that the benchmark uses it too. Invariant: the same numbers always make
//! the same table.

use std::fmt::Write;

/// The columns that mean something.
const NAMED: [&str; 10] = [
    "Deal ID",
    "Deal Name",
    "Contact",
    "Email",
    "Company",
    "Stage",
    "Created",
    "Close date",
    "Amount",
    "Industry",
];
const STAGES: [&str; 4] = ["Qualifying", "Won", "Lost", "Proposal"];

/// A table as CSV; at least ten columns.
pub(crate) fn csv(rows: usize, columns: usize) -> String {
    let mut text = NAMED.join(",");
    for column in NAMED.len()..columns {
        write!(text, ",Column {column}").expect("a text takes all");
    }
    for row in 0..rows {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        write!(
            text,
            "\nD{row},\"Deal, no. {row}\",Person {row},p{row}@x.example,Company {},{},{month}/{day}/2025,\
             {month}/{day}/2026,\"$1,{:03}.50\",retail",
            row % 900,
            STAGES[row % 4],
            row % 1_000
        )
        .expect("a text takes all");
        for column in NAMED.len()..columns {
            write!(text, ",value {} of {column}", row % 50).expect("a text takes all");
        }
    }
    text
}
