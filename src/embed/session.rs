//! One visitor's run, live: it hears wishes and keeps draft, page and workspace told.

use super::draft::{Draft, Drafts, RunKey};
use super::events::Page;
use super::options::{First, Options};
use crate::app::visit::contact::{Handover, asks};
use crate::app::visit::wish::{Left, Wish};
use crate::app::visit::{Screen, Visit};
use crate::domain::event::Field;
use crate::domain::ids::SourceId;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::keys::is_workspace_name;
use crate::exchange::result_file::{Agreed, RunResult};
use crate::platform::storage::StoreError;
use crate::platform::{clock, inbox, json};
use crate::ui::format;
use crate::ui::wizard::contact::{FORM, PROBLEMS};
use crate::ui::wizard::frame::HEADING;
use crate::ui::wizard::visitor::{Kept, Stand};
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
    has_destination: bool,
    emit_data: bool,
    campaign: Option<JsValue>,
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
        let drafts = Drafts::open(&name);
        let draft = drafts.load().filter(|_| options.resume);
        let (resumed, kept) = (draft.is_some(), drafts.is_available());
        let kept = if kept { Kept::Answers } else { Kept::Nothing };
        let (run, finished, last, earlier) = match draft {
            Some(draft) => (draft.run, draft.finished, draft.at, draft.answers),
            None => (RunKey::new(), false, 0, Vec::new()),
        };
        let mut visit = Visit::resume(playbook, earlier, finished, now(), clock::today());
        options.suggest(&mut visit);
        let details = options.details && visit.playbook().consent.as_ref().is_some_and(asks);
        page.ready(&visit, resumed);
        let Options { workspace, has_destination, emit_data, campaign, first, .. } = options;
        let outside =
            Outside { page, drafts, workspace, has_destination, emit_data, campaign, run, last };
        let mut session = Self { stand: Stand { visit, kept, details }, outside };
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

    /// Does what the visitor wants, and tells the page. Says where the focus goes on the page that is
    /// then to be drawn; none where the page stays.
    pub fn hear(&mut self, wish: Wish) -> Option<&'static str> {
        let Self { stand, outside } = self;
        let mut focus = HEADING;
        match stand.visit.hear(wish, now(), clock::today()) {
            Left::Stay => return None,
            Left::Nothing => {}
            Left::Keep => outside.keep(stand, false),
            Left::Finish => outside.finish(stand),
            Left::Anew => outside.begin_anew(),
            Left::Forget => {
                outside.page.forget(outside.run.contact());
                outside.begin_anew();
                stand.kept = Kept::Forgotten;
            }
            Left::Refused => focus = PROBLEMS,
            Left::Correct => focus = FORM,
            Left::SendAgain if outside.has_destination => {
                outside.page.retry(outside.run.contact());
                focus = FORM;
            }
            Left::Send | Left::SendAgain => {
                outside.hand_over(stand);
                focus = FORM;
            }
        }
        outside.page.step(&stand.visit);
        Some(focus)
    }

    /// Hears how handing over stands. Says whether the page shown has no place for it yet.
    pub fn hear_of(&mut self, handover: Handover, reason: Option<String>) -> bool {
        let visit = &mut self.stand.visit;
        let asked = visit.contact.handover.is_none();
        visit.contact.hear(handover, reason);
        asked && visit.contact.handover.is_some() && visit.screen() == &Screen::Result
    }

    /// Changes the workspace a finished run goes to.
    pub fn set_workspace(&mut self, workspace: Option<String>) {
        self.outside.workspace = workspace;
    }

    /// The result of the run so far, for the visitor.
    pub fn result(&self) -> JsValue {
        self.outside.written(&self.outside.result(&self.stand))
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
        let mut result =
            RunResult::of(playbook, visit.answers(), contact, now(), visit.today(), word)
                .with_source(Some(SourceId::from(SOURCE)));
        if let (Some(sent), Some(consent)) = (visit.contact.sent(), &playbook.consent) {
            let (text, revision) = (consent.text.clone(), consent.revision);
            result.fields = Field::map(sent.details.iter().cloned());
            result.consent = Some(Agreed { text, revision, at: sent.at });
        }
        result
    }

    /// A result as a page's script reads it. How the visitor came goes along with the consent alone.
    fn written(&self, result: &RunResult) -> JsValue {
        let written = json::to_js(result).unwrap_or(JsValue::NULL);
        if let (Some(campaign), Some(_)) = (&self.campaign, &result.consent) {
            // A plain object of our own takes any key.
            let _ = js_sys::Reflect::set(&written, &"campaign".into(), campaign);
        }
        written
    }

    fn finish(&mut self, stand: &mut Stand) {
        let result = self.finished(stand);
        self.tell(stand);
        self.deliver(&result);
        self.keep(stand, true);
    }

    /// The result, finished later than any before of this run: a workspace goes by the latest.
    fn finished(&mut self, stand: &Stand) -> RunResult {
        self.last = clock::millis().max(self.last + 1);
        RunResult { finished_at: When::Instant(clock::at(self.last)), ..self.result(stand) }
    }

    /// Tells the page a result, with no more of the visitor's words than it is to hear.
    fn tell(&self, stand: &Stand) {
        // Made anew: what copies a result weighs more than making one.
        let finished_at = When::Instant(clock::at(self.last));
        let mut result = RunResult { finished_at, ..self.result(stand) };
        if !self.emit_data {
            result = result.without_words();
        }
        self.page.result(&self.written(&result));
    }

    /// Hands a result with contact details to whoever is to have it.
    fn hand_over(&mut self, stand: &mut Stand) {
        let result = self.finished(stand);
        if self.emit_data {
            self.tell(stand);
        }
        if self.has_destination {
            self.page.handoff(&self.written(&result));
        }
        let taken = if self.deliver(&result) { Handover::Taken } else { Handover::Failed };
        if !self.has_destination {
            stand.visit.contact.hear(taken, None);
        }
        self.keep(stand, true);
    }

    /// Puts a result into the inbox of the workspace the element names, if it names one. Says whether
    /// nothing went wrong.
    fn deliver(&self, result: &RunResult) -> bool {
        let Some(workspace) = &self.workspace else { return true };
        let put = |text: String| inbox::put(workspace, result.id, &text);
        let why = if is_workspace_name(workspace) {
            match json::text_of(&self.written(result))
                .map_err(|_| StoreError::Blocked)
                .and_then(put)
            {
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

fn now() -> When {
    When::Instant(clock::now())
}
