//! Generators of arbitrary values, days and JSON.
//!
//! Generated numbers are multiples of an eighth and moments are whole milliseconds: what people and
//! files record, and what JSON carries exactly.

use super::pack;
use super::story::position;
use chrono::{DateTime, Days, NaiveDate};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use ripen::domain::answer::Evidence;
use ripen::domain::ids::QuestionId;
use ripen::domain::money::{Currency, Money};
use ripen::domain::position::Position;
use ripen::domain::range::Range;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;

/// Short text, empty and non-ASCII included.
pub(crate) fn words() -> impl Strategy<Value = String> {
    "[a-z é☂\"\\\\]{0,8}"
}

/// A day this app works with.
pub(crate) fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..84_000).prop_map(|days| NaiveDate::default() + Days::new(days))
}

/// A moment or a day this app works with.
pub(crate) fn any_when() -> impl Strategy<Value = When> {
    let instant = (0_i64..7_000_000_000_000).prop_map(|millis| {
        When::Instant(DateTime::from_timestamp_millis(millis).expect("in reach"))
    });
    prop_oneof![instant, any_day().prop_map(When::Day)]
}

pub(super) fn any_number() -> impl Strategy<Value = f64> {
    (-8_000_i32..80_000).prop_map(|eighths| f64::from(eighths) / 8.0)
}

pub(super) fn any_end() -> impl Strategy<Value = Option<f64>> {
    option::of((-3_i8..=3).prop_map(f64::from))
}

/// A range with small whole ends of any sort, empty ranges included.
pub(crate) fn any_range() -> impl Strategy<Value = Range> {
    (any_end(), any_end(), any_end(), any_end()).prop_map(|(from, above, to, below)| Range {
        from,
        above,
        to,
        below,
    })
}

pub(super) fn any_money() -> impl Strategy<Value = Money> {
    (any::<i64>(), select(vec![Currency::USD, Currency::EUR]))
        .prop_map(|(minor, currency)| Money { minor, currency })
}

pub(super) fn any_option() -> impl Strategy<Value = String> {
    select(vec!["a", "b", "c", "self", "group", "first", "retail"]).prop_map(str::to_owned)
}

/// A value of any kind.
pub(crate) fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any_option().prop_map(|id| Value::Choice(id.as_str().into())),
        vec(any_option(), 0..3)
            .prop_map(|ids| Value::Several(ids.iter().map(|id| id.as_str().into()).collect())),
        any::<bool>().prop_map(Value::YesNo),
        any_number().prop_map(|n| Value::Number(Number::new(n).expect("finite"))),
        any_range().prop_map(Value::Band),
        any_money().prop_map(Value::Money),
        any::<i32>().prop_map(Value::Scale),
        words().prop_map(Value::Text),
        any_day().prop_map(Value::Date),
    ]
}

/// How well an answer is known.
pub(crate) fn any_evidence() -> impl Strategy<Value = Evidence> {
    select(Evidence::ALL.to_vec())
}

pub(super) fn any_question() -> impl Strategy<Value = QuestionId> {
    select(vec!["employees", "pain", "decides", "priority", "no_longer_asked"])
        .prop_map(QuestionId::from)
}

/// Any position of the pack, or a stage it does not have.
pub(crate) fn any_position() -> impl Strategy<Value = Position> {
    let unheard_of = position("opportunity/unheard_of");
    select(pack().path().into_iter().chain([unheard_of]).collect::<Vec<_>>())
}

/// JSON of any shape, small.
pub(crate) fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any_number().prop_map(serde_json::Value::from),
        words().prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            btree_map(words(), inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}
