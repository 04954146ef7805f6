//! The list of contacts: search, filters, order, and the contacts behind a bar of the funnel.

mod list;
mod row;

use super::icons::{Glyph, Icon};
use super::words;
use crate::app::find::{Order, StandingFilter, find};
use crate::app::route::{
    Listing, Route, RowName, level_of, level_word, order_of, order_word, standing_of, standing_word,
};
use crate::domain::funnel::Window;
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use chrono::Local;
use leptos::prelude::*;
use list::ContactList;

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
            let query = listing.with(|listing| listing.query(&workspace.playbook));
            find(workspace, &query, &Local)
        })
    });
    let total =
        Memo::new(move |_| context.workspace.with(|workspace| workspace.contacts().count()));
    let count = move || match (found.with(Vec::len), total.get()) {
        (1, 1) => text::count_one().to_owned(),
        (n, total) if n == total => text::count_all(intl::count(n)),
        (n, total) => text::count_some(intl::count(n), intl::count(total)),
    };
    view! {
        <div class="contacts">
            <div class="view-head">
                <h1 class="view-title" id="title" tabindex="-1">
                    {text::contacts()}
                </h1>
                <a class="btn btn-primary" href=Route::NewContact.address()>
                    <Glyph icon=Icon::Plus />
                    {text::new_contact()}
                </a>
            </div>
            <Filters listing />
            <FunnelChip listing />
            <p class="contacts-count" role="status">
                {count}
            </p>
            {move || match (found.with(Vec::is_empty), total.get()) {
                (false, _) => view! { <ContactList ids=found /> }.into_any(),
                (true, 0) => view! { <NoneYet /> }.into_any(),
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

#[component]
fn Filters(listing: Signal<Listing>) -> impl IntoView {
    let context = AppContext::get();
    let change = move |with: &dyn Fn(&mut Listing)| {
        let mut next = listing.get_untracked();
        with(&mut next);
        context.replace(&Route::Contacts(next));
    };
    let levels = Level::ALL.map(|level| (level_word(level), words::level(level)));
    let standings = [
        (StandingFilter::Active, text::active()),
        (StandingFilter::Nurturing, text::nurturing()),
        (StandingFilter::Disqualified, text::disqualified()),
        (StandingFilter::Lost, text::lost()),
    ]
    .map(|(standing, name)| (standing_word(standing), name));
    let orders = [
        (Order::Recent, text::order_recent()),
        (Order::Name, text::order_name()),
        (Order::Amount, text::amount()),
        (Order::Due, text::next_step()),
    ]
    .map(|(order, name)| (order_word(order), name));
    let level = move || listing.with(|listing| listing.level.map_or("", level_word));
    let standing = move || listing.with(|listing| listing.standing.map_or("", standing_word));
    let order = move || listing.with(|listing| order_word(listing.order));
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
                        change(&|listing| listing.text.clone_from(&typed));
                    }
                />
            </div>
            <Pick id="level" label=text::level() all=Some(text::all_levels()) options=levels.to_vec() chosen=Signal::derive(level)
                on_pick=move |word: String| change(&|listing| listing.level = level_of(&word)) />
            <Pick id="standing" label=text::standing() all=Some(text::any_standing()) options=standings.to_vec() chosen=Signal::derive(standing)
                on_pick=move |word: String| change(&|listing| listing.standing = standing_of(&word)) />
            <Pick id="order" label=text::order() all=None options=orders.to_vec() chosen=Signal::derive(order)
                on_pick=move |word: String| change(&|listing| listing.order = order_of(&word).unwrap_or_default()) />
        </form>
    }
}

#[component]
fn Pick(
    id: &'static str,
    label: &'static str,
    all: Option<&'static str>,
    options: Vec<(&'static str, &'static str)>,
    chosen: Signal<&'static str>,
    #[prop(into)] on_pick: Callback<(String,)>,
) -> impl IntoView {
    let options = all.map(|all| ("", all)).into_iter().chain(options);
    let options = options.map(|(word, name)| {
        view! {
            <option value=word selected=move || chosen.get() == word>
                {name}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select class="input" id=id on:change=move |event| on_pick.run((event_target_value(&event),))>
                {options.collect_any()}
            </select>
        </div>
    }
}

/// The bar of the funnel whose contacts are listed, with a way to list all again.
#[component]
fn FunnelChip(listing: Signal<Listing>) -> impl IntoView {
    let context = AppContext::get();
    let words = move || {
        let playbook = context.playbook();
        listing.with(|listing| {
            let row = match listing.row.as_ref()? {
                RowName::Level(level) => words::level(*level).to_owned(),
                // A stage that is not there filters nothing out.
                RowName::Stage(id) => playbook.stage(id)?.title.clone(),
            };
            Some(text::funnel_chip(
                row,
                listing.fate.map_or(text::fate_any(), words::fate),
                words::window(listing.window),
            ))
        })
    };
    view! {
        {move || {
            words()
                .map_any(|words| {
                    view! {
                        <div class="chips">
                            <span class="chip">
                                {words}
                                <button
                                    class="chip-remove"
                                    type="button"
                                    aria-label=text::remove_funnel_filter()
                                    on:click=move |_| {
                                        change(
                                            listing,
                                            |listing| {
                                                listing.row = None;
                                                listing.fate = None;
                                                listing.window = Window::default();
                                            },
                                        );
                                    }
                                >
                                    <Glyph icon=Icon::Close />
                                </button>
                            </span>
                        </div>
                    }
                })
        }}
    }
}

#[component]
fn NoneYet() -> impl IntoView {
    view! {
        <div class="card empty">
            <h2 class="empty-title">{text::none_yet()}</h2>
            <p>{text::none_yet_text()}</p>
            <div class="actions">
                <a class="btn" href=Route::Data.address()>
                    {text::import_file()}
                </a>
            </div>
        </div>
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
