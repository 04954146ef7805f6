//! Who matters to the decision, and as what.

use serde::{Deserialize, Serialize};

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
