//! How a text is to be read, guessed by looking at its first rows.
//!
//! Refuses to know what a header means. Invariant: a guess is made of every text, in bounded time; a
//! person may change each part of it.

use super::cells::Cells;
use super::{Delimiter, Dialect, Row, strip_preamble};
use std::collections::BTreeMap;

/// How many rows are looked at.
const SAMPLE: usize = 50;
/// Rows of a title that may look like a header themselves.
const TITLES: usize = 10;
/// How many bytes, at most.
const SAMPLE_BYTES: usize = 256 * 1024;

impl Dialect {
    /// Guesses by looking at the first rows.
    ///
    /// A line `sep=;` at the top decides. Else the delimiter is the one by which most rows have
    /// the same number of cells, more than one; the header is the first row as wide as most rows
    /// with more than half of its cells filled, unless it looks like the rows below.
    ///
    /// ```
    /// use ripen::exchange::csv::{Delimiter, Dialect};
    /// let guess = Dialect::guess("My export\nname;price\n\"a;b\";1,50\nc;2,00\n");
    /// assert_eq!((guess.delimiter, guess.above_header), (Delimiter::Semicolon, 1));
    /// assert!(!Dialect::guess("Ann,ann@x.example\nBo,bo@x.example").has_header);
    /// ```
    pub fn guess(text: &str) -> Self {
        let (declared, rest) = strip_preamble(start(text));
        let delimiter = declared.unwrap_or_else(|| {
            // The last of equal ones would win, so the likeliest goes last.
            let all = Delimiter::ALL.into_iter().rev();
            all.max_by_key(|delimiter| evenness(rest, *delimiter)).unwrap_or(Delimiter::Comma)
        });
        Self::of(text, delimiter)
    }

    /// Guesses where the header is, the delimiter being known.
    pub fn of(text: &str, delimiter: Delimiter) -> Self {
        let (_, text) = strip_preamble(start(text));
        let sample: Vec<Row> = Cells::new(text, delimiter).take(SAMPLE).collect();
        let above_header = header(&sample);
        let has_header = sample.get(above_header).is_none_or(|row| !is_data(row));
        Self { delimiter, above_header, has_header }
    }
}

/// What is looked at of a text.
pub(super) fn start(text: &str) -> &str {
    text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or(text)
}

/// The place of the header, or of the first row where there is none.
fn header(sample: &[Row]) -> usize {
    let (width, _) = usual_width(sample);
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    // Rows may lack their last cells, the header does not.
    let first = |fits: &dyn Fn(&Row) -> bool| {
        sample.iter().position(|row| row.cells.len() >= width && fits(row))
    };
    let half = first(&|row| filled(row) * 2 >= width);
    let most = first(&|row| filled(row) * 2 > width);
    let words_alone = first(&|row| filled(row) * 2 > width && figures(row) == 0 && !is_data(row));
    // The one row of words among numbers is the header, not a row of words among words.
    let below = |place: &usize| sample.get(most.unwrap_or(0)..*place).unwrap_or_default();
    let named = words_alone
        .filter(|place| below(place).len() < TITLES && !below(place).iter().any(is_data));
    let names = |place: &usize| sample.get(*place).is_some_and(|row| !is_data(row));
    let any = || first(&|row| !is_data(row)).or_else(|| first(&|_| true));
    named.or(most.filter(names)).or(half.filter(names)).or_else(any).unwrap_or(0)
}

/// Whether a row is one of the data and no header: it holds an address, or numbers and dates for
/// the most part, not all of them years.
fn is_data(row: &Row) -> bool {
    let cells = || row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    cells().any(is_address) || figures(row) * 2 > cells().count()
}

/// How many cells are numbers, amounts or dates.
fn figures(row: &Row) -> usize {
    row.cells.iter().filter(|cell| is_figure(cell.trim())).count()
}

fn is_address(cell: &str) -> bool {
    let at = cell.split_once('@');
    !cell.contains(' ') && at.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// A number, an amount or a date in digits, but no year.
fn is_figure(cell: &str) -> bool {
    let is_year = cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let marks = cell.chars().all(|c| c.is_ascii_digit() || " .,:/-+$€£%()TZ".contains(c));
    digits > 0 && marks && !is_year
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
