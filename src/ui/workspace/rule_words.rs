//! Rules, tests and wanted answers in plain words.
//!
//! The one place that says what a rule asks for: for the proof, the next steps, the editor and what
//! differs between two playbooks.

use crate::app::describe::{Is, Said, Unit, describe, is};
use crate::domain::answer::Evidence;
use crate::domain::counterfactual::Wanted;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::rule::{Criterion, Rule, Test};
use crate::domain::range::Range;
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::words;

/// The most options named at once.
const OPTIONS: usize = 6;

/// A criterion's rule: "Employees: at least 100 people".
pub(super) fn criterion(playbook: &Playbook, criterion: &Criterion) -> String {
    rule(playbook, &criterion.rule)
}

/// A rule.
pub(super) fn rule(playbook: &Playbook, rule: &Rule) -> String {
    said(&describe(playbook, rule), false)
}

/// What a test asks of an answer: "at least 100 people".
pub(super) fn test(question: &Question, test: &Test) -> String {
    asked(&is(Some(question), test))
}

/// What an answer would have to be, in the words of a test; none for whatever it is.
pub(super) fn wanted(question: &Question, wanted: &Wanted) -> Option<String> {
    let as_test = match wanted.clone() {
        Wanted::Anything => return None,
        Wanted::Yes(yes) => Test::Yes(yes),
        Wanted::OneOf(ids) => Test::In(ids),
        Wanted::Together(ids) => Test::AllOf(ids),
        Wanted::Within(limits) => Test::Within(limits),
        Wanted::Days(limits) => Test::Days(limits),
        Wanted::Length(limits) => Test::Length(limits),
    };
    Some(test(question, &as_test))
}

/// One within another stands in brackets where it has branches.
fn said(what: &Said, within: bool) -> String {
    match what {
        Said::All(branches) => group(branches, true, within),
        Said::Any(branches) => group(branches, false, within),
        Said::Not(branch) => text::rule_not(said(branch, false)),
        Said::Criterion(title) => title.clone(),
        Said::Answer { question, is, evidence } => {
            let words = text::rule_about(question, asked(is));
            match evidence {
                Some(Evidence::Confirmed) => text::rule_confirmed(words),
                Some(Evidence::Documented) => text::rule_documented(words),
                _ => words,
            }
        }
    }
}

fn group(branches: &[Said], all: bool, within: bool) -> String {
    match branches {
        [] if all => text::rule_always().to_owned(),
        [] => text::rule_never().to_owned(),
        [only] => said(only, within),
        branches => {
            let words: Vec<_> = branches.iter().map(|branch| said(branch, true)).collect();
            let words = words.join(if all { text::rule_and() } else { text::rule_or() });
            if within { text::rule_within(words) } else { words }
        }
    }
}

fn asked(is: &Is) -> String {
    match is {
        Is::Given => text::rule_given().to_owned(),
        Is::Yes(true) => text::rule_yes().to_owned(),
        Is::Yes(false) => text::rule_no().to_owned(),
        Is::OneOf(titles) => one_of(titles),
        Is::AllOf(titles) => match titles.as_slice() {
            [] => text::rule_always().to_owned(),
            [only] => only.clone(),
            [first @ .., last] => text::both(first.join(", "), last),
        },
        Is::Within(limits, Unit::Days) => days(limits),
        Is::Within(limits, Unit::None) => range(limits, "", ""),
        Is::Within(limits, Unit::Named { several, one }) => range(limits, one, several),
        Is::Within(limits, Unit::Characters) => {
            range(limits, text::pb_character(), text::pb_characters())
        }
    }
}

fn one_of(titles: &[String]) -> String {
    match titles {
        [] => text::rule_never().to_owned(),
        [only] => only.clone(),
        [first @ .., last] if titles.len() <= OPTIONS => text::either(first.join(", "), last),
        many => {
            let named = many[..OPTIONS - 1].join(", ");
            text::and_more(named, intl::count(many.len() + 1 - OPTIONS))
        }
    }
}

/// A range with what is counted, as it is called of one and of several.
fn range(limits: &Range, one: &str, several: &str) -> String {
    let bare = |number: f64| intl::number(number, 6);
    let n = |number: f64| match if number == 1.0 { one } else { several } {
        "" => bare(number),
        unit => text::counted(bare(number), unit),
    };
    let low = match *limits {
        Range { from: Some(low), to: Some(high), above: None, below: None } => {
            let same = low.to_bits() == high.to_bits();
            return if same { n(low) } else { text::range_between(bare(low), n(high)) };
        }
        Range { above: Some(low), .. } => Some(text::range_above(n(low))),
        Range { from: Some(low), .. } => Some(text::range_from(n(low))),
        _ => None,
    };
    let high = match *limits {
        Range { below: Some(high), .. } => Some(text::range_below(n(high))),
        Range { to: Some(high), .. } => Some(text::range_to(n(high))),
        _ => None,
    };
    match (low, high) {
        (Some(low), Some(high)) => text::both(low, high),
        (low, high) => low.or(high).unwrap_or_else(|| text::range_any().to_owned()),
    }
}

/// Days from today.
fn days(limits: &Range) -> String {
    // Whole days: an excluded end is the next day's included one.
    let low = limits.from.or(limits.above.map(|n| n + 1.0));
    let high = limits.to.or(limits.below.map(|n| n - 1.0));
    let n = words::days;
    match (low, high) {
        (Some(0.0), Some(0.0)) => text::days_exactly_today().to_owned(),
        (Some(0.0), Some(b)) if b > 0.0 => text::days_next(n(b)),
        (Some(a), Some(0.0)) if a < 0.0 => text::days_last(n(-a)),
        (Some(a), Some(b)) => text::days_between(intl::number(a, 0), n(b)),
        (Some(0.0), None) => text::days_from_today().to_owned(),
        (None, Some(0.0)) => text::days_to_today().to_owned(),
        (Some(a), None) if a < 0.0 => text::days_since(n(-a)),
        (None, Some(b)) if b < 0.0 => text::days_past(n(-b)),
        (Some(a), None) => text::days_from(n(a)),
        (None, Some(b)) => text::days_to(n(b)),
        (None, None) => text::range_any().to_owned(),
    }
}
