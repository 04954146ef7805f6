//! What becomes of one row of a file: a new contact, nothing new, or a rejection that says why.

use crate::domain::event::Imported;

/// What became of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// It comes in.
    New(Box<NewRow>),
    /// Its external id is here already; without one, its e-mail address.
    AlreadyHere,
    /// Its external id was in an earlier row of the file.
    Repeated,
    /// Its stage is one to leave out.
    Ignored,
    /// It cannot be read.
    Rejected(Rejected),
}

/// A row that comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRow {
    /// The line of the file it begins on.
    pub line: usize,
    /// The event.
    pub imported: Imported,
    /// Whether the file has it set aside: a date to come back to is still to be given.
    pub set_aside: bool,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The line of the file it begins on.
    pub line: usize,
    /// The column's name.
    pub column: String,
    /// What stands there, cut at 100 characters.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// No day of the years 1970 to 2200 in the column's order.
    NotADate,
    /// No amount, or more than money can hold.
    NotAnAmount,
    /// No three-letter currency code.
    NotACurrency,
    /// More characters than a text may have.
    TooLong,
}
