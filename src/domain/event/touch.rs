//! How one was in touch with a contact.

use crate::domain::when::deserialize_day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
