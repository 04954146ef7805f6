//! Where the focus is, and where it goes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// Moves the focus to an element of the page.
pub fn focus(id: &str) {
    let element =
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is; nothing to tell.
        let _ = element.focus();
    }
}

/// What had the focus, and what it said: an element that says something else by now does something
/// else.
pub(in crate::ui::workspace) type Focused = (HtmlElement, Option<String>);

/// What has the focus, to give it back later; in a menu, which closes, what opens that.
pub(in crate::ui::workspace) fn focused() -> Option<Focused> {
    let document = web_sys::window()?.document()?;
    let focused = document.active_element()?;
    let menu = focused.closest("details.menu").ok().flatten();
    let opens = menu.and_then(|menu| menu.query_selector("summary").ok().flatten());
    let element: HtmlElement = opens.unwrap_or(focused).dyn_into().ok()?;
    let words = element.text_content();
    Some((element, words))
}

/// Gives the focus back to what had it, or to another element where that cannot take it any more.
pub(in crate::ui::workspace) fn focus_back(had: Option<&Focused>, otherwise: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    let has = had.is_some_and(|(element, words)| {
        if element.text_content() != *words {
            return false;
        }
        let _ = element.focus();
        let body = document.as_ref().and_then(Document::body);
        let now = document.as_ref().and_then(Document::active_element);
        body.as_ref() != Some(element) && now.as_ref() == Some(element.as_ref())
    });
    if !has {
        focus(otherwise);
    }
}

/// Moves the focus to where a view begins, once it is drawn. Whoever is quicker and moves it elsewhere
/// stays there.
pub fn arrive(id: &'static str) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let before = document.active_element();
    request_animation_frame(move || {
        let now = document.active_element();
        // What had the focus may have gone with the view before.
        if now == before || now == document.body().map(Into::into) {
            focus(id);
        }
    });
}
