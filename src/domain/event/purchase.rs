//! One purchase after another: each is a contact of its own, and they know each other.

use crate::domain::ids::ContactId;
use serde::{Deserialize, Serialize};

/// This contact is the next purchase after another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EarlierPurchase {
    /// The one before.
    pub contact: ContactId,
}

/// A next purchase was started after this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextPurchase {
    /// The one that follows.
    pub contact: ContactId,
}
