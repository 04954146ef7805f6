//! Files of kinds people really have, as bytes: each is read rightly or refused.

use ripen::app::workspace::Workspace;
use ripen::domain::event::Field;
use ripen::domain::money::Currency;
use ripen::domain::playbook::Playbook;
use ripen::exchange::csv::sniff::{Binary, Encoding, FileKind, Markup, markup, sniff};
use ripen::exchange::csv::{CsvError, Dialect, Table, read};
use ripen::exchange::import::columns::Target;
use ripen::exchange::import::plan::Plan;
use ripen::exchange::import::preview::Preview;
use ripen::exchange::import::rows::{Reading, Told};
use ripen::exchange::limits::FILE_BYTES;
use std::fmt::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

fn playbook() -> Playbook {
    serde_json::from_str(include_str!("../playbooks/pain-interest-fit.json")).unwrap()
}

/// What the browser's decoder makes of bytes.
fn decode(bytes: &[u8]) -> String {
    let FileKind::Text(encoding) = sniff(bytes) else { panic!("no text: {:?}", sniff(bytes)) };
    let units = |unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect::<String>()
    };
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => units(u16::from_le_bytes),
        Encoding::Utf16Be => units(u16::from_be_bytes),
        // The bytes used here are the same in Latin-1, but for the euro.
        Encoding::Windows1252 => {
            bytes.iter().map(|b| if *b == 0x80 { '€' } else { char::from(*b) }).collect()
        }
    };
    text.trim_start_matches('\u{feff}').to_owned()
}

fn table(bytes: &[u8]) -> Table {
    let text = decode(bytes);
    read("t.csv", &text, Dialect::guess(&text)).unwrap()
}

fn plan(table: &Table) -> Plan {
    Plan::guess(std::slice::from_ref(table), &playbook(), Currency::USD).unwrap()
}

fn told(bytes: &[u8]) -> Vec<Told> {
    let (table, playbook) = (table(bytes), playbook());
    let plan = plan(&table);
    let rows = plan.rows(std::slice::from_ref(&table), &playbook);
    rows.map(|reading| match reading {
        Reading::Told(told) => *told,
        other => panic!("{other:?}"),
    })
    .collect()
}

/// What the rows say: person, organisation, amount, positions' and ends' days.
fn check(bytes: &[u8], expected: &[&str]) {
    let words = |told: Told| {
        let row = told.imported;
        let field = |field| row.fields.get(&field).cloned().unwrap_or_default();
        let amount = row.amount.map(|a| format!("{} {}", a.decimal(), a.currency));
        let days =
            row.positions.iter().filter_map(|(_, day)| *day).chain(row.end.and_then(|e| e.1));
        let days = days.map(|day| day.to_string()).collect::<Vec<_>>().join(" ");
        [field(Field::Person), field(Field::Organisation), amount.unwrap_or_default(), days]
            .join("|")
    };
    let found: Vec<_> = told(bytes).into_iter().map(words).collect();
    assert_eq!(found, expected, "{}", decode(bytes));
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn files_people_really_have_are_read_rightly() {
    // Excel's own CSV in Germany.
    check(
        b"Ansprechpartner;Person;Company;Amount;Created\r\nx;J\xf6rg M\xfcller;Caf\xe9 \"Z\xfcrich\";1.234,56 \x80;31.12.2025\r\nx;Ann;Acme;22.700,00 \x80;1.2.2026\r\n",
        &["Jörg Müller|Café \"Zürich\"|1234.56 EUR|2025-12-31", "Ann|Acme|22700.00 EUR|2026-02-01"],
    );
    let text = "\u{feff}Person\tCompany\tAmount\r\nZoë\tÅbo, Oy\t$22,700.00\r\n";
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        check(&utf16(text, unit), &["Zoë|Åbo, Oy|22700.00 USD|"]);
    }
    check(b"sep=;\r\nPerson;Company\r\nAnn;\"Acme;\r\nInc\"\r\n", &["Ann|Acme;\r\nInc||"]);
    check(
        b"Person,Company,Stage,Created\nAnn,\"A \"\"quoted\"\"\nname\",lead,\"15 Apr, 2021 00:03:00\"\n",
        &["Ann|A \"quoted\"\nname||2021-04-15"],
    );
    // Titles above, rows that lack their last cells, a total below.
    check(
        b"Sales report,,,\n\nPerson,Company,Amount,Created\nAnn,Acme,5,2026-01-02\nBo,Beta\nCy,Gamma\n",
        &["Ann|Acme|5.00 USD|2026-01-02", "Bo|Beta||", "Cy|Gamma||"],
    );
    check(
        b"Person;Company;Created\nA;B;10/20/2016\nC;D;3/4/2016",
        &["A|B||2016-10-20", "C|D||2016-03-04"],
    );
    check(
        b"Person;Company;Created\nA;B;20/10/2016\nC;D;3/4/2016",
        &["A|B||2016-10-20", "C|D||2016-04-03"],
    );
}

#[test]
fn days_that_read_both_ways_are_asked_about() {
    let table = table(b"Person,Company,Created\nA,B,1/2/2016\nC,D,3/4/2016");
    let names: Vec<_> = plan(&table).ambiguous_dates().map(|c| c.name.clone()).collect();
    assert_eq!(names, ["Created"]);
}

#[test]
fn what_is_no_table_is_told_by_name() {
    for (bytes, expected) in [
        (&b"PK\x03\x04\x14\0[Content_Types].xml"[..], FileKind::Binary(Binary::Excel)),
        (
            b"PK\x03\x04[Content_Types].xml_rels/.rels word/document.xml",
            FileKind::Binary(Binary::Office),
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::Binary(Binary::OldExcel)),
        (b"\x89PNG\r\n\x1a\n\0\0", FileKind::Binary(Binary::Picture("PNG"))),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", FileKind::Binary(Binary::Picture("JPEG"))),
        (b"GIF89a\x01\0", FileKind::Binary(Binary::Picture("GIF"))),
        (b"RIFF\x24\0\0\0WEBPVP8 ", FileKind::Binary(Binary::Picture("WebP"))),
        (b"Rar!\x1a\x07\0", FileKind::Binary(Binary::Archive)),
        (b"7z\xbc\xaf\x27\x1c", FileKind::Binary(Binary::Archive)),
        (b"", FileKind::Empty),
    ] {
        assert_eq!(sniff(bytes), expected);
    }
    for (text, expected) in [
        ("<html><body><table>", Some(Markup::Html)),
        ("\u{feff}\n<TABLE border=1>", Some(Markup::Html)),
        ("<?xml version=\"1.0\"?><html>", Some(Markup::Html)),
        ("<?xml version=\"1.0\"?><Workbook>", Some(Markup::Xml)),
        ("<none>,town\nAnn,Bern", None),
        ("name,note\nAnn,<table>", None),
        ("", None),
    ] {
        assert_eq!(markup(text), expected, "{text}");
    }
    let large = "a,b\n".repeat(FILE_BYTES / 4 + 1);
    let dialect = Dialect::guess(&large);
    assert_eq!(read("t", &large, dialect), Err(CsvError::TooLarge { limit: FILE_BYTES }));
    // One quote that is never closed does not keep anybody long.
    let mut open = "a,b\n\"".to_owned();
    open.push_str(&"x,y\n".repeat(5_000_000));
    assert_eq!(read("t", &open, Dialect::guess(&open)), Err(CsvError::Unclosed { line: 2 }));
}

#[test]
fn four_hundred_columns_come_in_with_all_they_hold() {
    let mut text = String::from("Person,Company");
    (2..400).for_each(|n| write!(text, ",Column {n}").unwrap());
    text.push_str("\nAnn,Acme");
    (2..400).for_each(|n| write!(text, ",v{n}").unwrap());
    let all = told(text.as_bytes());
    assert_eq!((all.len(), all[0].imported.attributes.len()), (1, 398));
}

#[test]
fn a_large_file_that_means_nothing_to_us_is_kept_or_asked_about() {
    let mut text = String::from("c0");
    (1..40).for_each(|n| write!(text, ",c{n}").unwrap());
    for row in 0..10_000 {
        write!(text, "\n{row}").unwrap();
        (1..40).for_each(|n| write!(text, ",v{}", (row * n) % 97).unwrap());
    }
    let table = table(text.as_bytes());
    let plan = plan(&table);
    // Nothing names anybody: whoever imports it is asked which column does.
    assert!(plan.columns.iter().all(|column| column.target == Target::Attribute));
    let workspace = Workspace::new(Arc::new(playbook()));
    let preview = Preview::of(&plan, std::slice::from_ref(&table), &workspace);
    assert_eq!((preview.new, preview.rejected.len()), (10_000, 0));
}

/// A small generator of numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

const PARTS: [&str; 44] = [
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "'",
    "=",
    "sep=;",
    "\u{feff}",
    "\0",
    "Person",
    "Company",
    "Email",
    "Stage",
    "Amount",
    "Created",
    "Close date",
    "Contact ID",
    "id",
    "Won",
    "lead",
    "1/2/2016",
    "31.12.2016",
    "$1,000.00",
    "1.234,56 €",
    "99999999999999999999",
    "-",
    "n/a",
    "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "é",
    "🦀",
    "\u{202e}",
    "\u{1b}[2J",
    "01900000-0000-7000-8000-00000000000a",
    "ann@x.example",
    "{",
    "[",
    "   ",
    "x",
];

#[test]
fn ten_thousand_hostile_files_neither_panic_nor_take_long() {
    let playbook = Arc::new(playbook());
    let workspace = Workspace::new(Arc::clone(&playbook));
    let mut dice = Dice(0x5eed_0bad_cafe_f00d);
    let mut slowest = Duration::ZERO;
    for file in 0..10_000 {
        let mut bytes = Vec::new();
        for _ in 0..dice.roll(60) {
            match dice.roll(12) {
                0 => bytes.push(u8::try_from(dice.roll(256)).unwrap()),
                1 => bytes.extend(PARTS[dice.roll(PARTS.len())].repeat(dice.roll(50)).bytes()),
                _ => bytes.extend(PARTS[dice.roll(PARTS.len())].bytes()),
            }
        }
        let begun = Instant::now();
        let FileKind::Text(_) = sniff(&bytes) else { continue };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Ok(table) = read("t", &text, Dialect::guess(&text)) else { continue };
        let tables = [table];
        let plan = Plan::guess(&tables, &playbook, Currency::EUR).unwrap();
        let preview = Preview::of(&plan, &tables, &workspace);
        assert_eq!(preview.rows(), tables[0].rows.len(), "file {file}");
        slowest = slowest.max(begun.elapsed());
    }
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
}
