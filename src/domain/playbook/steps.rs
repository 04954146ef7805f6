//! Sections, gates, stages, and what to do and to reach at each position.
//!
//! Owns the file's shape of these. Refuses to judge.

use super::market::Content;
use super::retired::Retired;
use crate::domain::ids::{CriterionId, SectionId, StageId};
use serde::{Deserialize, Serialize};

/// A group of questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its id. The section `organisation` holds what is the same for everybody at an organisation.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
}

/// The criteria of the two gates below Opportunity, in the order they are asked and shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gates {
    /// Lead → Prospect.
    pub prospect: Vec<CriterionId>,
    /// Prospect → Opportunity.
    pub opportunity: Vec<CriterionId>,
}

/// A step inside Opportunity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Its name.
    pub title: String,
    /// What it means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Its exit criteria: what it takes to leave it upwards.
    pub exit: Vec<CriterionId>,
    /// What to do and to reach here.
    #[serde(default, skip_serializing_if = "Guide::is_empty")]
    pub guide: Guide,
    /// Set where contacts enter it no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Retired<StageId>>,
}

/// What a team does and wants to reach at a position.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Guide {
    /// What to do, step by step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guidance: Vec<String>,
    /// What success is measured by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Metric>,
    /// What to send or show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Content>,
}

impl Guide {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What success at a position is measured by, with its target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metric {
    /// What is measured.
    pub measure: Measure,
    /// What it should be: a share between 0 and 1, days, or a count.
    pub target: f64,
}

/// What can be measured at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The share that moves on, between 0 and 1; at least the target.
    Conversion,
    /// Median days in it; at most the target.
    MedianDays,
    /// How many are in it now; at least the target.
    OpenNow,
}

/// What each level means here, beside what it means everywhere, and what to do there.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Levels {
    /// Leads.
    #[serde(default, skip_serializing_if = "LevelText::is_empty")]
    pub lead: LevelText,
    /// Prospects.
    #[serde(default, skip_serializing_if = "LevelText::is_empty")]
    pub prospect: LevelText,
    /// Opportunities.
    #[serde(default, skip_serializing_if = "LevelText::is_empty")]
    pub opportunity: LevelText,
    /// Customers.
    #[serde(default, skip_serializing_if = "LevelText::is_empty")]
    pub customer: LevelText,
}

impl Levels {
    /// Whether nothing is said of any level.
    pub fn is_empty(&self) -> bool {
        let all = [&self.lead, &self.prospect, &self.opportunity, &self.customer];
        all.into_iter().all(LevelText::is_empty)
    }
}

/// What one level means here and what to do there.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelText {
    /// What it means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// What to do and to reach.
    #[serde(default, skip_serializing_if = "Guide::is_empty")]
    pub guide: Guide,
}

impl LevelText {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
