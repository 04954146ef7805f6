//! What changes at contacts that are here, field by field, and which are left as they are.

use super::super::names;
use crate::domain::playbook::Playbook;
use crate::exchange::import::difference::{Change, What};
use crate::exchange::import::matching::Elsewhere;
use crate::exchange::import::preview::Preview;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
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
    let listed = preview
        .updates
        .iter()
        .take(LISTED)
        .flat_map(|update| update.changes.iter().map(|change| (update.name.clone(), change)));
    let rows = listed.map(|(name, change)| row(&playbook, name, change)).collect_any();
    let more = preview.updated.saturating_sub(LISTED);
    (preview.updated > 0).then_any(|| {
        view! {
            <details class="disclosure">
                <summary>{title}</summary>
                <p class="small quiet">{kinds}</p>
                <div
                    class="table-scroll"
                    tabindex="0"
                    role="group"
                    aria-label=text::data_updated()
                >
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{text::data_contact()}</th>
                                <th scope="col">{text::data_what()}</th>
                                <th scope="col">{text::data_here()}</th>
                                <th scope="col">{text::data_in_the_file()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {(more > 0)
                    .then_any(|| {
                        view! { <p class="small">{text::data_changes_more(intl::count(more))}</p> }
                    })}
            </details>
        }
    })
}

fn row(playbook: &Playbook, name: String, change: &Change) -> impl IntoView + use<> {
    let question = match &change.what {
        What::Fact(id) => playbook.question(id),
        _ => None,
    };
    let words = |said| names::said(playbook, &change.what, question, said);
    let old = change.old.as_ref().map_or_else(|| text::data_nothing_yet().to_owned(), words);
    let stays = change.stays.then_some(text::data_stays());
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{names::what(playbook, &change.what)}</td>
            <td class="sample">{old}</td>
            <td class="sample">
                {words(&change.new)}
                {stays.map_any(|words| view! { <div class="small quiet">{words}</div> })}
            </td>
        </tr>
    }
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
            repeated,
            text::data_duplicate_list(count(repeated)),
            text::data_duplicate_text(),
            duplicates.collect(),
        ),
    ]
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
