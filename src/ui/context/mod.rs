//! What every view of the workspace reads and the one place commands go through.
//!
//! Invariant: every change of a contact goes through [`AppContext`]; it records, stores and says
//! what was done. When storing fails, nothing is lost in memory and the save state says so.

mod bring;
mod data;
mod edit;
mod keep;
mod open;
mod switch;
mod together;

pub use edit::NotPublished;
pub use open::{default_playbook, open};

use crate::app::command::Command;
use crate::app::edit::{Editor, Label};
use crate::app::refusal::Refusal;
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::app::stamp::Stamp;
use crate::app::undo::Action;
use crate::app::wizard::Extent;
use crate::app::workspace::{Deed, Workspace};
use crate::domain::calibration::Calibration;
use crate::domain::event::Field;
use crate::domain::ids::{BatchId, ContactId};
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;
use crate::domain::rules::Rules;
use crate::platform::repository::{Attention, Repository};
use crate::platform::storage::StoreError;
use crate::platform::{address, clock, session};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The workspace of made-up contacts.
pub const DEMO: &str = "demo";

/// How many contacts are worked on before the page gets to breathe.
const SLICE: usize = 400;

/// What the person is told about storing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is stored in this browser.
    Saved,
    /// So many contacts are still to be stored.
    Saving(usize),
    /// So many contacts could not be stored; they are in memory.
    NotSaved(StoreError, usize),
    /// The stored data is newer than this app: nothing may change.
    ReadOnly,
    /// The browser blocks storage: everything is in memory alone.
    InMemory,
}

/// How far reading the stored contacts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// So many of so many.
    Under(usize, usize),
    /// Everything is read.
    Done,
}

/// A short message after something was done.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// An action was carried out on so many contacts.
    Did(Deed, usize),
    /// Others at an organisation were told: so many changed, so many kept an answer of their own.
    Spread(usize, usize),
    /// An action was taken back.
    Undid(Deed, usize),
    /// An action was put back.
    Redid(Deed, usize),
    /// The draft of the playbook was changed.
    Edited(Label),
    /// A change of the draft was taken back.
    UndidEdit(Label),
    /// A change of the draft was put back.
    RedidEdit(Label),
    /// The draft became the playbook's next version.
    /// Its number, and the version before it.
    Published(u32, Arc<Playbook>),
    /// Another playbook is in use: its name.
    Switched(String),
}

/// The workspace's signals and commands.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The name of the workspace.
    pub name: StoredValue<String>,
    /// All contacts and the playbook that judges them.
    pub workspace: RwSignal<Workspace>,
    /// What is being made of the playbook.
    pub editor: RwSignal<Editor>,
    /// Currency and author.
    pub settings: RwSignal<Settings>,
    /// What is stored.
    pub saving: RwSignal<SaveState>,
    /// How far reading is.
    pub reading: RwSignal<Reading>,
    /// Stored values that cannot be used as they are.
    pub attention: RwSignal<Vec<Arc<Attention>>>,
    /// The view.
    pub route: RwSignal<Route>,
    /// The last thing done.
    pub notice: RwSignal<Option<Notice>>,
    /// How much is asked of reps, until this tab is closed.
    pub extent: RwSignal<Extent>,
    /// What the deals closed so far say of win chances; reckoned anew once contacts change.
    pub calibration: Memo<Calibration>,
    /// Today, as of the last time anybody looked.
    today: RwSignal<NaiveDate>,
    /// What was in use before the last switch to another playbook, with its draft.
    pub former: RwSignal<Option<Arc<Editor>>>,
    repository: StoredValue<Repository>,
    unsaved: StoredValue<BTreeSet<ContactId>>,
    unsaved_settings: StoredValue<bool>,
    unsaved_draft: StoredValue<bool>,
    /// The stored draft as this page last wrote or read it: known to be readable.
    known_draft: StoredValue<Option<String>>,
}

impl AppContext {
    /// Opens a workspace: nothing is read yet.
    pub fn new(
        name: &str,
        playbook: Arc<Playbook>,
        settings: Settings,
        repository: Repository,
    ) -> Self {
        let everything = session::is_on(&everything_key(name));
        let extent = if everything { Extent::Everything } else { Extent::Needed };
        let saving = if repository.is_available() { SaveState::Saved } else { SaveState::InMemory };
        let editor = RwSignal::new(Editor::new(Arc::clone(&playbook)));
        let workspace = RwSignal::new(Workspace::new(playbook));
        let today = RwSignal::new(clock::today());
        let calibration = Memo::new(move |_| {
            workspace
                .with(|all| Calibration::of(&Rules::of(&all.playbook), all.contacts(), today.get()))
        });
        Self {
            name: StoredValue::new(name.to_owned()),
            editor,
            workspace,
            calibration,
            today,
            settings: RwSignal::new(settings),
            saving: RwSignal::new(saving),
            reading: RwSignal::new(Reading::Under(0, 0)),
            attention: RwSignal::new(Vec::new()),
            route: RwSignal::new(Route::Start),
            notice: RwSignal::new(None),
            extent: RwSignal::new(extent),
            former: RwSignal::new(None),
            repository: StoredValue::new(repository),
            unsaved: StoredValue::new(BTreeSet::new()),
            unsaved_settings: StoredValue::new(false),
            unsaved_draft: StoredValue::new(false),
            known_draft: StoredValue::new(None),
        }
    }

    /// The context of the view that asks.
    pub fn get() -> Self {
        expect_context()
    }

    /// The playbook that judges every contact.
    pub fn playbook(&self) -> Arc<Playbook> {
        self.workspace.with(|workspace| Arc::clone(&workspace.playbook))
    }

    /// The playbook, without being told when it changes.
    pub fn playbook_untracked(&self) -> Arc<Playbook> {
        self.workspace.with_untracked(|workspace| Arc::clone(&workspace.playbook))
    }

    /// The currency of amounts in answers: the playbook's, else the workspace's.
    pub fn currency_untracked(&self) -> Currency {
        let own = self.workspace.with_untracked(|workspace| workspace.playbook.currency);
        own.unwrap_or_else(|| self.settings.with_untracked(|settings| settings.currency))
    }

    /// Today where the person is; who reads it in a view is told when the next day begins.
    pub fn today(&self) -> NaiveDate {
        // Where nothing can be drawn anew, as in an event handler, nobody is told.
        if Observer::get().is_some() { self.today.get() } else { self.today.get_untracked() }
    }

    /// Looks what day it is; whoever shows the day before is told.
    fn look_at_the_day(&self) {
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    /// Goes to a view; the browser's Back comes back from there.
    pub fn go(&self, route: &Route) {
        address::go(&route.address());
    }

    /// Goes to a view in place of this one.
    pub fn replace(&self, route: &Route) {
        address::replace(&route.address());
        self.route.set(route.clone());
    }

    /// Has everything asked, or what the verdict needs; remembered until this tab is closed.
    pub fn ask_everything(&self, everything: bool) {
        self.extent.set(if everything { Extent::Everything } else { Extent::Needed });
        self.name.with_value(|name| session::turn(&everything_key(name), everything));
    }

    /// Carries out a command on a contact.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn dispatch(&self, id: ContactId, command: Command) -> Result<(), Refusal> {
        self.dispatch_all(id, vec![command])
    }

    /// Carries out commands on a contact as one action, which one undo takes back; those that change
    /// nothing are passed over.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn dispatch_all(&self, id: ContactId, commands: Vec<Command>) -> Result<(), Refusal> {
        if self.saving.get_untracked() == SaveState::ReadOnly {
            return Err(Refusal::ReadOnly);
        }
        let mut result = Err(Refusal::NoSuchContact);
        self.workspace.maybe_update(|workspace| {
            result = self.stamped(|stamp| workspace.run_all(id, commands, clock::today(), stamp));
            result.is_ok()
        });
        let deed = result?;
        self.notice.set(Some(Notice::Did(deed, 1)));
        self.keep(&[id]);
        Ok(())
    }

    /// Captures a new contact.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn create(&self, fields: BTreeMap<Field, String>) -> Result<ContactId, Refusal> {
        let id = new_contact_id();
        self.dispatch(id, Command::Create(fields))?;
        Ok(id)
    }

    /// Takes the last action back.
    pub fn undo(&self) {
        self.step_back_or_forth(Workspace::undo, Notice::Undid);
    }

    /// Puts the action undone last back.
    pub fn redo(&self) {
        self.step_back_or_forth(Workspace::redo, Notice::Redid);
    }

    fn step_back_or_forth(
        &self,
        step: fn(&mut Workspace, &mut Stamp<'_>) -> Option<Action<Deed>>,
        notice: fn(Deed, usize) -> Notice,
    ) {
        if self.saving.get_untracked() == SaveState::ReadOnly {
            return;
        }
        let mut done = None;
        self.workspace.maybe_update(|workspace| {
            done = self.stamped(|stamp| step(workspace, stamp));
            done.is_some()
        });
        if let Some(action) = done {
            self.notice.set(Some(notice(action.label, action.contacts.len())));
            self.keep(&action.contacts);
        }
    }

    /// Whether this is the workspace of made-up contacts.
    pub fn is_demo(&self) -> bool {
        self.name.with_value(|name| name == DEMO)
    }

    fn stamped<T>(&self, act: impl FnOnce(&mut Stamp<'_>) -> T) -> T {
        let by = self.settings.with_untracked(Settings::by);
        let mut random = clock::random;
        act(&mut Stamp { now: clock::now(), by, batch: new_batch_id(), random: &mut random })
    }
}

/// Where a tab remembers that everything is asked.
fn everything_key(workspace: &str) -> String {
    format!("ripen/1/{workspace}/ask-everything")
}

/// A fresh id for a contact.
fn new_contact_id() -> ContactId {
    ContactId::new(clock::millis(), clock::random())
}

/// A fresh id for a user action.
fn new_batch_id() -> BatchId {
    BatchId::new(clock::millis(), clock::random())
}
