//! Contacts that are merged: nothing of either is lost, the order does not matter, undo restores both.

mod laws;
#[path = "../support/mod.rs"]
mod support;

use ripen::app::workspace::Workspace;
use ripen::domain::answer::Evidence;
use ripen::domain::contact::Contact;
use ripen::domain::event::{
    Answered, By, Consented, Created, Event, EventKind, Field, FieldSet, Imported, MergedInto,
    StakeholderAdded, TaskDone, TaskSet, Touched,
};
use ripen::domain::ids::{BatchId, ContactId, EventId};
use ripen::domain::log::EventLog;
use ripen::domain::merged::fold_all;
use ripen::domain::value::Value;
use ripen::domain::when::When;
use std::collections::BTreeMap;
use std::sync::Arc;
use support::pack;
use support::story::{day, rep};

type Histories = BTreeMap<ContactId, EventLog>;

fn id(n: u64) -> ContactId {
    ContactId::new(n, [0; 10])
}

/// A batch no generated history has.
fn merging(n: u64) -> BatchId {
    BatchId::new(900 + n, [3; 10])
}

fn event(n: u64, kind: EventKind) -> Event {
    let at = When::Day(day("2026-03-01"));
    Event { id: EventId::new(n, [4; 10]), at, by: rep(), batch: merging(n), kind }
}

fn into(n: u64, contact: u64) -> Event {
    event(n, EventKind::MergedInto(MergedInto { contact: id(contact) }))
}

fn borrowed(all: &Histories) -> impl Iterator<Item = (ContactId, &EventLog)> {
    all.iter().map(|(id, log)| (*id, log))
}

fn workspace(all: impl IntoIterator<Item = (ContactId, EventLog)>) -> Workspace {
    let mut workspace = Workspace::new(Arc::new(pack().clone()));
    for (id, log) in all {
        workspace.take_in(id, log);
    }
    workspace
}

fn answered(value: bool, evidence: Evidence) -> EventKind {
    let value = Some(Value::YesNo(value));
    EventKind::Answered(Answered {
        question: "pain".into(),
        value,
        evidence,
        note: None,
        from: None,
    })
}

fn field(field: Field, text: &str) -> EventKind {
    EventKind::FieldSet(FieldSet { field, value: Some(text.to_owned()) })
}

/// Contacts by these kinds of events, each one a day later, all merged into the first.
fn told(histories: &[&[EventKind]]) -> Contact {
    let mut all = Histories::new();
    for (n, kinds) in (0..).zip(histories) {
        let mut events: Vec<_> =
            (0..).zip(*kinds).map(|(at, kind)| event(at, kind.clone())).collect();
        events.extend((n > 0).then(|| into(50, 0)));
        all.insert(id(n), EventLog::new(events));
    }
    fold_all(borrowed(&all)).remove(&id(0)).expect("it goes on")
}

#[test]
fn an_answer_counts_by_its_evidence_and_a_differing_one_shows() {
    use Evidence::{Claimed, Confirmed};
    let check = |own: Option<EventKind>,
                 brought: EventKind,
                 counts: bool,
                 disagrees: Option<bool>| {
        let own: Vec<_> = own.into_iter().collect();
        let contact =
            told(&[&[&[EventKind::Created(Created::default())], &own[..]].concat(), &[brought]]);
        let pain = "pain".into();
        assert_eq!(contact.answers.get(&pain).map(|it| &it.value), Some(&Value::YesNo(counts)));
        let other = contact.answers.disagreement(&pain).map(|it| it.value.clone());
        assert_eq!(other, disagrees.map(Value::YesNo));
    };
    check(None, answered(true, Claimed), true, None);
    check(Some(answered(true, Claimed)), answered(true, Confirmed), true, None);
    check(Some(answered(true, Claimed)), answered(false, Confirmed), false, Some(true));
    check(Some(answered(true, Confirmed)), answered(false, Claimed), true, Some(false));
    check(Some(answered(true, Confirmed)), answered(false, Confirmed), true, Some(false));
}

#[test]
fn what_the_one_that_goes_on_says_itself_stays() {
    let mail = |text| field(Field::Email, text);
    let emptied = EventKind::FieldSet(FieldSet { field: Field::Email, value: None });
    assert_eq!(
        told(&[&[field(Field::Person, "Ann")], &[mail("a@b.example")]]).every(Field::Email),
        ["a@b.example"]
    );
    let both = told(&[&[mail("a@b.example")], &[mail("c@d.example")]]);
    assert_eq!(both.field(Field::Email), Some("a@b.example"));
    assert_eq!(both.every(Field::Email), ["a@b.example", "c@d.example"]);
    assert_eq!(told(&[&[emptied], &[mail("a@b.example")]]).field(Field::Email), None);
    let task = |due: &str| EventKind::TaskSet(TaskSet { due: day(due), note: due.to_owned() });
    let next = |histories: &[&[EventKind]]| told(histories).task.map(|task| task.note);
    let ann = field(Field::Person, "Ann");
    let late = task("2026-05-02");
    assert_eq!(
        next(&[&[ann], std::slice::from_ref(&late), &[task("2026-05-01")]]).as_deref(),
        Some("2026-05-01")
    );
    assert_eq!(next(&[&[EventKind::TaskDone(TaskDone {})], &[late]]), None, "it was done");
}

#[test]
fn a_yes_overrules_a_no_only_when_it_is_later() {
    let said = |n: u64, at: &str, given| {
        let kind = EventKind::Consented(Consented { given, text: None, revision: None });
        Event { at: When::parse(at).expect("a moment"), by: By::Visitor, ..event(n, kind) }
    };
    let check = |own: &[(&str, bool)], brought: &[(&str, bool)], expected: bool| {
        let log = |all: &[(&str, bool)]| {
            (0..).zip(all).map(|(n, (at, given))| said(n, at, *given)).collect::<Vec<_>>()
        };
        let mut other = log(brought);
        other.push(into(50, 0));
        let all =
            Histories::from([(id(0), EventLog::new(log(own))), (id(1), EventLog::new(other))]);
        let consent = fold_all(borrowed(&all))[&id(0)].consent.clone();
        assert_eq!(consent.map(|it| it.said.given), Some(expected), "{own:?} {brought:?}");
    };
    check(&[("2026-01-02", false)], &[("2026-01-01", true)], false);
    check(&[("2026-01-01", true)], &[("2026-01-02", false)], false);
    check(&[("2026-01-01", false)], &[("2026-01-02", true)], true);
    check(&[("2026-01-01", true)], &[("2026-01-01", false)], false);
    check(&[("2026-01-01", false)], &[("2026-01-01T09:00:00Z", true)], false);
    check(&[("2026-01-01T08:00:00Z", false)], &[("2026-01-01T09:00:00Z", true)], true);
}

#[test]
fn files_are_known_again_by_any_id_and_no_column_is_lost() {
    let row = |external: &str, region: &str| {
        EventKind::Imported(Imported {
            external_id: Some(external.to_owned()),
            attributes: BTreeMap::from([("Region".to_owned(), region.to_owned())]),
            ..Imported::default()
        })
    };
    let contact = told(&[&[row("A-1", "North")], &[row("B-7", "South")], &[row("B-9", "South")]]);
    assert_eq!(contact.external_ids(), ["A-1", "B-7", "B-9"]);
    let columns: Vec<_> =
        contact.attributes.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(columns, [("Region", "North"), ("Region (2)", "South")]);
}

#[test]
fn somebody_known_to_both_is_one_person_with_all_that_is_known() {
    let added = |name: &str, job: Option<&str>| {
        let (name, job) = (name.to_owned(), job.map(str::to_owned));
        EventKind::StakeholderAdded(StakeholderAdded { name, decides: false, job, role: None })
    };
    let contact = told(&[
        &[added("Bo Lee", None)],
        &[added("bo lee ", Some("Head of IT")), added("Cy", None)],
    ]);
    let known: Vec<_> =
        contact.stakeholders.iter().map(|it| (it.name.as_str(), it.job.as_deref())).collect();
    assert_eq!(known, [("Bo Lee", Some("Head of IT")), ("Cy", None)]);
}

#[test]
fn it_began_when_the_earliest_of_them_did() {
    let on = |day: &str, source: Option<&str>| {
        let created = EventKind::Created(Created { source: source.map(Into::into) });
        Event { at: When::parse(day).expect("a day"), ..event(0, created) }
    };
    let touched = |date: &str| {
        let touched = Touched {
            kind: ripen::domain::event::TouchKind::Call,
            direction: ripen::domain::event::Direction::Outbound,
            on: day(date),
            minutes: None,
            note: None,
        };
        event(3, EventKind::Touched(touched))
    };
    let own = vec![on("2026-02-10", Some("website")), touched("2026-02-20")];
    let other = vec![on("2026-02-01", Some("event")), touched("2026-02-03"), into(50, 0)];
    let all = Histories::from([(id(0), EventLog::new(own)), (id(1), EventLog::new(other))]);
    let contact = fold_all(borrowed(&all)).remove(&id(0)).expect("it goes on");
    let first = When::parse("2026-02-01");
    assert_eq!((contact.created, contact.journey.visits()[0].since), (first, first));
    assert_eq!(contact.field(Field::Source), Some("event"));
    assert_eq!(
        contact.touches.iter().map(|it| it.on).collect::<Vec<_>>(),
        [day("2026-02-03"), day("2026-02-20")]
    );
}
