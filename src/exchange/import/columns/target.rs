//! What a column can be taken as.

use crate::domain::event::Field;
use crate::domain::ids::QuestionId;

/// What a column is taken as.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A text field.
    Field(Field),
    /// The person's first name; joined with the last one.
    FirstName,
    /// The person's last name.
    LastName,
    /// The row's own id in the system it comes from.
    ExternalId,
    /// The system that id is of, in a file Ripen wrote.
    System,
    /// Ripen's own id of the contact, in a file Ripen wrote.
    ContactId,
    /// What the deal is worth.
    Amount,
    /// The currency of the row's amount.
    Currency,
    /// The day the row was created.
    Created,
    /// The day the position was reached.
    Entered,
    /// The day it was won or lost; for an open row, when it is expected.
    Closed,
    /// Where it stands, or how it ended.
    Stage,
    /// How it ended, where another column says where it stands.
    Outcome,
    /// The level, where another column says the stage.
    Level,
    /// When it is expected to close.
    ExpectedClose,
    /// What to do next.
    NextStep,
    /// When that is due.
    NextStepDue,
    /// Why it waits or ended.
    Reason,
    /// Until when it is set aside.
    BackOn,
    /// When the contact last changed in Ripen; tells nothing of it.
    LastChanged,
    /// The answer to a question.
    Fact(QuestionId),
    /// Kept under its own name.
    Attribute,
    /// Left out.
    Skip,
}

/// One column with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Which table, by its place.
    pub table: usize,
    /// Which column of it, by its place.
    pub column: usize,
    /// Its name: the header, made unique; `#3` for a third column without one.
    pub name: String,
    /// What it is taken as.
    pub target: Target,
}
