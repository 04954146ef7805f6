//! What the host page is told, as plain JSON.

use crate::domain::event::PlaybookRef;
use crate::platform::json;
use crate::ui::funnel::alone::Wrong;
use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// The figures are shown.
#[derive(Debug, Serialize)]
struct Ready {
    schema: &'static str,
    playbook: PlaybookRef,
    contacts: usize,
}

/// There are no figures.
#[derive(Debug, Serialize)]
struct Failed {
    schema: &'static str,
    code: &'static str,
    message: &'static str,
}

/// Tells the element, which tells the page.
#[derive(Debug, Clone)]
pub(super) struct Host(Function);

impl Host {
    /// Takes the element's function of an event's name and its detail.
    pub(super) fn new(tell: Function) -> Self {
        Self(tell)
    }

    /// `ripen-ready`.
    pub(super) fn ready(&self, playbook: PlaybookRef, contacts: usize) {
        self.tell("ripen-ready", &Ready { schema: "ripen-ready/1", playbook, contacts });
    }

    /// `ripen-error`.
    pub(super) fn error(&self, wrong: Wrong) {
        let (code, message) = match wrong {
            Wrong::Blocked => ("storage", "The browser blocks storage for this page."),
            Wrong::Incomplete => {
                ("incomplete", "The database that has the contacts does not answer.")
            }
            Wrong::Damaged => {
                ("damaged", "Something that is stored of the workspace cannot be read.")
            }
            Wrong::Newer => ("newer", "Something was stored by a newer version."),
            Wrong::NoExport => ("file", "The file is no export of a workspace."),
            Wrong::NewerFile => ("newer", "The file was written by a newer version."),
            Wrong::Unreachable => ("source", "The file cannot be loaded."),
        };
        self.tell("ripen-error", &Failed { schema: "ripen-error/1", code, message });
    }

    fn tell(&self, name: &str, detail: &impl Serialize) {
        let Ok(detail) = json::to_js(detail) else { return };
        // The element's function only queues; what a page's handler throws is the page's own.
        let _ = self.0.call2(&JsValue::NULL, &name.into(), &detail);
    }
}
