//! What the import would change, in numbers, and the button that does it.

use super::super::{Desk, Page, importing, names};
use super::{Review, most_first, rejected, updates};
use crate::app::workspace::Workspace;
use crate::domain::event::Field;
use crate::exchange::import::against::Against;
use crate::exchange::import::columns::{Column, Target};
use crate::exchange::import::matching::Doubted;
use crate::exchange::import::preview::Preview;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Words without a meaning that are listed.
const LISTED: usize = 20;

/// The card of the numbers.
#[component]
pub(super) fn Changes() -> impl IntoView {
    let review = Review::get();
    let in_doubt = Memo::new(move |_| {
        let counted = |preview: &Option<Arc<Preview>>| {
            preview.as_ref().is_some_and(|preview| !preview.doubtful.is_empty())
        };
        review.preview.with(counted) || review.plan.with(|plan| plan.doubted != Doubted::default())
    });
    let draw = |preview: Arc<Preview>| {
        view! {
            <Numbers preview=Arc::clone(&preview) />
            <Notes preview=Arc::clone(&preview) />
            <updates::Updates preview=Arc::clone(&preview) />
            <updates::LeftAlone preview=Arc::clone(&preview) />
            <rejected::RejectedRows preview=Arc::clone(&preview) />
            <Unrecognised preview />
        }
    };
    view! {
        <section class="card" aria-labelledby="changes">
            <h2 class="card-title" id="changes">
                {text::data_would_change()}
            </h2>
            {move || match review.preview.get() {
                Some(preview) => draw(preview).into_any(),
                None => ().into_any(),
            }}
            <Shown when=move || in_doubt.get()>
                <updates::InDoubt />
            </Shown>
            <Shown when=move || review.counting.get()>
                <p class="small quiet">{move || looked_at(review)}</p>
            </Shown>
            <Buttons />
        </section>
    }
}

/// How many rows the count has looked at, where that takes its time.
fn looked_at(review: Review) -> String {
    let main = review.plan.with(|plan| plan.roles.main);
    let all = review.tables.with(|tables| tables.get(main).map_or(0, |table| table.rows.len()));
    text::data_looked_through(intl::count(review.counted.get()), intl::count(all))
}

/// The numbers in one sentence, for those who do not see them.
pub(super) fn summary(preview: &Preview) -> String {
    text::data_summary(
        intl::count(preview.new),
        intl::count(preview.updated),
        intl::count(preview.unchanged),
        intl::count(preview.rejected.len()),
    )
}

#[component]
fn Numbers(preview: Arc<Preview>) -> impl IntoView {
    let always = [
        (text::data_new(), preview.new),
        (text::data_updated(), preview.updated),
        (text::data_unchanged(), preview.unchanged),
        (text::data_rejected(), preview.rejected.len()),
    ];
    let sometimes = [
        (text::data_duplicates(), preview.duplicates.len()),
        (text::data_closed_here(), preview.closed.len()),
        (text::data_doubtful(), preview.doubtful.len()),
        (text::data_ignored(), preview.ignored),
    ];
    let shown = always.into_iter().chain(sometimes.into_iter().filter(|(_, n)| *n > 0));
    let number = |(name, n): (&'static str, usize)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd class="figure">{intl::count(n)}</dd>
            </div>
        }
    };
    view! { <dl class="counts">{shown.map(number).collect_any()}</dl> }
}

/// What is missing in the rows, said and never taken as zero.
#[component]
fn Notes(preview: Arc<Preview>) -> impl IntoView {
    let review = Review::get();
    let is_amount = |column: &Column| column.target == Target::Amount;
    let has_amount = review.plan.with_untracked(|plan| plan.columns.iter().any(is_amount));
    // A list without such a column says nothing of amounts.
    let without_amount = if has_amount { preview.without_amount } else { 0 };
    let several: fn(String) -> String = text::data_note_undated;
    let notes = [
        (preview.undated, text::data_note_undated_one(), several),
        (without_amount, text::data_note_no_amount_one(), text::data_note_no_amount),
        (preview.set_aside, text::data_note_set_aside_one(), text::data_note_set_aside),
        (preview.reversed, text::data_note_reversed_one(), text::data_note_reversed),
    ];
    let notes = notes.into_iter().filter(|(n, ..)| *n > 0);
    let notes = notes.map(|(n, one, several)| view! { <li>{words::counted(n, one, several)}</li> });
    let notes = notes.collect::<Vec<_>>();
    (!notes.is_empty()).then_any(|| view! { <ul class="small">{notes}</ul> })
}

/// Words of the file that the playbook does not know.
#[component]
fn Unrecognised(preview: Arc<Preview>) -> impl IntoView {
    let playbook = AppContext::get().playbook_untracked();
    let words = preview.unrecognised.iter().map(|((question, value), rows)| {
        let words =
            text::data_named_value(playbook.question_name(question), value, names::rows(*rows));
        (words, *rows)
    });
    let sources = preview.unrecognised_sources.iter().map(|(value, rows)| {
        (text::data_named_value(text::source(), value, names::rows(*rows)), *rows)
    });
    let words = most_first(words.chain(sources).collect());
    let more = words.len().saturating_sub(LISTED);
    let listed: Vec<_> = words.into_iter().take(LISTED).map(|(words, _)| words).collect();
    (!listed.is_empty()).then(|| {
        let more = (more > 0).then(|| text::data_and_more("…", intl::count(more)));
        view! {
            <details class="disclosure small">
                <summary>{text::data_note_unrecognised()}</summary>
                <p class="quiet">{text::data_note_unrecognised_text()}</p>
                <ul>
                    {listed
                        .into_iter()
                        .chain(more)
                        .map(|words| view! { <li>{words}</li> })
                        .collect_any()}
                </ul>
            </details>
        }
    })
}

/// Import, or why there is nothing to import, and Cancel.
#[component]
fn Buttons() -> impl IntoView {
    let (context, desk, review) = (AppContext::get(), Desk::get(), Review::get());
    let coming = move || {
        review.preview.with(|preview| preview.as_ref().map_or((0, 0), |p| (p.new, p.updated)))
    };
    let counted = move || review.preview.with(Option::is_some);
    let named =
        move || review.plan.with(|plan| plan.columns.iter().any(|c| names_somebody(&c.target)));
    let undecided = move || {
        review.plan.with(|plan| plan.ambiguous_dates().next().map(|column| column.name.clone()))
    };
    let ready = move || coming() != (0, 0) && named() && undecided().is_none();
    let in_doubt = move || {
        review.preview.with(|preview| preview.as_ref().is_some_and(|p| !p.doubtful.is_empty()))
    };
    let label = move || match coming() {
        (1, 0) => text::data_import_one().to_owned(),
        (new, 0) => text::data_import_n(intl::count(new)),
        (0, 1) => text::data_update_one().to_owned(),
        (0, updated) => text::data_update_n(intl::count(updated)),
        (new, updated) => text::data_import_both(intl::count(new), intl::count(updated)),
    };
    let why_not = move || match (named(), undecided(), counted() && coming() == (0, 0)) {
        (false, ..) => Some(text::data_nobody_named().to_owned()),
        (true, Some(column), _) => Some(text::data_order_missing(column)),
        (true, None, true) if in_doubt() => Some(text::data_only_doubtful().to_owned()),
        (true, None, true) => Some(text::data_nothing_to_import().to_owned()),
        _ => None,
    };
    view! {
        {move || why_not().map_any(|words| view! { <p>{words}</p> })}
        <div class="actions">
            <Shown when=ready>
                <button
                    class="btn btn-primary"
                    type="button"
                    aria-disabled=move || review.counting.get().then_some("true")
                    on:click=move |_| {
                        if !review.counting.get_untracked() {
                            import(desk, context, review);
                        }
                    }
                >
                    {label}
                </button>
            </Shown>
            <button class="btn" type="button" on:click=move |_| desk.show(Page::Home)>
                {text::cancel()}
            </button>
        </div>
    }
}

/// Whether a column says who a contact is.
fn names_somebody(target: &Target) -> bool {
    matches!(
        target,
        Target::Field(Field::Person | Field::Organisation | Field::Email)
            | Target::FirstName
            | Target::LastName
            | Target::ExternalId
            | Target::ContactId
    )
}

/// Takes in the rows that were counted. Where another page changed the contacts since, they are counted
/// again first, and looked at again; where it changed the playbook, all of it begins anew.
fn import(desk: Desk, context: AppContext, review: Review) {
    let Some(preview) = review.preview.get_untracked() else { return };
    let Some(against) = review.against.get_value() else { return };
    let is_now = |is: fn(&Against, &Workspace) -> bool| {
        context.workspace.with_untracked(|workspace| is(&against, workspace))
    };
    if !is_now(Against::has_same_playbook) {
        return review.begin_anew(desk, context);
    }
    if !is_now(Against::has_same_contacts) {
        let (plan, tables) = (review.plan.get_untracked(), review.tables.get_untracked());
        return review.count(desk, context, plan, tables);
    }
    let Some(rows) = review.rows.try_update_value(std::mem::take) else { return };
    let currency = review.plan.with_untracked(|plan| plan.currency);
    let file = review.table_name(review.plan.with_untracked(|plan| plan.roles.main));
    let done = importing::Done {
        new: preview.new,
        updated: preview.updated,
        here: preview.unchanged
            + preview.closed.len()
            + preview.doubtful.len()
            + preview.duplicates.len(),
        rejected: preview.rejected.len(),
    };
    importing::import(desk, context, file, rows, currency, done);
}
