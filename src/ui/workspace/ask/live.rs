//! The verdict so far, beside the questions: it changes as answers are recorded.

use super::question::run;
use crate::app::decide::{gates_for, next_position};
use crate::app::why::{WhyCard, why_of};
use crate::domain::assess::{GateReading, Verdict};
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use crate::domain::rules::Rules;
use crate::platform::clock;
use crate::ui::context::AppContext;
use crate::ui::text::wizard as text;
use crate::ui::wizard::why::WhyList;
use crate::ui::workspace::poor_fit::poor_fit;
use crate::ui::workspace::words;
use leptos::prelude::*;

/// The next gate of a contact, explained; none for a customer.
pub fn next_gate(playbook: &Playbook, contact: &Contact) -> Option<WhyCard> {
    let to = next_position(playbook, contact)?;
    let gate = gates_for(playbook, contact, &to, clock::today()).into_iter().next()?;
    Some(why_of(&Rules::of(playbook), contact, &gate, clock::today()))
}

/// The gate that is being asked for: the first that is not passed of those up to the run's goal;
/// the last when all are. Before it, where everything is there for: step after step.
fn gate_asked_for(playbook: &Playbook, contact: &Contact) -> Option<(String, WhyCard)> {
    let gates = gates_for(playbook, contact, &run(playbook, contact).goal()?, clock::today());
    let open = gates.iter().find(|gate| gate.verdict != Verdict::Passed);
    let card = why_of(&Rules::of(playbook), contact, open.or(gates.last())?, clock::today());
    Some((steps(playbook, &gates), card))
}

/// The steps that are passed, one after the other, in words.
fn steps(playbook: &Playbook, gates: &[GateReading]) -> String {
    let passed = gates.iter().take_while(|gate| gate.verdict == Verdict::Passed);
    let words = passed.map(|gate| words::target(playbook, &gate.from, &gate.to));
    words.reduce(text::and_then).unwrap_or_default()
}

/// Where everything is there for from where a contact stands: step after step, in words.
pub(super) fn ready_for(playbook: &Playbook, contact: &Contact) -> String {
    let goal = run(playbook, contact).goal();
    let gates = goal.map(|goal| gates_for(playbook, contact, &goal, clock::today()));
    steps(playbook, &gates.unwrap_or_default())
}

/// The verdict so far.
#[component]
pub fn Live(
    /// Whose.
    id: ContactId,
) -> impl IntoView {
    let context = AppContext::get();
    let card = move || context.workspace.with(|w| gate_asked_for(&w.playbook, w.contact(id)?));
    let playbook = context.playbook_untracked();
    let head = {
        let playbook = playbook.clone();
        move || card().map(|(steps, card)| said(&playbook, &steps, &card))
    };
    let out = move || card().and_then(|(_, card)| card.knock_out).map(poor_fit);
    let list =
        move || card().map(|(_, card)| view! { <WhyList card=card playbook=playbook.clone() /> });
    view! {
        <section class="card" aria-labelledby="live-title">
            <div role="status">{head} {out}</div>
            {list}
        </section>
    }
}

/// What a verdict comes to so far, in a line.
pub fn head(playbook: &Playbook, card: &WhyCard) -> impl IntoView + use<> {
    let target = words::target(playbook, &card.from, &card.to);
    said(playbook, &target, card)
}

/// The same, where `steps` are passed.
fn said(playbook: &Playbook, steps: &str, card: &WhyCard) -> impl IntoView + use<> {
    let target = words::target(playbook, &card.from, &card.to);
    let title = match (card.verdict, &card.knock_out, &card.from) {
        (Verdict::Passed, ..) => text::ready_for(steps),
        (_, Some(_), _) => text::ruled_out().to_owned(),
        (_, _, Position::Lead) => text::still_lead().to_owned(),
        (_, _, Position::Prospect) => text::still_prospect().to_owned(),
        (_, _, from) => text::still_in(words::step(playbook, from)),
    };
    let met = card.rows.iter().filter(|row| row.outcome == Outcome::Met).count();
    let count = text::gate_count(words::step(playbook, &card.from), target, met, card.rows.len());
    view! {
        <h2 class="card-title" id="live-title">
            {title}
        </h2>
        <p class="small quiet">{count}</p>
    }
}
