//! The histories of a workspace, with what is known of all of them together without looking at each.
//!
//! Refuses to know actions and merging. Invariant: what is counted follows from the records held.

use crate::app::record::Record;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use std::collections::BTreeMap;

/// Records by their contact. A record is large, so it has a place of its own and only its address moves.
#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    by_id: BTreeMap<ContactId, Box<Record>>,
    contacts: usize,
    endings: u64,
}

impl Records {
    pub(super) fn get(&self, id: ContactId) -> Option<&Record> {
        self.by_id.get(&id).map(Box::as_ref)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (ContactId, &Record)> {
        self.by_id.iter().map(|(id, record)| (*id, record.as_ref()))
    }

    /// Every contact, merged ones left out.
    pub(super) fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.by_id.values().filter_map(|record| goes_on(record))
    }

    /// How many contacts there are, merged ones left out.
    pub(super) fn count(&self) -> usize {
        self.contacts
    }

    /// Another number after every change of a contact whose journey is over, or was before.
    pub(super) fn endings(&self) -> u64 {
        self.endings
    }

    /// Puts a record in its place; gives the one that was there.
    pub(super) fn put(&mut self, id: ContactId, record: Box<Record>) -> Option<Box<Record>> {
        if let Some(contact) = goes_on(&record) {
            self.contacts += 1;
            self.endings += u64::from(contact.ended.is_some());
        }
        let before = self.by_id.insert(id, record);
        self.uncount(before.as_deref());
        before
    }

    /// Takes a record out.
    pub(super) fn take(&mut self, id: ContactId) -> Option<Box<Record>> {
        let taken = self.by_id.remove(&id);
        self.uncount(taken.as_deref());
        taken
    }

    fn uncount(&mut self, gone: Option<&Record>) {
        if let Some(contact) = gone.and_then(goes_on) {
            self.contacts -= 1;
            self.endings += u64::from(contact.ended.is_some());
        }
    }
}

fn goes_on(record: &Record) -> Option<&Contact> {
    record.contact.as_ref().filter(|contact| contact.merged_into.is_none())
}
