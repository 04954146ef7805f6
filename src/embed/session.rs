//! One visitor's run, live: it hears wishes and keeps draft, page and workspace told.

use super::draft::{Draft, Drafts, RunKey};
use super::events::Page;
use super::options::{First, Options};
use crate::app::visit::Visit;
use crate::app::visit::contact::{Contact, Handover, Sent, asks};
use crate::app::visit::wish::{Left, Step, Wish};
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
use crate::ui::wizard::visitor::{Kept, Stand};
use leptos::prelude::{ArcRwSignal, Update, WithUntracked};
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
        let mut contact = Contact::default();
        options.suggest(&mut visit, &mut contact);
        let wanted = options.details && visit.playbook().consent.as_ref().is_some_and(asks);
        let contact = wanted.then(|| ArcRwSignal::new(contact));
        page.ready(&visit, resumed);
        let Options { workspace, has_destination, emit_data, campaign, first, .. } = options;
        let outside =
            Outside { page, drafts, workspace, has_destination, emit_data, campaign, run, last };
        let mut session = Self { stand: Stand { visit, kept, contact }, outside };
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

    /// Does what the visitor wants, and tells the page. Where the page that is shown stays, says where
    /// the focus goes.
    pub fn hear(&mut self, wish: Wish) -> Option<&'static str> {
        let Self { stand, outside } = self;
        match stand.visit.hear(wish, now(), clock::today()) {
            Left::Nothing => {}
            Left::Keep => {
                stand.contact(Contact::ask_again);
                outside.keep(stand, false);
            }
            Left::Finish => {
                stand.contact(Contact::begin);
                outside.finish(stand);
            }
            Left::Anew => outside.begin_anew(stand),
            Left::Forget => {
                outside.page.forget(outside.run.contact());
                outside.begin_anew(stand);
                stand.kept = Kept::Forgotten;
            }
            Left::Contact(step) => return Some(outside.step(stand, step)),
        }
        outside.page.step(&stand.visit);
        None
    }

    /// Hears how handing over stands.
    pub fn hear_of(&mut self, handover: Handover, reason: Option<String>) {
        self.stand.contact(|contact| contact.hear(handover, reason));
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
    fn begin_anew(&mut self, stand: &Stand) {
        stand.contact(Contact::forget);
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
        if let (Some(Sent { details, at }), Some(consent)) = (stand.sent(), &playbook.consent) {
            let (text, revision) = (consent.text.clone(), consent.revision);
            result.fields = Field::map(details);
            result.consent = Some(Agreed { text, revision, at });
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
        self.tell(&result);
        self.deliver(&result);
        self.keep(stand, true);
    }

    /// The result, finished later than any before of this run: a workspace goes by the latest.
    fn finished(&mut self, stand: &Stand) -> RunResult {
        self.last = clock::millis().max(self.last + 1);
        RunResult { finished_at: When::Instant(clock::at(self.last)), ..self.result(stand) }
    }

    /// Tells the page a result, with no more of the visitor's words than it is to hear.
    fn tell(&self, result: &RunResult) {
        let told = if self.emit_data {
            self.written(result)
        } else {
            self.written(&result.clone().without_words())
        };
        self.page.result(&told);
    }

    /// Does a step of handing contact details over, and says where the focus goes.
    fn step(&mut self, stand: &mut Stand, step: Step) -> &'static str {
        match step {
            Step::Correct => stand.contact(Contact::ask_again),
            Step::SendAgain if self.has_destination => {
                stand.contact(|contact| contact.hear(Handover::Sending, None));
                self.page.retry(self.run.contact());
            }
            Step::Send | Step::SendAgain => {
                if !stand.send(now()) {
                    return PROBLEMS;
                }
                self.hand_over(stand);
            }
        }
        FORM
    }

    /// Hands a result with contact details to whoever is to have it.
    fn hand_over(&mut self, stand: &mut Stand) {
        let result = self.finished(stand);
        if self.emit_data {
            self.tell(&result);
        }
        if self.has_destination {
            self.page.handoff(&self.written(&result));
        }
        let taken = if self.deliver(&result) { Handover::Taken } else { Handover::Failed };
        if !self.has_destination {
            stand.contact(|contact| contact.hear(taken, None));
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

impl Stand {
    /// Changes the contact step, where there is one.
    fn contact(&self, change: impl FnOnce(&mut Contact)) {
        if let Some(contact) = &self.contact {
            contact.update(change);
        }
    }

    /// Has the contact details sent, if nothing is wrong with them. Says whether they may go.
    fn send(&self, at: When) -> bool {
        let mut may = false;
        if let Some(consent) = &self.visit.playbook().consent {
            self.contact(|contact| may = contact.send(consent, at));
        }
        may
    }

    /// What was sent last.
    fn sent(&self) -> Option<Sent> {
        self.contact.as_ref()?.with_untracked(|contact| contact.sent().cloned())
    }
}

fn now() -> When {
    When::Instant(clock::now())
}
