//! Who was erased is gone, stays gone, and takes nobody along.

mod support;

use proptest::prelude::*;
use proptest::sample::select;
use ripen::app::command::Command;
use ripen::app::refusal::Refusal;
use ripen::app::restore::{Fate, brought_back, fate, to_erase};
use ripen::app::workspace::Workspace;
use ripen::domain::event::{Event, EventKind, Field};
use ripen::domain::held::Held;
use ripen::domain::ids::ContactId;
use ripen::domain::log::EventLog;
use ripen::exchange::record;
use std::collections::{BTreeMap, BTreeSet};
use support::desk::Desk;
use support::{any_events, config, today};

fn any_held() -> impl Strategy<Value = Held> {
    prop_oneof![
        4 => any_events().prop_map(|events| EventLog::new(events).into()),
        1 => Just(Held::Erased),
    ]
}

/// A copy in which nothing is taken back.
fn any_untouched() -> impl Strategy<Value = Held> {
    let plain = |event: &Event| !matches!(event.kind, EventKind::Retracted(_));
    prop_oneof![
        4 => any_events().prop_map(move |mut events| {
            events.retain(plain);
            EventLog::new(events).into()
        }),
        1 => Just(Held::Erased),
    ]
}

fn joined(a: &Held, b: &Held) -> Held {
    let mut both = a.clone();
    both.join(b);
    both
}

/// What counts of a stored history.
fn alive(text: Option<&str>) -> Vec<Event> {
    match text.map(|text| record::decode(text).unwrap()) {
        Some(Held::History(log)) => log.live().cloned().collect(),
        Some(Held::Erased) | None => Vec::new(),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn copies_come_to_the_same_in_any_order(a in any_held(), b in any_held(), c in any_held()) {
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
        prop_assert_eq!(joined(&joined(&a, &b), &b), joined(&a, &b));
    }

    /// What each of some pages stores in turn, in any order and as often as it likes, joined with
    /// what stands there. Who takes something back, or that back, has seen it.
    #[test]
    fn two_homes_written_in_any_order_come_to_the_same(
        mut copies in prop::collection::vec(any_untouched(), 1..5),
        last in any_held(),
        turns in prop::collection::vec((0..2_usize, select(vec![0_usize, 1, 2, 3, 4])), 0..12),
    ) {
        copies.push(copies.iter().fold(last, |all, copy| joined(&all, copy)));
        let mut homes: [Option<String>; 2] = [None, None];
        let mut write = |home: usize, held: &Held| {
            let stored = homes[home].clone();
            if let Some(text) = record::join(stored.as_deref(), held).unwrap() {
                homes[home] = Some(text);
            }
        };
        for (home, n) in turns {
            if let Some(held) = copies.get(n) {
                write(home, held);
            }
        }
        // In the end every page has stored what it has in both, the second one backwards.
        for held in &copies {
            write(0, held);
        }
        for held in copies.iter().rev() {
            write(1, held);
        }
        // One may have let go of what was taken back whole before the other heard of it.
        prop_assert_eq!(alive(homes[0].as_deref()), alive(homes[1].as_deref()));
        if copies.contains(&Held::Erased) {
            prop_assert_eq!(&homes[0], &Some(record::encode(&Held::Erased)));
        }
    }
}

fn named(desk: &mut Desk, id: ContactId, name: &str) {
    let fields = BTreeMap::from([(Field::Person, name.to_owned())]);
    desk.stamped(|all, stamp| all.run_all(id, vec![Command::Create(fields)], today(), stamp))
        .unwrap();
}

#[test]
fn nothing_brings_an_erased_contact_back() {
    let mut desk = Desk::with_lead();
    let (gone, other) = (desk.id, ContactId::new(2, [2; 10]));
    named(&mut desk, other, "Noa");
    let copy = desk.workspace.held(gone).unwrap();
    desk.workspace.erase(gone);
    assert_eq!(desk.workspace.held(gone), Some(Held::Erased));
    assert!(!desk.workspace.take_in(gone, copy.clone()), "a backup, another tab");
    assert_eq!(desk.run(Command::Reopen), Err(Refusal::NoSuchContact));
    // Its creation cannot be undone or redone any more; that of the other one can.
    assert!(desk.stamped(Workspace::undo).is_some_and(|a| a.contacts == [other]));
    assert!(desk.stamped(Workspace::undo).is_none());
    assert!(desk.stamped(Workspace::redo).is_some_and(|a| a.contacts == [other]));
    assert!(desk.workspace.record(gone).is_none() && desk.workspace.contact(other).is_some());
}

#[test]
fn one_undo_takes_a_file_of_histories_back() {
    let mut desk = Desk::with_lead();
    let (here, new) = (desk.id, ContactId::new(2, [2; 10]));
    let mut elsewhere = Desk::with_lead();
    elsewhere.qualify();
    named(&mut elsewhere, new, "Noa");
    let copy = |id| match elsewhere.workspace.held(id).unwrap() {
        Held::History(log) => (id, log),
        Held::Erased => unreachable!("nobody was erased"),
    };
    let file = [copy(here), copy(new)];
    // What is done here from now on is done later than there.
    for _ in 0..100 {
        desk.stamped(|_, _| ());
    }
    let before = desk.contact().clone();
    let restore = |desk: &mut Desk| {
        desk.stamped(|all, stamp| {
            let prepared = file.iter().filter_map(|(id, log)| {
                let (record, brought) = all.prepare_restore(*id, log, stamp)?;
                Some(((*id, record), (*id, brought)))
            });
            let (prepared, brought): (Vec<_>, _) = prepared.unzip();
            let ids: Vec<_> = prepared.iter().map(|(id, _)| *id).collect();
            all.restore(prepared, brought, stamp.batch);
            ids
        })
    };
    assert_eq!(fate(&desk.workspace, here, &file[0].1), Fate::Changed);
    assert_eq!(fate(&desk.workspace, new, &file[1].1), Fate::New);
    assert_eq!(restore(&mut desk), [here, new]);
    assert_eq!(fate(&desk.workspace, here, &file[0].1), Fate::Unchanged);
    assert!(restore(&mut desk).is_empty(), "nothing is to be undone of that");
    assert!(desk.contact() != &before && desk.workspace.contact(new).is_some());
    assert_eq!(desk.stamped(Workspace::undo).map(|action| action.contacts), Some(vec![here, new]));
    assert!(desk.contact() == &before && desk.workspace.contact(new).is_none());
    assert!(desk.stamped(Workspace::redo).is_some());
    assert!(desk.contact() != &before && desk.workspace.contact(new).is_some());
    assert!(desk.stamped(Workspace::undo).is_some());
    assert!(desk.contact() == &before && desk.workspace.contact(new).is_none());
    // Brought in again, whoever went by that is here again, and can go again.
    let whole = elsewhere.workspace.contact(new);
    for _ in 0..2 {
        assert_eq!(fate(&desk.workspace, new, &file[1].1), Fate::New);
        assert_eq!(restore(&mut desk), [new]);
        assert_eq!(desk.workspace.contact(new), whole);
        // What was let go of when it was stored is in the file.
        let rest = desk.workspace.record(new).unwrap().log.clone().at_rest();
        assert!(rest.holds(&file[1].1));
        assert!(desk.stamped(Workspace::undo).is_some_and(|action| action.contacts == [new]));
        assert_eq!(desk.workspace.contact(new), None);
        assert!(desk.stamped(Workspace::redo).is_some() && desk.workspace.contact(new) == whole);
        assert!(desk.stamped(Workspace::undo).is_some());
    }
}

#[test]
fn whoever_is_brought_back_is_somebody_new() {
    let mut desk = Desk::with_lead();
    let Some(Held::History(log)) = desk.workspace.held(desk.id) else { panic!() };
    desk.workspace.erase(desk.id);
    assert_eq!(fate(&desk.workspace, desk.id, &log), Fate::Erased);
    let back = brought_back(&desk.workspace, desk.id);
    assert!(desk.workspace.take_in(back, log.clone()) && back != desk.id);
    desk.workspace.erase(back);
    let again = brought_back(&desk.workspace, desk.id);
    assert!(again != back && desk.workspace.take_in(again, log));
}

#[test]
fn a_tombstone_that_arrives_takes_the_contact_away() {
    let mut desk = Desk::with_lead();
    assert!(desk.workspace.take_in(desk.id, Held::Erased));
    assert!(!desk.workspace.take_in(desk.id, Held::Erased));
    assert!(desk.workspace.contact(desk.id).is_none());
    assert!(desk.stamped(Workspace::undo).is_none());
}

#[test]
fn of_those_erased_elsewhere_all_are_erased_here_or_only_who_is_not_here() {
    let desk = Desk::with_lead();
    let (here, nowhere) = (desk.id, ContactId::new(9, [9; 10]));
    let gone = BTreeSet::from([here, nowhere]);
    let check = |erase, expected: (Vec<ContactId>, usize)| {
        let (mut taken, count) = to_erase(&desk.workspace, &gone, erase);
        taken.sort_unstable();
        assert_eq!((taken, count), expected, "{erase}");
    };
    check(false, (vec![nowhere], 0));
    check(true, (gone.iter().copied().collect(), 1));
}
