//! Delimited text as rows of cells.
//!
//! Owns guessing the delimiter and the header row, and the adapter over `csv-core`. Refuses to
//! know what a column means, and encodings beyond [`sniff`]: the text comes in decoded.
//! Invariant: no cell is lost. A row of another length than the header is kept and reported.

mod cells;
pub mod sniff;
pub mod write;

use super::limits::FILE_BYTES;
use cells::Cells;
use std::collections::BTreeMap;

/// How many rows are looked at to guess.
const SAMPLE: usize = 50;

/// How a text is to be read. Every part of it is a guess that a person may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// How many rows stand above the header.
    pub above_header: usize,
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
    /// The headers, trimmed; as many as the longest row has cells. A missing one is empty.
    pub headers: Vec<String>,
    /// The rows below the header.
    pub rows: Vec<Row>,
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
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
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

impl Dialect {
    /// Guesses by looking at the first rows.
    ///
    /// A line `sep=;` at the top decides. Else the delimiter is the one by which most rows have
    /// the same number of cells, more than one; the header is the first row as wide as most rows
    /// with at least half of its cells filled.
    ///
    /// ```
    /// use ripen::exchange::csv::{Delimiter, Dialect};
    /// let guess = Dialect::guess("My export\nname;price\n\"a;b\";1,50\nc;2,00\n");
    /// assert_eq!(guess, Dialect { delimiter: Delimiter::Semicolon, above_header: 1 });
    /// ```
    pub fn guess(text: &str) -> Self {
        let (declared, text) = strip_preamble(text);
        let delimiter = declared.unwrap_or_else(|| {
            // The last of equal ones would win, so the likeliest goes last.
            let all = Delimiter::ALL.into_iter().rev();
            all.max_by_key(|delimiter| evenness(text, *delimiter)).unwrap_or(Delimiter::Comma)
        });
        let sample: Vec<Row> = Cells::new(text, delimiter).take(SAMPLE).collect();
        let (width, _) = usual_width(&sample);
        let is_header = |row: &Row| {
            let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
            row.cells.len() == width && filled * 2 >= width
        };
        Self { delimiter, above_header: sample.iter().position(is_header).unwrap_or(0) }
    }
}

/// Reads a table.
///
/// # Errors
/// When there is nothing in it, more than is taken in, or a quote is never closed.
pub fn read(name: &str, text: &str, dialect: Dialect) -> Result<Table, CsvError> {
    if text.len() > FILE_BYTES {
        return Err(CsvError::TooLarge { limit: FILE_BYTES });
    }
    let (_, text) = strip_preamble(text);
    let mut cells = Cells::new(text, dialect.delimiter);
    let mut rows = cells
        .by_ref()
        .skip(dialect.above_header)
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    let header = rows.next().ok_or(CsvError::Empty)?;
    let mut headers: Vec<String> = header.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    let rows: Vec<Row> = rows.collect();
    if let Some(line) = cells.unclosed() {
        return Err(CsvError::Unclosed { line });
    }
    if rows.is_empty() {
        return Err(CsvError::NoRows);
    }
    let width = headers.len();
    let ragged = rows
        .iter()
        .filter(|row| row.cells.len() != width)
        .map(|row| Ragged { line: row.line, cells: row.cells.len() })
        .collect();
    let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(width);
    headers.resize(widest.max(width), String::new());
    Ok(Table { name: name.to_owned(), headers, rows, ragged })
}

/// Takes off a byte order mark and reads a `sep=` line. The line itself stays, as a blank one, so
/// that lines are counted right.
fn strip_preamble(text: &str) -> (Option<Delimiter>, &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let separator = first.trim().trim_matches('"');
    let declared = separator.strip_prefix("sep=").and_then(|separator| {
        let separator = if separator.is_empty() { "\t" } else { separator };
        Delimiter::ALL.into_iter().find(|known| separator.as_bytes() == [known.byte()])
    });
    match declared {
        Some(_) => (declared, text.get(first.len()..).unwrap_or_default()),
        None => (None, text),
    }
}

/// How many rows of the sample are as wide as most, and how wide; nothing for a single column.
fn evenness(text: &str, delimiter: Delimiter) -> (usize, usize) {
    let sample: Vec<Row> = Cells::new(text, delimiter).take(SAMPLE).collect();
    match usual_width(&sample) {
        (width, rows) if width > 1 => (rows, width),
        _ => (0, 0),
    }
}

/// The width most rows have, and how many have it; the wider one of two.
fn usual_width(rows: &[Row]) -> (usize, usize) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.cells.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, rows)| *rows).unwrap_or((0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_is_never_closed_swallows_nobody() {
        let read = |text: &str| read("t.csv", text, Dialect::guess(text)).map(|t| t.rows.len());
        let open = "name,email\nAnn,a@x\n\"Bob,b@x\nCid,c@x\n";
        assert_eq!(read(open), Err(CsvError::Unclosed { line: 3 }));
        for closed in [
            "name,email\nAnn,a@x\n\"Bob\n\"\"B\"\"\",b@x\n",
            "name,email\nAnn,a@x\n\"Bob\",b@x",
            "name,email\nAnn,a@x\n\"Bob\",\"b@x\"",
            "name,size\nAnn,5\" pipe\nBob,6\"",
        ] {
            assert_eq!(read(closed), Ok(2), "{closed}");
        }
    }

    fn guessed(text: &str) -> Table {
        read("t.csv", text, Dialect::guess(text)).unwrap()
    }

    fn check(text: &str, headers: &[&str], rows: &[&[&str]]) {
        let table = guessed(text);
        assert_eq!(table.headers, headers, "{text:?}");
        let cells: Vec<_> = table.rows.iter().map(|row| row.cells.clone()).collect();
        assert_eq!(cells, rows, "{text:?}");
    }

    #[test]
    fn files_as_they_come() {
        check("a,b\n1,2\n", &["a", "b"], &[&["1", "2"]]);
        check("\u{feff}a;b\r\n1;2,5\r\n", &["a", "b"], &[&["1", "2,5"]]);
        check("a\tb\r1\t2", &["a", "b"], &[&["1", "2"]]);
        check("a|b\n1|\n", &["a", "b"], &[&["1", ""]]);
        check("sep=;\na,x;b\n1;2\n", &["a,x", "b"], &[&["1", "2"]]);
        check("sep=\t\na\tb\n1\t2\n", &["a", "b"], &[&["1", "2"]]);
        check("only\none\ntwo\n", &["only"], &[&["one"], &["two"]]);
        check("a,b\n\"1\n\"\"x\"\"\",2\n\n,\n", &["a", "b"], &[&["1\n\"x\"", "2"]]);
        check("Export of today\n\n a , b ,c\n1,2,3\n", &["a", "b", "c"], &[&["1", "2", "3"]]);
    }

    #[test]
    fn rows_of_another_length_are_kept_and_reported() {
        let table = guessed("a,b\n1,2\n3\n4,5,6\n7,8\n");
        assert_eq!(table.headers, ["a", "b", ""]);
        assert_eq!(table.ragged, [Ragged { line: 3, cells: 1 }, Ragged { line: 4, cells: 3 }]);
        assert_eq!(table.rows.get(1).map(|row| row.cell(1)), Some(""));
    }

    #[test]
    fn a_row_knows_the_line_it_begins_on() {
        let table = guessed("sep=,\r\na,b\r\n\"1\r\n1\",2\r\n\r\n\r\n3,4\r\n");
        let lines: Vec<_> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 7]);
    }

    #[test]
    fn nothing_is_no_table() {
        for (text, expected) in
            [("", CsvError::Empty), (" \n\n", CsvError::Empty), ("a,b\n", CsvError::NoRows)]
        {
            assert_eq!(read("t", text, Dialect::guess(text)), Err(expected), "{text:?}");
        }
    }
}
