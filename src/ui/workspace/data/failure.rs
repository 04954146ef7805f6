//! Why a file is not taken, in words: where, what is wrong and what to do.

use crate::domain::playbook::check::{Fault, FaultKind};
use crate::exchange::csv::CsvError;
use crate::exchange::csv::sniff::{Binary, Markup};
use crate::exchange::json::{self, FileError, Wrong};
use crate::exchange::limits::{FILE_BYTES, TEXT_CHARS};
use crate::exchange::playbook_file::PlaybookError;
use crate::platform::intl;
use crate::ui::text::workspace as text;

/// Faults of a playbook that are named before the rest is only counted.
const FAULTS_NAMED: usize = 5;
/// Bytes of a megabyte, as file managers count.
const MEGABYTE: usize = 1024 * 1024;

/// A file that is not taken.
#[derive(Debug, Clone)]
pub(in crate::ui::workspace) struct Failure {
    /// Its name.
    pub(in crate::ui::workspace) file: String,
    /// Why.
    pub(in crate::ui::workspace) cause: Cause,
}

/// Why a file is not taken.
#[derive(Debug, Clone)]
pub(in crate::ui::workspace) enum Cause {
    /// Larger than is taken in.
    TooLarge,
    /// The browser cannot read it.
    Gone,
    /// Nothing in it.
    Empty,
    /// One column that says nothing of a contact.
    NoTable,
    /// Nothing was pasted.
    NothingPasted,
    /// What was pasted is no table with a header and rows.
    NoTablePasted,
    /// No text.
    Binary(Binary),
    /// Markup, and no table.
    Markup(Markup),
    /// No table.
    Csv(CsvError),
    /// None of Ripen's files, or not one that can be read.
    Json(FileError),
    /// A playbook nobody can be judged by.
    Playbook(PlaybookError),
    /// A case with nobody in it, or with days no contact can have.
    NoCase,
    /// A table beside one of Ripen's own files.
    Mixed,
}

impl Failure {
    /// The file and the place in it.
    pub(in crate::ui::workspace) fn place(&self) -> String {
        let file = &self.file;
        match self.cause.json() {
            Some(FileError::Unreadable(fault)) if !matches!(fault.path.as_str(), "." | "?") => {
                text::data_at_path(file, intl::count(fault.line), &fault.path)
            }
            Some(FileError::Unreadable(fault)) => text::data_at_line(file, intl::count(fault.line)),
            Some(FileError::TooLong { line } | FileError::TooDeep { line }) => {
                text::data_at_line(file, intl::count(*line))
            }
            _ => text::data_at_file(file),
        }
    }

    /// What is wrong and what to do.
    pub(in crate::ui::workspace) fn words(&self) -> String {
        self.cause.words()
    }
}

impl Cause {
    /// The same of what was pasted: there is no file to look for or to export again.
    pub(super) fn of_pasted(self) -> Self {
        match self {
            Self::Empty | Self::Csv(CsvError::Empty) => Self::NothingPasted,
            Self::NoTable | Self::Csv(CsvError::NoRows) => Self::NoTablePasted,
            other => other,
        }
    }

    fn json(&self) -> Option<&FileError> {
        match self {
            Self::Json(error) | Self::Playbook(PlaybookError::File(error)) => Some(error),
            _ => None,
        }
    }

    fn words(&self) -> String {
        let plain = match self {
            Self::TooLarge | Self::Csv(CsvError::TooLarge { .. }) => return too_large(FILE_BYTES),
            Self::Gone => text::data_err_gone(),
            Self::Empty | Self::Csv(CsvError::Empty) => text::data_err_empty(),
            Self::Csv(CsvError::NoRows) => text::data_err_no_rows(),
            Self::Csv(CsvError::Unclosed { line }) => {
                return text::data_err_unclosed(intl::count(*line));
            }
            Self::NoTable => text::data_err_no_table(),
            Self::NothingPasted => text::data_err_nothing_pasted(),
            Self::NoTablePasted => text::data_err_no_table_pasted(),
            Self::Markup(Markup::Html) => text::data_err_html(),
            Self::Markup(Markup::Xml) => text::data_err_xml(),
            Self::Binary(Binary::Picture(kind)) => return text::data_err_picture(kind),
            Self::Binary(binary) => binary_words(*binary),
            Self::NoCase => text::data_err_no_case(),
            Self::Mixed => text::data_err_mixed(),
            Self::Json(error) => return json_words(error),
            Self::Playbook(error) => return playbook_words(error),
        };
        plain.to_owned()
    }
}

fn too_large(bytes: usize) -> String {
    text::data_err_too_large(intl::count(bytes / MEGABYTE))
}

fn binary_words(binary: Binary) -> &'static str {
    match binary {
        Binary::Excel | Binary::OldExcel => text::data_err_excel(),
        Binary::OpenDocument => text::data_err_open_document(),
        Binary::Numbers => text::data_err_numbers(),
        Binary::Zip => text::data_err_zip(),
        Binary::Gzip => text::data_err_gzip(),
        Binary::Pdf => text::data_err_pdf(),
        Binary::Office => text::data_err_office(),
        Binary::Archive => text::data_err_archive(),
        Binary::Picture(_) | Binary::Other => text::data_err_binary(),
    }
}

fn json_words(error: &FileError) -> String {
    match error {
        FileError::TooLarge { limit } => too_large(*limit),
        FileError::Unreadable(fault) => unreadable_words(fault),
        FileError::Foreign(None) => text::data_err_foreign().to_owned(),
        FileError::Foreign(Some(format)) => text::data_err_foreign_format(format),
        FileError::Other { expected, found } => text::data_err_other(found, expected),
        FileError::Newer(version) => text::data_err_newer(version),
        FileError::TooLong { .. } => text::data_err_too_long(intl::count(TEXT_CHARS)),
        FileError::TooDeep { .. } => text::data_err_too_deep().to_owned(),
        FileError::Playbook(faults) => text::data_err_playbook(fault_list(faults)),
    }
}

/// What is wrong in a place of a file; the reader's own words help where the place alone does not.
fn unreadable_words(fault: &json::Fault) -> String {
    match fault.wrong() {
        Wrong::CutOff => text::data_err_cut_off().to_owned(),
        Wrong::NoJson => text::data_err_no_json().to_owned(),
        Wrong::Id => text::data_err_id(&fault.reason),
        Wrong::Shape => text::data_err_json(&fault.reason),
    }
}

/// Why a playbook cannot be used.
pub(in crate::ui::workspace) fn playbook_words(error: &PlaybookError) -> String {
    match error {
        PlaybookError::File(error) => json_words(error),
        PlaybookError::Faults(faults) => text::data_err_playbook(fault_list(faults)),
    }
}

/// What is wrong with a playbook.
pub(in crate::ui::workspace) fn fault_words(kind: &FaultKind) -> String {
    match kind {
        FaultKind::NotAPlaybook(format) => text::data_fault_format(format),
        FaultKind::Newer(version) => text::data_fault_newer(version),
        FaultKind::Undefined(id) => text::data_fault_undefined(id),
        FaultKind::Duplicate(id) => text::data_fault_duplicate(id),
        FaultKind::Circular(id) => text::data_fault_circular(id),
        FaultKind::NoWording => text::data_fault_no_wording().to_owned(),
        FaultKind::NothingToChoose => text::data_fault_nothing_to_choose().to_owned(),
        FaultKind::NoChance => text::data_fault_no_chance().to_owned(),
        FaultKind::NoScore => text::data_fault_no_score().to_owned(),
        FaultKind::BadLink(link) => text::data_fault_bad_link(link),
        FaultKind::BadId(id) => text::data_fault_bad_id(id),
        FaultKind::NoStage => text::data_fault_no_stage().to_owned(),
        FaultKind::NoReason => text::data_fault_no_reason().to_owned(),
        FaultKind::WrongKind => text::data_fault_wrong_kind().to_owned(),
        FaultKind::NoTarget => text::data_fault_no_target().to_owned(),
        FaultKind::NotAscending => text::data_fault_not_ascending().to_owned(),
        FaultKind::BadLanguage(tag) => text::data_fault_bad_language(tag),
        FaultKind::NoRevision => text::data_fault_no_revision().to_owned(),
    }
}

fn fault_list(faults: &[Fault]) -> String {
    let named = faults
        .iter()
        .take(FAULTS_NAMED)
        .map(|fault| text::data_fault(&fault.path, fault_words(&fault.kind)));
    let named = named.collect::<Vec<_>>().join("; ");
    match faults.len().saturating_sub(FAULTS_NAMED) {
        0 => named,
        more => text::data_fault_more(named, intl::count(more)),
    }
}
