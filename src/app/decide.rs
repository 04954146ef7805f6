//! From a command to the events it leads to, or the reason it is refused.
//!
//! Invariant: pure; the same contact, command and day always give the same events, and every
//! event carries its absolute target.

mod handoff;
mod people;

pub use handoff::can_hand_over;

use super::ahead::gates_for;
use super::command::Command;
use super::refusal::Refusal;
use super::settings::MAX_NAME;
use crate::domain::answer::Evidence;
use crate::domain::assess::{GateReading, Verdict, basis};
use crate::domain::contact::Contact;
use crate::domain::event::{
    Advanced, AmountSet, Answered, CloseExpected, Consented, Created, Disqualified, EventKind,
    Field, FieldSet, Lost, Nurtured, Overrode, Part, Reopened, Returned, TaskDone, TaskSet, Won,
};
use crate::domain::ids::{QuestionId, ReasonId, SourceId};
use crate::domain::playbook::question::Sets;
use crate::domain::playbook::{Playbook, Reason};
use crate::domain::position::{Level, Position, Standing};
use crate::domain::value::{TEXT_CHARS, Value};
use crate::domain::when::in_reach;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Longest next step, in characters.
const MAX_LINE: usize = 500;
/// Longest touch, in minutes: a day.
pub const MAX_MINUTES: u32 = 1_440;
/// The oldest day a next step may be due, in days before today: late by more is a slip of the pen.
const MOST_OVERDUE: Days = Days::new(366);

type Decision = Result<Vec<EventKind>, Refusal>;

/// Decides what a command leads to: the events to append, in order. Recording them is up to the caller.
///
/// Gates are judged by the answers the contact has, on `today`, the day in the person's time zone: a
/// move up goes through those that are passed, or past them with a reason. `contact` is none for
/// [`Command::Create`] alone.
///
/// # Errors
/// A [`Refusal`] that says why nothing happens: among others the contact is not there, its journey is
/// over, a gate is not passed (with what it lacks), the playbook has no such thing, a text is too long,
/// or [`Refusal::NothingChanges`] where it would record what stands already.
pub fn decide(
    playbook: &Playbook,
    contact: Option<&Contact>,
    command: Command,
    today: NaiveDate,
) -> Decision {
    if let Command::Create(fields) = command {
        return create(fields);
    }
    let contact = contact.ok_or(Refusal::NoSuchContact)?;
    match command {
        Command::Create(_) => Err(Refusal::NothingChanges),
        Command::SetFields(fields) => set_fields(contact, fields),
        Command::Answer { question, value, evidence, note } => {
            answer(playbook, question, value, evidence, note, today)
        }
        Command::Advance(to) => advance(playbook, contact, to, today),
        Command::Override { to, reason } => override_gates(playbook, contact, to, &reason, today),
        Command::Return { to, reason } => {
            active(contact)?;
            position_exists(playbook, &to)?;
            if playbook.rank(&to) >= playbook.rank(&contact.position) {
                return Err(Refusal::NotBack);
            }
            Ok(vec![EventKind::Returned(Returned { to, reason: written(&reason)? })])
        }
        Command::Nurture { until, reason } => {
            active(contact)?;
            if until <= today {
                return Err(Refusal::NotInTheFuture);
            }
            if !in_reach(until) {
                return Err(Refusal::OutOfReach);
            }
            if let Some(reason) = &reason {
                listed(reason, &playbook.reasons.nurture)?;
            }
            Ok(vec![EventKind::Nurtured(Nurtured { until, reason })])
        }
        Command::Disqualify { reason, note } => {
            active(contact)?;
            listed(&reason, &playbook.reasons.disqualify)?;
            Ok(vec![EventKind::Disqualified(Disqualified { reason, note: text(note)? })])
        }
        Command::Lose { reason, note } => {
            opportunity(contact)?;
            listed(&reason, &playbook.reasons.lose)?;
            Ok(vec![EventKind::Lost(Lost { reason, note: text(note)? })])
        }
        Command::Win { reason } => win(playbook, contact, reason, today),
        Command::Reopen => reopen(contact),
        Command::LogTouch(mut touched) => {
            past(touched.on, today)?;
            if touched.minutes.is_some_and(|minutes| minutes > MAX_MINUTES) {
                return Err(Refusal::TooManyMinutes);
            }
            touched.note = text(touched.note)?;
            Ok(vec![EventKind::Touched(touched)])
        }
        Command::LogEngagement(mut engaged) => {
            past(engaged.on, today)?;
            engaged.note = text(engaged.note)?;
            Ok(vec![EventKind::Engaged(engaged)])
        }
        Command::SetTask { due, note } => set_task(due, note, today),
        Command::CompleteTask => match contact.task {
            Some(_) => Ok(vec![EventKind::TaskDone(TaskDone {})]),
            None => Err(Refusal::NoTask),
        },
        Command::NameDecider { name, job, with_others, due, note } => {
            active(contact)?;
            let next = set_task(due, note, today)?;
            let part = if with_others { Part::CoDecider } else { Part::Decider };
            let named = people::named(&name, &job, part)?;
            Ok([people::decider(playbook, named, today)?, next].concat())
        }
        Command::AddStakeholder { name, job, part } => {
            people::stakeholder(playbook, contact, people::named(&name, &job, part)?, today)
        }
        Command::HandOver { to, note } => handoff::hand_over(contact, &to, note),
        Command::AcceptHandoff => handoff::accept(contact),
        Command::SendBack { reason, note } => handoff::send_back(playbook, contact, reason, note),
        Command::RecordConsent(given) => consent(playbook, contact, given),
        Command::SetAmount(amount) if amount == contact.amount => Err(Refusal::NothingChanges),
        Command::SetAmount(amount) => Ok(vec![EventKind::AmountSet(AmountSet { amount })]),
        Command::ExpectClose(on) if on == contact.expected_close => Err(Refusal::NothingChanges),
        Command::ExpectClose(Some(on)) if !in_reach(on) => Err(Refusal::OutOfReach),
        Command::ExpectClose(on) => Ok(vec![EventKind::CloseExpected(CloseExpected { on })]),
    }
}

/// Records a consent in the words of the playbook; those of an older version are asked for anew.
fn consent(playbook: &Playbook, contact: &Contact, given: bool) -> Decision {
    let asked = playbook.consent.as_ref();
    let text = asked.map(|asked| asked.text.clone()).filter(|text| !text.is_empty());
    let said = Consented { given, text, revision: asked.map(|asked| asked.revision) };
    match &contact.consent {
        Some(known) if known.said == said => Err(Refusal::NothingChanges),
        _ => Ok(vec![EventKind::Consented(said)]),
    }
}

fn create(fields: BTreeMap<Field, String>) -> Decision {
    let filled = |field| fields.get(&field).is_some_and(|text: &String| !text.trim().is_empty());
    if !filled(Field::Person) && !filled(Field::Organisation) {
        return Err(Refusal::NobodyNamed);
    }
    let source = fields.get(&Field::Source).map(|id| id.trim()).filter(|id| !id.is_empty());
    let mut events = vec![EventKind::Created(Created { source: source.map(SourceId::from) })];
    for (field, value) in fields {
        if let (false, Some(value)) = (field == Field::Source, checked(field, &value)?) {
            events.push(EventKind::FieldSet(FieldSet { field, value: Some(value) }));
        }
    }
    Ok(events)
}

fn set_fields(contact: &Contact, fields: BTreeMap<Field, String>) -> Decision {
    let mut after = contact.fields.clone();
    let mut events = Vec::new();
    for (field, value) in fields {
        let value = checked(field, &value)?;
        if value.as_deref() == contact.field(field) {
            continue;
        }
        match &value {
            Some(value) => after.insert(field, value.clone()),
            None => after.remove(&field),
        };
        events.push(EventKind::FieldSet(FieldSet { field, value }));
    }
    if events.is_empty() {
        return Err(Refusal::NothingChanges);
    }
    let named = |fields: &BTreeMap<Field, String>| {
        fields.contains_key(&Field::Person) || fields.contains_key(&Field::Organisation)
    };
    // A visitor's lead may have no name yet; a name that is there cannot be taken away altogether.
    if named(&contact.fields) && !named(&after) {
        return Err(Refusal::NobodyNamed);
    }
    Ok(events)
}

fn checked(field: Field, value: &str) -> Result<Option<String>, Refusal> {
    if value.chars().count() > MAX_NAME {
        return Err(Refusal::TooLong(field));
    }
    text(Some(value.to_owned()))
}

fn answer(
    playbook: &Playbook,
    question: QuestionId,
    value: Option<Value>,
    evidence: Evidence,
    note: Option<String>,
    today: NaiveDate,
) -> Decision {
    let known =
        playbook.question(&question).ok_or_else(|| Refusal::NoSuchQuestion(question.clone()))?;
    if value.as_ref().is_some_and(|value| !known.accepts(value)) {
        return Err(Refusal::NotAnAnswer(question));
    }
    if let Some(message) = value.as_ref().and_then(|value| known.refuses(value, today)) {
        return Err(Refusal::NotAccepted(message.to_owned()));
    }
    let also = match (known.sets, &value) {
        (Some(Sets::Amount), Some(Value::Money(amount))) => {
            Some(EventKind::AmountSet(AmountSet { amount: Some(*amount) }))
        }
        (Some(Sets::ExpectedClose), Some(Value::Date(day))) => {
            Some(EventKind::CloseExpected(CloseExpected { on: Some(*day) }))
        }
        _ => None,
    };
    let answered =
        EventKind::Answered(Answered { question, value, evidence, note: text(note)?, from: None });
    Ok([answered].into_iter().chain(also).collect())
}

fn advance(playbook: &Playbook, contact: &Contact, to: Position, today: NaiveDate) -> Decision {
    let gates = upwards(playbook, contact, &to, today)?;
    if to == Position::Customer {
        return win(playbook, contact, None, today);
    }
    if gates.iter().any(|gate| gate.verdict != Verdict::Passed) {
        return Err(Refusal::GatesNotPassed(not_passed(gates)));
    }
    Ok(vec![EventKind::Advanced(Advanced { to, basis: basis(playbook, &gates) })])
}

fn override_gates(
    playbook: &Playbook,
    contact: &Contact,
    to: Position,
    reason: &str,
    today: NaiveDate,
) -> Decision {
    let gates = upwards(playbook, contact, &to, today)?;
    let reason = written(reason)?;
    if to == Position::Customer {
        return win(playbook, contact, Some(reason), today);
    }
    if gates.iter().all(|gate| gate.verdict == Verdict::Passed) {
        return Err(Refusal::NothingToOverride);
    }
    Ok(vec![EventKind::Overrode(Overrode { to, reason, basis: basis(playbook, &gates) })])
}

fn upwards(
    playbook: &Playbook,
    contact: &Contact,
    to: &Position,
    today: NaiveDate,
) -> Result<Vec<GateReading>, Refusal> {
    active(contact)?;
    position_exists(playbook, to)?;
    if playbook.rank(to) <= playbook.rank(&contact.position) {
        return Err(Refusal::NotUpwards);
    }
    Ok(gates_for(playbook, contact, to, today))
}

fn set_task(due: NaiveDate, note: String, today: NaiveDate) -> Decision {
    let note = text(Some(note))?.ok_or(Refusal::NothingToDo)?;
    if note.chars().count() > MAX_LINE {
        return Err(Refusal::LineTooLong);
    }
    if !in_reach(due) {
        return Err(Refusal::OutOfReach);
    }
    if today.checked_sub_days(MOST_OVERDUE).is_some_and(|oldest| due < oldest) {
        return Err(Refusal::LongPast);
    }
    Ok(vec![EventKind::TaskSet(TaskSet { due, note })])
}

fn win(
    playbook: &Playbook,
    contact: &Contact,
    reason: Option<String>,
    today: NaiveDate,
) -> Decision {
    opportunity(contact)?;
    let gates = gates_for(playbook, contact, &Position::Customer, today);
    let basis = basis(playbook, &gates);
    let reason = if gates.iter().all(|gate| gate.verdict == Verdict::Passed) {
        None
    } else {
        let reason = text(reason)?.ok_or_else(|| Refusal::GatesNotPassed(not_passed(gates)))?;
        Some(reason)
    };
    Ok(vec![EventKind::Won(Won { basis, reason })])
}

fn reopen(contact: &Contact) -> Decision {
    let won = contact.position == Position::Customer;
    if !won && contact.standing == Standing::Active {
        return Err(Refusal::NothingToReopen);
    }
    let before_the_win = || {
        let mut visited = contact.journey.visits().iter().rev().map(|visit| &visit.position);
        visited.find(|position| **position != Position::Customer).cloned()
    };
    let to = if won { before_the_win().unwrap_or_default() } else { contact.position.clone() };
    Ok(vec![EventKind::Reopened(Reopened { to })])
}

/// Of what has happened, the day cannot be to come.
fn past(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal::InTheFuture);
    }
    if in_reach(on) { Ok(()) } else { Err(Refusal::OutOfReach) }
}

fn not_passed(gates: Vec<GateReading>) -> Vec<GateReading> {
    gates.into_iter().filter(|gate| gate.verdict != Verdict::Passed).collect()
}

fn position_exists(playbook: &Playbook, position: &Position) -> Result<(), Refusal> {
    match position.stage() {
        Some(stage) if playbook.stage(stage).is_none() => Err(Refusal::NoSuchPosition),
        _ => Ok(()),
    }
}

/// A journey that has ended, won or not, must be reopened before anything moves.
fn active(contact: &Contact) -> Result<(), Refusal> {
    if contact.has_ended() { Err(Refusal::HasEnded) } else { Ok(()) }
}

fn opportunity(contact: &Contact) -> Result<(), Refusal> {
    active(contact)?;
    if contact.level() == Level::Opportunity { Ok(()) } else { Err(Refusal::NotAnOpportunity) }
}

fn listed(reason: &ReasonId, among: &[Reason]) -> Result<(), Refusal> {
    let known = among.iter().any(|listed| &listed.id == reason);
    if known { Ok(()) } else { Err(Refusal::UnknownReason) }
}

fn written(reason: &str) -> Result<String, Refusal> {
    text(Some(reason.to_owned()))?.ok_or(Refusal::ReasonNeeded)
}

fn text(text: Option<String>) -> Result<Option<String>, Refusal> {
    let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    match text {
        Some(text) if text.chars().count() > TEXT_CHARS => Err(Refusal::NoteTooLong),
        text => Ok(text),
    }
}
