//! One visitor's run, live: it hears wishes and keeps draft, page and workspace told.

use super::deliver::{Delivered, deliver};
use super::draft::{Draft, Drafts};
use super::events::Page;
use crate::app::visit::{Screen, Visit};
use crate::domain::ids::{ContactId, SourceId};
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::result_file::{self, RunResult};
use crate::platform::{address, clock};
use crate::ui::format;
use crate::ui::wizard::visitor::{Kept, Wish};
use leptos::prelude::*;
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
#[derive(Debug, Clone, Copy)]
pub struct Session {
    /// The run.
    pub visit: RwSignal<Visit>,
    /// Counts up whenever a run begins anew.
    pub round: RwSignal<u32>,
    /// What is kept on the device.
    pub kept: RwSignal<Kept>,
    run: StoredValue<ContactId>,
    delivered: StoredValue<Option<Delivered>>,
    drafts: StoredValue<Drafts>,
    workspace: StoredValue<Option<String>>,
    page: StoredValue<Page, LocalStorage>,
}

impl Session {
    /// Begins a run, or goes on with the draft.
    pub fn begin(playbook: Playbook, options: Options, page: Page) -> Self {
        let name = options.storage_key.filter(|key| !key.is_empty());
        let drafts = Drafts::open(&name.unwrap_or_else(|| playbook.id.to_string()));
        let draft = drafts.load().filter(|_| options.resume);
        let (resumed, kept) = (draft.is_some(), drafts.is_available());
        let (run, finished, delivered, earlier) = match draft {
            Some(draft) => (draft.run, draft.finished, draft.delivered, draft.answers),
            None => (new_run(), false, None, Vec::new()),
        };
        let visit = Visit::resume(Arc::new(playbook), earlier, finished, now());
        page.ready(&visit, resumed);
        page.step(&visit);
        Self {
            visit: RwSignal::new(visit),
            round: RwSignal::new(0),
            kept: RwSignal::new(if kept { Kept::Answers } else { Kept::Nothing }),
            run: StoredValue::new(run),
            delivered: StoredValue::new(delivered),
            drafts: StoredValue::new(drafts),
            workspace: StoredValue::new(options.workspace),
            page: StoredValue::new_local(page),
        }
    }

    /// Does what the visitor wants.
    pub fn hear(&self, wish: Wish) {
        match wish {
            Wish::Answer(question, value) => {
                self.visit.update(|visit| visit.answer(&question, value, now()));
                self.keep(false);
                self.tell_step();
            }
            Wish::Back => {
                self.visit.update(Visit::back);
                self.tell_step();
            }
            Wish::Show(Screen::Result) => self.finish(),
            Wish::Show(screen) => {
                self.visit.update(|visit| visit.go(screen));
                self.tell_step();
            }
            Wish::StartAgain => self.start_again(),
            Wish::Forget => {
                self.start_again();
                if self.kept.get_untracked() == Kept::Answers {
                    self.kept.set(Kept::Forgotten);
                }
            }
        }
    }

    /// Begins anew, as a new run.
    pub fn start_again(&self) {
        self.drafts.with_value(Drafts::forget);
        self.run.set_value(new_run());
        self.delivered.set_value(None);
        self.visit.update(|visit| {
            *visit = Visit::resume(Arc::clone(visit.playbook()), [], false, now());
        });
        self.round.update(|round| *round += 1);
        self.tell_step();
    }

    /// Changes the workspace a finished run goes to.
    pub fn set_workspace(&self, workspace: Option<String>) {
        self.workspace.set_value(workspace);
    }

    /// The result of the run so far, as a file.
    pub fn export_json(&self) -> String {
        result_file::write(&self.result())
    }

    fn result(&self) -> RunResult {
        let run = self.run.get_value();
        self.visit.with_untracked(|visit| {
            let word = |question: &_, value: &_| format::value(Some(question), value);
            RunResult::of(visit.playbook(), visit.answers(), run, now(), word)
                .with_source(Some(SourceId::from(SOURCE)))
        })
    }

    fn finish(&self) {
        self.visit.update(|visit| visit.go(Screen::Result));
        let result = self.result();
        self.page.with_value(|page| page.result(&result));
        self.hand_over(result);
        self.keep(true);
    }

    /// Hands a result to the workspace the element names, if it names one.
    fn hand_over(&self, result: RunResult) {
        let Some(workspace) = self.workspace.get_value() else { return };
        let before = self.delivered.get_value();
        let outcome = if address::is_workspace_name(&workspace) {
            deliver(&workspace, result, before.as_ref()).map_err(|error| format!("{error:?}"))
        } else {
            Err("not the name of a workspace".to_owned())
        };
        match outcome {
            Ok(delivered) => self.delivered.set_value(Some(delivered)),
            Err(why) => {
                let message = format!("{workspace}: {why}");
                self.page.with_value(|page| page.error("workspace", &message));
            }
        }
    }

    fn keep(&self, finished: bool) {
        if self.kept.get_untracked() == Kept::Forgotten {
            return;
        }
        let (run, delivered) = (self.run.get_value(), self.delivered.get_value());
        let draft = self.visit.with_untracked(|visit| Draft::of(run, visit, finished, delivered));
        let stored = self.drafts.with_value(|drafts| drafts.save(&draft));
        let kept = if stored { Kept::Answers } else { Kept::Nothing };
        if self.kept.get_untracked() != kept {
            self.kept.set(kept);
        }
    }

    fn tell_step(&self) {
        self.visit.with_untracked(|visit| self.page.with_value(|page| page.step(visit)));
    }
}

fn new_run() -> ContactId {
    ContactId::new(clock::millis(), clock::random())
}

fn now() -> When {
    When::Instant(clock::now())
}
