//! What a change of the draft is called; worded on screen.

use crate::domain::playbook::Noun;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Something new.
    Add,
    /// A field got another value.
    Set,
    /// A place in an order.
    Move,
    /// Used no more, but known.
    Retire,
    /// Used again.
    Restore,
    /// Gone.
    Remove,
    /// Another playbook took the place of the whole draft.
    Replace,
    /// The whole draft was thrown away.
    Discard,
    /// Another page of this browser changed the draft.
    Elsewhere,
}

impl Done {
    /// Whether a person sees what was done where it was done, so that it need not be said.
    pub fn is_plain(self) -> bool {
        matches!(self, Self::Set | Self::Elsewhere)
    }
}

/// What a change is called: what was done to what of which name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What was done.
    pub done: Done,
    /// To what.
    pub noun: Noun,
    /// Its name; empty where there is but one.
    pub name: String,
}

impl Label {
    /// A label.
    pub fn new(done: Done, noun: Noun, name: impl Into<String>) -> Self {
        Self { done, noun, name: name.into() }
    }
}
