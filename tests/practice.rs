//! The made-up contacts come to what the rules say, and a round of them adds up.

mod support;

use ripen::app::learn::cases::{CASES, Case, Known, Point, Said};
use ripen::app::learn::practice::{Call, Model, Round, answers};
use ripen::domain::answer::Evidence;
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use std::collections::HashSet;
use support::{pack, today};

fn case(point: Point) -> &'static Case {
    CASES.iter().find(|case| case.point == point).expect("there is one")
}

fn model(point: Point) -> Model {
    Model::of(pack(), case(point), today())
}

/// What a criterion came to in a case.
fn outcome(point: Point, criterion: &str) -> Outcome {
    let model = model(point);
    let mut rows = model.gates.iter().flat_map(|card| &card.rows);
    rows.find(|row| row.id.as_str() == criterion).expect("it is in a gate").outcome
}

#[test]
fn every_case_comes_to_what_it_teaches() {
    assert!(Round::new(pack()).left_out() == 0);
    for case in &CASES {
        assert_eq!(Model::of(pack(), case, today()).call, case.taught, "{:?}", case.point);
    }
    let points: HashSet<_> = CASES.iter().map(|case| case.point).collect();
    let calls: HashSet<_> = CASES.iter().map(|case| case.taught).collect();
    assert_eq!((points.len(), calls.len()), (CASES.len(), Call::ALL.len()));
}

#[test]
fn each_case_turns_on_the_one_thing_it_teaches() {
    for (point, criterion, expected) in [
        (Point::ReadingIsNoPain, "pain", Outcome::Unknown),
        (Point::TooSmall, "size", Outcome::NotMet),
        (Point::NobodyNamed, "decider", Outcome::Unknown),
        (Point::UsedToIt, "interest", Outcome::NotMet),
        (Point::ClaimedPain, "pain", Outcome::Unknown),
        (Point::MoneyIsNoPain, "pain", Outcome::NotMet),
    ] {
        assert_eq!(outcome(point, criterion), expected, "{point:?}");
    }
    let one_thing = |point| {
        let model = model(point);
        let deciding = model.deciding().expect("there are gates").rows.clone();
        deciding.into_iter().filter(|row| row.outcome != Outcome::Met).count()
    };
    for point in [Point::TooSmall, Point::NobodyNamed, Point::UsedToIt, Point::ClaimedPain] {
        assert_eq!(one_thing(point), 1, "{point:?}");
    }
    let nobody = model(Point::NobodyNamed);
    assert_eq!(nobody.deciding().unwrap().steps, ["Name and involve the decision-maker."]);
}

#[test]
fn only_opportunities_have_a_chance_the_published_one() {
    for case in &CASES {
        let percent = Model::of(pack(), case, today()).chance.map(|p| (1_000.0 * p).round() / 10.0);
        let expected = match case.point {
            Point::EarlyOpportunity => Some(12.5),
            Point::LateOpportunity => Some(80.0),
            _ => None,
        };
        assert_eq!(percent, expected, "{:?}", case.point);
    }
}

#[test]
fn a_case_the_playbook_cannot_ask_about_is_left_out() {
    let without = |id: &str| {
        let mut playbook: Playbook = pack().clone();
        playbook.questions.retain(|question| question.id.as_str() != id);
        playbook
    };
    for (id, left_out) in [("employees", CASES.len()), ("pain_cost", 1), ("urgent", 4)] {
        let round = Round::new(&without(id));
        assert_eq!((round.left_out(), round.len()), (left_out, CASES.len() - left_out), "{id}");
    }
    assert!(Round::new(&without("employees")).is_empty());
}

#[test]
fn a_round_counts_each_call_once() {
    let mut round = Round::new(pack());
    round.go_on();
    assert_eq!(round.case().map(|(n, _)| n), Some(1), "undecided, it stays");
    for n in 1..=CASES.len() {
        let (number, case) = round.case().expect("one more");
        assert_eq!((number, round.called()), (n, None));
        let call = if n == 1 { Call::KnockOut } else { case.taught };
        round.call(pack(), call, today());
        round.call(pack(), case.taught, today());
        assert_eq!(round.called(), Some((call, case.taught)));
        assert_eq!(round.score(), (n - 1, n));
        round.go_on();
    }
    assert_eq!(round.case(), None);
    assert_eq!(round.made().count(), CASES.len());
    assert_eq!(round.made().filter(|(_, call, right)| call == right).count(), CASES.len() - 1);
}

#[test]
fn what_a_visitor_said_is_claimed_and_what_was_asked_is_confirmed() {
    for case in &CASES {
        let answers = answers(case, today());
        for Known { question, evidence, words, .. } in case.known {
            let given = answers.get(&(*question).into()).expect("it was answered");
            assert_eq!((given.evidence, given.note.as_deref()), (*evidence, *words), "{question}");
        }
    }
    let claimed = case(Point::ClaimedPain).known;
    assert!(claimed.iter().all(|known| known.evidence == Evidence::Claimed));
    assert!(claimed.iter().any(|known| known.said == Said::Yes));
}
