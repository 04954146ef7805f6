//! What becomes known of a contact: who it is, what was answered, how one was in touch, what a file
//! says; and what is planned or taken back.

use crate::domain::answer::Evidence;
use crate::domain::ids::{BatchId, ContactId, QuestionId, ReasonId, SourceId, SystemId};
use crate::domain::money::Money;
use crate::domain::position::Position;
use crate::domain::value::Value;
use crate::domain::when::{
    deserialize_dated, deserialize_day, deserialize_some_dated, deserialize_some_day,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// How a rep was in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The rep.
    Outbound,
    /// The contact.
    Inbound,
}

/// A rep was in touch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// A field of a contact that is plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Every field, in the order it is shown.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::JobTitle,
        Self::Email,
        Self::Phone,
        Self::Source,
        Self::Owner,
    ];

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldSet {
    /// Which one.
    pub field: Field,
    /// The new value; none empties it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

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

/// What somebody is to the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DecisionRole {
    /// Makes the final decision.
    Decider,
    /// Makes it together with others.
    CoDecider,
    /// Has a say in it.
    Influencer,
    /// Speaks for us inside.
    Champion,
    /// Would use it.
    User,
    /// Can stop it.
    Blocker,
}

impl DecisionRole {
    /// All roles, those that decide first.
    pub const ALL: [Self; 6] = [
        Self::Decider,
        Self::CoDecider,
        Self::Influencer,
        Self::Champion,
        Self::User,
        Self::Blocker,
    ];

    /// Whether it is the final buying decision's.
    pub fn decides(self) -> bool {
        matches!(self, Self::Decider | Self::CoDecider)
    }
}

/// Somebody else who matters; of one name, the last one counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StakeholderAdded {
    /// The person's name.
    pub name: String,
    /// Whether this person makes the final buying decision.
    pub decides: bool,
    /// The person's job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    /// What the person is to the decision, where more is known.
    #[serde(default, rename = "part", skip_serializing_if = "Option::is_none")]
    pub role: Option<DecisionRole>,
}

/// How an imported journey ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// A customer.
    Won,
    /// Went elsewhere or nowhere.
    Lost,
    /// Unsuitable.
    Disqualified,
}

/// The reason of an end that a file tells without saying why.
pub const UNTOLD: &str = "imported";

/// One row of a file. Positions before the first one listed were not observed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Imported {
    /// The row's own id in the system it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The system that id is of, where the file told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<SystemId>,
    /// Fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::domain::schema::Fields"))]
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
    /// Why it was lost or disqualified, where the row says so in words of the playbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReasonId>,
    /// The amount, where the row has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Everything else in the row, by column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
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
