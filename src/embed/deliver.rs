//! A finished run becomes a lead in a workspace of this origin.
//!
//! Written as one contact of its own, under the run's id: an open workspace hears of it by the
//! browser's `storage` event. Invariant: one run is one contact, however often it is finished;
//! later answers are added to its history, and what others recorded there stays.

use super::draft::whole;
use crate::domain::ids::{BatchId, EventId, QuestionId};
use crate::domain::value::Value;
use crate::exchange::keys::Item;
use crate::exchange::record;
use crate::exchange::result_file::RunResult;
use crate::exchange::result_file::lead::Lead;
use crate::exchange::tree::{Tree, value};
use crate::platform::json::Parsed;
use crate::platform::repository::Repository;
use crate::platform::storage::StoreError;
use crate::platform::{clock, json};
use serde::Serialize;

/// What a workspace has of a run already.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Delivered {
    /// The moment in the last event's id; later ones are greater, whatever the clock says.
    last: u64,
    answers: Vec<(QuestionId, Option<Value>)>,
}

impl Delivered {
    /// Reads what a draft holds.
    pub(super) fn read(tree: &Parsed) -> Option<Self> {
        let answers = value::answers(&tree.get("answers")?).ok()?;
        Some(Self { last: whole(&tree.get("last")?)?, answers })
    }
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
    let item = Item::Contact(result.id);
    let answers = result.answers.iter();
    let answers = answers.map(|answer| (answer.question.clone(), answer.value.clone())).collect();
    let batch = BatchId::new(clock::millis(), clock::random());
    let mut last = EventId::new(before.map_or(0, |before| before.last + 1), [0; 10]);
    let mut next_id = || {
        last = EventId::after(Some(last), clock::millis(), clock::random());
        last
    };
    let write = |lead: &Lead| json::to_text(lead).map_err(|_| StoreError::Protected);
    let text = match (repository.text(item), before) {
        // What somebody has damaged meanwhile is left as it is.
        (Some(text), Some(_)) if Parsed::text(&text).is_none() => {
            return Err(StoreError::Protected);
        }
        (Some(text), Some(before)) => {
            let mut changed = result;
            changed.answers.retain(|answer| {
                let known = (&answer.question, &answer.value);
                !before.answers.iter().any(|(question, value)| (question, value) == known)
            });
            let more = write(&Lead::more(changed, batch, &mut next_id))?;
            record::extend(&text, &more).ok_or(StoreError::Protected)?
        }
        (Some(_), None) => return Err(StoreError::Protected),
        (None, _) => write(&Lead::new(result, batch, &mut next_id))?,
    };
    repository.set_text(item, &text)?;
    Ok(Delivered { last: last.millis(), answers })
}
