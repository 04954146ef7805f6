//! What a playbook is and what it would change, before anything changes.

use crate::app::compare::{Moved, Moves, at_unknown_stage, compare};
use crate::app::route::Route;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::platform::{clock, intl};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::words;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How many contacts are judged before the page gets to breathe.
const SLICE: usize = 200;
/// How many contacts are named.
const NAMED: usize = 10;

/// What was found out about a playbook.
#[derive(Debug, Clone)]
struct Weighed {
    moves: Moves,
    unknown_stages: usize,
}

async fn weigh(context: AppContext, new: &Playbook) -> Weighed {
    let (old, today) = (context.playbook_untracked(), clock::today());
    let (ids, unknown_stages) = context.workspace.with_untracked(|workspace| {
        let ids: Vec<_> = workspace.contacts().map(|contact| contact.id).collect();
        (ids, at_unknown_stage(workspace.contacts(), new))
    });
    let mut moves = Moves::default();
    for slice in ids.chunks(SLICE) {
        let part = context.workspace.with_untracked(|workspace| {
            compare(slice.iter().filter_map(|id| workspace.contact(*id)), &old, new, today)
        });
        moves.of += part.of;
        moves.moved.extend(part.moved);
        TimeoutFuture::new(0).await;
    }
    Weighed { moves, unknown_stages }
}

/// What would differ for contacts; the ways on appear once that is known.
#[component]
pub(super) fn Proposal(
    /// The playbook that is offered.
    playbook: Arc<Playbook>,
    /// The ways on.
    children: ChildrenFn,
) -> impl IntoView {
    let context = AppContext::get();
    let weighed = RwSignal::new(None::<Weighed>);
    let new = Arc::clone(&playbook);
    spawn_local(async move {
        let found = weigh(context, &new).await;
        // The view may have been left meanwhile.
        weighed.try_set(Some(found));
    });
    let found = move || match weighed.get() {
        None => view! { <p class="small quiet">{text::studio_weighing()}</p> }.into_any(),
        Some(found) => {
            let (ways, found) = (children(), differences(context, &playbook, &found));
            view! {
                {found}
                {ways}
            }
            .into_any()
        }
    };
    view! { <div class="studio-proposal" role="status">{found}</div> }
}

fn differences(context: AppContext, new: &Playbook, found: &Weighed) -> AnyView {
    let old = context.playbook_untracked();
    let (moved, of) = (&found.moves.moved, found.moves.of);
    let said = match (moved.len(), of) {
        (_, 0) => text::studio_moves_none_here().to_owned(),
        (0, of) => text::studio_moves_none(intl::count(of)),
        (1, of) => text::studio_moves_one(intl::count(of)),
        (n, of) => text::studio_moves(intl::count(n), intl::count(of)),
    };
    let row = |one: &Moved| {
        let name = context.workspace.with_untracked(|workspace| {
            let (name, organisation) = words::name(workspace.contact(one.id)?);
            Some(organisation.map_or(name.clone(), |of| format!("{name} · {of}")))
        });
        let mut what = Vec::new();
        if one.before != one.after {
            let (before, after) = (words::step(&old, &one.before), words::step(new, &one.after));
            what.push(text::studio_reaches(before, after));
        }
        if one.newly_ahead {
            what.push(text::studio_newly_ahead().to_owned());
        }
        if one.no_longer_ahead {
            what.push(text::studio_no_longer_ahead().to_owned());
        }
        view! {
            <li>
                <a href=Route::Contact(one.id).address()>{name}</a>
                ": "
                {what.join("; ")}
            </li>
        }
    };
    let list = (!moved.is_empty()).then_any(|| {
        let more = moved.len().saturating_sub(NAMED);
        let more = (more != 0)
            .then_any(|| view! { <li class="quiet">{text::studio_more(intl::count(more))}</li> });
        view! {
            <ul class="pb-list small">
                {moved.iter().take(NAMED).map(row).collect_any()}
                {more}
            </ul>
        }
    });
    let unknown = match found.unknown_stages {
        0 => None,
        1 => Some(text::studio_unknown_stage_one().to_owned()),
        n => Some(text::studio_unknown_stages(intl::count(n))),
    };
    view! {
        <p>{said}</p>
        {list}
        {unknown.map_any(|unknown| view! { <p class="small">{unknown}</p> })}
        <p class="small">{text::studio_nobody_moves()}</p>
    }
    .into_any()
}

/// What a playbook is: its purpose, and what its gates ask.
pub(super) fn summary(playbook: &Playbook) -> AnyView {
    let criteria = |ids: &[CriterionId]| {
        let rule = |id: &CriterionId| {
            let criterion = playbook.criterion(id)?;
            let (title, rule) = (criterion.title.clone(), criterion.rule_text.clone());
            Some(view! {
                <li>
                    <b>{title}</b>
                    ": "
                    {rule}
                </li>
            })
        };
        ids.iter().filter_map(rule).collect_any()
    };
    let stages: Vec<_> = playbook.stages_in_use().map(|stage| stage.title.clone()).collect();
    view! {
        <p class="small quiet">{playbook.about.clone()}</p>
        <details class="disclosure small">
            <summary>{text::packs_gates()}</summary>
            <p>
                <b>{text::packs_to_prospect()}</b>
            </p>
            <ul class="pb-list">{criteria(&playbook.gates.prospect)}</ul>
            <p>
                <b>{text::packs_to_opportunity()}</b>
            </p>
            <ul class="pb-list">{criteria(&playbook.gates.opportunity)}</ul>
            <p>
                <b>{text::packs_stages()}</b>
                ": "
                {stages.join(", ")}
            </p>
        </details>
    }
    .into_any()
}
