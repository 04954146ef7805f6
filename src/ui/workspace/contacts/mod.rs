//! The list of contacts: search, filters, order, and the contacts behind a figure.

mod chips;
mod columns;
mod list;
mod look;
mod row;

use super::words;
use crate::app::find::{HandoffFilter, Order, StandingFilter, find};
use crate::app::route::{Listing, Outlet, Route};
use crate::app::workspace::Workspace;
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::meanings::Meanings;
use crate::ui::workspace::nothing::NoContacts;
use crate::ui::workspace::pick::LabelledPick;
use crate::ui::workspace::shown::Shown;
use chips::Chips;
use chrono::Local;
use leptos::prelude::*;
use list::ContactList;
use look::LookFirst;

/// The list of contacts, as its address says.
#[component]
pub fn Contacts(
    /// What to list.
    #[prop(into)]
    listing: Signal<Listing>,
) -> impl IntoView {
    let context = AppContext::get();
    let found = Memo::new(move |_| {
        context.workspace.with(|workspace| {
            let query = listing.with(|listing| listing.query(&workspace.playbook, context.today()));
            find(workspace, &query, &Local)
        })
    });
    let total = Memo::new(move |_| context.workspace.with(Workspace::count));
    let count = move || match (found.with(Vec::len), total.get()) {
        (1, 1) => text::count_one().to_owned(),
        (n, total) if n == total => text::count_all(intl::count(n)),
        (n, 1) => text::count_some_of_one(intl::count(n)),
        (n, total) => text::count_some(intl::count(n), intl::count(total)),
    };
    let take_out = Signal::derive(move || Route::TakeOut(Outlet::Table, listing.get()).address());
    view! {
        <div class="contacts">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::contacts()}
            </h1>
            <Shown when=move || total.get() != 0>
                <LookFirst listing />
            </Shown>
            <Filters listing />
            <columns::ColumnFilter listing />
            <Meanings />
            <Chips listing />
            <div class="actions">
                <p class="contacts-count" role="status">
                    {count}
                </p>
                <Shown when=move || !found.with(Vec::is_empty)>
                    <a class="small" href=move || take_out.get()>
                        {text::out_these()}
                    </a>
                </Shown>
            </div>
            {move || match (found.with(Vec::is_empty), total.get()) {
                (false, _) => view! { <ContactList ids=found /> }.into_any(),
                (true, 0) => view! { <NoContacts why=text::none_yet_text() /> }.into_any(),
                (true, _) => view! { <NoMatch listing /> }.into_any(),
            }}
        </div>
    }
}

/// Changes the listing: the address follows without a step for Back, so typing leaves no trail.
fn change(listing: Signal<Listing>, change: impl FnOnce(&mut Listing)) {
    let mut next = listing.get_untracked();
    change(&mut next);
    AppContext::get().replace(&Route::Contacts(next));
}

/// A list of choices that the listing is narrowed or ordered by.
fn filter<T: Copy + PartialEq + Send + Sync + 'static>(
    (id, label): (&'static str, &'static str),
    choices: Vec<(T, &'static str)>,
    listing: Signal<Listing>,
    field: fn(&mut Listing) -> &mut T,
) -> AnyView {
    let (values, names): (Vec<T>, Vec<_>) = choices.into_iter().unzip();
    let names = names.into_iter().map(str::to_owned).collect();
    let values = StoredValue::new(values);
    let chosen = Signal::derive(move || {
        let now = *field(&mut listing.get());
        values.with_value(|values| values.iter().position(|value| *value == now))
    });
    let pick = move |place: usize| {
        if let Some(value) = values.with_value(|values| values.get(place).copied()) {
            change(listing, |listing| *field(listing) = value);
        }
    };
    view! { <LabelledPick id label choices=names chosen on_pick=pick /> }.into_any()
}

#[component]
fn Filters(listing: Signal<Listing>) -> impl IntoView {
    let levels = Level::ALL.map(|level| (Some(level), words::level(level)));
    let levels = [(None, text::all_levels())].into_iter().chain(levels).collect();
    let standings = vec![
        (None, text::any_standing()),
        (Some(StandingFilter::Active), text::active()),
        (Some(StandingFilter::Nurturing), text::nurturing()),
        (Some(StandingFilter::Disqualified), text::disqualified()),
        (Some(StandingFilter::Lost), text::lost()),
    ];
    let handoffs = [
        (None, text::any_handover()),
        (Some(HandoffFilter::Waiting), text::handover_waiting()),
        (Some(HandoffFilter::SentBack), text::handover_sent_back()),
    ];
    // A filter that finds nothing would only be in the way of those who never hand anything over.
    let context = AppContext::get();
    let handed = move || {
        listing.with(|listing| listing.handoff.is_some())
            || context.workspace.with(|w| w.contacts().any(|contact| contact.handoff.is_some()))
    };
    let orders = vec![
        (Order::Recent, text::order_recent()),
        (Order::Name, text::order_name()),
        (Order::Amount, text::amount()),
        (Order::Due, text::next_step()),
    ];
    // What is filtered by is in sight.
    let filtered = listing.with_untracked(|listing| {
        listing.level.is_some() || listing.standing.is_some() || listing.handoff.is_some()
    });
    let open = RwSignal::new(filtered);
    view! {
        <form class="filters" role="search" on:submit=|event| event.prevent_default()>
            <div class="field filter-search">
                <label for="search">{text::search()}</label>
                <input
                    class="input"
                    id="search"
                    type="search"
                    placeholder=text::search_hint()
                    prop:value=move || listing.with(|listing| listing.text.clone())
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        change(listing, |listing| listing.text = typed);
                    }
                />
            </div>
            // Where there is little room they would fill the first screen.
            <button
                class="btn btn-small filters-more"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="more-filters"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {text::filters()}
            </button>
            <div class="filters-rest" id="more-filters" data-open=move || open.get().then_some("")>
                {filter(("level", text::level()), levels, listing, |listing| &mut listing.level)}
                {filter(
                    ("standing", text::standing()),
                    standings,
                    listing,
                    |listing| &mut listing.standing,
                )}
                <Shown when=handed>
                    {filter(
                        ("handover", text::handover()),
                        handoffs.to_vec(),
                        listing,
                        |listing| &mut listing.handoff,
                    )}
                </Shown>
                {filter(("order", text::order()), orders, listing, |listing| &mut listing.order)}
            </div>
        </form>
    }
}

#[component]
fn NoMatch(listing: Signal<Listing>) -> impl IntoView {
    view! {
        <div class="card empty">
            <h2 class="empty-title">{text::nothing_matches()}</h2>
            <p>{text::nothing_matches_text()}</p>
            <div class="actions">
                <button
                    class="btn"
                    type="button"
                    on:click=move |_| change(listing, |listing| *listing = Listing::default())
                >
                    {text::clear_filters()}
                </button>
            </div>
        </div>
    }
}
