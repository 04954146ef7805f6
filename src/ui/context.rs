//! What every view of the workspace reads and the one place commands go through.
//!
//! Invariant: every change of a contact goes through [`AppContext`]; it records, stores and says
//! what was done. When storing fails, nothing is lost in memory and the save state says so.

use crate::app::command::Command;
use crate::app::demo::demo;
use crate::app::refusal::Refusal;
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::app::stamp::Stamp;
use crate::app::undo::Action;
use crate::app::workspace::{Deed, Workspace};
use crate::domain::event::{By, Field, Imported};
use crate::domain::ids::{BatchId, ContactId};
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::{playbook_file, workspace_file};
use crate::platform::repository::{Attention, Repository};
use crate::platform::storage::StoreError;
use crate::platform::{address, clock, files, tabs};
use chrono::NaiveDate;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
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
    /// An action was taken back.
    Undid(Deed, usize),
    /// An action was put back.
    Redid(Deed, usize),
}

/// The workspace's signals and commands.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The name of the workspace.
    pub name: StoredValue<String>,
    /// All contacts and the playbook that judges them.
    pub workspace: RwSignal<Workspace>,
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
    repository: StoredValue<Repository>,
    unsaved: StoredValue<BTreeSet<ContactId>>,
}

impl AppContext {
    /// Opens a workspace: nothing is read yet.
    pub fn new(
        name: &str,
        playbook: Arc<Playbook>,
        settings: Settings,
        repository: Repository,
    ) -> Self {
        let saving = if repository.is_available() { SaveState::Saved } else { SaveState::InMemory };
        Self {
            name: StoredValue::new(name.to_owned()),
            workspace: RwSignal::new(Workspace::new(playbook)),
            settings: RwSignal::new(settings),
            saving: RwSignal::new(saving),
            reading: RwSignal::new(Reading::Under(0, 0)),
            attention: RwSignal::new(Vec::new()),
            route: RwSignal::new(Route::Start),
            notice: RwSignal::new(None),
            repository: StoredValue::new(repository),
            unsaved: StoredValue::new(BTreeSet::new()),
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

    /// Today where the person is.
    pub fn today(&self) -> NaiveDate {
        clock::today()
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

    /// Carries out a command on a contact.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing happened.
    pub fn dispatch(&self, id: ContactId, command: Command) -> Result<(), Refusal> {
        if self.saving.get_untracked() == SaveState::ReadOnly {
            return Err(Refusal::ReadOnly);
        }
        let mut result = Err(Refusal::NoSuchContact);
        self.workspace.maybe_update(|workspace| {
            result = self.stamped(|stamp| workspace.run(id, command, clock::today(), stamp));
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

    /// Takes in rows of a file, all of them or, when `cancelled` says so in between, none.
    ///
    /// Gives the number taken in. `progress` is told how many of how many are prepared.
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`]; then nothing happened.
    pub async fn import(
        &self,
        rows: Vec<Imported>,
        progress: impl Fn(usize, usize),
        cancelled: impl Fn() -> bool,
    ) -> Result<usize, Refusal> {
        if self.saving.get_untracked() == SaveState::ReadOnly {
            return Err(Refusal::ReadOnly);
        }
        let (total, mut staged) = (rows.len(), Vec::with_capacity(rows.len()));
        let (batch, now) = (new_batch_id(), clock::now());
        let mut rows = rows.into_iter();
        loop {
            let slice: Vec<_> = rows.by_ref().take(SLICE).collect();
            if slice.is_empty() {
                break;
            }
            let by = By::Import;
            let mut stamp = Stamp { now, by, batch, random: &mut clock::random };
            staged.extend(Workspace::stage(slice, new_contact_id, &mut stamp));
            progress(staged.len(), total);
            TimeoutFuture::new(0).await;
            if cancelled() {
                return Ok(0);
            }
        }
        let ids: Vec<_> = staged.iter().map(|(id, _)| *id).collect();
        self.workspace.update(|workspace| workspace.import(staged, batch));
        self.notice.set(Some(Notice::Did(Deed::Import, total)));
        self.keep(&ids);
        Ok(total)
    }

    /// Takes in histories of an export or of another page, merged with what is here, and stores
    /// them. Gives the number of contacts that changed.
    pub fn merge(&self, histories: Vec<(ContactId, EventLog)>) -> usize {
        if self.saving.get_untracked() == SaveState::ReadOnly {
            return 0;
        }
        let mut changed = Vec::new();
        self.workspace.maybe_update(|workspace| {
            for (id, log) in histories {
                if workspace.take_in(id, log) {
                    changed.push(id);
                }
            }
            !changed.is_empty()
        });
        self.keep(&changed);
        changed.len()
    }

    /// Takes in what another page of this origin stored, whatever it was.
    pub fn follow_other_tabs(self) {
        let listener = tabs::on_stored_elsewhere(move |key| self.stored_elsewhere(&key));
        // The workspace lives as long as its page.
        std::mem::forget(listener);
    }

    fn stored_elsewhere(self, key: &str) {
        let repository = self.repository.get_value();
        if repository.contact_of(key).is_none() {
            return;
        }
        match repository.load(key) {
            // Absence means nothing: what was here stays.
            Ok(None) => {}
            Ok(Some((id, log))) => {
                let mut changed = false;
                self.workspace.maybe_update(|workspace| {
                    changed = workspace.take_in(id, log);
                    changed
                });
                if changed {
                    self.keep(&[id]);
                }
            }
            Err(attention) => self.needs_attention(attention),
        }
    }

    /// Lists a stored value that cannot be used. Newer data makes the workspace read-only.
    pub fn needs_attention(&self, attention: Attention) {
        if attention.is_newer() {
            self.saving.set(SaveState::ReadOnly);
        }
        self.attention.update(|list| {
            list.retain(|other| other.key != attention.key);
            list.push(Arc::new(attention));
        });
    }

    /// Reads every stored contact, a slice at a time, so that the page stays alive.
    pub async fn read_stored(self) {
        let repository = self.repository.get_value();
        let keys = repository.contact_keys();
        let total = keys.len();
        self.reading.set(Reading::Under(0, total));
        let mut read = Vec::with_capacity(total);
        for (n, key) in keys.iter().enumerate() {
            match repository.load(key) {
                Ok(record) => read.extend(record),
                Err(attention) => self.needs_attention(attention),
            }
            if n % SLICE == SLICE - 1 {
                self.reading.set(Reading::Under(n + 1, total));
                TimeoutFuture::new(0).await;
            }
        }
        self.workspace.update(|workspace| {
            for (id, log) in read {
                workspace.take_in(id, log);
            }
        });
        self.reading.set(Reading::Done);
    }

    /// Tries again to store what could not be stored.
    pub fn save_again(&self) {
        self.keep(&[]);
    }

    /// Stores contacts, and those that could not be stored before.
    fn keep(&self, ids: &[ContactId]) {
        if matches!(self.saving.get_untracked(), SaveState::InMemory | SaveState::ReadOnly) {
            return;
        }
        self.unsaved.update_value(|unsaved| unsaved.extend(ids));
        if self.unsaved.with_value(BTreeSet::len) <= SLICE {
            self.save_slice();
            self.report(None);
        } else if !matches!(self.saving.get_untracked(), SaveState::Saving(_)) {
            spawn_local((*self).save_all());
        }
    }

    async fn save_all(self) {
        loop {
            let before = self.unsaved.with_value(BTreeSet::len);
            self.saving.set(SaveState::Saving(before));
            TimeoutFuture::new(0).await;
            let failed = self.save_slice();
            if failed.is_some() || self.unsaved.with_value(BTreeSet::is_empty) {
                return self.report(failed);
            }
        }
    }

    /// Stores up to a slice of what is unsaved; gives the first failure.
    fn save_slice(&self) -> Option<StoreError> {
        let repository = self.repository.get_value();
        let slice: Vec<_> =
            self.unsaved.with_value(|unsaved| unsaved.iter().take(SLICE).copied().collect());
        let mut failed = None;
        self.workspace.with_untracked(|workspace| {
            for id in slice {
                let Some(record) = workspace.record(id) else { continue };
                match repository.save(id, &record.log) {
                    Ok(()) => self.unsaved.update_value(|unsaved| drop(unsaved.remove(&id))),
                    Err(error) => failed = failed.or(Some(error)),
                }
            }
        });
        if failed.is_some() {
            self.report(failed);
        }
        failed
    }

    fn report(&self, failed: Option<StoreError>) {
        let unsaved = self.unsaved.with_value(BTreeSet::len);
        self.saving.set(match failed {
            _ if unsaved == 0 => SaveState::Saved,
            Some(error) => SaveState::NotSaved(error, unsaved),
            None => match self.saving.get_untracked() {
                SaveState::NotSaved(error, _) => SaveState::NotSaved(error, unsaved),
                _ => SaveState::Saving(unsaved),
            },
        });
    }

    /// Whether this is the workspace of made-up contacts.
    pub fn is_demo(&self) -> bool {
        self.name.with_value(|name| name == DEMO)
    }

    /// Fills the demo workspace with made-up contacts, unless it has some.
    pub fn fill_demo(&self) {
        if self.workspace.with_untracked(|workspace| workspace.records().next().is_some()) {
            return;
        }
        let playbook = self.playbook_untracked();
        let histories = demo(&playbook, clock::today(), new_contact_id);
        self.merge(histories);
    }

    /// Saves the whole workspace as a JSON file.
    pub fn export_json(&self) {
        let text = self.workspace.with_untracked(export);
        let name = self.name.with_value(|name| format!("ripen-{name}-{}.json", clock::today()));
        files::download(&name, "application/json", &text);
    }

    /// Changes the settings and stores them. Settings that cannot be read are never replaced.
    pub fn set_settings(&self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        let key = self.repository.with_value(|repository| repository.key("settings"));
        if self.attention.with_untracked(|list| list.iter().any(|item| item.key == key)) {
            return;
        }
        let text = self.settings.with_untracked(|settings| serde_json::to_string(settings).ok());
        if let Some(text) = text
            && let Err(error) = self.repository.with_value(|r| r.set_text("settings", &text))
            && error != StoreError::Blocked
        {
            self.saving.set(SaveState::NotSaved(error, 1));
        }
    }

    /// Whether another playbook can take the place of the stored one: one that cannot be read is
    /// never replaced.
    pub fn can_adopt(&self) -> bool {
        let key = self.repository.with_value(|repository| repository.key("playbook"));
        let unreadable =
            self.attention.with_untracked(|list| list.iter().any(|item| item.key == key));
        !unreadable && self.saving.get_untracked() != SaveState::ReadOnly
    }

    /// Makes a playbook the one that judges every contact, and stores it.
    ///
    /// # Errors
    /// [`StoreError`], also when what is stored in its place must not be replaced; then nothing
    /// happened.
    pub fn adopt(&self, playbook: Playbook) -> Result<(), StoreError> {
        if !self.can_adopt() {
            return Err(StoreError::Protected);
        }
        if self.saving.get_untracked() != SaveState::InMemory {
            let text = playbook_file::write(&playbook);
            self.repository.with_value(|repository| repository.set_text("playbook", &text))?;
        }
        self.workspace.update(|workspace| workspace.playbook = Arc::new(playbook));
        Ok(())
    }

    /// Removes everything stored of this workspace, whatever it is, and starts the page anew.
    pub fn erase(&self) {
        // What is still to be stored must not come back behind the back of the person.
        self.unsaved.update_value(BTreeSet::clear);
        self.repository.with_value(Repository::erase);
        address::restart();
    }

    /// UTF-16 units the workspace takes of the browser's room, counted a slice at a time.
    pub async fn space_used(self) -> usize {
        let repository = self.repository.get_value();
        let mut used = 0;
        for keys in repository.keys().chunks(SLICE) {
            used += keys.iter().map(|key| repository.units(key)).sum::<usize>();
            TimeoutFuture::new(0).await;
        }
        used
    }

    /// The storage of this workspace, for the view that shows what is stored.
    pub fn repository(&self) -> Repository {
        self.repository.get_value()
    }

    fn stamped<T>(&self, act: impl FnOnce(&mut Stamp<'_>) -> T) -> T {
        let by = self.settings.with_untracked(Settings::by);
        let mut random = clock::random;
        act(&mut Stamp { now: clock::now(), by, batch: new_batch_id(), random: &mut random })
    }
}

/// The workspace as a file.
fn export(workspace: &Workspace) -> String {
    let contacts = workspace.records().map(|(id, record)| (id, &record.log));
    workspace_file::write(When::Instant(clock::now()), &workspace.playbook, contacts)
}

fn new_contact_id() -> ContactId {
    ContactId::new(clock::millis(), clock::random())
}

fn new_batch_id() -> BatchId {
    BatchId::new(clock::millis(), clock::random())
}
