//! When the app stops, the page is told, so that it can still hand out the stored data.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// Dispatches `ripen-panic` on the window with the message when the app panics.
pub fn tell_the_page() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let init = CustomEventInit::new();
        init.set_detail(&JsValue::from_str(&info.to_string()));
        let event = CustomEvent::new_with_event_init_dict("ripen-panic", &init);
        if let (Some(window), Ok(event)) = (web_sys::window(), event) {
            // Nobody listening is no reason to stop a second time.
            let _ = window.dispatch_event(&event);
        }
    }));
}
