//! Facts about an organisation as values of answers.
//!
//! Owns reading a cell by the kind of its question. Refuses to map words to options: the text is
//! kept as the file has it, and [`Question::recognise`] reads it whenever it is judged.
//! Invariant: no fact is lost; what cannot be read as its kind stays text.

use super::amounts::{DecimalMark, digits, with_currency};
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::range::Range;
use crate::domain::value::{Number, Value};
use crate::domain::when::{in_reach, read_day};
use rust_decimal::Decimal;

/// What may stand before decimals; the first that can is taken.
const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];

/// Reads a cell as the value of an answer its question takes; else as words. Without a question, what
/// looks like a number is one.
///
/// ```
/// use ripen::domain::value::Value;
/// use ripen::exchange::import::facts::value;
/// assert!(matches!(value("2,822", None), Value::Number(_)));
/// assert!(matches!(value("51-200", None), Value::Band(_)));
/// assert_eq!(value("technolgy", None), Value::Text("technolgy".into()));
/// ```
pub fn value(text: &str, question: Option<&Question>) -> Value {
    let text = text.trim();
    let takes = |value: &Value| question.is_none_or(|question| question.takes(value));
    let read = match question.map(|question| &question.kind) {
        None | Some(QuestionKind::Number { .. }) => {
            // What counts whole things takes `1.200` for twelve hundred, and never for a part of two.
            let numbers = MARKS.into_iter().filter_map(|mark| number(text, mark));
            let mut read = numbers.map(Value::Number).chain(band(text));
            read.find(|value| takes(value))
        }
        Some(QuestionKind::YesNo) => match text.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" => Some(Value::YesNo(true)),
            "no" | "n" | "false" | "0" => Some(Value::YesNo(false)),
            _ => None,
        },
        Some(QuestionKind::Scale { .. }) => text.parse().ok().map(Value::Scale),
        Some(QuestionKind::Date) => read_day(text).filter(|day| in_reach(*day)).map(Value::Date),
        Some(QuestionKind::Money) => with_currency(text, DecimalMark::Point).map(Value::Money),
        Some(QuestionKind::Several { .. }) => several(text, question),
        _ => None,
    };
    read.filter(takes).unwrap_or_else(|| Value::Text(text.to_owned()))
}

/// Options with semicolons or commas between them, every one of which the question knows.
fn several(text: &str, question: Option<&Question>) -> Option<Value> {
    let parts = |between| {
        let options = text.split(between).map(|word| question?.recognise(word).cloned());
        options.collect::<Option<Vec<_>>>()
    };
    let all = parts(';').or_else(|| parts(','));
    all.filter(|all| all.len() > 1).map(Value::Several)
}

fn number(text: &str, mark: DecimalMark) -> Option<Number> {
    if text.contains(|c: char| c.is_alphabetic()) {
        return None;
    }
    let plain = digits(text, mark)?;
    // Not Rust's own parser of floats: its tables weigh more than the whole import of facts.
    let decimal = Decimal::from_str_exact(&plain).ok()?;
    let scale = i32::try_from(decimal.scale()).ok()?;
    // Up to 2^53 and 22 decimals both are exact, and the quotient is the float nearest to the text.
    #[allow(clippy::cast_precision_loss)]
    Number::new(decimal.mantissa() as f64 / 10_f64.powi(scale))
}

/// `51-200`, `51 to 200`, `10,000+`, `> 500`, `< 50`.
fn band(text: &str) -> Option<Value> {
    let lower = text.to_lowercase().replace("employees", "");
    let end =
        |text: &str| MARKS.into_iter().find_map(|mark| number(text.trim(), mark)).map(Number::get);
    let open = Range::default();
    let range = if let Some(from) = lower.trim_end().strip_suffix('+') {
        Range { from: Some(end(from)?), ..open }
    } else if let Some((low, high)) = lower.split_once(" to ") {
        let end = |text: &str, mark: char| match text.trim().strip_prefix(mark) {
            Some(open) => Some((None, Some(end(open)?))),
            None => Some((Some(end(text)?), None)),
        };
        let ((from, above), (to, below)) = (end(low, '>')?, end(high, '<')?);
        Range { from, above, to, below }
    } else if let Some(above) = lower.trim_start().strip_prefix('>') {
        Range { above: Some(end(above)?), ..open }
    } else if let Some(to) = lower.trim_start().strip_prefix("<=") {
        Range { to: Some(end(to)?), ..open }
    } else if let Some(below) = lower.trim_start().strip_prefix('<') {
        Range { below: Some(end(below)?), ..open }
    } else {
        let (from, to) = lower.split_once(['-', '\u{2013}'])?;
        Range { from: Some(end(from)?), to: Some(end(to)?), ..open }
    };
    (!range.is_empty()).then_some(Value::Band(range))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: &str = r#"{"number":{"limits":{"from":1},"bands":[
        {"title":"1-9","range":{"from":1,"to":9}},{"title":"10+","range":{"from":10}}]}}"#;

    fn check(kind: Option<&str>, text: &str, expected: &str) {
        let question: Option<Question> = kind.map(|kind| {
            let json = format!(r#"{{"id":"q","section":"s","title":"Q","kind":{kind}}}"#);
            serde_json::from_str(&json).unwrap()
        });
        let value = value(text, question.as_ref());
        assert_eq!(serde_json::to_string(&value).unwrap(), expected, "{text}");
    }

    #[test]
    fn cells_are_read_by_the_kind_of_their_question() {
        for (kind, text, expected) in [
            (None, "2822", r#"{"number":2822}"#),
            (None, " 10,083 ", r#"{"number":10083}"#),
            (None, "51-200", r#"{"band":{"from":51.0,"to":200.0}}"#),
            (None, "10,000+", r#"{"band":{"from":10000.0}}"#),
            (None, "11–50 employees", r#"{"band":{"from":11.0,"to":50.0}}"#),
            (None, "<= 50", r#"{"band":{"to":50.0}}"#),
            (None, "> 50 to < 60", r#"{"band":{"above":50.0,"below":60.0}}"#),
            (Some(r#""money""#), "1054.50 EUR", r#"{"money":{"minor":105450,"currency":"EUR"}}"#),
            (Some(r#""money""#), "-1054.50 EUR", r#"{"text":"-1054.50 EUR"}"#),
            (Some(r#""money""#), "1054", r#"{"text":"1054"}"#),
            (Some(r#""date""#), "2026-12-01", r#"{"date":"2026-12-01"}"#),
            (None, "< 50", r#"{"band":{"below":50.0}}"#),
            (None, "200-51", r#"{"text":"200-51"}"#),
            (None, "J-Texon", r#"{"text":"J-Texon"}"#),
            (None, "technolgy", r#"{"text":"technolgy"}"#),
            (Some(r#"{"choice":{"options":[]}}"#), "2822", r#"{"text":"2822"}"#),
            (Some(COUNT), "-5", r#"{"text":"-5"}"#),
            (Some(COUNT), "0", r#"{"text":"0"}"#),
            (Some(COUNT), "1.5", r#"{"text":"1.5"}"#),
            (Some(COUNT), "1.200", r#"{"number":1200}"#),
            (Some(COUNT), "1,200", r#"{"number":1200}"#),
            (Some(COUNT), "5-20", r#"{"band":{"from":5.0,"to":20.0}}"#),
            (Some(COUNT), "< 1", r#"{"text":"< 1"}"#),
            (Some(COUNT), "about 50", r#"{"text":"about 50"}"#),
            (Some(r#""date""#), "2300-01-01", r#"{"text":"2300-01-01"}"#),
            (Some(r#"{"scale":{"from":1,"to":5,"low":"","high":""}}"#), "6", r#"{"text":"6"}"#),
            (Some(r#"{"number":{}}"#), "1.200", r#"{"number":1.2}"#),
            (Some(r#"{"number":{}}"#), "many", r#"{"text":"many"}"#),
            (Some(r#""yes_no""#), "TRUE", r#"{"yes_no":true}"#),
            (Some(r#""yes_no""#), "maybe", r#"{"text":"maybe"}"#),
            (Some(r#""text""#), "12", r#"{"text":"12"}"#),
            (Some(r#"{"scale":{"from":1,"to":5,"low":"","high":""}}"#), "4", r#"{"scale":4}"#),
        ] {
            check(kind, text, expected);
        }
    }
}
