//! Answering what a gate still asks for, whatever the playbook.
//!
//! Owns which answer a contact that goes up may well have given. Refuses to know any question by
//! name. Invariant: an answer found here never makes a gate fail.

use super::phrases::WORDS;
use super::random::Random;
use super::story::later;
use crate::domain::answer::{Evidence, Given};
use crate::domain::assess::GateReading;
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::event::By;
use crate::domain::ids::QuestionId;
use crate::domain::money::{Currency, Money};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::{Gate, Playbook};
use crate::domain::rules::Rules;
use crate::domain::value::{Number, Value};
use crate::domain::when::When;
use chrono::NaiveDate;

/// Numbers to try where a question takes one.
const NUMBERS: [u32; 14] = [0, 1, 2, 3, 5, 10, 25, 60, 110, 150, 300, 700, 1_500, 6_000];

/// One more answer that brings the gate ahead nearer to passing; none when it passes, or when no
/// answer helps.
pub(super) fn next_answer(
    playbook: &Playbook,
    contact: &Contact,
    today: NaiveDate,
    random: &mut Random,
) -> Option<(QuestionId, Value)> {
    let gate = playbook.gates().into_iter().find(|gate| gate.from == contact.position)?;
    let rules = Rules::of(playbook);
    let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, today);
    let mut marks = vec![false; playbook.questions.len()];
    for id in gate.criteria {
        facts.mark_open(id, &mut marks);
    }
    let open = playbook.questions.iter().zip(marks).filter(|(question, marked)| {
        *marked
            && question.retired.is_none()
            && contact.answers.get(&question.id).map(|given| given.evidence)
                < Some(Evidence::Confirmed)
            && facts.applies(&question.id) != Outcome::NotMet
    });
    let now = score(&facts, &gate).0;
    for (question, _) in open {
        let with = |value: &Value| {
            let mut answers = contact.answers.clone();
            let (at, by, evidence) = (When::Day(today), By::Import, Evidence::Confirmed);
            let given = Given { value: value.clone(), evidence, at, by, note: None };
            answers.record(question.id.clone(), given);
            score(&Facts::new(&rules, &answers, Reading::AsRequired, today), &gate)
        };
        let scored: Vec<_> = candidates(question, playbook.currency, today)
            .into_iter()
            .filter(|value| question.accepts(value))
            .map(|value| (with(&value), value))
            .collect();
        let best = scored.iter().map(|(score, _)| *score).min();
        let Some(best) = best.filter(|(failed, _)| *failed <= now) else { continue };
        let last = scored.iter().filter(|(score, _)| *score == best).count() - 1;
        let pick = random.between(0, u32::try_from(last).unwrap_or(0)) as usize;
        let mut best = scored.into_iter().filter(|(score, _)| *score == best);
        return best.nth(pick).map(|(_, value)| (question.id.clone(), value));
    }
    None
}

/// How many criteria of a gate fail, and how many are open: the fewer, the better.
fn score(facts: &Facts<'_>, gate: &Gate<'_>) -> (usize, usize) {
    let reading = GateReading::of(facts, gate);
    let count = |wanted| reading.criteria.iter().filter(|one| one.outcome == wanted).count();
    (count(Outcome::NotMet), count(Outcome::Unknown))
}

/// Answers of every kind a question may take.
fn candidates(question: &Question, currency: Option<Currency>, today: NaiveDate) -> Vec<Value> {
    let options = question.options().iter().filter(|option| option.retired.is_none());
    let ids = options.map(|option| option.id.clone());
    match &question.kind {
        QuestionKind::Choice { .. } => ids.map(Value::Choice).collect(),
        QuestionKind::Several { .. } => {
            let all = Value::Several(ids.clone().collect());
            ids.map(|id| Value::Several(vec![id])).chain([all]).collect()
        }
        QuestionKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        QuestionKind::Number { .. } => {
            NUMBERS.iter().filter_map(|n| Number::new(f64::from(*n))).map(Value::Number).collect()
        }
        QuestionKind::Money => {
            let currency = currency.unwrap_or(Currency::USD);
            vec![Value::Money(Money { minor: 2_400_000, currency })]
        }
        QuestionKind::Scale { from, to, .. } => (*from..=*to).map(Value::Scale).collect(),
        QuestionKind::Text => WORDS.map(|words| Value::Text(words.to_owned())).to_vec(),
        QuestionKind::Date => vec![Value::Date(today), Value::Date(later(today, 10))],
    }
}
