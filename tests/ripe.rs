//! Who is listed as ready to advance can be moved up and does not stand further than the evidence, and
//! nobody else is; the counts are of the lists.

mod support;

use chrono::Utc;
use ripen::app::ahead::next_position;
use ripen::app::command::Command;
use ripen::app::decide::decide;
use ripen::app::demo::demo;
use ripen::app::find::find;
use ripen::app::learn::missteps::MisstepKind;
use ripen::app::ripe::{Counts, Ripe, counts, ready, straight};
use ripen::app::route::Listing;
use ripen::app::workspace::Workspace;
use ripen::domain::assess::assess;
use ripen::domain::contact::Contact;
use ripen::domain::ids::ContactId;
use ripen::domain::position::{Position, Standing};
use ripen::domain::rules::Rules;
use ripen::domain::value::Value;
use std::sync::Arc;
use support::desk::Desk;
use support::{playbook, playbooks, today};

fn demo_workspace() -> Workspace {
    let mut workspace = Workspace::new(Arc::new(playbook("example").clone()));
    let mut n = 0_u8;
    let next_id = || {
        n += 1;
        ContactId::new(0, [n; 10])
    };
    for (id, log) in demo(playbook("example"), today(), next_id) {
        workspace.take_in(id, log);
    }
    workspace
}

#[test]
fn ready_is_who_can_be_moved_up() {
    let mut workspace = demo_workspace();
    for judging in playbooks() {
        workspace.playbook = Arc::new(judging.clone());
        let rules = Rules::of(judging);
        let ripe = Ripe::new(&rules, today());
        for contact in workspace.contacts() {
            let up = next_position(judging, contact);
            let moved = up.clone().is_some_and(|to| {
                let command = match to {
                    Position::Customer => Command::Win { reason: None },
                    to => Command::Advance(to),
                };
                decide(judging, Some(contact), command, today()).is_ok()
            });
            let due = match &contact.standing {
                Standing::Nurturing { until, .. } => *until <= today(),
                _ => true,
            };
            let assessed = assess(&rules, contact, today());
            let expected = moved && due && !assessed.ahead_of_evidence;
            let to = ready(&assessed, contact, judging, today());
            assert_eq!(ripe.is_ready(contact), expected, "{}: {contact:?}", judging.id);
            assert_eq!(to, up.filter(|_| expected), "{}: {contact:?}", judging.id);
        }
    }
}

#[test]
fn the_counts_are_those_of_the_lists() {
    let workspace = demo_workspace();
    let list = |listing: Listing| {
        find(&workspace, &listing.query(&workspace.playbook, today()), &Utc).len()
    };
    let Counts { ready, ahead } = counts(&workspace, today(), &Utc);
    assert_eq!(ready, list(Listing::ready()));
    assert_eq!(ahead, list(Listing::of(MisstepKind::AheadOfEvidence)));
    assert!(ready > 0 && ahead > 0, "the demo shows both: {ready} {ahead}");
}

/// Whether a lead is ready as it stands after something was done with it.
fn check(does: impl FnOnce(&mut Desk), expected: bool) {
    let mut desk = Desk::with_lead();
    does(&mut desk);
    let rules = Rules::of(&desk.workspace.playbook);
    let contact: &Contact = desk.contact();
    assert_eq!(Ripe::new(&rules, today()).is_ready(contact), expected, "{contact:?}");
}

#[test]
fn an_answer_makes_ready_and_an_end_no_longer() {
    check(|_| {}, false);
    check(Desk::qualify, true);
    let disqualified = |desk: &mut Desk| {
        desk.qualify();
        let reason = desk.workspace.playbook.reasons.disqualify[0].id.clone();
        desk.run(Command::Disqualify { reason, note: None }).expect("an end");
    };
    check(disqualified, false);
    let nurturing = |days: u64| {
        move |desk: &mut Desk| {
            desk.qualify();
            let until = today() + chrono::Days::new(days);
            desk.run(Command::Nurture { until, reason: None }).expect("a wait");
        }
    };
    check(nurturing(9), false);
}

#[test]
fn whoever_stands_further_than_the_evidence_is_not_ready() {
    let ahead = |desk: &mut Desk| {
        let to = Position::Prospect;
        desk.run(Command::Override { to, reason: "They called".to_owned() }).expect("a move");
    };
    check(ahead, false);
    // Even where the gate above is passed, which the one below is not.
    let above = |desk: &mut Desk| {
        ahead(desk);
        desk.qualify();
        desk.answer("need", Value::YesNo(false));
    };
    check(above, false);
}

#[test]
fn one_move_leads_as_far_as_the_evidence() {
    let straight_to = |does: fn(&mut Desk)| {
        let mut desk = Desk::with_lead();
        does(&mut desk);
        let playbook = &desk.workspace.playbook;
        let assessed = assess(&Rules::of(playbook), desk.contact(), today());
        straight(&assessed, desk.contact(), playbook)
    };
    assert_eq!(straight_to(|_| {}), None);
    let first = Position::Stage(Desk::empty().workspace.playbook.stages[0].id.clone());
    assert_eq!(straight_to(Desk::qualify), Some(first));
}
