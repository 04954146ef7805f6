//! Where a row stood, since when, and how it ended.
//!
//! An open row is where its stage says, since the day it got there. A row that only says Won or
//! Lost does not tell which stage it had reached: it is put into the *first* stage on the day it
//! was engaged, since having been an opportunity is all the file proves, and that no stage is told goes
//! along (`stage_untold`): it counts for the level and for no stage. Won and lost come on the closing day.
//! Invariant: a file of deals makes no leads and no prospects it does not name, and no date is
//! invented.

use super::stages::{Kind, StageMeaning, first_stage};
use crate::domain::event::EndKind;
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use chrono::NaiveDate;

/// The dates of a row.
pub(super) struct Days {
    /// When it became a lead or a deal.
    pub(super) created: Option<NaiveDate>,
    /// When it reached where it stands.
    pub(super) entered: Option<NaiveDate>,
    /// When it ended.
    pub(super) closed: Option<NaiveDate>,
}

/// What a row tells.
pub(super) struct Journey {
    pub(super) positions: Vec<(Position, Option<NaiveDate>)>,
    pub(super) end: Option<EndKind>,
    /// Whether the day of creation found a place in the positions.
    pub(super) took_created: bool,
}

impl Journey {
    /// Reads the meanings of a row's stage, outcome and level with its dates.
    pub(super) fn of(
        kind: Kind,
        [stage, outcome, level]: [Option<&StageMeaning>; 3],
        days: &Days,
        playbook: &Playbook,
    ) -> Self {
        let end = [outcome, stage, level].into_iter().flatten().find_map(end_of);
        let told = Self::told([stage, outcome, level].into_iter().flatten());
        let start = match kind {
            Kind::Deals => first_stage(playbook),
            Kind::Contacts => Position::Lead,
        };
        let created = days.created.map(|day| (start.clone(), Some(day)));
        match told.filter(|reached| **reached != start) {
            // A lead in a file of deals: what is created with the row is that lead.
            Some(reached) if playbook.rank(reached) < playbook.rank(&start) => {
                let took_created = days.created.is_some() && days.entered.is_none();
                let positions = vec![(reached.clone(), days.entered.or(days.created))];
                Self { positions, end, took_created }
            }
            // Created is the day it became a lead, or a deal: its first position.
            Some(reached) => {
                let took_created = created.is_some();
                let reached = (reached.clone(), days.entered);
                let positions = created.into_iter().chain([reached]).collect();
                Self { positions, end, took_created }
            }
            // A customer in a file of people: what was between was not observed.
            None if kind == Kind::Contacts && end == Some(EndKind::Won) => {
                let took_created = created.is_some();
                let positions = created.into_iter().collect();
                Self { positions, end, took_created }
            }
            None => {
                let positions = vec![(start, days.entered.or(days.created))];
                let took_created = days.created.is_some() && days.entered.is_none();
                Self { positions, end, took_created }
            }
        }
    }

    /// The position a row names: the first of its meanings that is one.
    pub(super) fn told<'a>(
        meanings: impl IntoIterator<Item = &'a StageMeaning>,
    ) -> Option<&'a Position> {
        meanings.into_iter().find_map(position_of)
    }
}

fn end_of(meaning: &StageMeaning) -> Option<EndKind> {
    match meaning {
        StageMeaning::Won | StageMeaning::Position(Position::Customer) => Some(EndKind::Won),
        StageMeaning::Lost => Some(EndKind::Lost),
        StageMeaning::Disqualified => Some(EndKind::Disqualified),
        _ => None,
    }
}

fn position_of(meaning: &StageMeaning) -> Option<&Position> {
    match meaning {
        StageMeaning::Position(position) if *position != Position::Customer => Some(position),
        _ => None,
    }
}
