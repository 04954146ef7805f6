//! What contacts can be taken out as, and the word of each in an address.
//!
//! Invariant: every outlet has a word of its own that leads back to it.

use crate::app::crm::Crm;

/// A page to take contacts out on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outlet {
    /// As a table with the columns one chooses.
    Table,
    /// As the files of a CRM.
    Crm(Crm),
}

impl Outlet {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::Table,
        Self::Crm(Crm::HubSpot),
        Self::Crm(Crm::Salesforce),
        Self::Crm(Crm::Pipedrive),
    ];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Crm(Crm::HubSpot) => "hubspot",
            Self::Crm(Crm::Salesforce) => "salesforce",
            Self::Crm(Crm::Pipedrive) => "pipedrive",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outlet| outlet.word() == word)
    }
}
