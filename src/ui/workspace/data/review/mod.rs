//! The review of tables: what was recognised, what everything becomes, what would change.
//!
//! Every guess can be changed. A change is followed by a new count of all rows, in slices, and
//! a count that is overtaken by another change is dropped.

mod changes;
mod columns;
mod count;
mod files;
mod rejected;
mod styles;
mod updates;
mod values;

use super::failure::Failure;
use super::load::Tables;
use super::read::{self, TextFile};
use super::slices::Slices;
use super::{Desk, Page};
use crate::app::workspace::Arriving;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;
use crate::exchange::import::against::Against;
use crate::exchange::import::columns::Target;
use crate::exchange::import::looking::Looking;
use crate::exchange::import::plan::Plan;
use crate::exchange::import::preview::Preview;
use crate::exchange::import::roles::Roles;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What the parts of the review share.
#[derive(Debug, Clone, Copy)]
struct Review {
    files: RwSignal<Vec<TextFile>>,
    tables: RwSignal<Arc<Vec<Table>>>,
    plan: RwSignal<Plan>,
    /// The playbook the plan was made by.
    playbook: StoredValue<Arc<Playbook>>,
    /// The last count.
    preview: RwSignal<Option<Arc<Preview>>>,
    /// What the rows of the last count would record.
    rows: StoredValue<Vec<Arriving>>,
    /// What they were held against.
    against: StoredValue<Option<Against>>,
    /// How many rows the count has looked at.
    counted: RwSignal<usize>,
    /// Whether the last count is not that of the plan as it is.
    counting: RwSignal<bool>,
    /// Grows with every change, so that an overtaken count knows.
    turn: StoredValue<usize>,
}

impl Review {
    fn new(loaded: &Tables) -> Self {
        Self {
            files: RwSignal::new(loaded.files.clone()),
            tables: RwSignal::new(Arc::new(loaded.read.clone())),
            plan: RwSignal::new(loaded.plan.clone()),
            playbook: StoredValue::new(Arc::clone(&loaded.playbook)),
            preview: RwSignal::new(None),
            rows: StoredValue::new(Vec::new()),
            against: StoredValue::new(None),
            counted: RwSignal::new(0),
            counting: RwSignal::new(true),
            turn: StoredValue::new(0),
        }
    }

    fn get() -> Self {
        expect_context()
    }

    /// Changes the plan.
    fn change(self, change: impl FnOnce(&mut Plan, &[Table], &Playbook)) {
        let mut change = Some(change);
        self.change_by(&mut |plan, tables, playbook| {
            if let Some(change) = change.take() {
                change(plan, tables, playbook);
            }
        });
    }

    /// Changes what a column means: what follows from it is looked through anew.
    fn retarget(self, column: (usize, usize), target: &Target) {
        let mut looking = None;
        self.plan.update(|plan| looking = Some(plan.retarget(column, target)));
        let (tables, playbook) = (self.tables.get_untracked(), self.playbook.get_value());
        let Some(mut looking) = looking.filter(Looking::is_needed) else { return };
        spawn_local(async move {
            read::look(&tables, &mut looking, &mut Slices::new()).await;
            // Read another way meanwhile, it was looked through anew already.
            let same = self.tables.try_with_untracked(|now| Arc::ptr_eq(now, &tables));
            if same == Some(true) {
                self.plan.update(|plan| plan.learn(looking, &playbook));
            }
        });
    }

    /// Takes the tables anew, with the roles they have, and guesses everything else.
    fn replan(self, tables: Arc<Vec<Table>>, roles: Roles) {
        self.plan_anew(tables, roles, self.playbook.get_value(), move |tables, plan, _| {
            self.tables.set(tables);
            self.plan.set(plan);
        });
    }

    /// Begins anew by the playbook in force: what columns and values may mean is up to it.
    fn begin_anew(self, desk: Desk, context: AppContext) {
        let (tables, files) = (self.tables.get_untracked(), self.files.get_untracked());
        let roles = self.plan.with_untracked(|plan| plan.roles.clone());
        self.plan_anew(
            tables,
            roles,
            context.playbook_untracked(),
            move |tables, plan, playbook| {
                let (read, left) = (Vec::clone(&tables), Vec::new());
                desk.show(Page::Tables(Arc::new(Tables { files, read, plan, playbook, left })));
                desk.say(text::data_playbook_changed());
            },
        );
    }

    /// Guesses a plan anew by a playbook, and does something with it unless another change came meanwhile.
    fn plan_anew(
        self,
        tables: Arc<Vec<Table>>,
        roles: Roles,
        playbook: Arc<Playbook>,
        then: impl FnOnce(Arc<Vec<Table>>, Plan, Arc<Playbook>) + 'static,
    ) {
        let currency = self.plan.with_untracked(|plan| plan.currency);
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        self.counting.set(true);
        spawn_local(async move {
            let mut slices = Slices::new();
            let plan = read::plan(&tables, roles, &playbook, currency, &mut slices).await;
            if self.turn.try_get_value() == Some(turn) {
                then(tables, plan, playbook);
            }
        });
    }

    fn change_by(self, change: &mut dyn FnMut(&mut Plan, &[Table], &Playbook)) {
        let playbook = self.playbook.get_value();
        let tables = self.tables.get_untracked();
        self.plan.update(|plan| change(plan, &tables, &playbook));
    }

    /// The name of a table.
    fn table_name(self, table: usize) -> String {
        let name = |tables: &Vec<Table>| tables.get(table).map(|table| table.name.clone());
        self.tables.with_untracked(|tables| name(tables).unwrap_or_default())
    }

    /// Counts all rows by the plan as it is now.
    fn count(self, desk: Desk, context: AppContext, plan: Plan, tables: Arc<Vec<Table>>) {
        self.counting.set(true);
        self.turn.update_value(|turn| *turn += 1);
        let (turn, playbook) = (self.turn.get_value(), self.playbook.get_value());
        let overtaken = move || self.turn.try_get_value() != Some(turn);
        let progress = move |rows| {
            let _ = self.counted.try_set(rows);
        };
        spawn_local(async move {
            let counted =
                count::count(context, &plan, playbook, &tables, overtaken, progress).await;
            let Some(counted) = counted else { return };
            desk.say(changes::summary(&counted.preview));
            self.rows.set_value(counted.rows);
            self.against.set_value(Some(counted.against));
            self.preview.set(Some(Arc::new(counted.preview)));
            self.counting.set(false);
        });
    }
}

/// The review of tables.
#[component]
pub(super) fn ReviewTables(tables: Arc<Tables>) -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let review = Review::new(&tables);
    provide_context(review);
    Effect::new(move |_| review.count(desk, context, review.plan.get(), review.tables.get()));
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::data_review_title()}
        </h1>
        {left_files(&tables)}
        <files::Recognised />
        <columns::Columns />
        <values::Stages />
        <styles::Styles />
        <changes::Changes />
    }
}

/// Which files were chosen and are not among what is looked through.
fn left_files(tables: &Tables) -> impl IntoView + use<> {
    let line = |failure: &Failure| {
        view! {
            <p>
                <b>{failure.place()}</b>
                " "
                {failure.words()}
            </p>
        }
    };
    let lines = tables.left.iter().map(line).collect_any();
    (!tables.left.is_empty()).then_any(|| {
        view! {
            <div class="banner" data-kind="error" role="alert">
                <div class="banner-words">{lines} <p>{text::data_files_left()}</p></div>
            </div>
        }
    })
}

/// Words and how many rows have them, those of most rows first.
fn most_first(mut words: Vec<(String, usize)>) -> Vec<(String, usize)> {
    words.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    words
}
