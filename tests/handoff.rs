//! Handing a contact over: who gets it, what comes back, and what goes along.

mod support;

use chrono::Utc;
use ripen::app::command::Command;
use ripen::app::find::{HandoffFilter, Query, find};
use ripen::app::packet::packet;
use ripen::app::refusal::Refusal;
use ripen::app::workspace::{Deed, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::event::{Accepted, EventKind, Field, SentBack};
use ripen::domain::handoff::{Handoff, Why};
use ripen::domain::ids::ReasonId;
use ripen::domain::playbook::{Playbook, Reason};
use ripen::domain::position::Position;
use support::desk::Desk;
use support::story::{Story, choice, number, yes_no};
use support::{pack, today};

fn hand_over(to: &str, note: &str) -> Command {
    Command::HandOver { to: to.to_owned(), note: note.to_owned() }
}

fn send_back(reason: Option<&str>, note: &str) -> Command {
    Command::SendBack { reason: reason.map(ReasonId::from), note: note.to_owned() }
}

fn handoff(desk: &Desk) -> &Handoff {
    desk.contact().handoff.as_ref().expect("it was handed over")
}

/// Whether the list of those waiting, and of those sent back, shows the contact.
fn listed(desk: &Desk) -> (bool, bool) {
    let shows = |filter| {
        let query = Query { handoff: Some(filter), ..Query::default() };
        !find(&desk.workspace, &query, &Utc).is_empty()
    };
    (shows(HandoffFilter::Waiting), shows(HandoffFilter::SentBack))
}

/// The shipped pack with, or without, reasons to send a contact back.
fn playbook(reasons: &[&str]) -> Playbook {
    let mut playbook = pack().clone();
    let reason = |id: &&str| Reason { id: ReasonId::from(*id), title: (*id).to_owned() };
    playbook.reasons.send_back = reasons.iter().map(reason).collect();
    playbook
}

#[test]
fn whoever_gets_it_accepts_and_owns_it() {
    let mut desk = Desk::with_lead();
    assert_eq!(desk.run(Command::AcceptHandoff), Err(Refusal::NothingHandedOver));
    assert_eq!(desk.run(hand_over(" ", "")), Err(Refusal::NobodyToTakeIt));
    let long = hand_over(&"x".repeat(10_001), "");
    assert_eq!(desk.run(long), Err(Refusal::TooLong(Field::Owner)));
    assert_eq!(desk.run(hand_over(" Sam ", "Call before noon")), Ok(Deed::HandOver));
    assert_eq!((handoff(&desk).to.as_str(), handoff(&desk).is_waiting()), ("Sam", true));
    assert_eq!(desk.contact().field(Field::Owner), None, "it is not theirs before they accept it");
    assert_eq!(listed(&desk), (true, false));
    assert_eq!(desk.run(hand_over("sam", "Call before noon")), Err(Refusal::NothingChanges));
    desk.run(hand_over("Kim", "")).expect("Sam is away");
    let before = desk.contact().clone();
    assert_eq!(desk.run(Command::AcceptHandoff), Ok(Deed::Accept));
    assert_eq!(desk.contact().field(Field::Owner), Some("Kim"));
    assert!(handoff(&desk).answered_after().is_some() && !handoff(&desk).is_sent_back());
    assert_eq!(listed(&desk), (false, false));
    assert_eq!(desk.run(Command::AcceptHandoff), Err(Refusal::NothingHandedOver));
    desk.stamped(Workspace::undo).expect("something to undo");
    assert_eq!(desk.contact(), &before);
}

#[test]
fn it_is_sent_back_with_a_reason_of_the_playbook_or_in_words() {
    let check = |reasons: &[&str], command: Command, expected: Result<Deed, Refusal>| {
        let mut desk = Desk::with_lead_in(playbook(reasons));
        desk.run(hand_over("Sam", "")).expect("handed over");
        let sent_back = expected.is_ok();
        assert_eq!(desk.run(command), expected);
        assert_eq!(listed(&desk), (!sent_back, sent_back));
        assert_eq!(desk.contact().field(Field::Owner), None);
        if sent_back {
            desk.run(hand_over("Sam", "Now it is")).expect("once more");
            assert_eq!(listed(&desk), (true, false));
        }
    };
    check(&[], send_back(None, "They only wanted the paper"), Ok(Deed::SendBack));
    check(&[], send_back(None, " "), Err(Refusal::ReasonNeeded));
    check(&[], send_back(Some("too_early"), "x"), Err(Refusal::UnknownReason));
    check(&["too_early"], send_back(Some("too_early"), ""), Ok(Deed::SendBack));
    check(&["too_early"], send_back(Some("other"), ""), Err(Refusal::UnknownReason));
    check(&["too_early"], send_back(None, "words alone"), Err(Refusal::UnknownReason));
}

#[test]
fn only_what_is_worked_on_below_opportunity_is_handed_over() {
    let mut desk = Desk::with_lead();
    desk.run(hand_over("Sam", "")).expect("a lead");
    desk.run(Command::Disqualify { reason: "too_small".into(), note: None }).expect("ended");
    assert_eq!(listed(&desk), (false, false), "nobody works on it");
    for command in [hand_over("Sam", ""), Command::AcceptHandoff, send_back(None, "x")] {
        assert_eq!(desk.run(command), Err(Refusal::HasEnded));
    }
    desk.run(Command::Reopen).expect("reopened");
    assert_eq!(listed(&desk), (true, false));
    desk.qualify();
    desk.run(Command::Advance(Position::Stage("qualifying".into()))).expect("passed");
    assert_eq!(desk.run(hand_over("Kim", "")), Err(Refusal::PastHandoff));
    desk.run(Command::AcceptHandoff).expect("it still waits for an answer");
}

#[test]
fn an_answer_without_a_handoff_says_nothing_and_the_last_answer_counts() {
    let accepted = || EventKind::Accepted(Accepted {});
    let note = Some("No budget".to_owned());
    let sent_back = || EventKind::SentBack(SentBack { reason: None, note: note.clone() });
    assert_eq!(Story::captured("event").then(accepted()).contact().handoff, None);
    let handed =
        Story::captured("event").then(EventKind::HandedOver(ripen::domain::event::HandedOver {
            to: "Sam".to_owned(),
            note: None,
        }));
    let both = handed.then(accepted()).then(sent_back()).contact().handoff.expect("a handoff");
    let reply = both.reply.expect("an answer");
    assert_eq!(reply.sent_back, Some(Why { reason: None, note: note.clone() }));
}

#[test]
fn the_packet_says_what_is_known_what_is_open_and_where_to_go_on() {
    let contact = Story::captured("event")
        .claimed("pain", yes_no(true))
        .confirmed("employees", number(240.0))
        .claimed("employees", number(30.0))
        .confirmed("industry", choice("healthcare"))
        .contact();
    let packet = packet(pack(), &contact, today());
    assert_eq!(packet.source.map(|source| source.id.as_str()), Some("event"));
    let gate = packet.gate.expect("a gate ahead");
    assert_eq!((gate.to, gate.steps.len()), (Position::Prospect, 4));
    let asked: Vec<_> = packet.sections.iter().flat_map(|(_, asked)| asked).collect();
    let ids: Vec<_> = asked.iter().map(|asked| asked.question.id.as_str()).collect();
    assert_eq!(ids, ["employees", "industry", "pain"]);
    let grades = asked.iter().map(|asked| asked.given.expect("answered").evidence);
    assert!(grades.eq([Evidence::Confirmed, Evidence::Confirmed, Evidence::Claimed]));
    assert_eq!(asked[0].also.map(|also| also.evidence), Some(Evidence::Claimed));
    assert_eq!(packet.next.map(|question| question.id.as_str()), Some("country"));
}

#[test]
fn a_consent_is_kept_in_the_words_it_was_asked_in() {
    let mut desk = Desk::with_lead();
    let asked = desk.workspace.playbook.consent.clone().expect("the pack asks for one");
    assert_eq!(desk.contact().consent, None);
    let mut check = |given: bool, expected: Result<(), Refusal>| {
        assert_eq!(desk.run(Command::RecordConsent(given)).map(|_| ()), expected, "{given}");
        let consent = desk.contact().consent.clone().expect("a consent");
        assert_eq!(consent.said.given, given);
        assert_eq!(consent.said.text.as_ref(), Some(&asked.text));
        assert_eq!(consent.said.revision, Some(asked.revision));
    };
    check(true, Ok(()));
    check(true, Err(Refusal::NothingChanges));
    check(false, Ok(()));
    check(true, Ok(()));
}
