//! The workspaces of this browser: each keeps its own contacts, playbook and settings.
//!
//! Refuses to delete one: that is done in the workspace itself, where one sees what it holds.

use super::super::form::{ErrorSummary, Problems, TextField};
use crate::app::route::DEFAULT_WORKSPACE;
use crate::exchange::keys::{NoName, workspace_named};
use crate::platform::address;
use crate::ui::context::{self, AppContext, DEMO};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card with all workspaces, and a field for another one.
#[component]
pub(super) fn Workspaces() -> impl IntoView {
    let context = AppContext::get();
    let (names, problems) = (RwSignal::new(Vec::new()), RwSignal::new(Problems::new()));
    let name = RwSignal::new(String::new());
    spawn_local(async move {
        let mut all = context::workspaces().await;
        all.extend([DEFAULT_WORKSPACE.to_owned(), context.name()]);
        all.sort();
        all.dedup();
        // Nobody is left to tell when the view is gone by now.
        let _ = names.try_set(all);
    });
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match workspace_named(&name.get_untracked()) {
            Ok(name) => address::open_workspace(&name),
            Err(why) => problems.set(vec![("workspace", no_name(why).to_owned())]),
        }
    };
    let item = move |name: String| {
        let (here, shown) = (name == context.name(), words(&name));
        let link = match name.as_str() {
            DEFAULT_WORKSPACE => "./".to_owned(),
            name => format!("?workspace={name}"),
        };
        view! {
            <li>
                <a href=link aria-current=here.then_some("true")>
                    {shown}
                </a>
                {here.then(text::workspaces_here)}
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="workspaces">
            <h2 class="card-title" id="workspaces">
                {text::workspaces()}
            </h2>
            <p class="small quiet">{text::workspaces_text()}</p>
            <ul class="workspaces">{move || names.get().into_iter().map(item).collect_any()}</ul>
            <form class="data-form workspace-form" novalidate on:submit=open>
                <ErrorSummary problems />
                <TextField
                    id="workspace"
                    label=text::workspaces_new()
                    hint=Some(text::workspaces_hint())
                    value=name
                    problems
                />
                <div class="actions">
                    <button class="btn" type="submit">
                        {text::workspaces_open()}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// Why what was typed names no workspace.
fn no_name(why: NoName) -> &'static str {
    match why {
        NoName::Empty => text::workspaces_err_empty(),
        NoName::Letters => text::workspaces_err_letters(),
        NoName::Long => text::workspaces_err_long(),
        NoName::Taken => text::workspaces_err_taken(),
    }
}

/// What a workspace is called on screen.
fn words(name: &str) -> String {
    match name {
        DEFAULT_WORKSPACE => text::workspaces_own().to_owned(),
        DEMO => text::workspaces_demo().to_owned(),
        name => name.to_owned(),
    }
}
