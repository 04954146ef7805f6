//! What a printed report says beside the funnel: how many stand where, who is ready to advance, what
//! is due next.
//!
//! Refuses to put it into words. Invariant: every contact is counted once.

use super::find::{Query, find};
use super::route::Listing;
use super::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::domain::position::{Level, Standing};
use chrono::{NaiveDate, TimeZone};

/// What a report says of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// For each level, lowest first, how many are active, nurturing, disqualified and lost.
    pub levels: [[usize; 4]; 4],
    /// Those who are ready to advance.
    pub ready: Vec<ContactId>,
    /// Those with a next step, the one due first first.
    pub due: Vec<ContactId>,
}

impl Report {
    /// The report of a workspace.
    pub fn of<Z: TimeZone>(workspace: &Workspace, today: NaiveDate, zone: &Z) -> Self {
        let mut levels = [[0; 4]; 4];
        let mut due: Vec<(NaiveDate, ContactId)> = Vec::new();
        for contact in workspace.contacts() {
            levels[place(contact.level())][column(contact)] += 1;
            if let Some(task) = contact.task.as_ref().filter(|_| !contact.has_ended()) {
                due.push((task.due, contact.id));
            }
        }
        due.sort_unstable();
        let query: Query = Listing::ready().query(&workspace.playbook, today);
        let ready = find(workspace, &query, zone);
        Self { levels, ready, due: due.into_iter().map(|(_, id)| id).collect() }
    }
}

fn place(level: Level) -> usize {
    match level {
        Level::Lead => 0,
        Level::Prospect => 1,
        Level::Opportunity => 2,
        Level::Customer => 3,
    }
}

fn column(contact: &Contact) -> usize {
    match contact.standing {
        Standing::Active => 0,
        Standing::Nurturing { .. } => 1,
        Standing::Disqualified { .. } => 2,
        Standing::Lost { .. } => 3,
    }
}
