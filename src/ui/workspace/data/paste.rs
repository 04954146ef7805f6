//! Rows copied from a spreadsheet, or JSON text: into a field, or pasted anywhere in the view.

use super::load::Chosen;
use super::{Desk, Page, bring_in};
use crate::platform::files;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlTextAreaElement};

/// The id of the field.
const FIELD: &str = "pasted";

/// Takes what is pasted while the view shows its sections, unless it goes into a field.
pub(super) fn take_pasted(desk: Desk) {
    let context = AppContext::get();
    let paste = window_event_listener(leptos::ev::paste, move |event: ClipboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_field = target
            .and_then(|target| target.closest("input, textarea, select, [contenteditable]").ok()?)
            .is_some();
        let at_home = desk.page.with_untracked(|page| matches!(page, Page::Home));
        let Some(data) = event.clipboard_data().filter(|_| at_home && !in_field) else { return };
        let copied = files::list(data.files());
        let words = data.get_data("text/plain").unwrap_or_default();
        let chosen = match copied.is_empty() {
            false => bring_in::chosen(copied),
            true if words.trim().is_empty() => return,
            true => pasted(words),
        };
        event.prevent_default();
        bring_in::take(desk, context, chosen);
    });
    on_cleanup(move || paste.remove());
}

fn pasted(words: String) -> Vec<Chosen> {
    vec![Chosen::Text(text::data_pasted().to_owned(), words)]
}

/// The field to paste into.
#[component]
pub(super) fn PasteField() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let field = NodeRef::<leptos::html::Textarea>::new();
    let look = move |_| {
        // Read when it is wanted: the text may be large.
        let words = field.get().map(|field: HtmlTextAreaElement| field.value());
        let words = words.unwrap_or_default();
        // Back from the review, or refused, it is there to be changed.
        desk.pasted.set_value(words.clone());
        bring_in::take(desk, context, pasted(words));
    };
    let kept = desk.pasted.get_value();
    let open = !kept.is_empty();
    view! {
        <details class="disclosure" open=open>
            <summary>{text::data_paste()}</summary>
            <div class="field">
                <label for=FIELD>{text::data_paste_label()}</label>
                <p class="field-hint" id="pasted-hint">
                    {text::data_paste_hint()}
                </p>
                <textarea
                    class="input"
                    id=FIELD
                    rows="5"
                    spellcheck="false"
                    aria-describedby="pasted-hint"
                    node_ref=field
                    prop:value=kept
                ></textarea>
            </div>
            <div class="actions">
                <button class="btn" type="button" on:click=look>
                    {text::data_paste_look()}
                </button>
            </div>
        </details>
    }
}
