//! One visitor's run, live: it hears wishes and keeps draft, page and workspace told.

use super::draft::{Draft, Drafts, RunKey};
use super::events::Page;
use super::options::{First, Options};
use crate::app::visit::Visit;
use crate::app::visit::wish::{Left, Wish};
use crate::domain::ids::SourceId;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::keys::is_workspace_name;
use crate::exchange::result_file::RunResult;
use crate::platform::storage::StoreError;
use crate::platform::{clock, inbox, json};
use crate::ui::format;
use crate::ui::wizard::visitor::{Kept, Stand};
use serde::Serialize;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// Where a lead from the element comes from.
const SOURCE: &str = "website";

/// A run with everything that hangs on it.
#[derive(Debug, Clone)]
pub struct Session {
    stand: Stand,
    outside: Outside,
}

/// What the run tells, and what it goes by outside.
#[derive(Debug, Clone)]
struct Outside {
    page: Page,
    drafts: Drafts,
    workspace: Option<String>,
    emit_data: bool,
    run: RunKey,
    /// The last moment it went by, in milliseconds since 1970: later ones are greater, whatever the
    /// clock says.
    last: u64,
}

impl Session {
    /// Begins a run, or goes on with the draft.
    pub fn begin(playbook: Playbook, options: Options, page: Page) -> Self {
        let playbook = Arc::new(playbook);
        let name = options.storage_key.clone().unwrap_or_else(|| playbook.id.to_string());
        let drafts = Drafts::open(&name, options.resume);
        let draft = drafts.load();
        let (resumed, kept) = (draft.is_some(), drafts.is_available());
        let kept = if kept { Kept::Answers } else { Kept::Nothing };
        let (run, finished, last, earlier) = match draft {
            Some(draft) => (draft.run, draft.finished, draft.at, draft.answers),
            None => (RunKey::new(), false, 0, Vec::new()),
        };
        let mut visit = Visit::resume(playbook, earlier, finished, now(), clock::today());
        options.suggest(&mut visit);
        page.ready(&visit, resumed);
        let Options { workspace, emit_data, first, .. } = options;
        let outside = Outside { page, drafts, workspace, emit_data, run, last };
        let mut session = Self { stand: Stand { visit, kept }, outside };
        if let Some(first) = first {
            session.carry_on(first);
        }
        session.outside.page.step(&session.stand.visit);
        session
    }

    /// Goes on from what the visitor chose in the page's own form.
    fn carry_on(&mut self, first: First) {
        let Self { stand, outside } = self;
        let First { question, value, done } = first;
        if done && stand.visit.answer_with(&question, &value, now()) {
            outside.keep(stand, false);
        } else {
            stand.visit.suggest(question, value);
        }
    }

    /// How the wizard stands.
    pub fn stand(&self) -> &Stand {
        &self.stand
    }

    /// Does what the visitor wants, and tells the page.
    pub fn hear(&mut self, wish: Wish) {
        let Self { stand, outside } = self;
        match stand.visit.hear(wish, now(), clock::today()) {
            Left::Nothing => {}
            Left::Keep => outside.keep(stand, false),
            Left::Finish => outside.finish(stand),
            Left::Anew => outside.begin_anew(),
            Left::Forget => {
                outside.page.forget(outside.run.contact());
                outside.begin_anew();
                stand.kept = Kept::Forgotten;
            }
        }
        outside.page.step(&stand.visit);
    }

    /// Changes the workspace a finished run goes to.
    pub fn set_workspace(&mut self, workspace: Option<String>) {
        self.outside.workspace = workspace;
    }

    /// The result of the run so far.
    pub fn result(&self) -> JsValue {
        written(&self.outside.result(&self.stand))
    }

    /// Puts a result of this run that says more than its own into the inbox of the workspace, finished
    /// later than any before. Says whether nothing went wrong.
    pub fn deliver(&mut self, result: &JsValue) -> bool {
        let Self { stand, outside } = self;
        let finished_at = written(&outside.finish_now());
        // Refused only for what is no object.
        let _ = js_sys::Reflect::set(result, &"finished_at".into(), &finished_at);
        let done = outside.deliver(result);
        outside.keep(stand, true);
        done
    }
}

impl Outside {
    fn begin_anew(&mut self) {
        self.drafts.forget();
        self.run = RunKey::new();
        self.last = 0;
    }

    fn result(&self, stand: &Stand) -> RunResult {
        let word = |question: &_, value: &_| format::value(Some(question), value);
        let visit = &stand.visit;
        let playbook = visit.playbook();
        let contact = self.run.contact();
        RunResult::of(playbook, visit.answers(), contact, now(), visit.today(), word)
            .with_source(Some(SourceId::from(SOURCE)))
    }

    /// A moment later than any before of this run: a workspace goes by the latest.
    fn finish_now(&mut self) -> When {
        self.last = clock::millis().max(self.last + 1);
        When::Instant(clock::at(self.last))
    }

    /// Tells the page the result, with no more of the visitor's words than it is to hear, and puts the
    /// whole into the inbox of the workspace.
    fn finish(&mut self, stand: &mut Stand) {
        let finished_at = self.finish_now();
        let result = RunResult { finished_at, ..self.result(stand) };
        let whole = written(&result);
        if self.emit_data {
            self.page.result(&whole);
        } else {
            self.page.result(&written(&result.without_words()));
        }
        self.deliver(&whole);
        self.keep(stand, true);
    }

    /// Puts a result into the inbox of the workspace the element names, if it names one. Says whether
    /// nothing went wrong.
    fn deliver(&self, result: &JsValue) -> bool {
        let Some(workspace) = &self.workspace else { return true };
        let put = |text: String| inbox::put(workspace, self.run.contact(), &text);
        let why = if is_workspace_name(workspace) {
            match json::text_of(result).map_err(|_| StoreError::Blocked).and_then(put) {
                Ok(()) => return true,
                Err(StoreError::Full) => "storage is full",
                Err(_) => "storage is blocked",
            }
        } else {
            "not the name of a workspace"
        };
        self.page.error("workspace", &format!("{workspace}: {why}"));
        false
    }

    fn keep(&self, stand: &mut Stand, finished: bool) {
        if stand.kept == Kept::Forgotten {
            return;
        }
        let at = clock::millis().max(self.last);
        let draft = Draft::of(self.run, &stand.visit, finished, at);
        stand.kept = if self.drafts.save(&draft) { Kept::Answers } else { Kept::Nothing };
    }
}

/// A value as a page's script reads it.
fn written(value: &impl Serialize) -> JsValue {
    json::to_js(value).unwrap_or(JsValue::NULL)
}

fn now() -> When {
    When::Instant(clock::now())
}
