//! The lead a result becomes, in a form that a workspace reads.
//!
//! It reads as what [`RunResult::into_events`](super::RunResult::into_events) and
//! [`record::encode`](crate::exchange::record::encode) come to together, without the machinery for
//! every other event, which the widget has no room for. Invariant: reads back as exactly those
//! events.

use super::{Agreed, AnswerResult, RunResult};
use crate::domain::answer::Evidence;
use crate::domain::event::{Answered, By, Consented, Created, FieldSet};
use crate::domain::ids::{BatchId, EventId};
use crate::domain::when::When;
use crate::exchange::record::VERSION;
use serde::Serialize;

/// A stored history of a visitor's doing.
#[derive(Debug, Serialize)]
pub struct Lead {
    v: u32,
    events: Vec<Recorded>,
}

#[derive(Debug, Serialize)]
struct Recorded {
    id: EventId,
    at: When,
    by: By,
    batch: BatchId,
    kind: Kind,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Created(Created),
    Answered(Answered),
    FieldSet(FieldSet),
    Consented(Consented),
}

impl Lead {
    /// The new lead [`RunResult::id`]. `next_id` gives ids in rising order.
    pub fn new(result: RunResult, batch: BatchId, next_id: &mut dyn FnMut() -> EventId) -> Self {
        let created = Kind::Created(Created { source: result.source.clone() });
        Self::of(vec![created], result, batch, next_id)
    }

    /// What is added to a lead: what the result has but for where it came from.
    pub fn more(result: RunResult, batch: BatchId, next_id: &mut dyn FnMut() -> EventId) -> Self {
        Self::of(Vec::new(), result, batch, next_id)
    }

    fn of(
        mut kinds: Vec<Kind>,
        result: RunResult,
        batch: BatchId,
        next_id: &mut dyn FnMut() -> EventId,
    ) -> Self {
        let at = result.finished_at;
        for answer in result.answers {
            kinds.push(answered(answer));
        }
        for (field, text) in result.fields {
            kinds.push(Kind::FieldSet(FieldSet { field, value: Some(text) }));
        }
        if let Some(Agreed { text, revision, .. }) = result.consent {
            let (text, revision) = (Some(text), Some(revision));
            kinds.push(Kind::Consented(Consented { given: true, text, revision }));
        }
        let mut events = Vec::new();
        for kind in kinds {
            events.push(Recorded { id: next_id(), at, by: By::Visitor, batch, kind });
        }
        Self { v: VERSION, events }
    }
}

fn answered(answer: AnswerResult) -> Kind {
    let AnswerResult { question, value, note, .. } = answer;
    Kind::Answered(Answered { question, value, evidence: Evidence::Claimed, note, from: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Field;
    use crate::domain::held::Held;
    use crate::domain::ids::{ContactId, QuestionId, SourceId};
    use crate::domain::log::EventLog;
    use crate::domain::position::Level;
    use crate::domain::value::Value;
    use crate::exchange::record;

    fn result() -> RunResult {
        let answer = |id: &str, value| AnswerResult {
            question: QuestionId::new(id),
            title: id.to_owned(),
            value,
            text: None,
            evidence: Evidence::Claimed,
            note: Some("“Yes”".to_owned()),
        };
        RunResult {
            format: String::new(),
            version: 1,
            schema: String::new(),
            id: ContactId::new(7, [0; 10]),
            finished_at: When::parse("2026-11-21T09:30:00Z").unwrap(),
            level: Level::Lead,
            claimed_level: Level::Lead,
            verdicts: Vec::new(),
            criteria: Vec::new(),
            answers: vec![answer("pain", Some(Value::YesNo(true))), answer("since", None)],
            fields: [(Field::Email, "a@b.example".to_owned())].into(),
            consent: Some(Agreed {
                text: "Keep it.".to_owned(),
                revision: 2,
                at: When::parse("2026-11-21").unwrap(),
            }),
            campaign: [].into(),
            source: Some(SourceId::from("website")),
            playbook: crate::domain::event::PlaybookRef { id: "p".into(), version: 1 },
        }
    }

    fn ids() -> impl FnMut() -> EventId {
        let mut last = None;
        move || {
            let next = EventId::after(last, 1_700_000_000_000, [3; 10]);
            last = Some(next);
            next
        }
    }

    #[test]
    fn it_reads_back_as_the_events_of_the_result() {
        let batch = BatchId::new(1, [1; 10]);
        let text = serde_json::to_string(&Lead::new(result(), batch, &mut ids())).unwrap();
        let events = EventLog::new(result().into_events(batch, ids()));
        assert_eq!(record::decode(&text), Ok(events.into()));
    }

    #[test]
    fn further_answers_extend_it() {
        let batch = BatchId::new(1, [1; 10]);
        let mut next = ids();
        let lead = serde_json::to_string(&Lead::new(result(), batch, &mut next)).unwrap();
        let more = Lead::more(result(), batch, &mut next);
        let whole = record::extend(&lead, &serde_json::to_string(&more).unwrap()).unwrap();
        let Ok(Held::History(log)) = record::decode(&whole) else { panic!() };
        assert_eq!(log.events().len(), 9);
    }
}
