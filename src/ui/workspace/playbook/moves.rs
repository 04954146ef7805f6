//! Whom another playbook would place elsewhere, told before it judges anybody.
//!
//! Refuses to judge: that is `app/compare`. Invariants: nobody moves by it; contacts are looked at
//! in slices, only while somebody waits for the answer.

use crate::app::compare::{Moved, Moves, at_unknown_stage, compare};
use crate::app::route::Route;
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::{AppContext, Loading};
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
pub(super) struct Weighed {
    moves: Moves,
    unknown_stages: usize,
}

/// Whom a playbook would place elsewhere; none until that is known.
pub(super) fn weigh(context: AppContext, new: Arc<Playbook>) -> RwSignal<Option<Weighed>> {
    let weighed = RwSignal::new(None::<Weighed>);
    spawn_local(async move {
        let (old, today) = (context.playbook_untracked(), context.today());
        let (ids, unknown_stages) = context.workspace.with_untracked(|workspace| {
            let ids: Vec<_> = workspace.contacts().map(|contact| contact.id).collect();
            (ids, at_unknown_stage(workspace.contacts(), &new))
        });
        let mut moves = Moves::default();
        for slice in ids.chunks(SLICE) {
            let part = context.workspace.with_untracked(|workspace| {
                compare(slice.iter().filter_map(|id| workspace.contact(*id)), &old, &new, today)
            });
            moves.of += part.of;
            moves.moved.extend(part.moved);
            TimeoutFuture::new(0).await;
            // Whoever asked has gone on.
            if weighed.is_disposed() {
                return;
            }
        }
        weighed.try_set(Some(Weighed { moves, unknown_stages }));
    });
    weighed
}

/// Whom a playbook would place elsewhere, in words, with what stands `below` once that is known.
pub(super) fn told(
    context: AppContext,
    new: Arc<Playbook>,
    below: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let below = Arc::new(below);
    let found = move || {
        if context.loading.get() != Loading::Done {
            return view! { <p class="small quiet">{text::pb_moves_loading()}</p> }.into_any();
        }
        let (weighed, new) = (weigh(context, Arc::clone(&new)), Arc::clone(&new));
        let below = Arc::clone(&below);
        (move || match weighed.get() {
            None => view! { <p class="small quiet">{text::studio_weighing()}</p> }.into_any(),
            Some(found) => view! {
                {said(context, &new, &found)}
                {below()}
            }
            .into_any(),
        })
        .into_any()
    };
    view! { <div class="pb-moves" role="status">{found}</div> }.into_any()
}

fn said(context: AppContext, new: &Playbook, found: &Weighed) -> AnyView {
    let old = context.playbook_untracked();
    let (moved, of) = (&found.moves.moved, found.moves.of);
    let said = match (moved.len(), of) {
        (_, 0) => text::studio_moves_none_here().to_owned(),
        (0, 1) => text::studio_moves_none_of_one().to_owned(),
        (1, 1) => text::studio_moves_one_of_one().to_owned(),
        (0, of) => text::studio_moves_none(intl::count(of)),
        (1, of) => text::studio_moves_one(intl::count(of)),
        (n, of) => text::studio_moves(intl::count(n), intl::count(of)),
    };
    let list = (!moved.is_empty()).then_any(|| {
        let more = moved.len().saturating_sub(NAMED);
        let more = (more != 0)
            .then_any(|| view! { <li class="quiet">{text::studio_more(intl::count(more))}</li> });
        let row = |one: &Moved| item(context, &old, new, one);
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
        <p class="small">{said}</p>
        {list}
        {unknown.map_any(|unknown| view! { <p class="small">{unknown}</p> })}
        {(of != 0).then_any(|| view! { <p class="small quiet">{text::studio_nobody_moves()}</p> })}
    }
    .into_any()
}

/// A contact with what would be otherwise.
fn item(context: AppContext, old: &Playbook, new: &Playbook, one: &Moved) -> AnyView {
    let name = context.workspace.with_untracked(|workspace| {
        let (name, organisation) = words::name(workspace.contact(one.id)?);
        Some(organisation.map_or(name.clone(), |of| format!("{name} · {of}")))
    });
    let mut what = Vec::new();
    if one.before != one.after {
        let (before, after) = (words::step(old, &one.before), words::step(new, &one.after));
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
    .into_any()
}
