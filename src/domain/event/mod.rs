//! What can happen to a contact: one past-tense event each, with its absolute target.
//!
//! Invariant: an event says where the contact ended up, never "one further", so any subset of a
//! history folds. A kind this version does not know is kept as it came.

mod engaged;
mod facts;
mod field;
mod handoff;
mod imported;
mod moves;
mod people;
mod purchase;
mod touch;

pub use engaged::{Engaged, EngagementKind};
pub use facts::{
    AmountSet, Answered, CloseExpected, Consented, Created, MergedInto, NotTheSame, Retracted,
    TaskDone, TaskSet,
};
pub use field::{Field, FieldSet};
pub use handoff::{Accepted, HandedOver, SentBack};
pub use imported::{EndKind, Imported, UNTOLD};
pub use moves::{
    Advanced, Basis, Disqualified, Lost, Nurtured, Overrode, PlaybookRef, Reopened, Returned, Won,
};
pub use people::{DecisionRole, StakeholderAdded};
pub use purchase::{EarlierPurchase, NextPurchase};
pub use touch::{Direction, TouchKind, Touched};

use super::ids::{AuthorId, BatchId, EventId};
use super::when::When;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// One event of a contact's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Author {
    /// Random, made once per browser.
    pub id: AuthorId,
    /// As typed once.
    pub name: String,
}

/// The name of a kind, borrowed where it stands in the text: there is one in every event.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

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
                let Name(name) =
                    map.next_key()?.ok_or_else(|| A::Error::custom("an event without a kind"))?;
                let kind = match &*name {
                    $($name => EventKind::$kind(map.next_value()?),)*
                    _ => EventKind::Unknown(name.into_owned(), map.next_value()?),
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

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for EventKind {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "EventKind".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut kinds = serde_json::Map::new();
                $(kinds.insert($name.into(), generator.subschema_for::<$kind>().to_value());)*
                schemars::json_schema!({
                    "description": "What happened: its kind is the only key. A kind that is not \
                                    listed here is kept as it came.",
                    "type": "object",
                    "properties": kinds,
                    "minProperties": 1,
                    "maxProperties": 1,
                })
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
    /// The contact did something by itself.
    Engaged = "engaged",
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
    /// Agreed to be kept and written to, or took that back.
    Consented = "consented",
    /// Handed over to somebody.
    HandedOver = "handed_over",
    /// A handoff was accepted.
    Accepted = "accepted",
    /// A handoff was sent back.
    SentBack = "sent_back",
    /// A row of a file, with all its dated history.
    Imported = "imported",
    /// A user action was taken back.
    Retracted = "retracted",
    /// This contact is the next purchase after another.
    EarlierPurchase = "earlier_purchase",
    /// A next purchase was started after this one.
    NextPurchase = "next_purchase",
    /// This contact is the same as another; that one goes on.
    MergedInto = "merged_into",
    /// This contact and another are not the same, however alike they look.
    NotTheSame = "not_the_same",
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
