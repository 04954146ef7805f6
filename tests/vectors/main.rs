//! The field's rules as exact examples, judged by the pack as it ships.
//!
//! Each test is one sentence of the rules (product.md, formulas.md); contacts are folded from
//! events, as in a workspace.

mod chance;
mod flow;
mod gates;
#[path = "../support/mod.rs"]
mod support;

use chrono::Utc;
use ripen::domain::assess::{Assessment, GateReading, Verdict, assess};
use ripen::domain::calibration::Calibration;
use ripen::domain::chance::chance;
use ripen::domain::contact::Contact;
use ripen::domain::funnel::{Funnel, Row, Window, funnel};
use ripen::domain::outcome::Outcome;
use ripen::domain::position::Level;
use ripen::domain::value::Value;
use support::story::{Story, choice, dollars, number, organisation, position, yes_no};
use support::{pack, rules, today};

/// Pain, interest and fit.
fn pain_interest_fit() -> Vec<(&'static str, Value)> {
    vec![
        ("pain", yes_no(true)),
        ("problem_age", number(2.0)),
        ("urgent", yes_no(false)),
        ("priority", choice("top_three")),
        ("situation", yes_no(true)),
    ]
}

/// A contact that was recognised as an opportunity, on confirmed evidence.
fn opportunity() -> Story {
    Story::captured("website")
        .confirmed_all(&organisation())
        .confirmed_all(&pain_interest_fit())
        .advanced("opportunity/qualifying")
}

/// The four answers that fill the slots of the win chance.
fn bant() -> [(&'static str, Value); 4] {
    [
        ("budget", choice("approved")),
        ("decider_confirmed", yes_no(true)),
        ("pain_cost", dollars(60_000)),
        ("purchase_within", choice("30_days")),
    ]
}

/// What a criterion of the two lower gates and the exits says.
fn outcome(contact: &Contact, criterion: &str) -> Outcome {
    let assessment = assess(rules(), contact, today());
    let mut readings = assessment.gates.iter().flat_map(|gate| &gate.criteria);
    let reading = readings.find(|reading| reading.id.as_str() == criterion);
    reading.unwrap_or_else(|| panic!("no gate asks for {criterion}")).outcome
}

fn gate<'a>(assessment: &'a Assessment, from: &str) -> &'a GateReading {
    assessment.gate_from(&position(from)).expect("a gate")
}

fn verdict(contact: &Contact, from: &str) -> Verdict {
    gate(&assess(rules(), contact, today()), from).verdict
}

/// The win chance in per cent, to one decimal.
fn percent(contact: &Contact) -> Option<f64> {
    let none = Calibration::default();
    let chance = chance(pack(), &none, &assess(rules(), contact, today()))?;
    Some((1000.0 * chance.probability).round() / 10.0)
}

fn flow(stories: &[Story]) -> Funnel {
    let contacts: Vec<_> = stories.iter().map(Story::contact).collect();
    funnel(pack(), &contacts, Window::default(), &Utc)
}

fn level(funnel: &Funnel, level: Level) -> Row {
    let place = Level::ALL.iter().position(|other| *other == level).expect("a level");
    funnel.levels[place]
}
