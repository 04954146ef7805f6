//! Recording an answer, in both ways of asking, and which field is wrong where it is refused.

use crate::app::command::Command;
use crate::app::refusal::Refusal;
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::workspace::words;

/// Why nothing was recorded.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wrong {
    /// Whether it is about the contact's own words; else it is about the answer, or the contact.
    pub(super) in_note: bool,
    /// What is wrong.
    pub(super) words: String,
}

/// Records an answer, where there is one to record.
pub(super) fn record(
    context: AppContext,
    id: ContactId,
    command: Option<Command>,
) -> Result<(), Wrong> {
    let done = command.map_or(Ok(()), |command| context.dispatch(id, command));
    done.map_err(|refusal| {
        let words = words::refusal(&context.playbook_untracked(), &refusal);
        // Nothing but the written text is about that field; the rest is about the answer.
        Wrong { in_note: refusal == Refusal::NoteTooLong, words }
    })
}
