//! Tests, ranges and wanted answers in plain words.
//!
//! The one place that says what a rule asks for, for the proof, the next steps and the editor.

use crate::domain::counterfactual::Wanted;
use crate::domain::ids::OptionId;
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::rule::Test;
use crate::domain::range::Range;
use crate::platform::intl;
use crate::ui::text::workspace as text;

/// The most options named at once.
const OPTIONS: usize = 4;

/// What a test asks for: "is 100 people or more".
pub(super) fn test(question: &Question, test: &Test) -> String {
    match test {
        Test::Given => text::rule_given().to_owned(),
        Test::Yes(true) => text::rule_yes().to_owned(),
        Test::Yes(false) => text::rule_no().to_owned(),
        Test::In(ids) => text::rule_one_of(one_of(question, ids)),
        Test::AllOf(ids) => text::rule_all_of(together(question, ids)),
        Test::Within(limits) => text::rule_within(range(question, limits)),
        Test::Days(limits) => text::rule_days(days(limits)),
        Test::Length(limits) => text::rule_length(plain_range(limits)),
    }
}

/// What an answer would have to be: "100 people or more"; none for whatever it is.
pub(super) fn wanted(question: &Question, wanted: &Wanted) -> Option<String> {
    Some(match wanted {
        Wanted::Anything => return None,
        Wanted::Yes(true) => text::wanted_yes().to_owned(),
        Wanted::Yes(false) => text::wanted_no().to_owned(),
        Wanted::OneOf(ids) => one_of(question, ids),
        Wanted::Together(ids) => together(question, ids),
        Wanted::Within(limits) => range(question, limits),
        Wanted::Days(limits) => days(limits),
        Wanted::Length(limits) => text::rule_length(plain_range(limits)),
    })
}

fn one_of(question: &Question, ids: &[OptionId]) -> String {
    let titles = titles(question, ids);
    match titles.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] if titles.len() <= OPTIONS => text::either(first.join(", "), last),
        many => text::and_more(many[..OPTIONS - 1].join(", "), many.len() + 1 - OPTIONS),
    }
}

fn together(question: &Question, ids: &[OptionId]) -> String {
    match titles(question, ids).as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => text::both(first.join(", "), last),
    }
}

fn titles(question: &Question, ids: &[OptionId]) -> Vec<String> {
    let title = |id: &OptionId| {
        let option = question.options().iter().find(|option| &option.id == id);
        option.map_or_else(|| id.to_string(), |option| option.title.clone())
    };
    ids.iter().map(title).collect()
}

/// A range with the question's unit.
fn range(question: &Question, limits: &Range) -> String {
    let words = plain_range(limits);
    match &question.kind {
        QuestionKind::Number { unit: Some(unit), .. } => format!("{words} {unit}"),
        _ => words,
    }
}

fn plain_range(limits: &Range) -> String {
    let n = |number: f64| intl::number(number, 2);
    match *limits {
        Range { from: Some(a), to: Some(b), above: None, below: None }
            if a.to_bits() == b.to_bits() =>
        {
            text::range_exactly(n(a))
        }
        Range { from: Some(low), to: Some(high), .. } => text::range_between(n(low), n(high)),
        Range { from: Some(low), below: Some(high), .. } => {
            text::both(text::range_from(n(low)), text::range_below(n(high)))
        }
        Range { above: Some(low), to: Some(high), .. } => {
            text::both(text::range_above(n(low)), text::range_to(n(high)))
        }
        Range { above: Some(low), below: Some(high), .. } => {
            text::both(text::range_above(n(low)), text::range_below(n(high)))
        }
        Range { from: Some(low), .. } => text::range_from(n(low)),
        Range { above: Some(low), .. } => text::range_above(n(low)),
        Range { to: Some(high), .. } => text::range_to(n(high)),
        Range { below: Some(high), .. } => text::range_below(n(high)),
        _ => text::range_any().to_owned(),
    }
}

/// Days from today in words.
fn days(limits: &Range) -> String {
    // Whole days: an excluded end is the next day's included one.
    let low = limits.from.or(limits.above.map(|n| n + 1.0));
    let high = limits.to.or(limits.below.map(|n| n - 1.0));
    let n = |number: f64| intl::number(number, 0);
    match (low, high) {
        (Some(0.0), Some(0.0)) => text::days_exactly_today().to_owned(),
        (Some(a), Some(b)) => text::days_between(n(a), n(b)),
        (Some(0.0), None) => text::days_from_today().to_owned(),
        (None, Some(0.0)) => text::days_to_today().to_owned(),
        (Some(a), None) if a < 0.0 => text::days_since(n(-a)),
        (None, Some(b)) if b < 0.0 => text::days_past(n(-b)),
        (Some(a), None) => text::days_from(n(a)),
        (None, Some(b)) => text::days_to(n(b)),
        (None, None) => text::range_any().to_owned(),
    }
}
