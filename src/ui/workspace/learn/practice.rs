//! Practice: decide on made-up contacts and see what the active playbook makes of them.
//!
//! The round lives as long as the page; nothing is stored.

use super::{title, words};
use crate::app::learn::cases::{Case, Known};
use crate::app::learn::practice::{Call, Model, Round, value};
use crate::app::why::WhyCard;
use crate::domain::ids::QuestionId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::{rep, workspace as text};
use crate::ui::wizard::why::{Grade, WhyList};
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::words::{step, target};
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub(super) fn Practice() -> impl IntoView {
    let context = AppContext::get();
    let playbook = context.playbook_untracked();
    let round = RwSignal::new(Round::new(&playbook));
    let lead = text::learn_practice_lead(&playbook.title, playbook.revision);
    let left_out = round.with_untracked(|round| match round.left_out() {
        _ if round.is_empty() => None,
        0 => None,
        1 => Some(text::learn_left_out_one().to_owned()),
        n => Some(text::learn_left_out(intl::count(n))),
    });
    let score = move || match round.with(Round::score) {
        (_, 0) => String::new(),
        (right, of) => text::learn_score(intl::count(right), intl::count(of)),
    };
    let card = move || {
        round.with(|round| match round.case() {
            _ if round.is_empty() => no_cases().into_any(),
            Some((number, case)) => {
                let title = text::learn_case(intl::count(number), intl::count(round.len()));
                draw(context, round, &playbook, title, case)
            }
            None => done(context, round),
        })
    };
    provide_context(round);
    view! {
        <div class="view-head">
            {title(text::learn_practice())}
            <p class="practice-score" role="status">
                {score}
            </p>
        </div>
        <p class="learn-lead">{lead} " " {left_out}</p>
        {card}
    }
}

/// Moves the focus to what just changed, once it is drawn.
fn then_focus(id: &'static str) {
    request_animation_frame(move || focus(id));
}

/// One case: what is known, then the call, then the model answer.
fn draw(
    context: AppContext,
    round: &Round,
    playbook: &Arc<Playbook>,
    title: String,
    case: &'static Case,
) -> AnyView {
    let known = case.known.iter().map(|known| fact(playbook, known)).collect_any();
    let below = match round.called() {
        None => view! { <Choices /> }.into_any(),
        Some((call, right)) => {
            let last = round.score().1 == round.len();
            answer(context, playbook, case, call, right, last)
        }
    };
    view! {
        <div class="practice">
            <section class="card" aria-labelledby="practice-case">
                <div>
                    <p class="quiet small">{title}</p>
                    <h2 class="card-title" id="practice-case" tabindex="-1">
                        {case.who}
                    </h2>
                </div>
                <p>{case.story}</p>
                <h3 class="fact-section">{text::learn_on_record()}</h3>
                <dl class="facts">{known}</dl>
            </section>
            {below}
        </div>
    }
    .into_any()
}

fn fact(playbook: &Playbook, known: &Known) -> impl IntoView + use<> {
    let question = playbook.question(&QuestionId::from(known.question));
    let name = question.map_or_else(String::new, |question| question.title.clone());
    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd>
                {format::value(question, &value(known.said))} " "
                <Grade grade=known.evidence />
                {known.words.map_any(|words| view! { <q class="note">{words}</q> })}
            </dd>
        </div>
    }
}

#[component]
fn Choices() -> impl IntoView {
    let (context, round) = (AppContext::get(), expect_context::<RwSignal<Round>>());
    let choices = Call::ALL.map(|call| {
        let decide = move |_| {
            let playbook = context.playbook_untracked();
            round.update(|round| round.call(&playbook, call, context.today()));
            then_focus("practice-answer");
        };
        view! {
            <button class="btn" type="button" on:click=decide>
                {if call == Call::KnockOut { text::learn_knock_out_long() } else { words::call(call) }}
            </button>
        }
    });
    view! {
        <section class="card" aria-labelledby="practice-choice">
            <h2 class="card-title" id="practice-choice">
                {text::learn_what_is_it()}
            </h2>
            <div class="actions">{choices.collect_any()}</div>
        </section>
    }
}

/// The model answer with its why-card.
fn answer(
    context: AppContext,
    playbook: &Arc<Playbook>,
    case: &'static Case,
    call: Call,
    right: Call,
    last: bool,
) -> AnyView {
    let round = expect_context::<RwSignal<Round>>();
    let model = Model::of(playbook, case, context.today());
    let title = if call == right {
        text::learn_right(words::call(right))
    } else {
        text::learn_wrong(words::call(right))
    };
    let said =
        (call != right).then_any(|| view! { <p>{text::learn_you_said(words::call(call))}</p> });
    let point = (right == case.taught).then_any(|| view! { <p>{words::point(case.point)}</p> });
    let chance = model.chance.map_any(|chance| {
        view! {
            <p>
                <b>{text::chance_to_win()}</b>
                " "
                {text::about_percent(intl::percent(chance, 0))}
            </p>
        }
    });
    let why = model.deciding().cloned().map_any(|card| why(playbook, card));
    let on = move |_| {
        round.update(Round::go_on);
        then_focus("practice-case");
    };
    view! {
        <section class="card" aria-labelledby="practice-answer">
            <h2 class="card-title" id="practice-answer" tabindex="-1">
                {title}
            </h2>
            {said} {point} {chance} {why}
            <div class="actions">
                <button class="btn btn-primary" type="button" on:click=on>
                    {if last { text::learn_see_score() } else { text::learn_next_case() }}
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn why(playbook: &Arc<Playbook>, card: WhyCard) -> impl IntoView + use<> {
    let (from, to) = (step(playbook, &card.from), target(playbook, &card.from, &card.to));
    let met = card.rows.iter().filter(|row| row.outcome == Outcome::Met).count();
    let count = rep::gate_count(from, to.clone(), met, card.rows.len());
    let instead = card.knock_out.clone();
    let knocked_out = instead.is_some();
    let instead = instead.map_any(|out| {
        view! {
            <p class="next-box">
                <b>{out.reason}</b>
                " "
                {text::instead()}
                " "
                {out.alternative}
            </p>
        }
    });
    let steps = card.steps.clone();
    let steps = (!knocked_out && !steps.is_empty()).then_any(|| {
        let items = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_any();
        view! {
            <div class="next-box">
                <b>{text::to_reach(to)}</b>
                <ul>{items}</ul>
            </div>
        }
    });
    view! {
        <p class="small quiet">{count}</p>
        <WhyList card playbook=Arc::clone(playbook) />
        {instead}
        {steps}
    }
}

/// How the round went.
fn done(context: AppContext, over: &Round) -> AnyView {
    let round = expect_context::<RwSignal<Round>>();
    let (right, of) = over.score();
    let calls = over.made().map(|(case, call, answer)| {
        let note = if call == answer {
            words::call(answer).to_owned()
        } else {
            text::learn_call_both(words::call(call), words::call(answer))
        };
        let mark = if call == answer { text::learn_call_right() } else { text::learn_call_wrong() };
        view! {
            <div class="fact">
                <dt>{case.who}</dt>
                <dd>
                    <b>{mark}</b>
                    ": "
                    {note}
                </dd>
            </div>
        }
    });
    let again = move |_| {
        round.set(Round::new(&context.playbook_untracked()));
        then_focus("practice-case");
    };
    view! {
        <section class="card" aria-labelledby="practice-case">
            <h2 class="card-title" id="practice-case" tabindex="-1">
                {text::learn_done(intl::count(right), intl::count(of))}
            </h2>
            <dl class="facts">{calls.collect_any()}</dl>
            <div class="actions">
                <button class="btn btn-primary" type="button" on:click=again>
                    {text::learn_again()}
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn no_cases() -> impl IntoView {
    view! {
        <div class="card empty">
            <h2 class="empty-title">{text::learn_no_cases()}</h2>
            <p>{text::learn_no_cases_text()}</p>
        </div>
    }
}
