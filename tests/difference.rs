//! What differs between two playbooks: every field told by its name, and nothing else.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use ripen::domain::playbook::diff::{Change, Said, What, diff};
use ripen::domain::playbook::{Noun, Playbook};
use serde_json::{Value, json};
use std::collections::HashSet;
use support::{config, overlays, pack, playbooks};

fn as_json(playbook: &Playbook) -> Value {
    serde_json::to_value(playbook).expect("plain data")
}

/// Changes one place of a playbook's file; none where nothing readable comes of it.
fn with(playbook: &Value, edit: impl FnOnce(&mut Value)) -> Option<Playbook> {
    let mut file = playbook.clone();
    edit(&mut file);
    serde_json::from_value(file).ok()
}

fn key(change: &Change) -> &'static str {
    match &change.what {
        What::Added => "+",
        What::Removed => "-",
        What::Retired { .. } => "retired",
        What::Restored => "restored",
        What::Moved => "moved",
        What::Changed { field, .. } => field,
    }
}

/// Sets a place of the shipped pack's file, and expects one change.
fn check(place: &str, value: Value, noun: Noun, id: &str, what: &str) {
    let file = as_json(pack());
    let set = |file: &mut Value| {
        if let Some(found) = file.pointer_mut(place) {
            *found = value;
        } else {
            let (parent, key) = place.rsplit_once('/').expect("a pointer");
            file.pointer_mut(parent).expect("a place")[key] = value;
        }
    };
    let new = with(&file, set).expect("a readable playbook");
    let found = diff(pack(), &new);
    let said: Vec<_> = found.iter().map(|c| (c.noun, c.name.id.as_str(), key(c))).collect();
    assert_eq!(said, [(noun, id, what)], "{place}");
    assert_eq!(diff(&new, pack()).len(), 1, "{place}, back");
}

#[test]
fn a_playbook_differs_from_itself_in_nothing() {
    for playbook in playbooks() {
        assert_eq!(diff(playbook, playbook), []);
        let next = Playbook { revision: playbook.revision + 1, ..playbook.clone() };
        assert_eq!(diff(playbook, &next), []);
    }
}

#[test]
fn one_field_is_one_change_of_what_it_belongs_to() {
    let x = || json!("x");
    check("/id", x(), Noun::Playbook, "", "id");
    check("/title", x(), Noun::Playbook, "", "title");
    check("/about", x(), Noun::Playbook, "", "about");
    check("/currency", json!("EUR"), Noun::Playbook, "", "currency");
    check("/overlays", json!(["meddpicc"]), Noun::Playbook, "", "overlays");
    check("/profile/about", x(), Noun::Profile, "", "about");
    check("/profile/pains", json!(["x"]), Noun::Profile, "", "pains");
    check("/profile/traits/0/role", json!("nice_to_have"), Noun::Trait, "size", "role");
    check("/personas/0/title", x(), Noun::Persona, "operations", "title");
    check("/personas/0/objections", json!([]), Noun::Persona, "operations", "objections");
    check("/sections/0/title", x(), Noun::Section, "organisation", "title");
    check("/questions/0/ask", x(), Noun::Question, "employees", "ask");
    check("/questions/0/section", json!("pain"), Noun::Question, "employees", "section");
    check("/questions/0/optional", json!(true), Noun::Question, "employees", "optional");
    check("/questions/0/kind/number/unit", x(), Noun::Question, "employees", "kind.unit");
    check("/questions/0/kind/number/limits", json!({}), Noun::Question, "employees", "kind.limits");
    check("/questions/0/kind/number/bands/1/title", x(), Noun::Band, "x", "title");
    check("/questions/0/kind/number/bands/1/range/to", json!(48), Noun::Band, "10–49", "range");
    check("/questions/1/kind/choice/options/0/title", x(), Noun::Option, "technology", "title");
    check(
        "/questions/1/kind/choice/options/0/rep_title",
        x(),
        Noun::Option,
        "technology",
        "rep_title",
    );
    check("/questions/1/retired", json!({}), Noun::Question, "industry", "retired");
    let retired = "/questions/1/kind/choice/options/0/retired";
    check(retired, json!({"becomes": "software"}), Noun::Option, "technology", "retired");
    check("/questions/4/kind", json!("text"), Noun::Question, "need", "kind");
    let when = json!({"criterion": "size"});
    check("/questions/5/when", when.clone(), Noun::Question, "feasible", "when");
    let accept = json!({"is": {"length": {"to": 9}}, "message": "x"});
    check("/questions/7/accept", accept, Noun::Question, "decider_name", "accept");
    check("/criteria/0/rule", when, Noun::Criterion, "size", "rule");
    check("/criteria/0/rule_text", x(), Noun::Criterion, "size", "rule_text");
    check("/criteria/0/knock_out/reason", x(), Noun::Criterion, "size", "knock_out.reason");
    check("/criteria/0/knock_out", Value::Null, Noun::Criterion, "size", "knock_out");
    check("/gates/prospect", json!(["size"]), Noun::Gate, "prospect", "criteria");
    check("/levels/lead/about", x(), Noun::Level, "lead", "about");
    check("/levels/lead/guide/guidance", json!(["x"]), Noun::Level, "lead", "guide.guidance");
    check("/stages/0/exit", json!(["decider"]), Noun::Stage, "qualifying", "exit");
    check("/stages/0/retired", json!({}), Noun::Stage, "qualifying", "retired");
    check("/stages/0/guide/metrics", json!([]), Noun::Stage, "qualifying", "guide.metrics");
    check("/chance/start", json!(0.25), Noun::Chance, "", "start");
    check("/chance/slots/0/title", x(), Noun::Slot, "x", "title");
    check("/chance/slots/0/criterion", json!("size"), Noun::Slot, "Budget", "criterion");
    check("/chance", Value::Null, Noun::Chance, "", "-");
    check("/scoring/cuts", json!([70, 50, 25]), Noun::Scoring, "", "cuts");
    check("/scoring/fit/0/weight", json!(4), Noun::Weight, "size", "weight");
    check("/scoring/fit/0/criterion", json!("terms"), Noun::Weight, "terms", "criterion");
    check("/sources/0/intent", json!("high"), Noun::Source, "website", "intent");
    check("/cadence/lead_days", json!(9), Noun::Cadence, "", "lead_days");
    check("/cadence/tracks/0/days", json!([1]), Noun::Track, "readers", "days");
    check("/reasons/disqualify/0/title", x(), Noun::Reason, "too_small", "title");
    check("/outcomes/lead/next", x(), Noun::Outcome, "lead", "next");
    check("/consent/text", x(), Noun::Consent, "", "text");
    check("/consent/details", json!([]), Noun::Consent, "", "details");
    check("/consent", Value::Null, Noun::Consent, "", "-");
    check("/glossary/0/meaning", x(), Noun::Term, "Contact", "meaning");
}

#[test]
fn what_was_and_what_is_stand_beside_each_other() {
    let file = as_json(pack());
    let said = |place: &str, value: Value| {
        let new = with(&file, |file| *file.pointer_mut(place).unwrap() = value).unwrap();
        match diff(pack(), &new).remove(0).what {
            What::Changed { before, after, .. } => (before, after),
            other => panic!("{place}: {other:?}"),
        }
    };
    let number = |n: f64| Some(Said::Number(n));
    assert_eq!(said("/cadence/lead_days", json!(9)), (number(7.0), number(9.0)));
    assert_eq!(said("/cadence/lead_days", Value::Null), (number(7.0), None));
    let text = |text: &str| Some(Said::Text(text.to_owned()));
    assert_eq!(said("/sections/0/title", json!("Firm")), (text("Organisation"), text("Firm")));
    let exit = |ids: &[&str]| Some(Said::Criteria(ids.iter().map(|id| (*id).into()).collect()));
    let both = (exit(&["decider", "meeting_dated"]), exit(&["decider"]));
    assert_eq!(said("/stages/0/exit", json!(["decider"])), both);
    let (before, after) = said("/criteria/0/rule", json!({"criterion": "need"}));
    assert!(matches!((before, after), (Some(Said::Rule(_)), Some(Said::Rule(_)))));
}

#[test]
fn what_moved_came_or_went_is_told_once() {
    let change = |edit: &dyn Fn(&mut Playbook)| {
        let mut new = pack().clone();
        edit(&mut new);
        let found = diff(pack(), &new);
        found.iter().map(|c| format!("{} {}", c.name.id, key(c))).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(change(&|p| p.questions.swap(0, 1)), "industry moved");
    assert_eq!(change(&|p| p.questions.rotate_left(1)), "employees moved");
    assert_eq!(change(&|p| drop(p.criteria.remove(3))), "need -");
    assert_eq!(change(&|p| p.stages[1].id = "legal".into()), "legal +, discovery -");
    assert_eq!(change(&|p| drop(p.reasons.lose.remove(0))).matches('-').count(), 1);
}

/// Every id of a list of the file with what stands under it.
fn entries<'v>(file: &'v Value, list: &str) -> Vec<(&'v str, &'v Value)> {
    let entries = file[list].as_array().map(Vec::as_slice).unwrap_or_default();
    entries.iter().map(|entry| (entry["id"].as_str().unwrap(), entry)).collect()
}

#[test]
fn between_any_two_every_id_that_differs_is_told() {
    let with_overlays = overlays().iter().map(|overlay| pack().with_overlay(overlay));
    let all: Vec<_> = playbooks().iter().cloned().chain(with_overlays).collect();
    for (old, new) in all.iter().flat_map(|old| all.iter().map(move |new| (old, new))) {
        let found = diff(old, new);
        let (before, after) = (as_json(old), as_json(new));
        for (list, part) in [
            ("sections", Noun::Section),
            ("questions", Noun::Question),
            ("criteria", Noun::Criterion),
            ("stages", Noun::Stage),
            ("personas", Noun::Persona),
            ("sources", Noun::Source),
            ("cards", Noun::Card),
        ] {
            let told: HashSet<&str> = found
                .iter()
                .flat_map(|change| {
                    let of = change.of.as_ref().map(|of| of.id.as_str());
                    [(change.noun == part).then_some(change.name.id.as_str()), of]
                })
                .flatten()
                .collect();
            let (was, is) = (entries(&before, list), entries(&after, list));
            let only = |from: &[(&str, &Value)], other: &[(&str, &Value)]| -> Vec<String> {
                let differs = from.iter().filter(|entry| !other.contains(entry));
                differs.map(|entry| entry.0.to_owned()).collect()
            };
            for id in only(&was, &is).iter().chain(&only(&is, &was)) {
                assert!(told.contains(id.as_str()), "{list}: {id}, {} → {}", old.id, new.id);
            }
        }
    }
}

/// The places of everything in a file, whole lists and single values alike.
fn places(file: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match file {
        Value::Object(fields) => {
            for (key, value) in fields {
                places(value, &format!("{at}/{key}"), into);
            }
        }
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                places(value, &format!("{at}/{place}"), into);
            }
        }
        _ => {}
    }
}

/// Makes something else of a value.
fn alter(value: &mut Value, how: usize) {
    match value {
        Value::String(text) => text.push('x'),
        Value::Bool(yes) => *yes = !*yes,
        Value::Number(number) => *value = json!(number.as_f64().unwrap_or(0.0) + 1.0),
        Value::Array(list) if how.is_multiple_of(3) => drop(list.pop()),
        Value::Array(list) if how % 3 == 1 => list.reverse(),
        Value::Array(list) => list.extend(list.last().cloned()),
        Value::Object(fields) => {
            let key = fields.keys().nth(how % fields.len().max(1)).cloned();
            key.and_then(|key| fields.remove(&key));
        }
        Value::Null => {}
    }
    // Counts are whole.
    if let Value::Number(number) = value
        && let Some(whole) = number.as_f64().filter(|n| n.fract() == 0.0)
    {
        *value = serde_json::from_str(&format!("{whole}")).unwrap();
    }
}

fn is_told(old: &Playbook, new: &Playbook, place: &str) {
    let same = Playbook { revision: old.revision, ..new.clone() } == *old;
    assert_eq!(diff(old, new).is_empty(), same, "{place}");
}

#[test]
fn no_field_of_any_file_is_forgotten() {
    for playbook in playbooks() {
        let file = as_json(playbook);
        let mut all = Vec::new();
        places(&file, "", &mut all);
        let mut tried = 0;
        // The others have the same fields: a part of their places is enough.
        let every = if playbook == pack() { 1 } else { 7 };
        for (how, place) in all.iter().enumerate().step_by(every) {
            let edit = |file: &mut Value| alter(file.pointer_mut(place).unwrap(), how);
            if let Some(new) = with(&file, edit) {
                is_told(playbook, &new, place);
                tried += 1;
            }
        }
        assert!(tried > 100, "{tried}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_differs_exactly_where_playbooks_are_equal(
        edits in vec((any::<prop::sample::Index>(), 0_usize..6), 0..6),
    ) {
        let mut file = as_json(pack());
        for (which, how) in edits {
            let mut all = Vec::new();
            places(&file, "", &mut all);
            let place = which.get(&all).clone();
            let mut next = file.clone();
            alter(next.pointer_mut(&place).unwrap(), how);
            if serde_json::from_value::<Playbook>(next.clone()).is_ok() {
                file = next;
            }
        }
        let new: Playbook = serde_json::from_value(file).unwrap();
        is_told(pack(), &new, "random edits");
        prop_assert_eq!(diff(&new, &new), []);
    }
}
