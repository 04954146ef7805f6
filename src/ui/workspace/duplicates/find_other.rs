//! Choosing the contact to merge another one with, by search.

use super::super::any::CollectAny;
use super::super::words;
use crate::app::find::{Query, find};
use crate::app::route::Route;
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use chrono::Local;
use leptos::prelude::*;

/// The most contacts listed.
const LISTED: usize = 20;

/// The page.
#[component]
pub(super) fn FindOther(id: ContactId) -> impl IntoView {
    let context = AppContext::get();
    let typed = RwSignal::new(String::new());
    let name = context.workspace.with_untracked(|workspace| {
        workspace.contact(id).map(words::full_name).unwrap_or_default()
    });
    let found = Memo::new(move |_| {
        let text = typed.get();
        if text.trim().is_empty() {
            return None;
        }
        let query = Query { text, ..Query::default() };
        let all = context.workspace.with(|workspace| find(workspace, &query, &Local));
        Some(all.into_iter().filter(|other| *other != id).take(LISTED).collect::<Vec<_>>())
    });
    let line = move |other: ContactId| {
        let (name, position) = context.workspace.with(|workspace| {
            let contact = workspace.contact(other)?;
            Some((
                words::full_name(contact),
                words::position(&workspace.playbook, &contact.position),
            ))
        })?;
        let address = Route::Merge(vec![id, other]).address();
        Some(view! {
            <li class="dup-person">
                <a href=address>{name}</a>
                <span class="small quiet">{position}</span>
            </li>
        })
    };
    let said = move || match found.with(|found| found.as_ref().map(Vec::is_empty)) {
        None => text::dup_type_name(),
        Some(true) => text::dup_nobody_found(),
        Some(false) => "",
    };
    view! {
        <div class="duplicates view-narrow">
            <nav class="small" aria-label=crate::ui::text::rep::back_to()>
                <a href=Route::Contact(id).address()>{name.clone()}</a>
            </nav>
            <h1 class="view-title" id="title" tabindex="-1">
                {text::dup_merge_which(name)}
            </h1>
            <form class="card" role="search" on:submit=|event| event.prevent_default()>
                <div class="field">
                    <label for="other">{text::dup_find_other()}</label>
                    <input
                        class="input"
                        id="other"
                        type="search"
                        autocomplete="off"
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </div>
                <p class="small quiet" role="status">
                    {said}
                </p>
                <ul class="dup-people">
                    {move || found.get().unwrap_or_default().into_iter().filter_map(line).collect_any()}
                </ul>
            </form>
        </div>
    }
}
