//! What other tabs and elements of this origin store while we are open.

use gloo_events::EventListener;
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
