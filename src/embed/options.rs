//! How the element is set up: what its loader hands over at the start.
//!
//! Read by hand from a plain object, every key of it optional. What is of another kind than it
//! should be counts as missing.

use crate::app::visit::Visit;
use crate::domain::ids::QuestionId;
use crate::exchange::tree::Tree;
use crate::platform::json::Parsed;
use crate::platform::language::Language;
use wasm_bindgen::JsValue;

/// A choice a visitor made in the page's own form.
#[derive(Debug, Clone)]
pub struct First {
    /// The question it answers.
    pub question: QuestionId,
    /// What was chosen, as a suggestion has it.
    pub value: String,
    /// Whether it was sent off, and so counts.
    pub done: bool,
}

/// How the element is set up.
pub struct Options {
    /// The name of the draft; the playbook's id where none is given.
    pub storage_key: Option<String>,
    /// Whether a draft is gone on with.
    pub resume: bool,
    /// The workspace of this origin a finished run goes to.
    pub workspace: Option<String>,
    /// Whether events carry free text.
    pub emit_data: bool,
    /// A choice the visitor made before the wizard was there.
    pub first: Option<First>,
    /// What everything is said in.
    pub language: &'static Language,
    prefill: Option<Parsed>,
}

impl Options {
    /// Reads what the loader gives.
    pub fn read(given: JsValue) -> Self {
        let given = Parsed::from(given);
        let text = |key: &str| given.get(key)?.text().filter(|text| !text.is_empty());
        let truth = |key: &str| given.get(key)?.truth();
        let texts = given.get("texts").map_or(JsValue::UNDEFINED, JsValue::from);
        let first = |first: Parsed| {
            let question = QuestionId::new(first.get("question")?.text()?);
            let done = first.get("done").and_then(|done| done.truth()).unwrap_or_default();
            Some(First { question, value: first.get("value")?.text()?, done })
        };
        Self {
            storage_key: text("storageKey"),
            resume: truth("resume").unwrap_or(true),
            workspace: text("workspace"),
            emit_data: truth("emitData").unwrap_or_default(),
            first: given.get("first").and_then(first),
            language: Language::load(&text("lang").unwrap_or_default(), &texts),
            prefill: given.get("prefill"),
        }
    }

    /// Fills in the answers that the page suggests.
    pub fn suggest(&self, visit: &mut Visit) {
        let suggested = |name: &str| self.prefill.as_ref()?.get(name)?.text();
        let playbook = visit.playbook().clone();
        for question in &playbook.questions {
            if let Some(text) = suggested(question.id.as_str()) {
                visit.suggest(question.id.clone(), text);
            }
        }
    }
}
