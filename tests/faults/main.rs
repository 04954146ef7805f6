//! Each fault a playbook can have is found in its place, and a file that has one is not taken.

mod contents;
mod names;
#[path = "../support/mod.rs"]
mod support;

use ripen::domain::playbook::check::{Fault, FaultKind, check};
use ripen::domain::playbook::market::Content;
use ripen::domain::playbook::question::{Accept, QuestionKind};
use ripen::domain::playbook::retired::Retired;
use ripen::domain::playbook::rule::Rule;
use ripen::domain::playbook::scoring::{Group, Scoring, Weight};
use ripen::domain::playbook::steps::{Guide, Measure, Metric};
use ripen::domain::playbook::words::Track;
use ripen::domain::playbook::{Playbook, Slot};
use ripen::exchange::playbook_file::{self, PlaybookError};
use std::collections::BTreeSet;
use support::{PACK_JSON, pack};

/// A way to break a playbook, and the fault that must be found.
type Planted = (fn(&mut Playbook), &'static str, FaultKind);

fn undefined(what: &str) -> FaultKind {
    FaultKind::Undefined(what.to_owned())
}

fn duplicate(what: &str) -> FaultKind {
    FaultKind::Duplicate(what.to_owned())
}

fn circular(what: &str) -> FaultKind {
    FaultKind::Circular(what.to_owned())
}

fn rule(json: &str) -> Rule {
    serde_json::from_str(json).unwrap()
}

/// The industry question, second in the pack.
fn options(playbook: &mut Playbook) -> &mut Vec<ripen::domain::playbook::question::Choice> {
    match &mut playbook.questions[1].kind {
        QuestionKind::Choice { options } => options,
        other => panic!("industry is a choice, not {other:?}"),
    }
}

/// A number for every kind. A new kind does not compile until it has one, and does not pass until
/// it is planted.
fn number(kind: &FaultKind) -> usize {
    match kind {
        FaultKind::NotAPlaybook(_) => 0,
        FaultKind::Newer(_) => 1,
        FaultKind::Undefined(_) => 2,
        FaultKind::Duplicate(_) => 3,
        FaultKind::Circular(_) => 4,
        FaultKind::BadId(_) => 5,
        FaultKind::NoWording => 6,
        FaultKind::NothingToChoose => 7,
        FaultKind::NoChance => 8,
        FaultKind::NoScore => 9,
        FaultKind::BadLink(_) => 10,
        FaultKind::NoStage => 11,
        FaultKind::NoReason => 12,
        FaultKind::WrongKind => 13,
        FaultKind::NoTarget => 14,
        FaultKind::NotAscending => 15,
        FaultKind::NoRevision => 16,
        FaultKind::BadLanguage(_) => 17,
    }
}

const KINDS: usize = 18;

const SCRIPT: &str = "javascript:alert(1)";

fn bad_id(id: &str) -> FaultKind {
    FaultKind::BadId(id.to_owned())
}

fn becomes<I: for<'a> From<&'a str>>(id: &str) -> Retired<I> {
    Retired { becomes: Some(id.into()) }
}

fn accept(playbook: &mut Playbook, is: &str) {
    let is = serde_json::from_str(is).expect("a test");
    playbook.questions[1].accept = Some(Accept { is, message: "Not this one.".to_owned() });
}

fn scoring(playbook: &mut Playbook) -> &mut Scoring {
    playbook.scoring.as_mut().expect("the pack scores")
}

fn fit(playbook: &mut Playbook) -> &mut Weight {
    &mut scoring(playbook).fit[0]
}

fn group(playbook: &mut Playbook) -> &mut Group {
    &mut scoring(playbook).readiness[0]
}

fn guide(link: &str, measure: Measure, target: f64) -> Guide {
    let content = Content { title: "To read".to_owned(), link: Some(link.to_owned()) };
    Guide {
        guidance: Vec::new(),
        metrics: vec![Metric { measure, target }],
        content: vec![content],
    }
}

fn track(playbook: &mut Playbook, days: &[u32]) {
    let track = Track { id: "t".into(), title: "T".to_owned(), intent: None, days: days.to_vec() };
    playbook.cadence.tracks = vec![track];
}

fn slot(playbook: &mut Playbook, place: usize) -> &mut Slot {
    &mut playbook.chance.as_mut().unwrap().slots[place]
}

fn mute(playbook: &Playbook) -> ripen::domain::playbook::question::Question {
    let mut question = playbook.questions[0].clone();
    (question.ask, question.prompt) = (None, None);
    question
}

fn planted() -> Vec<Planted> {
    [
        names::planted_in_references(),
        names::planted_in_ids(),
        names::planted_in_successors(),
        contents::planted_in_answers(),
        contents::planted_for_reps(),
    ]
    .concat()
}

#[test]
fn every_kind_of_fault_is_planted() {
    let numbers: BTreeSet<usize> = planted().iter().map(|(.., kind)| number(kind)).collect();
    assert!(numbers.iter().copied().eq(0..KINDS), "{numbers:?}");
}

#[test]
fn a_planted_fault_is_found_in_its_place() {
    for (break_it, path, kind) in planted() {
        let mut playbook = pack().clone();
        break_it(&mut playbook);
        let fault = Fault { path: path.to_owned(), kind };
        let found = check(&playbook);
        assert!(found.contains(&fault), "{fault:?} is not among {found:?}");
    }
}

#[test]
fn what_is_retired_in_a_chain_that_ends_is_no_fault() {
    let mut playbook = pack().clone();
    playbook.stages[0].retired = Some(becomes("discovery"));
    playbook.stages[1].retired = Some(becomes("proposal"));
    playbook.questions[0].retired = Some(Retired { becomes: None });
    assert_eq!(check(&playbook), []);
}

#[test]
fn a_file_with_a_script_for_a_link_is_not_taken() {
    let link = |place: &str, link: &str| {
        let mut file: serde_json::Value = serde_json::from_str(PACK_JSON).expect("JSON");
        file["outcomes"]["lead"]["action"] = serde_json::json!({"title": "Go", "link": "/"});
        file["outcomes"]["lead"]["resources"] = serde_json::json!([{"title": "R", "link": "/"}]);
        file["personas"] = serde_json::json!([{"id": "p", "title": "P",
            "content": [{"title": "C", "link": "/"}]}]);
        *file.pointer_mut(place).expect("a link") = link.into();
        playbook_file::read(&file.to_string())
    };
    for (place, path) in [
        ("/outcomes/lead/action/link", "outcomes.lead.action.link"),
        ("/outcomes/lead/resources/0/link", "outcomes.lead.resources[0].link"),
        ("/personas/0/content/0/link", "personas[0].content[0].link"),
    ] {
        for script in [SCRIPT, "JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x"] {
            let kind = FaultKind::BadLink(script.to_owned());
            let fault = Fault { path: path.to_owned(), kind };
            assert_eq!(link(place, script), Err(PlaybookError::Faults(vec![fault])));
        }
        assert!(link(place, "https://example.com/book").is_ok());
    }
}

#[test]
fn criteria_that_read_each_other_in_a_circle_are_both_found() {
    let mut playbook = pack().clone();
    playbook.criteria[3].rule = rule(r#"{"criterion":"feasible"}"#);
    playbook.criteria[4].rule = rule(r#"{"not":{"criterion":"need"}}"#);
    let found: Vec<_> = check(&playbook).into_iter().map(|fault| fault.kind).collect();
    assert!(found.contains(&circular("need")) && found.contains(&circular("feasible")));
}

#[test]
fn a_small_file_cannot_ask_for_endless_work() {
    // Each criterion reads the one before it twice: thirty of them would be 2^30 steps.
    let mut playbook = pack().clone();
    let mut last = playbook.criteria[0].clone();
    for n in 0..30 {
        let branch = || Rule::Criterion(last.id.clone());
        let rule = Rule::All(vec![branch(), branch()]);
        let next = format!("twice_{n}").as_str().into();
        last = ripen::domain::playbook::rule::Criterion { id: next, rule, ..last };
        playbook.criteria.push(last.clone());
    }
    let found = check(&playbook);
    assert!(found.iter().any(|fault| fault.kind == circular("twice_29")));
}
