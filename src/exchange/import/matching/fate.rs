//! What becomes of a row that can be read: it is new, says something else, or is left out.

use crate::app::workspace::Arriving;
use crate::domain::event::EventKind;
use crate::domain::ids::ContactId;
use crate::exchange::import::difference::{Change, Place};
use crate::exchange::import::reading::Told;

/// What becomes of a row that can be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It is about nobody who is here.
    New(Box<Told>),
    /// It says something else than what is here.
    Updated(Box<Update>),
    /// It says what is here.
    Unchanged(Option<Elsewhere>),
    /// The journey is over here, and the file says otherwise: left as it is.
    Closed(Elsewhere),
    /// It is about the same contact as an earlier row.
    Duplicate(Duplicate),
    /// Its id speaks for a contact, and its address against it.
    Doubtful(Doubt),
}

impl Fate {
    /// What the row records; none where it leaves everything as it is.
    pub fn into_arriving(self) -> Option<Arriving> {
        match self {
            Self::New(told) => Some(Arriving { contact: None, kinds: told.into_kinds() }),
            Self::Updated(update) => {
                Some(Arriving { contact: Some(update.contact), kinds: update.kinds })
            }
            _ => None,
        }
    }
}

/// What a row changes at a contact that is here.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// The contact.
    pub contact: ContactId,
    /// The line of the file.
    pub line: usize,
    /// The contact's name.
    pub name: String,
    /// What it says otherwise.
    pub changes: Vec<Change>,
    /// What is recorded.
    pub kinds: Vec<EventKind>,
    /// Whether it stands elsewhere in the file, too, and is not moved.
    pub elsewhere: Option<Elsewhere>,
}

/// A contact that stands elsewhere in the file and stays where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The contact.
    pub contact: ContactId,
    /// The line of the file.
    pub line: usize,
    /// The contact's name.
    pub name: String,
    /// Where it stands here, and where in the file; none where only other things differ.
    pub places: Option<(Place, Place)>,
}

/// A row about the same contact as an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// Its line of the file.
    pub line: usize,
    /// The line of the earlier row.
    pub of: usize,
    /// The contact's name.
    pub name: String,
}

/// A row whose id a contact has that has another address: nobody can say from the file whether it is the
/// same, as ids of two systems may be alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The contact.
    pub contact: ContactId,
    /// The line of the file.
    pub line: usize,
    /// The name in the file.
    pub name: String,
    /// The address here.
    pub here: String,
    /// The address in the file.
    pub there: String,
}

/// What becomes of such rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Doubted {
    /// They are left out and listed, until a person says what they are.
    #[default]
    LeftOut,
    /// They are the contacts with their ids.
    Same,
    /// They are others.
    Others,
}
