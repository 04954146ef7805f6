//! A contact's history with what follows from it, reckoned once so that lists need not.
//!
//! Refuses to know other contacts. Invariant: everything beside the history follows from it and from
//! what was merged into the contact.

use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::fold::fold;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;

/// A contact's history with what follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The history.
    pub log: EventLog,
    /// The contact as it stands, with what was merged into it; none when every action on it was
    /// taken back.
    pub contact: Option<Contact>,
    /// What search looks through, in lower case.
    pub haystack: String,
    /// What the list is ordered by where it goes by names; none last.
    pub name: (bool, String, String),
}

impl Record {
    /// Folds a history.
    pub fn new(id: ContactId, log: EventLog) -> Self {
        let contact = fold(id, &log);
        Self::of(log, contact)
    }

    /// With the contact as it stands, which others were merged into.
    pub(super) fn of(log: EventLog, contact: Option<Contact>) -> Self {
        let haystack = contact.as_ref().map(haystack).unwrap_or_default();
        let name = contact.as_ref().map(sort_key).unwrap_or_default();
        Self { log, contact, haystack, name }
    }
}

/// Organisation and person in lower case, after a mark for those who have neither.
fn sort_key(contact: &Contact) -> (bool, String, String) {
    let lower = |field| contact.field(field).unwrap_or_default().to_lowercase();
    let (organisation, person) = (lower(Field::Organisation), lower(Field::Person));
    (organisation.is_empty() && person.is_empty(), organisation, person)
}

/// What search looks through: fields, others who matter, external ids and imported columns, in
/// lower case; of contacts merged into it, too.
fn haystack(contact: &Contact) -> String {
    let fields = contact.fields.values();
    let others = contact.stakeholders.iter().map(|other| &other.name);
    let merged = contact.merged.iter();
    let merged = merged.flat_map(|other| other.fields.values().chain(&other.external_id));
    let words = fields.chain(others).chain(&contact.external_id).chain(contact.attributes.values());
    let words = words.chain(merged);
    words.map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n")
}
