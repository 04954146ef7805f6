//! Generators of arbitrary events and histories.

use super::pack;
use super::story::rep;
use super::values::{
    any_day, any_evidence, any_json, any_money, any_option, any_position, any_question, any_value,
    any_when, words,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use ripen::domain::event::{
    Accepted, Advanced, AmountSet, Answered, Basis, By, CloseExpected, Consented, Created,
    DecisionRole, Direction, Disqualified, EarlierPurchase, EndKind, Engaged, EngagementKind,
    Event, EventKind, Field, FieldSet, HandedOver, Imported, Lost, MergedInto, NextPurchase,
    NotTheSame, Nurtured, Overrode, Reopened, Retracted, Returned, SentBack, StakeholderAdded,
    TaskDone, TaskSet, TouchKind, Touched, Won,
};
use ripen::domain::ids::{BatchId, ContactId, EventId, ReasonId, SystemId};
use ripen::domain::outcome::Outcome;

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
            let stage_untold = positions.len() == 1 && reason.is_some();
            Imported {
                external_id,
                system,
                fields,
                facts,
                positions,
                stage_untold,
                end,
                reason,
                amount,
                attributes,
            }
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
