//! What becomes known of a contact: what was answered and agreed to, what it is worth and when; what is
//! planned, taken back, and said of duplicates.

use crate::domain::answer::Evidence;
use crate::domain::ids::{BatchId, ContactId, QuestionId, SourceId};
use crate::domain::money::Money;
use crate::domain::value::Value;
use crate::domain::when::{deserialize_day, deserialize_some_day};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The contact was captured.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Created {
    /// Where it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// A question was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answered {
    /// Which one.
    pub question: QuestionId,
    /// The answer; none is "I don't know yet".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// How well it is known.
    pub evidence: Evidence,
    /// The contact's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The contact whose answer it is, where it was taken over from another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ContactId>,
}

/// The contact agreed that what it said is kept and used, or does not, or no longer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Consented {
    /// Whether it agrees.
    pub given: bool,
    /// The words it was asked in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The version of those words in the playbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
}

/// The next step, due on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskSet {
    /// The day.
    #[serde(deserialize_with = "deserialize_day")]
    pub due: NaiveDate,
    /// What to do.
    pub note: String,
}

/// The next step was done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskDone {}

/// The amount changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AmountSet {
    /// The new amount; none is "no amount", which is not zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// The expected closing day changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CloseExpected {
    /// The new day.
    #[serde(
        default,
        deserialize_with = "deserialize_some_day",
        skip_serializing_if = "Option::is_none"
    )]
    pub on: Option<NaiveDate>,
}

/// A user action was taken back, or (when the action was itself a retraction) put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Retracted {
    /// The action.
    pub batch: BatchId,
}

/// This contact and another are two, however alike they look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotTheSame {
    /// The other one.
    pub contact: ContactId,
}

/// This contact is a duplicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MergedInto {
    /// The one that goes on.
    pub contact: ContactId,
}
