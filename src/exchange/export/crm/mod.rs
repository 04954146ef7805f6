//! The files that HubSpot, Salesforce and Pipedrive take in.
//!
//! Owns which files each of them gets, who goes into which, and what keeps a row out. Refuses to
//! guess what an importer insists on: a row without it is left out and counted with its reason.
//! Invariant: every contact a file is for is in it once, joined with another row, or counted.

mod common;
mod hubspot;
mod pipedrive;
mod salesforce;
mod stages;

pub use stages::{CrmStage, stages, usual};

use crate::app::crm::Crm;
use crate::domain::contact::Contact;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use chrono::TimeZone;
use std::collections::BTreeMap;

/// One file of a CRM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum File {
    /// HubSpot: people.
    Contacts,
    /// HubSpot: the organisations of all contacts.
    Companies,
    /// HubSpot and Pipedrive: opportunities, won and lost ones too.
    Deals,
    /// Salesforce and Pipedrive: leads and prospects.
    Leads,
    /// Salesforce: opportunities, won and lost ones too.
    Opportunities,
    /// Pipedrive: people.
    People,
    /// Pipedrive: the organisations of all contacts.
    Organisations,
}

/// The files a CRM gets, in the order it takes them in.
pub fn files(crm: Crm) -> &'static [File] {
    match crm {
        Crm::HubSpot => &[File::Companies, File::Contacts, File::Deals],
        Crm::Salesforce => &[File::Leads, File::Opportunities],
        Crm::Pipedrive => &[File::Organisations, File::People, File::Deals, File::Leads],
    }
}

/// Why a contact has no row of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Left {
    /// Neither a name nor an e-mail address.
    NoName,
    /// No name to take a last name from.
    NoLastName,
    /// No organisation.
    NoOrganisation,
    /// Nothing a deal could be called by.
    NoTitle,
    /// Neither a day it closed nor one it is expected to.
    NoClosingDay,
    /// It has ended, and the CRM takes only what goes on.
    Ended,
    /// Another row is the same person or organisation; this one filled its gaps.
    Joined,
}

/// What a file is made by.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// For whom.
    pub crm: Crm,
    /// Which file.
    pub file: File,
    /// The playbook that judges.
    pub playbook: &'a Playbook,
    /// For each stage in use the place of the CRM's stage in [`stages`].
    pub stages: &'a [usize],
}

/// A row, under a key that the same person or organisation has again.
struct Row {
    key: Option<String>,
    cells: Vec<String>,
    /// How many cells at the beginning are one name.
    name: usize,
}

/// A file being made.
#[derive(Debug)]
pub struct Draft<'a, Z> {
    job: Job<'a>,
    zone: Z,
    rows: Vec<(Level, Vec<String>)>,
    places: BTreeMap<String, usize>,
    left: BTreeMap<Left, usize>,
}

/// A file as it is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The CRM's own names of the columns.
    pub header: &'static [&'static str],
    /// The rows below.
    pub rows: Vec<Vec<String>>,
    /// How many contacts have no row of their own, by reason.
    pub left: Vec<(Left, usize)>,
}

impl<'a, Z: TimeZone> Draft<'a, Z> {
    /// An empty file, with days as they are in `zone`.
    pub fn new(job: Job<'a>, zone: Z) -> Self {
        let (places, left) = (BTreeMap::new(), BTreeMap::new());
        Self { job, zone, rows: Vec::new(), places, left }
    }

    /// Adds a contact, where the file is for it.
    pub fn add(&mut self, contact: &Contact) {
        let (job, zone) = (&self.job, &self.zone);
        let row = match job.crm {
            Crm::HubSpot => hubspot::row(job, contact, zone),
            Crm::Salesforce => salesforce::row(job, contact, zone),
            Crm::Pipedrive => pipedrive::row(job, contact, zone),
        };
        match row {
            None => {}
            Some(Err(why)) => self.leave(why),
            Some(Ok(row)) => self.take(contact.level(), row),
        }
    }

    /// The file.
    pub fn finish(self) -> Made {
        Made {
            header: header(self.job.crm, self.job.file),
            rows: self.rows.into_iter().map(|(_, cells)| cells).collect(),
            left: self.left.into_iter().collect(),
        }
    }

    fn leave(&mut self, why: Left) {
        *self.left.entry(why).or_default() += 1;
    }

    /// Of two rows for one, whoever stands further speaks first, the other one fills the gaps.
    fn take(&mut self, level: Level, row: Row) {
        let place = row.key.as_ref().and_then(|key| self.places.get(key)).copied();
        let Some((known, cells)) = place.and_then(|place| self.rows.get_mut(place)) else {
            if let Some(key) = row.key {
                self.places.insert(key, self.rows.len());
            }
            return self.rows.push((level, row.cells));
        };
        let mut other = row.cells;
        if level > *known {
            *known = level;
            std::mem::swap(cells, &mut other);
        }
        // Half of one name beside half of another is nobody's.
        let named = cells.iter().take(row.name).any(|cell| !cell.is_empty());
        let first = if named { row.name } else { 0 };
        for (cell, other) in cells.iter_mut().zip(other).skip(first) {
            if cell.is_empty() {
                *cell = other;
            }
        }
        self.leave(Left::Joined);
    }
}

fn header(crm: Crm, file: File) -> &'static [&'static str] {
    match crm {
        Crm::HubSpot => hubspot::header(file),
        Crm::Salesforce => salesforce::header(file),
        Crm::Pipedrive => pipedrive::header(file),
    }
}
