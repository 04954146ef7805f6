//! What was recognised: each file with its role, how it is read, and how to read it otherwise.

use super::super::banner::Outcome;
use super::super::failure::Failure;
use super::super::read::{Otherwise, TextFile};
use super::super::slices::Slices;
use super::super::{Desk, names};
use super::{Review, most_first};
use crate::exchange::csv::sniff::Encoding;
use crate::exchange::csv::{Delimiter, Ragged, Table};
use crate::exchange::import::plan::Plan;
use crate::exchange::import::preview::{LookupCount, lookups};
use crate::exchange::import::roles::Roles;
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::pick::LabelledPick;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Keys without a match that are named.
const NAMED: usize = 3;
/// Lines of another length that are named.
const LINES: usize = 5;
/// Characters of a row that are shown where the header is chosen.
const ROW_CHARS: usize = 60;

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
        let (rows, columns) = (names::rows(table.rows.len()), names::columns(table.headers.len()));
        let how = review.files.with(|files| {
            let file = files.get(place)?;
            let delimiter = names::delimiter(file.dialect.delimiter);
            let how = match file.encoding {
                Some(encoding) => text::data_file_how(delimiter, names::encoding(encoding)),
                None => text::data_file_separated(delimiter),
            };
            let line = file.top.get(file.dialect.above_header).map_or(1, |row| row.line);
            let header = if file.dialect.has_header {
                text::data_file_header(intl::count(line))
            } else {
                text::data_file_no_header().to_owned()
            };
            Some([how, header])
        });
        let ragged = (!table.ragged.is_empty()).then(|| ragged_words(&table.ragged));
        let about = text::data_file_about(rows, columns);
        let parts = std::iter::once(about).chain(how.into_iter().flatten()).chain(ragged);
        Some(parts.collect::<Vec<_>>().join(", "))
    };
    let role = move || {
        let tables = review.tables.get();
        found.with(|found| review.plan.with(|plan| role(plan, &tables, place, found)))
    };
    view! {
        <li class="file">
            <b>{name}</b>
            <div>
                <p>{role}</p>
                <p class="quiet">{about}</p>
                <ReadDifferently place />
            </div>
        </li>
    }
}

/// Which rows are longer or shorter than the header.
fn ragged_words(ragged: &[Ragged]) -> String {
    let lines = ragged.iter().take(LINES).map(|row| intl::count(row.line));
    let lines = lines.collect::<Vec<_>>().join(", ");
    let lines = match ragged.len().saturating_sub(LINES) {
        0 => lines,
        more => text::data_and_more(lines, intl::count(more)),
    };
    text::data_file_ragged(intl::count(ragged.len()), lines)
}

/// The role a table has, in words.
fn role(plan: &Plan, tables: &[Table], place: usize, found: &[LookupCount]) -> String {
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
        text::data_role_found(names::rows(wanted.saturating_sub(missing))),
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
        words.push(text::data_role_missing(names::rows(missing), named));
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
    let desk = Desk::get();
    let change = move |otherwise| read_again(review, desk, place, otherwise);
    let of_file = format!("({name})");
    let has_encoding = review.files.with_untracked(|files| files.get(place)?.encoding).is_some();
    let top = Memo::new(move |_| {
        review.files.with(|files| files.get(place).map(|file| Arc::clone(&file.top)))
    });
    let about = of_file.clone();
    // Drawn anew when cells are told apart another way: the rows to choose from are others then.
    let header = move || {
        let top = top.get().unwrap_or_default();
        let rows = top.iter().map(|row| {
            let words: String = row.cells.join(" · ").chars().take(ROW_CHARS).collect();
            text::data_header_in(intl::count(row.line), words)
        });
        let choices = std::iter::once(text::data_header_none().to_owned()).chain(rows).collect();
        view! {
            <LabelledPick
                id=format!("header-{place}")
                label=text::data_header_row()
                about=about.clone()
                choices
                chosen=read(|file| if file.dialect.has_header { file.dialect.above_header + 1 } else { 0 })
                on_pick=move |n: usize| change(Otherwise::Header(n.checked_sub(1)))
            />
        }
    };
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
                            change(Otherwise::Delimiter(*one));
                        }
                    }
                />
                {has_encoding
                    .then_any(|| {
                        view! {
                            <LabelledPick
                                id=format!("encoding-{place}")
                                label=text::data_encoding()
                                about=of_file
                                choices=Encoding::ALL
                                    .map(|one| names::encoding(one).to_owned())
                                    .to_vec()
                                chosen=read(|file| {
                                    file.encoding.map_or(0, |one| position(&Encoding::ALL, one))
                                })
                                on_pick=move |n: usize| {
                                    if let Some(one) = Encoding::ALL.get(n) {
                                        change(Otherwise::Encoding(*one));
                                    }
                                }
                            />
                        }
                    })}
                {header}
            </div>
        </details>
    }
}

fn position<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or(0)
}

/// Reads a file another way; the guesses are made anew. When that gives no table, everything
/// stays and the person is told.
fn read_again(review: Review, desk: Desk, place: usize, otherwise: Otherwise) {
    let file = review.files.with_untracked(|files| files.get(place).cloned());
    let Some(file) = file else { return };
    spawn_local(async move {
        let name = file.name.clone();
        let (file, table) = match file.read_otherwise(otherwise, &mut Slices::new()).await {
            Ok(read) => read,
            Err(cause) => {
                // What the lists show is what holds.
                let _ = review.files.try_update(|_| ());
                let failure = Failure { file: name, cause };
                let _ = desk.outcome.try_set(Some(Outcome::Failed(vec![failure])));
                return;
            }
        };
        let Some(tables) = review.tables.try_get_untracked() else { return };
        desk.outcome.set(None);
        let mut tables = (*tables).clone();
        if let Some(slot) = tables.get_mut(place) {
            *slot = table;
        }
        review.files.update(|files| {
            if let Some(slot) = files.get_mut(place) {
                *slot = file;
            }
        });
        if let Some(roles) = Roles::guess(&tables) {
            review.replan(Arc::new(tables), roles);
        }
    });
}

/// Which file holds the contacts, where there are several.
#[component]
fn MainFile(roles: Memo<Roles>) -> impl IntoView {
    let review = Review::get();
    let names = review
        .tables
        .with_untracked(|tables| tables.iter().map(|table| table.name.clone()).collect::<Vec<_>>());
    let choose = move |main: usize| {
        let tables = review.tables.get_untracked();
        let roles = Roles::with_main(&tables, main);
        review.replan(tables, roles);
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
