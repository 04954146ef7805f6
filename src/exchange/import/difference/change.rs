//! What a row says otherwise, one thing at a time, for a person to look at.

use crate::domain::contact::Task;
use crate::domain::event::{EndKind, EventKind, Field};
use crate::domain::ids::QuestionId;
use crate::domain::money::Money;
use crate::domain::position::Position;
use crate::domain::value::Value;
use chrono::NaiveDate;

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A text field.
    Field(Field),
    /// The id in the system it comes from.
    ExternalId,
    /// Where it stands, or since when.
    Place,
    /// Why it ended.
    Reason,
    /// The amount.
    Amount,
    /// When it is expected to close.
    Expected,
    /// The next step.
    NextStep,
    /// An answer.
    Fact(QuestionId),
    /// A column kept under its own name.
    Attribute(String),
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Words.
    Text(String),
    /// An amount.
    Amount(Money),
    /// A day.
    Day(NaiveDate),
    /// What to do, and by when.
    Task(Task),
    /// An answer.
    Value(Value),
    /// A position, or an end, and since when.
    Place(Place),
}

/// Where a contact stands, here or in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The position, where it has not ended or is named beside the end.
    pub position: Option<Position>,
    /// How it ended.
    pub end: Option<EndKind>,
    /// Since when.
    pub since: Option<NaiveDate>,
}

/// One thing a row says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it is about.
    pub what: What,
    /// What is here.
    pub old: Option<Said>,
    /// What the row says.
    pub new: Said,
    /// Whether what is here goes on counting: it is known better.
    pub stays: bool,
}

/// All a row says otherwise.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Difference {
    /// What would change.
    pub changes: Vec<Change>,
    /// What recording that takes.
    pub kinds: Vec<EventKind>,
    /// Where it stands here and in the file, where those differ and it is not moved.
    pub elsewhere: Option<(Place, Place)>,
    /// Whether the row says nothing that a file did not say before.
    pub is_old: bool,
}

impl Difference {
    /// Whether the row says just what is here.
    pub fn is_none(&self) -> bool {
        self.changes.is_empty() && self.elsewhere.is_none()
    }
}
