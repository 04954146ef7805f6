//! What was recognised: each file with its part, how it is read, and how to read it otherwise.

use super::super::banner::Outcome;
use super::super::failure::Failure;
use super::super::load::TextFile;
use super::super::{Desk, names};
use super::{Review, most_first};
use crate::exchange::csv::sniff::Encoding;
use crate::exchange::csv::{Delimiter, Table};
use crate::exchange::import::plan::Plan;
use crate::exchange::import::preview::{LookupCount, lookups};
use crate::exchange::import::roles::Roles;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::pick::LabelledPick;
use leptos::prelude::*;
use std::sync::Arc;

/// Keys without a match that are named.
const NAMED: usize = 3;
/// Rows among which the header can be chosen.
const HEADER_ROWS: usize = 10;

/// The card of the files.
#[component]
pub(super) fn Recognised() -> impl IntoView {
    let review = Review::get();
    let roles = Memo::new(move |_| review.plan.with(|plan| plan.roles.clone()));
    let found = Memo::new(move |_| {
        roles.track();
        let tables = review.tables.get();
        Arc::new(review.plan.with_untracked(|plan| lookups(plan, &tables)))
    });
    let count = Memo::new(move |_| review.files.with(Vec::len));
    let lines =
        move || (0..count.get()).map(|place| view! { <FileLine place found /> }).collect_any();
    view! {
        <section class="card" aria-labelledby="recognised">
            <h2 class="card-title" id="recognised">
                {text::data_recognised()}
            </h2>
            <ul class="files">{lines}</ul>
            <MainFile roles />
        </section>
    }
}

#[component]
fn FileLine(place: usize, found: Memo<Arc<Vec<LookupCount>>>) -> impl IntoView {
    let review = Review::get();
    let name = review.table_name(place);
    let about = move || {
        let tables = review.tables.get();
        let table = tables.get(place)?;
        let (rows, columns) = (intl::count(table.rows.len()), intl::count(table.headers.len()));
        let ragged = (!table.ragged.is_empty())
            .then(|| text::data_file_ragged(intl::count(table.ragged.len())));
        let how = review.files.with(|files| {
            let file = files.get(place)?;
            let delimiter = names::delimiter(file.dialect.delimiter);
            Some(text::data_file_how(delimiter, names::encoding(file.encoding)))
        });
        let parts = [Some(text::data_file_about(rows, columns)), how, ragged];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    };
    let part = move || {
        let tables = review.tables.get();
        found.with(|found| review.plan.with(|plan| part(plan, &tables, place, found)))
    };
    view! {
        <li class="file">
            <b>{name}</b>
            <div>
                <p>{part}</p>
                <p class="quiet">{about}</p>
                <ReadDifferently place />
            </div>
        </li>
    }
}

/// The part a table plays, in words.
fn part(plan: &Plan, tables: &[Table], place: usize, found: &[LookupCount]) -> String {
    let header = |table: usize, column: usize| {
        tables.get(table).and_then(|table| table.headers.get(column)).map_or("", String::as_str)
    };
    let main = plan.roles.main;
    if place == main {
        return text::data_role_main().to_owned();
    }
    let Some(join) = plan.roles.joins.iter().find(|join| join.table == place) else {
        return text::data_role_unused().to_owned();
    };
    let rows = tables.get(main).map_or(&[][..], |table| &table.rows);
    let wanted = rows.iter().filter(|row| !row.cell(join.by).is_empty()).count();
    let unmatched = found.iter().find(|count| count.table == place);
    let missing = unmatched.map_or(0, |count| count.unmatched.values().sum::<usize>());
    let mut words = vec![
        text::data_role_lookup(header(main, join.by)),
        text::data_role_found(intl::count(wanted.saturating_sub(missing))),
    ];
    if let Some(count) = unmatched.filter(|_| missing > 0) {
        let keys = count.unmatched.iter().map(|(key, rows)| (key.clone(), *rows));
        let keys = most_first(keys.collect());
        let named = keys
            .iter()
            .take(NAMED)
            .map(|(key, rows)| text::data_with_rows(key, intl::count(*rows)));
        let named = named.collect::<Vec<_>>().join(", ");
        let named = match keys.len().saturating_sub(NAMED) {
            0 => named,
            more => text::data_and_more(named, intl::count(more)),
        };
        words.push(text::data_role_missing(intl::count(missing), named));
    }
    words.join(" ")
}

/// Encoding, delimiter and header of one file.
#[component]
fn ReadDifferently(place: usize) -> impl IntoView {
    let review = Review::get();
    let name = review.table_name(place);
    let read = move |n: fn(&TextFile) -> usize| {
        Signal::derive(move || review.files.with(|files| files.get(place).map(n)))
    };
    let (context, desk) = (AppContext::get(), Desk::get());
    let change = move |change: &dyn Fn(&mut TextFile)| {
        read_again(review, context, desk, place, change);
    };
    let of_file = format!("({name})");
    view! {
        <details class="disclosure">
            <summary>
                {text::data_read_differently()} <span class="visually-hidden">" " {of_file.clone()}</span>
            </summary>
            <div class="form-pair">
                <LabelledPick
                    id=format!("delimiter-{place}")
                    label=text::data_delimiter()
                    about=of_file.clone()
                    choices=Delimiter::ALL.map(|one| names::delimiter(one).to_owned()).to_vec()
                    chosen=read(|file| position(&Delimiter::ALL, file.dialect.delimiter))
                    on_pick=move |n: usize| {
                        if let Some(one) = Delimiter::ALL.get(n) {
                            change(&|file| file.dialect.delimiter = *one);
                        }
                    }
                />
                <LabelledPick
                    id=format!("encoding-{place}")
                    label=text::data_encoding()
                    about=of_file.clone()
                    choices=Encoding::ALL.map(|one| names::encoding(one).to_owned()).to_vec()
                    chosen=read(|file| position(&Encoding::ALL, file.encoding))
                    on_pick=move |n: usize| {
                        if let Some(one) = Encoding::ALL.get(n) {
                            change(&|file| file.encoding = *one);
                        }
                    }
                />
                <LabelledPick
                    id=format!("header-{place}")
                    label=text::data_header_row()
                    about=of_file
                    choices=(1..=HEADER_ROWS).map(intl::count).collect()
                    chosen=read(|file| file.dialect.above_header)
                    on_pick=move |n: usize| change(&|file| file.dialect.above_header = n)
                />
            </div>
        </details>
    }
}

fn position<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or(0)
}

/// Reads a file another way; the guesses are made anew. When that gives no table, everything
/// stays and the person is told.
fn read_again(
    review: Review,
    context: AppContext,
    desk: Desk,
    place: usize,
    change: &dyn Fn(&mut TextFile),
) {
    let Some(mut file) = review.files.with_untracked(|files| files.get(place).cloned()) else {
        return;
    };
    change(&mut file);
    let table = match file.table() {
        Ok(table) => table,
        Err(cause) => {
            let failure = Failure { file: file.name, cause };
            return desk.outcome.set(Some(Outcome::Failed(vec![failure])));
        }
    };
    desk.outcome.set(None);
    let mut tables = (*review.tables.get_untracked()).clone();
    if let Some(slot) = tables.get_mut(place) {
        *slot = table;
    }
    let playbook = context.playbook_untracked();
    let currency = review.plan.with_untracked(|plan| plan.currency);
    if let Some(plan) = Plan::guess(&tables, &playbook, currency) {
        review.files.update(|files| {
            if let Some(slot) = files.get_mut(place) {
                *slot = file;
            }
        });
        review.tables.set(Arc::new(tables));
        review.plan.set(plan);
    }
}

/// Which file holds the contacts, where there are several.
#[component]
fn MainFile(roles: Memo<Roles>) -> impl IntoView {
    let review = Review::get();
    let context = AppContext::get();
    let names = review
        .tables
        .with_untracked(|tables| tables.iter().map(|table| table.name.clone()).collect::<Vec<_>>());
    let choose = move |main: usize| {
        let tables = review.tables.get_untracked();
        let roles = Roles::with_main(&tables, main);
        let playbook = context.playbook_untracked();
        let currency = review.plan.with_untracked(|plan| plan.currency);
        review.plan.set(Plan::with_roles(&tables, roles, &playbook, currency));
    };
    (names.len() > 1).then_any(|| {
        view! {
            <LabelledPick
                id="main-file"
                label=text::data_main_file()
                choices=names
                chosen=Signal::derive(move || Some(roles.with(|roles| roles.main)))
                on_pick=choose
            />
        }
    })
}
