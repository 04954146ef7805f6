//! The conditions a person can choose from, for each kind of question.
//!
//! Owns which tests fit which answers, and a sensible one to begin with. Refuses to word them.
//! Invariant: every test that fits a question is one of the [kinds] offered for it.

use crate::domain::playbook::question::{Choice, Question, QuestionKind};
use crate::domain::playbook::rule::{AnswerTest, Test};
use crate::domain::range::Range;

/// A condition as a person chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Condition {
    /// There is an answer.
    Given,
    /// The answer is yes.
    Yes,
    /// The answer is no.
    No,
    /// One of some options.
    OneOf,
    /// All of some options.
    AllOf,
    /// A lowest value that counts too.
    AtLeast,
    /// A limit to be above of.
    MoreThan,
    /// A highest value that counts too.
    AtMost,
    /// A limit to stay below of.
    LessThan,
    /// Between two ends.
    Between,
    /// Today or later.
    TodayOrLater,
    /// Today or earlier.
    TodayOrEarlier,
    /// Within so many days from today.
    NextDays,
    /// Within so many days until today.
    LastDays,
}

/// The conditions for answers to a question, the most usual one first.
pub fn kinds(question: &QuestionKind) -> &'static [Condition] {
    use Condition::{
        AllOf, AtLeast, AtMost, Between, Given, LastDays, LessThan, MoreThan, NextDays, No, OneOf,
        TodayOrEarlier, TodayOrLater, Yes,
    };
    match question {
        QuestionKind::Choice { .. } => &[OneOf, Given],
        QuestionKind::Several { .. } => &[OneOf, AllOf, Given],
        QuestionKind::YesNo => &[Yes, No, Given],
        QuestionKind::Number { .. } | QuestionKind::Money | QuestionKind::Scale { .. } => {
            &[AtLeast, MoreThan, AtMost, LessThan, Between, Given]
        }
        QuestionKind::Text => &[Given, AtLeast, MoreThan, AtMost, LessThan, Between],
        QuestionKind::Date => &[
            Given,
            TodayOrLater,
            TodayOrEarlier,
            NextDays,
            LastDays,
            AtLeast,
            MoreThan,
            AtMost,
            LessThan,
            Between,
        ],
    }
}

/// Which condition a test is.
pub fn kind_of(test: &Test) -> Condition {
    match test {
        Test::Given => Condition::Given,
        Test::Yes(true) => Condition::Yes,
        Test::Yes(false) => Condition::No,
        Test::In(_) => Condition::OneOf,
        Test::AllOf(_) => Condition::AllOf,
        Test::Within(range) | Test::Length(range) => kind_of_range(range),
        Test::Days(range) => match (range.from, range.above, range.to, range.below) {
            (Some(0.0), None, None, None) => Condition::TodayOrLater,
            (None, None, Some(0.0), None) => Condition::TodayOrEarlier,
            (Some(0.0), None, Some(to), None) if to > 0.0 => Condition::NextDays,
            (Some(from), None, Some(0.0), None) if from < 0.0 => Condition::LastDays,
            _ => kind_of_range(range),
        },
    }
}

fn kind_of_range(range: &Range) -> Condition {
    match (range.from, range.above, range.to, range.below) {
        (Some(_), None, None, None) => Condition::AtLeast,
        (None, Some(_), None, None) => Condition::MoreThan,
        (None, None, Some(_), None) => Condition::AtMost,
        (None, None, None, Some(_)) => Condition::LessThan,
        _ => Condition::Between,
    }
}

/// Whether a test can say yes or no to answers of a kind of question.
pub fn fits(test: &Test, question: &Question) -> bool {
    let known =
        |ids: &[_]| ids.iter().all(|id| question.options().iter().any(|option| &option.id == id));
    match (test, &question.kind) {
        (Test::Given, _)
        | (Test::Yes(_), QuestionKind::YesNo)
        | (Test::Days(_), QuestionKind::Date)
        | (Test::Length(_), QuestionKind::Text)
        | (
            Test::Within(_),
            QuestionKind::Number { .. } | QuestionKind::Money | QuestionKind::Scale { .. },
        ) => true,
        (Test::In(ids), QuestionKind::Choice { .. } | QuestionKind::Several { .. })
        | (Test::AllOf(ids), QuestionKind::Several { .. }) => known(ids),
        _ => false,
    }
}

/// The range a test looks at.
pub fn range_of(test: &Test) -> Option<&Range> {
    match test {
        Test::Within(range) | Test::Days(range) | Test::Length(range) => Some(range),
        _ => None,
    }
}

/// A test of a range, as a question's answers are measured.
pub fn ranged(question: &QuestionKind, range: Range) -> Test {
    match question {
        QuestionKind::Date => Test::Days(range),
        QuestionKind::Text => Test::Length(range),
        _ => Test::Within(range),
    }
}

/// Options up to which all are shown at once.
pub const FEW: usize = 7;

/// The sensible condition to begin with.
pub fn usual(question: &Question) -> AnswerTest {
    let is = kinds(&question.kind)
        .first()
        .map_or(Test::Given, |kind| begin(*kind, question, &Test::Given));
    AnswerTest { question: question.id.clone(), is, evidence: None }
}

/// A test of another kind, with what the one before it said where that still makes sense.
pub fn begin(kind: Condition, question: &Question, before: &Test) -> Test {
    let options = || match before {
        Test::In(ids) | Test::AllOf(ids) => ids.clone(),
        // Of many, none is chosen by itself: nobody would see which.
        _ if question.options().len() > FEW => Vec::new(),
        _ => {
            let offered = question.options().iter().find(|option| option.retired.is_none());
            offered
                .or(question.options().first())
                .map(|option: &Choice| option.id.clone())
                .into_iter()
                .collect()
        }
    };
    let (mut low, mut high) = ends(question, before);
    if matches!(question.kind, QuestionKind::Date) {
        // Today as an end is a condition of its own.
        (low, high) = (if low == 0.0 { 1.0 } else { low }, if high == 0.0 { 1.0 } else { high });
    }
    let range = match kind {
        Condition::Given => return Test::Given,
        Condition::Yes => return Test::Yes(true),
        Condition::No => return Test::Yes(false),
        Condition::OneOf => return Test::In(options()),
        Condition::AllOf => return Test::AllOf(options()),
        Condition::AtLeast => Range { from: Some(low), ..Range::default() },
        Condition::MoreThan => Range { above: Some(low), ..Range::default() },
        Condition::AtMost => Range { to: Some(high), ..Range::default() },
        Condition::LessThan => Range { below: Some(high), ..Range::default() },
        Condition::Between => Range { from: Some(low), to: Some(high), ..Range::default() },
        Condition::TodayOrLater => Range { from: Some(0.0), ..Range::default() },
        Condition::TodayOrEarlier => Range { to: Some(0.0), ..Range::default() },
        Condition::NextDays => Range { from: Some(0.0), to: Some(MONTH), ..Range::default() },
        Condition::LastDays => Range { from: Some(-MONTH), to: Some(0.0), ..Range::default() },
    };
    ranged(&question.kind, range)
}

/// The days a condition about a date begins with.
const MONTH: f64 = 30.0;

/// The ends of what a test said, else those to begin with.
fn ends(question: &Question, before: &Test) -> (f64, f64) {
    let (low, high) = match &question.kind {
        QuestionKind::Scale { from, to, .. } => (f64::from(*from), f64::from(*to)),
        QuestionKind::Money => (1_000.0, 10_000.0),
        QuestionKind::Date => (1.0, MONTH),
        QuestionKind::Number { limits, bands, .. } => {
            let least = limits.from.or(limits.above).unwrap_or(1.0);
            // Where the first band ends: what every number meets tells nobody apart.
            let starts = bands.iter().filter_map(|band| band.range.from.or(band.range.above));
            let low = starts.filter(|start| *start > least).fold(f64::INFINITY, f64::min);
            let low = if low.is_finite() { low } else { least };
            (low, limits.to.or(limits.below).unwrap_or(low + 100.0))
        }
        _ => (1.0, 100.0),
    };
    let Some(range) = range_of(before) else { return (low, high) };
    let (from, to) = (range.from.or(range.above), range.to.or(range.below));
    match (from, to) {
        (Some(from), Some(to)) => (from, to),
        // What was one end is still the number a person has in mind.
        (Some(from), None) => (from, if high > from { high } else { from }),
        (None, Some(to)) => (if low < to { low } else { to }, to),
        (None, None) => (low, high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Condition::{AllOf, AtLeast, AtMost, Between, Given, LastDays, NextDays, OneOf, Yes};

    fn question(kind: &str) -> Question {
        serde_json::from_str(&format!(
            r#"{{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{kind}}}"#
        ))
        .unwrap()
    }

    fn test(json: &str) -> Test {
        serde_json::from_str(json).unwrap()
    }

    const KINDS: [&str; 8] = [
        r#"{"choice":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#,
        r#"{"several":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#,
        r#""yes_no""#,
        r#"{"number":{"limits":{"from":1,"to":5000}}}"#,
        r#""money""#,
        r#"{"scale":{"from":1,"to":5,"low":"low","high":"high"}}"#,
        r#""text""#,
        r#""date""#,
    ];

    #[test]
    fn every_condition_offered_fits_and_is_known_again() {
        for kind in KINDS {
            let question = question(kind);
            for offered in kinds(&question.kind) {
                for before in kinds(&question.kind) {
                    let before = begin(*before, &question, &Test::Given);
                    let test = begin(*offered, &question, &before);
                    assert!(fits(&test, &question), "{kind} {offered:?}");
                    assert_eq!(kind_of(&test), *offered, "{kind} {offered:?} after {before:?}");
                }
            }
            assert!(fits(&usual(&question).is, &question), "{kind}");
        }
    }

    #[test]
    fn the_usual_condition_is_the_first_one_offered() {
        for (kind, expected) in
            KINDS.into_iter().zip([OneOf, OneOf, Yes, AtLeast, AtLeast, AtLeast, Given, Given])
        {
            assert_eq!(kind_of(&usual(&question(kind)).is), expected, "{kind}");
        }
    }

    #[test]
    fn a_number_is_kept_from_one_condition_to_the_next() {
        let number = question(KINDS[3]);
        for (before, kind, expected) in [
            (r#"{"within":{"from":100}}"#, AtMost, r#"{"within":{"to":5000}}"#),
            (r#"{"within":{"from":100}}"#, Between, r#"{"within":{"from":100,"to":5000}}"#),
            (r#"{"within":{"to":7}}"#, AtLeast, r#"{"within":{"from":1}}"#),
            (r#"{"within":{"above":3,"below":9}}"#, AtLeast, r#"{"within":{"from":3}}"#),
        ] {
            assert_eq!(begin(kind, &number, &test(before)), test(expected), "{before}");
        }
        let several = question(KINDS[1]);
        assert_eq!(begin(AllOf, &several, &test(r#"{"in":["b"]}"#)), test(r#"{"all_of":["b"]}"#));
    }

    #[test]
    fn days_are_told_by_where_today_stands() {
        for (json, expected) in [
            (r#"{"days":{"from":0,"to":30}}"#, NextDays),
            (r#"{"days":{"from":-7,"to":0}}"#, LastDays),
            (r#"{"days":{"from":-7,"to":7}}"#, Between),
            (r#"{"days":{"from":3}}"#, AtLeast),
            (r#"{"within":{"from":0}}"#, AtLeast),
        ] {
            assert_eq!(kind_of(&test(json)), expected, "{json}");
        }
    }
}
