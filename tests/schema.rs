//! The published schemas are those of the types, hold for everything Ripen writes, and refuse what
//! its readers refuse.
//!
//! `cargo test --no-default-features --features schema --test schema`

mod support;

use jsonschema::Validator;
use proptest::prelude::*;
use ripen::app::demo::demo;
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::event::{By, Field};
use ripen::domain::ids::{ContactId, QuestionId, SourceId};
use ripen::domain::log::EventLog;
use ripen::domain::playbook::check::{Fault, FaultKind};
use ripen::domain::value::Value as Answer;
use ripen::domain::when::When;
use ripen::exchange::case_file::{self, Case};
use ripen::exchange::json::FileError;
use ripen::exchange::playbook_file::{self, PlaybookError};
use ripen::exchange::result_file::{self, Agreed, RunResult, read as result_reader};
use ripen::exchange::{schema, workspace_file};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use support::{any_events, config, pack, today};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn published(file: &str) -> Value {
    let text = schema::files().into_iter().find(|(name, _)| *name == file).expect("a schema").1;
    serde_json::from_str(&text).expect("a schema is JSON")
}

fn validator(file: &str) -> Validator {
    jsonschema::validator_for(&published(file)).expect("a schema that can be used")
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("what Ripen writes is JSON")
}

/// What a schema holds against a file, each with its place.
fn complaints(validator: &Validator, file: &Value) -> Vec<String> {
    validator.iter_errors(file).map(|e| format!("{}: {e}", e.instance_path())).take(5).collect()
}

fn workspace() -> String {
    let mut n = 0_u8;
    let histories = demo(pack(), today(), || {
        n += 1;
        ContactId::new(0, [n; 10])
    });
    let contacts = histories.iter().map(|(id, log)| (*id, log));
    workspace_file::write(
        When::Day(today()),
        pack(),
        contacts,
        &[ContactId::new(9, [9; 10])].into(),
    )
}

fn result() -> RunResult {
    let (mut answers, at) = (Answers::default(), When::Day(today()));
    for question in &pack().questions {
        let value = Answer::Text("as it came".to_owned());
        let note = Some("in my own words".to_owned());
        let given = Given { value, evidence: Evidence::Claimed, at, by: By::Visitor, note };
        answers.record(question.id.clone(), given);
    }
    answers.record_unknown(QuestionId::from("pain"), Evidence::Claimed);
    let id = ContactId::new(7, [0; 10]);
    let result = RunResult::of(pack(), &answers, id, at, today(), |_, value| format!("{value:?}"));
    let fields = [(Field::Email, "a@b.example".to_owned())].into();
    let consent = Some(Agreed { text: "Keep it.".to_owned(), revision: 2, at });
    let campaign = [("utm_source".to_owned(), "google".to_owned())].into();
    RunResult { fields, consent, campaign, ..result }.with_source(Some(SourceId::from("website")))
}

#[test]
fn the_published_files_are_those_of_the_types() {
    let folder = root().join("schema");
    for (name, text) in schema::files() {
        let stands = fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(stands == text, "schema/{name} is out of date; `cargo xtask schema` renews it");
    }
    assert_eq!(fs::read_dir(folder).unwrap().count(), schema::files().len(), "strange files");
}

#[test]
fn every_schema_is_one() {
    for (name, _) in schema::files() {
        let schema = published(name);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        let kind = name.replace(".json", "");
        assert_eq!(schema["$id"], format!("urn:ripen:ripen-{kind}:1"));
        assert_eq!(schema["title"], format!("ripen-{kind}"));
    }
}

#[test]
fn what_ripen_ships_and_writes_is_valid() {
    let check = |schema: &str, file: &Value, what: &str| {
        assert_eq!(complaints(&validator(schema), file), Vec::<String>::new(), "{what}");
    };
    for entry in fs::read_dir(root().join("playbooks")).unwrap() {
        let path = entry.unwrap().path();
        // Overlays are no playbooks; they have a folder of their own.
        if path.is_dir() {
            continue;
        }
        let playbook = playbook_file::read(&fs::read_to_string(&path).unwrap()).unwrap();
        let what = path.display().to_string();
        check("playbook.json", &parsed(&fs::read_to_string(&path).unwrap()), &what);
        check("playbook.json", &parsed(&playbook_file::write(&playbook)), &what);
        check("playbook.json", &json!(playbook.for_visitors()), &what);
    }
    check("workspace.json", &parsed(&workspace()), "the demo");
    check("result.json", &parsed(&result_file::write(&result())), "a result");
    for playbook in [None, Some(pack().clone())] {
        let log = demo(pack(), today(), || ContactId::new(0, [0; 10])).remove(0).1;
        let (shared_at, contact) = (When::Day(today()), ContactId::new(7, [0; 10]));
        let case = Case { shared_at, judged_by: pack().reference(), playbook, contact, log };
        check("case.json", &parsed(&case_file::write(&case)), "a case");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn every_history_is_valid(events in any_events()) {
        thread_local!(static VALIDATOR: Validator = validator("workspace.json"));
        let log = EventLog::new(events);
        let contacts = [(ContactId::new(7, [0; 10]), &log)];
        let text = workspace_file::write(When::Day(today()), pack(), contacts, &[ContactId::new(9, [9; 10])].into());
        let found = VALIDATOR.with(|validator| complaints(validator, &parsed(&text)));
        prop_assert_eq!(found, Vec::<String>::new());
    }
}

/// A playbook with every kind of thing in it.
const PLAYBOOK: &str = include_str!("fixtures/schema/playbook.json");
/// What can happen, every kind of event.
const KINDS: &str = include_str!("fixtures/schema/events.json");

fn small_workspace() -> Value {
    let id = "0157df6b-3800-7000-8000-0000000000aa";
    let author = json!({"rep": {"id": "a", "name": "n"}});
    let playbook = json!({"format": "ripen-playbook", "version": 1, "id": "p", "revision": 1,
        "title": "P", "sections": [], "questions": [], "criteria": [],
        "gates": {"prospect": [], "opportunity": []}});
    let events = parsed(KINDS).as_array().cloned().unwrap_or_default();
    let event =
        |kind| json!({"id": id, "at": "2026-11-21", "by": author, "batch": id, "kind": kind});
    let events: Vec<Value> = events.into_iter().map(event).collect();
    json!({"format": "ripen-workspace", "version": 1, "exported_at": "2026-11-21T09:30:00.000Z",
        "playbook": playbook, "contacts": [{"id": id, "events": events}]})
}

/// Whether the readers take a file's shape. What is wrong in a playbook beyond it, they say apart.
fn is_read(schema: &str, file: &Value) -> bool {
    let text = file.to_string();
    match schema {
        "playbook.json" => !matches!(playbook_file::read(&text), Err(PlaybookError::File(_))),
        "workspace.json" => {
            let shape = |fault: &Fault| {
                matches!(fault.kind, FaultKind::NotAPlaybook(_) | FaultKind::Newer(_))
            };
            match workspace_file::read(&text) {
                Err(FileError::Playbook(faults)) => !faults.iter().any(shape),
                read => read.is_ok(),
            }
        }
        _ => result_reader::read(&text).is_ok(),
    }
}

/// The places of everything inside a value.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, inner)| (key.clone(), inner)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(n, v)| (n.to_string(), v)).collect(),
        _ => Vec::new(),
    };
    for (key, inner) in inner {
        let place = format!("{at}/{key}");
        places(inner, &place, into);
        into.push(place);
    }
}

fn without(file: &Value, place: &str) -> Value {
    let (mut file, (parent, key)) = (file.clone(), place.rsplit_once('/').expect("a place"));
    match file.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.remove(key)),
        Some(Value::Array(list)) => drop(list.remove(key.parse().expect("an index"))),
        _ => panic!("{place}"),
    }
    file
}

/// Spoils one thing after the other; the schema must say what the reader says.
fn agree(schema: &str, file: &Value, stricter: &[&str]) {
    let validator = validator(schema);
    assert_eq!(complaints(&validator, file), Vec::<String>::new(), "{schema}");
    assert!(is_read(schema, file), "{schema}");
    let mut all = Vec::new();
    places(file, "", &mut all);
    let mut refused = 0;
    for place in all.iter().filter(|place| !stricter.contains(&place.as_str())) {
        let spoilt = [json!(null), json!({}), json!([]), json!(7), json!("x"), json!(true)];
        // In place of an object serde takes a list of what is in it; nobody writes that.
        let was_object = file.pointer(place).is_some_and(Value::is_object);
        let spoilt = spoilt.into_iter().filter(|value| !was_object || !value.is_array());
        let put = |value: Value| {
            let mut file = file.clone();
            *file.pointer_mut(place).expect("it is there") = value;
            file
        };
        for changed in spoilt.map(put).chain([without(file, place)]) {
            let read = is_read(schema, &changed);
            let now = changed.pointer(place).map(Value::to_string);
            assert_eq!(validator.is_valid(&changed), read, "{schema}: {place} as {now:?}");
            refused += usize::from(!read);
        }
    }
    assert!(refused > 100, "{schema}: {refused}");
}

#[test]
fn a_schema_takes_what_the_reader_takes() {
    agree("playbook.json", &parsed(PLAYBOOK), &[]);
    // A workspace without a version is read as one of this version.
    agree("workspace.json", &small_workspace(), &["/version"]);
    agree("result.json", &parsed(&result_file::write(&result())), &[]);
}

#[test]
fn unknown_fields_and_kinds_are_taken_where_the_reader_takes_them() {
    let check = |schema: &str, file: &Value, place: &str, key: &str, taken: bool| {
        let mut file = file.clone();
        let object = file.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
        object.insert(key.to_owned(), json!("new"));
        assert_eq!(validator(schema).is_valid(&file), taken, "{schema}: {place}/{key}");
        assert_eq!(is_read(schema, &file), taken, "{schema}: {place}/{key}");
    };
    let (playbook, workspace) = (parsed(PLAYBOOK), small_workspace());
    check("playbook.json", &playbook, "", "$schema", true);
    check("playbook.json", &playbook, "/questions/0", "new", true);
    check("playbook.json", &playbook, "/questions/1/kind/number/limits", "new", false);
    check("playbook.json", &playbook, "/criteria/0/rule", "new", false);
    check("workspace.json", &workspace, "/contacts/0/events/0", "new", true);
    check("workspace.json", &workspace, "/contacts/0/events/0/kind", "new", false);
    check("workspace.json", &workspace, "/contacts/0/events/20/kind/imported/fields", "new", false);
    let result = parsed(&result_file::write(&result()));
    check("result.json", &result, "", "new", true);
    check("result.json", &result, "/fields", "new", false);
}
