//! One visitor's run, live: it hears wishes and keeps draft, page and workspace told.

use super::deliver::{Delivered, deliver};
use super::draft::{Draft, Drafts, RunKey};
use super::events::Page;
use crate::app::visit::Visit;
use crate::app::visit::wish::{Left, Wish};
use crate::domain::ids::SourceId;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::keys::is_workspace_name;
use crate::exchange::result_file::RunResult;
use crate::platform::clock;
use crate::platform::storage::StoreError;
use crate::ui::format;
use crate::ui::wizard::visitor::{Kept, Stand};
use std::sync::Arc;

/// Where a lead from the element comes from.
const SOURCE: &str = "website";

/// How the element is set up.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The name of the draft; the playbook's id where none is given.
    pub storage_key: Option<String>,
    /// Whether a draft is gone on with.
    pub resume: bool,
    /// The workspace of this origin a finished run goes to.
    pub workspace: Option<String>,
}

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
    run: RunKey,
    delivered: Option<Delivered>,
}

impl Session {
    /// Begins a run, or goes on with the draft.
    pub fn begin(playbook: Playbook, options: Options, page: Page) -> Self {
        let Options { storage_key, resume, workspace } = options;
        let name = storage_key.filter(|key| !key.is_empty());
        let drafts = Drafts::open(&name.unwrap_or_else(|| playbook.id.to_string()));
        let draft = drafts.load().filter(|_| resume);
        let (resumed, kept) = (draft.is_some(), drafts.is_available());
        let kept = if kept { Kept::Answers } else { Kept::Nothing };
        let (run, finished, delivered, earlier) = match draft {
            Some(draft) => (draft.run, draft.finished, draft.delivered, draft.answers),
            None => (RunKey::new(), false, None, Vec::new()),
        };
        let visit = Visit::resume(Arc::new(playbook), earlier, finished, now(), clock::today());
        page.ready(&visit, resumed);
        page.step(&visit);
        let outside = Outside { page, drafts, workspace, run, delivered };
        Self { stand: Stand { visit, kept }, outside }
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
    pub fn result(&self) -> RunResult {
        self.outside.result(&self.stand)
    }
}

impl Outside {
    fn begin_anew(&mut self) {
        self.drafts.forget();
        self.run = RunKey::new();
        self.delivered = None;
    }

    fn result(&self, stand: &Stand) -> RunResult {
        let word = |question: &_, value: &_| format::value(Some(question), value);
        let visit = &stand.visit;
        let contact = self.run.contact();
        RunResult::of(visit.playbook(), visit.answers(), contact, now(), visit.today(), word)
            .with_source(Some(SourceId::from(SOURCE)))
    }

    fn finish(&mut self, stand: &mut Stand) {
        let result = self.result(stand);
        self.page.result(&result);
        self.hand_over(result);
        self.keep(stand, true);
    }

    /// Hands a result to the workspace the element names, if it names one.
    fn hand_over(&mut self, result: RunResult) {
        let Some(workspace) = &self.workspace else { return };
        let outcome = if is_workspace_name(workspace) {
            deliver(workspace, result, self.delivered.as_ref()).map_err(|error| match error {
                StoreError::Blocked => "storage is blocked",
                StoreError::Full => "storage is full",
                _ => "what is stored there cannot be added to",
            })
        } else {
            Err("not the name of a workspace")
        };
        match outcome {
            Ok(delivered) => self.delivered = Some(delivered),
            Err(why) => self.page.error("workspace", &format!("{workspace}: {why}")),
        }
    }

    fn keep(&self, stand: &mut Stand, finished: bool) {
        if stand.kept == Kept::Forgotten {
            return;
        }
        let draft = Draft::of(self.run, &stand.visit, finished, self.delivered.clone());
        stand.kept = if self.drafts.save(&draft) { Kept::Answers } else { Kept::Nothing };
    }
}

fn now() -> When {
    When::Instant(clock::now())
}
