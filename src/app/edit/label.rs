//! What a change of the draft is called; worded on screen.

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

/// What it was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the word of the playbook")]
pub enum Part {
    Playbook,
    Section,
    Question,
    Option,
    Band,
    Criterion,
    Condition,
    Gate,
    Level,
    Stage,
    Profile,
    Persona,
    Source,
    Chance,
    Score,
    Card,
    Outcome,
    Consent,
    Reason,
    Cadence,
    Term,
}

/// What a change is called: what was done to which part of which name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What was done.
    pub done: Done,
    /// To what.
    pub part: Part,
    /// Its name; empty where there is but one.
    pub name: String,
}

impl Label {
    /// A label.
    pub fn new(done: Done, part: Part, name: impl Into<String>) -> Self {
        Self { done, part, name: name.into() }
    }
}
