//! Answers with their evidence: what was said, who says so, and how well it is known.
//!
//! Invariant: an answer of lower evidence never replaces one of higher evidence; where the two
//! differ, both stay and show as a disagreement. "I don't know yet" takes back only an earlier
//! answer of the same grade.

use super::event::By;
use super::ids::QuestionId;
use super::value::Value;
use super::when::When;
use serde::{Deserialize, Serialize};

/// How well an answer is known, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The contact says so.
    Claimed,
    /// A rep has confirmed it.
    Confirmed,
    /// A document shows it.
    Documented,
}

impl Evidence {
    /// All grades, weakest first.
    pub const ALL: [Self; 3] = [Self::Claimed, Self::Confirmed, Self::Documented];
}

/// One answer as given.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What was answered.
    pub value: Value,
    /// How well it is known.
    pub evidence: Evidence,
    /// When it was recorded.
    pub at: When,
    /// Who recorded it.
    pub by: By,
    /// The contact's own words.
    pub note: Option<String>,
}

/// All that is recorded for one question: at most one answer a grade, but for what was
/// [brought](Answers::bring).
#[derive(Debug, Clone, Default, PartialEq)]
struct Recorded {
    /// The one of the highest grade. It stands right here, not on a heap of its own: whoever judges
    /// many contacts reads this one of all their questions.
    counts: Option<Given>,
    /// Those of lower grades, weakest first; of the same grade, what contacts merged into this one say
    /// differently.
    lower: Vec<Given>,
    /// The highest grade at which it was put.
    asked: Option<Evidence>,
}

impl Recorded {
    /// Adds an answer without taking back another of its grade. One that says the same gains the words
    /// it lacks; other words stand beside it.
    fn put_beside(&mut self, given: &Given) {
        for ours in self.lower.iter_mut().chain(&mut self.counts) {
            if (ours.evidence, &ours.value) != (given.evidence, &given.value) {
                continue;
            }
            if ours.note.is_none() || given.note.is_none() || ours.note == given.note {
                ours.note = ours.note.take().or_else(|| given.note.clone());
                return;
            }
        }
        let counts = self.counts.as_ref();
        let lower = if counts.is_none_or(|counts| counts.evidence < given.evidence) {
            self.counts.replace(given.clone())
        } else {
            Some(given.clone())
        };
        if let Some(lower) = lower {
            let place = self.lower.partition_point(|other| other.evidence <= lower.evidence);
            self.lower.insert(place, lower);
        }
    }

    /// Takes an answer of this grade back.
    fn take_back(&mut self, evidence: Evidence) {
        self.lower.retain(|other| other.evidence != evidence);
        if self.counts.as_ref().is_some_and(|given| given.evidence == evidence) {
            self.counts = self.lower.pop();
        }
    }
}

/// The answers of one contact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// By question, in the order of their ids: there are few.
    by_question: Vec<(QuestionId, Recorded)>,
}

impl Answers {
    fn of(&self, question: &QuestionId) -> Option<&Recorded> {
        let at = self.by_question.binary_search_by(|(id, _)| id.cmp(question)).ok()?;
        self.by_question.get(at).map(|(_, recorded)| recorded)
    }

    fn recorded(&mut self, question: QuestionId) -> &mut Recorded {
        let found = self.by_question.binary_search_by(|(id, _)| id.cmp(&question));
        let at = found.unwrap_or_else(|at| {
            self.by_question.insert(at, (question, Recorded::default()));
            at
        });
        &mut self.by_question[at].1
    }

    /// Records an answer. Of the same grade, the last one wins.
    pub fn record(&mut self, question: QuestionId, given: Given) {
        let recorded = self.recorded(question);
        recorded.asked = recorded.asked.max(Some(given.evidence));
        recorded.take_back(given.evidence);
        match recorded.counts.take() {
            Some(other) if other.evidence > given.evidence => {
                recorded.counts = Some(other);
                let lower = &mut recorded.lower;
                let place = lower.partition_point(|other| other.evidence < given.evidence);
                lower.insert(place, given);
            }
            other => {
                recorded.lower.extend(other);
                recorded.counts = Some(given);
            }
        }
    }

    /// Records "I don't know yet": an earlier answer of the same grade no longer counts.
    pub fn record_unknown(&mut self, question: QuestionId, evidence: Evidence) {
        let recorded = self.recorded(question);
        recorded.asked = recorded.asked.max(Some(evidence));
        recorded.take_back(evidence);
    }

    /// Adds what the contacts merged into this one bring, in their order: answers it lacks or has at
    /// lower evidence; one of equal evidence that says something else stays as a disagreement. What
    /// this one was asked and does not know is a word, too: it takes answers of that grade back.
    pub fn bring(&mut self, others: &[&Self]) {
        let own = self.clone();
        for (question, brought) in others.iter().flat_map(|other| &other.by_question) {
            let known = own.of(question);
            let recorded = self.recorded(question.clone());
            recorded.asked = recorded.asked.max(brought.asked);
            for given in brought.lower.iter().chain(&brought.counts) {
                let says = |known: &&Recorded| {
                    let mut all = known.lower.iter().chain(&known.counts);
                    all.any(|ours| ours.evidence == given.evidence)
                };
                let unknown = known.filter(|known| !says(known)).and_then(|known| known.asked);
                if unknown != Some(given.evidence) {
                    recorded.put_beside(given);
                }
            }
        }
    }

    /// The answer that counts: the one of the highest evidence.
    pub fn get(&self, question: &QuestionId) -> Option<&Given> {
        self.of(question)?.counts.as_ref()
    }

    /// Every answer on record for the question, weakest evidence first.
    pub fn all(&self, question: &QuestionId) -> impl Iterator<Item = &Given> {
        self.of(question)
            .into_iter()
            .flat_map(|recorded| recorded.lower.iter().chain(&recorded.counts))
    }

    /// An answer that says something else than the one that counts: one of lower evidence or, of a
    /// contact that was merged, of the same.
    pub fn disagreement(&self, question: &QuestionId) -> Option<&Given> {
        let recorded = self.of(question)?;
        let counts = recorded.counts.as_ref()?;
        recorded.lower.iter().rev().find(|given| given.value != counts.value)
    }

    /// Whether the question was put at all, "I don't know yet" included.
    pub fn was_asked(&self, question: &QuestionId) -> bool {
        self.asked(question).is_some()
    }

    /// The highest grade at which the question was put, "I don't know yet" included: a rep who was
    /// asked has been asked at [`Evidence::Confirmed`], whatever a visitor said before.
    pub fn asked(&self, question: &QuestionId) -> Option<Evidence> {
        self.of(question)?.asked
    }

    /// The answer that counts for each question that has one, in the order of the ids.
    pub(super) fn counting(&self) -> impl Iterator<Item = (&QuestionId, &Given)> {
        self.by_question.iter().filter_map(|(id, recorded)| Some((id, recorded.counts.as_ref()?)))
    }

    /// The questions put so far, by id.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionId> {
        self.by_question.iter().map(|(question, _)| question)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(value: bool, evidence: Evidence) -> Given {
        Given {
            value: Value::YesNo(value),
            evidence,
            at: When::parse("2026-11-21").unwrap(),
            by: By::Visitor,
            note: None,
        }
    }

    #[test]
    fn lower_evidence_never_replaces_higher_and_shows_as_a_disagreement() {
        let (mut answers, pain) = (Answers::default(), QuestionId::new("pain"));
        answers.record(pain.clone(), given(true, Evidence::Confirmed));
        assert_eq!(answers.disagreement(&pain), None);
        answers.record(pain.clone(), given(false, Evidence::Claimed));
        assert_eq!(answers.get(&pain).unwrap().value, Value::YesNo(true));
        assert_eq!(answers.disagreement(&pain).unwrap().value, Value::YesNo(false));
        answers.record(pain.clone(), given(true, Evidence::Claimed));
        assert_eq!(answers.disagreement(&pain), None);
    }

    #[test]
    fn not_knowing_takes_back_only_the_same_grade() {
        let (mut answers, pain) = (Answers::default(), QuestionId::new("pain"));
        answers.record(pain.clone(), given(true, Evidence::Claimed));
        answers.record_unknown(pain.clone(), Evidence::Confirmed);
        assert!(answers.get(&pain).is_some());
        answers.record_unknown(pain.clone(), Evidence::Claimed);
        assert!(answers.get(&pain).is_none());
        assert!(answers.was_asked(&pain));
    }
}
