//! The verdict so far, beside the questions: it changes as answers are recorded.

use crate::app::ahead::{gate_asked_for, gates_asked, passed_steps};
use crate::app::why::{WhyCard, why_of};
use crate::domain::assess::{GateReading, Verdict};
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use crate::domain::rules::Rules;
use crate::ui::context::AppContext;
use crate::ui::text::rep;
use crate::ui::wizard::why::WhyList;
use crate::ui::workspace::poor_fit::poor_fit;
use crate::ui::workspace::words;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The gate that is being asked for, explained, after the steps that are passed, in words.
fn asked_for(
    playbook: &Playbook,
    contact: &Contact,
    today: NaiveDate,
) -> Option<(String, WhyCard)> {
    let gates = gates_asked(playbook, contact, today);
    let card = why_of(&Rules::of(playbook), contact, gate_asked_for(&gates)?, today);
    Some((steps(playbook, &gates), card))
}

/// The steps that are passed, one after the other, in words.
fn steps(playbook: &Playbook, gates: &[GateReading]) -> String {
    let words =
        passed_steps(gates).iter().map(|gate| words::target(playbook, &gate.from, &gate.to));
    words.reduce(rep::and_then).unwrap_or_default()
}

/// Where everything is there for from where a contact stands: step after step, in words.
pub(super) fn ready_for(playbook: &Playbook, contact: &Contact, today: NaiveDate) -> String {
    steps(playbook, &gates_asked(playbook, contact, today))
}

/// The verdict so far.
#[component]
pub fn Live(
    /// Whose.
    id: ContactId,
) -> impl IntoView {
    let context = AppContext::get();
    let card = move || {
        let today = context.today();
        context.workspace.with(|all| asked_for(&all.playbook, all.contact(id)?, today))
    };
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
        (Verdict::Passed, ..) => rep::ready_for(steps),
        (_, Some(_), _) => rep::ruled_out().to_owned(),
        (_, _, Position::Lead) => rep::still_lead().to_owned(),
        (_, _, Position::Prospect) => rep::still_prospect().to_owned(),
        (_, _, from) => rep::still_in(words::step(playbook, from)),
    };
    let met = card.rows.iter().filter(|row| row.outcome == Outcome::Met).count();
    let count = rep::gate_count(words::step(playbook, &card.from), target, met, card.rows.len());
    view! {
        <h2 class="card-title" id="live-title">
            {title}
        </h2>
        <p class="small quiet">{count}</p>
    }
}
