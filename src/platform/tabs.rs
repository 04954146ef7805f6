//! This page among others: what other tabs and elements of this origin store while it is open, and
//! what makes the browser leave it.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::StorageEvent;

/// Calls back with each key another page of this origin changed; stops when dropped.
///
/// An empty key means that everything was cleared.
#[must_use]
pub fn on_stored_elsewhere(mut callback: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let event =
            event.dyn_ref::<StorageEvent>().expect_throw("storage events are StorageEvents");
        callback(event.key().unwrap_or_default());
    }))
}

/// Calls back whenever the page is seen again or gets the focus; stops when dropped.
#[must_use]
pub fn on_seen_again(callback: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let again = callback.clone();
    Some([
        EventListener::new(&window, "focus", move |_| callback()),
        EventListener::new(&document, "visibilitychange", move |_| again()),
    ])
}

/// Has the browser ask before it leaves the page while `is_unsaved`; stops when dropped.
#[must_use]
pub fn ask_before_leaving(is_unsaved: impl Fn() -> bool + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let ask = move |event: &web_sys::Event| {
        if is_unsaved() {
            event.prevent_default();
        }
    };
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "beforeunload", options, ask))
}

/// Keeps the browser from leaving the page for a file that is dropped beside the place for it;
/// stops when dropped.
#[must_use]
pub fn ignore_stray_files() -> [Option<EventListener>; 2] {
    ["dragover", "drop"].map(|name| {
        let options = EventListenerOptions::enable_prevent_default();
        let ignore = |event: &web_sys::Event| event.prevent_default();
        let window = web_sys::window()?;
        Some(EventListener::new_with_options(&window, name, options, ignore))
    })
}
