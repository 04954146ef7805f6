//! The result of one visitor's run through the wizard: what the page's event carries and what a
//! rep imports.
//!
//! Owns the result's shape and how it follows from the answers. Refuses to know the wizard, the
//! page and the words of an answer (the caller words them). This file is the side the widget
//! links; reading is in [`read`], becoming a lead in [`arrive`]. Invariant: a visitor's result is a lead; what the answers
//! *claim* stands beside it.

mod arrive;
pub mod read;

use super::json;
use crate::domain::answer::{Answers, Evidence};
use crate::domain::assess::{GateReading, Verdict, judge_answers};
use crate::domain::evaluate::Reading;
use crate::domain::event::{Field, PlaybookRef};
use crate::domain::ids::{ContactId, CriterionId, QuestionId, SourceId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::position::{Level, Position};
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file's shape.
pub const VERSION: u32 = 1;
/// What a result says it is, like every event the widget sends.
const SCHEMA: &str = "ripen-result/1";

/// The result of one visitor's finished run through the wizard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RunResult {
    /// What the file is: always `ripen-result`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = json::Format::Result.name())))]
    pub format: String,
    /// Version of the file's shape; a newer one than this app's is refused.
    #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
    pub version: u32,
    /// What it says it is to a page's script: `ripen-result/1`.
    pub schema: String,
    /// The run; becomes the contact's id, so that one run is never two contacts.
    pub id: ContactId,
    /// When it was finished.
    pub finished_at: When,
    /// Always lead: a rep's confirmation is what makes more of it.
    pub level: Level,
    /// What it would be, were every claim confirmed.
    pub claimed_level: Level,
    /// The two gates below Opportunity.
    pub verdicts: Vec<GateResult>,
    /// Their criteria, each once.
    pub criteria: Vec<CriterionResult>,
    /// What was answered, in the playbook's order.
    pub answers: Vec<AnswerResult>,
    /// The visitor's own details, where given and agreed to.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::domain::schema::Fields"))]
    pub fields: BTreeMap<Field, String>,
    /// What the visitor agreed to; where it is missing, nobody agreed to anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Agreed>,
    /// How the visitor came to the page: the tags of a campaign (`utm_source`, `gclid` and the like)
    /// and the page before (`referrer`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub campaign: BTreeMap<String, String>,
    /// Where the visitor came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// What it was judged by.
    pub playbook: PlaybookRef,
}

/// What a visitor agreed to, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreed {
    /// The words beside the box that was ticked.
    pub text: String,
    /// The version of those words in the playbook.
    pub revision: u32,
    /// When it was ticked and sent.
    pub at: When,
}

/// One gate as the answers claim it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GateResult {
    /// Below the gate.
    pub from: Position,
    /// Above the gate.
    pub to: Position,
    /// What the claims come to.
    pub verdict: Verdict,
}

/// One criterion as the answers claim it, with the words to show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionResult {
    /// Its id.
    pub id: CriterionId,
    /// Its name.
    pub title: String,
    /// The rule in plain words.
    pub rule: String,
    /// What the claims come to.
    pub outcome: Outcome,
    /// Why it ends the matter, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One answer, with the words to show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerResult {
    /// The question.
    pub question: QuestionId,
    /// Its short name.
    pub title: String,
    /// The answer; none is "I don't know yet".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The answer in words, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How well it is known.
    pub evidence: Evidence,
    /// The visitor's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl RunResult {
    /// The result of a run. `today` is the day where the visitor is; `word` puts an answer into the
    /// page's language.
    pub fn of(
        playbook: &Playbook,
        answers: &Answers,
        id: ContactId,
        finished_at: When,
        today: NaiveDate,
        word: impl Fn(&Question, &Value) -> String,
    ) -> Self {
        let (claimed_level, gates) = judge_answers(playbook, answers, Reading::AsClaimed, today);
        let mut results = Vec::new();
        for question in &playbook.questions {
            if answers.was_asked(&question.id) {
                results.push(AnswerResult::of(question, answers, &word));
            }
        }
        Self {
            format: json::Format::Result.name().to_owned(),
            version: VERSION,
            schema: SCHEMA.to_owned(),
            id,
            finished_at,
            level: Level::Lead,
            claimed_level,
            verdicts: gates.iter().map(GateResult::of).collect(),
            criteria: criteria(playbook, &gates),
            answers: results,
            fields: BTreeMap::new(),
            consent: None,
            campaign: BTreeMap::new(),
            source: None,
            playbook: playbook.reference(),
        }
    }

    /// The result without what a visitor wrote: no words of answers, no notes, no contact details.
    /// That a question was answered stays.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        for answer in &mut self.answers {
            if let Some(Value::Text(words)) = &mut answer.value {
                words.clear();
                answer.text = None;
            }
            answer.note = None;
        }
        Self { fields: BTreeMap::new(), consent: None, campaign: BTreeMap::new(), ..self }
    }

    /// Adds where the visitor came from.
    #[must_use]
    pub fn with_source(self, source: Option<SourceId>) -> Self {
        Self { source, ..self }
    }
}

/// Writes a result as a file.
pub fn write(result: &RunResult) -> String {
    json::write(result, usize::MAX)
}

impl GateResult {
    fn of(gate: &GateReading) -> Self {
        Self { from: gate.from.clone(), to: gate.to.clone(), verdict: gate.verdict }
    }
}

fn criteria(playbook: &Playbook, gates: &[GateReading]) -> Vec<CriterionResult> {
    let mut results: Vec<CriterionResult> = Vec::new();
    for reading in gates.iter().flat_map(|gate| &gate.criteria) {
        let Some(criterion) = playbook.criterion(&reading.id) else { continue };
        if results.iter().any(|known| known.id == reading.id) {
            continue;
        }
        let ends = criterion.knock_out.as_ref().filter(|_| reading.outcome == Outcome::NotMet);
        results.push(CriterionResult {
            id: reading.id.clone(),
            title: criterion.title.clone(),
            rule: criterion.rule_text.clone(),
            outcome: reading.outcome,
            reason: ends.map(|knock_out| knock_out.reason.clone()),
        });
    }
    results
}

impl AnswerResult {
    fn of(
        question: &Question,
        answers: &Answers,
        word: &impl Fn(&Question, &Value) -> String,
    ) -> Self {
        let given = answers.get(&question.id);
        Self {
            question: question.id.clone(),
            title: question.title.clone(),
            value: given.map(|given| given.value.clone()),
            text: given.map(|given| word(question, &given.value)),
            evidence: given.map_or(Evidence::Claimed, |given| given.evidence),
            note: given.and_then(|given| given.note.clone()),
        }
    }
}
