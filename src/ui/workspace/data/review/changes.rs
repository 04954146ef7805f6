//! What the import would change, in numbers, and the button that does it.

use super::super::{Desk, Page, importing};
use super::{Review, count, most_first, rejected};
use crate::domain::event::Field;
use crate::exchange::import::columns::Target;
use crate::exchange::import::preview::Preview;
use crate::exchange::import::rows::email_key;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// Words without a meaning that are listed.
const LISTED: usize = 20;

/// The card of the numbers.
#[component]
pub(super) fn Changes() -> impl IntoView {
    let review = Review::get();
    let draw = |preview: Arc<Preview>| {
        view! {
            <Numbers preview=Arc::clone(&preview) />
            <Notes preview=Arc::clone(&preview) />
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
                None => view! { <p class="small quiet">{text::data_counting()}</p> }.into_any(),
            }}
            <Buttons />
        </section>
    }
}

/// The numbers in one sentence, for those who do not see them.
pub(super) fn summary(preview: &Preview) -> String {
    text::data_summary(
        intl::count(preview.new),
        intl::count(preview.already_here),
        intl::count(preview.rejected.len()),
    )
}

#[component]
fn Numbers(preview: Arc<Preview>) -> impl IntoView {
    let always = [
        (text::data_new(), preview.new),
        (text::data_already_here(), preview.already_here),
        (text::data_rejected(), preview.rejected.len()),
    ];
    let sometimes =
        [(text::data_repeated(), preview.repeated), (text::data_ignored(), preview.ignored)];
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
    let notes = [
        (preview.undated, text::data_note_undated as fn(String) -> String),
        (preview.without_amount, text::data_note_no_amount),
        (preview.set_aside, text::data_note_set_aside),
        (preview.reversed, text::data_note_reversed),
    ];
    let notes = notes.into_iter().filter(|(n, _)| *n > 0);
    let notes = notes.map(|(n, words)| view! { <li>{words(intl::count(n))}</li> });
    let notes = notes.collect::<Vec<_>>();
    (!notes.is_empty()).then_any(|| view! { <ul class="small">{notes}</ul> })
}

/// Words of the file that the playbook does not know.
#[component]
fn Unrecognised(preview: Arc<Preview>) -> impl IntoView {
    let playbook = AppContext::get().playbook_untracked();
    let words = preview.unrecognised.iter().map(|((question, value), rows)| {
        let words =
            text::data_named_value(playbook.question_name(question), value, intl::count(*rows));
        (words, *rows)
    });
    let sources = preview.unrecognised_sources.iter().map(|(value, rows)| {
        (text::data_named_value(text::source(), value, intl::count(*rows)), *rows)
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
    let new = move || review.preview.with(|preview| preview.as_ref().map_or(0, |p| p.new));
    let counted = move || review.preview.with(Option::is_some);
    let named =
        move || review.plan.with(|plan| plan.columns.iter().any(|c| names_somebody(&c.target)));
    let ready = move || new() > 0 && named();
    let label = move || match new() {
        1 => text::data_import_one().to_owned(),
        n => text::data_import_n(intl::count(n)),
    };
    let why_not = move || match (named(), counted() && new() == 0) {
        (false, _) => Some(text::data_nobody_named()),
        (true, true) => Some(text::data_nothing_to_import()),
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
    )
}

/// Takes in the rows that were counted, but for those another page has brought in meanwhile.
fn import(desk: Desk, context: AppContext, review: Review) {
    let Some(preview) = review.preview.get_untracked() else { return };
    let Some(mut rows) = review.rows.try_update_value(std::mem::take) else { return };
    let here = count::here(context);
    rows.retain(|row| match (&row.external_id, row.fields.get(&Field::Email)) {
        (Some(id), _) => !here.contains(id),
        (None, Some(email)) => !here.contains(&email_key(email)),
        (None, None) => true,
    });
    let currency = review.plan.with_untracked(|plan| plan.currency);
    if context.settings.with_untracked(|settings| settings.currency) != currency {
        // A read-only workspace refuses the import, too, and says so.
        let _ = context.set_settings(|settings| settings.currency = currency);
    }
    let file = review.table_name(review.plan.with_untracked(|plan| plan.roles.main));
    let rest = importing::Rest {
        here: preview.already_here + preview.repeated,
        rejected: preview.rejected.len(),
    };
    importing::import(desk, context, file, rows, rest);
}
