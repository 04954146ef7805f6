//! What the actions that can be undone are called.
//!
//! Refuses to put it into words. Invariant: every command is one of them.

use super::command::Command;

/// What an action that can be undone is called; worded on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Deed {
    /// Captured a contact.
    Create,
    /// Changed details.
    Edit,
    /// Answered a question.
    Answer,
    /// Moved up.
    Advance,
    /// Moved back.
    Return,
    /// Set aside.
    Nurture,
    /// Disqualified.
    Disqualify,
    /// Lost.
    Lose,
    /// Won.
    Win,
    /// Reopened.
    Reopen,
    /// Logged a touch.
    Touch,
    /// Logged what the contact did by itself.
    Engagement,
    /// Set or completed the next step.
    Task,
    /// Named who decides.
    Decider,
    /// Added somebody else who matters.
    Stakeholder,
    /// Recorded whether it agrees to be kept.
    Consent,
    /// Handed it over.
    HandOver,
    /// Accepted what was handed over.
    Accept,
    /// Sent back what was handed over.
    SendBack,
    /// Imported a file.
    Import,
    /// Joined the histories of a file.
    Restore,
    /// Told the others at an organisation what is known of it.
    Spread,
    /// Started the next purchase.
    NextPurchase,
    /// Said what words of a file mean.
    Map,
    /// Merged contacts that are one.
    Merge,
    /// Said that contacts are not the same.
    KeepApart,
    /// Took a merging apart.
    TakeApart,
    /// Took back that contacts are not the same.
    ProposeAgain,
}

impl Deed {
    /// What carrying out a command is called.
    pub(super) fn of(command: &Command) -> Self {
        match command {
            Command::Create(_) => Self::Create,
            Command::SetFields(_) | Command::SetAmount(_) | Command::ExpectClose(_) => Self::Edit,
            Command::Answer { .. } => Self::Answer,
            Command::Advance(_) | Command::Override { .. } => Self::Advance,
            Command::Return { .. } => Self::Return,
            Command::Nurture { .. } => Self::Nurture,
            Command::Disqualify { .. } => Self::Disqualify,
            Command::Lose { .. } => Self::Lose,
            Command::Win { .. } => Self::Win,
            Command::Reopen => Self::Reopen,
            Command::LogTouch(_) => Self::Touch,
            Command::LogEngagement(_) => Self::Engagement,
            Command::SetTask { .. } | Command::CompleteTask => Self::Task,
            Command::NameDecider { .. } => Self::Decider,
            Command::AddStakeholder { .. } => Self::Stakeholder,
            Command::RecordConsent(_) => Self::Consent,
            Command::HandOver { .. } => Self::HandOver,
            Command::AcceptHandoff => Self::Accept,
            Command::SendBack { .. } => Self::SendBack,
        }
    }
}
