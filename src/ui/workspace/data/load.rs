//! From files or text a person chose to something that can be looked through: all tables that can be read,
//! and which files cannot; of Ripen's own files all, or none.
//!
//! Works file by file, in slices ([`read`]), so that the page stays alive and it can be stopped.

use super::failure::{Cause, Failure};
use super::read::{self, TextFile};
use super::slices::Slices;
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;
use crate::exchange::case_file::{self, Case, CaseError};
use crate::exchange::csv::Table;
use crate::exchange::csv::sniff::markup;
use crate::exchange::import::columns::Target;
use crate::exchange::import::plan::Plan;
use crate::exchange::import::roles::Guessing;
use crate::exchange::incoming::Incoming;
use crate::exchange::json::{FileError, Format};
use crate::exchange::rescue_file::{self, Rescue};
use crate::exchange::{json, playbook_file, result_file, workspace_file};
use std::sync::Arc;
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
    /// One contact's case, to look at, and the file it is in.
    Case(String, Box<Case>),
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
    /// The playbook that was guessed by.
    pub(super) playbook: Arc<Playbook>,
    /// Files that were chosen, too, and cannot be taken.
    pub(super) left: Vec<Failure>,
}

/// What one file is.
enum Piece {
    Table(TextFile, Table),
    Workspace(Box<workspace_file::WorkspaceFile>),
    Result(result_file::RunResult),
    Playbook(Box<Playbook>),
    Rescue(Box<Rescue>),
    Case(Box<Case>),
}

/// What a person chose.
#[derive(Debug)]
pub(super) enum Chosen {
    /// A file.
    File(File),
    /// Text, under a name to speak of it by.
    Text(String, String),
}

impl Chosen {
    fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Text(name, _) => name.clone(),
        }
    }
}

/// How far reading is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// What is read.
    pub(super) name: String,
    /// How much of how much; nothing of nothing where nobody knows.
    pub(super) done: (usize, usize),
}

/// Where it is to come in.
pub(super) struct Here {
    /// The playbook that judges there.
    pub(super) playbook: Arc<Playbook>,
    /// The currency of amounts that name none.
    pub(super) currency: Currency,
    /// The workspace's name.
    pub(super) workspace: String,
}

/// Reads what was chosen; none when it was `cancelled`. `reading` is told how far it is.
///
/// # Errors
/// Everything that cannot be taken, where nothing else is a table.
pub(super) async fn load(
    chosen: Vec<Chosen>,
    here: &Here,
    reading: impl Fn(Reading),
    cancelled: impl Fn() -> bool,
) -> Result<Option<Loaded>, Vec<Failure>> {
    let pasted = chosen.iter().all(|chosen| matches!(chosen, Chosen::Text(..)));
    let say = |Failure { file, cause }| {
        let cause = if pasted { Cause::of_pasted(cause) } else { cause };
        Failure { file, cause }
    };
    let (mut pieces, mut failures) = (Vec::new(), Vec::new());
    let mut slices = Slices::new();
    for chosen in chosen {
        let name = chosen.name();
        let progress = |done, all| reading(Reading { name: name.clone(), done: (done, all) });
        progress(0, 0);
        slices.pause().await;
        let read = read(chosen, here, &mut slices, &progress).await;
        if cancelled() {
            return Ok(None);
        }
        match read {
            Ok(piece) => pieces.push((name, piece)),
            Err(cause) => failures.push(say(Failure { file: name, cause })),
        }
    }
    let other = |(_, piece): &(String, Piece)| !matches!(piece, Piece::Table(..));
    if !failures.is_empty() && (pieces.is_empty() || pieces.iter().any(other)) {
        return Err(failures);
    }
    slices.pause().await;
    let mut loaded = put_together(pieces, here, &mut slices).await;
    if cancelled() {
        return Ok(None);
    }
    match &mut loaded {
        Ok(Loaded::Tables(tables)) => tables.left = failures,
        // Nor can the table be taken that was left.
        Err(failure) if !failures.is_empty() => {
            failures.push(say(failure.clone()));
            return Err(failures);
        }
        _ => {}
    }
    loaded.map(Some).map_err(|failure| vec![say(failure)])
}

async fn read(
    chosen: Chosen,
    here: &Here,
    slices: &mut Slices,
    progress: read::Progress<'_>,
) -> Result<Piece, Cause> {
    let (name, text, bytes) = match chosen {
        Chosen::File(file) => {
            let bytes = read::bytes(&file, progress).await?;
            let (text, encoding) = read::text(&bytes, slices).await?;
            (file.name(), text, Some((bytes, encoding)))
        }
        Chosen::Text(name, text) if !text.trim().is_empty() => (name, text, None),
        Chosen::Text(..) => return Err(Cause::Empty),
    };
    slices.breathe().await;
    let named_json = name.to_lowercase().ends_with(".json");
    if named_json || text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        match read_ripen(&text, &here.workspace, slices, progress).await {
            // A table may begin with a brace; it is no JSON then.
            Err(Cause::Json(FileError::Unreadable(_))) if !named_json => {}
            read => return read,
        }
    }
    if let Some(markup) = markup(&text) {
        return Err(Cause::Markup(markup));
    }
    let (file, table) = TextFile::new(name, text, bytes, slices, progress).await?;
    Ok(Piece::Table(file, table))
}

/// Reads one of Ripen's own files. Exports and what the page saved are the large ones: they are read a
/// contact at a time; what is neither says what it is.
async fn read_ripen(
    text: &str,
    workspace: &str,
    slices: &mut Slices,
    progress: read::Progress<'_>,
) -> Result<Piece, Cause> {
    let mut saved = rescue_file::Reader::new(text);
    while saved.read() {
        if slices.breathe().await {
            progress(text.len() - saved.left(), text.len());
        }
    }
    if let Some(rescue) = saved.finish(workspace) {
        return Ok(Piece::Rescue(Box::new(rescue)));
    }
    let mut reader = workspace_file::Reader::new(text);
    while reader.read() {
        if slices.breathe().await {
            progress(text.len() - reader.left(), text.len());
        }
    }
    match reader.finish() {
        Ok(file) => Ok(Piece::Workspace(Box::new(file))),
        Err(FileError::Other { found: Format::Result, .. }) => {
            result_file::read::read(text).map(Piece::Result).map_err(Cause::Json)
        }
        Err(FileError::Other { found: Format::Playbook, .. }) => playbook_file::read(text)
            .map(|playbook| Piece::Playbook(Box::new(playbook)))
            .map_err(Cause::Playbook),
        Err(FileError::Other { found: Format::Case, .. }) => match case_file::read(text) {
            Ok(case) => Ok(Piece::Case(Box::new(case))),
            Err(CaseError::File(error)) => Err(Cause::Json(error)),
            Err(_) => Err(Cause::NoCase),
        },
        // What the page saved holds stored texts as they are, and those may be long.
        Err(FileError::TooLong { .. } | FileError::Other { found: Format::Rescue, .. })
            if json::recognise(text) == Ok(Format::Rescue) =>
        {
            let rescue = rescue_file::read(text, workspace).map_err(Cause::Json)?;
            Ok(Piece::Rescue(Box::new(rescue)))
        }
        Err(error) => Err(Cause::Json(error)),
    }
}

/// Tables belong together, and so do Ripen's own files; both at once are refused, as is a
/// playbook beside anything else.
async fn put_together(
    pieces: Vec<(String, Piece)>,
    Here { playbook, currency, .. }: &Here,
    slices: &mut Slices,
) -> Result<Loaded, Failure> {
    let several = pieces.len() > 1;
    let (mut files, mut tables, mut incoming) = (Vec::new(), Vec::new(), Incoming::default());
    for (name, piece) in pieces {
        match piece {
            Piece::Playbook(read) if !several => return Ok(Loaded::Playbook(name, read)),
            Piece::Case(case) if !several => return Ok(Loaded::Case(name, case)),
            Piece::Playbook(_) => return Err(Failure { file: name, cause: Cause::Mixed }),
            Piece::Table(file, table) => {
                files.push(file);
                tables.push(table);
            }
            Piece::Workspace(file) => incoming.add_workspace(name, *file),
            Piece::Case(case) => incoming.add_case(name, *case),
            Piece::Rescue(rescue) => incoming.add_rescue(name, *rescue),
            Piece::Result(result) => incoming.add_result(name, result),
        }
    }
    let Some(first) = tables.first().map(|table| table.name.clone()) else {
        return Ok(Loaded::Ripen(Box::new(incoming)));
    };
    if !incoming.is_empty() {
        return Err(Failure { file: first, cause: Cause::Mixed });
    }
    let mut guessing = Guessing::default();
    while guessing.step(&tables) {
        slices.breathe().await;
    }
    let Some(roles) = guessing.finish(&tables) else {
        return Err(Failure { file: first, cause: Cause::NoTable });
    };
    slices.breathe().await;
    let plan = read::plan(&tables, roles, playbook, *currency, slices).await;
    if several || says_something(&plan) {
        let playbook = Arc::clone(playbook);
        let left = Vec::new();
        return Ok(Loaded::Tables(Tables { files, read: tables, plan, playbook, left }));
    }
    Err(Failure { file: first, cause: Cause::NoTable })
}

/// Whether there is more than one column, or one that was recognised.
fn says_something(plan: &Plan) -> bool {
    plan.columns.len() > 1 || plan.columns.iter().any(|c| c.target != Target::Attribute)
}
