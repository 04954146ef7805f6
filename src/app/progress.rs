//! How far a run is, in numbers that never have to be taken back.
//!
//! Invariant: "at most n left" only ever goes down as questions are answered.

use super::wizard::Run;
use crate::domain::ids::QuestionId;

/// Where a question stands in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The question's number, counted from 1.
    pub number: usize,
    /// How many questions can come after it at the most.
    pub left: usize,
}

impl Progress {
    /// Where a question stands, asked already or not; none when it is no part of the run, such as
    /// one whose gate is long passed.
    pub fn of(run: &Run<'_>, question: &QuestionId) -> Option<Self> {
        let (ahead, open) = (run.open(), run.at_most_left());
        let mut asked = run.asked();
        asked.retain(|question| ahead.iter().all(|other| other.id != question.id));
        if let Some(place) = asked.iter().position(|other| &other.id == question) {
            return Some(Self { number: place + 1, left: asked.len() - place - 1 + open });
        }
        let ahead = run.scope().iter().any(|other| &other.id == question);
        ahead.then(|| Self { number: asked.len() + 1, left: open.saturating_sub(1) })
    }

    /// How many questions come at the most, this one and those before included.
    pub fn most(self) -> usize {
        self.number + self.left
    }
}

/// The question asked before this one; none when it is the first, or no part of the run.
pub fn before(run: &Run<'_>, question: &QuestionId) -> Option<QuestionId> {
    Progress::of(run, question)?;
    let asked = run.asked();
    let place = asked.iter().position(|other| &other.id == question).unwrap_or(asked.len());
    Some(asked.get(place.checked_sub(1)?)?.id.clone())
}
