//! How likely an opportunity is won, and how fit and readiness are scored.

use super::cards;
use super::common::{criteria, criteria_but, switch};
use super::field::{Commit, Field, Kind, number, number_text};
use super::lists::{self, line, one};
use super::readiness;
use super::rows::Adding;
use super::subject::{Subject, edit, put};
use crate::app::edit::{Done, Label, Refused, refused, scoring};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::scoring::{Scoring, Weight};
use crate::domain::playbook::{ChanceModel, Noun, Playbook, Slot};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of win chance, scores and cards.
#[component]
pub(super) fn Scores() -> impl IntoView {
    let context = AppContext::get();
    let chance_on = Memo::new(move |_| context.draft().chance.is_some());
    let scoring_on = Memo::new(move |_| context.draft().scoring.is_some());
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_scores()}
        </h1>
        <p class="quiet">{text::pb_scores_text()}</p>
        <section class="card" aria-labelledby="chance">
            <h2 class="card-title" id="chance">
                {text::pb_chance()}
            </h2>
            {switch(context, "chance-on", text::pb_chance_on(), Noun::Chance, chance_on, |d, _, on| {
                scoring::chance(d, on);
            })}
            <Shown when=move || chance_on.get()>{chance(context)}</Shown>
        </section>
        <section class="card" aria-labelledby="scoring">
            <h2 class="card-title" id="scoring">
                {text::pb_scoring()}
            </h2>
            {switch(context, "scoring-on", text::pb_scoring_on(), Noun::Scoring, scoring_on, |d, _, on| {
                scoring::scoring(d, on);
            })}
            <Shown when=move || scoring_on.get()>{scored(context)}</Shown>
        </section>
        {cards::card(context)}
    }
}

/// A number above 0.
pub(super) fn positive(typed: &str) -> Result<f64, Refused> {
    number(typed)?.filter(|number| *number > 0.0).ok_or(Refused::NoNumber)
}

fn chance(context: AppContext) -> AnyView {
    /// A share in percent, as it was typed.
    fn percent(share: f64) -> String {
        number_text(Some((share * 1e8).round() / 1e6))
    }
    fn share(typed: &str) -> Result<f64, Refused> {
        scoring::share(number(typed)?.ok_or(Refused::NoNumber)?)
    }
    let model = Subject::<ChanceModel>::new(
        "chance",
        Noun::Chance,
        |_| String::new(),
        |playbook| playbook.chance.as_ref(),
        |draft| draft.chance.as_mut(),
    );
    let unit = || Kind::Number(Some(text::pb_percent().to_owned()));
    let start = model.field(
        unit(),
        "start",
        text::pb_chance_start(),
        |model| percent(model.start),
        |model, typed| put(&mut model.start, share(typed)),
    );
    let complete = model.field(
        unit(),
        "complete",
        text::pb_chance_complete(),
        |model| percent(model.complete),
        |model, typed| put(&mut model.complete, share(typed)),
    );
    let slots = model.part("slots", |model| Some(&model.slots), |model| Some(&mut model.slots));
    let used = slots.memo(|all| all.iter().map(|slot| slot.criterion.clone()).collect::<Vec<_>>());
    let add = adding(context, Noun::Chance, scoring::add_slot);
    let rows = lists::rows(
        &slots,
        Vec::len,
        |slots, place| slots.get(place).map(|slot| slot.title.clone()).unwrap_or_default(),
        slot,
        Adding::Chosen(text::pb_slot_add().to_owned(), criteria_but(context, used), add),
    );
    view! {
        <p class="small quiet">{text::pb_chance_text()}</p>
        {line([start.draw(), complete.draw()])}
        <h3 class="pb-subtitle">{text::pb_slots()}</h3>
        {rows}
    }
    .into_any()
}

/// Adds something about a criterion.
#[allow(clippy::type_complexity, reason = "said once, where it is used")]
fn adding(
    context: AppContext,
    noun: Noun,
    add: fn(&mut Playbook, &CriterionId) -> Result<(), Refused>,
) -> Commit {
    Arc::new(move |typed| {
        if typed.is_empty() {
            return Err(Refused::NoWords);
        }
        let criterion = CriterionId::from(typed);
        edit(context, Label::new(Done::Set, noun, ""), |draft, _| add(draft, &criterion))
    })
}

fn slot(slots: &Subject<Vec<Slot>>, place: usize) -> AnyView {
    let (slot, n) = (one(slots, place), place + 1);
    let title = slot.line(
        "title",
        text::pb_slot_title(n),
        |slot| slot.title.clone(),
        |slot, typed| put(&mut slot.title, refused::title(typed)),
    );
    let criterion = slot.field(
        Kind::Select(criteria(slot.context)),
        "criterion",
        text::pb_slot_criterion(n),
        |slot| slot.criterion.to_string(),
        |slot, typed| put(&mut slot.criterion, Ok(CriterionId::from(typed))),
    );
    let weight = slot.field(
        Kind::Number(None),
        "weight",
        text::pb_slot_weight(n),
        |slot| number_text(Some(slot.weight)),
        |slot, typed| put(&mut slot.weight, positive(typed)),
    );
    line([title.draw(), criterion.draw(), weight.draw()])
}

fn scored(context: AppContext) -> AnyView {
    let scores = Subject::<Scoring>::new(
        "scores",
        Noun::Scoring,
        |_| String::new(),
        |playbook| playbook.scoring.as_ref(),
        |draft| draft.scoring.as_mut(),
    );
    let fit = scores.part("fit", |scores| Some(&scores.fit), |scores| Some(&mut scores.fit));
    let used = fit.memo(|fit| fit.iter().map(|one| one.criterion.clone()).collect::<Vec<_>>());
    let add = adding(context, Noun::Scoring, scoring::add_weight);
    let rows = lists::rows(
        &fit,
        Vec::len,
        |fit, place| {
            let draft = AppContext::get().draft_untracked();
            let name = |one: &Weight| draft.criterion_name(&one.criterion).to_owned();
            fit.get(place).map(name).unwrap_or_default()
        },
        weight,
        Adding::Chosen(text::pb_fit_add().to_owned(), criteria_but(context, used), add),
    );
    view! {
        <p class="small quiet">{text::pb_scoring_text()}</p>
        <h3 class="pb-subtitle">{text::pb_cuts()}</h3>
        {line(cuts(&scores).map(Field::draw))}
        <h3 class="pb-subtitle">{text::pb_fit()}</h3>
        <p class="small quiet">{text::pb_fit_text()}</p>
        {rows}
        <h3 class="pb-subtitle">{text::pb_readiness()}</h3>
        <p class="small quiet">{text::pb_readiness_text()}</p>
        {readiness::groups(context, &scores)}
    }
    .into_any()
}

/// The lowest score of each grade.
fn cuts(scores: &Subject<Scoring>) -> [Field; 3] {
    fn cut(scores: &mut Scoring, place: usize, typed: &str) -> Result<(), Refused> {
        let score = positive(typed).ok().filter(|score| *score <= 100.0);
        let mut cuts = scores.cuts;
        cuts[place] = score.ok_or(Refused::NoNumber)?;
        let [a, b, c] = cuts;
        if !(a > b && b > c) {
            return Err(Refused::NotInOrder);
        }
        put(&mut scores.cuts, Ok(cuts))
    }
    [
        scores.field(
            Kind::Number(None),
            "a",
            text::pb_cut_a(),
            |scores| number_text(Some(scores.cuts[0])),
            |scores, typed| cut(scores, 0, typed),
        ),
        scores.field(
            Kind::Number(None),
            "b",
            text::pb_cut_b(),
            |scores| number_text(Some(scores.cuts[1])),
            |scores, typed| cut(scores, 1, typed),
        ),
        scores.field(
            Kind::Number(None),
            "c",
            text::pb_cut_c(),
            |scores| number_text(Some(scores.cuts[2])),
            |scores, typed| cut(scores, 2, typed),
        ),
    ]
}

fn weight(fit: &Subject<Vec<Weight>>, place: usize) -> AnyView {
    let (one, n) = (one(fit, place), place + 1);
    let criterion = one.field(
        Kind::Select(criteria(one.context)),
        "criterion",
        text::pb_fit_criterion(n),
        |one| one.criterion.to_string(),
        |one, typed| put(&mut one.criterion, Ok(CriterionId::from(typed))),
    );
    let weight = one.field(
        Kind::Number(None),
        "weight",
        text::pb_fit_weight(n),
        |one| number_text(Some(one.weight)),
        |one, typed| put(&mut one.weight, positive(typed)),
    );
    line([criterion.draw(), weight.draw()])
}
