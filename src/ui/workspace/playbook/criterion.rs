//! One criterion: its rule, its words, what follows from it, and where it is used.

use super::common::{back, take_out_card, users_list, while_there};
use super::criteria;
use super::field::{Field, Kind};
use super::mends;
use super::rule;
use super::subject::{Subject, edit, put, ticked};
use crate::app::edit::criteria as model;
use crate::app::edit::gates;
use crate::app::edit::rules::Place;
use crate::app::edit::uses::{User, Uses};
use crate::app::edit::{Done, Label, refused};
use crate::app::route::PlaybookPage;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::part::GateName;
use crate::domain::playbook::rule::Criterion;
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use crate::ui::workspace::rule_words;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a criterion.
#[component]
pub(super) fn CriterionPage(id: CriterionId) -> impl IntoView {
    let context = AppContext::get();
    let known = id.clone();
    while_there(move || context.draft().criterion(&known).is_some(), move || page(context, &id))
}

fn page(context: AppContext, id: &CriterionId) -> AnyView {
    let (found, changed) = (id.clone(), id.clone());
    let subject = Subject::<Criterion>::new(
        "criterion",
        Noun::Criterion,
        |criterion| criterion.title.clone(),
        move |playbook| playbook.criterion(&found),
        move |draft| model::find(draft, &changed),
    );
    let title = subject.memo(|criterion| criterion.title.clone());
    let name = subject.line(
        "title",
        text::pb_criterion_title(),
        |c| c.title.clone(),
        |c, typed| put(&mut c.title, refused::title(typed)),
    );
    let step = subject.area(
        "step",
        text::pb_step(),
        |c| c.step.clone(),
        |c, typed| put(&mut c.step, refused::text(typed)),
    );
    let users = {
        let id = id.clone();
        Memo::new(move |_| {
            context.editor.with(|editor| Uses::of(editor.draft()).criterion(&id).to_vec())
        })
    };
    view! {
        {back(PlaybookPage::Criteria, text::pb_back_to_criteria())}
        <h1 class="view-title" id="title" tabindex="-1">
            {title}
        </h1>
        <section class="card" aria-labelledby="rule">
            <h2 class="card-title" id="rule" tabindex="-1">
                {text::pb_rule()}
            </h2>
            <p class="small quiet">{text::pb_rule_hint()}</p>
            {rule::editor(context, Place::Criterion(id.clone()), "rule")}
            {mends::not_asked(context, id)}
        </section>
        <section class="card" aria-labelledby="words">
            <h2 class="card-title" id="words">
                {text::pb_words_title()}
            </h2>
            {name.hint(text::pb_criterion_title_hint()).draw()}
            {rule_text(context, &subject, id)}
            {step.hint(text::pb_step_hint()).optional().draw()}
        </section>
        {ends(&subject, id)}
        {counts(context, id, users)}
        {remove(context, id)}
    }
    .into_any()
}

/// The rule in plain words, with what is said where there are none.
fn rule_text(context: AppContext, subject: &Subject<Criterion>, id: &CriterionId) -> AnyView {
    let field = subject.area(
        "words",
        text::pb_rule_text(),
        |c| c.rule_text.clone(),
        |c, typed| put(&mut c.rule_text, refused::text(typed)),
    );
    let (empty, of) = (subject.memo(|c| c.rule_text.is_empty()), id);
    let id = id.clone();
    let offer = Memo::new(move |_| {
        let draft = context.draft();
        draft
            .criterion(&id)
            .map(|criterion| rule_words::criterion(&draft, criterion))
            .unwrap_or_default()
    });
    let subject = subject.clone();
    let take = move || {
        // The words are not refused: they are ours.
        let _ = subject.change(Done::Set, |criterion| {
            criterion.rule_text = offer.get_untracked();
            Ok(())
        });
        request_animation_frame(|| super::super::form::focus("criterion-words"));
    };
    view! {
        {mends::old_words(context, of, offer, take.clone())}
        {field.hint(text::pb_rule_text_hint()).draw()}
        {move || {
            empty
                .get()
                .then(|| {
                    let take = take.clone();
                    view! {
                        <p class="small quiet">{text::pb_rule_text_offer(offer.get())}</p>
                        <div class="actions">
                            <button class="btn btn-small" type="button" on:click=move |_| take()>
                                {text::pb_rule_text_use()}
                            </button>
                        </div>
                    }
                })
                .map_any(|offer| offer)
        }}
    }
    .into_any()
}

/// Whether not meeting it ends the matter, and what is said then.
fn ends(subject: &Subject<Criterion>, id: &CriterionId) -> AnyView {
    let id = id.clone();
    let on = subject.memo(|c| c.knock_out.is_some());
    let tick = {
        let mut tick =
            subject.tick("ends", text::pb_ends(), |c| c.knock_out.is_some(), |_, _| Ok(()));
        let context = subject.context;
        tick.commit = Arc::new(move |typed| {
            let name = context.draft_untracked().criterion_name(&id).to_owned();
            let label = Label::new(Done::Set, Noun::Criterion, name);
            edit(context, label, |draft, _| model::knock_out(draft, &id, !typed.is_empty()))
        });
        tick
    };
    let knock_out = subject.part("ends", |c| c.knock_out.as_ref(), |c| c.knock_out.as_mut());
    let knock_out = knock_out.named(Noun::Criterion, |_| String::new());
    let fields = move || {
        let reason = knock_out.area(
            "reason",
            text::pb_ends_reason(),
            |k| k.reason.clone(),
            |k, typed| put(&mut k.reason, refused::text(typed)),
        );
        let alternative = knock_out.area(
            "alternative",
            text::pb_ends_alternative(),
            |k| k.alternative.clone(),
            |k, typed| put(&mut k.alternative, refused::text(typed)),
        );
        view! {
            {reason.needed(text::pb_ends_reason_needed()).draw()}
            {alternative.needed(text::pb_ends_alternative_needed()).draw()}
        }
    };
    view! {
        <section class="card" aria-labelledby="ends">
            <h2 class="card-title" id="ends">
                {text::pb_knock_out()}
            </h2>
            {tick.hint(text::pb_ends_hint()).draw()}
            <Shown when=move || on.get()>{fields()}</Shown>
        </section>
    }
    .into_any()
}

/// Which gates ask for it, and what else reads it.
fn counts(context: AppContext, id: &CriterionId, users: Memo<Vec<User>>) -> AnyView {
    let gate = |name: &'static str, label: &'static str, gate: GateName| {
        let place = {
            let (id, gate) = (id.clone(), gate.clone());
            move |draft: &Playbook| gates::list(draft, &gate)?.iter().position(|one| *one == id)
        };
        let on = {
            let place = place.clone();
            Memo::new(move |_| ticked(place(&context.draft()).is_some()).to_owned())
        };
        let id = id.clone();
        let commit = Arc::new(move |typed: &str| {
            edit(context, Label::new(Done::Set, Noun::Gate, label), |draft, _| {
                match (place(draft), typed.is_empty()) {
                    (None, false) => gates::add(draft, &gate, &id),
                    (Some(place), true) => gates::remove(draft, &gate, place),
                    _ => Ok(()),
                }
            })
        });
        Field::new(context, format!("counts-{name}"), label, Kind::Tick, on, commit).draw()
    };
    let others = Memo::new(move |_| {
        let gate = |user: &User| matches!(user, User::ProspectGate | User::OpportunityGate);
        users.get().into_iter().filter(|user| !gate(user)).collect::<Vec<_>>()
    });
    let nowhere = Memo::new(move |_| users.with(Vec::is_empty));
    let rest = move || {
        if nowhere.get() {
            return view! { <p class="small quiet">{text::pb_used_nowhere()}</p> }.into_any();
        }
        (!others.with(Vec::is_empty))
            .then_any(|| {
                view! {
                    <h3 class="pb-subtitle">{text::pb_used_also()}</h3>
                    {users_list(context, others)}
                }
            })
            .into_any()
    };
    view! {
        <section class="card" aria-labelledby="counts">
            <h2 class="card-title" id="counts">
                {text::pb_counts()}
            </h2>
            <p class="small quiet">{text::pb_counts_text()}</p>
            {gate("prospect", text::pb_gate_prospect(), GateName::Prospect)}
            {gate("opportunity", text::pb_gate_opportunity(), GateName::Opportunity)}
            {rest}
        </section>
    }
    .into_any()
}

fn remove(context: AppContext, id: &CriterionId) -> AnyView {
    let id = id.clone();
    let take_out = Arc::new(move || criteria::remove(context, &id));
    let about = Some(text::pb_criterion_remove_text());
    take_out_card(context, text::pb_criterion_remove(), about, PlaybookPage::Criteria, take_out)
}
