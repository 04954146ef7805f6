//! What can happen to a contact: one past-tense event each, with its absolute target.
//!
//! Invariant: an event says where the contact ended up, never "one further", so any subset of a
//! history folds. A kind this version does not know is kept as it came.

use super::answer::Evidence;
use super::ids::{
    AuthorId, BatchId, ContactId, CriterionId, EventId, PlaybookId, QuestionId, ReasonId, SourceId,
};
use super::money::Money;
use super::position::Position;
use super::range::Outcome;
use super::value::Value;
use super::when::{
    When, deserialize_dated, deserialize_day, deserialize_some_dated, deserialize_some_day,
};
use chrono::NaiveDate;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// One event of a contact's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Orders the history.
    pub id: EventId,
    /// When it was recorded, by the recording device's clock. Feeds figures only.
    pub at: When,
    /// Who did it.
    pub by: By,
    /// The user action it belongs to.
    pub batch: BatchId,
    /// What happened.
    pub kind: EventKind,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The contact, in a wizard on a website.
    Visitor,
    /// A file.
    Import,
    /// A person in the workspace.
    Rep(Author),
}

/// The person at the keyboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Random, made once per browser.
    pub id: AuthorId,
    /// As typed once.
    pub name: String,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal),* $(,)?) => {
        /// What happened, with its particulars. In JSON the kind is the key.
        #[derive(Debug, Clone, PartialEq)]
        pub enum EventKind {
            $($(#[$doc])* $kind($kind),)*
            /// A kind of a newer version: its name and content, kept as they came.
            Unknown(String, serde_json::Value),
        }

        impl Serialize for EventKind {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let mut map = to.serialize_map(Some(1))?;
                match self {
                    $(Self::$kind(content) => map.serialize_entry($name, content)?,)*
                    Self::Unknown(name, content) => map.serialize_entry(name, content)?,
                }
                map.end()
            }
        }

        struct KindVisitor;

        impl<'de> Visitor<'de> for KindVisitor {
            type Value = EventKind;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an event with its kind as the only key")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<EventKind, A::Error> {
                let name: String =
                    map.next_key()?.ok_or_else(|| A::Error::custom("an event without a kind"))?;
                let kind = match name.as_str() {
                    $($name => EventKind::$kind(map.next_value()?),)*
                    _ => EventKind::Unknown(name, map.next_value()?),
                };
                match map.next_key::<String>()? {
                    None => Ok(kind),
                    Some(second) => {
                        Err(A::Error::custom(format_args!("a second kind, `{second}`, in one event")))
                    }
                }
            }
        }

        impl<'de> Deserialize<'de> for EventKind {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_map(KindVisitor)
            }
        }
    };
}

kinds! {
    /// The contact was captured, as a lead.
    Created = "created",
    /// A question was answered.
    Answered = "answered",
    /// Moved up: every gate between was passed.
    Advanced = "advanced",
    /// Moved up although a gate was not passed.
    Overrode = "overrode",
    /// Moved back.
    Returned = "returned",
    /// Set aside until a date.
    Nurtured = "nurtured",
    /// Ended as unsuitable.
    Disqualified = "disqualified",
    /// The deal was lost.
    Lost = "lost",
    /// The deal was won.
    Won = "won",
    /// Taken up again after an end or a pause.
    Reopened = "reopened",
    /// A rep was in touch.
    Touched = "touched",
    /// The next step was given a due date.
    TaskSet = "task_set",
    /// The next step was done.
    TaskDone = "task_done",
    /// A field changed.
    FieldSet = "field_set",
    /// The amount of the deal changed.
    AmountSet = "amount_set",
    /// The expected closing day changed.
    CloseExpected = "close_expected",
    /// Somebody else who matters was named.
    StakeholderAdded = "stakeholder_added",
    /// A row of a file, with all its dated history.
    Imported = "imported",
    /// A user action was taken back.
    Retracted = "retracted",
    /// This contact is the same as another; that one goes on.
    MergedInto = "merged_into",
}

/// The contact was captured.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Created {
    /// Where it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// A question was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
}

/// What a move was judged by: the playbook's version and the verdicts of that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The playbook.
    pub playbook: PlaybookRef,
    /// Each criterion of the gates between, with its outcome.
    pub criteria: Vec<(CriterionId, Outcome)>,
}

/// A playbook in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaybookRef {
    /// Its id.
    pub id: PlaybookId,
    /// Its version, counted from 1.
    pub version: u32,
}

/// Moved up with every gate passed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Advanced {
    /// Where to.
    pub to: Position,
    /// What it was judged by.
    pub basis: Basis,
}

/// Moved up against the playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overrode {
    /// Where to.
    pub to: Position,
    /// The written reason.
    pub reason: String,
    /// What it was judged by.
    pub basis: Basis,
}

/// Moved back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// Where to.
    pub to: Position,
    /// The written reason.
    pub reason: String,
}

/// Set aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Nurtured {
    /// The day it is due back.
    #[serde(deserialize_with = "deserialize_day")]
    pub until: NaiveDate,
    /// Why it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReasonId>,
}

/// Ended as unsuitable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Disqualified {
    /// Why.
    pub reason: ReasonId,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The deal was lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lost {
    /// Why.
    pub reason: ReasonId,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The deal was won.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Won {
    /// What it was judged by.
    pub basis: Basis,
    /// The written reason, where exit criteria were not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Taken up again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reopened {
    /// Where it goes on.
    pub to: Position,
}

/// How a rep was in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TouchKind {
    /// A call.
    Call,
    /// An e-mail.
    Email,
    /// A meeting, in person or online.
    Meeting,
    /// A message on any other channel.
    Message,
}

/// Who began it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The rep.
    Outbound,
    /// The contact.
    Inbound,
}

/// A rep was in touch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Touched {
    /// How.
    pub kind: TouchKind,
    /// Who began it.
    pub direction: Direction,
    /// The day of it.
    #[serde(deserialize_with = "deserialize_day")]
    pub on: NaiveDate,
    /// How long it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The next step, due on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskSet {
    /// The day.
    #[serde(deserialize_with = "deserialize_day")]
    pub due: NaiveDate,
    /// What to do.
    pub note: String,
}

/// The next step was done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TaskDone {}

/// A field of a contact that is plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The person's name.
    Person,
    /// The organisation's name.
    Organisation,
    /// The person's job.
    JobTitle,
    /// E-mail address.
    Email,
    /// Phone number.
    Phone,
    /// Where the contact came from, a source id of the playbook.
    Source,
    /// Whose contact it is.
    Owner,
}

impl Field {
    /// Fields with their texts; of one that is named twice, the last counts.
    ///
    /// ```
    /// use ripen::domain::event::Field;
    /// let fields = Field::map([(Field::Person, "Ann".to_owned())]);
    /// assert_eq!(fields[&Field::Person], "Ann");
    /// ```
    pub fn map(fields: impl IntoIterator<Item = (Self, String)>) -> BTreeMap<Self, String> {
        let mut map = BTreeMap::new();
        // To collect them would bring the code of a sort, for a handful.
        for (field, text) in fields {
            map.insert(field, text);
        }
        map
    }
}

/// A field changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSet {
    /// Which one.
    pub field: Field,
    /// The new value; none empties it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// The amount changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmountSet {
    /// The new amount; none is "no amount", which is not zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// The expected closing day changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseExpected {
    /// The new day.
    #[serde(
        default,
        deserialize_with = "deserialize_some_day",
        skip_serializing_if = "Option::is_none"
    )]
    pub on: Option<NaiveDate>,
}

/// Somebody else who matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StakeholderAdded {
    /// The person's name.
    pub name: String,
    /// Whether this person makes the final buying decision.
    pub decides: bool,
}

/// How an imported journey ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// A customer.
    Won,
    /// Went elsewhere or nowhere.
    Lost,
    /// Unsuitable.
    Disqualified,
}

/// One row of a file. Positions before the first one listed were not observed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Imported {
    /// The row's own id in the system it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<Field, String>,
    /// Facts as answers; they count as claimed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<QuestionId, Value>,
    /// Positions reached, in order, each with its day where the row has one.
    #[serde(
        default,
        deserialize_with = "deserialize_dated",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub positions: Vec<(Position, Option<NaiveDate>)>,
    /// How it ended, and the day where the row has one.
    #[serde(
        default,
        deserialize_with = "deserialize_some_dated",
        skip_serializing_if = "Option::is_none"
    )]
    pub end: Option<(EndKind, Option<NaiveDate>)>,
    /// The amount, where the row has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Everything else in the row, by column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
}

/// A user action was taken back, or (when the action was itself a retraction) put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retracted {
    /// The action.
    pub batch: BatchId,
}

/// This contact is a duplicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedInto {
    /// The one that goes on.
    pub contact: ContactId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_a_newer_version_is_kept_as_it_came() {
        let json = r#"{"sang":{"a":[1,2.5,null],"b":{"c":"d"}}}"#;
        let kind: EventKind = serde_json::from_str(json).unwrap();
        assert!(matches!(kind, EventKind::Unknown(..)));
        assert_eq!(serde_json::to_string(&kind).unwrap(), json);
    }

    #[test]
    fn a_known_kind_with_a_broken_body_is_an_error_not_an_unknown_kind() {
        for json in [r#"{"lost":{}}"#, r#"{"lost":3}"#, "{}", r#"{"created":{},"won":{}}"#, "7"] {
            assert!(serde_json::from_str::<EventKind>(json).is_err(), "{json}");
        }
    }
}
