//! Everything that was guessed about the tables, in one place to look at and to change.
//!
//! Refuses to touch a contact; [`Rows`] does what it says. Invariant: a part that depends on
//! another one (stage values on the stage column, date styles on the date columns) is guessed
//! anew when that changes, through the setters here, and what a person chose for others stays.

mod choices;

use super::amounts::{DecimalMark, Marks};
use super::columns::{self, Column, Target};
use super::dates::{Certainty, DateStyle};
use super::looking::{Looking, Seen};
use super::matching::Doubted;
use super::roles::Roles;
use super::rows::Rows;
use super::stages::{Kind, StageValue};
use super::systems::System;
use super::words::bare;
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;

/// Targets whose values have a meaning.
const MEANINGS: [Target; 3] = [Target::Stage, Target::Outcome, Target::Level];
/// Targets that are days.
pub(super) const DAYS: [Target; 6] = [
    Target::Created,
    Target::Entered,
    Target::Closed,
    Target::ExpectedClose,
    Target::NextStepDue,
    Target::BackOn,
];

/// How tables are to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Which table is which.
    pub roles: Roles,
    /// What the main table's rows are.
    pub kind: Kind,
    /// What each column of the tables in use means.
    pub columns: Vec<Column>,
    /// What each stage and outcome value means.
    pub stages: Vec<StageValue>,
    /// How each date column of the main table is written, by its place.
    pub dates: Vec<(usize, DateStyle)>,
    /// How amounts are written.
    pub mark: DecimalMark,
    /// What their column shows of that.
    pub(super) marks: Marks,
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// The system the rows' ids are of, where that is known.
    pub system: Option<System>,
    /// What becomes of rows whose id a contact has that has another address.
    pub doubted: Doubted,
}

impl Plan {
    /// Guesses everything; none without a table.
    pub fn guess(tables: &[Table], playbook: &Playbook, currency: Currency) -> Option<Self> {
        Some(Self::with_roles(tables, Roles::guess(tables)?, playbook, currency))
    }

    /// Guesses everything but the roles, which a person has chosen.
    pub fn with_roles(
        tables: &[Table],
        roles: Roles,
        playbook: &Playbook,
        currency: Currency,
    ) -> Self {
        let (mut plan, mut looking) = Self::begin(tables, roles, playbook, currency);
        looking.look(tables, usize::MAX);
        plan.learn(looking, playbook);
        plan
    }

    /// Guesses what can be without a look at the rows; [`Self::learn`] from that look.
    pub fn begin(
        tables: &[Table],
        roles: Roles,
        playbook: &Playbook,
        currency: Currency,
    ) -> (Self, Looking) {
        let columns = columns::guess(tables, &roles, playbook);
        let mut plan = Self {
            kind: kind(tables, &roles, &columns),
            roles,
            columns,
            stages: Vec::new(),
            dates: Vec::new(),
            mark: DecimalMark::Point,
            marks: Marks::default(),
            currency,
            system: None,
            doubted: Doubted::default(),
        };
        let ids = plan.main_column(&Target::ExternalId).filter(|_| !plan.is_own());
        plan.system =
            ids.zip(tables.get(plan.roles.main)).and_then(|(ids, t)| System::guess(t, ids));
        let looking = Looking::new(plan.roles.main, plan.main_targets());
        (plan, looking)
    }

    /// Takes over what a look at the rows has shown, of columns that still mean what they did.
    pub fn learn(&mut self, looking: Looking, playbook: &Playbook) {
        let now: Vec<_> = self.main_targets().collect();
        for found in looking.columns {
            let (column, target) = (found.place, found.target);
            if !now.contains(&(column, target.clone())) {
                continue;
            }
            match found.seen {
                Seen::Stages(values) => {
                    let outcome = target == Target::Outcome;
                    self.stages.retain(|stage| stage.column != column);
                    self.stages.extend(values.guess(column, outcome, playbook));
                }
                Seen::Days(days) => {
                    self.dates.retain(|(known, _)| *known != column);
                    self.dates.push((column, days.guess()));
                }
                Seen::Amounts(marks) => (self.mark, self.marks) = (marks.guess(), marks),
            }
        }
        // Stages before outcomes before levels, days in the order of their meanings.
        let place = |column: usize| {
            let target = now.iter().find(|(known, _)| *known == column).map(|(_, target)| target);
            MEANINGS.iter().chain(&DAYS).position(|known| Some(known) == target)
        };
        self.stages.sort_by_key(|stage| place(stage.column));
        self.dates.sort_by_key(|(column, _)| place(*column));
        self.follow_neighbours();
    }

    /// A column of days that cannot tell is written as its neighbour that can, or that a person chose for.
    fn follow_neighbours(&mut self) {
        let mut styles = self.dates.iter().map(|(_, style)| style);
        let sure = styles.find(|style| style.certainty == Certainty::Shown);
        if let Some(order) = sure.map(|style| style.order) {
            for (_, style) in &mut self.dates {
                if style.certainty == Certainty::Ambiguous {
                    *style = DateStyle { order, certainty: Certainty::Shown };
                }
            }
        }
    }

    /// The main table's columns with their meanings.
    fn main_targets(&self) -> impl Iterator<Item = (usize, Target)> {
        let main = self.columns.iter().filter(|column| column.table == self.roles.main);
        main.map(|column| (column.column, column.target.clone()))
    }

    /// How a column's dates are written; none when it is no date column of the main table.
    pub fn date_style(&self, column: usize) -> Option<DateStyle> {
        self.dates.iter().find(|(known, _)| *known == column).map(|(_, style)| *style)
    }

    /// Date columns that read as well one way as the other: a person must choose.
    pub fn ambiguous_dates(&self) -> impl Iterator<Item = &Column> {
        let unsure = |c: &&Column| {
            self.date_style(c.column).is_some_and(|style| style.certainty == Certainty::Ambiguous)
        };
        self.columns.iter().filter(|c| c.table == self.roles.main).filter(unsure)
    }

    /// Reads the main table's rows, in the file's order, as the plan says.
    pub fn rows<'a>(&'a self, tables: &'a [Table], playbook: &'a Playbook) -> Rows<'a> {
        Rows::new(self, tables, playbook)
    }

    /// Whether it is a file Ripen wrote: its rows name Ripen's own ids.
    pub fn is_own(&self) -> bool {
        self.main_column(&Target::ContactId).is_some()
    }

    /// Whether rows have ids of another system.
    pub fn has_ids(&self) -> bool {
        self.main_column(&Target::ExternalId).is_some() && !self.is_own()
    }

    /// The main table's column with a meaning.
    pub(super) fn main_column(&self, target: &Target) -> Option<usize> {
        let mut main = self.columns.iter().filter(|column| column.table == self.roles.main);
        main.find(|column| &column.target == target).map(|column| column.column)
    }
}

/// Deals have an amount, a closing day, or say so in a header.
fn kind(tables: &[Table], roles: &Roles, columns: &[Column]) -> Kind {
    let main = tables.get(roles.main).map_or(&[][..], |table| &table.headers);
    if columns.iter().any(|column| column.target == Target::ContactId) {
        return Kind::Contacts;
    }
    let named = main.iter().map(|header| bare(header)).any(|header| {
        header.starts_with("deal") || header.starts_with("opportunity") || header == "stagename"
    });
    let worth = columns.iter().any(|column| {
        column.table == roles.main && matches!(column.target, Target::Amount | Target::Closed)
    });
    if named || worth { Kind::Deals } else { Kind::Contacts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::import::dates::DayOrder;
    use crate::exchange::import::fixtures::{playbook, table};
    use crate::exchange::import::stages::StageMeaning;

    #[test]
    fn a_change_of_columns_is_followed_by_its_values() {
        let tables = [table("dealname,phase,when,stage\nA,Lost,1/2/2016,x\nB,Won,3/4/2016,y")];
        let retarget = |plan: &mut Plan, column, target| {
            let mut looking = plan.retarget(column, target);
            looking.look(&tables, usize::MAX);
            plan.learn(looking, &playbook());
        };
        let mut plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
        assert_eq!(plan.kind, Kind::Deals);
        let recognised = |plan: &Plan| plan.stages.iter().filter(|s| s.recognised).count();
        assert_eq!((plan.stages.len(), recognised(&plan)), (2, 0));
        retarget(&mut plan, (0, 1), &Target::Stage);
        retarget(&mut plan, (0, 2), &Target::Closed);
        assert_eq!((plan.stages.len(), recognised(&plan)), (2, 2));
        assert_eq!(plan.columns[3].target, Target::Attribute);
        let names: Vec<_> = plan.ambiguous_dates().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["when"]);
        plan.set_meaning(1, "Lost", &StageMeaning::Ignore);
        plan.set_order(2, DayOrder::DayFirst);
        retarget(&mut plan, (0, 0), &Target::ExternalId);
        assert_eq!(plan.stages[0].meaning, StageMeaning::Ignore, "a choice stays");
        assert_eq!(plan.date_style(2).unwrap().order, DayOrder::DayFirst, "a choice stays");
        retarget(&mut plan, (0, 1), &Target::Outcome);
        assert_eq!(plan.stages[0].meaning, StageMeaning::Lost, "another meaning is guessed anew");
    }

    #[test]
    fn a_date_column_that_cannot_tell_is_read_as_its_neighbour() {
        let tables = [table("deal,created,closed\nA,1/2/2016,25/2/2016")];
        let plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
        assert!(plan.dates.iter().all(|(_, style)| style.order == DayOrder::DayFirst));
        assert_eq!(plan.ambiguous_dates().count(), 0);
        let tables = [table("deal,created,closed\nA,1/2/2016,3/2/2016")];
        let mut plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
        assert_eq!(plan.ambiguous_dates().count(), 2);
        plan.set_order(1, DayOrder::DayFirst);
        assert_eq!(plan.ambiguous_dates().count(), 0, "a choice for one is one for all");
        assert!(plan.dates.iter().all(|(_, style)| style.order == DayOrder::DayFirst));
    }
}
