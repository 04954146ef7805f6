//! Taking contacts out for other programs.
//!
//! Invariant: nothing here changes a contact, and no page is blocked however many there are: they
//! are gone through in slices.

mod calendar;
mod columns;
mod crm;
mod words;

pub(super) use calendar::{CalendarOf, WholeCalendar};

use crate::app::crm::Crm;
use crate::app::find::find;
use crate::app::route::{Listing, Outlet, Route};
use crate::app::workspace::Record;
use crate::app::workspace::Workspace;
use crate::domain::ids::ContactId;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use chrono::Local;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// How many contacts are gone through before the page gets to breathe.
const SLICE: usize = 200;

/// What was chosen last, until the tab is closed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Remembered {
    /// The headers that were ticked; none before anybody chose.
    ticked: RwSignal<Option<BTreeSet<String>>>,
    /// What each stage becomes in a CRM, where somebody chose.
    stages: RwSignal<HashMap<Crm, Vec<usize>>>,
}

impl Remembered {
    pub(super) fn new() -> Self {
        Self { ticked: RwSignal::new(None), stages: RwSignal::new(HashMap::new()) }
    }

    fn get() -> Self {
        expect_context()
    }
}

/// What an outlet's page is called.
pub(super) fn title(outlet: Outlet) -> &'static str {
    match outlet {
        Outlet::Table => text::out_table(),
        Outlet::Crm(crm) => crm_name(crm),
    }
}

/// A CRM's name.
pub(super) fn crm_name(crm: Crm) -> &'static str {
    match crm {
        Crm::HubSpot => text::out_hubspot(),
        Crm::Salesforce => text::out_salesforce(),
        Crm::Pipedrive => text::out_pipedrive(),
    }
}

/// The contacts to take out: those a listing finds, in its order.
#[derive(Debug, Clone, Copy)]
struct Chosen {
    ids: Memo<Vec<ContactId>>,
    outlet: Outlet,
    listing: Signal<Listing>,
}

impl Chosen {
    fn new(outlet: Outlet, listing: Signal<Listing>) -> Self {
        let context = AppContext::get();
        let ids = Memo::new(move |_| {
            context.workspace.with(|workspace| {
                let today = context.today();
                let query = listing.with(|listing| listing.query(&workspace.playbook, today));
                find(workspace, &query, &Local)
            })
        });
        Self { ids, outlet, listing }
    }

    fn count(self) -> usize {
        self.ids.with(Vec::len)
    }
}

/// Goes through contacts a slice at a time; `done` is told how many after each.
async fn each(
    context: AppContext,
    ids: &[ContactId],
    mut look: impl FnMut(&Record),
    mut done: impl FnMut(usize),
) {
    let mut count = 0;
    for slice in ids.chunks(SLICE) {
        context.workspace.with_untracked(|workspace| {
            for record in slice.iter().filter_map(|id| workspace.record(*id)) {
                look(record);
            }
        });
        count += slice.len();
        done(count);
        TimeoutFuture::new(0).await;
    }
}

/// Hands a table to the browser to save, and says what became of it.
fn save_csv(context: AppContext, name: &str, text: &str) -> String {
    let taken = context.save_file(name, "text/csv", text);
    if taken { text::data_exported(name) } else { text::data_not_exported().to_owned() }
}

/// How far a file is, in words.
fn so_far(done: usize, total: usize) -> String {
    text::out_preparing_count(intl::count(done), intl::count(total))
}

/// The page of an outlet.
#[component]
pub(super) fn TakeOut(
    /// Which one.
    outlet: Outlet,
    /// Which contacts.
    listing: Signal<Listing>,
) -> impl IntoView {
    let chosen = Chosen::new(outlet, listing);
    let page = match outlet {
        Outlet::Table => view! { <columns::Columns chosen /> }.into_any(),
        Outlet::Crm(crm) => view! { <crm::CrmFiles crm chosen /> }.into_any(),
    };
    let heading = match outlet {
        Outlet::Table => title(outlet).to_owned(),
        Outlet::Crm(crm) => text::out_files_for(crm_name(crm)),
    };
    view! {
        <div class="out">
            <nav class="small" aria-label=crate::ui::text::rep::back_to()>
                <a href=Route::Data.address()>{text::data()}</a>
            </nav>
            <h1 class="view-title" id="title" tabindex="-1">
                {heading}
            </h1>
            <Whose chosen />
            {page}
        </div>
    }
}

/// Which contacts go out, and the way to take all of them.
#[component]
fn Whose(chosen: Chosen) -> impl IntoView {
    let context = AppContext::get();
    let total = Memo::new(move |_| context.workspace.with(Workspace::count));
    let words = move || match (chosen.count(), total.get()) {
        (0, _) => text::out_none().to_owned(),
        (1, 1) => text::out_all_one().to_owned(),
        (n, total) if n == total => text::out_all(intl::count(n)),
        (1, total) => text::out_listed_one(intl::count(total)),
        (n, total) => text::out_listed(intl::count(n), intl::count(total)),
    };
    let ways = move || {
        (chosen.count() < total.get()).then_any(|| {
            let list = Route::Contacts(chosen.listing.get()).address();
            let all = Route::TakeOut(chosen.outlet, Listing::default()).address();
            view! {
                <div class="actions small">
                    <a href=all>{text::out_take_all()}</a>
                    <a href=list>{text::out_back_to_list()}</a>
                </div>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="whose">
            <h2 class="card-title" id="whose">
                {text::out_whose()}
            </h2>
            <p>{words}</p>
            {ways}
        </section>
    }
}
