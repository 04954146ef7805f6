//! Where a row has the contact stand, held against where it stands here.
//!
//! Invariant: a contact a rep worked on, or whose journey is over, is not moved: both places are told.

use super::{Against, Place, Said, What};
use crate::domain::position::Position;
use crate::domain::when::When;
use chrono::NaiveDate;

impl Against<'_> {
    pub(super) fn place(&mut self, is_worked_on: bool) {
        let (told, contact) = (self.told, self.contact);
        let row = &told.imported;
        let named = row.positions.last().filter(|_| told.names_position);
        let is_there = |position: &Position| {
            let same_level = position.level() == contact.level();
            *position == contact.position || told.names_level_alone && same_level
        };
        let at = row.positions.last().filter(|(position, _)| is_there(position));
        let since = contact.journey.last().and_then(|visit| visit.since);
        let of_a_file = matches!(since, None | Some(When::Day(_)));
        let ended = contact.ended.as_ref();
        let moves = match (row.end, ended) {
            (Some((kind, day)), Some(ended)) => {
                let known = ended.on.is_some_and(|on| !matches!(on, When::Day(_)));
                kind != ended.kind
                    || !known && day.is_some_and(|day| ended.on != Some(When::Day(day)))
            }
            (Some(_), None) => true,
            (None, Some(_)) => named.is_some(),
            (None, None) => named.is_some() && at.is_none(),
        };
        if moves {
            let here = Place {
                position: Some(contact.position.clone()),
                end: ended.map(|ended| ended.kind),
                since: day_of(ended.map_or(since, |ended| ended.on)),
            };
            let there = Place {
                position: named.map(|(position, _)| position.clone()),
                end: row.end.map(|(kind, _)| kind),
                since: row.end.map_or(named.and_then(|(_, day)| *day), |(_, day)| day),
            };
            self.found.is_old &= self.was_there(&there);
            if is_worked_on || ended.is_some() {
                self.found.elsewhere = Some((here, there));
                return;
            }
            self.change(What::Place, Some(Said::Place(here)), Said::Place(there));
            self.update.positions =
                named.filter(|(p, _)| !is_there(p)).cloned().into_iter().collect();
            self.update.end = row.end;
            self.update.reason.clone_from(&row.reason);
        } else if let Some((position, Some(day))) = at
            && ended.is_none()
            && of_a_file
            && !self.own
            && !is_worked_on
            && since != Some(When::Day(*day))
        {
            let place =
                |since| Said::Place(Place { position: Some(position.clone()), end: None, since });
            self.change(What::Place, Some(place(day_of(since))), place(Some(*day)));
            self.update.positions = vec![(position.clone(), Some(*day))];
        }
    }

    /// Whether the last file that placed it put it there, too.
    fn was_there(&self, there: &Place) -> bool {
        let before = self.before.row(|row| {
            let last = row.positions.last().map(|(position, _)| position);
            (last.is_some() || row.end.is_some()).then(|| (last, row.end.map(|(kind, _)| kind)))
        });
        before.is_some_and(|(position, end)| {
            end == there.end && (there.position.is_none() || position == there.position.as_ref())
        })
    }
}

fn day_of(when: Option<When>) -> Option<NaiveDate> {
    match when? {
        When::Day(day) => Some(day),
        When::Instant(at) => Some(at.date_naive()),
    }
}
