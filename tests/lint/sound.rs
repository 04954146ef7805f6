//! What may be meant so: nothing is said of it. And in which order, and how fast, things are said.

use super::*;

/// Edits that change what is judged and are no mistakes.
fn sound() -> Vec<fn(&mut Json)> {
    vec![
        // A day that lies ahead at one gate has passed at the next.
        |p| {
            rule(p, "meeting_dated", is("discovery_meeting", &json!({"days": {"from": 0}})));
            add(p, "met", &is("discovery_meeting", &json!({"days": {"to": 0}})));
            exit_takes(p, "discovery", &[json!("met")]);
        },
        // Whoever is not asked passes without the answer, or fails by the branch itself.
        |p| {
            let large = is("employees", &json!({"within": {"from": 500}}));
            question(p, "situation")["when"] = large.clone();
            let fits = json!({"any": [{"not": large}, yes("situation")]});
            rule(p, "fit", json!({"all": [{"criterion": "size"}, fits]}));
        },
        |p| {
            let large = is("employees", &json!({"within": {"from": 500}}));
            question(p, "situation")["when"] = large.clone();
            rule(p, "fit", json!({"all": [large, yes("situation")]}));
        },
        // Visitors who are never told so need no text for it, and no wording.
        |p| {
            question(p, "situation").as_object_mut().expect("a question").remove("ask");
            p["outcomes"]["opportunity"] = json!({"title": "", "text": "", "next": ""});
        },
        // A playbook for reps alone.
        |p| {
            for question in p["questions"].as_array_mut().expect("a list") {
                question.as_object_mut().expect("a question").remove("ask");
            }
        },
        // A personal question that is marked and decides nothing.
        |p| {
            push(
                &mut p["questions"],
                json!({"id": "age", "section": "bant", "title": "Age", "kind": "text",
                    "prompt": "How old is the contact?", "ask_anyway": true, "personal": true}),
            );
        },
        // The age of something else.
        |p| question(p, "need")["ask"] = json!("How old is the system you use today?"),
        // An answer on record counts for the question that took over.
        |p| {
            let mut old = question(p, "need").clone();
            (old["id"], old["retired"]) = (json!("old_need"), json!({"becomes": "need"}));
            push(&mut p["questions"], old);
        },
        // An option that nobody needs, and one that is offered no more.
        |p| {
            let options = &mut question(p, "budget")["kind"]["choice"]["options"];
            push(options, json!({"id": "leasing", "title": "Leasing"}));
            push(options, json!({"id": "old", "title": "Old", "retired": {"becomes": "approved"}}));
        },
        // The same criterion in two gates, and one that reads another.
        |p| push(&mut entry(p, "stages", "discovery")["exit"], json!("size")),
        // Two exclusive options are both welcome, as alternatives of several questions.
        |p| {
            let alternatives = json!({"any": [
                {"all": [is("decides", &json!({"in": ["self"]})), yes("decider_confirmed")]},
                {"all": [is("decides", &json!({"in": ["group"]})), is("decider_name", &json!("given"))]},
            ]});
            rule(p, "authority", alternatives);
        },
        // A stage that is entered no more needs no exit and no text.
        |p| push(&mut p["stages"], json!({"id": "old", "title": "Old", "exit": [], "retired": {}})),
        // Criteria on top of the core.
        |p| {
            push(&mut p["gates"]["opportunity"], json!("budget"));
            question(p, "budget")["ask"] = json!("Is there money for it?");
        },
        // Another pack's core is its own.
        |p| {
            p["id"] = json!("ours");
            p["gates"]["opportunity"] = json!(["pain", "fit"]);
            exit_takes(p, "qualifying", &[json!("interest")]);
        },
        // The usual chances.
        |p| (p["chance"]["start"], p["chance"]["complete"]) = (json!(0.10), json!(0.8)),
        // Braces that refer to nothing.
        |p| question(p, "need")["help"] = json!("Like {this one} or { }, {} and {"),
        // A recalled answer is a use.
        |p| {
            push(
                &mut p["questions"],
                json!({"id": "extra", "section": "bant", "title": "Extra", "prompt": "Else?", "kind": "text"}),
            );
            question(p, "need")["help"] = json!("As to {extra|it}.");
        },
    ]
}

#[test]
fn what_may_be_meant_so_is_not_found() {
    for (n, change) in sound().into_iter().enumerate() {
        let mut json = pack_json();
        change(&mut json);
        assert_eq!(lint(&read(&json)), [], "{n}");
    }
}

#[test]
fn a_pack_that_others_start_from_is_found_again_in_theirs() {
    let mut json = pack_json();
    (json["id"], json["based_on"]) = (json!("ours"), json!("pain-interest-fit"));
    assert_eq!(lint(&read(&json)), []);
    json["gates"]["opportunity"] = json!([]);
    let kinds: Vec<_> = lint(&read(&json)).into_iter().map(|finding| finding.kind).collect();
    for core in [Core::Pain, Core::Interest, Core::Fit] {
        assert!(kinds.contains(&FindingKind::CoreMissing(core)), "{core:?}");
    }
}

#[test]
fn questions_that_wait_for_each_other_are_never_asked() {
    let mut json = pack_json();
    question(&mut json, "problem_age")["when"] = yes("urgent");
    question(&mut json, "urgent")["when"] = is("problem_age", &json!("given"));
    let kinds: Vec<_> = lint(&read(&json)).into_iter().map(|finding| finding.kind).collect();
    for id in ["problem_age", "urgent"] {
        let never = FindingKind::NeverAsked { question: id.into(), face: Face::Rep };
        assert!(kinds.contains(&never), "{id}: {kinds:?}");
    }
}

#[test]
fn the_worst_is_said_first() {
    let mut json = pack_json();
    json["chance"]["start"] = json!(0.3);
    json["sources"][0]["title"] = json!("");
    rule(&mut json, "terms", is("terms_agreed", &json!({"within": {"from": 1}})));
    let severities: Vec<_> =
        lint(&read(&json)).into_iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning, Severity::Hint]);
}

#[test]
fn nothing_is_found_in_a_large_playbook_that_is_sound() {
    let found = lint(&big::playbook(500, 2_000));
    assert_eq!(found.first(), None);
}
