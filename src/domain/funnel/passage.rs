//! A contact's way through one row of the funnel: when it entered, and what became of it.

use crate::domain::contact::Contact;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Standing};
use crate::domain::when::When;
use std::ops::RangeInclusive;

/// A row of the funnel: a level, or one stage of Opportunity, as ranks of the playbook's path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step(pub(super) RangeInclusive<usize>);

impl Step {
    /// A whole level.
    pub fn level(playbook: &Playbook, level: Level) -> Self {
        let first = playbook.first_rank(level);
        let last = match level {
            Level::Opportunity => (first + playbook.stages.len()).max(first + 1) - 1,
            _ => first,
        };
        Self(first..=last)
    }

    /// The `n`th stage of Opportunity.
    pub fn stage(playbook: &Playbook, n: usize) -> Self {
        let rank = playbook.first_rank(Level::Opportunity) + n;
        Self(rank..=rank)
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
    ranks.extend(contact.journey.visits().iter().map(|visit| playbook.rank(&visit.position)));
}

pub(super) fn passage_by_rank(
    contact: &Contact,
    ranks: &[usize],
    step: &Step,
) -> Option<(Option<When>, Fate)> {
    let place = entry(ranks, step)?;
    let later = ranks.get(place..)?;
    let fate = if later.iter().any(|rank| rank > step.0.end()) {
        Fate::MovedOn
    } else {
        match contact.standing {
            Standing::Active => Fate::InProgress,
            Standing::Nurturing { .. } => Fate::Nurturing,
            Standing::Disqualified { .. } => Fate::Disqualified,
            Standing::Lost { .. } => Fate::Lost,
        }
    };
    Some((contact.journey.visits().get(place)?.since, fate))
}

/// The place of the visit by which a step was entered first.
fn entry(ranks: &[usize], step: &Step) -> Option<usize> {
    if ranks.first()? > step.0.end() {
        // It was first seen further on: only an explicit way back here counts.
        ranks.iter().position(|rank| step.0.contains(rank))
    } else {
        ranks.iter().position(|rank| rank >= step.0.start())
    }
}
