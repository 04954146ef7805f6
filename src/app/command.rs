//! What a person can ask for, in the imperative.

use crate::domain::answer::Evidence;
use crate::domain::event::{DecisionRole, Engaged, Field, Touched};
use crate::domain::ids::{QuestionId, ReasonId};
use crate::domain::money::Money;
use crate::domain::position::Position;
use crate::domain::value::Value;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A wish concerning one contact.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Capture a new contact as a lead. At least a person or an organisation is needed.
    Create(BTreeMap<Field, String>),
    /// Change text fields; an empty text empties the field.
    SetFields(BTreeMap<Field, String>),
    /// Answer a question; no value is "I don't know yet".
    Answer {
        /// Which one.
        question: QuestionId,
        /// The answer.
        value: Option<Value>,
        /// How well it is known.
        evidence: Evidence,
        /// The contact's own words.
        note: Option<String>,
    },
    /// Move up to a position; every gate between must be passed.
    Advance(Position),
    /// Move up although a gate is not passed, with a written reason.
    Override {
        /// Where to.
        to: Position,
        /// Why.
        reason: String,
    },
    /// Move back, with a written reason.
    Return {
        /// Where to.
        to: Position,
        /// Why.
        reason: String,
    },
    /// Set aside until a day.
    Nurture {
        /// The day it is due back, after today.
        until: NaiveDate,
        /// Why it waits.
        reason: Option<ReasonId>,
    },
    /// End as unsuitable.
    Disqualify {
        /// Why.
        reason: ReasonId,
        /// More about it.
        note: Option<String>,
    },
    /// Record that the deal was lost; only an opportunity can be lost.
    Lose {
        /// Why.
        reason: ReasonId,
        /// More about it.
        note: Option<String>,
    },
    /// Record that the deal was won; only an opportunity can be won.
    Win {
        /// Why, where exit criteria are not met.
        reason: Option<String>,
    },
    /// Take up again after an end or a pause.
    Reopen,
    /// Record a touch: how a rep was in touch.
    LogTouch(Touched),
    /// Record what the contact did by itself, such as a download.
    LogEngagement(Engaged),
    /// Set the next step: one due date with a note.
    SetTask {
        /// The day.
        due: NaiveDate,
        /// What to do.
        note: String,
    },
    /// Mark the next step as done.
    CompleteTask,
    /// Name who decides in the contact's place, and the day to involve that person: the contact stays,
    /// as one who influences.
    NameDecider {
        /// The person's name.
        name: String,
        /// The person's job; blank for none.
        job: String,
        /// Whether others decide, too.
        with_others: bool,
        /// The day of the follow-up, in place of the next step there is.
        due: NaiveDate,
        /// What to do then.
        note: String,
    },
    /// Add somebody else who matters, or say more about one of that name.
    AddStakeholder {
        /// The person's name.
        name: String,
        /// The person's job; blank for none.
        job: String,
        /// What the person is to the decision.
        role: DecisionRole,
    },
    /// Hand a lead or a prospect over to somebody, who is to accept it.
    HandOver {
        /// Whom to.
        to: String,
        /// What that person should know; blank for nothing.
        note: String,
    },
    /// Accept what was handed over: the contact becomes that person's.
    AcceptHandoff,
    /// Send what was handed over back.
    SendBack {
        /// Why, where the playbook lists reasons.
        reason: Option<ReasonId>,
        /// More about it; why, where it does not.
        note: String,
    },
    /// Record that the contact agrees that what it said is kept and used, in the playbook's words, or
    /// does not.
    RecordConsent(bool),
    /// Set what the deal is worth; none is "no amount".
    SetAmount(Option<Money>),
    /// Set the day the deal is expected to close.
    ExpectClose(Option<NaiveDate>),
}
