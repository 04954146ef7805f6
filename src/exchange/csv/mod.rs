//! Delimited text as rows of cells.
//!
//! Owns guessing the delimiter and the header row (`guess`), and the adapter over `csv-core`. Refuses to
//! know what a column means, and encodings beyond [`sniff`]: the text comes in decoded.
//! Invariant: no cell is lost. A row of another length than the header is kept and reported.

mod cells;
mod guess;
mod reader;
pub mod sniff;
pub mod write;

pub use reader::{Reader, first_rows, read};

use reader::strip_preamble;
use std::sync::Arc;

/// How a text is to be read. Every part of it is a guess that a person may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// How many rows stand above the header; without one, above the first row that counts.
    pub above_header: usize,
    /// Whether there is a header. Columns are numbered otherwise.
    pub has_header: bool,
}

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// A table as read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it is called: the file's name.
    pub name: String,
    /// The headers, trimmed and without a guard against formulas; as many as the longest row has cells. A missing one is empty.
    pub headers: Vec<String>,
    /// The rows below the header; shared, as there may be very many.
    pub rows: Arc<Vec<Row>>,
    /// Rows whose length is not the header's.
    pub ragged: Vec<Ragged>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The line of the file it begins on, counted from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Row {
    /// A cell without the spaces round it; empty where the row is too short.
    ///
    /// A `'` that only keeps a spreadsheet from taking the cell for a formula is no part of it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| plain(cell))
    }
}

/// A cell or header as it was meant.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    if write::is_guarded(cell) { cell.get(1..).unwrap_or_default().trim() } else { cell }
}

/// A row of another length than the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ragged {
    /// The line it begins on.
    pub line: usize,
    /// How many cells it has.
    pub cells: usize,
}

/// Why a text is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// Nothing but space.
    #[error("empty")]
    Empty,
    /// More bytes than are taken in.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The most that is taken in.
        limit: usize,
    },
    /// A quote that is never closed: all that follows it would be one cell.
    #[error("line {line}: a quote is never closed")]
    Unclosed {
        /// The line its row begins on.
        line: usize,
    },
    /// A header, and no row below it.
    #[error("no rows")]
    NoRows,
}
