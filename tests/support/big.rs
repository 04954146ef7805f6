//! Playbooks and contacts of any size, for measuring: sound, and read like a team's own.
//!
//! Knows nothing of tests, so that the benchmark uses it too. Invariant: the same numbers always
//! make the same playbook and the same contacts.

use chrono::{Days, NaiveDate};
use ripen::domain::answer::{Evidence, Given};
use ripen::domain::contact::Contact;
use ripen::domain::event::{By, Field};
use ripen::domain::ids::ContactId;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::question::QuestionKind;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use serde_json::{Value as Json, json};

/// A playbook of so many questions and criteria; at least thirty of each.
pub(crate) fn playbook(questions: usize, criteria: usize) -> Playbook {
    let ids: Vec<String> = (0..criteria).map(criterion_id).collect();
    let exits = ids[9..21].chunks(3).enumerate();
    let stages: Vec<Json> = exits
        .map(|(n, exit)| json!({"id": format!("stage_{n}"), "title": "Stage", "about": "A step.", "exit": exit}))
        .collect();
    let slots: Vec<Json> =
        ids[21..25].iter().map(|id| json!({"title": "Slot", "criterion": id})).collect();
    let cards: Vec<Json> = ids[25..]
        .chunks(8)
        .enumerate()
        .map(|(n, items)| {
            let items: Vec<_> =
                items.iter().map(|id| json!({"title": "Item", "full": id})).collect();
            json!({"id": format!("card_{n}"), "title": "Card", "items": items})
        })
        .collect();
    let file = json!({
        "format": "ripen-playbook", "version": 1, "id": "big", "revision": 1, "title": "Big",
        "sections": [{"id": "all", "title": "All"}],
        "questions": (0..questions).map(question).collect::<Vec<_>>(),
        "criteria": (0..criteria).map(|n| criterion(n, questions)).collect::<Vec<_>>(),
        "gates": {"prospect": ids[..6], "opportunity": ids[6..9]},
        "stages": stages,
        "chance": {"start": 0.125, "complete": 0.8, "slots": slots},
        "cards": cards,
        "reasons": {"disqualify": [{"id": "other", "title": "Other"}],
                    "lose": [{"id": "other", "title": "Other"}]},
    });
    serde_json::from_value(file).expect("a sound playbook")
}

fn question_id(n: usize) -> String {
    format!("question_{n}")
}

fn criterion_id(n: usize) -> String {
    format!("criterion_{n}")
}

fn question(n: usize) -> Json {
    let option = |m: usize| json!({"id": format!("option_{m}"), "title": format!("Option {m}")});
    let options: Vec<_> = (0..8).map(option).collect();
    let kind = match n % 5 {
        0 => json!("yes_no"),
        1 => json!({"choice": {"options": options}}),
        2 => json!({"number": {"limits": {"from": 0}, "bands": [
            {"title": "Few", "range": {"from": 0, "below": 10}},
            {"title": "Many", "range": {"from": 10}},
        ]}}),
        3 => json!({"scale": {"from": 1, "to": 5, "low": "Low", "high": "High"}}),
        _ => json!("text"),
    };
    json!({
        "id": question_id(n), "section": "all", "title": format!("Question {n}"),
        "ask": "How is it with you?", "prompt": "How is it with them?", "why": "We need to know.",
        "kind": kind,
    })
}

fn criterion(n: usize, questions: usize) -> Json {
    let branches: Vec<_> = (0..3).map(|m| test((3 * n + 7 * m) % questions)).collect();
    let rule =
        if n.is_multiple_of(2) { json!({"all": branches}) } else { json!({"any": branches}) };
    json!({
        "id": criterion_id(n), "title": format!("Criterion {n}"), "rule_text": "As it should be",
        "rule": rule, "step": "Find out.",
    })
}

/// A test most answers of [`contact`] pass.
fn test(question: usize) -> Json {
    let is = match question % 5 {
        0 => json!({"yes": true}),
        1 => {
            json!({"in": ["option_1", "option_2", "option_3", "option_4", "option_5", "option_6"]})
        }
        2 => json!({"within": {"from": 5}}),
        3 => json!({"within": {"from": 2}}),
        _ => json!("given"),
    };
    json!({"answer": {"question": question_id(question), "is": is}})
}

/// A contact that answered every question, one way or another.
pub(crate) fn contact(playbook: &Playbook, n: usize) -> Contact {
    let random = |m: usize| (n.wrapping_mul(7_919) ^ m.wrapping_mul(104_729)).wrapping_mul(31) >> 3;
    let number = n as u64;
    let mut contact = Contact::blank(ContactId::new(number, [0; 10]));
    contact.fields.insert(Field::Organisation, format!("Corp {n}"));
    contact.position = playbook.path()[n % 5].clone();
    let day = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day") + Days::new(number % 300);
    for (m, question) in playbook.questions.iter().enumerate() {
        let die = random(m) % 20;
        let small = u32::try_from(die).expect("below twenty");
        let value = match &question.kind {
            QuestionKind::Choice { options } => Value::Choice(options[die % 8].id.clone()),
            QuestionKind::Number { .. } => {
                Value::Number(Number::new(f64::from(4 + small)).expect("finite"))
            }
            QuestionKind::Scale { .. } => Value::Scale(1 + small.cast_signed() % 5),
            QuestionKind::Text => Value::Text("words".to_owned()),
            _ => Value::YesNo(die > 0),
        };
        let (evidence, at) = (Evidence::Confirmed, When::Day(day));
        contact.answers.record(
            question.id.clone(),
            Given { value, evidence, at, by: By::Visitor, note: None },
        );
    }
    contact
}
