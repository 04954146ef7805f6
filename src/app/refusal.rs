//! Why a command is refused: a value with its reason, worded on screen.

use crate::domain::assess::GateReading;
use crate::domain::event::Field;
use crate::domain::ids::QuestionId;

/// Why nothing happened.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// The contact is not here.
    NoSuchContact,
    /// Neither a person nor an organisation is named.
    NobodyNamed,
    /// A field is longer than [`MAX_NAME`](super::settings::MAX_NAME) characters.
    TooLong(Field),
    /// A next step is longer than is kept.
    LineTooLong,
    /// A note or a reason is longer than is kept.
    NoteTooLong,
    /// The name of who is at the keyboard is longer than
    /// [`MAX_NAME`](super::settings::MAX_NAME) characters.
    OwnNameTooLong,
    /// A day outside the years 1970 to 2200.
    OutOfReach,
    /// A next step was due more than a year ago.
    LongPast,
    /// A touch took longer than a day.
    TooManyMinutes,
    /// Nothing would change.
    NothingChanges,
    /// The question is not in the playbook.
    NoSuchQuestion(QuestionId),
    /// The question does not take such an answer.
    NotAnAnswer(QuestionId),
    /// The playbook takes no such answer; in its words.
    NotAccepted(String),
    /// The move does not lead upwards.
    NotUpwards,
    /// The move does not lead back.
    NotBack,
    /// The position is not in the playbook.
    NoSuchPosition,
    /// Gates between are not passed: those that are not.
    GatesNotPassed(Vec<GateReading>),
    /// Every gate is passed, so there is nothing to override.
    NothingToOverride,
    /// A written reason is needed.
    ReasonNeeded,
    /// A reason from the playbook's list is needed.
    UnknownReason,
    /// Only an opportunity can be won or lost.
    NotAnOpportunity,
    /// It has already ended; it must be reopened first.
    HasEnded,
    /// It has not ended and is not set aside.
    NothingToReopen,
    /// A next purchase starts after one that was won or lost.
    NotOver,
    /// The day must be after today.
    NotInTheFuture,
    /// The day must not be after today.
    InTheFuture,
    /// What to do is missing.
    NothingToDo,
    /// There is no next step to complete.
    NoTask,
    /// Only a lead or a prospect is handed over.
    PastHandoff,
    /// Whom to hand it over to is missing.
    NobodyToTakeIt,
    /// Nothing was handed over that waits for an answer.
    NothingHandedOver,
    /// The workspace cannot be changed: its data is newer than this app.
    ReadOnly,
}
