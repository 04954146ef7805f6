//! Moves of a contact: up, back, aside, to an end, and taken up again.
//!
//! Invariant: a move up and an end keep what they were judged by.

use crate::domain::ids::{CriterionId, PlaybookId, ReasonId};
use crate::domain::outcome::Outcome;
use crate::domain::position::Position;
use crate::domain::when::deserialize_day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a move was judged by: the playbook's version and the verdicts of that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Basis {
    /// The playbook.
    pub playbook: PlaybookRef,
    /// Each criterion of the gates between, with its outcome.
    pub criteria: Vec<(CriterionId, Outcome)>,
}

/// A playbook in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaybookRef {
    /// Its id.
    pub id: PlaybookId,
    /// Its version, counted from 1.
    pub version: u32,
}

/// Moved up with every gate passed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advanced {
    /// Where to.
    pub to: Position,
    /// What it was judged by.
    pub basis: Basis,
}

/// Moved up against the playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Returned {
    /// Where to.
    pub to: Position,
    /// The written reason.
    pub reason: String,
}

/// Set aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disqualified {
    /// Why.
    pub reason: ReasonId,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The deal was lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lost {
    /// Why.
    pub reason: ReasonId,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The deal was won.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Won {
    /// What it was judged by.
    pub basis: Basis,
    /// The written reason, where exit criteria were not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Taken up again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reopened {
    /// Where it goes on.
    pub to: Position,
}
