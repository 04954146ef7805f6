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
    /// The first arrival, where only its level was told: at which stage it was, nobody observed.
    untold: Option<Visit>,
    visits: Vec<Visit>,
}

impl Journey {
    /// Records an arrival. Staying where it is, is no arrival.
    pub fn enter(&mut self, position: Position, since: Option<When>, overridden: bool) {
        if self.visits.is_empty()
            && let Some(stays) = self.untold.take_if(|untold| untold.position == position)
        {
            // Now somebody says that it stands there.
            self.visits.push(stays);
        } else if self.visits.last().is_none_or(|last| last.position != position) {
            self.visits.push(Visit { position, since, overridden });
        }
    }

    /// Records what a file tells of a level alone: `position` is where that begins.
    pub fn tell_level(&mut self, position: Position, since: Option<When>) {
        if self.is_empty() {
            self.untold = Some(Visit { position, since, overridden: false });
        } else {
            self.tell(position, since);
        }
    }

    /// Says that the first arrival was at another moment.
    pub(super) fn began(&mut self, since: When) {
        if let Some(first) = self.untold.as_mut().or(self.visits.first_mut()) {
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

    /// The arrivals at positions that were observed, oldest first.
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// All arrivals, oldest first: one of which the level alone is known, too, where that level begins.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Visit> {
        self.untold.iter().chain(&self.visits)
    }

    /// Whether the first of [`all`](Self::all) tells its level alone.
    pub fn begins_untold(&self) -> bool {
        self.untold.is_some()
    }

    /// The latest arrival.
    pub fn last(&self) -> Option<&Visit> {
        self.all().next_back()
    }

    /// Whether nothing was observed.
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }

    /// How many gates were overridden.
    pub fn overrides(&self) -> usize {
        self.visits.iter().filter(|visit| visit.overridden).count()
    }
}
