//! From bytes to tables, in slices that leave the page responsive: reading, decoding, splitting,
//! looking through.

use super::failure::Cause;
use super::slices::Slices;
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::sniff::{Encoding, FileKind, sniff};
use crate::exchange::csv::{Delimiter, Dialect, Reader, Row, Table, first_rows};
use crate::exchange::import::looking::Looking;
use crate::exchange::import::plan::Plan;
use crate::exchange::import::roles::Roles;
use crate::exchange::limits::FILE_BYTES;
use crate::platform::files::{self, Decoder};
use std::sync::Arc;
use web_sys::File;

/// Bytes that are read or decoded at a time.
const PORTION: usize = 1024 * 1024;
/// Rows before the clock is looked at.
const STEP: usize = 40;
/// Rows among which the header can be chosen.
const TOP: usize = 15;

/// What is told while something is read: how much of how much.
pub(super) type Progress<'a> = &'a dyn Fn(usize, usize);

/// Something that is a table, and how it is read.
#[derive(Debug, Clone)]
pub(super) struct TextFile {
    /// Its name.
    pub(super) name: String,
    /// How its characters are written; none for pasted text.
    pub(super) encoding: Option<Encoding>,
    /// How its cells are told apart.
    pub(super) dialect: Dialect,
    /// The first rows: the header is among them.
    pub(super) top: Arc<Vec<Row>>,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Bytes(Arc<Vec<u8>>),
    Text(Arc<String>),
}

/// How a file is to be read otherwise.
#[derive(Debug, Clone, Copy)]
pub(super) enum Otherwise {
    /// With other marks between the cells; the header is looked for anew.
    Delimiter(Delimiter),
    /// In another encoding; everything is guessed anew.
    Encoding(Encoding),
    /// With the header in this row, or without one.
    Header(Option<usize>),
}

impl TextFile {
    /// Guesses how a text is read, and reads it.
    pub(super) async fn new(
        name: String,
        text: String,
        bytes: Option<(Vec<u8>, Encoding)>,
        slices: &mut Slices,
        progress: Progress<'_>,
    ) -> Result<(Self, Table), Cause> {
        // What is copied from a spreadsheet has tabs, and commas inside its cells.
        let pasted = bytes.is_none() && text.lines().next().is_some_and(|line| line.contains('\t'));
        let dialect =
            if pasted { Dialect::of(&text, Delimiter::Tab) } else { Dialect::guess(&text) };
        let table = split(&name, &text, dialect, slices, progress).await?;
        let top = Arc::new(first_rows(&text, dialect.delimiter, TOP));
        let (encoding, content) = match bytes {
            Some((bytes, encoding)) => (Some(encoding), Content::Bytes(Arc::new(bytes))),
            None => (None, Content::Text(Arc::new(text))),
        };
        Ok((Self { name, encoding, dialect, top, content }, table))
    }

    /// Reads it another way.
    pub(super) async fn read_otherwise(
        mut self,
        otherwise: Otherwise,
        slices: &mut Slices,
    ) -> Result<(Self, Table), Cause> {
        if let Otherwise::Encoding(encoding) = otherwise {
            self.encoding = Some(encoding);
        }
        let text = match (&self.content, self.encoding) {
            (Content::Text(text), _) => Arc::clone(text),
            (Content::Bytes(bytes), encoding) => {
                let encoding = encoding.unwrap_or(Encoding::Utf8);
                let text = decode(bytes, encoding, false, slices).await;
                Arc::new(text.ok_or(Cause::Gone)?)
            }
        };
        match otherwise {
            Otherwise::Delimiter(delimiter) => self.dialect = Dialect::of(&text, delimiter),
            Otherwise::Encoding(_) => self.dialect = Dialect::guess(&text),
            Otherwise::Header(row) => {
                self.dialect.has_header = row.is_some();
                self.dialect.above_header = row.unwrap_or(0);
            }
        }
        self.top = Arc::new(first_rows(&text, self.dialect.delimiter, TOP));
        let table = split(&self.name, &text, self.dialect, slices, &|_, _| ()).await?;
        Ok((self, table))
    }
}

/// A file's bytes; its size is looked at before anything is read.
pub(super) async fn bytes(file: &File, progress: Progress<'_>) -> Result<Vec<u8>, Cause> {
    let limit = u32::try_from(FILE_BYTES).unwrap_or(u32::MAX);
    if file.size() > f64::from(limit) {
        return Err(Cause::TooLarge);
    }
    let (mut bytes, portion) = (Vec::new(), u32::try_from(PORTION).unwrap_or(u32::MAX));
    let mut from = 0.0;
    while from < file.size() {
        let to = (from + f64::from(portion)).min(file.size());
        bytes.extend(files::slice(file, from, to).await.ok_or(Cause::Gone)?);
        from = to;
        // A file that became shorter meanwhile gives fewer bytes than it said.
        progress(bytes.len(), bytes.len() + PORTION);
    }
    Ok(bytes)
}

/// The text of some bytes, and how its characters were written.
pub(super) async fn text(bytes: &[u8], slices: &mut Slices) -> Result<(String, Encoding), Cause> {
    let start = bytes.get(..PORTION).unwrap_or(bytes);
    let encoding = match sniff(start) {
        FileKind::Text(encoding) => encoding,
        FileKind::Binary(binary) => return Err(Cause::Binary(binary)),
        FileKind::Empty => return Err(Cause::Empty),
    };
    // The first accent of an old western file may stand far below.
    let strict = encoding == Encoding::Utf8;
    if let Some(text) = decode(bytes, encoding, strict, slices).await {
        return Ok((text, encoding));
    }
    let old = Encoding::Windows1252;
    let text = decode(bytes, old, false, slices).await.ok_or(Cause::Gone)?;
    Ok((text, old))
}

/// The text; marks stand for bytes that are none in the encoding, or it is none when `strict`.
async fn decode(
    bytes: &[u8],
    encoding: Encoding,
    strict: bool,
    slices: &mut Slices,
) -> Option<String> {
    let decoder = Decoder::new(encoding.label(), strict)?;
    let mut text = String::with_capacity(bytes.len());
    for portion in bytes.chunks(PORTION) {
        text.push_str(&decoder.decode(portion)?);
        slices.breathe().await;
    }
    Some(text)
}

/// The rows of a text.
async fn split(
    name: &str,
    text: &str,
    dialect: Dialect,
    slices: &mut Slices,
    progress: Progress<'_>,
) -> Result<Table, Cause> {
    let mut reader = Reader::new(name, text, dialect).map_err(Cause::Csv)?;
    while reader.read(STEP) {
        if slices.breathe().await {
            progress(text.len() - reader.left(), text.len());
        }
    }
    reader.finish().map_err(Cause::Csv)
}

/// Guesses how tables are to be taken.
pub(super) async fn plan(
    tables: &[Table],
    roles: Roles,
    playbook: &Playbook,
    currency: Currency,
    slices: &mut Slices,
) -> Plan {
    let (mut plan, mut looking) = Plan::begin(tables, roles, playbook, currency);
    look(tables, &mut looking, slices).await;
    plan.learn(looking, playbook);
    plan
}

/// Looks through all rows of some columns.
pub(super) async fn look(tables: &[Table], looking: &mut Looking, slices: &mut Slices) {
    while looking.look(tables, STEP) {
        slices.breathe().await;
    }
}
