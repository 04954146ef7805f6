//! Recording an answer, in both ways of asking: which field is wrong where it is refused, and what would
//! be lost while it is not recorded yet.

use crate::app::command::Command;
use crate::app::entry::Entry;
use crate::app::evidence::holds_words;
use crate::app::refusal::Refusal;
use crate::domain::ids::ContactId;
use crate::domain::playbook::question::Question;
use crate::platform::{intl, tabs};
use crate::ui::context::AppContext;
use crate::ui::wizard::evidence::EvidenceFields;
use crate::ui::workspace::words;
use leptos::prelude::*;

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

/// Has the browser ask before it leaves the page for another one, or loads it anew, while a form holds
/// words that would be lost; as long as the form is there.
pub(super) fn ask_before_losing_words(
    context: AppContext,
    id: ContactId,
    question: StoredValue<Question>,
    entry: RwSignal<Entry>,
    fields: EvidenceFields,
) {
    let would_lose = move || {
        let here = (context.currency_untracked(), context.today());
        context.workspace.with_untracked(|workspace| {
            let Some(contact) = workspace.contact(id) else { return false };
            let (entry, note) = (entry.get_untracked(), fields.basis().note);
            question.with_value(|question| {
                holds_words(&contact.answers, question, &entry, &note, here, intl::plain)
            })
        })
    };
    // It goes with its owner, the form, and takes the listener along.
    StoredValue::new_local(tabs::ask_before_leaving(would_lose));
}
