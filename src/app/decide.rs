//! From a command to the events it leads to, or the reason it is refused.
//!
//! Invariant: pure; the same contact, command and day always give the same events, and every
//! event carries its absolute target.

mod fields;
mod handoff;
mod moves;
mod people;

pub use handoff::can_hand_over;

use super::command::Command;
use super::refusal::Refusal;
use crate::domain::answer::Evidence;
use crate::domain::contact::Contact;
use crate::domain::event::{
    AmountSet, Answered, CloseExpected, Consented, DecisionRole, Disqualified, EventKind, Lost,
    Nurtured, TaskDone, TaskSet,
};
use crate::domain::ids::{QuestionId, ReasonId};
use crate::domain::playbook::question::Sets;
use crate::domain::playbook::{Playbook, Reason};
use crate::domain::position::Level;
use crate::domain::value::{TEXT_CHARS, Value};
use crate::domain::when::in_reach;
use chrono::{Days, NaiveDate};

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
        return fields::create(fields);
    }
    let contact = contact.ok_or(Refusal::NoSuchContact)?;
    match command {
        Command::Create(_) => Err(Refusal::NothingChanges),
        Command::SetFields(fields) => fields::set_fields(contact, fields),
        Command::Answer { question, value, evidence, note } => {
            answer(playbook, question, value, evidence, note, today)
        }
        Command::Advance(to) => moves::advance(playbook, contact, to, today),
        Command::Override { to, reason } => {
            moves::override_gates(playbook, contact, to, &reason, today)
        }
        Command::Return { to, reason } => moves::go_back(playbook, contact, to, &reason),
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
        Command::Win { reason } => moves::win(playbook, contact, reason, today),
        Command::Reopen => moves::reopen(contact),
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
            let role = if with_others { DecisionRole::CoDecider } else { DecisionRole::Decider };
            let named = people::named(&name, &job, role)?;
            Ok([people::decider(playbook, named, today)?, next].concat())
        }
        Command::AddStakeholder { name, job, role } => {
            people::stakeholder(playbook, contact, people::named(&name, &job, role)?, today)
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

/// Of what has happened, the day cannot be to come.
fn past(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal::InTheFuture);
    }
    if in_reach(on) { Ok(()) } else { Err(Refusal::OutOfReach) }
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
