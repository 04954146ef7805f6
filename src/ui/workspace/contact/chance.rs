//! The chance to win an open opportunity, with its derivation.

use super::super::icons::{Glyph, Icon};
use super::Subject;
use crate::domain::chance::chance;
use crate::domain::position::Level;
use crate::domain::range::Outcome;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use leptos::prelude::*;

/// The chance; nothing for a contact that is no open opportunity.
#[component]
pub(super) fn ChanceCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let chance = move || {
        let playbook = context.playbook();
        subject.assessment.with(|assessment| chance(&playbook, assessment))
    };
    let evidenced = move || {
        subject.assessment.with(|assessment| assessment.evidenced.level() >= Level::Opportunity)
    };
    let formula = move |filled: usize, of: usize| {
        let playbook = context.playbook();
        let model = playbook.chance.as_ref();
        let percent =
            |share: Option<f64>| share.map(|share| intl::percent(share, 1)).unwrap_or_default();
        let (start, complete) =
            (percent(model.map(|m| m.start)), percent(model.map(|m| m.complete)));
        text::chance_formula(start, filled, of, complete)
    };
    view! {
        {move || {
            chance()
                .map_any(|chance| {
                    let of = chance.slots.len();
                    let filled = chance.slots.iter().filter(|(_, o)| *o == Outcome::Met).count();
                    let slots = chance.slots.into_iter().map(slot).collect_any();
                    let next = chance.with_next.map(|p| text::chance_next(intl::percent(p, 0)));
                    view! {
                        <section class="card" aria-labelledby="chance-title">
                            <h2 class="card-title" id="chance-title">
                                {text::chance_to_win()}
                            </h2>
                            <p class="figure">
                                {text::about_percent(intl::percent(chance.probability, 0))}
                            </p>
                            <ul class="slots">{slots}</ul>
                            <p class="formula">
                                {formula(filled, of)} " " {next} " "
                                {(!evidenced()).then(text::chance_claimed)}
                            </p>
                        </section>
                    }
                })
        }}
    }
}

fn slot((title, outcome): (String, Outcome)) -> impl IntoView {
    let filled = outcome == Outcome::Met;
    let word = match outcome {
        Outcome::Met => text::slot_met(),
        Outcome::NotMet => text::slot_not_met(),
        Outcome::Unknown => text::slot_unknown(),
    };
    view! {
        <li class="slot" data-filled=filled.then_some("")>
            <b>{title} {filled.then_any(|| view! { <Glyph icon=Icon::Check /> })}</b>
            {word}
        </li>
    }
}
