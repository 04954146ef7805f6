//! Merging as a person does it: what is chosen counts, nothing is lost, undo and taking apart restore
//! everybody exactly.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use ripen::app::command::Command;
use ripen::app::merge::{
    Choices, Item, also, each_by_itself, further, keep_apart, kept_apart, merge, mergings,
    propose_again, rows, take_apart,
};
use ripen::app::refusal::Refusal;
use ripen::app::workspace::{Deed, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::contact::{Contact, same_name};
use ripen::domain::event::{EndKind, EventKind, Field, Imported};
use ripen::domain::ids::ContactId;
use ripen::domain::log::EventLog;
use ripen::domain::money::{Currency, Money};
use ripen::domain::position::Position;
use ripen::domain::value::Value;
use std::collections::BTreeMap;
use support::desk::Desk;
use support::story::{day, number};
use support::{any_events, config};

fn id(n: u64) -> ContactId {
    ContactId::new(n, [0; 10])
}

/// Merges, as one action; gives whether that was taken.
fn merged(
    desk: &mut Desk,
    ids: &[ContactId],
    into: ContactId,
    choices: &Choices,
) -> Result<(), Refusal> {
    let plan = merge(&desk.workspace, ids, into, choices)?;
    desk.stamped(|workspace, stamp| workspace.carry_out(Deed::Merge, plan, stamp)).map(drop)
}

fn all(workspace: &Workspace) -> Vec<Option<Contact>> {
    (0..4).map(|n| workspace.contact(id(n)).cloned()).collect()
}

/// Up to four contacts, nobody merged yet.
fn any_desk() -> impl Strategy<Value = Desk> {
    vec(any_events(), 2..=4).prop_map(|all| {
        let mut desk = Desk::empty();
        for (n, mut events) in (0..).zip(all) {
            events.retain(|event| !matches!(event.kind, EventKind::MergedInto(_)));
            desk.workspace.take_in(id(n), EventLog::new(events));
        }
        desk
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whoever_is_merged_nothing_is_lost_and_all_comes_back(
        mut desk in any_desk(), first in any::<Index>()
    ) {
        let before = all(&desk.workspace);
        let here: Vec<_> = before.iter().flatten().map(|contact| contact.id).collect();
        prop_assume!(here.len() > 1);
        let into = *first.get(&here);
        merged(&mut desk, &here, into, &Choices::new()).expect("there are two of them");
        let result = desk.workspace.contact(into).expect("it goes on").clone();
        prop_assert_eq!(desk.workspace.contacts().count(), 1);
        for own in before.iter().flatten() {
            for (field, text) in own.fields.iter().filter(|(field, _)| **field != Field::Source) {
                let known = result.every(*field);
                prop_assert!(own.id == into || known.contains(&text.as_str()), "{:?}", field);
                prop_assert!(result.field(*field).is_some());
            }
            prop_assert!(own.amount.is_none() || result.amount.is_some());
            prop_assert!(own.expected_close.is_none() || result.expected_close.is_some());
            let due = |contact: &Contact| contact.task.as_ref().map(|task| task.due);
            prop_assert!(due(own).is_none() || due(&result).is_some_and(|next| Some(next) <= due(own)));
            for question in own.answers.questions() {
                for given in own.answers.all(question) {
                    let mut known = result.answers.all(question);
                    let kept = known.any(|it| (it.evidence, &it.value) == (given.evidence, &given.value));
                    prop_assert!(kept, "{:?}", given);
                }
            }
            for person in &own.stakeholders {
                prop_assert!(result.stakeholders.iter().any(|it| same_name(&it.name, &person.name)));
            }
        }
        desk.stamped(Workspace::undo).expect("an action");
        prop_assert_eq!(&all(&desk.workspace), &before);
        desk.stamped(Workspace::redo).expect("an action");
        prop_assert_eq!(desk.workspace.contact(into), Some(&result));
        let merging = mergings(&desk.workspace, into);
        prop_assert_eq!(merging.len(), 1);
        let plan = take_apart(&desk.workspace, into, &merging[0]).expect("it counts");
        desk.stamped(|workspace, stamp| workspace.carry_out(Deed::TakeApart, plan, stamp)).expect("a plan");
        prop_assert_eq!(&all(&desk.workspace), &before);
    }
}

/// Two leads, numbered from 0, the first created first.
fn two() -> Desk {
    let mut desk = Desk::empty();
    for (n, person) in (0..).zip(["Ann Smith", "A. Smith"]) {
        desk.id = id(n);
        desk.run(Command::Create(BTreeMap::from([(Field::Person, person.to_owned())])))
            .expect("a lead");
    }
    desk
}

fn run_new(desk: &mut Desk, n: u64, person: &str) {
    let fields = BTreeMap::from([(Field::Person, person.to_owned())]);
    run(desk, n, Command::Create(fields));
}

fn run(desk: &mut Desk, n: u64, command: Command) {
    desk.id = id(n);
    desk.run(command).expect("it is taken");
}

fn answer(desk: &mut Desk, n: u64, value: Option<Value>, evidence: Evidence) {
    let question = "employees".into();
    run(desk, n, Command::Answer { question, value, evidence, note: None });
}

fn set(field: Field, text: &str) -> Command {
    Command::SetFields(BTreeMap::from([(field, text.to_owned())]))
}

const BOTH: [u64; 2] = [0, 1];

fn both() -> Vec<ContactId> {
    BOTH.map(id).to_vec()
}

#[test]
fn what_is_chosen_counts_and_the_rest_stays_in_reach() {
    let mut desk = two();
    run(&mut desk, 0, set(Field::Email, "a@b.example"));
    run(&mut desk, 1, set(Field::Email, "c@d.example"));
    let money = |minor| Some(Money { minor, currency: Currency::EUR });
    run(&mut desk, 0, Command::SetAmount(money(100)));
    run(&mut desk, 1, Command::SetAmount(money(200)));
    answer(&mut desk, 0, Some(number(50.0)), Evidence::Confirmed);
    answer(&mut desk, 1, Some(number(80.0)), Evidence::Confirmed);
    let choices = [Item::Field(Field::Email), Item::Amount, Item::Answer("employees".into())];
    let choices = choices.into_iter().map(|item| (item, id(1))).collect();
    merged(&mut desk, &both(), id(0), &choices).expect("two of them");
    let result = desk.workspace.contact(id(0)).expect("it goes on");
    assert_eq!(result.field(Field::Person), Some("Ann Smith"));
    assert_eq!(result.every(Field::Email), ["c@d.example"]);
    assert_eq!(result.amount, money(200));
    let employees = "employees".into();
    assert_eq!(result.answers.get(&employees).map(|it| &it.value), Some(&number(80.0)));
    // What was not chosen is still told, whoever said it.
    let each = each_by_itself(&desk.workspace, id(0));
    let others = also(result, &each);
    let said = |item: Item| {
        let of = others.iter().find(|(other, _)| *other == item).map(|(_, of)| of);
        of.map_or(Vec::new(), |of| of.iter().map(|it| it.id).collect())
    };
    assert_eq!(said(Item::Field(Field::Email)), [id(0)]);
    assert_eq!(said(Item::Amount), [id(0)]);
    assert_eq!(said(Item::Field(Field::Person)), [id(1)]);
    assert_eq!(said(Item::ExpectedClose), []);
    desk.stamped(Workspace::undo).expect("an action");
    assert!(each_by_itself(&desk.workspace, id(0)).is_empty());
    let restored = desk.workspace.contact(id(0)).expect("it is there");
    assert_eq!(restored.field(Field::Email), Some("a@b.example"));
    assert_eq!(restored.answers.get(&employees).map(|it| &it.value), Some(&number(50.0)));
}

#[test]
fn what_one_had_settled_is_not_lost_when_the_other_has_it() {
    let mut desk = two();
    run(&mut desk, 1, set(Field::Phone, "123"));
    run(&mut desk, 0, set(Field::Phone, "9"));
    run(&mut desk, 0, set(Field::Phone, ""));
    let task = |due| Command::SetTask { due: day(due), note: "Call".to_owned() };
    run(&mut desk, 0, task("2026-12-01"));
    run(&mut desk, 0, Command::CompleteTask);
    run(&mut desk, 1, task("2026-12-05"));
    answer(&mut desk, 0, None, Evidence::Confirmed);
    answer(&mut desk, 1, Some(number(80.0)), Evidence::Confirmed);
    merged(&mut desk, &both(), id(0), &Choices::new()).expect("two of them");
    let result = desk.workspace.contact(id(0)).expect("it goes on");
    assert_eq!(result.field(Field::Phone), Some("123"));
    assert_eq!(result.task.as_ref().map(|task| task.due), Some(day("2026-12-05")));
    assert!(result.answers.get(&"employees".into()).is_some());
    // And what is said of it from now on counts.
    run(&mut desk, 0, set(Field::Phone, ""));
    run(&mut desk, 0, Command::CompleteTask);
    answer(&mut desk, 0, None, Evidence::Confirmed);
    let result = desk.workspace.contact(id(0)).expect("it goes on");
    assert_eq!((result.field(Field::Phone), &result.task), (None, &None));
    assert!(result.answers.get(&"employees".into()).is_none());
}

#[test]
fn the_sooner_next_step_and_a_handoff_that_waits_go_on() {
    let mut desk = two();
    let task = |due| Command::SetTask { due: day(due), note: "Call".to_owned() };
    run(&mut desk, 0, task("2026-12-09"));
    run(&mut desk, 1, task("2026-12-05"));
    run(&mut desk, 1, Command::HandOver { to: "Sam".to_owned(), note: String::new() });
    merged(&mut desk, &both(), id(0), &Choices::new()).expect("two of them");
    let result = desk.workspace.contact(id(0)).expect("it goes on");
    assert_eq!(result.task.as_ref().map(|task| task.due), Some(day("2026-12-05")));
    assert!(result.handoff.as_ref().is_some_and(|it| it.is_waiting() && it.to == "Sam"));
    run(&mut desk, 0, Command::AcceptHandoff);
    assert!(desk.contact().handoff.as_ref().is_some_and(|handoff| !handoff.is_waiting()));
}

#[test]
fn the_one_that_came_further_goes_on_and_nobody_is_moved() {
    let mut desk = two();
    assert_eq!(further(&desk.workspace, &both()), Some(id(0)), "the older one");
    let to = Position::Prospect;
    run(&mut desk, 1, Command::Override { to, reason: "They said so".to_owned() });
    assert_eq!(further(&desk.workspace, &both()), Some(id(1)));
    merged(&mut desk, &both(), id(0), &Choices::new()).expect("two of them");
    assert_eq!(desk.workspace.contact(id(0)).map(|it| &it.position), Some(&Position::Lead));
}

#[test]
fn one_that_is_over_does_not_go_on_by_itself() {
    let mut desk = two();
    let won = Imported { end: Some((EndKind::Won, None)), ..Imported::default() };
    let plan = vec![(id(0), vec![EventKind::Imported(won)])];
    desk.stamped(|workspace, stamp| workspace.carry_out(Deed::Import, plan, stamp)).expect("a row");
    assert_eq!(further(&desk.workspace, &both()), Some(id(1)));
}

#[test]
fn merging_needs_two_and_is_done_once() {
    let mut desk = two();
    let none = Choices::new();
    let twice = [id(0), id(0)];
    assert_eq!(merged(&mut desk, &twice, id(0), &none), Err(Refusal::NothingChanges));
    assert_eq!(merged(&mut desk, &[id(0), id(9)], id(0), &none), Err(Refusal::NothingChanges));
    assert_eq!(merged(&mut desk, &both(), id(9), &none), Err(Refusal::NoSuchContact));
    merged(&mut desk, &both(), id(0), &none).expect("two of them");
    assert_eq!(merged(&mut desk, &both(), id(0), &none), Err(Refusal::NothingChanges));
}

#[test]
fn not_the_same_is_remembered_once_and_can_be_taken_back() {
    let mut desk = two();
    let plan = keep_apart(&desk.workspace, &both()).expect("it is news");
    desk.stamped(|workspace, stamp| workspace.carry_out(Deed::KeepApart, plan, stamp))
        .expect("a plan");
    assert_eq!(desk.workspace.contact(id(0)).map(|it| it.not_the_same.clone()), Some(vec![id(1)]));
    assert_eq!(keep_apart(&desk.workspace, &both()), Err(Refusal::NothingChanges));
    desk.stamped(Workspace::undo).expect("an action");
    assert!(keep_apart(&desk.workspace, &both()).is_ok());
}

#[test]
fn who_is_kept_apart_is_found_again_and_taken_back_in_one_action() {
    let mut desk = two();
    run_new(&mut desk, 2, "Ann Smith");
    let three: Vec<_> = (0..3).map(id).collect();
    assert!(kept_apart(&desk.workspace).is_empty());
    let plan = keep_apart(&desk.workspace, &three).expect("it is news");
    desk.stamped(|workspace, stamp| workspace.carry_out(Deed::KeepApart, plan, stamp))
        .expect("a plan");
    let kept = kept_apart(&desk.workspace);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].contacts, three);
    // Of two that are one by now, one is told.
    let one = merge(&desk.workspace, &both(), id(0), &Choices::new()).expect("two of them");
    desk.stamped(|workspace, stamp| workspace.carry_out(Deed::Merge, one, stamp)).expect("a plan");
    assert_eq!(kept_apart(&desk.workspace)[0].contacts, [id(0), id(2)]);
    desk.stamped(Workspace::undo).expect("an action");
    let before = all(&desk.workspace);
    let back = propose_again(&desk.workspace, &kept[0]).expect("it counts");
    desk.stamped(|workspace, stamp| workspace.carry_out(Deed::ProposeAgain, back, stamp))
        .expect("a plan");
    assert!(kept_apart(&desk.workspace).is_empty());
    assert_eq!(propose_again(&desk.workspace, &kept[0]), Err(Refusal::NothingChanges));
    desk.stamped(Workspace::undo).expect("an action");
    assert_eq!(all(&desk.workspace), before);
}

#[test]
fn side_by_side_shows_what_differs_and_offers_no_weaker_answer() {
    let mut desk = two();
    run(&mut desk, 0, set(Field::Email, "a@b.example"));
    answer(&mut desk, 0, Some(number(50.0)), Evidence::Claimed);
    answer(&mut desk, 1, Some(number(80.0)), Evidence::Confirmed);
    let here: Vec<_> = both().iter().filter_map(|id| desk.workspace.contact(*id)).collect();
    let rows = rows(&desk.workspace.playbook, &here, 0);
    let row = |item: Item| rows.iter().find(|row| row.item == item).expect("somebody has it");
    let person = row(Item::Field(Field::Person));
    assert_eq!((person.differs, &person.choices[..], person.proposed), (true, &[0, 1][..], 0));
    let email = row(Item::Field(Field::Email));
    assert_eq!((email.differs, &email.choices[..], email.proposed), (false, &[][..], 0));
    let employees = row(Item::Answer("employees".into()));
    assert_eq!((employees.differs, &employees.choices[..], employees.proposed), (true, &[][..], 1));
    assert!(rows.iter().all(|row| row.item != Item::Amount), "nobody has one");
}

#[test]
fn what_was_merged_step_by_step_is_taken_apart_step_by_step() {
    // The second step goes on with the third contact, or with the one that went on before.
    for into in [id(2), id(0)] {
        let mut desk = two();
        desk.id = id(2);
        desk.run(Command::Create(Field::map([(Field::Person, "Cy".to_owned())]))).expect("a lead");
        merged(&mut desk, &[id(0), id(1)], id(0), &Choices::new()).expect("two");
        let first = all(&desk.workspace);
        merged(&mut desk, &[id(0), id(2)], into, &Choices::new()).expect("two");
        let (both, last) = (desk.workspace.clone(), if into == id(2) { id(0) } else { id(2) });
        let steps = mergings(&both, into);
        assert_eq!(steps.len(), 2, "each has a line of its own");
        for step in &steps {
            desk.workspace = both.clone();
            let plan = take_apart(&desk.workspace, into, step).expect("it counts");
            desk.stamped(|workspace, stamp| workspace.carry_out(Deed::TakeApart, plan, stamp))
                .expect("a plan");
            let merged_into = |n| desk.workspace.contact(id(n)).and_then(|it| it.merged_into);
            if step.contacts == [last] {
                assert_eq!(all(&desk.workspace), first, "the second alone is taken back");
            } else {
                assert_eq!(step.contacts, [id(1)]);
                assert_eq!(merged_into(1), None, "the first alone is taken back");
                let other = if into == id(2) { 0 } else { 2 };
                assert_eq!(merged_into(other), Some(into));
            }
        }
    }
}

#[test]
fn what_was_merged_at_once_comes_apart_at_once() {
    let mut desk = two();
    desk.id = id(2);
    desk.run(Command::Create(Field::map([(Field::Person, "Cy".to_owned())]))).expect("a lead");
    let before = all(&desk.workspace);
    merged(&mut desk, &[id(0), id(1), id(2)], id(1), &Choices::new()).expect("three");
    let together = mergings(&desk.workspace, id(1));
    let [step] = &together[..] else { panic!("one line for both: {together:?}") };
    assert_eq!(step.contacts, [id(0), id(2)]);
    let plan = take_apart(&desk.workspace, id(1), step).expect("it counts");
    desk.stamped(|workspace, stamp| workspace.carry_out(Deed::TakeApart, plan, stamp))
        .expect("a plan");
    assert_eq!(all(&desk.workspace), before, "all three are as they were");
}
