//! What each column becomes, beside values of it.

use super::super::names;
use super::Review;
use crate::domain::event::Field;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;
use crate::exchange::import::columns::{Column, Target};
use crate::exchange::import::plan::Plan;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::pick::Pick;
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashSet;
use std::sync::Arc;

/// More columns than this are drawn in two parts.
const MANY: usize = 60;
/// Columns that are drawn at once.
const PORTION: usize = 6;
/// Values of a column that are shown.
const SAMPLES: usize = 3;
/// Characters of a value that are shown.
const SAMPLE_CHARS: usize = 40;
/// Rows that are looked through for them.
const SAMPLE_ROWS: usize = 500;

/// What a column can become, in the groups of its list.
type Groups = Vec<(&'static str, Vec<Target>)>;

/// The card of the columns: the main table's, then those of each look-up.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let review = Review::get();
    // Drawn anew when tables are read another way or have another role, not when a target changes.
    let in_use = Memo::new(move |_| {
        let read = review.tables.with(|tables| Arc::as_ptr(tables) as usize);
        review.plan.with(|plan| {
            let lookups = plan.roles.joins.iter().map(|join| join.table);
            (read, plan.roles.main, lookups.collect::<Vec<_>>())
        })
    });
    let draw = move || {
        let (_, main, lookups) = in_use.get();
        let several = !lookups.is_empty();
        let others = lookups.into_iter().map(|table| view! { <LookupColumns table /> });
        view! {
            {several
                .then_any(|| view! { <p class="small quiet">{text::data_columns_of(review.table_name(main))}</p> })}
            <ColumnTable table=main />
            {others.collect_any()}
        }
    };
    view! {
        <section class="card" aria-labelledby="columns">
            <h2 class="card-title" id="columns">
                {text::data_columns()}
            </h2>
            {draw}
        </section>
    }
}

/// The columns of a look-up, drawn when they are asked for.
#[component]
fn LookupColumns(table: usize) -> impl IntoView {
    let review = Review::get();
    let opened = RwSignal::new(false);
    view! {
        <details class="disclosure" on:toggle=move |_| opened.set(true)>
            <summary>{text::data_columns_of(review.table_name(table))}</summary>
            <div>
                <Shown when=move || opened.get()>
                    <ColumnTable table />
                </Shown>
            </div>
        </details>
    }
}

/// The columns of a table. Of very many, those kept under their own names are drawn when they are
/// asked for.
#[component]
fn ColumnTable(table: usize) -> impl IntoView {
    let review = Review::get();
    let (mut columns, mut rest) = review.plan.with_untracked(|plan| {
        let own = plan.columns.iter().filter(|column| column.table == table);
        (own.cloned().collect::<Vec<_>>(), Vec::new())
    });
    if columns.len() > MANY {
        let named = |column: &Column| !matches!(column.target, Target::Attribute | Target::Skip);
        (columns, rest) = columns.into_iter().partition(named);
    }
    let opened = RwSignal::new(false);
    let rest = StoredValue::new(rest);
    let more = rest.with_value(Vec::len);
    view! {
        <ColumnRows columns />
        {(more > 0)
            .then_any(|| {
                view! {
                    <details class="disclosure" on:toggle=move |_| opened.set(true)>
                        <summary>
                            {words::counted(
                                more,
                                text::data_columns_more_one(),
                                text::data_columns_more,
                            )}
                        </summary>
                        <div>
                            <Shown when=move || opened.get()>
                                <ColumnRows columns=rest.get_value() />
                            </Shown>
                        </div>
                    </details>
                }
            })}
    }
}

/// Columns, a few at a time: each has a list of all that it can become.
#[component]
fn ColumnRows(columns: Vec<Column>) -> impl IntoView {
    let portions: Vec<Vec<Column>> = columns.chunks(PORTION).map(<[_]>::to_vec).collect();
    let (all, drawn) = (portions.len(), RwSignal::new(1));
    spawn_local(async move {
        for n in 2..=all {
            TimeoutFuture::new(0).await;
            if drawn.try_set(n).is_some() {
                return;
            }
        }
    });
    let portion = |(n, columns): (usize, Vec<Column>)| {
        let columns = StoredValue::new(columns);
        let rows = move || {
            let columns = columns.get_value().into_iter();
            columns.map(|column| view! { <ColumnRow column /> }).collect_any()
        };
        view! { <Shown when=move || { n < drawn.get() }>{rows}</Shown> }
    };
    let rows = portions.into_iter().enumerate().map(portion).collect_any();
    view! {
        <table class="table map">
            <thead>
                <tr>
                    <th scope="col">{text::data_column()}</th>
                    <th scope="col">{text::data_examples()}</th>
                    <th scope="col">{text::data_becomes()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn ColumnRow(column: Column) -> impl IntoView {
    let review = Review::get();
    let playbook = AppContext::get().playbook_untracked();
    let (table, place) = (column.table, column.column);
    let samples =
        review.tables.with_untracked(|tables| tables.get(table).map(|table| samples(table, place)));
    let is_main = review.plan.with_untracked(|plan| plan.roles.main == table);
    // The name is the header made unique over all files; within its own file the header will do.
    let header = review.tables.with_untracked(|tables| {
        let header = tables.get(table)?.headers.get(place)?.clone();
        (!is_main && !header.is_empty()).then_some(header)
    });
    let is_key = review.plan.with_untracked(|plan| is_key(plan, &column));
    let groups = groups(&playbook, is_main, &column.target);
    let worded = groups
        .iter()
        .map(|(name, targets)| {
            ((*name).into(), targets.iter().map(|t| names::target(&playbook, t)).collect())
        })
        .collect::<Vec<(_, Vec<String>)>>();
    let targets = StoredValue::new(groups.into_iter().flat_map(|(_, all)| all).collect::<Vec<_>>());
    let chosen = Signal::derive(move || {
        review.plan.with(|plan| {
            let own = plan.columns.iter().find(|c| (c.table, c.column) == (table, place))?;
            targets.with_value(|all| all.iter().position(|target| *target == own.target))
        })
    });
    let pick = move |n: usize| {
        if let Some(target) = targets.with_value(|all| all.get(n).cloned()) {
            review.retarget((table, place), &target);
        }
    };
    let label = text::data_what_becomes(&column.name);
    view! {
        <tr>
            <th scope="row">{header.unwrap_or(column.name)}</th>
            <td class="sample">{samples}</td>
            <td>
                {if is_key {
                    view! { <span class="quiet">{text::data_is_key()}</span> }.into_any()
                } else {
                    view! { <Pick label groups=worded chosen on_pick=pick id=None /> }.into_any()
                }}
            </td>
        </tr>
    }
}

fn is_key(plan: &Plan, column: &Column) -> bool {
    plan.roles.joins.iter().any(|join| (join.table, join.key) == (column.table, column.column))
}

/// Everything a column can become. What is one per row in the main table (id, stage, dates,
/// money) cannot come from a look-up. `present` is offered whatever it is.
fn groups(playbook: &Playbook, is_main: bool, present: &Target) -> Groups {
    let mut contact: Vec<_> = Field::ALL.map(Target::Field).to_vec();
    let mut deal = Vec::new();
    let own = |target: &Target| target == present;
    if is_main {
        contact.extend([Target::FirstName, Target::LastName]);
        deal.extend([
            Target::ExternalId,
            Target::Stage,
            Target::Outcome,
            Target::Level,
            Target::Amount,
            Target::Currency,
            Target::Created,
            Target::Entered,
            Target::Closed,
            Target::Reason,
            Target::ExpectedClose,
            Target::NextStep,
            Target::NextStepDue,
        ]);
        // Of no use but in a file Ripen wrote.
        deal.extend(
            [Target::ContactId, Target::System, Target::BackOn, Target::LastChanged]
                .into_iter()
                .filter(own),
        );
    }
    let mut facts: Vec<_> =
        playbook.questions.iter().map(|question| Target::Fact(question.id.clone())).collect();
    if matches!(present, Target::Fact(_)) && !facts.contains(present) {
        facts.push(present.clone());
    }
    vec![
        (text::data_group_contact(), contact),
        (text::data_group_deal(), deal),
        (text::answers(), facts),
        (text::data_group_else(), vec![Target::Attribute, Target::Skip]),
    ]
}

/// The first different values of a column.
fn samples(table: &Table, column: usize) -> String {
    let mut seen = HashSet::new();
    let cells = table.rows.iter().take(SAMPLE_ROWS).map(|row| row.cell(column));
    let different = cells.filter(|cell| !cell.is_empty() && seen.insert(*cell));
    let cut = different.take(SAMPLES).map(|cell| cell.chars().take(SAMPLE_CHARS).collect());
    cut.collect::<Vec<String>>().join(" · ")
}
