//! Budget, authority, need and timeline, and the chance to win with its derivation.
//!
//! The slots are apart from the stage: they are picked up at any of them, and only an open
//! opportunity has a chance.

use super::super::icons::{Glyph, Icon};
use super::Subject;
use crate::domain::calibration::{Calibration, PRIOR};
use crate::domain::chance::{Chance, SlotShare, chance};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use leptos::prelude::*;

/// The slots and the chance; for a lead or prospect the slots alone, once one is filled.
#[component]
pub(super) fn ChanceCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let chance = move || {
        let playbook = context.playbook();
        let calibration = context.calibration();
        subject.assessment.with(|assessment| chance(&playbook, &calibration, assessment))
    };
    let evidenced = move || {
        subject.assessment.with(|assessment| assessment.evidenced.level() >= Level::Opportunity)
    };
    let before = move || {
        let playbook = context.playbook();
        let below = subject.judged.with(|contact| contact.level() < Level::Opportunity);
        subject.assessment.with(|assessment| before(&playbook, below, &assessment.slots))
    };
    view! {
        {move || {
            let playbook = context.playbook();
            chance().map_any(|chance| card(&playbook, &chance, evidenced()))
        }}
        {before}
    }
}

fn card(playbook: &Playbook, chance: &Chance, evidenced: bool) -> impl IntoView + use<> {
    let (of, filled) = (chance.slots.len(), count(&chance.slots));
    let slots = chance.slots.iter().map(slot).collect_any();
    let next = chance.with_next.map(|p| text::chance_next(intl::percent(p, 0)));
    let complete = playbook.chance.as_ref().map(|model| intl::percent(model.complete, 1));
    let start = intl::percent(chance.start, 1);
    let formula = text::chance_formula(&start, filled, of, complete.unwrap_or_default());
    let (badge, means) = if of > 0 && filled == of {
        (text::late_stage(), text::late_stage_means())
    } else {
        (text::first_degree(), text::first_degree_means())
    };
    let badge = evidenced.then(|| view! { <span class="tag">{badge}</span> });
    let means = evidenced.then(|| view! { <p class="small quiet">{means}</p> });
    let steps = chance.slots.iter().map(step).collect_any();
    let makes = text::chance_makes(intl::percent(chance.prior, 1));
    let here = chance.closed.map(|closed| {
        let slots = match filled {
            1 => text::chance_slots_one().to_owned(),
            n => text::chance_slots(intl::count(n)),
        };
        let (won, of) = (intl::count(closed.won as usize), intl::count(closed.closed as usize));
        let (prior, weight) = (intl::percent(chance.prior, 1), intl::count(PRIOR as usize));
        let makes = intl::percent(chance.probability, 0);
        text::chance_here(slots, won, of, prior, weight, makes)
    });
    let at_last = here.as_ref().map(|_| {
        let makes = text::chance_here_makes(intl::percent(chance.probability, 1));
        view! { <li><b>{makes}</b></li> }
    });
    view! {
        <section class="card" aria-labelledby="chance-title">
            <div class="card-head">
                <h2 class="card-title" id="chance-title">{text::chance_to_win()}</h2>
                {badge}
            </div>
            {means}
            <p class="figure">{text::about_percent(intl::percent(chance.probability, 0))}</p>
            <ul class="slots">{slots}</ul>
            <p class="formula">
                {formula} " " {here} " " {next} " " {(!evidenced).then(text::chance_claimed)}
            </p>
            <details class="disclosure">
                <summary>{text::chance_steps()}</summary>
                <ol class="plain-list">
                    <li>{text::chance_start(start)}</li>
                    {steps}
                    <li><b>{makes}</b></li>
                    {at_last}
                </ol>
            </details>
        </section>
    }
}

/// The slots of a contact that is no opportunity yet; nothing while none is filled.
fn before(playbook: &Playbook, below: bool, outcomes: &[Outcome]) -> Option<AnyView> {
    let model = playbook.chance.as_ref().filter(|_| below)?;
    let slots = model.chance(outcomes, &Calibration::default()).slots;
    (count(&slots) > 0).then_any(|| {
        let slots = slots.iter().map(slot).collect_any();
        view! {
            <section class="card" aria-labelledby="slots-title">
                <h2 class="card-title" id="slots-title">{text::slots_title()}</h2>
                <ul class="slots">{slots}</ul>
                <p class="formula">{text::slots_before()}</p>
            </section>
        }
    })
}

fn count(slots: &[SlotShare]) -> usize {
    slots.iter().filter(|slot| slot.outcome == Outcome::Met).count()
}

/// What a slot does to the odds, or would do.
fn step(slot: &SlotShare) -> impl IntoView + use<> {
    let factor = intl::number(slot.factor, 2);
    let words = match slot.outcome {
        Outcome::Met => text::chance_times(&slot.title, factor),
        _ => text::chance_open(&slot.title, factor),
    };
    view! { <li>{words}</li> }
}

fn slot(slot: &SlotShare) -> impl IntoView + use<> {
    let filled = slot.outcome == Outcome::Met;
    let word = match slot.outcome {
        Outcome::Met => text::slot_met(),
        Outcome::NotMet => text::slot_not_met(),
        Outcome::Unknown => text::slot_unknown(),
    };
    view! {
        <li class="slot" data-filled=filled.then_some("")>
            <b>
                {slot.title.clone()} {filled.then_any(|| view! { <Glyph icon=Icon::Check /> })}
            </b>
            {word}
        </li>
    }
}
