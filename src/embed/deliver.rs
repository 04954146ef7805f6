//! A finished run becomes a lead in a workspace of this origin.
//!
//! Written as one contact of its own, under the run's id: an open workspace hears of it by the
//! browser's `storage` event. Invariant: one run is one contact, however often it is finished;
//! later answers are added to its history, and what others recorded there stays.

use crate::domain::answer::Evidence;
use crate::domain::event::{Answered, By, Event, EventKind};
use crate::domain::ids::{BatchId, EventId, QuestionId};
use crate::domain::log::EventLog;
use crate::domain::value::Value;
use crate::exchange::record;
use crate::exchange::result_file::{AnswerResult, RunResult};
use crate::platform::repository::Repository;
use crate::platform::storage::StoreError;
use crate::platform::{clock, json};
use serde::{Deserialize, Serialize};

/// What a workspace has of a run already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delivered {
    last: EventId,
    answers: Vec<(QuestionId, Option<Value>)>,
}

/// Stores a result as a lead of a workspace, or adds what changed since to that lead.
///
/// # Errors
/// [`StoreError`]; then the workspace is unchanged.
pub fn deliver(
    workspace: &str,
    result: RunResult,
    before: Option<&Delivered>,
) -> Result<Delivered, StoreError> {
    let repository = Repository::open(workspace);
    let name = format!("contact/{}", result.id);
    let stored = repository.text(&name);
    let answers =
        result.answers.iter().map(|answer| (answer.question.clone(), answer.value.clone()));
    let answers = answers.collect();
    let batch = BatchId::new(clock::millis(), clock::random());
    let mut last = before.map(|delivered| delivered.last);
    let mut next_id = || {
        let id = EventId::after(last, clock::millis(), clock::random());
        last = Some(id);
        id
    };
    let write = |events| {
        let log = EventLog::new(events);
        json::to_text(&record::stored(&log)).map_err(|_| StoreError::Protected)
    };
    let text = match (stored, before) {
        (Some(text), Some(before)) => {
            let changed = changed(result, &before.answers, batch, &mut next_id);
            record::extend(&text, &write(changed)?).ok_or(StoreError::Protected)?
        }
        (Some(_), None) => return Err(StoreError::Protected),
        (None, _) => write(result.into_events(batch, &mut next_id))?,
    };
    repository.set_text(&name, &text)?;
    Ok(Delivered { last: last.unwrap_or_else(|| EventId::new(0, [0; 10])), answers })
}

/// The answers that say something else than those delivered before.
fn changed(
    result: RunResult,
    before: &[(QuestionId, Option<Value>)],
    batch: BatchId,
    mut next_id: impl FnMut() -> EventId,
) -> Vec<Event> {
    let at = result.finished_at;
    let is_known = |answer: &AnswerResult| {
        before.iter().any(|(question, value)| {
            question == &answer.question && value.as_ref() == answer.value.as_ref()
        })
    };
    let changed = result.answers.into_iter().filter(|answer| !is_known(answer));
    let event = |AnswerResult { question, value, note, .. }| {
        let evidence = Evidence::Claimed;
        let kind = EventKind::Answered(Answered { question, value, evidence, note });
        Event { id: next_id(), at, by: By::Visitor, batch, kind }
    };
    changed.map(event).collect()
}
