//! What every page of the playbook has: the way to the other pages, the draft's line, and undo by
//! keys.

use super::title;
use crate::app::route::{PlaybookPage, Route};
use crate::platform::repository::DRAFT;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::shown::Shown;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The pages one can go to, in order.
const PAGES: [PlaybookPage; 11] = [
    PlaybookPage::Overview,
    PlaybookPage::Packs,
    PlaybookPage::Questions,
    PlaybookPage::Criteria,
    PlaybookPage::Gates,
    PlaybookPage::People,
    PlaybookPage::Sources,
    PlaybookPage::Scores,
    PlaybookPage::Visitors,
    PlaybookPage::Words,
    PlaybookPage::Try,
];

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
    // A page of one question is under that of all questions.
    let here = title(&page);
    let link = |page: PlaybookPage| {
        let name = match page {
            PlaybookPage::Overview => text::pb_overview(),
            _ => title(&page),
        };
        let current = if title(&page) == here { Some("page") } else { None };
        view! {
            <a class="pb-link" href=Route::Playbook(page).address() aria-current=current>
                {name}
            </a>
        }
    };
    view! {
        <div class="pb">
            <nav class="pb-nav" aria-label=text::pb_pages()>
                {PAGES.into_iter().map(link).collect_any()}
            </nav>
            <Shown when=move || !can_edit(context)>
                <p class="banner" data-kind="error">
                    {text::pb_locked()}
                </p>
            </Shown>
            <Shown when=move || context.is_unreadable(DRAFT)>
                <p class="banner">{text::pb_draft_unreadable()}</p>
            </Shown>
            <p class="pb-status small" role="status" hidden=overview>
                {status}
            </p>
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
