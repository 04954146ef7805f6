//! Who the demo is about: people and organisations that do not exist, at addresses that never
//! will (`.example` is reserved).

use crate::domain::event::{Author, Field};
use crate::domain::ids::AuthorId;
use std::collections::BTreeMap;

/// An organisation with the facts it is judged by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Organisation {
    name: &'static str,
    domain: &'static str,
    /// Option id of its industry.
    pub(super) industry: &'static str,
    /// ISO country.
    pub(super) country: &'static str,
    /// People working there.
    pub(super) employees: u32,
}

/// A person at an organisation, and whose contact it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    name: &'static str,
    surname: &'static str,
    mail: &'static str,
    job: &'static str,
    /// Where this person works.
    pub(super) organisation: Organisation,
    owner: &'static str,
}

impl Person {
    /// The `n`th person, at an organisation.
    pub(super) fn new(n: usize, organisation: Organisation) -> Self {
        let (name, first) = NAMES[n % NAMES.len()];
        // A stride that shares no factor with the number of surnames meets each of them.
        let (surname, last) = SURNAMES[(n * 7 + n / NAMES.len()) % SURNAMES.len()];
        let _ = last;
        Self {
            name,
            surname,
            mail: first,
            job: JOBS[n % JOBS.len()],
            organisation,
            owner: REPS[n % REPS.len()],
        }
    }
}
