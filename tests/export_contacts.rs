//! The table of contacts: its headers, what stands in it, and that hostile texts come out
//! harmless and whole.

mod support;

use chrono::Utc;
use proptest::prelude::*;
use ripen::app::workspace::Record;
use ripen::domain::event::{
    AmountSet, CloseExpected, Created, EventKind, Field, FieldSet, Imported, Lost, Nurtured,
    TaskSet,
};
use ripen::domain::ids::{ContactId, ReasonId};
use ripen::domain::log::EventLog;
use ripen::domain::money::{Currency, Money};
use ripen::domain::value::Value;
use ripen::exchange::csv::write::{Reader, Writer, is_guarded};
use ripen::exchange::csv::{self, Dialect};
use ripen::exchange::export::contacts::{Heading, Seen, Table, headings};
use std::collections::BTreeMap;
use support::story::{Story, day};
use support::{any_events, config, pack};

fn record(story: &Story) -> Record {
    Record::new(ContactId::new(1_795_000_000_000, [7; 10]), story.log())
}

fn all(record: &Record) -> Vec<Heading> {
    let mut seen = Seen::default();
    record.contact.iter().for_each(|contact| seen.look(contact));
    headings(pack(), &seen)
}

/// What the table says of a contact, by header.
fn told(story: &Story) -> BTreeMap<String, String> {
    let record = record(story);
    let headings = all(&record);
    let row = Table::new(pack(), &headings).row(&record, &Utc).expect("a contact");
    headings.into_iter().map(|heading| heading.name).zip(row).collect()
}

/// Through a file and back; guards taken off.
fn read_back(header: &[String], row: &[String]) -> Vec<String> {
    let mut writer = Writer::new(Reader::Spreadsheet);
    writer.row(header);
    writer.row(row);
    let text = writer.finish();
    let table = csv::read("t", &text, Dialect::guess(&text)).expect("a table");
    let cells = table.rows.first().expect("a row").cells.iter();
    cells.map(|cell| if is_guarded(cell) { cell[1..].to_owned() } else { cell.clone() }).collect()
}

#[test]
fn the_headers_are_those_that_are_read_again() {
    let headings = headings(pack(), &Seen::default());
    let usual: Vec<_> =
        headings.iter().filter(|h| h.is_usual()).map(|h| h.name.as_str()).take(18).collect();
    assert_eq!(
        usual.join(", "),
        "Contact ID, Person, Organisation, Job title, Email, Phone, Source, Owner, Level, Stage, \
         Standing, Amount, Currency, Expected close, Next step, Next step due, Created, Last changed"
    );
    let asked = pack().questions.iter().filter(|question| question.retired.is_none()).count();
    assert_eq!(headings.len(), 23 + asked);
}

#[test]
fn every_column_has_a_header_of_its_own() {
    let attributes =
        ["Person", "person", "Size", "size (2)"].map(|name| (name.to_owned(), "x".to_owned()));
    let row = Imported { attributes: attributes.into(), ..Imported::default() };
    let story = Story::new()
        .then(EventKind::Imported(row))
        .confirmed("from_another_playbook", Value::YesNo(true));
    let told = told(&story);
    assert_eq!(told["Person (2)"], "x");
    assert_eq!(told["person (3)"], "x");
    assert_eq!(told["from_another_playbook"], "Yes");
    assert_eq!(told.len(), all(&record(&story)).len());
}

#[test]
fn a_row_says_how_the_contact_stands() {
    let eur = Money { minor: 1_234_050, currency: Currency::EUR };
    let set =
        |field, value: &str| EventKind::FieldSet(FieldSet { field, value: Some(value.to_owned()) });
    let story = Story::new()
        .on("2026-10-01")
        .then(EventKind::Created(Created::default()))
        .then(set(Field::Person, "Ann Lee"))
        .then(set(Field::Phone, "+49 30 1234"))
        .advanced("opportunity/discovery")
        .then(EventKind::AmountSet(AmountSet { amount: Some(eur) }))
        .then(EventKind::CloseExpected(CloseExpected { on: Some(day("2026-12-31")) }))
        .then(EventKind::TaskSet(TaskSet { due: day("2026-11-30"), note: "Call\n\"back\"".into() }))
        .on("2026-11-02")
        .then(EventKind::Nurtured(Nurtured { until: day("2027-01-15"), reason: None }));
    let told = told(&story);
    for (header, cell) in [
        ("Person", "Ann Lee"),
        ("Organisation", ""),
        ("Phone", "+49 30 1234"),
        ("Level", "Opportunity"),
        ("Stage", "Discovery"),
        ("Standing", "Nurturing"),
        ("Back on", "2027-01-15"),
        ("Amount", "12340.50"),
        ("Currency", "EUR"),
        ("Expected close", "2026-12-31"),
        ("Closed", ""),
        ("Next step", "Call\n\"back\""),
        ("Next step due", "2026-11-30"),
        ("Created", "2026-10-01"),
        ("Last changed", "2026-11-02"),
    ] {
        assert_eq!(told[header], cell, "{header}");
    }
    let lost = EventKind::Lost(Lost { reason: ReasonId::new("gone-elsewhere"), note: None });
    let told = self::told(&story.on("2026-11-03").then(lost));
    assert_eq!(
        [&told["Standing"], &told["Reason"], &told["Closed"]],
        ["Lost", "gone-elsewhere", "2026-11-03"]
    );
}

/// Texts that break files, spreadsheets or pages.
const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "'=1",
    "two\r\nlines",
    "a,b;c\td|e",
    "he said \"no\"",
    "\u{202e}evil\u{202c}",
    "\u{1d}\u{feff}\u{0}",
    "{{7*7}}${7*7}",
    "\u{1f469}\u{200d}\u{1f4bb}",
];

#[test]
fn hostile_texts_come_out_harmless_and_whole() {
    for text in HOSTILE {
        let attributes = [("note".to_owned(), text.to_owned())].into();
        let row = Imported { attributes, ..Imported::default() };
        let record = record(&Story::new().then(EventKind::Imported(row)));
        let headings: Vec<_> =
            all(&record).into_iter().filter(|heading| heading.name == "note").collect();
        let row = Table::new(pack(), &headings).row(&record, &Utc).expect("a contact");
        assert_eq!(row, [text]);
        let mut writer = Writer::new(Reader::Spreadsheet);
        writer.row(&row);
        let file = writer.finish();
        let cell = file.trim_start_matches(['\u{feff}', '"']);
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{file:?}");
        let header = ["note".to_owned()];
        assert_eq!(read_back(&header, &row), [text], "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn any_contact_has_a_cell_in_each_column_and_comes_back(events in any_events()) {
        let record = Record::new(ContactId::new(0, [0; 10]), EventLog::new(events));
        let headings = all(&record);
        let table = Table::new(pack(), &headings);
        let header: Vec<_> = table.header().map(str::to_owned).collect();
        let mut own = header.clone();
        own.sort_by_key(|name| name.to_lowercase());
        own.dedup_by_key(|name| name.to_lowercase());
        prop_assert_eq!(own.len(), header.len());
        if let Some(row) = table.row(&record, &Utc) {
            prop_assert_eq!(row.len(), header.len());
            let read = read_back(&header, &row);
            for (cell, read) in row.iter().zip(read) {
                prop_assert_eq!(cell, &read);
            }
        }
    }
}
