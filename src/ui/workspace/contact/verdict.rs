//! The why-card of the gate ahead, the next step, and the gates passed before.

use super::super::words;
use super::ahead::is_ahead;
use super::proof::proof;
use super::taken_over::taken_over;
use super::way_up::way_up;
use super::{Form, Subject};
use crate::app::proof_tree::prove;
use crate::app::triage::{Triage, triage};
use crate::app::why::{WhyCard, WhyRow, why_of};
use crate::domain::assess::{GateReading, Verdict};
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::playbook::question::Question;
use crate::domain::position::{Level, Position};
use crate::domain::rules::Rules;
use crate::platform::intl;
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
        subject.judged.with(|contact| {
            let gate = subject.assessment.with(|a| a.gate_from(&contact.position).cloned())?;
            Some(why_of(&Rules::of(&playbook), contact, &gate, context.today()))
        })
    };
    let card = Memo::new(move |_| card());
    let before = move || {
        let playbook = context.playbook();
        subject.judged.with(|contact| {
            let rank = playbook.rank(&contact.position);
            let (rules, today) = (Rules::of(&playbook), context.today());
            let explain = |gate: &GateReading| why_of(&rules, contact, gate, today);
            subject.assessment.with(|a| a.gates.iter().take(rank).map(explain).collect::<Vec<_>>())
        })
    };
    let ended = move || subject.judged.with(|contact| contact.standing.is_closed());
    view! {
        <section class="card" aria-labelledby="why-title">
            <div class="card-head">
                <h2 class="card-title" id="why-title">
                    {move || title(context, subject, card.get())}
                </h2>
            </div>
            <p class="small quiet">
                {move || {
                    let playbook = context.playbook();
                    text::judged_line(&playbook.title, playbook.revision)
                }}
            </p>
            {move || {
                card.get()
                    .map_any(|card| {
                        let next = next(context, subject, &card);
                        view! {
                            {known(context, subject, &card)}
                            <WhyList card=card.clone() playbook=context.playbook() taken_over=taken_over />
                            {proofs(context, subject, &card)}
                            {(!ended()).then_some(next)}
                        }
                    })
            }}
            <Shown when=ended>
                <p class="next-box">{text::ended_text()}</p>
            </Shown>
            <Shown when=move || card.with(Option::is_none)>
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
                                    <WhyList card playbook=playbook.clone() taken_over=taken_over />
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
    if subject.judged.with(|contact| contact.standing.is_closed()) {
        let today = context.today();
        return subject.judged.with(|contact| words::standing(&playbook, &contact.standing, today));
    }
    let Some(card) = card else { return text::customer_title().to_owned() };
    let to = words::target(&playbook, &card.from, &card.to);
    if card.verdict == Verdict::Passed && is_ahead(subject) {
        return text::why_ahead(to);
    }
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

/// How much of what the gate reads is known.
fn known(context: AppContext, subject: Subject, card: &WhyCard) -> impl IntoView + use<> {
    let playbook = context.playbook();
    let criteria = card.rows.iter().filter_map(|row| playbook.criterion(&row.id));
    let read = playbook.questions_read(criteria.map(|criterion| &criterion.rule));
    let is_known = |question: &&&Question| {
        subject.judged.with(|contact| contact.answers.get(&question.id).is_some())
    };
    let (known, all) = (read.iter().filter(is_known).count(), read.len());
    let words = match all {
        1 => text::known_of_one(intl::count(known)),
        all => text::known_of(intl::count(known), intl::count(all)),
    };
    view! {
        <div class="known">
            <progress
                class="bar"
                max=all.to_string()
                value=known.to_string()
                aria-label=words.clone()
            ></progress>
            <span class="small quiet" aria-hidden="true">{words.clone()}</span>
        </div>
    }
}

/// The proof of each criterion of a gate.
fn proofs(context: AppContext, subject: Subject, card: &WhyCard) -> impl IntoView + use<> {
    let playbook = context.playbook();
    let rules = Rules::of(&playbook);
    let parts = subject.judged.with(|contact| {
        let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, context.today());
        let one = |row: &WhyRow| {
            let proof = proof(&playbook, &prove(&facts, contact, &row.id)?);
            let title = row.title.clone();
            Some(view! { <h3 class="fact-section">{title}</h3> {proof} })
        };
        card.rows.iter().filter_map(one).collect_any()
    });
    view! {
        <details class="disclosure">
            <summary>{text::how_judged()}</summary>
            {parts}
        </details>
    }
}

/// What to do next: the first missing things. Why it ends, where it does, is said above the page.
fn next(context: AppContext, subject: Subject, card: &WhyCard) -> impl IntoView + use<> {
    let playbook = context.playbook();
    let to = subject.judged.with(|contact| words::target(&playbook, &contact.position, &card.to));
    let steps = card.knock_out.is_none().then(|| way_up(context, subject));
    let words = || {
        if is_ahead(subject) { text::ahead_first().to_owned() } else { text::nothing_missing(&to) }
    };
    let ready =
        (card.verdict == Verdict::Passed).then_any(|| view! { <p class="next-box">{words()}</p> });
    (steps, ready, triage(card).and_then(|way| suggestion(subject, way)))
}

/// What to do with a contact that does not go on from here.
fn suggestion(subject: Subject, way: Triage) -> Option<AnyView> {
    let (words, wording, form) = match way {
        Triage::Advance | Triage::Ask => return None,
        Triage::Nurture => (text::triage_nurture(), text::nurture_until(), Form::Nurture),
        Triage::Disqualify => (text::triage_disqualify(), text::disqualify(), Form::Disqualify),
    };
    let open = move |_| subject.open(form.clone());
    Some(
        view! {
            <div class="triage">
                <p class="small quiet">{words}</p>
                <button class="btn" type="button" on:click=open>{wording}</button>
            </div>
        }
        .into_any(),
    )
}
