//! Each overlay goes on every playbook that ships and comes off again without a trace.

mod support;

use proptest::prelude::*;
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::By;
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::check::{Fault, FaultKind, check, check_overlay};
use ripen::domain::playbook::question::{Question, QuestionKind};
use ripen::domain::playbook::{Overlay, Playbook};
use ripen::domain::rules::Rules;
use ripen::domain::value::Value;
use ripen::domain::when::When;
use support::{config, overlays, pack, playbooks, today};

fn overlay(id: &str) -> Overlay {
    overlays().iter().find(|overlay| overlay.id.as_str() == id).expect("it ships").clone()
}

#[test]
fn every_overlay_suits_every_playbook() {
    for playbook in playbooks() {
        for overlay in overlays() {
            let together = playbook.with_overlay(overlay);
            assert_eq!(check_overlay(playbook, overlay), [], "{} on {}", overlay.id, playbook.id);
            assert_eq!(check(&together), [], "{} on {}", overlay.id, playbook.id);
            assert_eq!(check_overlay(&together, overlay), [], "a second time");
        }
    }
}

#[test]
fn an_overlay_fills_no_slot_opens_no_gate_and_asks_no_visitor() {
    for playbook in playbooks() {
        for overlay in overlays() {
            let together = playbook.with_overlay(overlay);
            assert_eq!(together.chance, playbook.chance);
            assert_eq!(together.scoring, playbook.scoring);
            assert_eq!(together.gates, playbook.gates);
            assert_eq!(together.stages, playbook.stages);
            assert_eq!(together.for_visitors(), playbook.for_visitors());
        }
    }
}

#[test]
fn each_card_has_the_letters_of_its_method() {
    for (id, letters) in [
        ("meddpicc", "MEDDIPCC"),
        ("spiced", "SPICD"),
        ("champ", "CAMP"),
        ("anum", "ANUM"),
        ("faint", "FAINT"),
    ] {
        let overlay = overlay(id);
        let items = overlay.cards.iter().flat_map(|card| &card.items);
        let firsts: Vec<_> = items.clone().filter_map(|item| item.title.chars().next()).collect();
        let (mut firsts, mut letters) = (firsts, letters.chars().collect::<Vec<_>>());
        firsts.sort_unstable();
        letters.sort_unstable();
        assert_eq!(firsts, letters, "{id}");
        assert!(items.clone().all(|item| item.partly.is_some()), "{id}: 0, 1 or 2 points each");
    }
}

#[test]
fn meddpicc_gives_no_one_or_two_points_each() {
    let overlay = overlay("meddpicc");
    let playbook = pack().with_overlay(&overlay);
    let rules = Rules::of(&playbook);
    for (step, full, partly) in [
        (None, Outcome::Unknown, Outcome::Unknown),
        (Some(0), Outcome::NotMet, Outcome::NotMet),
        (Some(1), Outcome::NotMet, Outcome::Met),
        (Some(2), Outcome::Met, Outcome::Met),
    ] {
        for item in &overlay.cards[0].items {
            let mut answers = Answers::default();
            if let Some(step) = step {
                record(&mut answers, item.full.as_str(), Value::Scale(step));
            }
            let facts = Facts::new(&rules, &answers, Reading::AsRequired, today());
            assert_eq!(facts.criterion(&item.full), full, "{} at {step:?}", item.title);
            let part = item.partly.as_ref().expect("it has one");
            assert_eq!(facts.criterion(part), partly, "{} at {step:?}", item.title);
        }
    }
}

fn record(answers: &mut Answers, question: &str, value: Value) {
    let at = When::Day(today());
    let (evidence, by, note) = (Evidence::Confirmed, By::Import, None);
    answers.record(question.into(), Given { value, evidence, at, by, note });
}

/// Some answer to a question, by a die.
fn some_answer(question: &Question, die: u8) -> Option<Value> {
    let die = usize::from(die);
    let option = |n: usize| question.options().get(n % question.options().len().max(1));
    Some(match &question.kind {
        QuestionKind::Choice { .. } => Value::Choice(option(die)?.id.clone()),
        QuestionKind::Several { options } if die % 3 == 0 => {
            Value::Several(options.iter().map(|option| option.id.clone()).collect())
        }
        QuestionKind::Several { .. } => Value::Several(vec![option(die)?.id.clone()]),
        QuestionKind::YesNo => Value::YesNo(die % 2 == 0),
        QuestionKind::Scale { from, .. } => Value::Scale(from + i32::try_from(die % 3).ok()?),
        QuestionKind::Text => Value::Text("words".to_owned()),
        QuestionKind::Date => Value::Date(today()),
        QuestionKind::Money => support::story::dollars(60_000),
        QuestionKind::Number { .. } => support::story::number(3.0),
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_overlays_go_on_once_and_off_in_any_order(
        which in proptest::sample::subsequence((0..5).collect::<Vec<usize>>(), 0..=5),
        off in Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
        on in 0_usize..4,
    ) {
        let plain = &playbooks()[on];
        let put_on = |playbook: Playbook, n: &usize| playbook.with_overlay(&overlays()[*n]);
        let with = which.iter().fold(plain.clone(), put_on);
        prop_assert_eq!(&which.iter().fold(with.clone(), put_on), &with);
        prop_assert_eq!(check(&with), []);
        let take_off = |playbook: Playbook, n: &usize| playbook.without_overlay(&overlays()[*n]);
        prop_assert_eq!(&off.iter().fold(with, take_off), plain);
    }

    #[test]
    fn what_is_known_in_full_is_known_in_part(dice in proptest::collection::vec(0_u8..40, 80)) {
        let all = overlays().iter().fold(pack().clone(), |p, overlay| p.with_overlay(overlay));
        let mut answers = Answers::default();
        for (question, die) in all.questions.iter().zip(dice) {
            if let Some(value) = some_answer(question, die).filter(|_| die < 30) {
                record(&mut answers, question.id.as_str(), value);
            }
        }
        let rules = Rules::of(&all);
        let facts = Facts::new(&rules, &answers, Reading::AsRequired, today());
        for item in all.cards.iter().flat_map(|card| &card.items) {
            let part = item.partly.as_ref().expect("each has one");
            let full = facts.criterion(&item.full) == Outcome::Met;
            prop_assert!(!full || facts.criterion(part) == Outcome::Met, "{}", item.full);
        }
    }
}

/// A way to break an overlay, and the fault that must be found.
type Planted = (fn(&mut Overlay), &'static str, FaultKind);

fn undefined(what: &str) -> FaultKind {
    FaultKind::Undefined(what.to_owned())
}

fn duplicate(what: &str) -> FaultKind {
    FaultKind::Duplicate(what.to_owned())
}

#[test]
fn a_planted_fault_is_found_in_its_place() {
    let planted: [Planted; 10] = [
        (|o| o.sections.push(o.sections[0].clone()), "sections[2].id", duplicate("champ")),
        (
            |o| o.questions.push(o.questions[1].clone()),
            "questions[7].id",
            duplicate("champ_authority"),
        ),
        (
            |o| o.criteria[1].id = "champ_challenges".into(),
            "criteria[1].id",
            duplicate("champ_challenges"),
        ),
        (|o| o.criteria[1].id = "pain".into(), "criteria[1].id", duplicate("pain")),
        (
            |o| o.questions[0].section = "discovery".into(),
            "questions[0].section",
            undefined("discovery"),
        ),
        (|o| o.questions[4].kind = QuestionKind::Text, "questions[4].kind", duplicate("pain")),
        (|o| o.questions[0].prompt = None, "questions[0]", FaultKind::NoWording),
        (|o| o.cards[0].items[2].full = "luck".into(), "cards[0].items[2].full", undefined("luck")),
        (
            |o| {
                o.criteria[0].rule =
                    rule(r#"{"answer":{"question":"priority","is":{"in":["luck"]}}}"#);
            },
            "criteria[0].rule.answer.is.in",
            undefined("luck"),
        ),
        (
            |o| o.criteria[0].rule = rule(r#"{"criterion":"champ_challenges"}"#),
            "criteria[0].rule",
            FaultKind::Circular("champ_challenges".to_owned()),
        ),
    ];
    for (break_it, path, kind) in planted {
        let mut overlay = overlay("champ");
        break_it(&mut overlay);
        let fault = Fault { path: path.to_owned(), kind };
        let found = check_overlay(pack(), &overlay);
        assert!(found.contains(&fault), "{fault:?} is not among {found:?}");
    }
}

fn rule(json: &str) -> ripen::domain::playbook::rule::Rule {
    serde_json::from_str(json).expect("a rule")
}
