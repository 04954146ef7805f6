//! Scores, win chance and cards: how what is known adds up.
//!
//! Owns weights and caps. Refuses to compute: see [`score`](crate::domain::score) and
//! [`chance`](crate::domain::chance).

use super::market::Intent;
use crate::domain::ids::{CardId, CriterionId};
use serde::{Deserialize, Serialize};

/// The two anchors of the win chance and the slots between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChanceModel {
    /// Chance with no slot filled, between 0 and 1.
    pub start: f64,
    /// Chance with every slot filled, between `start` and 1.
    pub complete: f64,
    /// Budget, authority, need and timeline, or what a team puts in their place.
    pub slots: Vec<Slot>,
}

/// One slot of the win chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// Its name.
    pub title: String,
    /// Filled when this criterion is met.
    pub criterion: CriterionId,
    /// Its share of the way from start to complete; equal shares when all are 1.
    #[serde(default = "one")]
    pub weight: f64,
}

fn one() -> f64 {
    1.0
}

/// The two scores of a contact: who they are, and what they want and do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scoring {
    /// Fit: weighted criteria about organisation, use and stakeholder.
    pub fit: Vec<Weight>,
    /// Readiness: groups of signals, each with a cap.
    pub readiness: Vec<Group>,
    /// The lowest scores of the grades A, B and C (1, 2 and 3 for readiness), out of 100.
    #[serde(default = "cuts")]
    pub cuts: [f64; 3],
}

fn cuts() -> [f64; 3] {
    [75.0, 50.0, 25.0]
}

/// A criterion with its weight in the fit score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Weight {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its weight, above 0.
    pub weight: f64,
}

/// Signals of readiness that count together up to a cap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Group {
    /// Its name, such as "Engagement".
    pub title: String,
    /// The most it counts, above 0.
    pub cap: f64,
    /// Days after which a signal counts half; none for what does not fade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_life: Option<f64>,
    /// What counts, and how much.
    pub signals: Vec<Signal>,
}

/// Something that counts towards readiness.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signal {
    /// What it is.
    pub is: SignalKind,
    /// Its points, above 0.
    pub points: f64,
}

/// What can count towards readiness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignalKind {
    /// A criterion that is met; its age is that of the youngest answer it reads.
    Criterion(CriterionId),
    /// The contact's source has this intent; its age is that of the contact.
    Source(Intent),
    /// The contact answered questions on a website; its age is that of the last answer.
    VisitorAnswers,
    /// Each touch the contact began; its age is its own.
    InboundTouch,
    /// Each thing the contact did by itself, such as a download; its age is its own.
    Engagement,
}

/// A card of things to know beside the gates, such as MEDDPICC. It fills no slot of the chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// Its id.
    pub id: CardId,
    /// Its name.
    pub title: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// What there is to know.
    pub items: Vec<CardItem>,
}

/// One thing to know on a card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardItem {
    /// Its name, such as "Champion".
    pub title: String,
    /// Met when it is known in full: 2 points of 2 where `partly` is given, else 1 of 1.
    pub full: CriterionId,
    /// Met when it is known in part: 1 point of 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partly: Option<CriterionId>,
}
