//! Where a contact stands: level, stage and standing.
//!
//! Invariant: the four levels are fixed; stages belong to the playbook and exist only inside
//! Opportunity.

use super::ids::{ReasonId, StageId};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt;

/// The four levels, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Showed some interest; not qualified.
    Lead,
    /// Qualified: a good fit with someone who can decide.
    Prospect,
    /// Pain, interest and fit are there: a deal can be won.
    Opportunity,
    /// Won.
    Customer,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Prospect, Self::Opportunity, Self::Customer];
}

/// A level, with its stage where the level is Opportunity.
///
/// In JSON: `lead`, `prospect`, `opportunity/discovery`, `customer`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Position {
    /// The level Lead.
    #[default]
    Lead,
    /// The level Prospect.
    Prospect,
    /// A stage of the level Opportunity.
    Stage(StageId),
    /// The level Customer.
    Customer,
}

impl Position {
    /// The level this position is in.
    pub fn level(&self) -> Level {
        match self {
            Self::Lead => Level::Lead,
            Self::Prospect => Level::Prospect,
            Self::Stage(_) => Level::Opportunity,
            Self::Customer => Level::Customer,
        }
    }

    /// The stage, inside Opportunity.
    pub fn stage(&self) -> Option<&StageId> {
        match self {
            Self::Stage(stage) => Some(stage),
            _ => None,
        }
    }

    /// Reads the JSON form.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "lead" => Self::Lead,
            "prospect" => Self::Prospect,
            "customer" => Self::Customer,
            _ => Self::Stage(StageId::new(
                text.strip_prefix("opportunity/").filter(|s| !s.is_empty())?,
            )),
        })
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lead => f.write_str("lead"),
            Self::Prospect => f.write_str("prospect"),
            Self::Stage(stage) => write!(f, "opportunity/{stage}"),
            Self::Customer => f.write_str("customer"),
        }
    }
}

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format_args!("`{text}` is no position")))
    }
}

/// Whether anybody is working on the contact. Won is the level Customer, not a standing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// Being worked on.
    #[default]
    Active,
    /// Set aside until a date; nothing moves by itself when it comes.
    Nurturing {
        /// The day it is due back.
        until: NaiveDate,
        /// Why it waits.
        reason: Option<ReasonId>,
    },
    /// Ended as unsuitable.
    Disqualified {
        /// Why.
        reason: ReasonId,
    },
    /// A deal that went elsewhere or nowhere.
    Lost {
        /// Why.
        reason: ReasonId,
    },
}

impl Standing {
    /// Whether the journey has ended without a win.
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Disqualified { .. } | Self::Lost { .. })
    }

    /// Whether the day it was set aside until has come.
    pub fn is_due_back(&self, today: NaiveDate) -> bool {
        matches!(self, Self::Nurturing { until, .. } if *until <= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_read_as_they_are_written() {
        for text in ["lead", "prospect", "opportunity/discovery", "customer"] {
            assert_eq!(Position::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "Lead", "opportunity", "opportunity/", "stage/x"] {
            assert_eq!(Position::parse(text), None, "{text}");
        }
    }
}
