//! Values of answers as cells that read back as the same value.
//!
//! Refuses to know the person's language: decimal points, days as `2026-11-21`. Invariant: what
//! stands in a cell is recognised by the question it was answered to.

use crate::domain::ids::OptionId;
use crate::domain::playbook::question::Question;
use crate::domain::range::Range;
use crate::domain::value::{Number, Value};

/// Between the options of one answer.
const BETWEEN: &str = "; ";

/// A value as a cell.
pub(super) fn cell(value: &Value, question: Option<&Question>) -> String {
    let words = |id: &OptionId| option(id, question);
    match value {
        Value::Choice(id) => words(id),
        Value::Several(ids) => ids.iter().map(words).collect::<Vec<_>>().join(BETWEEN),
        Value::YesNo(yes) => if *yes { "Yes" } else { "No" }.to_owned(),
        Value::Number(number) => plain(number.get()),
        Value::Band(range) => band(range),
        Value::Money(money) => format!("{} {}", money.decimal(), money.currency),
        Value::Scale(step) => step.to_string(),
        Value::Text(words) => words.clone(),
        Value::Date(day) => day.to_string(),
    }
}

/// An option by its wording, where that means this option and no other; else by its id.
fn option(id: &OptionId, question: Option<&Question>) -> String {
    let words = question.map(|question| (question, question.option_words(id)));
    let meant = words.filter(|(question, words)| {
        !words.contains(';') && !words.is_empty() && question.recognise(words) == Some(id)
    });
    meant.map_or(id.as_str(), |(_, words)| words).to_owned()
}

/// A number in digits, by the printer of JSON: it is linked already.
fn plain(number: f64) -> String {
    let number = Number::new(number).and_then(|number| serde_json::to_string(&number).ok());
    number.unwrap_or_default()
}

/// `51 to 200`, `10000+`, `> 500`, `< 50`: forms that are read again and that no spreadsheet takes
/// for a day.
fn band(range: &Range) -> String {
    let low = range.from.map(|from| ("", from)).or(range.above.map(|above| ("> ", above)));
    let high = range.to.map(|to| ("", to)).or(range.below.map(|below| ("< ", below)));
    match (low, high) {
        (Some(("", from)), None) => format!("{}+", plain(from)),
        (None, Some(("", to))) => format!("<= {}", plain(to)),
        (Some((mark, end)), None) | (None, Some((mark, end))) => format!("{mark}{}", plain(end)),
        (Some((above, low)), Some((below, high))) => {
            format!("{above}{} to {below}{}", plain(low), plain(high))
        }
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::import::facts::value;

    fn question(kind: &str) -> Question {
        let json = format!(r#"{{"id":"q","section":"s","title":"Q","kind":{kind}}}"#);
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn values_read_as_people_write_them() {
        let options = r#"{"choice":{"options":[{"id":"it","title":"Technology"},{"id":"x","title":"A; b"},
            {"id":"twin","title":"technology"},{"id":"me","title":"I do","rep_title":"The contact"}]}}"#;
        for (kind, json, expected) in [
            (options, r#"{"choice":"it"}"#, "Technology"),
            (options, r#"{"choice":"twin"}"#, "twin"),
            (options, r#"{"choice":"x"}"#, "x"),
            (options, r#"{"choice":"me"}"#, "The contact"),
            (options, r#"{"choice":"gone"}"#, "gone"),
            (options, r#"{"several":["it","me"]}"#, "Technology; The contact"),
            (options, r#"{"text":"technolgy"}"#, "technolgy"),
            (r#""money""#, r#"{"money":{"minor":-105450,"currency":"EUR"}}"#, "-1054.50 EUR"),
            (r#""date""#, r#"{"date":"2026-12-01"}"#, "2026-12-01"),
            (r#"{"number":{}}"#, r#"{"band":{"to":9}}"#, "<= 9"),
        ] {
            let value: Value = serde_json::from_str(json).unwrap();
            assert_eq!(cell(&value, Some(&question(kind))), expected, "{json}");
        }
    }

    #[test]
    fn what_is_read_again_is_the_same_value() {
        let scale = r#"{"scale":{"from":1,"to":5,"low":"","high":""}}"#;
        for (kind, json) in [
            (r#""yes_no""#, r#"{"yes_no":true}"#),
            (r#""yes_no""#, r#"{"yes_no":false}"#),
            (r#"{"number":{}}"#, r#"{"number":240}"#),
            (r#"{"number":{}}"#, r#"{"number":-0.5}"#),
            (r#"{"number":{}}"#, r#"{"band":{"from":51.0,"to":200.0}}"#),
            (r#"{"number":{}}"#, r#"{"band":{"from":10000.0}}"#),
            (r#"{"number":{}}"#, r#"{"band":{"above":500.0}}"#),
            (r#"{"number":{}}"#, r#"{"band":{"below":50.5}}"#),
            (scale, r#"{"scale":4}"#),
            (r#""text""#, r#"{"text":"12"}"#),
        ] {
            let (question, given): (_, Value) =
                (question(kind), serde_json::from_str(json).unwrap());
            assert_eq!(value(&cell(&given, Some(&question)), Some(&question)), given, "{json}");
        }
    }
}
