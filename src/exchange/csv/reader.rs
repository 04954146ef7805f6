//! Reading a delimited text into a table, at once or some rows at a time.
//!
//! Refuses to guess: how it is to be read is given. Invariant: lines are counted as they stand in the
//! file, whatever stands above the header.

use super::cells::Cells;
use super::{CsvError, Delimiter, Dialect, Ragged, Row, Table, guess, plain};
use crate::exchange::limits::FILE_BYTES;
use std::sync::Arc;

/// Reads a table.
///
/// # Errors
/// When there is nothing in it, more than is taken in, or a quote is never closed.
pub fn read(name: &str, text: &str, dialect: Dialect) -> Result<Table, CsvError> {
    let mut reader = Reader::new(name, text, dialect)?;
    while reader.read(usize::MAX) {}
    reader.finish()
}

/// A table being read, some rows at a time, so that a page can breathe in between.
pub struct Reader<'a> {
    cells: Cells<'a>,
    above: usize,
    has_header: bool,
    table: Table,
    rows: Vec<Row>,
    width: Option<usize>,
}

impl<'a> Reader<'a> {
    /// Begins.
    ///
    /// # Errors
    /// When there is more than is taken in.
    pub fn new(name: &str, text: &'a str, dialect: Dialect) -> Result<Self, CsvError> {
        if text.len() > FILE_BYTES {
            return Err(CsvError::TooLarge { limit: FILE_BYTES });
        }
        let (_, text) = strip_preamble(text);
        Ok(Self {
            cells: Cells::new(text, dialect.delimiter),
            above: dialect.above_header,
            has_header: dialect.has_header,
            table: Table { name: name.to_owned(), ..Table::default() },
            rows: Vec::new(),
            width: None,
        })
    }

    /// Reads some rows; says whether there may be more.
    pub fn read(&mut self, rows: usize) -> bool {
        for _ in 0..rows {
            let Some(row) = self.cells.next() else { return false };
            if self.above > 0 {
                self.above -= 1;
            } else if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
                self.take(row);
            }
        }
        true
    }

    /// How many bytes are still to be read.
    pub fn left(&self) -> usize {
        self.cells.left()
    }

    fn take(&mut self, row: Row) {
        let cells = row.cells.len();
        let Some(width) = self.width else {
            self.width = Some(cells);
            if self.has_header {
                self.table.headers = row.cells.iter().map(|cell| plain(cell).to_owned()).collect();
            } else {
                self.table.headers = vec![String::new(); cells];
                self.rows.push(row);
            }
            return;
        };
        if cells != width {
            self.table.ragged.push(Ragged { line: row.line, cells });
        }
        if cells > self.table.headers.len() {
            self.table.headers.resize(cells, String::new());
        }
        self.rows.push(row);
    }

    /// The table, once there are no more rows.
    ///
    /// # Errors
    /// When there is nothing in it, or a quote is never closed.
    pub fn finish(self) -> Result<Table, CsvError> {
        if self.width.is_none() {
            return Err(CsvError::Empty);
        }
        if let Some(line) = self.cells.unclosed() {
            return Err(CsvError::Unclosed { line });
        }
        if self.rows.is_empty() {
            return Err(CsvError::NoRows);
        }
        Ok(Table { rows: Arc::new(self.rows), ..self.table })
    }
}

/// The first rows of a text with the line each begins on, blank ones left out: among them is the
/// header.
pub fn first_rows(text: &str, delimiter: Delimiter, rows: usize) -> Vec<Row> {
    let (_, text) = strip_preamble(guess::start(text));
    Cells::new(text, delimiter).take(rows).collect()
}

/// Takes off a byte order mark and reads a `sep=` line. The line itself stays, as a blank one, so
/// that lines are counted right.
pub(super) fn strip_preamble(text: &str) -> (Option<Delimiter>, &str) {
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
    fn the_header_is_found_below_what_stands_above_it() {
        for (text, headers, rows) in [
            ("Report,\nName,Email\nAnn,a@x.example\n", vec!["Name", "Email"], 1),
            (
                "Report;;\n;;\n\nMade on;1.2.2026;\n a ; b ; c \n1;2;3\n4;5;6",
                vec!["a", "b", "c"],
                2,
            ),
            // Rows without their last cells are narrower than the header.
            ("a,b,c\n1,2\n3,4\n5,6", vec!["a", "b", "c"], 3),
            ("a,,\n1,2,3\n", vec!["a", "", ""], 1),
            // No header at all.
            ("Ann,ann@x.example,5\nBo,bo@x.example,6", vec!["", "", ""], 2),
            ("7,2026-01-02,5.50\n8,2026-01-03,6", vec!["", "", ""], 2),
            ("region,2024,2025\nnorth,1,2\n", vec!["region", "2024", "2025"], 1),
            ("Ann Smith\nBo Jones", vec!["Ann Smith"], 1),
        ] {
            let table = guessed(text);
            assert_eq!(
                (&table.headers, table.rows.len()),
                (&headers.iter().map(|h| (*h).to_owned()).collect(), rows),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_guard_against_formulas_is_no_part_of_a_cell() {
        let table = guessed("a,b\n'=1+1,'tis\n\"'+49 30\",''-x");
        let cells: Vec<_> = table.rows.iter().flat_map(|r| [r.cell(0), r.cell(1)]).collect();
        assert_eq!(cells, ["=1+1", "'tis", "+49 30", "'-x"]);
        assert_eq!(table.rows[0].cells[0], "'=1+1", "the row itself is as it came");
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
