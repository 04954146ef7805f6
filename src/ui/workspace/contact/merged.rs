//! Who was merged into this contact, with the way to take it apart.

use super::super::duplicates::labels;
use super::super::words;
use super::Subject;
use crate::app::merge::{Merging, mergings};
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::form::focus;
use leptos::prelude::*;

/// A line for each merging that counts.
#[component]
pub(super) fn MergedHere() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let merged = Memo::new(move |_| {
        let nobody = subject.judged.with(|contact| contact.merged.is_empty());
        if nobody {
            return Vec::new();
        }
        context.workspace.with(|workspace| mergings(workspace, subject.id))
    });
    let refused = RwSignal::new(None::<String>);
    let take_apart = move |merging: &Merging| match context.take_apart(subject.id, merging) {
        Ok(()) => focus("title"),
        Err(refusal) => {
            refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
        }
    };
    let line = move |merging: Merging| {
        let names = names(context, &merging.contacts);
        let day = format::day(merging.at);
        let (words, apart) = match merging.contacts.len() {
            1 => (text::dup_merged_on(&names, day), text::dup_take_apart()),
            _ => (text::dup_merged_more_on(&names, day), text::dup_take_all_apart()),
        };
        view! {
            <div class="banner banner-quiet" role="note">
                <p class="small">{words}</p>
                <button
                    class="btn btn-small"
                    type="button"
                    on:click=move |_| take_apart(&merging)
                >
                    {apart}
                    <span class="visually-hidden">{text::colon_what(names)}</span>
                </button>
            </div>
        }
    };
    view! {
        {move || merged.get().into_iter().map(line).collect_any()}
        {move || {
            refused.get().map_any(|words| view! { <p class="field-error" role="alert">{words}</p> })
        }}
    }
}

fn names(context: AppContext, ids: &[ContactId]) -> String {
    context.workspace.with_untracked(|workspace| {
        let all: Vec<_> = ids.iter().filter_map(|id| workspace.contact(*id)).collect();
        labels::of(&workspace.playbook, &all).join("; ")
    })
}
