//! Everything that was guessed about the tables, in one place to look at and to change.
//!
//! Refuses to touch a contact; [`Rows`] does what it says. Invariant: a part that depends on
//! another one (stage values on the stage column, date styles on the date columns) is guessed
//! anew when that changes, through the setters here.

use super::amounts::DecimalMark;
use super::columns::{self, Column, Target};
use super::dates::{Certainty, DateStyle, DayOrder};
use super::roles::Roles;
use super::rows::Rows;
use super::stages::{self, Kind, StageMeaning, StageValue};
use super::words::bare;
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;

/// Targets whose values have a meaning, and whether `open` says there only that it goes on.
const MEANINGS: [(Target, bool); 3] =
    [(Target::Stage, false), (Target::Outcome, true), (Target::Level, false)];
/// Targets that are days.
const DAYS: [Target; 6] = [
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
    /// The currency of amounts that name none.
    pub currency: Currency,
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
        let columns = columns::guess(tables, &roles, playbook);
        let mut plan = Self {
            kind: kind(tables, &roles, &columns),
            roles,
            columns,
            stages: Vec::new(),
            dates: Vec::new(),
            mark: DecimalMark::Point,
            currency,
        };
        plan.guess_values(tables, playbook);
        plan
    }

    /// Changes what a column means. Unless it may be repeated, another column that had this
    /// meaning becomes an attribute; what follows from the columns that changed is guessed anew.
    pub fn set_target(
        &mut self,
        tables: &[Table],
        playbook: &Playbook,
        (table, column): (usize, usize),
        target: &Target,
    ) {
        let before = self.clone();
        let single = !matches!(target, Target::Attribute | Target::Skip);
        for known in &mut self.columns {
            if (known.table, known.column) == (table, column) {
                known.target = target.clone();
            } else if single && &known.target == target {
                known.target = Target::Attribute;
            }
        }
        self.guess_values(tables, playbook);
        self.keep_choices(&before);
    }

    /// Takes back what may have been chosen for the values of columns that still mean the same.
    fn keep_choices(&mut self, before: &Self) {
        let same = |target: &Target| {
            self.main_column(target).filter(|column| before.main_column(target) == Some(*column))
        };
        let stages = MEANINGS.each_ref().map(|(target, _)| same(target));
        let days = DAYS.each_ref().map(same);
        if same(&Target::Amount).is_some() {
            self.mark = before.mark;
        }
        for (column, style) in &mut self.dates {
            if days.contains(&Some(*column))
                && let Some(known) = before.date_style(*column)
            {
                *style = known;
            }
        }
        // There are few: what has hundreds of values is no stage.
        for stage in self.stages.iter_mut().filter(|s| stages.contains(&Some(s.column))) {
            let mut known = before.stages.iter();
            if let Some(known) =
                known.find(|known| (known.column, &known.value) == (stage.column, &stage.value))
            {
                stage.clone_from(known);
            }
        }
    }

    /// Chooses the order of a date column: nothing about it is open any more.
    pub fn set_order(&mut self, column: usize, order: DayOrder) {
        for (known, style) in &mut self.dates {
            if *known == column {
                *style = DateStyle { order, certainty: Certainty::Shown };
            }
        }
    }

    /// How a column's dates are written; none when it is no date column of the main table.
    pub fn date_style(&self, column: usize) -> Option<DateStyle> {
        self.dates.iter().find(|(known, _)| *known == column).map(|(_, style)| *style)
    }

    /// Changes what a stage value means.
    pub fn set_meaning(&mut self, column: usize, value: &str, meaning: &StageMeaning) {
        for known in &mut self.stages {
            if known.column == column && known.value == value {
                known.meaning = meaning.clone();
                known.recognised = true;
            }
        }
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

    /// The main table's column with a meaning.
    pub(super) fn main_column(&self, target: &Target) -> Option<usize> {
        let mut main = self.columns.iter().filter(|column| column.table == self.roles.main);
        main.find(|column| &column.target == target).map(|column| column.column)
    }

    fn guess_values(&mut self, tables: &[Table], playbook: &Playbook) {
        let Some(main) = tables.get(self.roles.main) else { return };
        let values = |column: usize| main.rows.iter().map(move |row| row.cell(column));
        self.stages = MEANINGS
            .iter()
            .filter_map(|(target, outcome)| Some((self.main_column(target)?, *outcome)))
            .flat_map(|(column, outcome)| stages::guess(main, column, outcome, playbook))
            .collect();
        self.dates = DAYS
            .iter()
            .filter_map(|target| self.main_column(target))
            .map(|column| (column, DateStyle::guess(values(column))))
            .collect();
        // A column that cannot tell is likely written as its neighbour that can.
        let mut styles = self.dates.iter().map(|(_, style)| style);
        let sure = styles.find(|style| style.certainty == Certainty::Shown);
        if let Some(order) = sure.map(|style| style.order) {
            for (_, style) in &mut self.dates {
                if style.certainty == Certainty::Ambiguous {
                    style.order = order;
                }
            }
        }
        self.mark = self
            .main_column(&Target::Amount)
            .map_or(DecimalMark::Point, |column| DecimalMark::guess(values(column)));
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
pub(super) mod tests {
    use super::*;
    use crate::exchange::csv::{Dialect, read};

    pub(in super::super) fn playbook() -> Playbook {
        let stage =
            |id: &str, title: &str| format!(r#"{{"id":"{id}","title":"{title}","exit":[]}}"#);
        let stages = [
            stage("qualifying", "Qualifying"),
            stage("discovery", "Discovery"),
            stage("proposal", "Proposal"),
            stage("closing", "Handshake"),
        ];
        let json = format!(
            r#"{{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,"title":"Tiny",
            "sections":[{{"id":"o","title":"O"}}],
            "questions":[
              {{"id":"pain","section":"o","title":"Pain","ask":"?","kind":"yes_no"}},
              {{"id":"industry","section":"o","title":"Industry","ask":"?","kind":
                {{"choice":{{"options":[{{"id":"technology","title":"Technology"}}]}}}}}}],
            "criteria":[],"gates":{{"prospect":[],"opportunity":[]}},"stages":[{}]}}"#,
            stages.join(",")
        );
        serde_json::from_str(&json).unwrap()
    }

    pub(in super::super) fn table(text: &str) -> Table {
        read("t.csv", text, Dialect::guess(text)).unwrap()
    }

    #[test]
    fn a_change_of_columns_is_followed_by_its_values() {
        let tables = [table("dealname,phase,when,stage\nA,Lost,1/2/2016,x\nB,Won,3/4/2016,y")];
        let mut plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
        assert_eq!(plan.kind, Kind::Deals);
        let recognised = |plan: &Plan| plan.stages.iter().filter(|s| s.recognised).count();
        assert_eq!((plan.stages.len(), recognised(&plan)), (2, 0));
        plan.set_target(&tables, &playbook(), (0, 1), &Target::Stage);
        plan.set_target(&tables, &playbook(), (0, 2), &Target::Closed);
        assert_eq!((plan.stages.len(), recognised(&plan)), (2, 2));
        assert_eq!(plan.columns[3].target, Target::Attribute);
        let names: Vec<_> = plan.ambiguous_dates().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["when"]);
        plan.set_meaning(1, "Lost", &StageMeaning::Ignore);
        plan.set_order(2, DayOrder::DayFirst);
        plan.set_target(&tables, &playbook(), (0, 0), &Target::ExternalId);
        assert_eq!(plan.stages[0].meaning, StageMeaning::Ignore, "a choice stays");
        assert_eq!(plan.date_style(2).unwrap().order, DayOrder::DayFirst, "a choice stays");
        plan.set_target(&tables, &playbook(), (0, 1), &Target::Outcome);
        assert_eq!(plan.stages[0].meaning, StageMeaning::Lost, "another meaning is guessed anew");
    }

    #[test]
    fn a_date_column_that_cannot_tell_is_read_as_its_neighbour() {
        let tables = [table("deal,created,closed\nA,1/2/2016,25/2/2016")];
        let plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
        assert!(plan.dates.iter().all(|(_, style)| style.order == DayOrder::DayFirst));
        assert_eq!(plan.ambiguous_dates().count(), 1);
    }
}
