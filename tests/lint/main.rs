//! The lint says nothing about the shipped packs, and finds each thing it looks for, planted, in its
//! place and nothing else.

mod elsewhere;
mod languages;
mod laws;
mod questions;
mod rules;
mod sound;
mod stale;
#[path = "../support/mod.rs"]
mod support;
mod texts;

use ripen::domain::ids::QuestionId;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::FaultKind;
use ripen::domain::playbook::lint::finding::{Anchor, Core, Personal, Score};
use ripen::domain::playbook::lint::{FindingKind, Severity, lint};
use ripen::domain::playbook::part::{Field, GateName, OutcomeName, Part, ReasonList};
use ripen::domain::playbook::question::Face;
use ripen::domain::position::Level;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use support::{PACK_JSON, big, overlays, playbooks};

/// The pack with a mistake in it, where that must be found, and as what.
type Planted = (Json, String, FindingKind);

fn pack_json() -> Json {
    serde_json::from_str(PACK_JSON).expect("the pack is JSON")
}

fn read(json: &Json) -> Playbook {
    serde_json::from_value(json.clone()).expect("still a playbook")
}

/// Plants a mistake in the pack.
fn spoilt(plant: impl Fn(&mut Json), path: &str, kind: FindingKind) -> Planted {
    let mut json = pack_json();
    plant(&mut json);
    (json, path.to_owned(), kind)
}

/// The entry of a list that has this id.
fn entry<'a>(pack: &'a mut Json, list: &str, id: &str) -> &'a mut Json {
    let entries = pack[list].as_array_mut().expect("a list");
    entries.iter_mut().find(|entry| entry["id"] == id).expect("an entry of this id")
}

fn question<'a>(pack: &'a mut Json, id: &str) -> &'a mut Json {
    entry(pack, "questions", id)
}

fn criterion<'a>(pack: &'a mut Json, id: &str) -> &'a mut Json {
    entry(pack, "criteria", id)
}

fn rule(pack: &mut Json, id: &str, rule: Json) {
    criterion(pack, id)["rule"] = rule;
}

fn push(list: &mut Json, more: Json) {
    list.as_array_mut().expect("a list").push(more);
}

/// Adds a criterion, which nothing uses yet.
fn add(pack: &mut Json, id: &str, rule: &Json) {
    let text = "Something";
    let more = json!({"id": id, "title": text, "rule_text": text, "step": text, "rule": rule});
    push(&mut pack["criteria"], more);
}

/// Moves criteria out of a gate into the exit of a stage, so that they keep a use.
fn exit_takes(pack: &mut Json, stage: &str, criteria: &[Json]) {
    let exit = entry(pack, "stages", stage)["exit"].as_array_mut().expect("a list");
    exit.retain(|id| !criteria.contains(id));
    exit.extend(criteria.iter().cloned());
}

fn is(question: &str, test: &Json) -> Json {
    json!({"answer": {"question": question, "is": test}})
}

fn yes(question: &str) -> Json {
    is(question, &json!({"yes": true}))
}

fn of(criterion: &str) -> Part {
    Part::Criterion(criterion.into())
}

/// In a path, `questions[pain]` stands for the place of that question.
fn place(json: &Json, path: &str) -> String {
    let (list, rest) = path.split_once('[').unwrap_or((path, ""));
    let (id, rest) = rest.split_once(']').unwrap_or(("", ""));
    let entries = json[list].as_array();
    match entries.and_then(|all| all.iter().position(|entry| entry["id"] == id)) {
        Some(n) => format!("{list}[{n}]{rest}"),
        None => path.to_owned(),
    }
}

fn planted() -> Vec<Planted> {
    let all = [rules::planted(), questions::planted(), elsewhere::planted(), languages::planted()];
    all.into_iter().flatten().collect()
}

#[test]
fn nothing_is_found_in_a_shipped_pack() {
    for playbook in playbooks() {
        assert_eq!(lint(playbook), [], "{}", playbook.id);
    }
}

#[test]
fn nothing_is_found_whichever_overlays_a_pack_has() {
    for playbook in playbooks() {
        let mut together = playbook.clone();
        for overlay in overlays() {
            assert_eq!(lint(&playbook.with_overlay(overlay)), [], "{} {}", playbook.id, overlay.id);
            together = together.with_overlay(overlay);
        }
        assert_eq!(lint(&together), [], "{} with all", playbook.id);
    }
}

#[test]
fn what_is_planted_is_found_in_its_place_and_nothing_else() {
    for (json, path, kind) in planted() {
        let path = place(&json, &path);
        let found: Vec<_> =
            lint(&read(&json)).into_iter().map(|finding| (finding.path, finding.kind)).collect();
        assert_eq!(found, [(path, kind)]);
    }
}

/// A number for every kind. A new kind does not compile until it has one, and does not pass until
/// it is planted.
fn number(kind: &FindingKind) -> usize {
    match kind {
        FindingKind::Fault { .. } => 0,
        FindingKind::NeverAsked { .. } => 1,
        FindingKind::NothingReads(_) => 2,
        FindingKind::NoWordingFor { .. } => 3,
        FindingKind::RetiredIsRead { .. } => 4,
        FindingKind::Contradiction { .. } => 5,
        FindingKind::WrongKind { .. } => 6,
        FindingKind::NeverMet { .. } => 7,
        FindingKind::AlwaysMet { .. } => 8,
        FindingKind::PartAndOpposite { .. } => 9,
        FindingKind::Repeated { .. } => 10,
        FindingKind::NeverMatters { .. } => 11,
        FindingKind::UnusedCriterion(_) => 12,
        FindingKind::ImpassableGate { .. } => 13,
        FindingKind::GatesExclude { .. } => 14,
        FindingKind::EmptyGate(_) => 15,
        FindingKind::EmptyExit(_) => 16,
        FindingKind::MissingText { .. } => 17,
        FindingKind::UndefinedRecall { .. } => 18,
        FindingKind::RecallWithoutFallback { .. } => 19,
        FindingKind::GradeOutOfReach { .. } => 20,
        FindingKind::UnusualChance { .. } => 21,
        FindingKind::CoreMissing(_) => 22,
        FindingKind::PainUnconfirmed(_) => 23,
        FindingKind::CoreReadsLess { .. } => 24,
        FindingKind::PersonalDecides { .. } => 25,
        FindingKind::AsksPersonal { .. } => 26,
        FindingKind::MustHaveInNoGate(_) => 27,
        FindingKind::ExclusionWithoutKnockOut(_) => 28,
        FindingKind::KnockOutInNoGate(_) => 29,
        FindingKind::OutcomeOutOfReach { .. } => 30,
        FindingKind::BandsOverlap(_) => 31,
        FindingKind::BandsLeaveGap(_) => 32,
        FindingKind::EmptyBand(_) => 33,
        FindingKind::RecallInVain { .. } => 34,
        FindingKind::Markup { .. } => 35,
        FindingKind::AskedOfSome { .. } => 36,
        FindingKind::WordsOfOldRule(_) => 37,
        FindingKind::ReasonOfOldRule(_) => 38,
        FindingKind::Untranslated { .. } => 39,
        FindingKind::TranslatesNothing { .. } => 40,
    }
}

const KINDS: usize = 41;

#[test]
fn every_kind_of_finding_is_planted() {
    let mut numbers: BTreeSet<usize> = planted().iter().map(|(.., kind)| number(kind)).collect();
    numbers.extend(stale::planted().iter().map(number));
    assert!(numbers.iter().copied().eq(0..KINDS), "{numbers:?}");
}
