//! Reading rows as a plan says: each becomes one [`Imported`] event, or says why not.
//!
//! An iterator, so that ten thousand rows can be read in slices that leave the page responsive.
//!
//! Invariant: reading never invents a date, and leaves no cell out that the plan keeps.

use super::amounts;
use super::columns::{Column, Target};
use super::dates;
use super::facts;
use super::journey::{Days, Journey};
use super::lookup::Lookups;
use super::plan::Plan;
pub use super::reading::{NewRow, Reading, Reason, Rejected};
use super::stages::StageMeaning;
use super::words::is_blank;
use crate::domain::event::{EndKind, Field, Imported};
use crate::domain::money::{Currency, Money};
use crate::domain::playbook::Playbook;
use crate::exchange::csv::{Row, Table};
use crate::exchange::limits::TEXT_CHARS;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
/// The rows of an import, read one after the other.
pub struct Rows<'a> {
    plan: &'a Plan,
    playbook: &'a Playbook,
    existing: &'a dyn Fn(&str) -> bool,
    lookups: Lookups<'a>,
    meanings: HashMap<(usize, &'a str), (&'a StageMeaning, bool)>,
    seen: HashSet<&'a str>,
    rest: std::slice::Iter<'a, Row>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        tables: &'a [Table],
        playbook: &'a Playbook,
        existing: &'a dyn Fn(&str) -> bool,
    ) -> Self {
        let meanings = plan
            .stages
            .iter()
            .map(|s| ((s.column, s.value.as_str()), (&s.meaning, s.recognised)))
            .collect();
        let rest = tables.get(plan.roles.main).map_or(&[][..], |table| &table.rows).iter();
        let lookups = Lookups::new(tables, &plan.roles);
        Self { plan, playbook, existing, lookups, meanings, seen: HashSet::new(), rest }
    }

    fn read(&mut self, row: &'a Row) -> Reading {
        let id = self.cell(row, &Target::ExternalId).filter(|id| !id.is_empty());
        if let Some(id) = id {
            if (self.existing)(id) {
                return Reading::AlreadyHere;
            }
            if !self.seen.insert(id) {
                return Reading::Repeated;
            }
        } else if let Some(email) = self.cell(row, &Target::Field(Field::Email))
            && !email.is_empty()
            && (self.existing)(&email_key(email))
        {
            return Reading::AlreadyHere;
        }
        match self.convert(row) {
            Ok(Some(new)) => Reading::New(Box::new(new)),
            Ok(None) => Reading::Ignored,
            Err(rejected) => Reading::Rejected(rejected),
        }
    }

    fn convert(&self, row: &Row) -> Result<Option<NewRow>, Rejected> {
        let stage = self.meaning(row, &Target::Stage);
        let outcome = self.meaning(row, &Target::Outcome);
        let either = |wanted| stage == Some(wanted) || outcome == Some(wanted);
        if either(&StageMeaning::Ignore) {
            return Ok(None);
        }
        let mut imported = Imported::default();
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
                    _ => self.take(&mut imported, column, text),
                }
            }
        }
        let name: String = format!("{first} {last}").trim().chars().take(TEXT_CHARS).collect();
        if !name.is_empty() {
            imported.fields.entry(Field::Person).or_insert(name);
        }
        let days = Days {
            created: self.day(row, &Target::Created)?,
            entered: self.day(row, &Target::Entered)?,
            closed: self.day(row, &Target::Closed)?,
        };
        let Journey { positions, end, took_created } =
            Journey::of(self.plan.kind, stage, outcome, &days, self.playbook);
        imported.positions = positions;
        imported.end = end.map(|kind| (kind, days.closed));
        if end.is_some() || days.closed.is_none() {
            self.drop_attribute(&mut imported, &Target::Closed);
        }
        if took_created || days.created.is_none() {
            self.drop_attribute(&mut imported, &Target::Created);
        }
        imported.amount = self.amount(row, end)?;
        let set_aside = end.is_none() && either(&StageMeaning::Nurturing);
        Ok(Some(NewRow { line: row.line, imported, set_aside }))
    }

    /// Puts a cell where its column says.
    fn take(&self, imported: &mut Imported, column: &Column, text: &str) {
        match &column.target {
            Target::Field(Field::Source) => {
                let meant = self.playbook.source_meant(text).map(|source| source.id.as_str());
                // An address says more than where it came from, such as the campaign.
                if meant.is_some() && text.contains('=') {
                    imported.attributes.insert(column.name.clone(), text.to_owned());
                }
                imported.fields.insert(Field::Source, meant.unwrap_or(text).to_owned());
            }
            Target::Field(field) => {
                imported.fields.insert(*field, text.to_owned());
            }
            Target::ExternalId => imported.external_id = Some(text.to_owned()),
            Target::Fact(id) => {
                let value = facts::value(text, self.playbook.question(id));
                imported.facts.insert(id.clone(), value);
            }
            Target::Stage | Target::Outcome => {
                // The words are kept where the meaning does not say it all.
                let known = self.meanings.get(&(column.column, text));
                if known.is_none_or(|(m, sure)| !sure || **m == StageMeaning::Nurturing) {
                    imported.attributes.insert(column.name.clone(), text.to_owned());
                }
            }
            // Kept unless the journey takes them: a date for which it has no place.
            Target::Attribute | Target::Created | Target::Closed => {
                imported.attributes.insert(column.name.clone(), text.to_owned());
            }
            _ => {}
        }
    }

    fn cell(&self, row: &'a Row, target: &Target) -> Option<&'a str> {
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

    fn drop_attribute(&self, imported: &mut Imported, target: &Target) {
        let main = |c: &&Column| c.table == self.plan.roles.main && &c.target == target;
        if let Some(column) = self.plan.columns.iter().find(main) {
            imported.attributes.remove(&column.name);
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

/// What a contact without an external id is known again by, beside external ids.
///
/// ```
/// use ripen::exchange::import::rows::email_key;
/// assert_eq!(email_key("Ann@B.example"), "mailto:ann@b.example");
/// ```
pub fn email_key(email: &str) -> String {
    format!("mailto:{}", email.to_lowercase())
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
    use crate::exchange::import::plan::tests::{playbook, table};

    /// What becomes of each row: `NewRow` as compact JSON of its event, else the reading.
    fn check(text: &str, expected: &[&str]) {
        let (tables, playbook) = ([table(text)], playbook());
        let plan = Plan::guess(&tables, &playbook, Currency::USD).unwrap();
        let rows = plan.rows(&tables, &playbook, &|id| id == "here");
        let readings: Vec<_> = rows
            .map(|reading| match reading {
                Reading::New(new) => serde_json::to_string(&new.imported).unwrap(),
                Reading::Rejected(r) => {
                    format!("{} {} {} {:?}", r.line, r.column, r.value, r.reason)
                }
                other => format!("{other:?}"),
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
here,Won,,,
a,Won,,,
e,Won,,,
f,Engaging,10/20/2016,3/1/2017,5",
            &[
                r#"{"external_id":"a","positions":[["opportunity/discovery","2016-10-20"]]}"#,
                r#"{"external_id":"b","positions":[["opportunity/qualifying",null]]}"#,
                r#"{"external_id":"c","positions":[["opportunity/qualifying","2016-10-20"]],"end":["won","2017-03-01"],"amount":{"minor":105400,"currency":"USD"}}"#,
                r#"{"external_id":"d","positions":[["opportunity/qualifying","2016-10-20"]],"end":["lost","2017-03-01"]}"#,
                "AlreadyHere",
                "Repeated",
                r#"{"external_id":"e","positions":[["opportunity/qualifying",null]],"end":["won",null]}"#,
                r#"{"external_id":"f","positions":[["opportunity/discovery","2016-10-20"]],"amount":{"minor":500,"currency":"USD"},"attributes":{"close_date":"3/1/2017"}}"#,
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
                 C,1,dollars,,\nD,1,,,{long}\nE,\"1,50\",EUR,10/20/2016,"
            ),
            &[
                "2 amount ten NotAnAmount",
                "3 close date 13/13/2016 NotADate",
                "4 currency dollars NotACurrency",
                &format!("5 note {} TooLong", "x".repeat(100)),
                "6 amount 1,50 NotAnAmount",
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
            .rows(&tables, &playbook, &|_| false)
            .map(|reading| {
                let Reading::New(new) = reading else { panic!() };
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
        let Some(Reading::New(new)) = plan.rows(&tables, &playbook, &|_| false).next() else {
            panic!()
        };
        assert!(new.set_aside);
        assert_eq!(new.imported.attributes.get("Status").unwrap(), "Bad timing");
    }
}
