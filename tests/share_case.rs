//! A contact's case goes through a link as it is; without personal data nothing of the person is in
//! it; and whatever else a link carries is refused.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use ripen::app::route::{Route, Shared};
use ripen::app::workspace::Workspace;
use ripen::domain::answer::Evidence;
use ripen::domain::event::{
    Answered, By, EventKind, Field, FieldSet, Imported, Overrode, StakeholderAdded, TaskSet,
    TouchKind, Touched,
};
use ripen::domain::fold::fold;
use ripen::domain::ids::{ContactId, QuestionId};
use ripen::domain::log::EventLog;
use ripen::domain::value::Value;
use ripen::domain::when::When;
use ripen::exchange::case_file::{self, Case, CaseError, without_personal_data};
use ripen::exchange::incoming::Incoming;
use ripen::exchange::json::FileError;
use ripen::exchange::limits::INFLATED_BYTES;
use ripen::exchange::share::{Payload, ShareError, open, read, seal, text};
use std::sync::Arc;
use support::story::{Story, day, text as words, yes_no};
use support::{any_events, config, pack, today};

fn id() -> ContactId {
    ContactId::new(1_795_000_000_000, [7; 10])
}

fn case(log: EventLog, with_playbook: bool) -> Case {
    Case {
        shared_at: When::Day(today()),
        judged_by: pack().reference(),
        playbook: with_playbook.then(|| pack().clone()),
        contact: id(),
        log,
    }
}

fn payload(case: Case) -> Payload {
    Payload::Case(case)
}

fn case_link() -> Shared {
    Shared::new("case", "YQ").expect("a kind and a payload")
}

/// The way through an address; deflating is the browser's.
fn sent(payload: &Payload) -> Result<Payload, ShareError> {
    let plain = text(payload)?;
    let shared = seal(payload, plain.as_bytes())?;
    let Route::Shared(shared) = Route::parse(&Route::Shared(shared).address()) else {
        panic!("a shared link leads to what is shared")
    };
    read(&shared, open(&shared)?)
}

/// A history in which every text a person can type is `secret`.
fn secretive() -> Story {
    let secret = || "secret".to_owned();
    let set = |field| EventKind::FieldSet(FieldSet { field, value: Some(secret()) });
    let answered = |question: &str, value| {
        let (question, evidence) = (QuestionId::new(question), Evidence::Confirmed);
        let note = Some(secret());
        EventKind::Answered(Answered { question, value: Some(value), evidence, note, from: None })
    };
    let overrode = Overrode {
        to: support::story::position("opportunity/discovery"),
        reason: secret(),
        basis: ripen::domain::event::Basis { playbook: pack().reference(), criteria: Vec::new() },
    };
    let touched = Touched {
        kind: TouchKind::Call,
        direction: ripen::domain::event::Direction::Outbound,
        on: today(),
        minutes: Some(5),
        note: Some(secret()),
    };
    let row = Imported {
        external_id: Some(secret()),
        fields: [(Field::Person, secret()), (Field::Email, secret())].into(),
        facts: [(QuestionId::new("elsewhere"), words("secret"))].into(),
        attributes: [(secret(), secret())].into(),
        ..Imported::default()
    };
    let involved = StakeholderAdded { name: secret(), decides: true, job: None, role: None };
    [Field::Person, Field::Email, Field::Phone, Field::Owner, Field::Source]
        .into_iter()
        .fold(Story::captured("secret"), |story, field| story.then(set(field)))
        .then(answered("pain", yes_no(true)))
        .then(answered("pain_words", words("secret")))
        .then(answered("industry", words("secret")))
        .then(EventKind::Overrode(overrode))
        .then(EventKind::Touched(touched))
        .then(EventKind::TaskSet(TaskSet { due: day("2026-12-01"), note: secret() }))
        .then(EventKind::Imported(row))
        .then(EventKind::StakeholderAdded(involved.clone()))
        .then(EventKind::StakeholderAdded(involved))
        .then(EventKind::Unknown(secret(), serde_json::json!({ "secret": 1 })))
}

#[test]
fn nothing_of_the_person_is_left_but_what_it_comes_to_is() {
    let story = secretive()
        .then(EventKind::FieldSet(FieldSet {
            field: Field::Organisation,
            value: Some("Acme".into()),
        }))
        .confirmed("industry", words("manufacturing"));
    let (_, bare) = without_personal_data(pack(), id(), &story.log());
    let json = case_file::write(&case(bare.clone(), false));
    assert!(!json.contains("secret") && !json.contains("Robin"), "{json}");
    let (whole, bare) = (story.contact(), fold(id(), &bare).expect("a contact"));
    assert_eq!(bare.position, whole.position);
    assert_eq!(bare.field(Field::Organisation), Some("Acme"));
    assert_eq!(bare.stakeholders.len(), 1);
    assert_eq!(bare.task.map(|task| task.due), whole.task.map(|task| task.due));
    let industry = bare.answers.get(&QuestionId::new("industry")).map(|given| given.value.clone());
    assert_eq!(industry, Some(words("manufacturing")));
}

/// However often and at whatever time it is shared, it comes in as one contact, once.
#[test]
fn what_is_shared_again_comes_in_as_the_same_contact() {
    let bare = |story: &Story| without_personal_data(pack(), id(), &story.log());
    let story = secretive();
    let (first, earlier) = bare(&story);
    let story = story.confirmed("industry", words("manufacturing"));
    let (second, later) = bare(&story);
    assert_eq!((first, &bare(&story).1), (second, &later));
    assert!(later.continues(&earlier));
    let mut joined = later.clone();
    assert!(!joined.join(&earlier) && joined == later);

    // As a file beside one of before.
    let file = |log: &EventLog| {
        let written = case_file::write(&Case { contact: first, ..case(log.clone(), false) });
        case_file::read(&written).expect("a case")
    };
    let mut incoming = Incoming::default();
    incoming.add_case("link".into(), file(&earlier));
    incoming.add_case("file".into(), file(&later));
    let workspace = Workspace::new(Arc::new(pack().clone()));
    while incoming.weigh(&workspace, 10) {}
    assert_eq!((incoming.new, incoming.changed), (1, 0));
    assert_eq!(incoming.contacts[&first], later);
}

#[test]
fn what_is_no_case_is_refused() {
    let written = case_file::write(&case(Story::captured("webinar").log(), true));
    let check = |text: &str, expected: fn(&CaseError) -> bool| match read(
        &case_link(),
        text.as_bytes().to_vec(),
    ) {
        Err(ShareError::Case(error)) => assert!(expected(&error), "{error}"),
        other => panic!("{other:?}"),
    };
    let file: fn(&CaseError) -> bool = |e| matches!(e, CaseError::File(_));
    check("", file);
    check("{}", file);
    check("[1]", file);
    check(support::PACK_JSON, file);
    check(&written.replace("\"version\":1,\"shared_at\"", "\"version\":9,\"shared_at\""), |e| {
        matches!(e, CaseError::File(FileError::Newer(9)))
    });
    check(&written.replace("\"prospect\":[", "\"prospect\":[\"nobody\","), |e| {
        matches!(e, CaseError::File(FileError::Playbook(_)))
    });
    check(&written.replace("2026-11-21\",\"by\"", "2999-11-21\",\"by\""), file);
    check(&case_file::write(&case(EventLog::default(), false)), |e| *e == CaseError::NoContact);
    let late = EventKind::TaskSet(TaskSet { due: day("2300-01-01"), note: String::new() });
    check(&case_file::write(&case(Story::new().then(late).log(), false)), |e| {
        matches!(e, CaseError::OutOfReach(_))
    });
    let long = "x".repeat(10_001);
    let long = EventKind::FieldSet(FieldSet { field: Field::Person, value: Some(long) });
    check(&case_file::write(&case(Story::new().then(long).log(), false)), file);
}

#[test]
fn a_case_that_is_too_large_is_not_sent() {
    let note = || EventKind::TaskSet(TaskSet { due: today(), note: "x".repeat(9_999) });
    let many = (0..=INFLATED_BYTES / 9_999).fold(Story::new(), |story, _| story.then(note()));
    assert!(matches!(text(&payload(case(many.log(), false))), Err(ShareError::TooLarge { .. })));
    let inflated = vec![b' '; INFLATED_BYTES + 1];
    assert!(matches!(read(&case_link(), inflated), Err(ShareError::TooLarge { .. })));
}

#[test]
fn markup_in_a_case_is_mere_text() {
    let hostile = "<script>alert(1)</script>";
    let named = EventKind::FieldSet(FieldSet { field: Field::Person, value: Some(hostile.into()) });
    let sent = sent(&payload(case(Story::new().then(named).log(), false))).unwrap();
    let Payload::Case(sent) = sent else { panic!() };
    let contact = fold(sent.contact, &sent.log).unwrap();
    assert_eq!(contact.field(Field::Person), Some(hostile));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn a_case_comes_back_as_it_was(events in any_events(), with_playbook: bool) {
        let log = EventLog::new(events);
        let case = case(log.clone(), with_playbook);
        let sent = sent(&payload(case.clone()));
        let expected = match fold(case.contact, &log) {
            Some(_) => Ok(payload(case)),
            None => Err(ShareError::Case(CaseError::NoContact)),
        };
        prop_assert_eq!(sent, expected);
    }

    #[test]
    fn without_personal_data_no_text_of_a_person_stays(events in any_events()) {
        let log = EventLog::new(events);
        let (copy, bare) = without_personal_data(pack(), id(), &log);
        prop_assert_ne!(copy, id());
        prop_assert!(bare.events().len() <= log.events().len());
        for event in bare.events() {
            prop_assert!(log.events().iter().all(|other| other.id != event.id));
            if let By::Rep(author) = &event.by {
                prop_assert_eq!(author.name.as_str(), "…");
            }
            match &event.kind {
                EventKind::Answered(answered) => {
                    prop_assert!(answered.note.is_none() && answered.from.is_none());
                    if let Some(Value::Text(words)) = &answered.value {
                        let question = pack().question(&answered.question);
                        let option = question.is_some_and(|q| q.recognise(words).is_some());
                        prop_assert!(option || words == "…");
                    }
                }
                EventKind::Imported(row) => {
                    prop_assert!(row.attributes.is_empty() && row.external_id.is_none());
                    prop_assert!(!row.fields.contains_key(&Field::Person));
                }
                EventKind::TaskSet(task) => prop_assert_eq!(task.note.as_str(), "…"),
                EventKind::Unknown(..) => prop_assert!(false, "an unknown kind stays"),
                _ => {}
            }
        }
    }

    #[test]
    fn no_inflated_bytes_panic(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&case_link(), bytes).is_err());
    }

    #[test]
    fn a_spoilt_case_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = case_file::write(&case(secretive().log(), false)).into_bytes();
        *at.get_mut(&mut bytes) = byte;
        // Whether it is taken depends on the place; that it comes to an answer does not.
        let _ = read(&case_link(), bytes);
    }
}
