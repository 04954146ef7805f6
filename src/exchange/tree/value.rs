//! Answers from a tree.

use super::{Misread, Reader, Tree};
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::money::{Currency, Money};
use crate::domain::range::Range;
use crate::domain::value::{Number, Value};
use crate::domain::when::read_day;

/// Reads answers as pairs of question and value; a value of `null` is "I don't know yet".
///
/// # Errors
/// Where and why they are not of the shape expected.
pub fn answers<T: Tree>(tree: &T) -> Result<Vec<(QuestionId, Option<Value>)>, Misread> {
    let mut reader = Reader::default();
    let answers = reader.list(tree, |r, pair| {
        if pair.length() != Some(2) {
            r.expected("a pair");
            return (QuestionId::new(""), None);
        }
        let (question, answer) = (pair.item(0), pair.item(1));
        // What is unknown is `null`, which has no entry.
        let value = answer.only().and_then(|_| value(r, &answer));
        (QuestionId::new(r.text(&question)), value)
    });
    reader.finish(answers)
}

fn value<T: Tree>(r: &mut Reader, tree: &T) -> Option<Value> {
    let (kind, of) = r.enter_only(tree, "an answer")?;
    let value = match &*kind {
        "choice" => Some(Value::Choice(OptionId::new(r.text(&of)))),
        "several" => Some(Value::Several(r.list(&of, |r, id| OptionId::new(r.text(id))))),
        "yes_no" => Some(Value::YesNo(r.truth(&of))),
        "number" => Number::new(r.number(&of)).map(Value::Number),
        "band" => Some(Value::Band(range(r, &of))),
        "money" => {
            let currency = Currency::parse(&r.word(&of, "currency"));
            let minor = r.field(&of, "minor", Reader::whole);
            currency.map(|currency| Value::Money(Money { minor, currency }))
        }
        "scale" => Some(Value::Scale(r.whole(&of))),
        "text" => Some(Value::Text(r.text(&of))),
        "date" => read_day(&r.text(&of)).map(Value::Date),
        _ => None,
    };
    if value.is_none() {
        r.expected("an answer");
    }
    r.leave(of);
    value
}

/// Reads a range.
pub(super) fn range<T: Tree>(r: &mut Reader, tree: &T) -> Range {
    let mut end = |key: &str| r.maybe(tree, key, Reader::number);
    Range { from: end("from"), above: end("above"), to: end("to"), below: end("below") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_answer_is_read_as_serde_writes_it() {
        let text = r#"[["a",{"choice":"x"}],["b",{"several":["x","y"]}],["c",{"yes_no":false}],
            ["d",{"number":2.5}],["e",{"band":{"from":1,"below":9}}],
            ["f",{"money":{"minor":-5,"currency":"EUR"}}],["g",{"scale":-1}],["h",{"text":"t"}],
            ["i",{"date":"2026-11-21"}],["j",null]]"#;
        let expected: Vec<(QuestionId, Option<Value>)> = serde_json::from_str(text).unwrap();
        let tree: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(answers(&tree), Ok(expected));
        for wrong in
            [r#"[["a"]]"#, r#"[["a",{"sum":1}]]"#, r#"[["a",{"date":"2026-13-01"}]]"#, "{}"]
        {
            assert!(answers(&serde_json::from_str::<serde_json::Value>(wrong).unwrap()).is_err());
        }
    }
}
