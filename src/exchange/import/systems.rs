//! Which system the ids of a table are of, told by its headers and by how they look.
//!
//! Refuses to know contacts. Invariant: what tells no system is of none; ids of two systems, or of
//! people and deals in one that counts each by itself, are never taken for one.

use super::stages::Kind;
use super::words::bare;
use crate::domain::ids::SystemId;
use crate::exchange::csv::Table;

/// A system whose files come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// HubSpot.
    HubSpot,
    /// Pipedrive.
    Pipedrive,
    /// Salesforce.
    Salesforce,
    /// Zoho.
    Zoho,
}

/// Ids that are looked at.
const LOOKED_AT: usize = 20;
/// The headers of HubSpot's own ids.
const HUBSPOT: [&str; 5] =
    ["recordid", "hsobjectid", "recordidcontact", "recordiddeal", "dealrecordid"];

impl System {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::HubSpot, Self::Pipedrive, Self::Salesforce, Self::Zoho];

    /// The system of a table's ids, by its column of ids; none where nothing tells it.
    pub(super) fn guess(table: &Table, column: usize) -> Option<Self> {
        let header = table.headers.get(column)?;
        let ids = table.rows.iter().map(|row| row.cell(column)).filter(|id| !id.is_empty());
        let ids: Vec<_> = ids.take(LOOKED_AT).collect();
        let all = |is: fn(&str) -> bool| !ids.is_empty() && ids.iter().all(|id| is(id));
        if all(is_salesforce) {
            return Some(Self::Salesforce);
        }
        if all(|id| id.starts_with("zcrm_")) {
            return Some(Self::Zoho);
        }
        let numbers = all(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
        // Pipedrive writes what a column is of before its name: `Deal - ID`, `Person - Name`.
        let is_pipedrive = header
            .split_once(" - ")
            .is_some_and(|(of, id)| ["Deal", "Person", "Lead"].contains(&of) && bare(id) == "id");
        match () {
            () if is_pipedrive => Some(Self::Pipedrive),
            () if numbers && HUBSPOT.contains(&bare(header).as_str()) => Some(Self::HubSpot),
            () => None,
        }
    }

    /// What its ids are recorded as being of. People and deals have the same numbers in two of them.
    pub(super) fn id(self, kind: Kind) -> SystemId {
        SystemId::new(match (self, kind) {
            (Self::HubSpot, Kind::Contacts) => "hubspot",
            (Self::HubSpot, Kind::Deals) => "hubspot_deals",
            (Self::Pipedrive, Kind::Contacts) => "pipedrive",
            (Self::Pipedrive, Kind::Deals) => "pipedrive_deals",
            (Self::Salesforce, _) => "salesforce",
            (Self::Zoho, _) => "zoho",
        })
    }
}

/// Fifteen or eighteen letters and digits, of which the first three say what it is: `00Q…` is a lead.
fn is_salesforce(id: &str) -> bool {
    let is_plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain
        && matches!(id.len(), 15 | 18)
        && id.starts_with("00")
        && !id.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::import::fixtures::table;

    #[test]
    fn files_tell_whose_ids_they_hold() {
        for (file, expected) in [
            ("Record ID,Email\n101,a@x.example", Some(System::HubSpot)),
            ("Record ID - Contact,Email\n101,a@x.example", Some(System::HubSpot)),
            ("Record Id,Email\nzcrm_5725767000000487001,a@x.example", Some(System::Zoho)),
            ("Record ID,Email\nA-7,a@x.example", None),
            ("Lead ID,Email\n00Q5g00000AbCdEEAV,a@x.example", Some(System::Salesforce)),
            ("Id,Email\n0035g00000XyZ1a,a@x.example", Some(System::Salesforce)),
            ("Id,Email\n003512345678901,a@x.example", None),
            ("Deal - ID,Deal - Title\n7,Roof", Some(System::Pipedrive)),
            ("Person - ID,Person - Name\n7,Ann", Some(System::Pipedrive)),
            ("ID,Name\n7,Ann", None),
            ("id,Name\n,Ann", None),
        ] {
            assert_eq!(System::guess(&table(file), 0), expected, "{file}");
        }
    }
}
