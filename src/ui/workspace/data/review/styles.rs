//! How rows, dates and amounts are to be taken where the files do not say it.

use super::super::super::form::{Problems, TextField};
use super::super::names;
use super::Review;
use crate::domain::money::Currency;
use crate::exchange::import::amounts::DecimalMark;
use crate::exchange::import::columns::{Column, Target};
use crate::exchange::import::dates::{Certainty, DayOrder, reads_both_ways};
use crate::exchange::import::plan::Plan;
use crate::exchange::import::stages::Kind;
use crate::exchange::import::systems::System;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::pick::LabelledPick;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

const KINDS: [Kind; 2] = [Kind::Deals, Kind::Contacts];
const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];
const ORDERS: [DayOrder; 2] = [DayOrder::MonthFirst, DayOrder::DayFirst];

/// The card of what a row is and how dates and amounts are written.
#[component]
pub(super) fn Styles() -> impl IntoView {
    let review = Review::get();
    let has_amount =
        move || review.plan.with(|plan| plan.columns.iter().any(|c| c.target == Target::Amount));
    let has_ids = move || review.plan.with(Plan::has_ids);
    // Columns in which the order makes a difference.
    let dates = Memo::new(move |_| {
        review.plan.with(|plan| {
            let matters = |column: &&Column| {
                let style = plan.date_style(column.column);
                column.table == plan.roles.main
                    && style.is_some_and(|style| style.certainty != Certainty::Needless)
            };
            let columns = plan.columns.iter().filter(matters);
            columns.map(|column| (column.column, column.name.clone())).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="card" aria-labelledby="styles">
            <h2 class="card-title" id="styles">
                {text::data_how_read()}
            </h2>
            <div class="form-pair data-styles">
                <LabelledPick
                    id="kind"
                    label=text::data_kind()
                    choices=vec![
                        text::data_kind_deals().to_owned(),
                        text::data_kind_contacts().to_owned(),
                    ]
                    chosen=Signal::derive(move || {
                        review.plan.with(|plan| KINDS.iter().position(|kind| *kind == plan.kind))
                    })
                    on_pick=move |n: usize| {
                        if let Some(kind) = KINDS.get(n) {
                            review.change(|plan, _, _| plan.kind = *kind);
                        }
                    }
                />
                {move || {
                    let orders = dates.get().into_iter();
                    orders.map(|(column, name)| view! { <DateOrder column name /> }).collect_any()
                }}
                <Shown when=has_ids>
                    <Ids />
                </Shown>
                <Shown when=has_amount>
                    <Mark />
                    <CurrencyField />
                </Shown>
            </div>
        </section>
    }
}

#[component]
fn DateOrder(column: usize, name: String) -> impl IntoView {
    let review = Review::get();
    let chosen = Signal::derive(move || {
        review.plan.with(|plan| {
            let style = plan.date_style(column)?;
            let place = ORDERS.iter().position(|one| *one == style.order)?;
            // The first choice is none.
            Some(if style.certainty == Certainty::Ambiguous { 0 } else { place + 1 })
        })
    });
    let sample = move || {
        let ambiguous = review.plan.with(|plan| {
            plan.date_style(column).is_some_and(|style| style.certainty == Certainty::Ambiguous)
        });
        let tables = review.tables.get();
        let main = tables.get(review.plan.with_untracked(|plan| plan.roles.main))?;
        let cell = main.rows.iter().map(|row| row.cell(column)).find(|c| reads_both_ways(c))?;
        ambiguous.then(|| text::data_date_ambiguous(cell))
    };
    view! {
        <div class="data-style">
            <LabelledPick
                id=format!("order-{column}")
                label=text::data_date_order(name)
                choices=vec![
                    text::data_order_open().to_owned(),
                    text::data_month_first().to_owned(),
                    text::data_day_first().to_owned(),
                ]
                chosen
                on_pick=move |n: usize| {
                    if let Some(order) = n.checked_sub(1).and_then(|n| ORDERS.get(n)) {
                        review.change(|plan, _, _| plan.set_order(column, *order));
                    }
                }
            />
            {move || sample().map(|words| view! { <p class="small data-unsure">{words}</p> })}
        </div>
    }
}

#[component]
fn Ids() -> impl IntoView {
    let review = Review::get();
    let systems = System::ALL.into_iter().map(|system| names::system(system).to_owned());
    let unknown = text::data_system_unknown().to_owned();
    view! {
        <LabelledPick
            id="ids"
            label=text::data_system()
            choices=std::iter::once(unknown).chain(systems).collect()
            chosen=Signal::derive(move || {
                let system = review.plan.with(|plan| plan.system);
                let place = System::ALL.iter().position(|known| Some(*known) == system);
                Some(place.map_or(0, |place| place + 1))
            })
            on_pick=move |n: usize| {
                let system = n.checked_sub(1).and_then(|n| System::ALL.get(n).copied());
                review.change(|plan, _, _| plan.system = system);
            }
        />
    }
}

#[component]
fn Mark() -> impl IntoView {
    let review = Review::get();
    view! {
        <LabelledPick
            id="mark"
            label=text::data_mark()
            choices=vec![text::data_mark_point().to_owned(), text::data_mark_comma().to_owned()]
            chosen=Signal::derive(move || {
                review.plan.with(|plan| MARKS.iter().position(|mark| *mark == plan.mark))
            })
            on_pick=move |n: usize| {
                if let Some(mark) = MARKS.get(n) {
                    review.change(|plan, _, _| plan.mark = *mark);
                }
            }
        />
    }
}

#[component]
fn CurrencyField() -> impl IntoView {
    let review = Review::get();
    let typed = RwSignal::new(review.plan.with_untracked(|plan| plan.currency.to_string()));
    let problems = Memo::new(move |_| match Currency::parse(typed.get().trim()) {
        Some(_) => Problems::new(),
        None => vec![("import-currency", text::data_err_currency().to_owned())],
    });
    Effect::new(move |_| {
        let Some(currency) = Currency::parse(typed.get().trim()) else { return };
        if review.plan.with_untracked(|plan| plan.currency) != currency {
            review.change(|plan, _, _| plan.currency = currency);
        }
    });
    view! {
        <TextField
            id="import-currency"
            label=text::data_currency()
            value=typed
            problems
            class="input input-short"
        />
    }
}
