//! The gates with their criteria, what the levels mean, and the stages in order.

use super::field::{Choices, plain};
use super::rows::{Adding, Rows};
use super::subject::edit;
use crate::app::edit::gates;
use crate::app::edit::{Done, Label, Refused, Way, stages};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::{CriterionId, StageId};
use crate::domain::playbook::part::GateName;
use crate::domain::playbook::{Noun, Playbook};
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::words as names;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of gates, levels and stages.
#[component]
pub(super) fn Gates() -> impl IntoView {
    let context = AppContext::get();
    let gate = |id: &'static str, title: &'static str, gate: GateName| {
        view! {
            <section class="card" aria-labelledby=id>
                <h2 class="card-title" id=id>
                    {title}
                </h2>
                {criteria_of(context, id, gate)}
            </section>
        }
    };
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_gates()}
        </h1>
        <p class="quiet">{text::pb_gates_text()}</p>
        {gate("prospect", text::pb_gate_prospect(), GateName::Prospect)}
        {gate("opportunity", text::pb_gate_opportunity(), GateName::Opportunity)}
        <section class="card" aria-labelledby="stages">
            <h2 class="card-title" id="stages">
                {text::pb_stages()}
            </h2>
            <p class="small quiet">{text::pb_stages_text()}</p>
            {stage_list(context)}
        </section>
        <section class="card" aria-labelledby="levels">
            <h2 class="card-title" id="levels">
                {text::pb_levels()}
            </h2>
            <p class="small quiet">{text::pb_levels_text()}</p>
            {level_list(context)}
        </section>
    }
}

/// What a gate is called in what was done.
fn name(playbook: &Playbook, gate: &GateName) -> String {
    match gate {
        GateName::Prospect => text::pb_gate_prospect().to_owned(),
        GateName::Opportunity => text::pb_gate_opportunity().to_owned(),
        GateName::Exit(id) => playbook.stage_name(id).to_owned(),
    }
}

/// The criteria of a gate, in order, with those that can be added.
pub(super) fn criteria_of(context: AppContext, id: &str, gate: GateName) -> AnyView {
    let ids = {
        let gate = gate.clone();
        Memo::new(move |_| gates::list(&context.draft(), &gate).cloned().unwrap_or_default())
    };
    let change = {
        let gate = gate.clone();
        move |done, change: &dyn Fn(&mut Playbook, &GateName) -> Result<(), Refused>| {
            let label = Label::new(done, Noun::Gate, name(&context.draft_untracked(), &gate));
            edit(context, label, |draft, _| change(draft, &gate))
        }
    };
    let change = Arc::new(change);
    let (shift, remove, add) = (Arc::clone(&change), Arc::clone(&change), change);
    let choices = Signal::derive(move || -> Choices {
        let draft = context.draft();
        let others = draft.criteria.iter().filter(|c| ids.with(|ids| !ids.contains(&c.id)));
        plain(others.map(|criterion| (criterion.id.to_string(), criterion.title.clone())))
    });
    let title = move |place: usize| {
        let id = ids.with(|ids| ids.get(place).cloned());
        id.map(|id| context.draft().criterion_name(&id).to_owned()).unwrap_or_default()
    };
    let empty = move || {
        ids.with(Vec::is_empty)
            .then_any(|| view! { <p class="small quiet">{text::pb_gate_empty()}</p> })
    };
    let rows = Rows {
        id: format!("{id}-criterion"),
        count: Memo::new(move |_| ids.with(Vec::len)),
        name: Arc::new(title),
        row: Arc::new(move |place| criterion_row(context, ids, place)),
        shift: Some(Arc::new(move |place, way| {
            shift(Done::Move, &move |draft, gate| gates::shift(draft, gate, place, way))
        })),
        remove: Some(Arc::new(move |place| {
            remove(Done::Set, &move |draft, gate| gates::remove(draft, gate, place))
        })),
        add: Some(Adding::Chosen(
            text::pb_gate_add(untrack(|| name(&context.draft(), &gate))),
            choices,
            Arc::new(move |typed| {
                if typed.is_empty() {
                    return Err(Refused::NoWords);
                }
                let id = CriterionId::from(typed);
                add(Done::Set, &move |draft, gate| gates::add(draft, gate, &id))
            }),
        )),
    };
    view! {
        {empty}
        {rows.draw()}
    }
    .into_any()
}

fn criterion_row(context: AppContext, ids: Memo<Vec<CriterionId>>, place: usize) -> AnyView {
    let shown = Memo::new(move |_| {
        let draft = context.draft();
        let id = ids.with(|ids| ids.get(place).cloned())?;
        let criterion = draft.criterion(&id)?;
        let ends = criterion.knock_out.is_some();
        Some((id, criterion.title.clone(), criterion.rule_text.clone(), ends))
    });
    (move || {
        let (id, title, words, ends) = shown.get()?;
        let ends = ends.then_any(|| view! { <span class="tag">{text::pb_knock_out()}</span> });
        Some(view! {
            <div class="pb-item-body">
                <p class="pb-item-head">
                    <a
                        class="pb-item"
                        href=Route::Playbook(PlaybookPage::Criterion(id)).address()
                    >
                        {title}
                    </a>
                    {ends}
                </p>
                <p class="small quiet">{words}</p>
            </div>
        })
    })
    .into_any()
}

/// The stages; those retired stand last and are not moved.
fn stage_list(context: AppContext) -> AnyView {
    let ids = Memo::new(move |_| {
        let draft = context.draft();
        draft.stages_in_use().map(|stage| stage.id.clone()).collect::<Vec<_>>()
    });
    let retired = Memo::new(move |_| {
        let draft = context.draft();
        let retired = draft.stages.iter().filter(|stage| stage.retired.is_some());
        retired.map(|stage| (stage.id.clone(), stage.title.clone())).collect::<Vec<_>>()
    });
    let title = move |place: usize| {
        let draft = context.draft();
        ids.with(|ids| ids.get(place).and_then(|id| draft.stage(id)).map(|s| s.title.clone()))
            .unwrap_or_default()
    };
    let rows = Rows {
        id: "stage".to_owned(),
        count: Memo::new(move |_| ids.with(Vec::len)),
        name: Arc::new(title),
        row: Arc::new(move |place| stage_row(context, ids, place)),
        shift: Some(Arc::new(move |place, way| {
            let id = ids.with_untracked(|ids| ids.get(place).cloned()).ok_or(Refused::Missing)?;
            move_stage(context, &id, way)
        })),
        remove: None,
        add: Some(Adding::Named(
            text::pb_stage_add().to_owned(),
            Arc::new(move |typed| {
                let label = Label::new(Done::Add, Noun::Stage, typed.trim());
                edit(context, label, |draft, published| stages::add(draft, published, typed))
                    .map(|_| ())
            }),
        )),
    };
    let unused = move || {
        let item = |(id, title): (StageId, String)| {
            view! {
                <li class="pb-item-head">
                    <a href=Route::Playbook(PlaybookPage::Stage(id)).address()>{title}</a>
                    <span class="tag">{text::pb_retired()}</span>
                </li>
            }
        };
        retired.get().into_iter().map(item).collect_any()
    };
    view! {
        {rows.draw()}
        <ul class="small">{unused}</ul>
    }
    .into_any()
}

fn move_stage(context: AppContext, id: &StageId, way: Way) -> Result<(), Refused> {
    let draft = context.draft_untracked();
    let title = draft.stage(id).map(|stage| stage.title.clone()).unwrap_or_default();
    let label = Label::new(Done::Move, Noun::Stage, title);
    edit(context, label, |draft, _| stages::shift(draft, id, way))
}

fn stage_row(context: AppContext, ids: Memo<Vec<StageId>>, place: usize) -> AnyView {
    let shown = Memo::new(move |_| {
        let draft = context.draft();
        let stage = ids.with(|ids| ids.get(place).and_then(|id| draft.stage(id)).cloned())?;
        Some((stage.id, stage.title, stage.about, stage.exit.len()))
    });
    (move || {
        let (id, title, about, exit) = shown.get()?;
        Some(view! {
            <div class="pb-item-body">
                <p class="pb-item-head">
                    <a class="pb-item" href=Route::Playbook(PlaybookPage::Stage(id)).address()>
                        {title}
                    </a>
                    <span class="small quiet">{text::pb_stage_line(intl::count(exit))}</span>
                </p>
                <p class="small quiet">{about}</p>
            </div>
        })
    })
    .into_any()
}

fn level_list(context: AppContext) -> AnyView {
    let item = move |level: Level| {
        let about = Memo::new(move |_| stages::level(&context.draft(), level).about.clone());
        view! {
            <li class="pb-row">
                <div class="pb-item-body">
                    <p>
                        <a
                            class="pb-item"
                            href=Route::Playbook(PlaybookPage::Level(level)).address()
                        >
                            {names::level(level)}
                        </a>
                    </p>
                    <p class="small quiet">{about}</p>
                </div>
            </li>
        }
    };
    view! { <ul class="pb-rows">{Level::ALL.map(item).collect_any()}</ul> }.into_any()
}
