//! The frame round every view: navigation, the playbook in force, what is stored, undo.

use super::icons::{Brand, Glyph, Icon};
use super::notices;
use crate::app::route::{DEFAULT_WORKSPACE, Lesson, Listing, PlaybookPage, Route};
use crate::app::workspace::Workspace;
use crate::domain::funnel::Window;
use crate::platform::address::{self, GUIDED_DEMO};
use crate::platform::intl;
use crate::platform::storage::StoreError;
use crate::ui::context::{AppContext, Loading, SaveState};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// The frame with a view in it.
#[component]
pub fn Shell(
    /// The view.
    children: Children,
) -> impl IntoView {
    let context = AppContext::get();
    view! {
        <a
            class="skip"
            href="#main"
            on:click=|event| {
                event.prevent_default();
                super::form::focus("main");
            }
        >
            {text::skip_to_content()}
        </a>
        <div class="app">
            <header class="app-head">
                <a class="brand" href=Route::Start.address()>
                    <Brand />
                    {text::app_name()}
                </a>
                <a
                    class="btn btn-primary app-new"
                    href=Route::NewContact.address()
                    aria-current=move || {
                        context.route.with(|r| (*r == Route::NewContact).then_some("page"))
                    }
                >
                    <Glyph icon=Icon::Plus />
                    <span>{text::new_contact()}</span>
                </a>
                <Navigation />
                <div class="app-status">
                    <p class="app-playbook">
                        {text::judged_by()} " "
                        <a href=Route::Playbook(PlaybookPage::Overview).address()>
                            {move || context.playbook().title.clone()}
                        </a> ", "
                        {move || text::playbook_version(context.playbook().revision)}
                    </p>
                    <SaveLine />
                    <super::backup_line::BackupLine />
                </div>
            </header>
            <div class="app-body">
                <section class="app-bar" aria-label=text::notices_and_undo()>
                    <DemoBadge />
                    <WorkspaceBadge />
                    <AttentionLine />
                    <notices::UndoButtons />
                </section>
                <super::guide::Guide />
                <main class="view" id="main" tabindex="-1">
                    {children()}
                </main>
            </div>
            <notices::Toast />
        </div>
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let context = AppContext::get();
    let count = Memo::new(move |_| context.workspace.with(Workspace::count));
    let current = move |is: fn(&Route) -> bool| context.route.with(|r| is(r).then_some("page"));
    view! {
        <nav class="app-nav" aria-label=text::views()>
            <a
                class="app-link"
                href=Route::Contacts(Listing::default()).address()
                aria-current=move || {
                    if context.route.with(|route| *route == Route::Start) {
                        return (count.get() != 0).then_some("page");
                    }
                    current(|route| {
                        !matches!(
                            route,
                            Route::Funnel(_)
                                | Route::Report(_)
                                | Route::Playbook(_)
                                | Route::Learn(_)
                                | Route::Data
                                | Route::TakeOut(..)
                        )
                    })
                }
            >
                <Glyph icon=Icon::Contacts />
                {text::contacts()}
                " "
                <Shown when=move || context.loading.get() == Loading::Done>
                    <span class="app-count">{move || intl::count(count.get())}</span>
                </Shown>
            </a>
            <a
                class="app-link"
                href=Route::Funnel(Window::default()).address()
                aria-current=move || current(|route| matches!(route, Route::Funnel(_) | Route::Report(_)))
            >
                <Glyph icon=Icon::Funnel />
                {text::funnel()}
            </a>
            <a
                class="app-link"
                href=Route::Playbook(PlaybookPage::Overview).address()
                aria-current=move || current(|route| matches!(route, Route::Playbook(_)))
            >
                <Glyph icon=Icon::Playbook />
                {text::playbook()}
            </a>
            <a
                class="app-link"
                href=Route::Data.address()
                aria-current=move || current(|route| matches!(route, Route::Data | Route::TakeOut(..)))
            >
                <Glyph icon=Icon::Data />
                {text::data()}
            </a>
            <a
                class="app-link"
                href=Route::Learn(Lesson::default()).address()
                aria-current=move || current(|route| matches!(route, Route::Learn(_)))
            >
                <Glyph icon=Icon::Learn />
                {text::learn()}
            </a>
        </nav>
    }
}

/// What is stored, in words: never a silent failure.
#[component]
fn SaveLine() -> impl IntoView {
    let context = AppContext::get();
    let state = move || match context.saving.get() {
        SaveState::Saved => ("saved", text::saved().to_owned()),
        SaveState::SavedLocally => ("saved", text::saved_locally().to_owned()),
        SaveState::Saving(n) => ("saving", text::saving(intl::count(n))),
        SaveState::NotSaved(StoreError::Full, n) => {
            ("failed", text::not_saved_full(intl::count(n)))
        }
        SaveState::NotSaved(StoreError::Protected, n) => {
            ("failed", text::not_saved_protected(intl::count(n)))
        }
        SaveState::NotSaved(_, n) => ("failed", text::not_saved_blocked(intl::count(n))),
        SaveState::ReadOnly => ("read-only", text::read_only().to_owned()),
        SaveState::InMemory => ("memory", text::in_memory().to_owned()),
    };
    let rescue = move || {
        matches!(
            context.saving.get(),
            SaveState::NotSaved(..) | SaveState::InMemory | SaveState::ReadOnly
        )
    };
    view! {
        <p class="save" data-state=move || state().0 role="status">
            <span>{move || state().1}</span>
            <Shown when=rescue>
                <button class="link" type="button" on:click=move |_| context.export_json()>
                    {text::export_now()}
                </button>
            </Shown>
            <Shown when=move || matches!(context.saving.get(), SaveState::NotSaved(..))>
                <button class="link" type="button" on:click=move |_| context.save_again()>
                    {text::try_again()}
                </button>
            </Shown>
        </p>
    }
}

#[component]
fn DemoBadge() -> impl IntoView {
    let context = AppContext::get();
    view! {
        <Shown when=move || context.is_demo()>
            <p class="demo-badge">
                <b>{text::demo_badge()}</b>
                <Shown when=|| !address::is_guided()>
                    <a href=GUIDED_DEMO>{text::tour_title()}</a>
                </Shown>
                <a href="./">{text::leave_demo()}</a>
            </p>
        </Shown>
    }
}

/// Which workspace it is, where it is not the one that opens by itself.
#[component]
fn WorkspaceBadge() -> impl IntoView {
    let context = AppContext::get();
    let name = context.name();
    let is_other = name != DEFAULT_WORKSPACE && !context.is_demo();
    is_other.then_any(|| {
        view! {
            <p class="demo-badge">
                <b>{text::workspace_badge(name)}</b>
                <a href="./">{text::workspace_leave()}</a>
            </p>
        }
    })
}

#[component]
fn AttentionLine() -> impl IntoView {
    let context = AppContext::get();
    let count = move || context.attention.with(Vec::len);
    view! {
        <Shown when=move || count() != 0>
            <p class="demo-badge">
                <b>
                    {move || match count() {
                        1 => text::attention_banner_one().to_owned(),
                        n => text::attention_banner(n),
                    }}
                </b>
                <a href=Route::Data.address()>{text::see_attention()}</a>
            </p>
        </Shown>
    }
}
