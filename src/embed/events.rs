//! What the host page is told: the element's events, as plain JSON; and what its loader alone is told.
//!
//! The element dispatches them after the call that caused them, so a page may call any method
//! from a handler.

use crate::app::progress::Progress;
use crate::app::visit::{Screen, Visit};
use crate::domain::event::PlaybookRef;
use crate::domain::ids::{ContactId, QuestionId};
use crate::platform::json;
use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// The wizard can be used.
#[derive(Debug, Serialize)]
struct Ready {
    schema: &'static str,
    playbook: PlaybookRef,
    resumed: bool,
}

/// A page of the wizard is shown.
#[derive(Debug, Serialize)]
struct Stepped<'a> {
    schema: &'static str,
    index: usize,
    question: Option<&'a QuestionId>,
    answered: usize,
    remaining: usize,
}

/// Something does not work.
#[derive(Debug, Serialize)]
struct Failed<'a> {
    schema: &'static str,
    code: &'a str,
    message: &'a str,
}

/// Something is wanted for one run.
#[derive(Debug, Serialize)]
struct OfRun {
    id: ContactId,
}

/// Tells the element, which tells the page.
#[derive(Debug, Clone)]
pub struct Page(Function);

impl Page {
    /// Takes the element's function of an event's name and its detail.
    pub fn new(tell: Function) -> Self {
        Self(tell)
    }

    /// `ripen-ready`.
    pub fn ready(&self, visit: &Visit, resumed: bool) {
        let playbook = visit.playbook().reference();
        self.tell("ripen-ready", &Ready { schema: "ripen-ready/1", playbook, resumed });
    }

    /// `ripen-step`; the result has an event of its own, and the loader alone is told when its page is
    /// shown.
    pub fn step(&self, visit: &Visit) {
        let answered = visit.given().count();
        let (index, question, remaining) = match visit.screen() {
            Screen::Ask(question) => {
                let progress = Progress::of(&visit.run(), question);
                let place = progress.map(|Progress { number, left }| (number - 1, left + 1));
                let (index, remaining) = place.unwrap_or_default();
                (index, Some(question), remaining)
            }
            Screen::Check => (answered, None, 0),
            Screen::Result => return self.call("result", &JsValue::UNDEFINED),
        };
        let schema = "ripen-step/1";
        self.tell("ripen-step", &Stepped { schema, index, question, answered, remaining });
    }

    /// `ripen-result`.
    pub fn result(&self, result: &JsValue) {
        self.call("ripen-result", result);
    }

    /// Tells the loader that a run is to be forgotten.
    pub fn forget(&self, id: ContactId) {
        self.tell("forget", &OfRun { id });
    }

    /// `ripen-error`.
    pub fn error(&self, code: &str, message: &str) {
        self.tell("ripen-error", &Failed { schema: "ripen-error/1", code, message });
    }

    fn tell(&self, name: &str, detail: &impl Serialize) {
        if let Ok(detail) = json::to_js(detail) {
            self.call(name, &detail);
        }
    }

    fn call(&self, name: &str, detail: &JsValue) {
        // The element's function only queues; what a page's handler throws is the page's own.
        let _ = self.0.call2(&JsValue::NULL, &name.into(), detail);
    }
}
