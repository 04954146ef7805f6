//! When wasm stops, people are told: developers on the console, and the page where it can help.

use std::panic::{PanicHookInfo, set_hook};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, console};

/// Writes why to the console, which adds the stack, when the widget panics.
pub fn tell_the_console() {
    set_hook(Box::new(write));
}

fn write(info: &PanicHookInfo<'_>) {
    console::error_1(&JsValue::from_str(&info.to_string()));
}

/// Dispatches `ripen-panic` on the window with the message too, so that the page can still hand
/// out the stored data, when the workspace panics.
pub fn tell_the_page() {
    set_hook(Box::new(|info| {
        write(info);
        let init = CustomEventInit::new();
        init.set_detail(&JsValue::from_str(&info.to_string()));
        let event = CustomEvent::new_with_event_init_dict("ripen-panic", &init);
        if let (Some(window), Ok(event)) = (web_sys::window(), event) {
            // Nobody listening is no reason to stop a second time.
            let _ = window.dispatch_event(&event);
        }
    }));
}
