//! From files a person chose to something that can be looked through: all of them, or none.
//!
//! Works file by file with a pause between the steps, so that the page stays alive.

use super::failure::{Cause, Failure};
use super::ripen::Incoming;
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::sniff::{Encoding, FileKind, sniff};
use crate::exchange::csv::{self, Dialect, Table};
use crate::exchange::import::columns::Target;
use crate::exchange::import::plan::Plan;
use crate::exchange::json::{self, FileError, Format};
use crate::exchange::limits::FILE_BYTES;
use crate::exchange::{playbook_file, result_file, workspace_file};
use crate::platform::files;
use gloo_timers::future::TimeoutFuture;
use web_sys::File;

/// What the files come to.
#[derive(Debug)]
pub(super) enum Loaded {
    /// Tables, with a plan to read them.
    Tables(Tables),
    /// Ripen's own contacts.
    Ripen(Incoming),
    /// A playbook that can be used.
    Playbook(String, Box<Playbook>),
}

/// Tables with the files they are read from and the plan that was guessed.
#[derive(Debug, Clone)]
pub(super) struct Tables {
    /// The files, in order.
    pub(super) files: Vec<TextFile>,
    /// Their tables.
    pub(super) tables: Vec<Table>,
    /// How they are to be taken.
    pub(super) plan: Plan,
}

/// A file that is a table, and how it is read.
#[derive(Debug, Clone)]
pub(super) struct TextFile {
    /// Its name.
    pub(super) name: String,
    /// How its characters are written.
    pub(super) encoding: Encoding,
    /// How its cells are told apart.
    pub(super) dialect: Dialect,
    bytes: Vec<u8>,
}

impl TextFile {
    /// The table, read as the file says by now.
    pub(super) fn table(&self) -> Result<Table, Cause> {
        let text = decode(&self.bytes, self.encoding)?;
        csv::read(&self.name, &text, self.dialect).map_err(Cause::Csv)
    }
}

/// What one file is.
enum Piece {
    Table(TextFile, Table),
    Workspace(workspace_file::WorkspaceFile),
    Result(result_file::RunResult),
    Playbook(Box<Playbook>),
}

/// Reads files. `reading` is told the name of each.
///
/// # Errors
/// Every file that cannot be taken; then none is.
pub(super) async fn load(
    chosen: Vec<File>,
    playbook: &Playbook,
    currency: Currency,
    reading: impl Fn(String),
) -> Result<Loaded, Vec<Failure>> {
    let (mut pieces, mut failures) = (Vec::new(), Vec::new());
    for file in chosen {
        let name = file.name();
        reading(name.clone());
        TimeoutFuture::new(0).await;
        match read(&file).await {
            Ok(piece) => pieces.push((name, piece)),
            Err(cause) => failures.push(Failure { file: name, cause }),
        }
    }
    if !failures.is_empty() {
        return Err(failures);
    }
    TimeoutFuture::new(0).await;
    put_together(pieces, playbook, currency).map_err(|failure| vec![failure])
}

async fn read(file: &File) -> Result<Piece, Cause> {
    let limit = u32::try_from(FILE_BYTES).unwrap_or(u32::MAX);
    if file.size() > f64::from(limit) {
        return Err(Cause::TooLarge);
    }
    let bytes = files::bytes(file).await.ok_or(Cause::Gone)?;
    let encoding = match sniff(&bytes) {
        FileKind::Text(encoding) => encoding,
        FileKind::Binary(binary) => return Err(Cause::Binary(binary)),
        FileKind::Empty => return Err(Cause::Empty),
    };
    let text = decode(&bytes, encoding)?;
    TimeoutFuture::new(0).await;
    let named_json = file.name().to_lowercase().ends_with(".json");
    if named_json || text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        match json::recognise(&text) {
            // A table may begin with a brace; it is no JSON then.
            Err(FileError::Unreadable(_)) if !named_json => {}
            Err(error) => return Err(Cause::Json(error)),
            Ok(format) => {
                TimeoutFuture::new(0).await;
                return read_ripen(format, &text);
            }
        }
    }
    let dialect = Dialect::guess(&text);
    TimeoutFuture::new(0).await;
    let table = csv::read(&file.name(), &text, dialect).map_err(Cause::Csv)?;
    Ok(Piece::Table(TextFile { name: file.name(), encoding, dialect, bytes }, table))
}

fn decode(bytes: &[u8], encoding: Encoding) -> Result<String, Cause> {
    files::decode(bytes, encoding.label(), false).ok_or(Cause::Gone)
}

fn read_ripen(format: Format, text: &str) -> Result<Piece, Cause> {
    match format {
        Format::Workspace => workspace_file::read(text).map(Piece::Workspace).map_err(Cause::Json),
        Format::Result => result_file::read::read(text).map(Piece::Result).map_err(Cause::Json),
        Format::Playbook => playbook_file::read(text)
            .map(|playbook| Piece::Playbook(Box::new(playbook)))
            .map_err(Cause::Playbook),
    }
}

/// Tables belong together, and so do Ripen's own files; both at once are refused, as is a
/// playbook beside anything else.
fn put_together(
    pieces: Vec<(String, Piece)>,
    playbook: &Playbook,
    currency: Currency,
) -> Result<Loaded, Failure> {
    let several = pieces.len() > 1;
    let (mut files, mut tables, mut incoming) = (Vec::new(), Vec::new(), Incoming::default());
    for (name, piece) in pieces {
        match piece {
            Piece::Playbook(read) if !several => return Ok(Loaded::Playbook(name, read)),
            Piece::Playbook(_) => return Err(Failure { file: name, cause: Cause::Mixed }),
            Piece::Table(file, table) => {
                files.push(file);
                tables.push(table);
            }
            Piece::Workspace(file) => incoming.add_workspace(name, file),
            Piece::Result(result) => incoming.add_result(name, result),
        }
    }
    match (Plan::guess(&tables, playbook, currency), tables.first()) {
        (Some(_), Some(table)) if !incoming.is_empty() => {
            Err(Failure { file: table.name.clone(), cause: Cause::Mixed })
        }
        (Some(plan), Some(table)) if several || says_something(&plan) => {
            debug_assert_eq!(tables.len(), files.len(), "{}", table.name);
            Ok(Loaded::Tables(Tables { files, tables, plan }))
        }
        (Some(_), Some(table)) => Err(Failure { file: table.name.clone(), cause: Cause::NoTable }),
        _ => Ok(Loaded::Ripen(incoming)),
    }
}

/// Whether there is more than one column, or one that was recognised.
fn says_something(plan: &Plan) -> bool {
    plan.columns.len() > 1 || plan.columns.iter().any(|c| c.target != Target::Attribute)
}
