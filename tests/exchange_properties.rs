//! Whatever history there is comes back as it went out; whatever bytes come in, nothing panics.

mod support;

use chrono::{DateTime, NaiveDate, Utc};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use ripen::app::workspace::Workspace;
use ripen::domain::answer::Evidence;
use ripen::domain::event::{
    AmountSet, Answered, Author, By, CloseExpected, Created, EndKind, Event, EventKind, Field,
    FieldSet, Imported, Lost, MergedInto, Nurtured, Retracted, Returned, TaskSet,
};
use ripen::domain::held::Held;
use ripen::domain::ids::{
    AuthorId, BatchId, ContactId, EventId, OptionId, QuestionId, ReasonId, SourceId, StageId,
    SystemId,
};
use ripen::domain::log::EventLog;
use ripen::domain::money::{Currency, Money};
use ripen::domain::playbook::Playbook;
use ripen::domain::position::Position;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use ripen::exchange::csv::{self, Dialect, sniff::sniff};
use ripen::exchange::import::plan::Plan;
use ripen::exchange::import::preview::{Preview, lookups};
use ripen::exchange::{json, playbook_file, record, result_file, workspace_file};
use std::sync::Arc;
use support::config;
use uuid::Uuid;

const PLAYBOOK: &str = r#"{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,
    "title":"Tiny","sections":[{"id":"o","title":"O"}],
    "questions":[{"id":"pain","section":"o","title":"Pain","ask":"Pain?","kind":"yes_no"}],
    "criteria":[{"id":"pain","title":"Pain","rule_text":"yes","step":"ask",
                 "rule":{"answer":{"question":"pain","is":{"yes":true}}}}],
    "gates":{"prospect":[],"opportunity":["pain"]},
    "stages":[{"id":"qualifying","title":"Qualifying","exit":[]}],
        "reasons":{"disqualify":[{"id":"no","title":"No"}],"lose":[{"id":"gone","title":"Gone"}]},
    "chance":{"start":0.125,"complete":0.8,"slots":[{"title":"Pain","criterion":"pain"}]}}"#;

fn playbook() -> Playbook {
    playbook_file::read(PLAYBOOK).unwrap()
}

/// The first millisecond of 1970 to the last one of 2200.
const MILLIS: std::ops::Range<i64> = 0..7_289_654_400_000;

fn instants() -> impl Strategy<Value = When> {
    MILLIS.prop_map(|m| When::Instant(DateTime::<Utc>::from_timestamp_millis(m).unwrap()))
}

fn days() -> impl Strategy<Value = NaiveDate> {
    MILLIS.prop_map(|m| DateTime::<Utc>::from_timestamp_millis(m).unwrap().date_naive())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,12}", "[\"\\\\\n\t\u{0}\u{2028}<é]{0,6}"]
}

fn money() -> impl Strategy<Value = Money> {
    (any::<i64>(), "[A-Z]{3}")
        .prop_map(|(minor, code)| Money { minor, currency: Currency::parse(&code).unwrap() })
}

fn values() -> impl Strategy<Value = Value> {
    // Numbers of up to 15 digits, as people write them, are exact in JSON both ways.
    let numbers = (-999_999_999_i64..999_999_999, 0..6_i32).prop_map(|(digits, exponent)| {
        #[allow(clippy::cast_precision_loss)]
        Number::new(digits as f64 / 10_f64.powi(exponent)).unwrap()
    });
    prop_oneof![
        any::<bool>().prop_map(Value::YesNo),
        numbers.prop_map(Value::Number),
        texts().prop_map(Value::Text),
        texts().prop_map(|text| Value::Choice(OptionId::new(text))),
        money().prop_map(Value::Money),
        days().prop_map(Value::Date),
        any::<i32>().prop_map(Value::Scale),
    ]
}

fn positions() -> impl Strategy<Value = Position> {
    prop_oneof![
        Just(Position::Lead),
        Just(Position::Prospect),
        "[a-z/]{1,8}".prop_map(|id| Position::Stage(StageId::new(id))),
        Just(Position::Customer),
    ]
}

fn rows() -> impl Strategy<Value = Imported> {
    let fields = prop_oneof![Just(Field::Person), Just(Field::Email), Just(Field::Owner)];
    let ends = prop_oneof![Just(EndKind::Won), Just(EndKind::Lost), Just(EndKind::Disqualified)];
    (
        option::of(texts()),
        btree_map(fields, texts(), 0..3),
        btree_map(texts().prop_map(QuestionId::new), values(), 0..3),
        vec((positions(), option::of(days())), 0..3),
        option::of((ends, option::of(days()))),
        option::of(money()),
        btree_map(texts(), texts(), 0..3),
    )
        .prop_map(|(external_id, fields, facts, positions, end, amount, attributes)| {
            let reason = end.and(external_id.clone()).map(ReasonId::new);
            let system = amount.and(external_id.clone()).map(SystemId::new);
            let stage_untold = positions.len() == 1 && reason.is_some();
            Imported {
                external_id,
                system,
                fields,
                facts,
                positions,
                stage_untold,
                end,
                reason,
                amount,
                attributes,
            }
        })
}

fn unknown_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        texts().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Into::into),
            btree_map(texts(), inner, 0..4)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

fn kinds() -> impl Strategy<Value = EventKind> {
    let answered =
        (texts(), option::of(values()), option::of(texts())).prop_map(|(question, value, note)| {
            let question = QuestionId::new(question);
            EventKind::Answered(Answered {
                question,
                value,
                evidence: Evidence::Confirmed,
                note,
                from: None,
            })
        });
    prop_oneof![
        option::of(texts())
            .prop_map(|source| EventKind::Created(Created { source: source.map(SourceId::new) })),
        answered,
        rows().prop_map(EventKind::Imported),
        (positions(), texts())
            .prop_map(|(to, reason)| EventKind::Returned(Returned { to, reason })),
        (texts(), option::of(texts())).prop_map(|(reason, note)| EventKind::Lost(Lost {
            reason: ReasonId::new(reason),
            note
        })),
        days().prop_map(|until| EventKind::Nurtured(Nurtured { until, reason: None })),
        (days(), texts()).prop_map(|(due, note)| EventKind::TaskSet(TaskSet { due, note })),
        option::of(texts())
            .prop_map(|value| EventKind::FieldSet(FieldSet { field: Field::Phone, value })),
        option::of(money()).prop_map(|amount| EventKind::AmountSet(AmountSet { amount })),
        option::of(days()).prop_map(|on| EventKind::CloseExpected(CloseExpected { on })),
        any::<u8>().prop_map(|n| EventKind::Retracted(Retracted { batch: batch(n) })),
        any::<u128>().prop_map(|n| EventKind::MergedInto(MergedInto {
            contact: ContactId::parse(&Uuid::from_u128(n).to_string()).expect("a UUID")
        })),
        ("zz[a-z]{0,5}", unknown_json()).prop_map(|(name, value)| EventKind::Unknown(name, value)),
    ]
}

/// Few of them, so that retractions meet their actions.
fn batch(n: u8) -> BatchId {
    BatchId::new(u64::from(n % 4), [1; 10])
}

fn events() -> impl Strategy<Value = Event> {
    let by = prop_oneof![
        Just(By::Visitor),
        Just(By::Import),
        (texts(), texts()).prop_map(|(id, name)| By::Rep(Author { id: AuthorId::new(id), name })),
    ];
    let when = prop_oneof![
        instants().prop_map(Some),
        days().prop_map(|day| Some(When::Day(day))),
        Just(None),
    ];
    (MILLIS, any::<[u8; 10]>(), when, by, any::<u8>(), kinds()).prop_map(
        |(millis, random, at, by, n, kind)| {
            // Without a moment of its own, the event is recorded at the moment of its id.
            let own = When::Instant(DateTime::from_timestamp_millis(millis).unwrap());
            let id = EventId::new(millis.unsigned_abs(), random);
            Event { id, at: at.unwrap_or(own), by, batch: batch(n), kind }
        },
    )
}

fn logs() -> impl Strategy<Value = EventLog> {
    vec(events(), 0..6).prop_map(EventLog::new)
}

/// Text that gets past the first brace now and then.
fn near_json() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(":"),
        Just(","),
        Just("\""),
        Just("1e999"),
        Just("\"format\":\"ripen-workspace\""),
        Just("\"format\":\"ripen-playbook\""),
        Just("\"format\":\"ripen-result\""),
        Just("\"version\":1"),
        Just("\"v\":1"),
        Just("\"events\":["),
        Just("\"contacts\":["),
        Just("\"kind\":{"),
        Just("null"),
        Just("\\u"),
    ];
    prop_oneof![
        vec(words, 0..20).prop_map(|words| words.concat()),
        vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        (0..400_usize).prop_map(|n| "[{\"a\":".repeat(n)),
    ]
}

fn read_all(text: &str) -> [bool; 5] {
    let workspace = workspace_file::read(text);
    let mut reader = workspace_file::Reader::new(text);
    while reader.read() {}
    assert_eq!(reader.finish(), workspace, "whole or piece by piece");
    [
        json::recognise(text).is_ok(),
        workspace.is_ok(),
        playbook_file::read(text).is_ok(),
        record::decode(text).is_ok(),
        result_file::read::read(text).is_ok(),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_history_comes_back_as_it_was_stored(log in logs()) {
        let stored = record::encode_log(&log);
        let back = record::decode(&stored).unwrap();
        prop_assert_eq!(&back, &Held::History(log));
        prop_assert_eq!(record::encode(&back), stored);
    }

    #[test]
    fn a_workspace_comes_back_as_it_went_out(
        logs in vec(logs(), 0..5), at in instants(), gone in 0..3_u64,
    ) {
        let id = |n| ContactId::new(n, [3; 10]);
        let erased = (0..gone).map(|n| id(100 + n)).collect();
        let contacts = (0..).zip(&logs).map(|(n, log)| (id(n), log));
        let first = workspace_file::write(at, &playbook(), contacts.clone(), &erased);
        let file = workspace_file::read(&first).unwrap();
        let mut reader = workspace_file::Reader::new(&first);
        let pieces = std::iter::from_fn(|| reader.read().then_some(())).count();
        prop_assert!(pieces >= 5 + logs.len() && reader.left() == 0, "{} pieces", pieces);
        prop_assert_eq!(&reader.finish().unwrap(), &file);
        prop_assert!(file.contacts.iter().map(|(id, log)| (*id, log)).eq(contacts));
        let again = file.contacts.iter().rev().map(|(id, log)| (*id, log));
        let again = workspace_file::write(file.exported_at, &file.playbook, again, &file.erased);
        prop_assert_eq!(again, first);
        prop_assert_eq!(file.erased, erased);
    }

    #[test]
    fn cells_written_with_quotes_come_back(
        cells in vec(vec("\\PC{1,8}|[\",;\n\r]{1,4}", 2..5), 2..5)
    ) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let width = cells[0].len();
        let rows: Vec<Vec<String>> =
            cells.iter().map(|row| row.iter().cycle().take(width).cloned().collect()).collect();
        let lines = rows.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(","));
        let text = format!("\u{feff}sep=,\n{}\n", lines.collect::<Vec<_>>().join("\r\n"));
        let dialect = Dialect { delimiter: csv::Delimiter::Comma, above_header: 0, has_header: true };
        let filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let kept: Vec<_> = rows.iter().filter(filled).cloned().collect();
        prop_assume!(kept.len() > 1);
        let table = csv::read("t", &text, dialect).unwrap();
        let read: Vec<_> = table.rows.iter().map(|row| row.cells.clone()).collect();
        prop_assert_eq!(&read[..], &kept[1..]);
    }
}

// Ten thousand hostile files, a quarter of them for each way in.
proptest! {
    #![proptest_config(ProptestConfig { cases: 2_500, ..config() })]

    #[test]
    fn a_damaged_workspace_is_an_error_or_reads(
        logs in vec(logs(), 1..3), at in instants(), place in any::<prop::sample::Index>(),
        byte in any::<char>(),
    ) {
        let contacts = (0..).zip(&logs).map(|(n, log)| (ContactId::new(n, [3; 10]), log));
        let text = workspace_file::write(at, &playbook(), contacts, &[ContactId::new(9, [3; 10])].into());
        let mut chars: Vec<char> = text.chars().collect();
        let place = place.index(chars.len());
        chars[place] = byte;
        read_all(&chars.iter().collect::<String>());
        read_all(&chars[..place].iter().collect::<String>());
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in near_json()) {
        let taken = read_all(&text);
        prop_assert!(!taken[1] && !taken[2] && !taken[4], "{}", text);
    }

    #[test]
    fn no_table_makes_the_import_panic(
        texts in vec(prop_oneof![
            "[a-z,;\"\n]{0,60}",
            "(id|amount|deal stage|close date|company|email|name|,|\n|Won|1/2/2016|\"|;|12,5){0,40}",
            vec(any::<u8>(), 0..100).prop_map(|b| String::from_utf8_lossy(&b).into_owned()),
        ], 1..4)
    ) {
        for text in &texts {
            sniff(text.as_bytes());
        }
        let read = |text: &String| csv::read("t", text, Dialect::guess(text)).ok();
        let tables: Vec<_> = texts.iter().filter_map(read).collect();
        if let Some(plan) = Plan::guess(&tables, &playbook(), Currency::EUR) {
            let workspace = Workspace::new(Arc::new(playbook()));
            let preview = Preview::of(&plan, &tables, &workspace);
            prop_assert_eq!(preview.rows(), tables[plan.roles.main].rows.len());
            lookups(&plan, &tables);
        }
    }

    #[test]
    fn no_bytes_make_sniffing_panic(bytes in vec(any::<u8>(), 0..300)) {
        sniff(&bytes);
    }
}
