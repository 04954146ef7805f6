//! Stored values that cannot be used as they are: where they are, and what is wrong.
//!
//! Invariant: whatever is told of here is left as it is.

use crate::domain::playbook::check::FaultKind;
use crate::exchange::json::FileError;
use crate::exchange::playbook_file::PlaybookError;
use crate::exchange::record::RecordError;

/// Where something is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Home {
    /// Local storage.
    Local,
    /// The database.
    Database,
}

/// A stored value that cannot be used as it is.
#[derive(Debug)]
pub struct Attention {
    /// Where it is stored.
    pub home: Home,
    /// Its key there.
    pub key: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a stored value.
#[derive(Debug)]
#[non_exhaustive]
pub enum Problem {
    /// It cannot be read.
    Record(RecordError),
    /// The key's last part is no id.
    Key,
    /// The playbook cannot be used.
    Playbook(PlaybookError),
    /// The draft of a playbook cannot be used.
    Draft(PlaybookError),
    /// What the last switch of playbooks put aside cannot be used.
    Former(PlaybookError),
    /// The settings cannot be read.
    Settings(FileError),
    /// The list of backups cannot be read.
    Backups(FileError),
    /// A result in the inbox cannot be read, or is of another run than its key says. What is newer
    /// there holds nothing back: only that result waits.
    Result(Option<FileError>),
}

impl Attention {
    /// Whether a newer version of this app stored it.
    pub fn is_newer(&self) -> bool {
        match &self.problem {
            Problem::Record(error) => matches!(error, RecordError::Newer(_)),
            Problem::Playbook(error) | Problem::Draft(error) | Problem::Former(error) => {
                match error {
                    PlaybookError::File(error) => matches!(error, FileError::Newer(_)),
                    PlaybookError::Faults(faults) => {
                        faults.iter().any(|fault| matches!(fault.kind, FaultKind::Newer(_)))
                    }
                }
            }
            Problem::Settings(error) | Problem::Backups(error) => {
                matches!(error, FileError::Newer(_))
            }
            Problem::Key | Problem::Result(_) => false,
        }
    }
}

/// What is wrong with a value in local storage.
pub(super) fn attention(key: &str, problem: Problem) -> Attention {
    Attention { home: Home::Local, key: key.to_owned(), problem }
}
