//! The control rows are added by.

use super::problem;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::form::focus;
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::playbook::field::{Choices, Commit, options, plain};
use crate::ui::workspace::playbook::once::Once;
use crate::ui::workspace::playbook::words;
use leptos::prelude::*;
use std::sync::Arc;

/// How rows are added.
#[derive(Clone)]
pub(in crate::ui::workspace::playbook) enum Adding {
    /// By a name.
    Named(String, Commit),
    /// By choosing something.
    Chosen(String, Signal<Choices>, Commit),
    /// As it is, to be filled in.
    Plain(String, Commit),
}

/// The control rows are added by.
pub(in crate::ui::workspace::playbook) fn draw_adding(
    context: AppContext,
    id: &str,
    adding: Adding,
    added: Arc<dyn Fn() + Send + Sync>,
) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let entry = RwSignal::new(String::new());
    let once = Once::new();
    let id = format!("{id}-add");
    let (label, choices, add) = match adding {
        Adding::Named(label, add) => (label, None, add),
        Adding::Chosen(label, choices, add) => (label, Some(choices), add),
        Adding::Plain(label, add) => {
            let press = move |_| {
                if once.again("") {
                    return;
                }
                let done = add("");
                once.done("");
                error.set(done.err().map(|why| words::refused(&context.draft_untracked(), &why)));
                added();
            };
            return view! {
                <button class="btn btn-small pb-add-plain" type="button" id=id on:click=press>
                    <Glyph icon=Icon::Plus />
                    {label}
                </button>
                {problem(error)}
            }
            .into_any();
        }
    };
    let (control_id, name) = (id.clone(), label.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if entry.with_untracked(|entry| once.again(entry)) {
            return;
        }
        let done = entry.with_untracked(|entry| add(entry));
        if done.is_ok() {
            entry.with_untracked(|entry| once.done(entry));
            entry.set(String::new());
            added();
        }
        let draft = context.draft_untracked();
        error.set(done.err().map(|why| words::refused_in(&draft, &why, &name)));
        let control_id = control_id.clone();
        request_animation_frame(move || focus(&control_id));
    };
    let control = match choices {
        None => view! {
            <input
                class="input"
                id=id.clone()
                type="text"
                autocomplete="off"
                prop:value=entry
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:input=move |event| entry.set(event_target_value(&event))
            />
        }
        .into_any(),
        Some(choices) => {
            let all = Signal::derive(move || {
                let mut all = plain([("", text::pb_choose())]);
                all.extend(choices.get());
                all
            });
            let (list, select) = options(all, entry.into());
            view! {
                <select
                    class="input"
                    id=id.clone()
                    node_ref=select
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change=move |event| entry.set(event_target_value(&event))
                >
                    {list}
                </select>
            }
            .into_any()
        }
    };
    view! {
        <form class="pb-add" novalidate on:submit=submit>
            <label for=id>{label.clone()}</label>
            <div class="pb-add-line">
                {control}
                <button class="btn btn-small" type="submit" aria-label=text::pb_add_what(label)>
                    <Glyph icon=Icon::Plus />
                    {text::pb_add()}
                </button>
            </div>
            {problem(error)}
        </form>
    }
    .into_any()
}
