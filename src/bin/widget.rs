//! What the element's script, `embed/element.js`, calls.
//!
//! Exported here and not in the library, so that the workspace does not carry it.

use js_sys::Function;
#[cfg(target_arch = "wasm32")]
use lol_alloc::{FreeListAllocator, LockedAllocator};
use ripen::app::visit::wish::Wish;
use ripen::embed::events::Page;
use ripen::embed::mount::Mounted;
use ripen::embed::options::Options;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A list of what is free: slower than the usual one where much is taken and given back, which a form
/// does not.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());

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

/// Mounts a wizard into a frame inside the element's shadow root, as the options have it. `tell` takes
/// an event's name and its detail; `result` and `forget` are for the loader alone.
///
/// # Errors
/// Where and why the playbook cannot be used.
#[wasm_bindgen]
pub fn mount(
    frame: HtmlElement,
    playbook: JsValue,
    options: JsValue,
    tell: Function,
) -> Result<Wizard, JsError> {
    let mounted = Mounted::new(frame, playbook, Options::read(options), Page::new(tell));
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
        self.0.with(|session| session.result())
    }

    /// Goes back one page; false on the first one.
    pub fn back(&self) -> bool {
        self.0.back()
    }

    /// Puts a result of the run, with what was added to it, into the inbox of the workspace, finished
    /// later than any before; that is written into it. Says whether nothing went wrong.
    pub fn deliver(&self, result: &JsValue) -> bool {
        self.0.with(|session| session.deliver(result))
    }

    /// Changes the workspace a finished run goes to.
    #[wasm_bindgen(js_name = setWorkspace)]
    pub fn set_workspace(&self, workspace: Option<String>) {
        self.0.with(|session| session.set_workspace(workspace));
    }
}
