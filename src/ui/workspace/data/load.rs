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
use crate::exchange::import::roles::Roles;
use crate::exchange::json::{FileError, Format};
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
    Ripen(Box<Incoming>),
    /// A playbook that can be used.
    Playbook(String, Box<Playbook>),
}

/// Tables with the files they are read from and the plan that was guessed.
#[derive(Debug, Clone)]
pub(super) struct Tables {
    /// The files, in order.
    pub(super) files: Vec<TextFile>,
    /// Their tables.
    pub(super) read: Vec<Table>,
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
    Workspace(Box<workspace_file::WorkspaceFile>),
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
    put_together(pieces, playbook, currency).await.map_err(|failure| vec![failure])
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
        match read_ripen(&text) {
            // A table may begin with a brace; it is no JSON then.
            Err(Cause::Json(FileError::Unreadable(_))) if !named_json => {}
            read => return read,
        }
    }
    let dialect = Dialect::guess(&text);
    TimeoutFuture::new(0).await;
    let table = csv::read(&file.name(), &text, dialect).map_err(Cause::Csv)?;
    Ok(Piece::Table(TextFile { name: file.name(), encoding, dialect, bytes }, table))
}

/// The text; marks stand for bytes that are none in the encoding.
fn decode(bytes: &[u8], encoding: Encoding) -> Result<String, Cause> {
    if encoding == Encoding::Utf8 {
        return Ok(String::from_utf8_lossy(bytes).into_owned());
    }
    files::decode(bytes, encoding.label(), false).ok_or(Cause::Gone)
}

/// Reads one of Ripen's own files. Most are exports, and those are the large ones: what is none
/// says what it is.
fn read_ripen(text: &str) -> Result<Piece, Cause> {
    match workspace_file::read(text) {
        Ok(file) => Ok(Piece::Workspace(Box::new(file))),
        Err(FileError::Other { found: Format::Result, .. }) => {
            result_file::read::read(text).map(Piece::Result).map_err(Cause::Json)
        }
        Err(FileError::Other { found: Format::Playbook, .. }) => playbook_file::read(text)
            .map(|playbook| Piece::Playbook(Box::new(playbook)))
            .map_err(Cause::Playbook),
        Err(error) => Err(Cause::Json(error)),
    }
}

/// Tables belong together, and so do Ripen's own files; both at once are refused, as is a
/// playbook beside anything else.
async fn put_together(
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
            Piece::Workspace(file) => incoming.add_workspace(name, *file),
            Piece::Result(result) => incoming.add_result(name, result, playbook),
        }
    }
    let Some(first) = tables.first().map(|table| table.name.clone()) else {
        return Ok(Loaded::Ripen(Box::new(incoming)));
    };
    if !incoming.is_empty() {
        return Err(Failure { file: first, cause: Cause::Mixed });
    }
    let roles = Roles::guess(&tables);
    TimeoutFuture::new(0).await;
    match roles.map(|roles| Plan::with_roles(&tables, roles, playbook, currency)) {
        Some(plan) if several || says_something(&plan) => {
            Ok(Loaded::Tables(Tables { files, read: tables, plan }))
        }
        _ => Err(Failure { file: first, cause: Cause::NoTable }),
    }
}

/// Whether there is more than one column, or one that was recognised.
fn says_something(plan: &Plan) -> bool {
    plan.columns.len() > 1 || plan.columns.iter().any(|c| c.target != Target::Attribute)
}
