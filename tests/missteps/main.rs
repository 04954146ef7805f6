//! Every kind of misstep is found where it was planted, and nowhere else.

mod demo;
#[path = "../support/mod.rs"]
mod support;

use chrono::Utc;
use ripen::app::learn::missteps::{Misstep, MisstepKind, missteps};
use ripen::app::workspace::Workspace;
use ripen::domain::event::{
    Basis, CloseExpected, Created, Direction, Engaged, EngagementKind, EventKind, Nurtured,
    Overrode, StakeholderAdded, TaskDone, TaskSet, TouchKind, Touched,
};
use ripen::domain::ids::ContactId;
use ripen::domain::playbook::Playbook;
use ripen::domain::value::Value;
use std::sync::Arc;
use support::story::{Story, choice, day, number, organisation, position, text, yes_no};
use support::{pack, today};

/// The shipped pack with a cadence.
fn playbook() -> Playbook {
    let mut playbook = pack().clone();
    playbook.cadence.first_response_hours = Some(24);
    playbook
}

fn id(n: usize) -> ContactId {
    ContactId::new(n as u64 + 1, [0; 10])
}

fn workspace(playbook: Playbook, stories: &[Story]) -> Workspace {
    let mut workspace = Workspace::new(Arc::new(playbook));
    for (n, story) in stories.iter().enumerate() {
        workspace.take_in(id(n), story.log());
    }
    workspace
}

fn found(workspace: &Workspace, kind: MisstepKind) -> Misstep {
    let all = missteps(workspace, today(), &Utc);
    all.into_iter().find(|misstep| misstep.kind == kind).expect("it was looked for")
}

/// Plants stories, of which these show the misstep, out of so many it could happen to.
fn check(kind: MisstepKind, of: usize, stories: &[(Story, bool)]) {
    let plain: Vec<_> = stories.iter().map(|(story, _)| story.clone()).collect();
    let found = found(&workspace(playbook(), &plain), kind);
    let expected: Vec<_> =
        stories.iter().enumerate().filter(|(_, (_, shows))| *shows).map(|(n, _)| id(n)).collect();
    assert_eq!((found.contacts, found.of), (expected, of), "{kind:?}");
}

fn task(due: &str) -> EventKind {
    EventKind::TaskSet(TaskSet { due: day(due), note: "call".to_owned() })
}

fn touch(on: &str, direction: Direction, minutes: Option<u32>) -> EventKind {
    let kind = TouchKind::Call;
    EventKind::Touched(Touched { kind, direction, on: day(on), minutes, note: None })
}

fn close(on: &str) -> EventKind {
    EventKind::CloseExpected(CloseExpected { on: Some(day(on)) })
}

fn nurtured(until: &str) -> EventKind {
    EventKind::Nurtured(Nurtured { until: day(until), reason: None })
}

fn overrode(to: &str) -> EventKind {
    let basis = Basis { playbook: pack().reference(), criteria: Vec::new() };
    EventKind::Overrode(Overrode { to: position(to), reason: "asked for".to_owned(), basis })
}

/// What the gate to Opportunity asks for on top.
fn pain() -> Vec<(&'static str, Value)> {
    vec![
        ("pain", yes_no(true)),
        ("problem_age", number(2.0)),
        ("priority", choice("first")),
        ("situation", yes_no(true)),
    ]
}

fn lead() -> Story {
    Story::captured("website")
}

fn prospect() -> Story {
    lead().confirmed_all(&organisation()).advanced("prospect")
}

fn opportunity() -> Story {
    prospect().confirmed_all(&pain()).advanced("opportunity/qualifying")
}

#[test]
fn standing_ahead_of_the_evidence() {
    check(
        MisstepKind::AheadOfEvidence,
        5,
        &[
            (prospect(), false),
            (opportunity(), false),
            (lead().advanced("prospect"), true),
            (prospect().advanced("opportunity/qualifying"), true),
            (opportunity().advanced("opportunity/proposal"), true),
            (lead(), false),
            (lead().advanced("opportunity/closing").lost(), false),
            (lead().advanced("opportunity/closing").won(), false),
        ],
    );
}

#[test]
fn opportunities_without_confirmed_pain() {
    check(
        MisstepKind::PainUnconfirmed,
        5,
        &[
            (opportunity(), false),
            (prospect().advanced("opportunity/qualifying"), true),
            (prospect().claimed_all(&pain()).advanced("opportunity/qualifying"), true),
            (opportunity().confirmed("pain", yes_no(false)), true),
            (opportunity().claimed("pain", yes_no(false)), false),
            (prospect(), false),
            (lead().advanced("opportunity/qualifying").lost(), false),
        ],
    );
}

#[test]
fn opportunities_that_rest_on_claims_alone() {
    let claimed = || lead().claimed_all(&organisation()).claimed_all(&pain());
    check(
        MisstepKind::ClaimedOnly,
        4,
        &[
            (opportunity(), false),
            (claimed().advanced("opportunity/qualifying"), true),
            (claimed().confirmed("pain", yes_no(true)).advanced("opportunity/qualifying"), false),
            (lead().advanced("opportunity/qualifying"), false),
            (claimed(), false),
        ],
    );
}

#[test]
fn decision_makers_nobody_has_named() {
    let someone = || prospect().confirmed("decides", choice("someone_else"));
    let named = |name: &str, decides| {
        let name = name.to_owned();
        EventKind::StakeholderAdded(StakeholderAdded { name, decides, job: None, role: None })
    };
    check(
        MisstepKind::DeciderUnnamed,
        7,
        &[
            (prospect(), false),
            (lead().advanced("prospect"), true),
            (someone(), true),
            (someone().confirmed("decider_name", text("Dana")), false),
            (someone().then(named("Kim", true)), false),
            (someone().then(named("Kim", false)), true),
            (lead().claimed("decides", text("I do")).advanced("prospect"), false),
            (lead(), false),
        ],
    );
}

#[test]
fn little_known_of_what_the_next_gate_asks() {
    let knowing = |n| lead().claimed_all(&organisation()[..n]);
    check(
        MisstepKind::LittleKnown,
        7,
        &[
            (knowing(0), true),
            (knowing(2), true),
            (knowing(3), false),
            (prospect(), true),
            (prospect().confirmed("pain", yes_no(false)), false),
            (opportunity(), false),
            (opportunity().advanced("opportunity/discovery"), true),
            (knowing(0).disqualified(), false),
        ],
    );
}

#[test]
fn nothing_planned_and_what_was_planned_overdue() {
    let planned = |due| lead().then(task(due));
    let stories = |shows: [bool; 7]| {
        let all = [
            lead(),
            planned("2026-11-20"),
            planned("2026-11-21"),
            planned("2026-11-20").then(EventKind::TaskDone(TaskDone {})),
            lead().then(nurtured("2026-11-20")),
            lead().then(nurtured("2026-12-20")),
            lead().disqualified(),
        ];
        all.into_iter().zip(shows).collect::<Vec<_>>()
    };
    let nothing = stories([true, false, false, true, false, false, false]);
    check(MisstepKind::NoNextStep, 6, &nothing);
    let overdue = stories([false, true, false, false, true, false, false]);
    check(MisstepKind::Overdue, 6, &overdue);
}

#[test]
fn nobody_was_in_touch_or_not_in_time() {
    use Direction::{Inbound, Outbound};
    let captured = |on: &str| Story::new().on(on).then(EventKind::Created(Created::default()));
    let download = EventKind::Engaged(Engaged {
        kind: EngagementKind::Download,
        on: day("2026-11-10"),
        note: None,
    });
    let stories = |shows: [bool; 8]| {
        let all = [
            captured("2026-11-10"),
            captured("2026-11-20"),
            captured("2026-11-10").then(touch("2026-11-11", Outbound, None)),
            captured("2026-11-10").then(touch("2026-11-12", Outbound, None)),
            captured("2026-11-10").then(touch("2026-11-10", Inbound, None)),
            captured("2026-11-20").then(touch("2026-11-20", Inbound, None)),
            captured("2026-11-01").disqualified(),
            // What they did by themselves answers nothing.
            captured("2026-11-10").then(download.clone()),
        ];
        all.into_iter().zip(shows).collect::<Vec<_>>()
    };
    let never = stories([true, false, false, false, false, false, false, true]);
    check(MisstepKind::NeverTouched, 7, &never);
    let late = stories([false, false, false, true, true, false, false, false]);
    check(MisstepKind::LateResponse, 7, &late);
}

#[test]
fn without_a_cadence_no_response_is_late() {
    let plain = workspace(pack().clone(), &[lead()]);
    let kinds: Vec<_> = missteps(&plain, today(), &Utc).iter().map(|found| found.kind).collect();
    let expected = pack().cadence.first_response_hours.is_some();
    assert_eq!(kinds.contains(&MisstepKind::LateResponse), expected);
    let mut bare = pack().clone();
    bare.cadence.first_response_hours = None;
    let bare = workspace(bare, &[lead()]);
    assert!(missteps(&bare, today(), &Utc).iter().all(|m| m.kind != MisstepKind::LateResponse));
    assert_eq!(found(&bare, MisstepKind::NeverTouched).contacts.len(), 1);
}

#[test]
fn opportunities_that_cannot_be_forecast_or_should_have_closed() {
    let deal = || opportunity().worth(1_000);
    let stories = |shows: [bool; 6]| {
        let all = [
            opportunity(),
            deal(),
            deal().then(close("2026-11-20")),
            deal().then(close("2026-11-21")),
            opportunity().then(close("2026-11-20")),
            opportunity().lost(),
        ];
        all.into_iter().zip(shows).collect::<Vec<_>>()
    };
    check(MisstepKind::NoForecast, 5, &stories([true, true, false, false, true, false]));
    check(MisstepKind::ClosePast, 5, &stories([false, false, true, false, true, false]));
}

#[test]
fn leads_worked_on_in_vain() {
    let call =
        |story: Story, minutes| story.then(touch("2026-11-18", Direction::Outbound, Some(minutes)));
    let small = || lead().confirmed("employees", number(3.0));
    check(
        MisstepKind::HopelessWork,
        5,
        &[
            (call(call(small(), 30), 30), true),
            (call(small(), 59), false),
            (small(), false),
            (call(lead(), 600), false),
            (call(lead().confirmed("need", yes_no(false)), 600), false),
            (call(small(), 600).disqualified(), false),
            (call(small(), 600).advanced("prospect"), false),
        ],
    );
}

#[test]
fn moves_past_a_gate() {
    check(
        MisstepKind::Overridden,
        4,
        &[
            (prospect(), false),
            (lead().then(overrode("prospect")), true),
            (lead().then(overrode("prospect")).returned("lead").disqualified(), true),
            (lead(), false),
        ],
    );
}

#[test]
fn a_playbook_that_does_not_ask_gives_no_means_to_tell() {
    let mut bare = pack().clone();
    bare.questions.retain(|q| !["pain", "decides", "decider_name"].contains(&q.id.as_str()));
    let bare = workspace(bare, &[opportunity()]);
    let kinds: Vec<_> = missteps(&bare, today(), &Utc).iter().map(|found| found.kind).collect();
    assert!(!kinds.contains(&MisstepKind::PainUnconfirmed));
    assert!(!kinds.contains(&MisstepKind::DeciderUnnamed));
    assert!(kinds.contains(&MisstepKind::LittleKnown));

    let mut easy = pack().clone();
    easy.gates.opportunity.retain(|id| id.as_str() != "pain");
    let claimed = opportunity().confirmed("pain", yes_no(false));
    let easy = missteps(&workspace(easy, &[claimed]), today(), &Utc);
    let looked = |kind| easy.iter().any(|misstep| misstep.kind == kind);
    assert!(!looked(MisstepKind::PainUnconfirmed), "where an opportunity takes no pain");
    assert!(looked(MisstepKind::DeciderUnnamed));
}

#[test]
fn an_empty_workspace_has_none() {
    let empty = workspace(playbook(), &[]);
    let all = missteps(&empty, today(), &Utc);
    assert_eq!(all.len(), MisstepKind::ALL.len());
    assert!(all.iter().all(|misstep| misstep.contacts.is_empty() && misstep.of == 0));
}
