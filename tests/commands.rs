//! What people can do in a workspace: every command, its refusals, undo and redo.

mod support;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use ripen::app::command::Command;
use ripen::app::refusal::Refusal;
use ripen::app::workspace::{Deed, Step, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::contact::Contact;
use ripen::domain::event::{DecisionRole, Direction, Field, TouchKind, Touched};
use ripen::domain::fold::fold;
use ripen::domain::ids::{QuestionId, ReasonId, StageId};
use ripen::domain::money::{Currency, Money};
use ripen::domain::position::{Level, Position, Standing};
use ripen::domain::value::Value;
use std::collections::BTreeMap;
use support::desk::Desk;
use support::{config, pack, today};

fn stage(id: &str) -> Position {
    Position::Stage(StageId::from(id))
}

#[test]
fn nobody_is_captured_without_a_name() {
    let mut desk = Desk::empty();
    let nobody = BTreeMap::from([
        (Field::Email, "a@b.example".to_owned()),
        (Field::Person, "  ".to_owned()),
    ]);
    assert_eq!(desk.run(Command::Create(nobody)), Err(Refusal::NobodyNamed));
    assert_eq!(desk.workspace.contacts().count(), 0);
}

#[test]
fn a_gate_that_is_open_refuses_and_says_what_is_missing() {
    let mut desk = Desk::with_lead();
    let Err(Refusal::GatesNotPassed(gates)) = desk.run(Command::Advance(Position::Prospect)) else {
        panic!("an open gate must refuse");
    };
    let missing: Vec<_> = gates.iter().flat_map(|g| g.missing().map(|r| r.id.as_str())).collect();
    assert!(missing.contains(&"size") && missing.contains(&"decider"), "{missing:?}");
    assert_eq!(desk.contact().position, Position::Lead);
}

#[test]
fn a_qualified_lead_goes_all_the_way_up_in_one_move_with_its_verdicts() {
    let mut desk = Desk::with_lead();
    desk.qualify();
    desk.run(Command::Advance(stage("qualifying"))).expect("both gates are passed");
    assert_eq!(desk.contact().level(), Level::Opportunity);
    let record = desk.workspace.record(desk.id).expect("a record");
    let json = serde_json::to_string(record.log.events().last().expect("the move")).expect("JSON");
    assert!(json.contains(r#"["pain","met"]"#) && json.contains(r#""version":1"#), "{json}");
}

#[test]
fn an_override_needs_a_written_reason_and_something_to_override() {
    let mut desk = Desk::with_lead();
    let over =
        |reason: &str| Command::Override { to: Position::Prospect, reason: reason.to_owned() };
    assert_eq!(desk.run(over(" \n")), Err(Refusal::ReasonNeeded));
    desk.run(over("Their chair asked for it")).expect("a reason is enough");
    assert_eq!(desk.contact().journey.overrides(), 1);
    desk.qualify();
    let again = Command::Override { to: stage("qualifying"), reason: "x".to_owned() };
    assert_eq!(desk.run(again), Err(Refusal::NothingToOverride));
}

#[test]
fn only_an_opportunity_is_won_or_lost_and_an_end_must_be_reopened_first() {
    let mut desk = Desk::with_lead();
    let lose = || Command::Lose { reason: ReasonId::from("competitor"), note: None };
    assert_eq!(desk.run(lose()), Err(Refusal::NotAnOpportunity));
    desk.qualify();
    desk.run(Command::Advance(stage("qualifying"))).expect("passed");
    let unlisted = Command::Lose { reason: ReasonId::from("bad luck"), note: None };
    assert_eq!(desk.run(unlisted), Err(Refusal::UnknownReason));
    desk.run(lose()).expect("lost");
    assert!(desk.contact().standing.is_closed());
    assert_eq!(desk.run(Command::Advance(stage("discovery"))), Err(Refusal::HasEnded));
    desk.run(Command::Reopen).expect("reopened");
    assert_eq!(
        (desk.contact().position.clone(), desk.contact().ended.clone()),
        (stage("qualifying"), None)
    );
    assert!(matches!(desk.run(Command::Win { reason: None }), Err(Refusal::GatesNotPassed(_))));
    desk.run(Command::Win { reason: Some("Signed on the spot".to_owned()) }).expect("won");
    assert_eq!(desk.contact().position, Position::Customer);
    desk.run(Command::Reopen).expect("a win can be reopened");
    assert_eq!(desk.contact().position, stage("qualifying"));
}

#[test]
fn days_must_make_sense() {
    let mut desk = Desk::with_lead();
    let nurture = |until| Command::Nurture { until, reason: None };
    assert_eq!(desk.run(nurture(today())), Err(Refusal::NotInTheFuture));
    desk.run(nurture(today() + chrono::Days::new(30))).expect("set aside");
    assert!(matches!(desk.contact().standing, Standing::Nurturing { .. }));
    let touch = |on| {
        let (kind, direction) = (TouchKind::Call, Direction::Outbound);
        Command::LogTouch(Touched { kind, direction, on, minutes: None, note: None })
    };
    assert_eq!(desk.run(touch(today() + chrono::Days::new(1))), Err(Refusal::InTheFuture));
    desk.run(touch(today())).expect("logged");
    let task = |note: &str| Command::SetTask { due: today(), note: note.to_owned() };
    assert_eq!(desk.run(task(" ")), Err(Refusal::NothingToDo));
    assert_eq!(desk.run(Command::CompleteTask), Err(Refusal::NoTask));
    desk.run(task("Call")).expect("set");
    desk.run(Command::CompleteTask).expect("done");
    assert_eq!(desk.contact().task, None);
}

#[test]
fn what_could_not_be_exported_and_read_back_is_refused() {
    let mut desk = Desk::with_lead();
    let touched = |on: &str, note: usize| {
        Command::LogTouch(Touched {
            kind: TouchKind::Call,
            direction: Direction::Inbound,
            on: on.parse().expect("a day"),
            minutes: None,
            note: Some("x".repeat(note)),
        })
    };
    assert_eq!(desk.run(touched("0001-01-01", 1)), Err(Refusal::OutOfReach));
    assert_eq!(desk.run(touched("2026-11-20", 10_001)), Err(Refusal::NoteTooLong));
    assert!(desk.run(touched("2026-11-20", 10_000)).is_ok());
    let long = |minutes| {
        let (kind, direction) = (TouchKind::Call, Direction::Outbound);
        let minutes = Some(minutes);
        Command::LogTouch(Touched { kind, direction, on: today(), minutes, note: None })
    };
    assert_eq!(desk.run(long(1_441)), Err(Refusal::TooManyMinutes));
    assert!(desk.run(long(1_440)).is_ok());
    let due = today() - chrono::Days::new(367);
    let task = Command::SetTask { due, note: "Call".to_owned() };
    assert_eq!(desk.run(task), Err(Refusal::LongPast));
    let far = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");
    for command in [
        Command::ExpectClose(Some(far)),
        Command::Nurture { until: far, reason: None },
        Command::SetTask { due: far, note: "Call".to_owned() },
    ] {
        assert_eq!(desk.run(command), Err(Refusal::OutOfReach));
    }
}

#[test]
fn an_answer_of_the_wrong_kind_is_refused_and_an_amount_goes_to_the_deal() {
    let mut desk = Desk::with_lead();
    let wrong = Command::Answer {
        question: QuestionId::from("pain"),
        value: Some(Value::Text("yes".to_owned())),
        evidence: Evidence::Confirmed,
        note: None,
    };
    assert_eq!(desk.run(wrong), Err(Refusal::NotAnAnswer(QuestionId::from("pain"))));
    let amount = Money { minor: 1_840_000, currency: Currency::EUR };
    desk.answer("offer_amount", Value::Money(amount));
    assert_eq!(desk.contact().amount, Some(amount));
}

#[test]
fn undo_takes_back_and_redo_puts_back_any_number_of_times() {
    let mut desk = Desk::with_lead();
    desk.qualify();
    desk.run(Command::Advance(Position::Prospect)).expect("passed");
    let (before, after) = (desk.contact().answers.clone(), desk.contact().clone());
    for _ in 0..3 {
        let undone = desk.stamped(Workspace::undo).expect("something to undo");
        assert_eq!(undone.label, Deed::Advance);
        assert_eq!(
            (desk.contact().position.clone(), &desk.contact().answers),
            (Position::Lead, &before)
        );
        desk.stamped(Workspace::redo).expect("something to redo");
        assert_eq!(desk.contact(), &after);
    }
}

#[test]
fn undoing_a_capture_hides_the_contact_and_keeps_its_history() {
    let mut desk = Desk::with_lead();
    desk.stamped(Workspace::undo);
    assert_eq!((desk.workspace.contacts().count(), desk.workspace.records().count()), (0, 1));
    assert!(desk.workspace.next_step(Step::Back).is_none());
    desk.stamped(Workspace::redo);
    assert_eq!(desk.contact().field(Field::Person), Some("Mina"));
}

/// Any command, sensible or not.
fn any_command() -> impl Strategy<Value = Command> {
    let to = || select(pack().path());
    let reason = || select(vec!["", "  ", "because"]).prop_map(str::to_owned);
    let reason_id = || select(vec!["competitor", "too_small", "not_now", "nonsense"]);
    let days = || (-3_i64..30).prop_map(|days| today() + chrono::TimeDelta::days(days));
    prop_oneof![
        to().prop_map(Command::Advance),
        (to(), reason()).prop_map(|(to, reason)| Command::Override { to, reason }),
        (to(), reason()).prop_map(|(to, reason)| Command::Return { to, reason }),
        days().prop_map(|until| Command::Nurture { until, reason: None }),
        reason_id().prop_map(|id| Command::Disqualify { reason: id.into(), note: None }),
        reason_id().prop_map(|id| Command::Lose { reason: id.into(), note: None }),
        reason().prop_map(|text| Command::Win { reason: Some(text) }),
        Just(Command::Reopen),
        (days(), reason()).prop_map(|(due, note)| Command::SetTask { due, note }),
        Just(Command::CompleteTask),
        (days(), reason(), any::<bool>()).prop_map(|(due, name, with_others)| {
            let (job, note) = (String::new(), "Call".to_owned());
            Command::NameDecider { name, job, with_others, due, note }
        }),
        reason().prop_map(|to| Command::HandOver { to, note: String::new() }),
        Just(Command::AcceptHandoff),
        reason().prop_map(|note| Command::SendBack { reason: None, note }),
        (reason(), select(DecisionRole::ALL.to_vec())).prop_map(|(name, role)| {
            Command::AddStakeholder { name, job: String::new(), role }
        }),
        select(vec!["pain", "need", "no such question"]).prop_map(|question| Command::Answer {
            question: question.into(),
            value: Some(Value::YesNo(true)),
            evidence: Evidence::Confirmed,
            note: None,
        }),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_sequence_of_commands_keeps_the_invariants(commands in proptest::collection::vec(any_command(), 1..40)) {
        let mut desk = Desk::with_lead();
        for command in commands {
            let before = desk.workspace.record(desk.id).cloned().expect("a record");
            let endings = desk.workspace.endings();
            let outcome = desk.run(command);
            let after = desk.workspace.record(desk.id).expect("a record");
            if outcome.is_err() {
                prop_assert_eq!(&before, after, "a refusal changes nothing");
            } else {
                prop_assert!(after.log.events().len() > before.log.events().len(), "histories only grow");
            }
            prop_assert_eq!(&after.contact, &fold(desk.id, &after.log));
            let contact = desk.contact();
            prop_assert_eq!(contact.ended.is_some(), contact.has_ended());
            let was_over = before.contact.as_ref().is_some_and(Contact::has_ended);
            if contact.has_ended() || was_over {
                prop_assert!(outcome.is_err() || desk.workspace.endings() != endings);
            } else {
                prop_assert_eq!(desk.workspace.endings(), endings, "an open journey teaches nothing");
            }
            prop_assert_eq!(desk.workspace.count(), desk.workspace.contacts().count());
            let lost = matches!(contact.standing, Standing::Lost { .. });
            prop_assert!(!lost || contact.level() == Level::Opportunity);
        }
        while desk.workspace.next_step(Step::Back).is_some() {
            desk.stamped(Workspace::undo);
        }
        prop_assert_eq!(desk.workspace.contacts().count(), 0, "everything can be taken back");
        prop_assert_eq!(desk.workspace.count(), 0);
    }
}

#[test]
fn commands_of_one_form_are_one_action() {
    let mut desk = Desk::with_lead();
    let money = Money { minor: 120_000, currency: Currency::USD };
    let day = NaiveDate::from_ymd_opt(2027, 3, 1).expect("a day");
    let fields =
        |name: &str| Command::SetFields(BTreeMap::from([(Field::Person, name.to_owned())]));
    let id = desk.id;
    let all = |desk: &mut Desk, commands: Vec<Command>| {
        desk.stamped(|workspace, stamp| workspace.run_all(id, commands, today(), stamp))
    };
    let before = desk.contact().clone();
    let save =
        vec![fields("Mina O."), Command::SetAmount(Some(money)), Command::ExpectClose(Some(day))];
    assert_eq!(all(&mut desk, save.clone()), Ok(Deed::Edit));
    assert_eq!(desk.contact().field(Field::Person), Some("Mina O."));
    assert_eq!((desk.contact().amount, desk.contact().expected_close), (Some(money), Some(day)));
    // What changes nothing is passed over; alone it is refused.
    assert_eq!(all(&mut desk, save), Err(Refusal::NothingChanges));
    desk.stamped(Workspace::undo).expect("one action");
    assert_eq!(*desk.contact(), before);

    // One that is refused keeps the others from happening.
    let save = vec![fields("Mina O."), Command::Advance(Position::Prospect)];
    assert!(matches!(all(&mut desk, save), Err(Refusal::GatesNotPassed(_))));
    assert_eq!(*desk.contact(), before);
}
