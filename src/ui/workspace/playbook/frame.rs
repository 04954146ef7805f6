//! What every page of the playbook has: the way to the other pages, the draft's line, and undo by
//! keys.

use super::checks::{Checks, Notice};
use super::title;
use crate::app::route::{PlaybookPage, Route};
use crate::exchange::keys::Item;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::shown::Shown;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The pages about the playbook as a whole.
const WHOLE: [PlaybookPage; 6] = [
    PlaybookPage::Overview,
    PlaybookPage::Checks,
    PlaybookPage::Try,
    PlaybookPage::Packs,
    PlaybookPage::Share,
    PlaybookPage::Embed,
];

/// The pages of what it defines.
const DEFINITIONS: [PlaybookPage; 9] = [
    PlaybookPage::Questions,
    PlaybookPage::Criteria,
    PlaybookPage::Gates,
    PlaybookPage::People,
    PlaybookPage::Sources,
    PlaybookPage::Scores,
    PlaybookPage::Visitors,
    PlaybookPage::Languages,
    PlaybookPage::Words,
];

/// The page of the navigation that a page is under.
fn under(page: &PlaybookPage) -> PlaybookPage {
    match page {
        PlaybookPage::Question(_) => PlaybookPage::Questions,
        PlaybookPage::Criterion(_) => PlaybookPage::Criteria,
        PlaybookPage::Level(_) | PlaybookPage::Stage(_) => PlaybookPage::Gates,
        PlaybookPage::Persona(_) => PlaybookPage::People,
        PlaybookPage::Guided => PlaybookPage::Packs,
        page => page.clone(),
    }
}

/// What a page is called in the navigation.
fn name(page: &PlaybookPage) -> &'static str {
    match page {
        PlaybookPage::Overview => text::pb_overview(),
        page => title(page),
    }
}

/// The ways to all pages. Where there is little room they open by a button, which says where one is.
#[component]
fn Navigation(here: PlaybookPage, found: Memo<usize>) -> impl IntoView {
    let open = RwSignal::new(false);
    let current = name(&here);
    let links = |pages: &[PlaybookPage]| {
        let link = |page: &PlaybookPage| {
            let name = match page {
                PlaybookPage::Checks => (move || match found.get() {
                    0 => text::checks().to_owned(),
                    n => text::checks_count(intl::count(n)),
                })
                .into_any(),
                page => name(page).into_any(),
            };
            let current = (*page == here).then_some("page");
            view! {
                <li>
                    <a
                        class="pb-link"
                        href=Route::Playbook(page.clone()).address()
                        aria-current=current
                    >
                        {name}
                    </a>
                </li>
            }
        };
        pages.iter().map(link).collect_any()
    };
    view! {
        <nav class="pb-nav" aria-label=text::pb_pages()>
            <button
                class="btn pb-nav-open"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="pb-pages"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {current}
                <Glyph icon=Icon::Down />
            </button>
            <div class="pb-nav-pages" id="pb-pages" data-open=move || open.get().then_some("")>
                <ul class="pb-nav-list">{links(&WHOLE)}</ul>
                <p class="pb-nav-name" id="pb-definitions">
                    {text::pb_definitions()}
                </p>
                <ul class="pb-nav-list" aria-labelledby="pb-definitions">
                    {links(&DEFINITIONS)}
                </ul>
            </div>
        </nav>
    }
}

/// The frame with a page in it.
#[component]
pub(super) fn Frame(
    /// Which page.
    page: PlaybookPage,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    let context = AppContext::get();
    let keys = window_event_listener(leptos::ev::keydown, move |press| on_key(context, &press));
    // A field commits when it is left, also by Back: this comes before the address changes the view.
    let away = window_event_listener(leptos::ev::popstate, |_| leave_field());
    let closed = window_event_listener_untyped("pagehide", |_| leave_field());
    on_cleanup(move || {
        keys.remove();
        away.remove();
        closed.remove();
    });
    let checks = Checks::get();
    checks.follow(context);
    let found = Memo::new(move |_| checks.found().len());
    let overview = page == PlaybookPage::Overview;
    let changed = Memo::new(move |_| context.editor.with(crate::app::edit::Editor::has_changes));
    // It is always there and of one height: a field that commits moves nothing under the pointer.
    let status = move || {
        let version = context.editor.with(|editor| editor.published().revision);
        if !changed.get() {
            return text::pb_in_force(version).into_any();
        }
        view! {
            <b>{text::pb_draft_line()}</b>
            " "
            <a href=Route::Playbook(PlaybookPage::Overview).address()>{text::pb_review()}</a>
        }
        .into_any()
    };
    view! {
        <div class="pb">
            <Navigation here=under(&page) found />
            <Shown when=move || !can_edit(context)>
                <p class="banner" data-kind="error">
                    {text::pb_locked()}
                </p>
            </Shown>
            <Shown when=move || context.is_unreadable(Item::Draft)>
                <p class="banner">{text::pb_draft_unreadable()}</p>
            </Shown>
            <p class="pb-status small" role="status" hidden=overview>
                {status}
            </p>
            <Notice page />
            {children()}
        </div>
    }
}

fn leave_field() {
    let field = document().active_element();
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        // What cannot be left was not typed in.
        let _ = field.blur();
    }
}

/// Whether the draft can be changed, told anew when that changes.
fn can_edit(context: AppContext) -> bool {
    context.saving.track();
    context.attention.track();
    context.can_edit()
}

/// Undo and redo by the usual keys. In a field that was typed in, they are the browser's.
fn on_key(context: AppContext, press: &KeyboardEvent) {
    if !(press.ctrl_key() || press.meta_key()) || press.alt_key() || press.default_prevented() {
        return;
    }
    let redo = match press.key().as_str() {
        "z" => false,
        "Z" | "y" => true,
        _ => return,
    };
    if is_typed_in(press) {
        return;
    }
    press.prevent_default();
    if redo { context.redo_edit() } else { context.undo_edit() }
}

/// Whether the focus is in a text that differs from what is kept.
fn is_typed_in(press: &KeyboardEvent) -> bool {
    let property = |name: &str| {
        let target = press.target()?;
        js_sys::Reflect::get(&target, &JsValue::from_str(name)).ok()?.as_string()
    };
    // Only text has a default to differ from; a list's entry has none.
    property("defaultValue").is_some_and(|kept| property("value") != Some(kept))
        && property("type").is_some_and(|kind| matches!(&*kind, "text" | "textarea"))
}
