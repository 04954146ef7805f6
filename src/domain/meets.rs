//! What one answer says to one test, and whether a question takes it.
//!
//! Invariant: a value of another kind than the test's is Unknown, never No.

use super::ids::OptionId;
use super::outcome::Outcome;
use super::playbook::question::Question;
use super::playbook::rule::Test;
use super::range::Range;
use super::value::Value;
use chrono::NaiveDate;

/// Whether a value is what a test asks for, on a day.
///
/// Unknown where the value does not say: it is of a kind the test does not read, a text that is blank or
/// names none of the question's options, or a band with values on both sides of a limit. An option that
/// is retired counts for what it became.
///
/// ```
/// use ripen::domain::meets::meets;
/// use ripen::domain::outcome::Outcome;
/// use ripen::domain::playbook::{question::Question, rule::Test};
/// use ripen::domain::value::Value;
/// let question = r#"{"id":"need","section":"fit","title":"Need","ask":"A need?","kind":"yes_no"}"#;
/// let question: Question = serde_json::from_str(question).expect("a question");
/// let today = "2026-11-22".parse().expect("a day");
/// let says = |value| meets(&value, &Test::Yes(true), &question, today);
/// assert_eq!(says(Value::YesNo(true)), Outcome::Met);
/// assert_eq!(says(Value::YesNo(false)), Outcome::NotMet);
/// assert_eq!(says(Value::Scale(5)), Outcome::Unknown, "a value of another kind is no No");
/// ```
pub fn meets(value: &Value, test: &Test, question: &Question, today: NaiveDate) -> Outcome {
    match (test, value) {
        (Test::Given, Value::Text(words)) => {
            if words.trim().is_empty() {
                Outcome::Unknown
            } else {
                Outcome::Met
            }
        }
        (Test::Given, _) => Outcome::Met,
        (Test::Yes(wanted), Value::YesNo(said)) => Outcome::of(wanted == said),
        (Test::In(wanted), Value::Choice(id)) => Outcome::of(is_among(id, wanted, question)),
        (Test::In(wanted), Value::Several(ids)) => {
            Outcome::of(ids.iter().any(|id| is_among(id, wanted, question)))
        }
        (Test::In(wanted), Value::Text(words)) => question
            .recognise(words)
            .map_or(Outcome::Unknown, |id| Outcome::of(is_among(id, wanted, question))),
        (Test::AllOf(wanted), Value::Several(ids)) => Outcome::of(wanted.iter().all(|wanted| {
            ids.iter().any(|id| is_among(id, std::slice::from_ref(wanted), question))
        })),
        (Test::Within(limits), Value::Number(number)) => holds(limits, number.get()),
        (Test::Within(limits), Value::Band(band)) => band.within(limits),
        (Test::Within(limits), Value::Scale(step)) => holds(limits, f64::from(*step)),
        (Test::Within(limits), Value::Money(money)) => holds(limits, money.major()),
        (Test::Days(limits), Value::Date(day)) => {
            // Days from 1970 to 2200 are far fewer than a float holds exactly.
            #[allow(clippy::cast_precision_loss)]
            let days = (*day - today).num_days() as f64;
            holds(limits, days)
        }
        (Test::Length(limits), Value::Text(words)) => {
            // A text has at most 10 000 characters.
            #[allow(clippy::cast_precision_loss)]
            let length = words.trim().chars().count() as f64;
            holds(limits, length)
        }
        _ => Outcome::Unknown,
    }
}

impl Question {
    /// What a person is told whose answer is not taken on a day, although it is of this question's
    /// kind; none where it is taken.
    pub fn refuses(&self, value: &Value, today: NaiveDate) -> Option<&str> {
        let accept = self.accept.as_ref()?;
        let refused = meets(value, &accept.is, self, today) == Outcome::NotMet;
        refused.then_some(accept.message.as_str())
    }

    /// Whether it takes a value a file brings: of its kind and limits, and not refused. On which day
    /// it was said no file tells, so a test that counts from that day says nothing here.
    pub fn takes(&self, value: &Value) -> bool {
        let accept = self.accept.as_ref().map(|accept| &accept.is);
        let accept = accept.filter(|test| !matches!(test, Test::Days(_)));
        let refuses = |test| meets(value, test, self, NaiveDate::default()) == Outcome::NotMet;
        self.accepts(value) && !accept.is_some_and(refuses)
    }
}

fn holds(limits: &Range, number: f64) -> Outcome {
    Outcome::of(limits.contains(number))
}

/// Whether an option, or one it became, is among others: along as many steps as there are options.
fn is_among(id: &OptionId, wanted: &[OptionId], question: &Question) -> bool {
    let options = question.options();
    let mut id = id;
    for _ in options {
        if wanted.contains(id) {
            return true;
        }
        let option = options.iter().find(|option| &option.id == id);
        let retired = option.and_then(|option| option.retired.as_ref());
        let Some(next) = retired.and_then(|retired| retired.becomes.as_ref()) else { return false };
        id = next;
    }
    wanted.contains(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Outcome::{Met, NotMet, Unknown};

    #[test]
    fn an_answer_is_refused_only_where_the_test_says_no() {
        let check = |kind: &str, is: &str, value: &str, refused: bool| {
            let json = format!(
                r#"{{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{kind},
                    "accept":{{"is":{is},"message":"Not like this"}}}}"#
            );
            let question: Question = serde_json::from_str(&json).unwrap();
            let value: Value = serde_json::from_str(value).unwrap();
            let told = question.refuses(&value, "2026-11-22".parse().unwrap());
            assert_eq!(told, refused.then_some("Not like this"), "{is} {value:?}");
        };
        let (length, days) = (r#"{"length":{"from":3}}"#, r#"{"days":{"from":0}}"#);
        check(r#""text""#, length, r#"{"text":"ab"}"#, true);
        check(r#""text""#, length, r#"{"text":"abc"}"#, false);
        check(r#""date""#, days, r#"{"date":"2026-11-21"}"#, true);
        check(r#""date""#, days, r#"{"date":"2026-11-22"}"#, false);
        check(r#"{"number":{}}"#, r#"{"within":{"from":10}}"#, r#"{"number":9}"#, true);
        check(
            r#"{"number":{}}"#,
            r#"{"within":{"from":10}}"#,
            r#"{"band":{"from":5,"to":20}}"#,
            false,
        );
        check(r#""text""#, r#"{"yes":true}"#, r#"{"text":"of another kind"}"#, false);
    }

    fn check(kind: &str, value: &str, test: &str, expected: Outcome) {
        let question =
            format!(r#"{{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{kind}}}"#);
        let question: Question = serde_json::from_str(&question).unwrap();
        let value: Value = serde_json::from_str(value).unwrap();
        let parsed: Test = serde_json::from_str(test).unwrap();
        let today = "2026-11-22".parse().unwrap();
        assert_eq!(meets(&value, &parsed, &question, today), expected, "{value:?} {test}");
    }

    #[test]
    fn options_that_became_others_count_for_those() {
        let kind = r#"{"several":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"},
            {"id":"old","title":"Old","retired":{"becomes":"a"}}]}}"#;
        for (value, test, expected) in [
            (r#"{"several":["a"]}"#, r#"{"in":["a","b"]}"#, Met),
            (r#"{"several":["old"]}"#, r#"{"in":["a"]}"#, Met),
            (r#"{"several":[]}"#, r#"{"in":["a"]}"#, NotMet),
            (r#"{"several":["a"]}"#, r#"{"all_of":["a","b"]}"#, NotMet),
            (r#"{"several":["b","old"]}"#, r#"{"all_of":["a","b"]}"#, Met),
            (r#"{"several":[]}"#, r#"{"all_of":[]}"#, Met),
            (r#"{"choice":"a"}"#, r#"{"all_of":["a"]}"#, Unknown),
        ] {
            check(kind, value, test, expected);
        }
    }

    #[test]
    fn options_become_others_step_by_step() {
        let kind = r#"{"several":{"options":[{"id":"new","title":"New"},
            {"id":"mid","title":"Mid","retired":{"becomes":"new"}},
            {"id":"old","title":"Old","retired":{"becomes":"mid"}},
            {"id":"round","title":"Round","retired":{"becomes":"about"}},
            {"id":"about","title":"About","retired":{"becomes":"round"}}]}}"#;
        for (value, test, expected) in [
            (r#"{"several":["old"]}"#, r#"{"in":["new"]}"#, Met),
            (r#"{"several":["old"]}"#, r#"{"in":["mid"]}"#, Met),
            (r#"{"several":["old"]}"#, r#"{"all_of":["new"]}"#, Met),
            (r#"{"several":["new"]}"#, r#"{"in":["old"]}"#, NotMet),
            (r#"{"several":["round"]}"#, r#"{"in":["about"]}"#, Met),
            (r#"{"several":["round"]}"#, r#"{"in":["new"]}"#, NotMet),
            (r#"{"several":["gone"]}"#, r#"{"in":["gone"]}"#, Met),
        ] {
            check(kind, value, test, expected);
        }
    }

    #[test]
    fn days_count_from_today_and_words_by_their_characters() {
        for (value, test, expected) in [
            (r#"{"date":"2026-12-01"}"#, r#"{"days":{"from":0,"to":30}}"#, Met),
            (r#"{"date":"2026-11-22"}"#, r#"{"days":{"from":0}}"#, Met),
            (r#"{"date":"2026-11-21"}"#, r#"{"days":{"from":0}}"#, NotMet),
            (r#"{"date":"2026-11-21"}"#, r#"{"within":{"from":0}}"#, Unknown),
            (r#"{"text":" Jörg "}"#, r#"{"length":{"from":4,"to":4}}"#, Met),
            (r#"{"text":"ab"}"#, r#"{"length":{"from":3}}"#, NotMet),
            (r#"{"yes_no":true}"#, r#"{"length":{"from":3}}"#, Unknown),
        ] {
            check(r#""text""#, value, test, expected);
        }
    }
}
