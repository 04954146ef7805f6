//! What a form shows of an answer and reads back; what it cannot read.

use super::*;
use crate::domain::playbook::question::Accept;
use crate::domain::value::Number;

fn question(kind: &str) -> Question {
    let json = format!(r#"{{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{kind}}}"#);
    serde_json::from_str(&json).unwrap()
}

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

const CHOICE: &str = r#"{"choice":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#;
const SEVERAL: &str = r#"{"several":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#;
const NUMBER: &str = r#"{"number":{"unit":"people","limits":{"from":0,"to":5000},
    "bands":[{"title":"1–9","range":{"from":1,"to":9}}]}}"#;
const COUNT: &str = r#"{"number":{"bands":[{"title":"1–9","range":{"from":1,"to":9}},
    {"title":"10 or more","range":{"from":10}}]}}"#;
const SCALE: &str = r#"{"scale":{"from":1,"to":5,"low":"low","high":"high"}}"#;

#[test]
fn every_kind_of_answer_comes_back_from_its_form() {
    for (kind, value) in [
        (CHOICE, r#"{"choice":"b"}"#),
        (SEVERAL, r#"{"several":["a","b"]}"#),
        (r#""yes_no""#, r#"{"yes_no":true}"#),
        (r#""yes_no""#, r#"{"yes_no":false}"#),
        (NUMBER, r#"{"number":240}"#),
        (NUMBER, r#"{"number":1.5}"#),
        (NUMBER, r#"{"band":{"from":1,"to":9}}"#),
        (COUNT, r#"{"number":12}"#),
        (r#""money""#, r#"{"money":{"minor":123450,"currency":"USD"}}"#),
        (SCALE, r#"{"scale":4}"#),
        (r#""text""#, r#"{"text":"Rooms are booked twice"}"#),
        (r#""date""#, r#"{"date":"2026-11-21"}"#),
    ] {
        let (question, value) = (question(kind), serde_json::from_str::<Value>(value).unwrap());
        let entry = Entry::of(&question, true, Some(&value), |number| number.to_string());
        assert_eq!(entry.read(&question, Currency::USD, today()), Ok(Some(value)), "{kind}");
    }
}

#[test]
fn nothing_is_no_answer_unless_it_may_be() {
    let mut question = question(r#""text""#);
    let mut entry = Entry::default();
    assert_eq!(entry.read(&question, Currency::USD, today()), Err(EntryProblem::Nothing));
    entry.dont_know(true);
    assert_eq!(entry.read(&question, Currency::USD, today()), Ok(None));
    entry.write("   ".to_owned());
    assert_eq!(entry.read(&question, Currency::USD, today()), Err(EntryProblem::Nothing));
    question.optional = true;
    assert_eq!(entry.read(&question, Currency::USD, today()), Ok(None));
}

#[test]
fn not_knowing_excludes_everything_else_and_the_other_way_round() {
    let mut entry = Entry::default();
    entry.tick(1, true);
    entry.tick(0, true);
    assert_eq!(entry.chosen, [0, 1]);
    entry.dont_know(true);
    assert_eq!(entry, Entry { unknown: true, ..Entry::default() });
    entry.tick(1, true);
    assert_eq!(entry, Entry { chosen: vec![1], ..Entry::default() });
    entry.write("7".to_owned());
    assert_eq!(entry, Entry { text: "7".to_owned(), ..Entry::default() });
    entry.choose(0);
    assert_eq!(entry, Entry { chosen: vec![0], ..Entry::default() });
}

#[test]
fn what_cannot_be_read_says_why() {
    let check = |kind: &str, text: &str, expected: EntryProblem| {
        let mut entry = Entry::default();
        entry.write(text.to_owned());
        assert_eq!(entry.read(&question(kind), Currency::USD, today()), Err(expected), "{text}");
    };
    let limits = Range { from: Some(0.0), to: Some(5000.0), ..Range::default() };
    check(COUNT, "1.5", EntryProblem::NotWhole);
    check(COUNT, "1,5", EntryProblem::NotWhole);
    check(NUMBER, "about 24O", EntryProblem::NotANumber);
    check(NUMBER, "-3", EntryProblem::OutOfRange(limits));
    check(NUMBER, &"9".repeat(30), EntryProblem::OutOfRange(limits));
    check(r#""money""#, "a lot", EntryProblem::NotMoney);
    check(r#""money""#, "€ 500", EntryProblem::OtherCurrency(Currency::EUR));
    check(r#""date""#, "1969-12-31", EntryProblem::NotADay);
    check(r#""date""#, "soon", EntryProblem::NotADay);
    check(r#""text""#, &"x".repeat(TEXT_CHARS + 1), EntryProblem::TooLong);
}

#[test]
fn what_the_playbook_does_not_take_is_told_in_its_words() {
    let mut question = question(r#""text""#);
    let message = "Write at least three letters".to_owned();
    let is = serde_json::from_str(r#"{"length":{"from":3}}"#).unwrap();
    question.accept = Some(Accept { is, message: message.clone() });
    let check = |typed: &str, expected: Result<Option<Value>, EntryProblem>| {
        let mut entry = Entry::default();
        entry.write(typed.to_owned());
        assert_eq!(entry.read(&question, Currency::USD, today()), expected, "{typed}");
        entry.dont_know(true);
        assert_eq!(entry.read(&question, Currency::USD, today()), Ok(None), "not known");
    };
    check("ab ", Err(EntryProblem::NotAccepted(message)));
    check("abc", Ok(Some(Value::Text("abc".to_owned()))));
    check("", Err(EntryProblem::Nothing));
}

#[test]
fn a_unit_may_be_typed_too() {
    let mut entry = Entry::default();
    entry.write("1,240 people".to_owned());
    let value = Value::Number(Number::new(1240.0).unwrap());
    assert_eq!(entry.read(&question(NUMBER), Currency::USD, today()), Ok(Some(value)));
}
