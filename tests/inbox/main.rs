//! Visitors' results that a workspace takes in: each once, in whatever order and however often they
//! come, and only what is new.

mod laws;
#[path = "../support/mod.rs"]
mod support;

use chrono::DateTime;
use ripen::app::workspace::{Arrived, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::contact::Contact;
use ripen::domain::event::{
    Answered, Author, By, Event, EventKind, Field, FieldSet, PlaybookRef, Retracted,
};
use ripen::domain::fold::fold;
use ripen::domain::ids::{AuthorId, BatchId, ContactId, EventId, QuestionId, SourceId};
use ripen::domain::log::EventLog;
use ripen::domain::position::{Level, Position};
use ripen::domain::value::Value;
use ripen::domain::when::When;
use ripen::exchange::result_file::{AnswerResult, RunResult, read, write};
use std::collections::BTreeMap;
use std::sync::Arc;
use support::pack;

/// 2026-11-21T09:00:00Z.
const BEGAN: u64 = 1_795_251_600_000;
const MINUTE: u64 = 60_000;

fn run() -> ContactId {
    ContactId::new(BEGAN, [7; 10])
}

/// The action its first finish is, for ever.
const BATCH: &str = "01a1fd56-64e0-7fff-aece-279203af3925";

/// What a visitor said by the end of a run: whether yes, by question, and an address.
#[derive(Debug, Clone, Default)]
struct Said {
    answers: BTreeMap<u8, Option<bool>>,
    email: Option<String>,
}

fn said(answers: &[(u8, Option<bool>)], email: Option<&str>) -> Said {
    Said { answers: answers.iter().copied().collect(), email: email.map(str::to_owned) }
}

fn question(n: u8) -> QuestionId {
    QuestionId::new(format!("q{n}"))
}

/// The result of the run, finished for the time of this number.
fn finish(n: u64, said: &Said) -> RunResult {
    let millis = i64::try_from(BEGAN + (n + 1) * MINUTE).unwrap();
    let answer = |(n, yes): (&u8, &Option<bool>)| AnswerResult {
        question: question(*n),
        title: String::new(),
        value: yes.map(Value::YesNo),
        text: None,
        evidence: Evidence::Documented,
        note: None,
    };
    RunResult {
        format: "ripen-result".to_owned(),
        version: 1,
        schema: "ripen-result/1".to_owned(),
        id: run(),
        finished_at: When::Instant(DateTime::from_timestamp_millis(millis).unwrap()),
        level: Level::Lead,
        claimed_level: Level::Lead,
        verdicts: Vec::new(),
        criteria: Vec::new(),
        answers: said.answers.iter().map(answer).collect(),
        fields: said.email.iter().map(|email| (Field::Email, email.clone())).collect(),
        consent: None,
        campaign: BTreeMap::new(),
        source: Some(SourceId::from("website")),
        playbook: PlaybookRef { id: "p".into(), version: 1 },
    }
}

/// Takes a finish in, by way of its file; gives how many events came.
fn take(log: &mut EventLog, n: u64, said: &Said) -> usize {
    let result = read::read(&write(&finish(n, said))).unwrap();
    let events = result.onto(pack(), log);
    let count = events.len();
    log.join(&EventLog::new(events));
    count
}

/// The first finish as an earlier version took it in from a file, so many minutes after the run began.
fn by_file(minutes: u64, batch: BatchId, said: &Said) -> EventLog {
    let events = finish(0, said).onto(pack(), &EventLog::default());
    let with_ids = |(n, event): (u64, Event)| {
        let id = EventId::new(BEGAN + minutes * MINUTE + n, [5; 10]);
        Event { id, batch, ..event }
    };
    EventLog::new((0..).zip(events).map(with_ids).collect())
}

/// What a rep records some time after the finish of this number.
fn by_rep(n: u64, kind: EventKind) -> Event {
    let millis = BEGAN + (n + 1) * MINUTE + MINUTE / 2;
    let at = When::Instant(DateTime::from_timestamp_millis(millis.cast_signed()).unwrap());
    let by = By::Rep(Author { id: AuthorId::from("r"), name: "Jo".to_owned() });
    let id = EventId::new(millis, [1; 10]);
    Event { id, at, by, batch: BatchId::new(millis, [1; 10]), kind }
}

fn confirmed(n: u8, yes: bool) -> EventKind {
    EventKind::Answered(Answered {
        question: question(n),
        value: Some(Value::YesNo(yes)),
        evidence: Evidence::Confirmed,
        note: None,
        from: None,
    })
}

fn mail(text: &str) -> EventKind {
    EventKind::FieldSet(FieldSet { field: Field::Email, value: Some(text.to_owned()) })
}

fn contact(log: &EventLog) -> Contact {
    fold(run(), log).unwrap()
}

fn yes(contact: &Contact, n: u8) -> Option<bool> {
    match contact.answers.get(&question(n)).map(|given| given.value.clone()) {
        Some(Value::YesNo(yes)) => Some(yes),
        _ => None,
    }
}

#[test]
fn a_new_run_is_a_lead_whose_answers_are_claims() {
    let mut log = EventLog::default();
    assert_eq!(take(&mut log, 0, &said(&[(1, Some(true)), (2, None)], Some("a@b.example"))), 4);
    let lead = contact(&log);
    assert_eq!(
        (lead.position.clone(), lead.field(Field::Source)),
        (Position::Lead, Some("website"))
    );
    assert_eq!(lead.field(Field::Email), Some("a@b.example"));
    assert_eq!(lead.answers.get(&question(1)).unwrap().evidence, Evidence::Claimed);
    assert!(lead.answers.was_asked(&question(2)));
    assert_eq!(lead.created, Some(finish(0, &Said::default()).finished_at));
}

#[test]
fn of_a_run_that_is_here_only_what_changed_comes() {
    let mut log = EventLog::default();
    take(&mut log, 0, &said(&[(1, Some(true)), (2, Some(true)), (3, None)], Some("a@b.example")));
    // What is not said any more is not unsaid.
    assert_eq!(take(&mut log, 1, &said(&[(1, Some(true)), (2, Some(false))], None)), 1);
    assert_eq!(take(&mut log, 2, &said(&[(1, None), (4, Some(true))], Some("c@d.example"))), 3);
    let lead = contact(&log);
    let all = [1, 2, 3, 4].map(|n| yes(&lead, n));
    assert_eq!(all, [None, Some(false), None, Some(true)]);
    assert_eq!(lead.field(Field::Email), Some("c@d.example"));
    assert_eq!(lead.created, Some(finish(0, &Said::default()).finished_at));
}

#[test]
fn what_others_recorded_stays() {
    let mut log = EventLog::default();
    let first = said(&[(1, Some(true)), (2, Some(true))], Some("a@b.example"));
    take(&mut log, 0, &first);
    log.push(by_rep(0, confirmed(1, false)));
    log.push(by_rep(1, mail("right@b.example")));
    // The visitor changes something else: what the rep corrected is not said anew.
    let later = said(&[(1, Some(true)), (2, Some(false))], Some("a@b.example"));
    assert_eq!(take(&mut log, 2, &later), 1);
    let lead = contact(&log);
    assert_eq!((yes(&lead, 1), yes(&lead, 2)), (Some(false), Some(false)));
    assert_eq!(lead.field(Field::Email), Some("right@b.example"));
}

#[test]
fn what_an_earlier_version_or_a_file_brought_is_gone_on_from() {
    let first = said(&[(1, Some(true)), (2, Some(true))], None);
    // A day after the second finish.
    let mut log = by_file(1_440, BatchId::new(5, [5; 10]), &first);
    assert_eq!(take(&mut log, 0, &first), 0);
    let second = said(&[(1, Some(true)), (2, Some(false))], None);
    assert_eq!(take(&mut log, 1, &second), 1);
    assert_eq!(take(&mut log, 1, &second), 0);
    assert_eq!(yes(&contact(&log), 2), Some(false));
}

#[test]
fn what_was_taken_back_stays_so_and_a_later_finish_comes() {
    let first = said(&[(1, Some(true))], None);
    for batch in [None, Some(BatchId::new(5, [5; 10]))] {
        let mut log = EventLog::default();
        match batch {
            None => {
                take(&mut log, 0, &first);
            }
            // By way of a file.
            Some(batch) => log = by_file(5, batch, &first),
        }
        let batch = log.events()[0].batch;
        log.push(by_rep(9, EventKind::Retracted(Retracted { batch })));
        take(&mut log, 0, &first);
        assert_eq!(fold(run(), &log), None);
        if batch == BatchId::of_run(run(), BEGAN + MINUTE) {
            // As it is stored.
            let mut rest = log.clone().at_rest();
            take(&mut rest, 0, &first);
            assert_eq!(fold(run(), &rest), None);
        }
        take(&mut log, 1, &said(&[(1, Some(false)), (2, None)], None));
        let lead = contact(&log);
        assert_eq!((yes(&lead, 1), lead.created.is_some()), (Some(false), true));
    }
}

/// Who is new and who changed by a finish that lies in an inbox, and how many events it brings.
fn hear(workspace: &mut Workspace, n: u64, said: &Said) -> [usize; 3] {
    let mut told = Arrived::default();
    let log = workspace.hear(run(), |log| finish(n, said).onto(pack(), log), &mut told);
    let count = log.as_ref().map_or(0, |log| log.events().len());
    if let Some(log) = log {
        workspace.take_in(run(), log);
    }
    [told.new.len(), told.changed.len(), count]
}

#[test]
fn what_is_told_of_a_result_is_what_it_does() {
    let mut here = Workspace::new(Arc::new(pack().clone()));
    let (first, second) = (said(&[(1, Some(true))], None), said(&[(1, Some(false))], None));
    assert_eq!(hear(&mut here, 0, &first), [1, 0, 2]);
    assert_eq!(hear(&mut here, 0, &first), [0; 3]);
    assert_eq!(hear(&mut here, 1, &second), [0, 1, 1]);
    assert_eq!(hear(&mut here, 0, &first), [0; 3]);
    // Taken back whole it stays so, as it is stored, too; said anew, it is a new lead.
    let mut log = here.record(run()).unwrap().log.clone();
    for (n, minutes) in [(8, MINUTE), (9, 2 * MINUTE)] {
        let batch = BatchId::of_run(run(), BEGAN + minutes);
        log.push(by_rep(n, EventKind::Retracted(Retracted { batch })));
    }
    for log in [log.clone(), log.at_rest()] {
        let mut here = Workspace::new(Arc::new(pack().clone()));
        here.take_in(run(), log);
        assert_eq!(hear(&mut here, 1, &second), [0; 3]);
        assert_eq!(here.contact(run()), None);
        assert_eq!(hear(&mut here, 2, &second), [1, 0, 2]);
        assert!(here.contact(run()).is_some());
    }
    here.erase(run());
    assert_eq!(hear(&mut here, 3, &first), [0; 3]);
}

#[test]
fn ids_are_set_for_ever() {
    let mut log = EventLog::default();
    take(&mut log, 0, &said(&[(1, Some(true))], None));
    let ids: Vec<_> = log.events().iter().map(|event| event.id.to_string()).collect();
    let expected = ["01a1fd55-7a80-7000-afb7-0489046f3682", "01a1fd56-64e0-7001-aed8-88f0d83fc372"];
    assert_eq!(ids, expected);
    let batch = Some(log.events()[0].batch);
    assert_eq!(batch, BatchId::parse(BATCH));
}
