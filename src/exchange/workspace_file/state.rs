//! A contact's derived state, for other tools to read.
//!
//! Owns its names and order in the file; [`fold`](crate::domain::fold) and
//! [`assess`](crate::domain::assess) own what is in it. Write-only: Ripen reads the events.
//! Invariant: follows from the contact and the playbook alone, the win chance from the closed deals,
//! too.

use crate::domain::answer::{Evidence, Given};
use crate::domain::assess::{Verdict, assess};
use crate::domain::calibration::Calibration;
use crate::domain::chance::chance;
use crate::domain::contact::Contact;
use crate::domain::event::{EndKind, Field};
use crate::domain::ids::{ContactId, QuestionId, ReasonId, StageId};
use crate::domain::money::Money;
use crate::domain::position::{Level, Position, Standing};
use crate::domain::rules::Rules;
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A contact as it stands, derived from its history.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct State {
    /// Its level.
    level: Level,
    /// Its stage, inside Opportunity.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<StageId>,
    /// Whether anybody is working on it.
    standing: Stand,
    /// Its text fields that are not empty.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, with = "crate::domain::schema::Fields"))]
    fields: BTreeMap<Field, String>,
    /// Its id in the system it was imported from.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    /// The answer that counts for each question that has one.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    #[cfg_attr(feature = "schema", schemars(default, with = "BTreeMap<QuestionId, Answer>"))]
    answers: Vec<(QuestionId, Answer)>,
    /// What the deal is worth; left out is not zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Amount>,
    /// The win chance of an opportunity, between 0 and 1, rounded to a hundredth of a per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    chance: Option<f64>,
    /// When it was captured; for an imported row, when it was imported.
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<When>,
    /// The positions it went through, each with its date where there is one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    journey: Vec<(Position, Option<When>)>,
    /// How it ended, where it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<End>,
    /// The day it is expected to close.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_close: Option<NaiveDate>,
    /// The next step: the day it is due and what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_step: Option<(NaiveDate, String)>,
    /// Each gate's verdict, by the position it leads to.
    #[serde(serialize_with = "as_object")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Verdict>"))]
    verdicts: Vec<(String, Verdict)>,
    /// The purchase before this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier_purchase: Option<ContactId>,
    /// Purchases that were started after this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    next_purchases: Vec<ContactId>,
    /// The contact that goes on in place of this one: they are the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    merged_into: Option<ContactId>,
    /// The contacts that were merged into this one; what they bring is part of this state.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    merged: Vec<ContactId>,
    /// Columns of the imported file that have no place of their own.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    attributes: BTreeMap<String, String>,
}

/// Whether anybody is working on the contact.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum Stand {
    /// Being worked on.
    Active,
    /// Set aside until a date.
    Nurturing { until: NaiveDate, reason: Option<ReasonId> },
    /// Ended as unsuitable.
    Disqualified { reason: ReasonId },
    /// A deal that went elsewhere or nowhere.
    Lost { reason: ReasonId },
}

/// The answer that counts for a question.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Answer {
    /// What was answered.
    value: Value,
    /// How well it is known.
    evidence: Evidence,
    /// When it was recorded.
    at: When,
}

/// An amount as decimal text in major units: no reader can get it wrong by a factor.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Amount {
    /// Such as `1234.50`.
    value: String,
    /// ISO 4217 code.
    currency: String,
}

/// How a journey ended.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct End {
    /// Won, lost or disqualified.
    kind: EndKind,
    /// When, where it is known.
    on: Option<When>,
    /// Why, for lost and disqualified.
    reason: Option<ReasonId>,
}

/// Writes names and values as an object, in their order. (Maps that nobody looks things up in are
/// mere weight.)
fn as_object<K: Serialize, V: Serialize, S: Serializer>(
    entries: &[(K, V)],
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_map(entries.iter().map(|(name, value)| (name, value)))
}

impl State {
    pub(super) fn of(
        rules: &Rules<'_>,
        calibration: &Calibration,
        contact: &Contact,
        today: NaiveDate,
    ) -> Self {
        let assessment = assess(rules, contact, today);
        let answers = contact.answers.questions();
        let visits = contact.journey.all();
        Self {
            level: contact.level(),
            stage: contact.position.stage().cloned(),
            standing: Stand::of(&contact.standing),
            fields: contact.fields.clone(),
            external_id: contact.external_id.clone(),
            answers: answers
                .filter_map(|id| Some((id.clone(), Answer::of(contact.answers.get(id)?))))
                .collect(),
            amount: contact.amount.map(Amount::of),
            chance: chance(rules.playbook, calibration, &assessment)
                .map(|chance| (chance.probability * 10_000.0).round() / 10_000.0),
            created: contact.created,
            journey: visits.map(|visit| (visit.position.clone(), visit.since)).collect(),
            ended: contact.ended.as_ref().map(|ended| End {
                kind: ended.kind,
                on: ended.on,
                reason: ended.reason.clone(),
            }),
            expected_close: contact.expected_close,
            next_step: contact.task.as_ref().map(|task| (task.due, task.note.clone())),
            verdicts: assessment
                .gates
                .iter()
                .map(|gate| (gate.to.to_string(), gate.verdict))
                .collect(),
            earlier_purchase: contact.earlier_purchase,
            next_purchases: contact.next_purchases.clone(),
            merged_into: contact.merged_into,
            merged: contact.merged.iter().map(|other| other.id).collect(),
            attributes: contact.attributes.clone(),
        }
    }
}

impl Stand {
    fn of(standing: &Standing) -> Self {
        match standing.clone() {
            Standing::Active => Self::Active,
            Standing::Nurturing { until, reason } => Self::Nurturing { until, reason },
            Standing::Disqualified { reason } => Self::Disqualified { reason },
            Standing::Lost { reason } => Self::Lost { reason },
        }
    }
}

impl Answer {
    fn of(given: &Given) -> Self {
        Self { value: given.value.clone(), evidence: given.evidence, at: given.at }
    }
}

impl Amount {
    fn of(money: Money) -> Self {
        Self { value: money.decimal(), currency: money.currency.code().to_owned() }
    }
}
