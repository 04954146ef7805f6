//! What a question takes and which words it recognises.

use super::*;

#[test]
fn a_rep_reads_an_option_in_words_of_its_own_where_it_has_them() {
    let check = |json: &str, visitor: &str, rep: &str| {
        let option: Choice = serde_json::from_str(json).unwrap();
        assert_eq!([Face::Visitor, Face::Rep].map(|face| option.wording(face)), [visitor, rep]);
    };
    check(r#"{"id":"self","title":"I do","rep_title":"The contact"}"#, "I do", "The contact");
    check(r#"{"id":"group","title":"A group"}"#, "A group", "A group");
}

#[test]
fn an_answer_is_of_its_question_s_kind_and_within_its_limits() {
    const COUNT: &str = r#"{"number":{"limits":{"from":1},"bands":[
        {"title":"1-9","range":{"from":1,"to":9}},{"title":"10+","range":{"from":10}}]}}"#;
    let check = |kind: &str, value: &str, expected: bool| {
        let json = format!(r#"{{"id":"q","section":"s","title":"Q","kind":{kind}}}"#);
        let question: Question = serde_json::from_str(&json).unwrap();
        let value: Value = serde_json::from_str(value).unwrap();
        assert_eq!(question.accepts(&value), expected, "{kind} {value:?}");
    };
    for (number, expected) in [("1", true), ("1.5", false), ("0", false), ("-5", false)] {
        check(COUNT, &format!(r#"{{"number":{number}}}"#), expected);
    }
    check(r#"{"number":{}}"#, r#"{"number":1.5}"#, true);
    check(COUNT, r#"{"band":{"from":0,"to":9}}"#, true);
    check(COUNT, r#"{"band":{"below":1}}"#, false);
    check(COUNT, r#"{"text":"about 50"}"#, false);
    check(r#""money""#, r#"{"money":{"minor":-1,"currency":"EUR"}}"#, false);
    check(r#"{"scale":{"from":1,"to":5,"low":"","high":""}}"#, r#"{"scale":6}"#, false);
}

#[test]
fn a_file_s_words_are_recognised_by_id_wording_and_synonym() {
    let question: Question = serde_json::from_str(
        r#"{"id":"industry","section":"o","title":"Industry","kind":{"choice":{"options":[
            {"id":"technology","title":"Technology","rep_title":"They build it",
                "synonyms":["tech","IT"]},
            {"id":"retail","title":"Retail"}]}}}"#,
    )
    .unwrap();
    for (text, expected) in [
        ("Technology", Some("technology")),
        (" it ", Some("technology")),
        ("they build it", Some("technology")),
        ("RETAIL", Some("retail")),
        ("technolgy", None),
        ("", None),
    ] {
        assert_eq!(question.recognise(text).map(OptionId::as_str), expected, "{text}");
    }
}

#[test]
fn a_kind_s_word_is_that_of_the_file() {
    for kind in [
        r#"{"choice":{"options":[]}}"#,
        r#"{"several":{"options":[]}}"#,
        r#""yes_no""#,
        r#"{"number":{}}"#,
        r#""money""#,
        r#"{"scale":{"from":1,"to":2,"low":"L","high":"H"}}"#,
        r#""text""#,
        r#""date""#,
    ] {
        let read: QuestionKind = serde_json::from_str(kind).unwrap();
        let word = kind.split('"').nth(1);
        assert_eq!(word, Some(read.key()), "{kind}");
    }
}
