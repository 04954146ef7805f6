//! Ids that are no longer used, and what stands in their place.
//!
//! Invariant: an id is never changed or reused, since histories name it; it is retired.

use serde::{Deserialize, Serialize};

/// Marks a question, an option or a stage as no longer used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Retired{I}"))]
pub struct Retired<I> {
    /// What stands in its place; what is on record under the old id counts for that one.
    #[serde(default = "nothing::<I>", skip_serializing_if = "Option::is_none")]
    pub becomes: Option<I>,
}

fn nothing<I>() -> Option<I> {
    None
}
