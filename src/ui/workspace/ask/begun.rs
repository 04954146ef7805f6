//! An answer that was begun: kept while it is not recorded, and filled in again when the rep is back.
//!
//! Invariant: what is filled in and not on record says so.

use crate::app::entry::Entry;
use crate::app::unfinished::Unfinished;
use crate::domain::ids::ContactId;
use crate::domain::playbook::question::Question;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::evidence::EvidenceFields;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// Fills in what was begun before, and keeps what is filled in from now on until it is what the form
/// held at first; says that it is not recorded.
pub(super) fn begun(
    context: AppContext,
    id: ContactId,
    question: &Question,
    entry: RwSignal<Entry>,
    fields: EvidenceFields,
) -> impl IntoView + use<> {
    let first = Unfinished { entry: entry.get_untracked(), basis: fields.basis() };
    let before = context.unfinished(id, question).filter(|before| *before != first);
    let is_back = RwSignal::new(before.is_some());
    if let Some(before) = before {
        entry.set(before.entry);
        fields.fill(before.basis);
    }
    let first = StoredValue::new(first);
    let now = Memo::new(move |_| {
        let now = Unfinished { entry: entry.get(), basis: fields.current() };
        Some(now).filter(|now| first.with_value(|first| now != first))
    });
    let question = question.id.clone();
    Effect::new(move |_| {
        now.with(|now| context.keep_unfinished(id, &question, now.as_ref()));
        // What is filled in after that was not there before.
        if now.with(Option::is_none) {
            is_back.set(false);
        }
    });
    let discard = move |_| {
        let Unfinished { entry: was, basis } = first.get_value();
        entry.set(was);
        fields.fill(basis);
    };
    view! {
        <Shown when=move || is_back.get()>
            <p class="banner banner-quiet small" role="status">
                <span>{text::begun()}</span>
                <button class="link" type="button" on:click=discard>
                    {text::begun_discard()}
                </button>
            </p>
        </Shown>
    }
}
