//! Possible answers to a question: enough of them that every way the tests can judge is there.
//!
//! Numbers are tried at every limit and between, below and above; options one by one; several
//! options at once as the tests ask for them.

use crate::domain::counterfactual::Wanted;
use crate::domain::ids::OptionId;
use crate::domain::money::{Currency, Money};
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::rule::Test;
use crate::domain::range::Range;
use crate::domain::value::{Number, TEXT_CHARS, Value};
use chrono::{Days, NaiveDate};

/// A possible answer and what it stands for.
pub(super) struct Sample {
    /// The answer.
    pub(super) value: Value,
    /// The answers it stands for.
    stands_for: Wanted,
}

/// Several options are tried in every combination up to so many of them.
const COMBINED: usize = 6;

/// Possible answers to a question, for these tests.
pub(super) fn samples(question: &Question, tests: &[&Test], today: NaiveDate) -> Vec<Sample> {
    let sample = |value, stands_for| Sample { value, stands_for };
    match &question.kind {
        QuestionKind::YesNo => {
            [true, false].map(|yes| sample(Value::YesNo(yes), Wanted::Yes(yes))).into()
        }
        QuestionKind::Choice { .. } => in_use(question)
            .map(|id| sample(Value::Choice(id.clone()), Wanted::OneOf(vec![id])))
            .collect(),
        QuestionKind::Several { .. } => combinations(question, tests)
            .into_iter()
            .map(|ids| sample(Value::Several(ids.clone()), Wanted::Together(ids)))
            .collect(),
        QuestionKind::Number { limits, .. } => pieces(tests, limits)
            .filter_map(|(n, range)| {
                Some(sample(Value::Number(Number::new(n)?), Wanted::Within(range)))
            })
            .collect(),
        // A limit finer than a cent is the next cent's.
        #[allow(clippy::cast_possible_truncation)]
        QuestionKind::Money => pieces(tests, &Range { from: Some(0.0), ..Range::default() })
            .map(|(n, range)| {
                let minor = (n * 100.0).round() as i64;
                let money = Money { minor, currency: Currency::USD };
                sample(Value::Money(money), Wanted::Within(range))
            })
            .collect(),
        QuestionKind::Scale { from, to, .. } => (*from..=*to)
            .map(|step| {
                let range = Range::only(f64::from(step));
                sample(Value::Scale(step), Wanted::Within(range))
            })
            .collect(),
        QuestionKind::Date => whole(tests, i32::MIN)
            .into_iter()
            .filter_map(|(days, range)| {
                let distance = Days::new(u64::from(days.unsigned_abs()));
                let day = match days {
                    ..0 => today.checked_sub_days(distance),
                    _ => today.checked_add_days(distance),
                };
                Some(sample(Value::Date(day?), Wanted::Days(range)))
            })
            .collect(),
        QuestionKind::Text => whole(tests, 1)
            .into_iter()
            .filter_map(|(length, range)| {
                let words = "x".repeat(usize::try_from(length).ok()?.min(TEXT_CHARS));
                Some(sample(Value::Text(words), Wanted::Length(range)))
            })
            .collect(),
    }
}

fn in_use(question: &Question) -> impl Iterator<Item = OptionId> {
    let in_use = question.options().iter().filter(|option| option.retired.is_none());
    in_use.map(|option| option.id.clone())
}

/// Sets of options: all of them where there are few, else none, each alone, and what tests name.
fn combinations(question: &Question, tests: &[&Test]) -> Vec<Vec<OptionId>> {
    let all: Vec<_> = in_use(question).collect();
    if all.len() <= COMBINED {
        let one = |set: usize| {
            let chosen = all.iter().enumerate().filter(|(n, _)| set & 1 << n != 0);
            chosen.map(|(_, id)| id.clone()).collect()
        };
        let mut sets: Vec<Vec<OptionId>> = (0..1 << all.len()).map(one).collect();
        sets.sort_by_key(Vec::len);
        return sets;
    }
    let named: Vec<_> = tests
        .iter()
        .filter_map(|test| match test {
            Test::AllOf(ids) => Some(ids.clone()),
            _ => None,
        })
        .collect();
    let mut sets = vec![Vec::new()];
    sets.extend(all.iter().map(|id| vec![id.clone()]));
    sets.extend(named.iter().cloned());
    let join = |a: &[OptionId], b: &[OptionId]| {
        let more = b.iter().filter(|id| !a.contains(id));
        a.iter().chain(more).cloned().collect::<Vec<_>>()
    };
    for set in &named {
        sets.extend(all.iter().map(|id| join(set, std::slice::from_ref(id))));
        sets.extend(named.iter().map(|other| join(set, other)));
    }
    sets.sort_by_key(Vec::len);
    sets.dedup();
    sets
}

/// The limits that tests name, and those of what is taken, ascending.
fn limits(tests: &[&Test], taken: &Range) -> Vec<f64> {
    let ranges = tests.iter().filter_map(|test| match test {
        Test::Within(range) | Test::Days(range) | Test::Length(range) => Some(range),
        _ => None,
    });
    let ends =
        ranges.chain([taken]).flat_map(|range| [range.from, range.above, range.to, range.below]);
    let mut ends: Vec<f64> = ends.flatten().filter(|end| end.is_finite()).collect();
    ends.sort_by(f64::total_cmp);
    ends.dedup();
    ends
}

/// Every limit, and what is below, between and above, as far as a question takes it: a number of
/// each piece with the piece.
fn pieces(tests: &[&Test], taken: &Range) -> impl Iterator<Item = (f64, Range)> {
    let ends = limits(tests, taken);
    let inside = |low: Option<f64>, high: Option<f64>| {
        let middle = match (low, high) {
            (Some(low), Some(high)) => f64::midpoint(low, high),
            (Some(low), None) => low + 1.0,
            (None, Some(high)) => high - 1.0,
            (None, None) => 1.0,
        };
        (middle, Range { above: low, below: high, ..Range::default() })
    };
    let mut pieces = vec![inside(None, ends.first().copied())];
    for (n, end) in ends.iter().enumerate() {
        pieces.push((*end, Range::only(*end)));
        pieces.push(inside(Some(*end), ends.get(n + 1).copied()));
    }
    let taken = *taken;
    pieces.into_iter().filter(move |(number, _)| taken.contains(*number))
}

/// [`pieces`] for whole numbers from a least one on.
fn whole(tests: &[&Test], least: i32) -> Vec<(i32, Range)> {
    // Days and characters stay far below what an integer of this size holds.
    #[allow(clippy::cast_possible_truncation)]
    let ends: Vec<i32> =
        limits(tests, &Range::default()).into_iter().map(|end| end.floor() as i32).collect();
    let start = if ends.is_empty() { vec![least.max(0)] } else { Vec::new() };
    let near = ends.iter().flat_map(|end| [end - 1, *end, end + 1]);
    let mut numbers: Vec<i32> = start.into_iter().chain(near).filter(|n| *n >= least).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let range = |n: usize| {
        let at = f64::from(numbers[n]);
        // Between one of these and the next no test changes its mind.
        let next = numbers.get(n + 1).map(|next| f64::from(*next));
        match (n, next) {
            (0, _) if least == i32::MIN && numbers.len() > 1 => {
                Range { to: Some(at), ..Range::default() }
            }
            (_, Some(next)) => Range { from: Some(at), to: Some(next - 1.0), ..Range::default() },
            (_, None) => Range { from: Some(at), ..Range::default() },
        }
    };
    (0..numbers.len()).map(|n| (numbers[n], range(n))).collect()
}

/// What several samples of one question stand for together.
pub(super) fn describe(samples: &[&Sample]) -> Wanted {
    let Some(first) = samples.first() else { return Wanted::Anything };
    let ranges = || samples.iter().filter_map(|sample| sample.range());
    match &first.stands_for {
        Wanted::OneOf(_) => Wanted::OneOf(
            samples
                .iter()
                .filter_map(|sample| match &sample.stands_for {
                    Wanted::OneOf(ids) => ids.first().cloned(),
                    _ => None,
                })
                .collect(),
        ),
        Wanted::Within(_) => Wanted::Within(spanned(ranges())),
        Wanted::Days(_) => Wanted::Days(spanned(ranges())),
        Wanted::Length(_) => Wanted::Length(spanned(ranges())),
        other => other.clone(),
    }
}

impl Sample {
    fn range(&self) -> Option<Range> {
        match self.stands_for {
            Wanted::Within(range) | Wanted::Days(range) | Wanted::Length(range) => Some(range),
            _ => None,
        }
    }
}

/// The range from the lowest of these to where they first break off: any part of it would do.
fn spanned(ranges: impl Iterator<Item = Range>) -> Range {
    let joins = |one: &Range, next: &Range| {
        let (end, start) = (one.to.or(one.below), next.from.or(next.above));
        end.is_some() && end == start || start.zip(end).is_some_and(|(a, b)| a - b == 1.0)
    };
    let mut ranges = ranges;
    let Some(mut all) = ranges.next() else { return Range::default() };
    for next in ranges {
        if !joins(&all, &next) {
            break;
        }
        (all.to, all.below) = (next.to, next.below);
    }
    all
}
