//! Who is ready to advance: everything the next gate asks for is on record, and a person has only to
//! agree. And how many stand further than their evidence reaches.
//!
//! Refuses to move anybody. Invariant: whoever is listed here as ready, a move up is not refused.

use super::learn::lookout::Lookout;
use super::learn::missteps::MisstepKind;
use super::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Gate;
use crate::domain::position::Standing;
use crate::domain::rules::Rules;
use chrono::{NaiveDate, TimeZone};

/// A playbook, ready to look for those who are ready.
#[derive(Debug)]
pub struct Ripe<'a> {
    rules: &'a Rules<'a>,
    gates: Vec<Gate<'a>>,
    today: NaiveDate,
}

impl<'a> Ripe<'a> {
    /// Gets ready. `today` is the day where the person is.
    pub fn new(rules: &'a Rules<'a>, today: NaiveDate) -> Self {
        Self { rules, gates: rules.playbook.gates(), today }
    }

    /// Whether the next gate of a contact is passed. One that waits for a day is looked at when it is
    /// due back.
    pub fn is_ready(&self, contact: &Contact) -> bool {
        let standing = &contact.standing;
        let worked_on = *standing == Standing::Active || standing.is_due_back(self.today);
        let gate = self.gates.get(self.rules.playbook.rank(&contact.position));
        gate.filter(|_| worked_on).is_some_and(|gate| {
            let facts = Facts::new(self.rules, &contact.answers, Reading::AsRequired, self.today);
            gate.criteria.iter().all(|id| facts.criterion(id) == Outcome::Met)
        })
    }
}

/// How many contacts are where a person should look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Ready to advance.
    pub ready: usize,
    /// Further than their evidence reaches.
    pub ahead: usize,
}

/// Counts a workspace. `today` is the day in `zone`, where the person is.
pub fn counts<Z: TimeZone>(workspace: &Workspace, today: NaiveDate, zone: &Z) -> Counts {
    let rules = Rules::of(&workspace.playbook);
    let (ripe, lookout) = (Ripe::new(&rules, today), Lookout::new(&rules, today, zone));
    let mut counts = Counts::default();
    for contact in workspace.contacts() {
        counts.ready += usize::from(ripe.is_ready(contact));
        let ahead = lookout.look(contact).shows(MisstepKind::AheadOfEvidence);
        counts.ahead += usize::from(ahead);
    }
    counts
}
