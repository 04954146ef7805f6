//! The row adapter over `csv-core`: quoting, line ends and blank lines are its, not ours.
//!
//! Invariant: ends on every input, with each byte in exactly one row.

use super::{Delimiter, Row};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Bytes of one row. Only a quote that is never closed makes one as long.
const ROW_BYTES: usize = 8 * 1024 * 1024;

/// The rows of a text, blank lines left out.
pub(super) struct Cells<'a> {
    reader: Reader,
    rest: &'a [u8],
    line: usize,
    text: Vec<u8>,
    ends: Vec<usize>,
    unclosed: Option<usize>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(text: &'a str, delimiter: Delimiter) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter.byte()).build(),
            rest: text.as_bytes(),
            line: 1,
            text: vec![0; 1024],
            ends: vec![0; 32],
            unclosed: None,
        }
    }

    /// The line on which the row begins whose quote is never closed, once all rows were read.
    pub(super) fn unclosed(&self) -> Option<usize> {
        self.unclosed
    }

    /// How many bytes are left.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// Takes `read` bytes off the input and counts their lines.
    fn advance(&mut self, read: usize) -> &'a [u8] {
        let (read, rest) = self.rest.split_at(read.min(self.rest.len()));
        self.rest = rest;
        self.line += lines(read, rest);
        read
    }
}

impl Iterator for Cells<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let blank = self.rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.advance(blank);
        let (line, row) = (self.line, self.rest);
        let (mut written, mut ended) = (0, 0);
        loop {
            let (result, read, wrote, ends) = self.reader.read_record(
                self.rest,
                self.text.get_mut(written..)?,
                self.ends.get_mut(ended..)?,
            );
            self.advance(read);
            written += wrote;
            ended += ends;
            match result {
                // All there is has been given: an empty slice next time says it is the end.
                ReadRecordResult::InputEmpty => {
                    if self.rest.is_empty() && never_closes(row) {
                        self.unclosed = Some(line);
                    }
                }
                ReadRecordResult::OutputFull if written > ROW_BYTES => {
                    self.unclosed = Some(line);
                    self.rest = &[];
                    return None;
                }
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        let mut start = 0;
        let cells = self.ends.iter().take(ended).map(|end| {
            let cell = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            String::from_utf8_lossy(cell).into_owned()
        });
        Some(Row { line, cells: cells.collect() })
    }
}

/// Whether the last row of a text runs over line ends within a quote that is never closed.
fn never_closes(row: &[u8]) -> bool {
    let is_open = row.iter().fold(false, |is_open, byte| is_open ^ (*byte == b'"'));
    is_open && row.iter().any(|byte| matches!(byte, b'\r' | b'\n'))
}

/// Line ends in `read`: a line feed, or a carriage return without one after it.
fn lines(read: &[u8], rest: &[u8]) -> usize {
    let next = read.iter().skip(1).chain(rest.first()).map(Some).chain([None]);
    let ends = |(byte, next): (&u8, Option<&u8>)| match byte {
        b'\n' => true,
        b'\r' => next != Some(&b'\n'),
        _ => false,
    };
    read.iter().zip(next).filter(|pair| ends(*pair)).count()
}
