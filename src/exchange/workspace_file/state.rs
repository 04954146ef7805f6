//! A contact's derived state, for other tools to read.
//!
//! Owns its names and order in the file; [`fold`](crate::domain::fold) and
//! [`assess`](crate::domain::assess) own what is in it. Write-only: Ripen reads the events.
//! Invariant: follows from the contact and the playbook alone.

use crate::domain::answer::{Evidence, Given};
use crate::domain::assess::{Verdict, assess};
use crate::domain::chance::chance;
use crate::domain::contact::Contact;
use crate::domain::event::{EndKind, Field};
use crate::domain::ids::{QuestionId, ReasonId, StageId};
use crate::domain::money::Money;
use crate::domain::position::{Level, Position, Standing};
use crate::domain::rules::Rules;
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A contact as it stands.
#[derive(Debug, Serialize)]
pub(super) struct State {
    level: Level,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<StageId>,
    standing: Stand,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    fields: BTreeMap<Field, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    answers: Vec<(QuestionId, Answer)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Amount>,
    /// Rounded to a hundredth of a per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    chance: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<When>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    journey: Vec<(Position, Option<When>)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<End>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_close: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_step: Option<(NaiveDate, String)>,
    /// Each gate by the position it leads to.
    #[serde(serialize_with = "as_object")]
    verdicts: Vec<(String, Verdict)>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    attributes: BTreeMap<String, String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Stand {
    Active,
    Nurturing { until: NaiveDate, reason: Option<ReasonId> },
    Disqualified { reason: ReasonId },
    Lost { reason: ReasonId },
}

#[derive(Debug, Serialize)]
struct Answer {
    value: Value,
    evidence: Evidence,
    at: When,
}

/// An amount as decimal text in major units: no reader can get it wrong by a factor.
#[derive(Debug, Serialize)]
struct Amount {
    value: String,
    currency: String,
}

#[derive(Debug, Serialize)]
struct End {
    kind: EndKind,
    on: Option<When>,
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
    pub(super) fn of(rules: &Rules<'_>, contact: &Contact, today: NaiveDate) -> Self {
        let assessment = assess(rules, contact, today);
        let answers = contact.answers.questions();
        let visits = contact.journey.visits().iter();
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
            chance: chance(rules.playbook, &assessment)
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
