//! What the element's loader, `embed/ripen.js`, calls.
//!
//! Exported here and not in the library, so that the workspace does not carry it.

use js_sys::Function;
use ripen::app::visit::wish::Wish;
use ripen::embed::events::Page;
use ripen::embed::mount::Mounted;
use ripen::embed::session::Options;
use ripen::platform::json;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

fn main() {
    #[cfg(debug_assertions)]
    ripen::platform::panic::tell_the_console();
}

/// The style sheet of every wizard.
#[wasm_bindgen]
pub fn styles() -> String {
    ripen::embed::style::SHEET.to_owned()
}

/// A wizard in its element; `free()` takes it out.
#[wasm_bindgen]
pub struct Wizard(Mounted);

/// Mounts a wizard into a frame inside the element's shadow root. `tell` takes an event's name and
/// its detail.
///
/// # Errors
/// Where and why the playbook cannot be used.
#[wasm_bindgen]
pub fn mount(
    frame: HtmlElement,
    playbook: JsValue,
    storage_key: Option<String>,
    resume: bool,
    workspace: Option<String>,
    tell: Function,
) -> Result<Wizard, JsError> {
    let options = Options { storage_key, resume, workspace };
    let mounted = Mounted::new(frame, playbook, options, Page::new(tell));
    mounted.map(Wizard).map_err(|reason| JsError::new(&reason))
}

#[wasm_bindgen]
impl Wizard {
    /// Begins anew.
    pub fn reset(&self) {
        self.0.hear(Wish::StartAgain);
    }

    /// The result of the run so far, as a `ripen-result` file holds it.
    pub fn result(&self) -> JsValue {
        let result = self.0.with(|session| session.result());
        json::to_js(&result).unwrap_or(JsValue::NULL)
    }

    /// Changes the workspace a finished run goes to.
    #[wasm_bindgen(js_name = setWorkspace)]
    pub fn set_workspace(&self, workspace: Option<String>) {
        self.0.with(|session| session.set_workspace(workspace));
    }
}
