//! Reading rows as a plan says: each tells of a contact, or says why not.
//!
//! An iterator, so that ten thousand rows can be read in slices that leave the page responsive.
//! Refuses to know which contacts are here: [`matching`](super::matching) does.
//!
//! Invariant: reading never invents a date, and leaves no cell out that the plan keeps.

use super::amounts;
use super::columns::{Column, Target};
use super::dates;
use super::facts;
use super::journey::{Days, Journey};
use super::lookup::Lookups;
use super::plan::Plan;
pub use super::reading::{Reading, Reason, Rejected, Told};
use super::stages::StageMeaning;
use super::words::is_blank;
use crate::domain::contact::Task;
use crate::domain::event::{EndKind, Field, UNTOLD};
use crate::domain::ids::{ContactId, ReasonId, SystemId};
use crate::domain::money::{Currency, Money};
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use crate::exchange::csv::{Row, Table};
use crate::exchange::limits::TEXT_CHARS;
use chrono::NaiveDate;
use std::collections::HashMap;

/// The rows of an import, read one after the other.
pub struct Rows<'a> {
    plan: &'a Plan,
    playbook: &'a Playbook,
    lookups: Lookups<'a>,
    meanings: HashMap<(usize, &'a str), (&'a StageMeaning, bool)>,
    rest: std::slice::Iter<'a, Row>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(plan: &'a Plan, tables: &'a [Table], playbook: &'a Playbook) -> Self {
        let meanings = plan
            .stages
            .iter()
            .map(|s| ((s.column, s.value.as_str()), (&s.meaning, s.recognised)))
            .collect();
        let rest = tables.get(plan.roles.main).map_or(&[][..], |table| &table.rows).iter();
        Self { plan, playbook, lookups: Lookups::new(tables, &plan.roles), meanings, rest }
    }

    /// Passes over rows that were read before.
    #[must_use]
    pub fn after(mut self, rows: usize) -> Self {
        self.rest = self.rest.as_slice().get(rows..).unwrap_or_default().iter();
        self
    }

    fn read(&self, row: &Row) -> Reading {
        match self.convert(row) {
            Ok(Some(told)) => Reading::Told(Box::new(told)),
            Ok(None) => Reading::Ignored,
            Err(rejected) => Reading::Rejected(rejected),
        }
    }

    fn convert(&self, row: &Row) -> Result<Option<Told>, Rejected> {
        let meanings = [Target::Stage, Target::Outcome, Target::Level];
        let [stage, outcome, level] = meanings.map(|target| self.meaning(row, &target));
        let either = |wanted| [stage, outcome, level].contains(&Some(wanted));
        if either(&StageMeaning::Ignore) {
            return Ok(None);
        }
        let mut told = Told { line: row.line, ..Told::default() };
        let (mut first, mut last) = ("", "");
        for column in &self.plan.columns {
            let source = if column.table == self.plan.roles.main {
                Some(row)
            } else {
                self.lookups.find(column.table, row)
            };
            let text = source.map_or("", |row| row.cell(column.column));
            if !text.is_empty() && column.target != Target::Skip {
                check_length(row, column, text)?;
                match &column.target {
                    Target::FirstName => first = text,
                    Target::LastName => last = text,
                    _ => self.take(&mut told, column, text),
                }
            }
        }
        let name: String = format!("{first} {last}").trim().chars().take(TEXT_CHARS).collect();
        if !name.is_empty() {
            told.imported.fields.entry(Field::Person).or_insert(name);
        }
        let system = || self.plan.system.map(|system| system.id(self.plan.kind));
        let named = told.imported.system.take().or_else(system);
        told.imported.system = named.filter(|_| told.imported.external_id.is_some());
        self.place(row, &mut told, [stage, outcome, level])?;
        told.imported.amount = self.amount(row, told.imported.end.map(|(kind, _)| kind))?;
        self.next_step(row, &mut told)?;
        Ok(Some(told))
    }

    /// Where it stands, since when, how it ended and when it is expected to.
    fn place(
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
    fn next_step(&self, row: &Row, told: &mut Told) -> Result<(), Rejected> {
        let due = self.day(row, &Target::NextStepDue)?;
        let note = self.cell(row, &Target::NextStep).unwrap_or_default();
        if let Some(due) = due.filter(|_| told.imported.end.is_none()) {
            self.drop_aside(told, &Target::NextStep);
            self.drop_aside(told, &Target::NextStepDue);
            told.task = Some(Task { due, note: note.to_owned() });
        }
        Ok(())
    }

    /// Puts a cell where its column says.
    fn take(&self, told: &mut Told, column: &Column, text: &str) {
        let imported = &mut told.imported;
        let (name, value) = (|| column.name.clone(), || text.to_owned());
        match &column.target {
            Target::Field(Field::Source) => {
                let meant = self.playbook.source_meant(text).map(|source| source.id.as_str());
                // An address says more than where it came from, such as the campaign.
                if meant.is_some() && text.contains('=') {
                    imported.attributes.insert(name(), value());
                }
                imported.fields.insert(Field::Source, meant.unwrap_or(text).to_owned());
            }
            Target::Field(field) => {
                imported.fields.insert(*field, value());
            }
            Target::ExternalId => imported.external_id = Some(value()),
            Target::System => imported.system = Some(SystemId::new(text)),
            Target::ContactId => {
                told.contact = ContactId::parse(text);
                // Where that contact is not here, it is what the next export is known again by.
                imported.external_id.get_or_insert_with(value);
            }
            Target::Fact(id) => {
                let value = facts::value(text, self.playbook.question(id));
                imported.facts.insert(id.clone(), value);
            }
            Target::Stage | Target::Outcome | Target::Level => {
                // The words are kept where the meaning does not say it all.
                let known = self.meanings.get(&(column.column, text));
                if known.is_none_or(|(m, sure)| !sure || **m == StageMeaning::Nurturing) {
                    told.asides.insert(name(), value());
                }
            }
            Target::Attribute => {
                imported.attributes.insert(name(), value());
            }
            // Kept unless the journey takes them: a date for which it has no place.
            Target::Created
            | Target::Closed
            | Target::ExpectedClose
            | Target::NextStep
            | Target::NextStepDue
            | Target::Reason
            | Target::BackOn
            | Target::LastChanged => {
                if !is_blank(text) {
                    told.asides.insert(name(), value());
                }
            }
            Target::FirstName
            | Target::LastName
            | Target::Amount
            | Target::Currency
            | Target::Entered
            | Target::Skip => {}
        }
    }

    fn cell<'r>(&self, row: &'r Row, target: &Target) -> Option<&'r str> {
        Some(row.cell(self.plan.main_column(target)?))
    }

    fn meaning(&self, row: &Row, target: &Target) -> Option<&'a StageMeaning> {
        let column = self.plan.main_column(target)?;
        self.meanings.get(&(column, row.cell(column))).map(|(meaning, _)| *meaning)
    }

    fn day(&self, row: &Row, target: &Target) -> Result<Option<NaiveDate>, Rejected> {
        let Some(column) = self.plan.main_column(target) else { return Ok(None) };
        let text = row.cell(column);
        let style = self.plan.date_style(column);
        if is_blank(text) {
            return Ok(None);
        }
        match style.and_then(|style| dates::parse(text, style.order)) {
            Some(day) => Ok(Some(day)),
            None => Err(self.reject(row, target, text, Reason::NotADate)),
        }
    }

    /// The amount of a row. A closed row that was not won and says 0 tells what came in, not what
    /// it was worth: it has no amount.
    fn amount(&self, row: &Row, end: Option<EndKind>) -> Result<Option<Money>, Rejected> {
        let Some(column) = self.plan.main_column(&Target::Amount) else { return Ok(None) };
        let code = self.plan.main_column(&Target::Currency).map_or("", |column| row.cell(column));
        let currency = match Currency::parse(code) {
            Some(currency) => currency,
            None if is_blank(code) => self.plan.currency,
            None => return Err(self.reject(row, &Target::Currency, code, Reason::NotACurrency)),
        };
        let text = row.cell(column);
        let amount = amounts::parse(text, self.plan.mark, currency)
            .map_err(|_| self.reject(row, &Target::Amount, text, Reason::NotAnAmount))?;
        if amount.is_some_and(|amount| amount.minor < 0) {
            return Err(self.reject(row, &Target::Amount, text, Reason::BelowZero));
        }
        let came_to_nothing = matches!(end, Some(EndKind::Lost | EndKind::Disqualified));
        Ok(amount.filter(|amount| amount.minor != 0 || !came_to_nothing))
    }

    fn reject(&self, row: &Row, target: &Target, value: &str, reason: Reason) -> Rejected {
        let column = self
            .plan
            .columns
            .iter()
            .find(|column| column.table == self.plan.roles.main && &column.target == target);
        let column = column.map(|column| column.name.clone()).unwrap_or_default();
        Rejected { line: row.line, column, value: value.chars().take(100).collect(), reason }
    }

    fn drop_aside(&self, told: &mut Told, target: &Target) {
        let main = |c: &&Column| c.table == self.plan.roles.main && &c.target == target;
        if let Some(column) = self.plan.columns.iter().find(main) {
            told.asides.remove(&column.name);
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        let row = self.rest.next()?;
        Some(self.read(row))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

fn check_length(row: &Row, column: &Column, text: &str) -> Result<(), Rejected> {
    if text.len() <= TEXT_CHARS || text.chars().count() <= TEXT_CHARS {
        return Ok(());
    }
    let value = text.chars().take(100).collect();
    Err(Rejected { line: row.line, column: column.name.clone(), value, reason: Reason::TooLong })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;
    use crate::exchange::import::plan::tests::{playbook, table};

    /// What becomes of each row: what it tells as compact JSON, else the reading.
    fn check(text: &str, expected: &[&str]) {
        let (tables, playbook) = ([table(text)], playbook());
        let plan = Plan::guess(&tables, &playbook, Currency::USD).unwrap();
        let rows = plan.rows(&tables, &playbook);
        let readings: Vec<_> = rows
            .map(|reading| match reading {
                Reading::Told(told) => {
                    let words = |kind: EventKind| match kind {
                        EventKind::Imported(row) => serde_json::to_string(&row).unwrap(),
                        kind => serde_json::to_string(&kind).unwrap(),
                    };
                    told.into_kinds().into_iter().map(words).collect::<Vec<_>>().join(" ")
                }
                Reading::Rejected(r) => {
                    format!("{} {} {} {:?}", r.line, r.column, r.value, r.reason)
                }
                Reading::Ignored => "left out".to_owned(),
            })
            .collect();
        assert_eq!(readings, expected);
    }

    #[test]
    fn deals_are_where_their_stage_says_since_they_got_there() {
        check(
            "opportunity_id,deal_stage,engage_date,close_date,close_value
a,Engaging,10/20/2016,,
b,Prospecting,,,
c,Won,10/20/2016,3/1/2017,1054
d,Lost,10/20/2016,3/1/2017,0
e,Won,,,
f,Engaging,10/20/2016,3/1/2017,5",
            &[
                r#"{"external_id":"a","positions":[["opportunity/discovery","2016-10-20"]]}"#,
                r#"{"external_id":"b","positions":[["opportunity/qualifying",null]]}"#,
                r#"{"external_id":"c","positions":[["opportunity/qualifying","2016-10-20"]],"end":["won","2017-03-01"],"amount":{"minor":105400,"currency":"USD"}}"#,
                r#"{"external_id":"d","positions":[["opportunity/qualifying","2016-10-20"]],"end":["lost","2017-03-01"]}"#,
                r#"{"external_id":"e","positions":[["opportunity/qualifying",null]],"end":["won",null]}"#,
                r#"{"external_id":"f","positions":[["opportunity/discovery","2016-10-20"]],"amount":{"minor":500,"currency":"USD"}} {"close_expected":{"on":"2017-03-01"}}"#,
            ],
        );
    }

    #[test]
    fn a_stage_beside_an_outcome_is_the_stage_it_reached() {
        check(
            "Deal - Title,Deal - Stage,Deal - Status,Deal created,Won time
X,Proposal Made,won,2016-10-20,2017-03-01
Y,Proposal Made,open,2016-10-20,
Z,Somewhere,open,2016-10-20,",
            &[
                r#"{"positions":[["opportunity/qualifying","2016-10-20"],["opportunity/proposal",null]],"end":["won","2017-03-01"],"attributes":{"Deal - Title":"X"}}"#,
                r#"{"positions":[["opportunity/qualifying","2016-10-20"],["opportunity/proposal",null]],"attributes":{"Deal - Title":"Y"}}"#,
                r#"{"positions":[["opportunity/qualifying","2016-10-20"]],"attributes":{"Deal - Stage":"Somewhere","Deal - Title":"Z"}}"#,
            ],
        );
    }

    #[test]
    fn people_are_leads_unless_the_file_says_more() {
        check(
            "First name,Last name,Email,Lifecycle stage,Create date,Colour
Ann,Smith,a@b.example,lead,2016-10-20,red
,Bo,,customer,2016-10-20,
Cy,,,opportunity,2016-10-20,
,,d@b.example,,,",
            &[
                r#"{"fields":{"person":"Ann Smith","email":"a@b.example"},"positions":[["lead","2016-10-20"]],"attributes":{"Colour":"red"}}"#,
                r#"{"fields":{"person":"Bo"},"positions":[["lead","2016-10-20"]],"end":["won",null]}"#,
                r#"{"fields":{"person":"Cy"},"positions":[["lead","2016-10-20"],["opportunity/qualifying",null]]}"#,
                r#"{"fields":{"email":"d@b.example"},"positions":[["lead",null]]}"#,
            ],
        );
    }

    #[test]
    fn what_cannot_be_read_is_rejected_with_its_place() {
        let long = "x".repeat(TEXT_CHARS + 1);
        check(
            &format!(
                "deal,amount,currency,close date,note\nA,ten,,,\nB,1.25,USD,13/13/2016,\n\
                 C,1,dollars,,\nD,1,,,{long}\nE,\"1,50\",EUR,10/20/2016,\nF,(500),,,"
            ),
            &[
                "2 amount ten NotAnAmount",
                "3 close date 13/13/2016 NotADate",
                "4 currency dollars NotACurrency",
                &format!("5 note {} TooLong", "x".repeat(100)),
                "6 amount 1,50 NotAnAmount",
                "7 amount (500) BelowZero",
            ],
        );
    }

    #[test]
    fn a_source_is_the_playbook_s_where_its_words_are_known() {
        let (tables, mut playbook) = (
            [table("person,utm_source\nA,Trade Fair\nB,?utm_medium=CPC&utm_campaign=x\nC,Mars")],
            playbook(),
        );
        playbook.sources = serde_json::from_str(
            r#"[{"id":"event","title":"Trade fair"},{"id":"ad","title":"Ad","utm":["cpc"]}]"#,
        )
        .unwrap();
        let plan = Plan::guess(&tables, &playbook, Currency::USD).unwrap();
        let sources: Vec<_> = plan
            .rows(&tables, &playbook)
            .map(|reading| {
                let Reading::Told(new) = reading else { panic!() };
                let source = new.imported.fields[&Field::Source].clone();
                (source, new.imported.attributes.get("utm_source").cloned())
            })
            .collect();
        let campaign = Some("?utm_medium=CPC&utm_campaign=x".to_owned());
        let named = |source: &str| (source.to_owned(), None);
        assert_eq!(sources, [named("event"), ("ad".to_owned(), campaign), named("Mars")]);
    }

    #[test]
    fn a_row_set_aside_asks_for_a_date_and_keeps_its_words() {
        let (tables, playbook) = (
            [table(
                "Email,Status
a@b.example,Bad timing",
            )],
            playbook(),
        );
        let plan = Plan::guess(&tables, &playbook, Currency::USD).unwrap();
        let Some(Reading::Told(new)) = plan.rows(&tables, &playbook).next() else { panic!() };
        assert!(new.set_aside);
        assert_eq!(new.asides.get("Status").unwrap(), "Bad timing");
    }
}
