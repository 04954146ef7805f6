//! All criteria: what each looks for, where it is used, in order; and adding one.

use super::field::{Choices, Field, Kind};
use super::once::Once;
use super::rows::{Rows, problem};
use super::rule::questions_to_choose;
use super::subject::edit;
use super::words;
use crate::app::edit::criteria::{self, New};
use crate::app::edit::rules::Place;
use crate::app::edit::uses::Uses;
use crate::app::edit::{Done, Label, Refused, Way, conditions};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::rule::{Criterion, Rule};
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::form::focus;
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
            id.map(|id| words::criterion(&context.draft(), &id)).unwrap_or_default()
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
    let name = words::criterion(&context.draft_untracked(), id);
    let label = Label::new(Done::Move, Noun::Criterion, name);
    edit(context, label, |draft, _| criteria::shift(draft, id, way))
}

/// Takes a criterion out.
pub(super) fn remove(context: AppContext, id: &CriterionId) -> Result<(), Refused> {
    let name = words::criterion(&context.draft_untracked(), id);
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

/// Adding a criterion: its name, and the question it looks at first.
#[component]
fn NewCriterion() -> impl IntoView {
    let context = AppContext::get();
    let [title, question] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let (error, once) = (RwSignal::new(None::<String>), Once::new());
    let choices = Signal::derive(move || -> Choices {
        let nowhere = Place::Criterion(CriterionId::from(""));
        let mut all = super::field::plain([("", text::pb_choose())]);
        all.extend(questions_to_choose(&context.draft(), &nowhere, ""));
        all
    });
    let none = Memo::new(move |_| choices.with(|choices| choices.len() < 2));
    let create = move || {
        let asked = QuestionId::new(question.get_untracked());
        title.with_untracked(|title| create(context, title, &asked))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // The page goes on to what was added; until it is drawn, it can be pressed again.
        if title.with_untracked(|title| once.again(title)) {
            return;
        }
        match create() {
            Ok(id) => {
                title.with_untracked(|title| once.done(title));
                context.go(&Route::Playbook(PlaybookPage::Criterion(id)));
            }
            Err(why) => {
                let empty = title.with_untracked(|title| title.trim().is_empty());
                let name =
                    if empty { text::pb_criterion_title() } else { text::pb_criterion_about() };
                let draft = context.draft_untracked();
                error.set(Some(words::refused_in(&draft, &why, name)));
                focus(if empty { "new-title" } else { "new-question" });
            }
        }
    };
    let field = move |id: &str, label, kind, value: RwSignal<String>| {
        let (memo, id) = (Memo::new(move |_| value.get()), id.to_owned());
        Field::new(
            context,
            id,
            label,
            kind,
            memo,
            Arc::new(move |typed| {
                value.set(typed.to_owned());
                Ok(())
            }),
        )
    };
    let form = move || {
        if none.get() {
            return view! { <p class="small">{text::pb_criterion_no_questions()}</p> }.into_any();
        }
        view! {
            <form class="pb-form" novalidate on:submit=submit>
                <div class="form-pair">
                    {field("new-title", text::pb_criterion_title(), Kind::Line, title).draw()}
                    {field(
                            "new-question",
                            text::pb_criterion_about(),
                            Kind::Select(choices),
                            question,
                        )
                        .draw()}
                </div>
                <div class="actions">
                    <button class="btn" type="submit">
                        {text::pb_criterion_create()}
                    </button>
                </div>
                {problem(error)}
            </form>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="new">
            <h2 class="card-title" id="new">
                {text::pb_criterion_new()}
            </h2>
            {form}
        </section>
    }
}

/// Adds a criterion about a question to the draft.
pub(super) fn create(
    context: AppContext,
    title: &str,
    asked: &QuestionId,
) -> Result<CriterionId, Refused> {
    let label = Label::new(Done::Add, Noun::Criterion, title.trim());
    edit(context, label, |draft, published| add(draft, published, title, asked))
}

/// Adds a criterion about a question, with its rule in words and the obvious next step.
fn add(
    draft: &mut Playbook,
    published: &Playbook,
    title: &str,
    question: &QuestionId,
) -> Result<CriterionId, Refused> {
    let title = crate::app::edit::refused::title(title)?;
    let asked = draft.question(question).ok_or(Refused::NoWords)?;
    let rule = Rule::Answer(conditions::usual(asked));
    let step = text::pb_step_made(&asked.title);
    let words = rule_words::rule(draft, &rule);
    criteria::add(draft, published, New { title, rule, words, step })
}
