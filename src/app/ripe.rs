//! Who is ready to advance: everything the next gate asks for is on record, and a person has only to
//! agree. And how many stand further than their evidence reaches.
//!
//! Refuses to move anybody. Invariant: whoever is ready, a move up is not refused; the list, the
//! contact's page and the wizard's result say it of the same contacts.

use super::ahead::next_position;
use super::learn::lookout::Lookout;
use super::learn::missteps::MisstepKind;
use super::workspace::Workspace;
use crate::domain::assess::{Assessment, Verdict};
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::{Gate, Playbook};
use crate::domain::position::{Position, Standing};
use crate::domain::rules::Rules;
use chrono::{NaiveDate, TimeZone};
use std::cell::LazyCell;

/// The position a contact is ready to move to, as it is assessed; none where something is missing, or
/// nobody works on it. `today` is the day where the person is.
pub fn ready(
    assessment: &Assessment,
    contact: &Contact,
    playbook: &Playbook,
    today: NaiveDate,
) -> Option<Position> {
    let passed = |rank: usize| {
        assessment.gates.get(rank).is_some_and(|gate| gate.verdict == Verdict::Passed)
    };
    let ripe = is_ripe(contact, playbook.rank(&contact.position), today, passed);
    next_position(playbook, contact).filter(|_| ripe)
}

/// Where one move can lead: the furthest position whose gates are all passed, where that is further
/// than the next one. A win is no move.
pub fn straight(
    assessment: &Assessment,
    contact: &Contact,
    playbook: &Playbook,
) -> Option<Position> {
    let path = playbook.path();
    let furthest = path.len().saturating_sub(2);
    let reached = playbook.rank(&assessment.evidenced).min(furthest);
    path.get(reached).filter(|_| reached > playbook.rank(&contact.position) + 1).cloned()
}

/// Whether a contact is worked on and the gates up to the next one, by their ranks, are passed: one
/// that stands further than its evidence is not ready for more. One that waits for a day is looked at
/// when it is due back.
fn is_ripe(
    contact: &Contact,
    rank: usize,
    today: NaiveDate,
    passed: impl Fn(usize) -> bool,
) -> bool {
    let standing = &contact.standing;
    let worked_on = *standing == Standing::Active || standing.is_due_back(today);
    // The next gate first: most often it is the one that is open.
    worked_on && (0..=rank).rev().all(passed)
}

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

    /// Whether [`ready`] says so of a contact: of many, no gate is judged that need not be.
    pub fn is_ready(&self, contact: &Contact) -> bool {
        let facts = LazyCell::new(|| {
            Facts::new(self.rules, &contact.answers, Reading::AsRequired, self.today)
        });
        let met =
            |gate: &Gate<'_>| gate.criteria.iter().all(|id| facts.criterion(id) == Outcome::Met);
        let passed = |rank: usize| self.gates.get(rank).is_some_and(met);
        is_ripe(contact, self.rules.playbook.rank(&contact.position), self.today, passed)
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
