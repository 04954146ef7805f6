//! What the test crates share: the shipped pack, contacts told as stories, and generators of
//! arbitrary values, events and histories.
//!
//! Generated numbers are multiples of an eighth and moments are whole milliseconds: what people
//! and files record, and what JSON carries exactly.

#![allow(dead_code, reason = "each test crate uses a part of it")]

pub(crate) mod big;
pub(crate) mod desk;
pub(crate) mod here;
pub(crate) mod story;

use chrono::{DateTime, Days, NaiveDate};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use ripen::domain::answer::Evidence;
use ripen::domain::event::{
    Accepted, Advanced, AmountSet, Answered, Basis, By, CloseExpected, Consented, Created,
    DecisionRole, Direction, Disqualified, EarlierPurchase, EndKind, Engaged, EngagementKind,
    Event, EventKind, Field, FieldSet, HandedOver, Imported, Lost, MergedInto, NextPurchase,
    NotTheSame, Nurtured, Overrode, Reopened, Retracted, Returned, SentBack, StakeholderAdded,
    TaskDone, TaskSet, TouchKind, Touched, Won,
};
use ripen::domain::ids::{BatchId, ContactId, EventId, QuestionId, ReasonId, SystemId};
use ripen::domain::money::{Currency, Money};
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::{Overlay, Playbook};
use ripen::domain::position::Position;
use ripen::domain::range::Range;
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use ripen::exchange::{overlay_file, playbook_file};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use story::{position, rep};

/// The shipped default pack, as the file says it.
pub(crate) const PACK_JSON: &str = include_str!("../../playbooks/pain-interest-fit.json");

/// The shipped default pack.
pub(crate) fn pack() -> &'static Playbook {
    static PACK: LazyLock<Playbook> =
        LazyLock::new(|| serde_json::from_str(PACK_JSON).expect("the pack is a playbook"));
    &PACK
}

/// Every playbook that ships, by file name: three packs and the example.
pub(crate) fn playbooks() -> &'static [Playbook] {
    static ALL: LazyLock<Vec<Playbook>> = LazyLock::new(|| {
        let read = |text: String| playbook_file::read(&text).expect("a playbook without faults");
        files("playbooks").into_iter().map(|(_, text)| read(text)).collect()
    });
    &ALL
}

/// A playbook that ships, by its id.
pub(crate) fn playbook(id: &str) -> &'static Playbook {
    playbooks().iter().find(|playbook| playbook.id.as_str() == id).expect("it ships")
}

/// Every overlay that ships.
pub(crate) fn overlays() -> &'static [Overlay] {
    static ALL: LazyLock<Vec<Overlay>> = LazyLock::new(|| {
        let read = |text: String| overlay_file::read(&text).expect("an overlay");
        files("playbooks/overlays").into_iter().map(|(_, text)| read(text)).collect()
    });
    &ALL
}

/// The JSON files of a folder with their text, by name.
pub(crate) fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let listed = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> =
        listed.filter(|file| file.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    let text = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("text");
        (file, text)
    };
    files.into_iter().map(text).collect()
}

/// The rules of [`pack`].
pub(crate) fn rules() -> &'static Rules<'static> {
    static RULES: LazyLock<Rules<'static>> = LazyLock::new(|| Rules::of(pack()));
    &RULES
}

/// The day tests are run on.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

/// The default number of cases from a fixed seed, so that a change is judged by what it changed. To search
/// for more: `PROPTEST_RNG_SEED` and `PROPTEST_CASES`. No files of past failures, since each prints its case.
pub(crate) fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let rng_seed = match usual.rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_261_121),
        asked @ RngSeed::Fixed(_) => asked,
    };
    ProptestConfig { failure_persistence: None, rng_seed, ..usual }
}

/// Short text, empty and non-ASCII included.
pub(crate) fn words() -> impl Strategy<Value = String> {
    "[a-z é☂\"\\\\]{0,8}"
}

/// A day this app works with.
pub(crate) fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..84_000).prop_map(|days| NaiveDate::default() + Days::new(days))
}

/// A moment or a day this app works with.
pub(crate) fn any_when() -> impl Strategy<Value = When> {
    let instant = (0_i64..7_000_000_000_000).prop_map(|millis| {
        When::Instant(DateTime::from_timestamp_millis(millis).expect("in reach"))
    });
    prop_oneof![instant, any_day().prop_map(When::Day)]
}

fn any_number() -> impl Strategy<Value = f64> {
    (-8_000_i32..80_000).prop_map(|eighths| f64::from(eighths) / 8.0)
}

fn any_end() -> impl Strategy<Value = Option<f64>> {
    option::of((-3_i8..=3).prop_map(f64::from))
}

/// A range with small whole ends of any sort, empty ranges included.
pub(crate) fn any_range() -> impl Strategy<Value = Range> {
    (any_end(), any_end(), any_end(), any_end()).prop_map(|(from, above, to, below)| Range {
        from,
        above,
        to,
        below,
    })
}

fn any_money() -> impl Strategy<Value = Money> {
    (any::<i64>(), select(vec![Currency::USD, Currency::EUR]))
        .prop_map(|(minor, currency)| Money { minor, currency })
}

fn any_option() -> impl Strategy<Value = String> {
    select(vec!["a", "b", "c", "self", "group", "first", "retail"]).prop_map(str::to_owned)
}

/// A value of any kind.
pub(crate) fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any_option().prop_map(|id| Value::Choice(id.as_str().into())),
        vec(any_option(), 0..3)
            .prop_map(|ids| Value::Several(ids.iter().map(|id| id.as_str().into()).collect())),
        any::<bool>().prop_map(Value::YesNo),
        any_number().prop_map(|n| Value::Number(Number::new(n).expect("finite"))),
        any_range().prop_map(Value::Band),
        any_money().prop_map(Value::Money),
        any::<i32>().prop_map(Value::Scale),
        words().prop_map(Value::Text),
        any_day().prop_map(Value::Date),
    ]
}

/// How well an answer is known.
pub(crate) fn any_evidence() -> impl Strategy<Value = Evidence> {
    select(Evidence::ALL.to_vec())
}

fn any_question() -> impl Strategy<Value = QuestionId> {
    select(vec!["employees", "pain", "decides", "priority", "no_longer_asked"])
        .prop_map(QuestionId::from)
}

/// Any position of the pack, or a stage it does not have.
pub(crate) fn any_position() -> impl Strategy<Value = Position> {
    let unheard_of = position("opportunity/unheard_of");
    select(pack().path().into_iter().chain([unheard_of]).collect::<Vec<_>>())
}

fn any_basis() -> impl Strategy<Value = Basis> {
    vec((any_option(), select(vec![Outcome::Met, Outcome::NotMet, Outcome::Unknown])), 0..3)
        .prop_map(|criteria| Basis {
            playbook: pack().reference(),
            criteria: criteria
                .into_iter()
                .map(|(id, outcome)| (id.as_str().into(), outcome))
                .collect(),
        })
}

fn any_field() -> impl Strategy<Value = Field> {
    select(vec![Field::Person, Field::Organisation, Field::Email, Field::Source, Field::Owner])
}

fn any_import() -> impl Strategy<Value = Imported> {
    let end =
        (select(vec![EndKind::Won, EndKind::Lost, EndKind::Disqualified]), option::of(any_day()));
    (
        option::of(words()),
        btree_map(any_field(), words(), 0..3),
        btree_map(any_question(), any_value(), 0..3),
        vec((any_position(), option::of(any_day())), 0..4),
        option::of(end),
        option::of(any_money()),
        btree_map(words(), words(), 0..3),
    )
        .prop_map(|(external_id, fields, facts, positions, end, amount, attributes)| {
            let reason = end.and(external_id.clone()).map(ReasonId::new);
            let system = amount.and(external_id.clone()).map(SystemId::new);
            Imported {
                external_id,
                system,
                fields,
                facts,
                positions,
                end,
                reason,
                amount,
                attributes,
            }
        })
}

/// JSON of any shape, small.
pub(crate) fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any_number().prop_map(serde_json::Value::from),
        words().prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            btree_map(words(), inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// One of four user actions.
pub(crate) fn any_batch() -> impl Strategy<Value = BatchId> {
    (0_u64..4).prop_map(|n| BatchId::new(n, [0; 10]))
}

fn moves() -> impl Strategy<Value = EventKind> {
    let reason = || any_option().prop_map(|word| word.as_str().into());
    prop_oneof![
        option::of(any_option()).prop_map(|source| {
            EventKind::Created(Created { source: source.map(|word| word.as_str().into()) })
        }),
        (any_position(), any_basis())
            .prop_map(|(to, basis)| EventKind::Advanced(Advanced { to, basis })),
        (any_position(), words(), any_basis())
            .prop_map(|(to, reason, basis)| EventKind::Overrode(Overrode { to, reason, basis })),
        (any_position(), words())
            .prop_map(|(to, reason)| EventKind::Returned(Returned { to, reason })),
        (any_day(), option::of(reason()))
            .prop_map(|(until, reason)| EventKind::Nurtured(Nurtured { until, reason })),
        (reason(), option::of(words()))
            .prop_map(|(reason, note)| EventKind::Disqualified(Disqualified { reason, note })),
        (reason(), option::of(words()))
            .prop_map(|(reason, note)| EventKind::Lost(Lost { reason, note })),
        (any_basis(), option::of(words()))
            .prop_map(|(basis, reason)| EventKind::Won(Won { basis, reason })),
        any_position().prop_map(|to| EventKind::Reopened(Reopened { to })),
        any_import().prop_map(EventKind::Imported),
    ]
}

fn notes() -> impl Strategy<Value = EventKind> {
    let how = select(vec![TouchKind::Call, TouchKind::Email, TouchKind::Meeting]);
    let direction = select(vec![Direction::Inbound, Direction::Outbound]);
    prop_oneof![
        (
            any_question(),
            option::of(any_value()),
            any_evidence(),
            option::of(words()),
            option::of(any_contact())
        )
            .prop_map(|(question, value, evidence, note, from)| {
                EventKind::Answered(Answered { question, value, evidence, note, from })
            }),
        (how, direction, any_day(), option::of(any::<u32>()), option::of(words())).prop_map(
            |(kind, direction, on, minutes, note)| {
                EventKind::Touched(Touched { kind, direction, on, minutes, note })
            }
        ),
        (select(EngagementKind::ALL.to_vec()), any_day(), option::of(words()))
            .prop_map(|(kind, on, note)| EventKind::Engaged(Engaged { kind, on, note })),
        (any_day(), words()).prop_map(|(due, note)| EventKind::TaskSet(TaskSet { due, note })),
        Just(EventKind::TaskDone(TaskDone {})),
        (any_field(), option::of(words()))
            .prop_map(|(field, value)| EventKind::FieldSet(FieldSet { field, value })),
        option::of(any_money()).prop_map(|amount| EventKind::AmountSet(AmountSet { amount })),
        option::of(any_day()).prop_map(|on| EventKind::CloseExpected(CloseExpected { on })),
        (
            words(),
            any::<bool>(),
            option::of(words()),
            option::of(select(DecisionRole::ALL.to_vec()))
        )
            .prop_map(|(name, decides, job, role)| {
                EventKind::StakeholderAdded(StakeholderAdded { name, decides, job, role })
            }),
        (any::<bool>(), option::of(words()), option::of(1_u32..9)).prop_map(
            |(given, text, revision)| EventKind::Consented(Consented { given, text, revision })
        ),
        (words(), option::of(words()))
            .prop_map(|(to, note)| EventKind::HandedOver(HandedOver { to, note })),
        Just(EventKind::Accepted(Accepted {})),
        (option::of(any_option()), option::of(words())).prop_map(|(reason, note)| {
            let reason = reason.map(|word| word.as_str().into());
            EventKind::SentBack(SentBack { reason, note })
        }),
        any_contact().prop_map(|contact| EventKind::MergedInto(MergedInto { contact })),
        any_contact().prop_map(|contact| EventKind::NotTheSame(NotTheSame { contact })),
        any_contact().prop_map(|contact| EventKind::EarlierPurchase(EarlierPurchase { contact })),
        any_contact().prop_map(|contact| EventKind::NextPurchase(NextPurchase { contact })),
        ("zz_[a-z]{1,4}", any_json()).prop_map(|(name, body)| EventKind::Unknown(name, body)),
    ]
}

fn any_contact() -> impl Strategy<Value = ContactId> {
    any::<u64>().prop_map(|millis| ContactId::new(millis, [0; 10]))
}

/// Anything that can happen, retractions included.
pub(crate) fn any_kind() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        4 => moves(),
        4 => notes(),
        1 => any_batch().prop_map(|batch| EventKind::Retracted(Retracted { batch })),
    ]
}

/// An event; ids are few, so that two events may share one.
pub(crate) fn any_event() -> impl Strategy<Value = Event> {
    let by = prop_oneof![Just(By::Visitor), Just(By::Import), Just(rep())];
    let id = (0_u64..24).prop_map(|n| EventId::new(n, [0; 10]));
    (id, any_when(), by, any_batch(), any_kind()).prop_map(|(id, at, by, batch, kind)| Event {
        id,
        at,
        by,
        batch,
        kind,
    })
}

/// Events in any order.
pub(crate) fn any_events() -> impl Strategy<Value = Vec<Event>> {
    vec(any_event(), 0..16)
}
