//! The three things that tell a lead from a prospect and an opportunity, for this contact: how
//! interested it seems, how much of the qualification is done, and where it is in the funnel.

use super::{Subject, scores};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::words;
use leptos::prelude::*;

/// The three axes in a line.
#[component]
pub(super) fn Axes() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let interest = move || {
        let scoring = context.playbook().scoring.clone()?;
        Some(scores::interest(&scoring, &scores::of(context, subject)?))
    };
    let done = move || done(&context.playbook(), subject);
    let position = move || {
        let playbook = context.playbook();
        subject.contact.with(|contact| words::position(&playbook, &contact.position))
    };
    view! {
        <dl class="axes">
            {move || interest().map_any(|words| axis(text::axis_interest(), words.to_owned()))}
            {move || done().map_any(|words| axis(text::axis_qualification(), words))}
            {move || axis(text::axis_position(), position())}
        </dl>
    }
}

fn axis(name: &'static str, words: String) -> impl IntoView {
    view! {
        <div class="axis">
            <dt>{name}</dt>
            <dd>{words}</dd>
        </div>
    }
}

/// How much of the gate ahead is met; none for a customer.
fn done(playbook: &Playbook, subject: Subject) -> Option<String> {
    subject.contact.with(|contact| {
        if contact.level() == Level::Customer {
            return None;
        }
        let gate = subject.assessment.with(|a| a.gate_from(&contact.position).cloned())?;
        let met = gate.criteria.iter().filter(|c| c.outcome == Outcome::Met).count();
        let to = words::target(playbook, &contact.position, &gate.to);
        Some(text::criteria_met(intl::count(met), intl::count(gate.criteria.len()), to))
    })
}
