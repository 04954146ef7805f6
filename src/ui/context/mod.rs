//! What every view of the workspace reads and the one place commands go through.
//!
//! Invariant: every change of a contact goes through [`AppContext`]; it records, stores and says
//! what was done, and views cannot write what they read. When storing fails, nothing is lost in
//! memory and the save state says so.

mod act;
mod backup;
mod bring;
mod data;
mod derived;
mod edit;
mod elsewhere;
mod embed_code;
mod erase;
mod inbox;
mod keep;
mod merge;
mod mirrored;
mod open;
mod read;
mod switch;
mod together;
mod told;
mod unfinished;

pub use bring::NotRestored;
pub use data::Space;
pub use edit::NotPublished;
pub use open::{default_playbook, open, workspaces};
pub use told::{Loading, Notice, SaveState};

use crate::app::backup::Backups;
use crate::app::edit::Editor;
use crate::app::homes::Homes;
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::app::wizard::{Extent, Run};
use crate::app::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::ids::{BatchId, ContactId};
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;
use crate::exchange::keys::Item;
use crate::platform::inbox::Inbox;
use crate::platform::mirror::Mirror;
use crate::platform::repository::{Attention, Repository};
use crate::platform::storage::StoreError;
use crate::platform::tabs::Line;
use crate::platform::{address, clock, session};
use chrono::NaiveDate;
use derived::Derived;
use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use std::rc::Rc;
use std::sync::Arc;

/// The workspace of made-up contacts.
pub const DEMO: &str = "demo";

/// How many contacts are worked on before the page gets to breathe.
const SLICE: usize = 400;

/// The workspace's state, to read, and its commands, which alone change it.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// All contacts and the playbook that judges them.
    pub workspace: ReadSignal<Workspace>,
    /// What is being made of the playbook.
    pub editor: ReadSignal<Editor>,
    /// Currency and author.
    pub settings: ReadSignal<Settings>,
    /// The backups that were made.
    pub backups: ReadSignal<Backups>,
    /// What is stored.
    pub saving: ReadSignal<SaveState>,
    /// How far loading is.
    pub loading: ReadSignal<Loading>,
    /// Stored values that cannot be used as they are.
    pub attention: ReadSignal<Vec<Arc<Attention>>>,
    /// The view.
    pub route: ReadSignal<Route>,
    /// The last thing done.
    pub notice: ReadSignal<Option<Notice>>,
    /// How much is asked of reps, until this tab is closed.
    pub extent: ReadSignal<Extent>,
    /// What was in use before the last switch to another playbook, with its draft.
    pub former: ReadSignal<Option<Arc<Editor>>>,
    /// What follows from the contacts; apart, too.
    derived: StoredValue<Derived>,
    /// What changes all of these; apart, as every view copies this.
    write: StoredValue<Write>,
    /// Today, as of the last time anybody looked.
    today: RwSignal<NaiveDate>,
    repository: StoredValue<Repository>,
    /// Where results of visitors wait; it knows the name of the workspace.
    inbox: StoredValue<Inbox>,
    /// What is still to be stored, and what could not be.
    homes: StoredValue<Homes<Item, StoreError>>,
    /// What is under way of storing.
    busy: StoredValue<Busy>,
    /// The database, once it is open and where there is one.
    mirror: StoredValue<Option<Rc<Mirror>>, LocalStorage>,
    /// The line to the other pages of this workspace.
    line: StoredValue<Option<Line>, LocalStorage>,
    /// The stored draft as this page last wrote or read it: known to be readable.
    known_draft: StoredValue<Option<String>>,
}

/// What changes the state views read. The context's own: a view that set a signal would neither
/// record nor store it.
#[derive(Clone, Copy)]
struct Write {
    workspace: WriteSignal<Workspace>,
    editor: WriteSignal<Editor>,
    settings: WriteSignal<Settings>,
    backups: WriteSignal<Backups>,
    saving: WriteSignal<SaveState>,
    loading: WriteSignal<Loading>,
    attention: WriteSignal<Vec<Arc<Attention>>>,
    route: WriteSignal<Route>,
    notice: WriteSignal<Option<Notice>>,
    extent: WriteSignal<Extent>,
    former: WriteSignal<Option<Arc<Editor>>>,
}

/// What is under way, and how much was written since it was looked how full storage is.
#[derive(Debug, Clone, Copy, Default)]
struct Busy {
    local: bool,
    database: bool,
    writes: usize,
    /// Whether a step back or forth at many contacts is being prepared.
    stepping: bool,
}

impl AppContext {
    /// Opens a workspace: nothing is read yet.
    fn new(
        name: &str,
        playbook: Arc<Playbook>,
        settings: Settings,
        repository: Repository,
    ) -> Self {
        let everything = session::is_on(&repository.key(Item::AskEverything));
        let extent = if everything { Extent::Everything } else { Extent::Needed };
        let saving = if repository.is_available() { SaveState::Saved } else { SaveState::InMemory };
        let (editor, write_editor) = signal(Editor::new(Arc::clone(&playbook)));
        let (workspace, write_workspace) = signal(Workspace::new(playbook));
        let (settings, write_settings) = signal(settings);
        let (backups, write_backups) = signal(Backups::default());
        let (saving, write_saving) = signal(saving);
        let (loading, write_loading) = signal(Loading::UnderWay(0, 0));
        let (attention, write_attention) = signal(Vec::new());
        let (route, write_route) = signal(Route::Start);
        let (notice, write_notice) = signal(None);
        let (extent, write_extent) = signal(extent);
        let (former, write_former) = signal(None);
        let today = RwSignal::new(clock::today());
        let write = Write {
            workspace: write_workspace,
            editor: write_editor,
            settings: write_settings,
            backups: write_backups,
            saving: write_saving,
            loading: write_loading,
            attention: write_attention,
            route: write_route,
            notice: write_notice,
            extent: write_extent,
            former: write_former,
        };
        Self {
            workspace,
            editor,
            settings,
            backups,
            saving,
            loading,
            attention,
            route,
            notice,
            extent,
            derived: StoredValue::new(Derived::of(workspace, today)),
            former,
            write: StoredValue::new(write),
            today,
            repository: StoredValue::new(repository),
            inbox: StoredValue::new(Inbox::open(name)),
            homes: StoredValue::new(Homes::default()),
            busy: StoredValue::new(Busy::default()),
            mirror: StoredValue::new_local(None),
            line: StoredValue::new_local(Line::open(name)),
            known_draft: StoredValue::new(None),
        }
    }

    /// The context of the view that asks.
    pub fn get() -> Self {
        expect_context()
    }

    fn write(&self) -> Write {
        self.write.get_value()
    }

    /// The playbook, without being told when it changes.
    pub fn playbook_untracked(&self) -> Arc<Playbook> {
        self.workspace.with_untracked(|workspace| Arc::clone(&workspace.playbook))
    }

    /// The currency amounts are entered in, without being told when it changes.
    pub fn currency_untracked(&self) -> Currency {
        self.settings.with_untracked(|settings| settings.currency_for(&self.playbook_untracked()))
    }

    /// Today where the person is; who reads it in a view is told when the next day begins.
    pub fn today(&self) -> NaiveDate {
        // Where nothing can be drawn anew, as in an event handler, nobody is told.
        if Observer::get().is_some() { self.today.get() } else { self.today.get_untracked() }
    }

    /// A rep's way through the questions of a contact today, with as much asked as the person wants; who
    /// reads it in a view is told when either changes.
    pub fn run<'a>(&self, playbook: &'a Playbook, contact: &'a Contact) -> Run<'a> {
        let drawn = Observer::get().is_some();
        let extent = if drawn { self.extent.get() } else { self.extent.get_untracked() };
        Run { extent, ..Run::with(playbook, contact, self.today()) }
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
        self.write().route.set(route.clone());
    }

    /// Has everything asked, or what the verdict needs; remembered until this tab is closed.
    pub fn ask_everything(&self, everything: bool) {
        self.write().extent.set(if everything { Extent::Everything } else { Extent::Needed });
        let key = self.repository.with_value(|repository| repository.key(Item::AskEverything));
        session::turn(&key, everything);
    }

    /// Takes the message of what was done last away.
    pub fn dismiss_notice(&self) {
        self.write().notice.set(None);
    }

    /// The name of the workspace.
    pub fn name(&self) -> String {
        self.inbox.with_value(|inbox| inbox.workspace().to_owned())
    }

    /// Whether this is the workspace of made-up contacts.
    pub fn is_demo(&self) -> bool {
        self.inbox.with_value(|inbox| inbox.workspace() == DEMO)
    }
}

/// A fresh id for a contact.
fn new_contact_id() -> ContactId {
    ContactId::new(clock::millis(), clock::random())
}

/// A fresh id for a user action.
fn new_batch_id() -> BatchId {
    BatchId::new(clock::millis(), clock::random())
}
