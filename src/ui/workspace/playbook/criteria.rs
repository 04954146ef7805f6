//! All criteria: what each looks for, where it is used, in order.

use super::new_criterion::NewCriterion;
use super::rows::Rows;
use super::subject::edit;
use super::words;
use crate::app::edit::criteria;
use crate::app::edit::uses::Uses;
use crate::app::edit::{Done, Label, Refused, Way};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::rule::Criterion;
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::rule_words;
use leptos::prelude::*;
use std::sync::Arc;

/// Users of a criterion that are named in the list.
const NAMED: usize = 3;

/// The list of criteria.
#[component]
pub(super) fn Criteria() -> impl IntoView {
    let context = AppContext::get();
    let uses = Memo::new(move |_| context.editor.with(|editor| Uses::of(editor.draft())));
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let (draft, search) = (context.draft(), search.get().to_lowercase());
        let hit = |criterion: &&Criterion| {
            criterion.title.to_lowercase().contains(&search)
                || criterion.rule_text.to_lowercase().contains(&search)
        };
        let found = draft.criteria.iter().filter(hit);
        found.map(|criterion| criterion.id.clone()).collect::<Vec<_>>()
    });
    let id_at = move |place: usize| found.with_untracked(|found| found.get(place).cloned());
    let list = Rows {
        id: "criterion".to_owned(),
        count: Memo::new(move |_| found.with(Vec::len)),
        name: Arc::new(move |place| {
            let id = found.with(|found| found.get(place).cloned());
            id.map(|id| context.draft().criterion_name(&id).to_owned()).unwrap_or_default()
        }),
        row: Arc::new(move |place| row(context, found, uses, place)),
        shift: Some(Arc::new(move |place, way| {
            let id = id_at(place).ok_or(Refused::Missing)?;
            shift(context, &id, way)
        })),
        remove: None,
        add: None,
    };
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_criteria()}
        </h1>
        <p class="quiet">{text::pb_criteria_text()}</p>
        <NewCriterion />
        <section class="card" aria-labelledby="all">
            <div class="card-head">
                <h2 class="card-title" id="all">
                    {text::pb_criteria_all()}
                </h2>
                {find(search)}
            </div>
            {list.draw()}
            {move || {
                found
                    .with(Vec::is_empty)
                    .then_any(|| view! { <p class="small quiet">{text::pb_find_none()}</p> })
            }}
        </section>
    }
}

/// The field that thins out a list.
pub(super) fn find(search: RwSignal<String>) -> AnyView {
    view! {
        <div class="pb-find">
            <label for="find" class="visually-hidden">
                {text::pb_find()}
            </label>
            <input
                class="input"
                id="find"
                type="search"
                autocomplete="off"
                placeholder=text::pb_find()
                prop:value=search
                on:input=move |event| search.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

fn shift(context: AppContext, id: &CriterionId, way: Way) -> Result<(), Refused> {
    let name = context.draft_untracked().criterion_name(id).to_owned();
    let label = Label::new(Done::Move, Noun::Criterion, name);
    edit(context, label, |draft, _| criteria::shift(draft, id, way))
}

/// Takes a criterion out.
pub(super) fn remove(context: AppContext, id: &CriterionId) -> Result<(), Refused> {
    let name = context.draft_untracked().criterion_name(id).to_owned();
    let label = Label::new(Done::Remove, Noun::Criterion, name);
    edit(context, label, |draft, _| criteria::remove(draft, id))
}

/// What a row shows.
#[derive(Debug, Clone, PartialEq, Default)]
struct Shown {
    id: String,
    title: String,
    words: String,
    ends: bool,
    used: String,
}

impl Shown {
    fn of(draft: &Playbook, known: &Uses, criterion: &Criterion) -> Self {
        let by = known.criterion(&criterion.id);
        let named = by.iter().take(NAMED).map(|user| words::user(draft, user));
        let mut used = named.collect::<Vec<_>>().join(", ");
        if by.len() > NAMED {
            used.push_str(", …");
        }
        let words = match criterion.rule_text.as_str() {
            "" => rule_words::criterion(draft, criterion),
            words => words.to_owned(),
        };
        Self {
            id: criterion.id.to_string(),
            title: criterion.title.clone(),
            words,
            ends: criterion.knock_out.is_some(),
            used,
        }
    }
}

fn row(
    context: AppContext,
    found: Memo<Vec<CriterionId>>,
    known: Memo<Uses>,
    place: usize,
) -> AnyView {
    let shown = Memo::new(move |_| {
        let draft = context.draft();
        let id = found.with(|found| found.get(place).cloned());
        let criterion = id.and_then(|id| draft.criterion(&id).cloned());
        criterion.map(|c| known.with(|known| Shown::of(&draft, known, &c))).unwrap_or_default()
    });
    let draw = move || {
        let Shown { id, title, words, ends, used } = shown.get();
        let page = PlaybookPage::Criterion(CriterionId::new(id));
        let ends = ends.then_any(|| view! { <span class="tag">{text::pb_knock_out()}</span> });
        let used = if used.is_empty() { text::pb_unused().to_owned() } else { used };
        view! {
            <p class="pb-item-head">
                <a class="pb-item" href=Route::Playbook(page).address()>
                    {title}
                </a>
                {ends}
            </p>
            <p class="small">{words}</p>
            <p class="small quiet">{used}</p>
        }
    };
    view! { <div class="pb-item-body">{draw}</div> }.into_any()
}
