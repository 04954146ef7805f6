//! What changes at contacts that are here, field by field, and which are left as they are.

use super::super::names;
use super::Review;
use crate::domain::playbook::Playbook;
use crate::exchange::import::difference::{Change, What};
use crate::exchange::import::matching::{Doubted, Elsewhere};
use crate::exchange::import::preview::Preview;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::pick::LabelledPick;
use crate::ui::workspace::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Contacts that are listed.
const LISTED: usize = 50;

/// The contacts that get something new, each with what is here and what the file says.
#[component]
pub(super) fn Updates(preview: Arc<Preview>) -> impl IntoView {
    let playbook = AppContext::get().playbook_untracked();
    let title = match preview.updated {
        1 => text::data_changes_one().to_owned(),
        n => text::data_changes_n(intl::count(n)),
    };
    let kinds = preview
        .changed
        .iter()
        .map(|(what, n)| text::data_with_rows(names::what(&playbook, what), intl::count(*n)));
    let kinds = kinds.collect::<Vec<_>>().join(" · ");
    let listed = preview.updates.iter().take(LISTED);
    let rows = listed.map(|update| {
        let changes =
            update.changes.iter().map(|change| view! { <li>{words(&playbook, change)}</li> });
        view! {
            <li>
                <b>{update.name.clone()}</b>
                <ul>{changes.collect_any()}</ul>
            </li>
        }
    });
    let rows = rows.collect_any();
    let more = preview.updated.saturating_sub(LISTED);
    (preview.updated > 0).then_any(|| {
        view! {
            <details class="disclosure small">
                <summary>{title}</summary>
                <p class="quiet">{kinds}</p>
                <ul>{rows}</ul>
                {(more > 0)
                    .then_any(|| view! { <p>{words::counted(more, text::data_changes_more_one(), text::data_changes_more)}</p> })}
            </details>
        }
    })
}

/// What is here and what the file says in its place.
fn words(playbook: &Playbook, change: &Change) -> String {
    let question = match &change.what {
        What::Fact(id) => playbook.question(id),
        _ => None,
    };
    let said = |said| names::said(playbook, &change.what, question, said);
    let what = names::what(playbook, &change.what);
    let old = change.old.as_ref().map_or_else(|| text::data_nothing_yet().to_owned(), said);
    let worded = if change.stays { text::data_change_stays } else { text::data_change };
    worded(what, old, said(&change.new))
}

/// Rows that change nothing although they say something else, and rows about one contact.
#[component]
pub(super) fn LeftAlone(preview: Arc<Preview>) -> impl IntoView {
    let playbook = AppContext::get().playbook_untracked();
    let stand = |it: &Elsewhere| {
        let places = it.places.as_ref().map(|(here, there)| {
            text::data_stands(names::place(&playbook, here), names::place(&playbook, there))
        });
        let words = places.unwrap_or_else(|| text::data_says_otherwise().to_owned());
        text::data_left_row(intl::count(it.line), &it.name, words)
    };
    let duplicates = preview.duplicates.iter().take(LISTED).map(|it| {
        let words = text::data_duplicate_of(intl::count(it.of));
        text::data_left_row(intl::count(it.line), &it.name, words)
    });
    let doubtful = preview.doubtful.iter().take(LISTED).map(|it| {
        let words = text::data_doubtful_addresses(&it.here, &it.there);
        text::data_left_row(intl::count(it.line), &it.name, words)
    });
    let in_doubt = preview.doubtful.len();
    let of = |all: &[Elsewhere]| all.iter().take(LISTED).map(stand).collect::<Vec<_>>();
    let count = |n: usize| intl::count(n);
    let (elsewhere, closed) = (preview.elsewhere.len(), preview.closed.len());
    let repeated = preview.duplicates.len();
    [
        list(
            elsewhere,
            text::data_elsewhere(count(elsewhere)),
            text::data_elsewhere_text(),
            of(&preview.elsewhere),
        ),
        list(
            closed,
            text::data_closed_list(count(closed)),
            text::data_closed_text(),
            of(&preview.closed),
        ),
        list(
            in_doubt,
            text::data_doubtful_list(count(in_doubt)),
            text::data_doubtful_text(),
            doubtful.collect(),
        ),
        list(
            repeated,
            text::data_duplicate_list(count(repeated)),
            text::data_duplicate_text(),
            duplicates.collect(),
        ),
    ]
}

const DOUBTED: [Doubted; 3] = [Doubted::LeftOut, Doubted::Same, Doubted::Others];

/// What rows are whose id speaks for a contact and whose address speaks against it.
#[component]
pub(super) fn InDoubt() -> impl IntoView {
    let review = Review::get();
    view! {
        <LabelledPick
            id="in-doubt"
            label=text::data_doubtful_are()
            choices=vec![
                text::data_doubtful_left_out().to_owned(),
                text::data_doubtful_same().to_owned(),
                text::data_doubtful_others().to_owned(),
            ]
            chosen=Signal::derive(move || {
                review.plan.with(|plan| DOUBTED.iter().position(|one| *one == plan.doubted))
            })
            on_pick=move |n: usize| {
                if let Some(doubted) = DOUBTED.get(n) {
                    review.change(|plan, _, _| plan.doubted = *doubted);
                }
            }
        />
    }
}

/// Some rows behind a title, where there are any.
fn list(all: usize, title: String, about: &'static str, rows: Vec<String>) -> AnyView {
    let more = all.saturating_sub(rows.len());
    let more = (more > 0).then(|| text::data_and_more("…", intl::count(more)));
    (all > 0)
        .then_any(|| {
            view! {
                <details class="disclosure small">
                    <summary>{title}</summary>
                    <p class="quiet">{about}</p>
                    <ul>
                        {rows
                            .into_iter()
                            .chain(more)
                            .map(|row| view! { <li>{row}</li> })
                            .collect_any()}
                    </ul>
                </details>
            }
        })
        .into_any()
}
