//! Where the contact of a row stands, since when, why, and what comes next.
//!
//! Refuses to know where a stage leads: [`Journey`] does. Invariant: a cell the journey has a place
//! for is no aside; any other one stays an aside.

use super::{Rejected, Rows, Told};
use crate::domain::contact::Task;
use crate::domain::event::{EndKind, UNTOLD};
use crate::domain::ids::ReasonId;
use crate::domain::position::Position;
use crate::exchange::csv::Row;
use crate::exchange::import::columns::{Column, Target};
use crate::exchange::import::journey::{Days, Journey};
use crate::exchange::import::stages::StageMeaning;

impl<'a> Rows<'a> {
    /// Where it stands, since when, how it ended and when it is expected to.
    pub(super) fn place(
        &self,
        row: &Row,
        told: &mut Told,
        [stage, outcome, level]: [Option<&'a StageMeaning>; 3],
    ) -> Result<(), Rejected> {
        let mut days = Days {
            created: self.day(row, &Target::Created)?,
            entered: self.day(row, &Target::Entered)?,
            closed: self.day(row, &Target::Closed)?,
        };
        let named = |meanings: &[Option<&'a StageMeaning>]| {
            Journey::told(meanings.iter().copied().flatten())
        };
        let position = named(&[stage, outcome, level]);
        told.names_position = position.is_some();
        told.names_level_alone = position.is_some() && named(&[stage, outcome]).is_none();
        let is_lead =
            matches!(position, None | Some(Position::Lead)) && level != Some(&StageMeaning::Won);
        if self.plan.is_own() && !is_lead {
            // Captured on that day, perhaps by an import of deals: nobody says it was a lead then.
            days.created = None;
        }
        let journey = Journey::of(self.plan.kind, [stage, outcome, level], &days, self.playbook);
        let end = journey.end;
        told.imported.stage_untold = end.is_some()
            && !told.names_position
            && journey.positions.iter().all(|(position, _)| position.stage().is_some());
        told.imported.positions = journey.positions;
        told.imported.end = end.map(|kind| (kind, days.closed));
        if journey.took_created {
            self.drop_aside(told, &Target::Created);
        }
        let expected = self.day(row, &Target::ExpectedClose)?;
        let is_aside = [stage, outcome, level].contains(&Some(&StageMeaning::Nurturing));
        let until = self.day(row, &Target::BackOn)?.filter(|_| is_aside && end.is_none());
        if until.is_some() {
            self.drop_aside(told, &Target::BackOn);
        }
        told.until = until;
        self.why(row, told);
        told.set_aside = is_aside && end.is_none() && until.is_none();
        self.drop_aside(told, &Target::Closed);
        if end.is_none() {
            self.drop_aside(told, &Target::ExpectedClose);
            told.expected = expected.or(days.closed);
        }
        Ok(())
    }

    /// Why it ended or waits, where that is a reason of the playbook; its words are kept otherwise.
    fn why(&self, row: &Row, told: &mut Told) {
        let reasons = &self.playbook.reasons;
        let likely = match told.imported.end {
            Some((EndKind::Lost, _)) => &reasons.lose,
            Some((EndKind::Disqualified, _)) => &reasons.disqualify,
            None if told.until.is_some() => &reasons.nurture,
            _ => return,
        };
        let words = self.cell(row, &Target::Reason).unwrap_or_default();
        let reason = match reasons.meant(likely, words) {
            Some(reason) => reason.clone(),
            None if words == UNTOLD => ReasonId::new(UNTOLD),
            None => return,
        };
        self.drop_aside(told, &Target::Reason);
        let place =
            if told.until.is_some() { &mut told.waits_for } else { &mut told.imported.reason };
        *place = Some(reason);
    }

    /// The next step needs a day; without one its words are kept as they are.
    pub(super) fn next_step(&self, row: &Row, told: &mut Told) -> Result<(), Rejected> {
        let due = self.day(row, &Target::NextStepDue)?;
        let note = self.cell(row, &Target::NextStep).unwrap_or_default();
        if let Some(due) = due.filter(|_| told.imported.end.is_none()) {
            self.drop_aside(told, &Target::NextStep);
            self.drop_aside(told, &Target::NextStepDue);
            told.task = Some(Task { due, note: note.to_owned() });
        }
        Ok(())
    }

    fn drop_aside(&self, told: &mut Told, target: &Target) {
        let main = |c: &&Column| c.table == self.plan.roles.main && &c.target == target;
        if let Some(column) = self.plan.columns.iter().find(main) {
            told.asides.remove(&column.name);
        }
    }
}
