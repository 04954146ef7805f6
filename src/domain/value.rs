//! What can be answered: one value for each kind of question.
//!
//! Invariant: a number is finite; text in place of a choice is kept as it was found and read
//! through the playbook's synonyms only when it is judged.

use super::ids::OptionId;
use super::money::Money;
use super::range::Range;
use super::when::deserialize_day;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Longest text there may be, in characters: an answer, a note, one in a file.
pub const TEXT_CHARS: usize = 10_000;

/// A finite number; whole numbers are written without a fraction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(f64);

impl Number {
    /// Takes a finite number.
    pub fn new(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(number))
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Serialize for Number {
    #[allow(clippy::cast_possible_truncation)]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        // Every whole number below 2^53 is exact in both forms.
        if self.0.fract() == 0.0 && self.0.abs() < 9_007_199_254_740_992.0 {
            to.serialize_i64(self.0 as i64)
        } else {
            to.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(from)?)
            .ok_or_else(|| D::Error::custom("a number must be finite"))
    }
}

/// The value of an answer.
///
/// In JSON the kind is the key: `{"choice":"retail"}`, `{"number":240}`, `{"yes_no":true}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// One option.
    Choice(OptionId),
    /// Any number of options; none is an answer too.
    Several(Vec<OptionId>),
    /// Yes is `true`.
    YesNo(bool),
    /// An exact number.
    Number(Number),
    /// A band, where the exact number was not asked or not given.
    Band(Range),
    /// An amount.
    Money(Money),
    /// A step on a scale.
    Scale(i32),
    /// Words; in place of a choice, what a file said.
    Text(String),
    /// A day.
    Date(#[serde(deserialize_with = "deserialize_day")] NaiveDate),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_the_way_out_and_back() {
        for json in [
            r#"{"choice":"retail"}"#,
            r#"{"several":["a","b"]}"#,
            r#"{"yes_no":true}"#,
            r#"{"number":240}"#,
            r#"{"number":0.5}"#,
            r#"{"band":{"from":10.0,"to":49.0}}"#,
            r#"{"money":{"minor":105400,"currency":"USD"}}"#,
            r#"{"scale":3}"#,
            r#"{"text":"technolgy"}"#,
            r#"{"date":"2026-12-01"}"#,
        ] {
            let value: Value = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
        }
    }
}
