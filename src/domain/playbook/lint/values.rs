//! The answers to one question that a test is met by, as a set.
//!
//! Refuses to search: sets are joined and cut question by question, never across questions.
//! Invariant: a set may hold too much, never too little. So where nothing is left, nobody can
//! answer so that the tests are met; where something is left, nothing is said.

use super::spans::Spans;
use crate::domain::ids::OptionId;
use crate::domain::index::Index;
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::rule::Test;
use crate::domain::range::Range;

/// The most that is listed; of a longer list nothing is said, so that no file asks for endless work.
const MOST: usize = 1_000;

/// A set of answers to one question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Values {
    /// No answer.
    None,
    /// Every answer.
    Any,
    /// What cannot be said: it may be any answer.
    Open,
    /// Options, steps, or no and yes, by their places: those listed, or all but those.
    Listed { of: usize, places: Vec<usize>, but: bool },
    /// Of several options: at least one of each list, and none of these.
    Several { one_of: Vec<Vec<usize>>, never: Vec<usize> },
    /// Numbers.
    Numbers(Spans),
}

/// What one question can be answered with.
pub(super) struct Domain<'p> {
    pub(super) question: &'p Question,
    options: Index<'p>,
    /// Options that are offered no more, with those that stand in their place.
    becomes: Vec<(usize, usize)>,
}

impl<'p> Domain<'p> {
    pub(super) fn of(question: &'p Question) -> Self {
        let options = Index::of(&mut question.options().iter().map(|option| option.id.as_str()));
        let becomes = question.options().iter().enumerate().filter_map(|(old, option)| {
            let becomes = option.retired.as_ref()?.becomes.as_ref()?;
            Some((old, options.find(becomes.as_str())?))
        });
        let becomes = becomes.collect();
        Self { question, options, becomes }
    }

    /// The answers that meet a test, or with `wanted` false those that fail it; none for a test
    /// that says nothing about answers of this kind.
    pub(super) fn values(&self, test: &Test, wanted: bool) -> Option<Values> {
        use QuestionKind::{Choice, Date, Money, Number, Scale, Several, Text, YesNo};
        Some(match (test, &self.question.kind) {
            (Test::Given, _) if wanted => Values::Any,
            (Test::Given, _) => Values::None,
            (Test::Yes(yes), YesNo) => {
                Values::Listed { of: 2, places: vec![usize::from(*yes)], but: !wanted }
            }
            (Test::In(ids), Choice { options }) => match self.places(ids) {
                Some(places) => Values::Listed { of: options.len(), places, but: !wanted },
                None => Values::Open,
            },
            (Test::In(ids), Several { .. }) => match self.places(ids) {
                Some(places) if wanted => Values::Several { one_of: vec![places], never: vec![] },
                Some(never) => Values::Several { one_of: vec![], never },
                None => Values::Open,
            },
            (Test::AllOf(ids), Several { .. }) => {
                let each: Option<Vec<_>> =
                    ids.iter().map(|id| self.places(std::slice::from_ref(id))).collect();
                match each.filter(|each| each.len() <= MOST) {
                    Some(one_of) if wanted => Values::Several { one_of, never: vec![] },
                    // One of them is missing: which one is not known but where there is only one.
                    Some(mut one) if one.len() == 1 => {
                        Values::Several { one_of: vec![], never: one.remove(0) }
                    }
                    Some(none) if none.is_empty() => Values::None,
                    _ => Values::Open,
                }
            }
            (Test::Within(range), Scale { from, to, .. }) => {
                let steps = usize::try_from(i64::from(*to) - i64::from(*from) + 1).ok();
                let Some(of) = steps.filter(|steps| *steps <= MOST) else {
                    return Some(Values::Open);
                };
                let places = (0..of).zip(*from..=*to);
                let inside = places.filter(|(_, step)| range.contains(f64::from(*step)) == wanted);
                Values::Listed { of, places: inside.map(|(place, _)| place).collect(), but: false }
            }
            (Test::Within(range), Number { limits, .. }) => numbers(range, limits, wanted),
            (Test::Within(range), Money) | (Test::Days(range), Date) => {
                numbers(range, &Range::default(), wanted)
            }
            (Test::Length(range), Text) => {
                let lengths = Range { from: Some(0.0), ..Range::default() };
                numbers(range, &lengths, wanted)
            }
            _ => return None,
        })
    }

    /// The places of options and of those that became them; none where that cannot be said.
    fn places(&self, ids: &[OptionId]) -> Option<Vec<usize>> {
        let mut places: Vec<_> =
            ids.iter().map(|id| self.options.find(id.as_str())).collect::<Option<_>>()?;
        if places.len().max(self.becomes.len()) > MOST {
            return None;
        }
        places.sort_unstable();
        let wanted = places.clone();
        let became = self.becomes.iter().filter(|(_, new)| wanted.binary_search(new).is_ok());
        places.extend(became.map(|(old, _)| *old));
        places.sort_unstable();
        places.dedup();
        Some(places)
    }

    /// Whether every answer that can be given today is in a set.
    pub(super) fn is_all(&self, values: &Values) -> bool {
        match values {
            Values::Listed { places, but: false, .. } if !self.question.options().is_empty() => {
                let offered = |place: &usize| self.question.options()[*place].retired.is_none();
                let all = self.question.options().iter().filter(|option| option.retired.is_none());
                places.iter().filter(|place| offered(place)).count() == all.count()
            }
            Values::Numbers(spans) => {
                let all = match &self.question.kind {
                    QuestionKind::Number { limits, .. } => Spans::of(limits),
                    QuestionKind::Text => Spans::of(&Range { from: Some(0.0), ..Range::default() }),
                    _ => Spans::all(),
                };
                !all.is_empty() && all.and(&spans.but()).is_empty()
            }
            other => other.is_all(),
        }
    }
}

/// The numbers in `limits` that are in a range, or are not.
fn numbers(range: &Range, limits: &Range, wanted: bool) -> Values {
    let inside = Spans::of(range);
    let limits = Spans::of(limits);
    // Where nothing can be answered, the limits are at fault and not the test.
    let limits = if limits.is_empty() { Spans::all() } else { limits };
    Values::Numbers(limits.and(&if wanted { inside } else { inside.but() }))
}

impl Values {
    /// Whether no answer is left.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::Any | Self::Open => false,
            Self::Listed { places, but: false, .. } => places.is_empty(),
            Self::Listed { of, places, but: true } => places.len() >= *of,
            Self::Several { one_of, never } => one_of.iter().any(|list| is_part(list, never)),
            Self::Numbers(spans) => spans.is_empty(),
        }
    }

    /// Whether every answer is left.
    pub(super) fn is_all(&self) -> bool {
        match self {
            Self::None | Self::Open => false,
            Self::Any => true,
            Self::Listed { of, places, but: false } => *of > 0 && places.len() == *of,
            Self::Listed { places, but: true, .. } => places.is_empty(),
            Self::Several { one_of, never } => one_of.is_empty() && never.is_empty(),
            Self::Numbers(spans) => spans.but().is_empty(),
        }
    }

    /// The answers in both sets.
    pub(super) fn and(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::None, _) | (_, Self::None) => Self::None,
            (Self::Any | Self::Open, values) | (values, Self::Any | Self::Open) => values.clone(),
            (
                Self::Listed { of, places: a, but: not_a },
                Self::Listed { places: b, but: not_b, .. },
            ) => {
                let (places, but) = match (not_a, not_b) {
                    (false, false) => (keep(a, b, true), false),
                    (false, true) => (keep(a, b, false), false),
                    (true, false) => (keep(b, a, false), false),
                    (true, true) => (join(a, b), true),
                };
                Self::Listed { of: *of, places, but }.within_reason()
            }
            (Self::Several { one_of, never }, Self::Several { one_of: more, never: nor }) => {
                let one_of = one_of.iter().chain(more).cloned().collect();
                Self::Several { one_of, never: join(never, nor) }.within_reason()
            }
            (Self::Numbers(a), Self::Numbers(b)) => Self::Numbers(a.and(b)),
            _ => Self::Open,
        }
    }

    /// The answers in either set.
    pub(super) fn or(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::None, values) | (values, Self::None) => values.clone(),
            (
                Self::Listed { of, places: a, but: not_a },
                Self::Listed { places: b, but: not_b, .. },
            ) => {
                let (places, but) = match (not_a, not_b) {
                    (false, false) => (join(a, b), false),
                    (false, true) => (keep(b, a, false), true),
                    (true, false) => (keep(a, b, false), true),
                    (true, true) => (keep(a, b, true), true),
                };
                Self::Listed { of: *of, places, but }.within_reason()
            }
            (Self::Several { never, .. }, Self::Several { never: nor, .. }) => {
                Self::Several { one_of: Vec::new(), never: keep(never, nor, true) }
            }
            (Self::Numbers(a), Self::Numbers(b)) => Self::Numbers(a.or(b)).within_reason(),
            _ => Self::Open,
        }
    }

    /// Whether every answer here is in the other set too, where that can be said.
    pub(super) fn is_in(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::None, _) | (_, Self::Any) => true,
            (Self::Listed { .. }, Self::Listed { of, places, but }) => {
                let outside = Self::Listed { of: *of, places: places.clone(), but: !but };
                self.and(&outside).is_empty()
            }
            (Self::Numbers(a), Self::Numbers(b)) => a.and(&b.but()).is_empty(),
            _ => false,
        }
    }

    fn within_reason(self) -> Self {
        let size = match &self {
            Self::None | Self::Any | Self::Open => 0,
            Self::Listed { places, .. } => places.len(),
            Self::Several { one_of, never } => {
                never.len() + one_of.iter().map(|list| list.len() + 1).sum::<usize>()
            }
            Self::Numbers(spans) => spans.count(),
        };
        // Nothing left is worth knowing however long the list it came from.
        if size > MOST && !self.is_empty() { Self::Open } else { self }
    }
}

/// Those of `a` that are in `b`, or with `wanted` false those that are not. Both are ascending.
fn keep(a: &[usize], b: &[usize], wanted: bool) -> Vec<usize> {
    a.iter().copied().filter(|place| b.binary_search(place).is_ok() == wanted).collect()
}

fn join(a: &[usize], b: &[usize]) -> Vec<usize> {
    let mut both = [a, b].concat();
    both.sort_unstable();
    both.dedup();
    both
}

/// Whether every one of `a` is in `b`.
fn is_part(a: &[usize], b: &[usize]) -> bool {
    a.iter().all(|place| b.binary_search(place).is_ok())
}
