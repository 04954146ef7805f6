//! A contact's way through one row of the funnel: when it entered, and what became of it.

use crate::domain::contact::Contact;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Standing};
use crate::domain::when::When;
use std::ops::RangeInclusive;

/// A row of the funnel: a level, or one stage of Opportunity, as ranks of the playbook's path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    ranks: RangeInclusive<usize>,
    is_stage: bool,
}

impl Step {
    /// A whole level.
    pub fn level(playbook: &Playbook, level: Level) -> Self {
        let first = playbook.first_rank(level);
        let last = match level {
            Level::Opportunity => (first + playbook.stages.len()).max(first + 1) - 1,
            _ => first,
        };
        Self { ranks: first..=last, is_stage: false }
    }

    /// The `n`th stage of Opportunity.
    pub fn stage(playbook: &Playbook, n: usize) -> Self {
        let rank = playbook.first_rank(Level::Opportunity) + n;
        Self { ranks: rank..=rank, is_stage: true }
    }

    /// The visits that tell something of this row, by their ranks, and how many were passed over: where
    /// the level alone is known, no stage was observed.
    fn told<'r>(&self, contact: &Contact, ranks: &'r [usize]) -> (&'r [usize], usize) {
        let passed = usize::from(self.is_stage && contact.journey.begins_untold());
        (ranks.get(passed..).unwrap_or_default(), passed)
    }

    /// Whether somebody was seen here.
    pub(super) fn was_seen(&self, contact: &Contact, ranks: &[usize]) -> bool {
        self.told(contact, ranks).0.iter().any(|rank| self.ranks.contains(rank))
    }
}

/// What became of a contact that entered a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Reached a later position.
    MovedOn,
    /// Still being worked on.
    InProgress,
    /// Set aside until a date.
    Nurturing,
    /// Ended as unsuitable.
    Disqualified,
    /// The deal was lost.
    Lost,
}

/// Whether a contact entered a step: since when, and what became of it.
pub fn passage(
    playbook: &Playbook,
    contact: &Contact,
    step: &Step,
) -> Option<(Option<When>, Fate)> {
    let mut ranks = Vec::new();
    rank_visits(playbook, contact, &mut ranks);
    passage_by_rank(contact, &ranks, step)
}

/// Puts the rank of each visit, oldest first, into `ranks`.
pub(super) fn rank_visits(playbook: &Playbook, contact: &Contact, ranks: &mut Vec<usize>) {
    ranks.clear();
    ranks.extend(contact.journey.all().map(|visit| playbook.rank(&visit.position)));
}

pub(super) fn passage_by_rank(
    contact: &Contact,
    ranks: &[usize],
    step: &Step,
) -> Option<(Option<When>, Fate)> {
    let (ranks, passed) = step.told(contact, ranks);
    let place = entry(ranks, &step.ranks)?;
    let later = ranks.get(place..)?;
    let fate = if later.iter().any(|rank| rank > step.ranks.end()) {
        Fate::MovedOn
    } else {
        match contact.standing {
            Standing::Active => Fate::InProgress,
            Standing::Nurturing { .. } => Fate::Nurturing,
            Standing::Disqualified { .. } => Fate::Disqualified,
            Standing::Lost { .. } => Fate::Lost,
        }
    };
    Some((contact.journey.all().nth(passed + place)?.since, fate))
}

/// The place of the visit by which a step was entered first.
fn entry(ranks: &[usize], step: &RangeInclusive<usize>) -> Option<usize> {
    if ranks.first()? > step.end() {
        // It was first seen further on: only an explicit way back here counts.
        ranks.iter().position(|rank| step.contains(rank))
    } else {
        ranks.iter().position(|rank| rank >= step.start())
    }
}
