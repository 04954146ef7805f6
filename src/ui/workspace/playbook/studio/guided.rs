//! The guided start: a dozen questions on one page, and the first playbook from the answers.

use super::guided_words::worded;
use super::replaces::Replaces;
use crate::app::guided::{Guided, first_playbook};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::words::is_plain_link;
use crate::platform::intl;
use crate::ui::context::{AppContext, default_playbook};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::form::{ErrorSummary, Problems, TextArea, TextField};
use crate::ui::workspace::playbook::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The highest share of opportunities that are won, in percent, which still leaves room to rise.
const MOST_WON: u32 = 79;

/// What is typed and ticked.
#[derive(Debug, Clone, Copy)]
struct Typed {
    offering: RwSignal<String>,
    least: RwSignal<String>,
    most: RwSignal<String>,
    industries: RwSignal<Vec<String>>,
    countries: RwSignal<Vec<String>>,
    pain: RwSignal<String>,
    situation: RwSignal<String>,
    years: RwSignal<String>,
    first: RwSignal<Vec<String>>,
    stages: RwSignal<String>,
    won: RwSignal<String>,
    sources: RwSignal<Vec<String>>,
    instead: RwSignal<String>,
    link: RwSignal<String>,
}

/// The words of what must be there before an opportunity.
const BUDGET: &str = "budget";
const AUTHORITY: &str = "authority";

impl Typed {
    fn new() -> Self {
        let (line, ticks) = (|| RwSignal::new(String::new()), || RwSignal::new(Vec::new()));
        Self {
            offering: line(),
            least: line(),
            most: line(),
            industries: ticks(),
            countries: ticks(),
            pain: line(),
            situation: line(),
            years: line(),
            first: ticks(),
            stages: line(),
            won: line(),
            sources: ticks(),
            instead: line(),
            link: line(),
        }
    }

    /// What was said, and what of it makes no sense.
    fn read(self) -> (Guided, Problems) {
        let mut problems = Problems::new();
        let mut number = |id: &'static str, typed: RwSignal<String>, most: u32| {
            let typed = typed.get_untracked();
            if typed.trim().is_empty() {
                return None;
            }
            let number = typed.trim().parse().ok().filter(|n| (1..=most).contains(n));
            if number.is_none() {
                problems.push((id, text::guided_err_number(intl::count(most as usize))));
            }
            number
        };
        let least = number("guided-least", self.least, 10_000_000);
        let most = number("guided-most", self.most, 10_000_000);
        let years = number("guided-years", self.years, 100);
        let won = number("guided-won", self.won, MOST_WON);
        let said = Guided {
            offering: self.offering.get_untracked().trim().to_owned(),
            least_employees: least,
            most_employees: most,
            industries: ids(self.industries),
            countries: ids(self.countries),
            pain: self.pain.get_untracked(),
            situation: self.situation.get_untracked(),
            old_after_years: years,
            budget_first: self.first.with_untracked(|first| first.iter().any(|f| f == BUDGET)),
            authority_first: self
                .first
                .with_untracked(|first| first.iter().any(|f| f == AUTHORITY)),
            stages: self.stages.with_untracked(|all| all.lines().map(str::to_owned).collect()),
            start_chance: won.map(|percent| f64::from(percent) / 100.0),
            sources: ids(self.sources),
            instead: self.instead.get_untracked(),
            link: self.link.get_untracked().trim().to_owned(),
        };
        if said.offering.is_empty() {
            problems.insert(0, ("guided-offering", text::guided_err_offering().to_owned()));
        }
        if least.zip(most).is_some_and(|(least, most)| least > most) {
            problems.push(("guided-most", text::pb_err_not_in_order().to_owned()));
        }
        if !said.link.is_empty() && !is_plain_link(&said.link) {
            problems.push(("guided-link", text::pb_err_bad_link().to_owned()));
        }
        (said, problems)
    }
}

fn ids<I: for<'a> From<&'a str>>(ticked: RwSignal<Vec<String>>) -> Vec<I> {
    ticked.with_untracked(|ticked| ticked.iter().map(|id| I::from(id)).collect())
}

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
