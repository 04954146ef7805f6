//! Broken and hostile playbooks: each is refused with the place of what is wrong, and nothing that
//! was read before is touched; whatever is read is looked through without harm.

mod support;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use ripen::domain::playbook::check::FaultKind;
use ripen::domain::playbook::lint::{FindingKind, lint};
use ripen::domain::playbook::{Noun, Playbook};
use ripen::exchange::json::FileError;
use ripen::exchange::limits::{PLAYBOOK_BYTES, TEXT_CHARS};
use ripen::exchange::playbook_file::{self, PlaybookError};
use ripen::exchange::{overlay_file, workspace_file};
use serde_json::{Value as Json, json};
use std::time::{Duration, Instant};
use support::{PACK_JSON, any_json, config, pack};

fn pack_json() -> Json {
    serde_json::from_str(PACK_JSON).expect("the pack is JSON")
}

/// The pack with something else in a place.
fn with(pointer: &str, value: Json) -> String {
    let mut json = pack_json();
    *json.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = value;
    json.to_string()
}

/// The paths a playbook is refused for, alone, as a draft and within a workspace.
fn refused(text: &str) -> Vec<String> {
    assert!(playbook_file::read_draft(text).is_err());
    let workspace = format!(
        r#"{{"format":"ripen-workspace","version":1,"exported_at":"2026-11-21T00:00:00Z",
            "playbook":{text},"contacts":[]}}"#
    );
    assert!(workspace_file::read(&workspace).is_err());
    match playbook_file::read(text) {
        Ok(_) => Vec::new(),
        Err(PlaybookError::Faults(faults)) => faults.into_iter().map(|fault| fault.path).collect(),
        Err(PlaybookError::File(FileError::Unreadable(fault))) => vec![fault.path],
        Err(other) => panic!("{other}"),
    }
}

fn check(pointer: &str, value: Json, path: &str) {
    let paths = refused(&with(pointer, value));
    assert!(paths.iter().any(|found| found == path), "{pointer}: {paths:?}, not {path}");
}

fn criterion(id: &str) -> Json {
    json!({"criterion": id})
}

#[test]
fn what_goes_round_in_circles_is_refused() {
    check("/criteria/0/rule", criterion("size"), "criteria[0].rule");
    check("/criteria/0/rule", json!({"not": {"any": [criterion("size")]}}), "criteria[0].rule");
    let mut json = pack_json();
    json["criteria"][0]["rule"] = criterion("industry");
    json["criteria"][1]["rule"] = criterion("size");
    assert_eq!(json["criteria"][1]["id"], "industry");
    assert_eq!(refused(&json.to_string())[..2], ["criteria[0].rule", "criteria[1].rule"]);
}

#[test]
fn criteria_that_read_each_other_twice_over_are_refused_in_no_time() {
    let mut json = pack_json();
    for n in 0..60 {
        let before = if n == 0 { "size".to_owned() } else { format!("twice_{}", n - 1) };
        let both = json!({"all": [criterion(&before), criterion(&before)]});
        json["criteria"].as_array_mut().expect("a list").push(json!({"id": format!("twice_{n}"),
            "title": "Twice", "rule_text": "Twice", "step": "Twice", "rule": both}));
    }
    let start = Instant::now();
    let paths = refused(&json.to_string());
    assert!(paths.iter().all(|path| path.starts_with("criteria[")), "{paths:?}");
    lint(&serde_json::from_value::<Playbook>(json).expect("a playbook"));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn what_refers_to_nothing_is_refused() {
    for (pointer, path) in [
        ("/gates/prospect", "gates.prospect"),
        ("/gates/opportunity", "gates.opportunity"),
        ("/stages/0/exit", "stages[0].exit"),
    ] {
        check(pointer, json!(["luck"]), path);
    }
    for (pointer, path) in [
        ("/questions/0/section", "questions[0].section"),
        ("/criteria/0/rule/answer/question", "criteria[0].rule.answer.question"),
        ("/scoring/fit/0/criterion", "scoring.fit[0].criterion"),
        ("/scoring/readiness/0/signals/0/is/criterion", "scoring.readiness[0].signals[0].is"),
        ("/chance/slots/0/criterion", "chance.slots[0].criterion"),
        ("/profile/traits/0/criterion", "profile.traits[0].criterion"),
    ] {
        check(pointer, json!("luck"), path);
    }
    check(
        "/criteria/0/rule",
        json!({"all": [criterion("luck")]}),
        "criteria[0].rule.all[0].criterion",
    );
    let options = json!({"answer": {"question": "decides", "is": {"in": ["nobody"]}}});
    check("/criteria/0/rule", options, "criteria[0].rule.answer.is.in");
}

#[test]
fn the_same_id_twice_is_refused() {
    for list in ["sections", "questions", "criteria", "stages", "sources", "personas"] {
        let mut json = pack_json();
        let entries = json[list].as_array_mut().expect("a list");
        let n = entries.len();
        let again = entries[0].clone();
        entries.push(again);
        assert_eq!(refused(&json.to_string()), [format!("{list}[{n}].id")], "{list}");
    }
}

#[test]
fn numbers_out_of_range_are_refused() {
    for (pointer, value, path) in [
        ("/revision", json!(-1), "revision"),
        ("/revision", json!(1e20), "revision"),
        ("/chance/start", json!(0), "chance"),
        ("/chance/complete", json!(1.5), "chance"),
        (
            "/chance/slots/0",
            json!({"title": "S", "criterion": "need", "weight": -2}),
            "chance.slots[0]",
        ),
        ("/scoring/fit/0/weight", json!(0), "scoring.fit[0]"),
        ("/scoring/fit/0/weight", json!(-1e300), "scoring.fit[0]"),
        ("/scoring/readiness/0/cap", json!(-1), "scoring.readiness[0]"),
        ("/scoring/readiness/2/half_life", json!(0), "scoring.readiness[2]"),
        ("/cadence/first_response_hours", json!(-1), "cadence.first_response_hours"),
    ] {
        check(pointer, value, path);
    }
    let scale =
        |from: i64, to: i64| json!({"scale": {"from": from, "to": to, "low": "L", "high": "H"}});
    check("/questions/0/kind", scale(1, 1), "questions[0].kind.scale");
    check("/questions/0/kind", scale(0, 2_000_000_000), "questions[0].kind.scale");
    check("/questions/0/kind", scale(0, 5_000_000_000), "questions[0].kind.scale.to");
    // No number that JSON could carry.
    let endless = with("/chance/start", json!(0.125)).replace("0.125", "1e999");
    assert_eq!(refused(&endless), ["chance.start"]);
}

#[test]
fn links_that_are_none_are_refused() {
    for link in [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:x",
        "",
    ] {
        let action = json!({"title": "Go", "link": link});
        let mut json = pack_json();
        json["outcomes"]["lead"]["action"] = action;
        json["stages"][0]["guide"] = json!({"content": [{"title": "Paper", "link": link}]});
        let paths = refused(&json.to_string());
        assert_eq!(
            paths,
            ["outcomes.lead.action.link", "stages[0].guide.content[0].link"],
            "{link}"
        );
    }
}

#[test]
fn script_in_texts_stays_text_and_is_told_of() {
    let script = "<script>alert(1)</script>";
    for (pointer, path) in [
        ("/title", "title"),
        ("/questions/0/title", "questions[0].title"),
        ("/criteria/0/step", "criteria[0].step"),
        ("/outcomes/lead/text", "outcomes.lead.text"),
        ("/sources/0/title", "sources[0].title"),
    ] {
        let playbook = playbook_file::read(&with(pointer, json!(script))).expect("plain text");
        let found = lint(&playbook);
        let paths: Vec<_> = found.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(paths, [path]);
        assert!(matches!(found[0].kind, FindingKind::Markup { .. }), "{found:?}");
    }
}

#[test]
fn too_much_of_anything_is_refused_before_it_is_read() {
    let refused = |text: &str| match playbook_file::read(text) {
        Err(PlaybookError::File(error)) => error,
        other => panic!("{other:?}"),
    };
    let large = format!("{}{}", " ".repeat(10 * 1024 * 1024), PACK_JSON);
    let start = Instant::now();
    assert_eq!(refused(&large), FileError::TooLarge { limit: PLAYBOOK_BYTES });
    assert!(start.elapsed() < Duration::from_millis(500));
    let long = with("/title", json!("x".repeat(TEXT_CHARS + 1)));
    assert!(matches!(refused(&long), FileError::TooLong { line: 1 }));
    for (open, close) in [("{\"not\":", "}"), ("{\"all\":[", "]}")] {
        for depth in [60, 200, 100_000] {
            let rule = format!("{}{}{}", open.repeat(depth), "7", close.repeat(depth));
            let deep = PACK_JSON.replacen("\"rule\": ", &format!("\"rule\": {rule}, \"x\": "), 1);
            let error = refused(&deep);
            let is_told = match &error {
                FileError::TooDeep { line } => *line > 1,
                FileError::Unreadable(fault) => fault.path.starts_with("criteria[0].rule"),
                _ => false,
            };
            assert!(is_told, "{depth}: {error:?}");
        }
    }
}

#[test]
fn what_is_refused_changes_nothing() {
    let editor = ripen::app::edit::Editor::new(std::sync::Arc::new(pack().clone()));
    let mut tried = editor.clone();
    let label = || ripen::app::edit::Label::new(ripen::app::edit::Done::Set, Noun::Playbook, "");
    for (pointer, value) in [
        ("/criteria/0/rule", criterion("size")),
        ("/gates/prospect", json!(["luck"])),
        ("/chance/complete", json!(1.5)),
    ] {
        let spoilt: Playbook = serde_json::from_str(&with(pointer, value)).expect("a playbook");
        let done = tried.change(label(), |draft, _| {
            *draft = spoilt.clone();
            Ok(())
        });
        assert!(done.is_err());
        assert_eq!(tried, editor);
    }
}

/// The pack with arbitrary JSON in place of some of its parts.
fn any_spoilt() -> impl Strategy<Value = Json> {
    let place = any::<prop::sample::Index>;
    vec((place(), option::of(place()), any_json()), 1..4).prop_map(|changes| {
        let mut json = pack_json();
        for (at, from, value) in changes {
            let mut pointers = Vec::new();
            places(&json, String::new(), &mut pointers);
            let at: &String = at.get(&pointers);
            // What stands elsewhere is more often readable than what stands nowhere.
            let other = from.map(|from| from.get::<String>(&pointers));
            let value = other.and_then(|other| json.pointer(other)).cloned().unwrap_or(value);
            let pointer = at.clone();
            *json.pointer_mut(&pointer).expect("it was listed") = value;
        }
        json
    })
}

fn places(json: &Json, at: String, into: &mut Vec<String>) {
    match json {
        Json::Array(list) => {
            for (n, inner) in list.iter().enumerate() {
                places(inner, format!("{at}/{n}"), into);
            }
        }
        Json::Object(map) => {
            for (key, inner) in map {
                places(inner, format!("{at}/{key}"), into);
            }
        }
        _ => {}
    }
    into.push(at);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(playbook_file::read(&text).is_err());
        prop_assert!(overlay_file::read(&text).is_err());
    }

    #[test]
    fn a_damaged_file_is_refused_or_read(at in any::<prop::sample::Index>(), byte in any::<char>()) {
        let mut chars: Vec<char> = PACK_JSON.chars().collect();
        let at = at.index(chars.len());
        chars[at] = byte;
        if let Ok(playbook) = playbook_file::read(&chars.iter().collect::<String>()) {
            lint(&playbook);
        }
        prop_assert!(playbook_file::read(&chars[..at].iter().collect::<String>()).is_err());
    }

    #[test]
    fn whatever_is_read_is_looked_through(json in any_spoilt()) {
        // Faults or none: the lint says what is wrong with either.
        let text = json.to_string();
        let (playbook, faults) = match playbook_file::read(&text) {
            Ok(playbook) => (playbook, false),
            Err(PlaybookError::Faults(_)) => {
                (serde_json::from_str(&text).expect("it was read to its faults"), true)
            }
            Err(_) => return Ok(()),
        };
        let found = lint(&playbook);
        let told = found.iter().any(|f| matches!(f.kind, FindingKind::Fault { .. }));
        prop_assert_eq!(faults, told);
        for finding in found {
            finding.kind.part();
        }
    }

    #[test]
    fn arbitrary_json_is_no_playbook(json in any_json()) {
        prop_assert!(playbook_file::read(&json.to_string()).is_err());
    }
}

#[test]
fn every_fault_has_a_part_to_go_to() {
    let playbook: Playbook =
        serde_json::from_str(&with("/gates/prospect", json!(["luck"]))).expect("a playbook");
    let fault = lint(&playbook).into_iter().next().expect("a fault");
    let undefined = FaultKind::Undefined("luck".to_owned());
    assert!(matches!(fault.kind, FindingKind::Fault { kind, .. } if kind == undefined));
}
