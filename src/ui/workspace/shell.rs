//! The frame round every view: navigation, the playbook in force, what is stored, undo.

use super::icons::{Brand, Glyph, Icon};
use super::words;
use crate::app::route::{Listing, Route};
use crate::app::workspace::Deed;
use crate::domain::funnel::Window;
use crate::platform::intl;
use crate::platform::storage::StoreError;
use crate::ui::context::{AppContext, Notice, Reading, SaveState};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::shown::Shown;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long a message stays, in milliseconds.
const NOTICE_TIME: u32 = 8_000;

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
                <Navigation />
                <div class="app-status">
                    <p class="app-playbook">
                        {text::judged_by()} " "
                        <b>{move || context.playbook().title.clone()}</b> ", "
                        {move || text::playbook_version(context.playbook().revision)}
                    </p>
                    <SaveLine />
                </div>
            </header>
            <div class="app-body">
                <section class="app-bar" aria-label=text::notices_and_undo()>
                    <DemoBadge />
                    <AttentionLine />
                    <UndoButtons />
                </section>
                <main class="view" id="main" tabindex="-1">
                    {children()}
                </main>
            </div>
            <Toast />
        </div>
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let context = AppContext::get();
    let count =
        Memo::new(move |_| context.workspace.with(|workspace| workspace.contacts().count()));
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
                    current(|route| !matches!(route, Route::Funnel(_) | Route::Data))
                }
            >
                <Glyph icon=Icon::Contacts />
                {text::contacts()}
                " "
                <Shown when=move || context.reading.get() == Reading::Done>
                    <span class="app-count">{move || intl::count(count.get())}</span>
                </Shown>
            </a>
            <a
                class="app-link"
                href=Route::Funnel(Window::default()).address()
                aria-current=move || current(|route| matches!(route, Route::Funnel(_)))
            >
                <Glyph icon=Icon::Funnel />
                {text::funnel()}
            </a>
            <a
                class="app-link"
                href=Route::Data.address()
                aria-current=move || current(|route| matches!(route, Route::Data))
            >
                <Glyph icon=Icon::Data />
                {text::data()}
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
                <a href="./">{text::leave_demo()}</a>
            </p>
        </Shown>
    }
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

#[component]
fn UndoButtons() -> impl IntoView {
    let context = AppContext::get();
    let label = move |deed: Option<Deed>| deed.map(words::deed);
    let to_undo = move || context.workspace.with(|w| w.to_undo().map(|a| a.label));
    let to_redo = move || context.workspace.with(|w| w.to_redo().map(|a| a.label));
    view! {
        <Shown when=move || to_redo().is_some()>
            <button class="btn btn-small undo" type="button" on:click=move |_| context.redo()>
                {text::redo()}
                <span class="visually-hidden">": "</span>
                <span class="quiet">{move || label(to_redo())}</span>
            </button>
        </Shown>
        <Shown when=move || to_undo().is_some()>
            <button class="btn btn-small undo" type="button" on:click=move |_| context.undo()>
                <Glyph icon=Icon::Undo />
                {text::undo()}
                <span class="visually-hidden">": "</span>
                <span class="quiet">{move || label(to_undo())}</span>
            </button>
        </Shown>
    }
}

/// Says what was just done, for a while, with its undo.
#[component]
fn Toast() -> impl IntoView {
    let context = AppContext::get();
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        if context.notice.get().is_none() {
            return;
        }
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        spawn_local(async move {
            TimeoutFuture::new(NOTICE_TIME).await;
            if turn.try_get_value() == mine {
                context.notice.set(None);
            }
        });
    });
    let what = |deed: Deed, n: usize| match n {
        0 | 1 => words::deed(deed).to_owned(),
        _ => text::did_count(words::deed(deed), intl::count(n)),
    };
    let words = move |notice: Notice| match notice {
        Notice::Did(deed, n) => (what(deed, n), true),
        Notice::Undid(deed, n) => (text::undid(what(deed, n)), false),
        Notice::Redid(deed, n) => (text::redid(what(deed, n)), true),
    };
    view! {
        <div class="toasts" role="status">
            {move || {
                context
                    .notice
                    .get()
                    .map_any(|notice| {
                        let (message, can_undo) = words(notice);
                        view! {
                            <div class="toast">
                                <span>{message}</span>
                                <button
                                    class="link"
                                    type="button"
                                    on:click=move |_| if can_undo {
                                        context.undo();
                                    } else {
                                        context.redo();
                                    }
                                >
                                    {if can_undo { text::undo() } else { text::redo() }}
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
