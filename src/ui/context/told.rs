//! What views are told: how storing is, how far loading is, what was done last.
//!
//! Owns no words for any of it; the text catalogue does.

use crate::app::edit::Label;
use crate::app::workspace::{Arrived, Deed};
use crate::domain::playbook::Playbook;
use crate::platform::storage::StoreError;
use std::sync::Arc;

/// What the person is told about storing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is stored in this browser, to stay.
    Saved,
    /// Everything is stored in this browser, some or all in local storage alone: a browser that is
    /// killed forgets what it wrote there last.
    SavedLocally,
    /// So many contacts are still to be stored.
    Saving(usize),
    /// So many contacts could not be stored; they are in memory.
    NotSaved(StoreError, usize),
    /// The stored data is newer than this app: nothing may change.
    ReadOnly,
    /// The browser blocks storage: everything is in memory alone.
    InMemory,
}

/// How far loading the stored contacts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// So many of so many.
    UnderWay(usize, usize),
    /// Everything is read.
    Done,
    /// Some of it cannot be read now: the browser's database, which has it, does not answer.
    Failed,
}

/// A short message after something was done.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// An action was carried out on so many contacts.
    Did(Deed, usize),
    /// Others at an organisation were told: so many changed, so many kept an answer of their own.
    Spread(usize, usize),
    /// Visitors' results came in.
    Arrived(Arrived),
    /// An action was taken back.
    Undid(Deed, usize),
    /// An action was put back.
    Redid(Deed, usize),
    /// The draft of the playbook was changed.
    Edited(Label),
    /// A change of the draft was taken back.
    UndidEdit(Label),
    /// A change of the draft was put back.
    RedidEdit(Label),
    /// The draft became the playbook's next version.
    /// Its number, and the version before it.
    Published(u32, Arc<Playbook>),
    /// A file was handed to the browser to save: its name.
    SavedAs(String),
    /// Everything was deleted.
    Deleted,
    /// Everything stored was cleared behind this page's back, and what is open is stored again.
    StoredAgain,
    /// The demo was made anew.
    Reset,
    /// A person was erased for good.
    Erased,
    /// Another playbook is in use: its name.
    Switched(String),
}
