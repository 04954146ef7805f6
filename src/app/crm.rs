//! The systems for customer relations that contacts can be taken to.
//!
//! Refuses to know their files and their names on screen. Invariant: each is listed once.

/// A system for customer relations whose files Ripen writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Crm {
    /// HubSpot.
    HubSpot,
    /// Salesforce.
    Salesforce,
    /// Pipedrive.
    Pipedrive,
}

impl Crm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::HubSpot, Self::Salesforce, Self::Pipedrive];
}
