//! The guided start: a dozen questions on one page, and the first playbook from the answers.

use super::guided_typed::{AUTHORITY, BUDGET, Typed};
use super::guided_words::worded;
use super::replaces::Replaces;
use crate::app::guided::first_playbook;
use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::ui::context::{AppContext, default_playbook};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::form::{ErrorSummary, Problems, TextArea, TextField};
use crate::ui::workspace::playbook::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub(in crate::ui::workspace::playbook) fn GuidedStart() -> impl IntoView {
    let context = AppContext::get();
    let pack = Arc::new(default_playbook());
    let typed = Typed::new();
    let problems = RwSignal::new(Problems::new());
    let write = {
        let pack = Arc::clone(&pack);
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let (said, mut found) = typed.read();
            if found.is_empty() {
                let playbook = first_playbook(&pack, &said, &worded(&pack, &said));
                match context.replace_draft(playbook) {
                    Ok(()) => context.go(&Route::Playbook(PlaybookPage::Overview)),
                    Err(why) => {
                        let why = words::refused(&context.draft_untracked(), &why);
                        found.push(("guided-offering", why));
                    }
                }
            }
            problems.set(found);
        }
    };
    view! {
        <div class="view-head">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::guided_title()}
            </h1>
        </div>
        <p class="quiet">{text::guided_intro()}</p>
        <form class="studio-form" novalidate on:submit=write>
            <ErrorSummary problems />
            <Offer typed problems />
            <Made typed problems pack=Arc::clone(&pack) />
            <Way typed problems pack />
            <Replaces />
            <div class="actions">
                <button class="btn btn-primary" type="submit">
                    {text::guided_write()}
                </button>
                <span class="small quiet">{text::guided_write_text()}</span>
            </div>
        </form>
    }
}

/// What is sold and what it solves.
#[component]
fn Offer(typed: Typed, problems: RwSignal<Problems>) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="guided-offer">
            <h2 class="card-title" id="guided-offer">
                {text::guided_offer()}
            </h2>
            <TextField
                id="guided-offering"
                label=text::guided_offering()
                value=typed.offering
                problems
                hint=Some(text::guided_offering_hint())
            />
            <TextArea
                id="guided-pain"
                label=text::guided_pain()
                value=typed.pain
                problems
                optional=true
            />
            <TextArea
                id="guided-situation"
                label=text::guided_situation()
                value=typed.situation
                problems
                optional=true
            />
            <TextField
                id="guided-years"
                label=text::guided_years()
                value=typed.years
                problems
                optional=true
                inputmode="numeric"
                class="input input-short"
            />
        </section>
    }
}

/// Whom it is made for.
#[component]
fn Made(typed: Typed, problems: RwSignal<Problems>, pack: Arc<Playbook>) -> impl IntoView {
    let options = |id: &str| {
        let question = pack.questions.iter().find(|question| question.id.as_str() == id);
        let options = question.map(Question::options).unwrap_or_default().iter();
        let options = options.filter(|option| option.retired.is_none());
        options.map(|option| (option.id.to_string(), option.title.clone())).collect::<Vec<_>>()
    };
    view! {
        <section class="card" aria-labelledby="guided-made">
            <h2 class="card-title" id="guided-made">
                {text::guided_made()}
            </h2>
            <div class="form-pair">
                <TextField
                    id="guided-least"
                    label=text::guided_least()
                    value=typed.least
                    problems
                    optional=true
                    inputmode="numeric"
                />
                <TextField
                    id="guided-most"
                    label=text::guided_most()
                    value=typed.most
                    problems
                    optional=true
                    inputmode="numeric"
                />
            </div>
            {ticks("industry", text::guided_industries(), options("industry"), typed.industries)}
            {ticks("country", text::guided_countries(), options("country"), typed.countries)}
        </section>
    }
}

/// How it is sold.
#[component]
fn Way(typed: Typed, problems: RwSignal<Problems>, pack: Arc<Playbook>) -> impl IntoView {
    let sources = pack.sources.iter().map(|source| (source.id.to_string(), source.title.clone()));
    let first = [(BUDGET, text::guided_budget()), (AUTHORITY, text::guided_authority())];
    let first = first.map(|(id, title)| (id.to_owned(), title.to_owned()));
    view! {
        <section class="card" aria-labelledby="guided-way">
            <h2 class="card-title" id="guided-way">
                {text::guided_way()}
            </h2>
            {ticks("first", text::guided_first(), first.into(), typed.first)}
            <TextArea
                id="guided-stages"
                label=text::guided_stages()
                value=typed.stages
                problems
                optional=true
            />
            <TextField
                id="guided-won"
                label=text::guided_won()
                value=typed.won
                problems
                optional=true
                inputmode="numeric"
                hint=Some(text::guided_won_hint())
                class="input input-short"
            />
            {ticks("source", text::guided_sources(), sources.collect(), typed.sources)}
            <TextArea
                id="guided-instead"
                label=text::guided_instead()
                value=typed.instead
                problems
                optional=true
            />
            <TextField
                id="guided-link"
                label=text::guided_link()
                value=typed.link
                problems
                optional=true
                inputmode="url"
            />
        </section>
    }
}

/// A group of boxes to tick.
fn ticks(
    name: &str,
    legend: &'static str,
    options: Vec<(String, String)>,
    ticked: RwSignal<Vec<String>>,
) -> AnyView {
    let one = |(key, title): (String, String)| {
        let id = format!("guided-{name}-{key}");
        let is_on = {
            let key = key.clone();
            move || ticked.with(|ticked| ticked.contains(&key))
        };
        let turn = move |_| {
            ticked.update(|ticked| match ticked.iter().position(|other| *other == key) {
                Some(place) => drop(ticked.remove(place)),
                None => ticked.push(key.clone()),
            });
        };
        view! {
            <div class="pb-tick-line">
                <input type="checkbox" id=id.clone() prop:checked=is_on on:change=turn />
                <label for=id>{title}</label>
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{legend} " " <span class="optional">{text::optional()}</span></legend>
            <div class="studio-ticks">{options.into_iter().map(one).collect_any()}</div>
        </fieldset>
    }
    .into_any()
}
