//! The positions a contact went through, as they were recorded.
//!
//! Invariant: visits stand in the order they were recorded; what was before the first visit was
//! not observed and is never invented.

use super::position::Position;
use super::when::When;

/// One arrival at a position.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// Where.
    pub position: Position,
    /// Since when; none where a file gave no date.
    pub since: Option<When>,
    /// Whether a gate was overridden to get here.
    pub overridden: bool,
}

/// All arrivals, oldest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Journey {
    visits: Vec<Visit>,
}

impl Journey {
    /// Records an arrival. Staying where it is, is no arrival.
    pub fn enter(&mut self, position: Position, since: Option<When>, overridden: bool) {
        if self.visits.last().is_none_or(|last| last.position != position) {
            self.visits.push(Visit { position, since, overridden });
        }
    }

    /// Says that the first arrival was at another moment.
    pub(super) fn began(&mut self, since: When) {
        if let Some(first) = self.visits.first_mut() {
            first.since = Some(since);
        }
    }

    /// Records what a file tells: as [`Self::enter`], but where it stands there already and no rep
    /// says since when, the file's day counts.
    pub fn tell(&mut self, position: Position, day: Option<When>) {
        match self.visits.last_mut().filter(|last| last.position == position) {
            Some(last) if matches!(last.since, None | Some(When::Day(_))) => {
                last.since = day.or(last.since);
            }
            _ => self.enter(position, day, false),
        }
    }

    /// The arrivals, oldest first.
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// The latest arrival.
    pub fn last(&self) -> Option<&Visit> {
        self.visits.last()
    }

    /// Whether nothing was observed.
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty()
    }

    /// How many gates were overridden.
    pub fn overrides(&self) -> usize {
        self.visits.iter().filter(|visit| visit.overridden).count()
    }
}
