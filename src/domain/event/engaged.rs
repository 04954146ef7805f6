//! What a contact did by itself, such as a download: engagement, which is no touch.

use crate::domain::when::deserialize_day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a contact did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EngagementKind {
    /// Downloaded something.
    Download,
    /// Signed up, or filled in a form.
    SignUp,
    /// Attended an event, such as a webinar.
    Attended,
    /// Visited the website.
    Visit,
}

impl EngagementKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Download, Self::SignUp, Self::Attended, Self::Visit];
}

/// A contact did something by itself. It shows some interest, and nobody was in touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Engaged {
    /// What.
    pub kind: EngagementKind,
    /// The day of it.
    #[serde(deserialize_with = "deserialize_day")]
    pub on: NaiveDate,
    /// What it was about, such as the name of a paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
