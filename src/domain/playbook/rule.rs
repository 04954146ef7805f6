//! Criteria and the small language their rules are written in.
//!
//! Invariant: a rule reads answers and nothing else.

use crate::domain::answer::Evidence;
use crate::domain::ids::{CriterionId, OptionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::range::Range;
use serde::{Deserialize, Serialize};

/// Criteria may read criteria, this deep and no deeper.
pub const MAX_DEPTH: usize = 64;

/// Something a contact is judged by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Criterion {
    /// Its id.
    pub id: CriterionId,
    /// Its name, such as "Pain: a problem we solve".
    pub title: String,
    /// The rule in plain words, such as "100 or more employees".
    pub rule_text: String,
    /// The rule.
    pub rule: Rule,
    /// The next step while it is not met.
    pub step: String,
    /// Set where not meeting it ends the matter, whatever else is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knock_out: Option<KnockOut>,
}

/// Why a criterion ends the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnockOut {
    /// Why we say no.
    pub reason: String,
    /// What to do instead.
    pub alternative: String,
}

/// A test on answers, with three results.
///
/// ```
/// use ripen::domain::playbook::rule::Rule;
/// let rule: Rule = serde_json::from_str(
///     r#"{"all":[{"answer":{"question":"pain","is":{"yes":true},"evidence":"confirmed"}},
///                {"not":{"answer":{"question":"employees","is":{"within":{"below":100}}}}}]}"#,
/// ).unwrap();
/// assert!(matches!(rule, Rule::All(branches) if branches.len() == 2));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Every branch.
    All(Vec<Rule>),
    /// At least one branch.
    Any(Vec<Rule>),
    /// The opposite.
    Not(Box<Rule>),
    /// What another criterion says.
    Criterion(CriterionId),
    /// A test of one answer.
    Answer(AnswerTest),
}

/// A test of one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerTest {
    /// Whose answer.
    pub question: QuestionId,
    /// What it must be.
    pub is: Test,
    /// The lowest evidence that counts; below it the test is Unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

/// What an answer must be. An answer of another kind is Unknown, never No.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Anything, as long as there is an answer. Never Not met.
    Given,
    /// Yes, or no.
    Yes(bool),
    /// One of these options; for several, at least one of them.
    In(Vec<OptionId>),
    /// All of these options, for a question that takes several.
    AllOf(Vec<OptionId>),
    /// A number, band, scale step or amount (in major units) in a range.
    Within(Range),
    /// A day so many days from today: negative ones are past, 0 is today.
    Days(Range),
    /// Words of so many characters.
    Length(Range),
}

impl Rule {
    /// Adds the questions this rule reads, each once.
    pub(super) fn collect_questions<'a>(
        &'a self,
        playbook: &'a Playbook,
        into: &mut Vec<&'a QuestionId>,
        depth: usize,
    ) {
        if depth > MAX_DEPTH {
            return;
        }
        match self {
            Self::All(branches) | Self::Any(branches) => {
                for branch in branches {
                    branch.collect_questions(playbook, into, depth + 1);
                }
            }
            Self::Not(branch) => branch.collect_questions(playbook, into, depth + 1),
            Self::Criterion(id) => {
                if let Some(criterion) = playbook.criterion(id) {
                    criterion.rule.collect_questions(playbook, into, depth + 1);
                }
            }
            Self::Answer(test) => {
                if !into.contains(&&test.question) {
                    into.push(&test.question);
                }
            }
        }
    }
}
