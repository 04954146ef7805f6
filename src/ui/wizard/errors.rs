//! What is wrong with an answer, in words, on top of the page and beside the field.

use super::frame::{focus_now, list_of_links};
use crate::app::entry::EntryProblem;
use crate::domain::money::{Currency, Money};
use crate::domain::playbook::question::QuestionKind;
use crate::domain::range::Range;
use crate::domain::value::TEXT_CHARS;
use crate::platform::intl;
use crate::ui::text::wizard as text;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where the field of a page with one question is.
pub const FIELD: &str = "#q0-a";

/// A problem in words, for a question that is a group of choices or a single control.
pub fn words(
    problem: &EntryProblem,
    kind: &QuestionKind,
    group: bool,
    currency: Currency,
) -> String {
    let plain = match problem {
        EntryProblem::Nothing => match kind {
            QuestionKind::Several { .. } => text::nothing_ticked(),
            QuestionKind::Text => text::nothing_typed(),
            QuestionKind::Date => text::no_day_typed(),
            QuestionKind::Money => text::no_number_typed(),
            QuestionKind::Number { .. } if !group => text::no_number_typed(),
            _ => text::nothing_chosen(),
        },
        EntryProblem::OutOfRange(range) => return out_of(range),
        EntryProblem::NotMoney => {
            let whole = 10_i64.pow(currency.minor_digits());
            return text::not_money(intl::money(Money { minor: 1_200 * whole, currency }));
        }
        EntryProblem::OtherCurrency(_) => return text::other_currency(currency.code()),
        EntryProblem::TooLong => return text::too_long(intl::count(TEXT_CHARS)),
        EntryProblem::NotAccepted(message) => return message.clone(),
        EntryProblem::NotADay => text::not_a_day(),
        EntryProblem::NotWhole => text::not_whole(),
        _ => text::not_a_number(),
    };
    plain.to_owned()
}

fn out_of(range: &Range) -> String {
    let end = |end: f64| intl::number(end, 2);
    match (range.from.or(range.above), range.to.or(range.below)) {
        (Some(low), Some(high)) => text::between(end(low), end(high)),
        (Some(low), None) => text::at_least(end(low)),
        (None, Some(high)) => text::at_most(end(high)),
        (None, None) => text::not_a_number().to_owned(),
    }
}

/// The summary on top of the page: announced, focused, and leading to the fields, each by what finds
/// it.
pub fn summary(problems: Vec<(&'static str, String)>) -> impl IntoView {
    // Inside a shadow root a fragment leads nowhere, and the address is not ours.
    let to_field = |click: MouseEvent| {
        click.prevent_default();
        let target = click.target().map(JsCast::unchecked_into::<Element>);
        let link = target.and_then(|target| target.closest("a").ok()?);
        let place = link.and_then(|link| Some((link.closest("form").ok()??, link)));
        if let Some((page, link)) = place {
            focus_now(&page, &link.get_attribute("href").unwrap_or_default());
        }
    };
    let links = problems.into_iter().map(|(field, message)| (message, field.to_owned()));
    view! {
        <div class="error-summary" part="error" role="alert" tabindex="-1" on:click:capture=to_field>
            <p class="error-title">{text::there_is_a_problem()}</p>
            {list_of_links(links.collect())}
        </div>
    }
}

/// What is wrong with a field, beside it.
pub fn beside(id: String, message: String) -> impl IntoView {
    view! {
        <p class="field-error" id=id>
            <span class="visually-hidden">{text::error_prefix()}</span>
            {message}
        </p>
    }
}
