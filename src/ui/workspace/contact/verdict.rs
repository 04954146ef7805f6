//! The why-card of the gate ahead, the next step, and the gates passed before.

use super::super::words;
use super::Subject;
use crate::app::why::{WhyCard, why};
use crate::domain::assess::{GateReading, Verdict};
use crate::domain::position::{Level, Position};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::why::WhyList;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// Why the contact stands where it stands, and what would move it up.
#[component]
pub(super) fn VerdictCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let card = move || {
        let playbook = context.playbook();
        subject.contact.with(|contact| {
            let gate = subject.assessment.with(|a| a.gate_from(&contact.position).cloned())?;
            Some(why(&playbook, &contact.answers, &gate))
        })
    };
    let before = move || {
        let playbook = context.playbook();
        subject.contact.with(|contact| {
            let rank = playbook.rank(&contact.position);
            let explain = |gate: &GateReading| why(&playbook, &contact.answers, gate);
            subject.assessment.with(|a| a.gates.iter().take(rank).map(explain).collect::<Vec<_>>())
        })
    };
    let ended = move || subject.contact.with(|contact| contact.standing.is_closed());
    view! {
        <section class="card" aria-labelledby="why-title">
            <div class="card-head">
                <h2 class="card-title" id="why-title">
                    {move || title(context, subject, card())}
                </h2>
            </div>
            <p class="small quiet">
                {move || {
                    let playbook = context.playbook();
                    text::judged_line(&playbook.title, playbook.revision)
                }}
            </p>
            {move || {
                card()
                    .map_any(|card| {
                        let next = next(context, subject, &card);
                        view! {
                            <WhyList card playbook=context.playbook() />
                            {(!ended()).then_some(next)}
                        }
                    })
            }}
            <Shown when=ended>
                <p class="next-box">{text::ended_text()}</p>
            </Shown>
            <Shown when=move || card().is_none()>
                <p>{text::customer_text()}</p>
            </Shown>
            <Shown when=move || !before().is_empty()>
                <details class="disclosure">
                    <summary>{text::passed_gates()}</summary>
                    {move || {
                        let playbook = context.playbook();
                        before()
                            .into_iter()
                            .map(|card| {
                                view! {
                                    <h3 class="fact-section">
                                        {words::position(&playbook, &card.to)}
                                    </h3>
                                    <WhyList card playbook=playbook.clone() />
                                }
                            })
                            .collect_any()
                    }}
                </details>
            </Shown>
        </section>
    }
}

fn title(context: AppContext, subject: Subject, card: Option<WhyCard>) -> String {
    let playbook = context.playbook();
    if subject.contact.with(|contact| contact.standing.is_closed()) {
        let today = context.today();
        return subject
            .contact
            .with(|contact| words::standing(&playbook, &contact.standing, today));
    }
    let Some(card) = card else { return text::customer_title().to_owned() };
    let to = words::target(&playbook, &card.from, &card.to);
    match (card.verdict, card.to.level()) {
        (Verdict::Passed, Level::Prospect | Level::Opportunity) if is_gate(&card.from) => {
            text::why_passed(to)
        }
        (Verdict::Failed, Level::Prospect | Level::Opportunity) if is_gate(&card.from) => {
            text::why_failed(to)
        }
        (Verdict::Open, _) => text::why_open(to),
        (Verdict::Passed, _) => text::why_exit_passed(to),
        (Verdict::Failed, _) => text::why_exit_failed(to),
    }
}

/// Whether the step up from here is a change of level below Opportunity.
fn is_gate(from: &Position) -> bool {
    matches!(from, Position::Lead | Position::Prospect)
}

/// What to do next: why it ends and what to do instead, or the first missing things.
fn next(context: AppContext, subject: Subject, card: &WhyCard) -> impl IntoView + use<> {
    let playbook = context.playbook();
    let to = subject.contact.with(|contact| words::target(&playbook, &contact.position, &card.to));
    let knock_out = card.knock_out.clone().map(|knock_out| {
        view! {
            <p class="next-box">
                <b>{knock_out.reason}</b>
                " "
                {text::instead()}
                " "
                {knock_out.alternative}
            </p>
        }
    });
    let steps = (card.knock_out.is_none() && !card.steps.is_empty()).then(|| {
        let steps = card.steps.clone();
        let items = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_any();
        view! {
            <div class="next-box">
                <b>{text::to_reach(&to)}</b>
                <ul class="next-steps">{items}</ul>
            </div>
        }
    });
    let ready = (card.verdict == Verdict::Passed)
        .then_any(|| view! { <p class="next-box">{text::nothing_missing(&to)}</p> });
    (knock_out, steps, ready)
}
