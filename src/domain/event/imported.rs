//! What a row of a file says of a contact.

use super::Field;
use crate::domain::ids::{QuestionId, ReasonId, SystemId};
use crate::domain::money::Money;
use crate::domain::position::Position;
use crate::domain::value::Value;
use crate::domain::when::{deserialize_dated, deserialize_some_dated};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Whether the row names no stage: its position stands for the level alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stage_untold: bool,
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
