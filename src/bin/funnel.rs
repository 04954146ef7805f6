//! What the element's script calls (`embed/extras.js`).
//!
//! Exported here and not in the library, so that neither the workspace nor the wizard carries it.

use js_sys::{Function, Object, Reflect};
use ripen::embed::funnel::{Mounted, Options};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn main() {
    #[cfg(debug_assertions)]
    ripen::platform::panic::tell_the_console();
}

/// The style sheet of every funnel.
#[wasm_bindgen]
pub fn styles() -> String {
    ripen::embed::style::FUNNEL.to_owned()
}

/// A funnel in its element; `free()` takes it out.
#[wasm_bindgen]
pub struct Funnel(Mounted);

/// Mounts a funnel into a frame inside the element's shadow root. `tell` takes an event's name and
/// its detail. `options`: `workspace`, `data` (the text of an exported file), `unreachable` (the
/// file cannot be had), `window`.
///
/// # Errors
/// What of the options cannot be.
#[wasm_bindgen]
pub fn mount(frame: HtmlElement, options: &Object, tell: Function) -> Result<Funnel, JsError> {
    let get = |name: &str| Reflect::get(options, &name.into()).unwrap_or_default();
    let text = |name: &str| get(name).as_string();
    let options = Options {
        workspace: text("workspace"),
        data: text("data"),
        unreachable: get("unreachable").is_truthy(),
        window: text("window"),
    };
    Mounted::new(frame, options, tell).map(Funnel).map_err(|reason| JsError::new(&reason))
}

#[wasm_bindgen]
impl Funnel {
    /// Reads everything again.
    pub fn reload(&self) {
        self.0.reload();
    }

    /// Shows another window of time; all of it where none is asked for.
    #[expect(clippy::needless_pass_by_value, reason = "a text of the page's is handed over")]
    #[wasm_bindgen(js_name = setWindow)]
    pub fn set_window(&self, window: Option<String>) {
        self.0.set_window(window.as_deref());
    }
}
