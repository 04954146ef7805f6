//! The glossary: levels, stages and words as the active playbook has them, also as one printed page.

use super::{title, words};
use crate::app::route::level_word;
use crate::domain::playbook::words::Term;
use crate::domain::playbook::{Playbook, Stage};
use crate::domain::position::Level;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::words::{criteria, level as level_name};
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn Glossary() -> impl IntoView {
    let context = AppContext::get();
    let defined = move || {
        let playbook = context.playbook();
        text::learn_defined_by(&playbook.title, playbook.revision)
    };
    view! {
        <div class="learn-sheet">
            <div class="view-head">
                {title(text::learn_glossary())}
                <button
                    class="btn learn-print"
                    type="button"
                    on:click=|_| {
                        // A browser that does not print leaves the page as it is.
                        let _ = window().print();
                    }
                >
                    {text::learn_print()}
                </button>
            </div>
            <p class="learn-lead">{text::learn_glossary_lead()} " " {defined}</p>
            {move || sheet(&context.playbook())}
        </div>
    }
}

fn sheet(playbook: &Playbook) -> impl IntoView + use<> {
    let levels = Level::ALL.map(|level| level_entry(playbook, level)).collect_any();
    let stages = playbook.stages_in_use().map(|stage| stage_entry(playbook, stage)).collect_any();
    let terms = if playbook.glossary.is_empty() {
        words::fixed().map(|(term, means, mistaken)| entry(term, means, mistaken)).collect_any()
    } else {
        let own = playbook.glossary.iter();
        own.map(|Term { term, meaning, mistaken }| entry(term, meaning, mistaken.as_deref()))
            .collect_any()
    };
    let stages =
        (!stages.is_empty()).then_any(|| section("learn-stages", text::learn_stages(), stages));
    view! {
        {section("learn-levels", text::learn_levels(), levels)}
        {stages}
        {section("learn-words", text::learn_words(), terms)}
    }
}

fn section(id: &'static str, title: &'static str, entries: Vec<AnyView>) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby=id>
            <h2 class="card-title" id=id>
                {title}
            </h2>
            <dl class="terms">{entries}</dl>
        </section>
    }
}

/// A level with its meaning, inside a list of terms.
pub(in crate::ui::workspace) fn level_entry(
    playbook: &Playbook,
    level: Level,
) -> impl IntoView + use<> {
    let gate = match level {
        Level::Prospect => playbook.gates.prospect.as_slice(),
        Level::Opportunity => playbook.gates.opportunity.as_slice(),
        Level::Lead | Level::Customer => &[],
    };
    let takes = (!gate.is_empty()).then(|| text::learn_gets_here(criteria(playbook, gate)));
    view! {
        <div class="term">
            <dt>
                <span class="level" data-level=level_word(level)>
                    {level_name(level)}
                </span>
            </dt>
            <dd>{words::about_level(playbook, level)}</dd>
            {takes.map_any(aside)}
        </div>
    }
}

/// A stage with its meaning, inside a list of terms.
pub(in crate::ui::workspace) fn stage_entry(
    playbook: &Playbook,
    stage: &Stage,
) -> impl IntoView + use<> {
    let leaves =
        (!stage.exit.is_empty()).then(|| text::learn_leaves(criteria(playbook, &stage.exit)));
    let about = (!stage.about.is_empty()).then(|| stage.about.clone());
    view! {
        <div class="term">
            <dt>{stage.title.clone()}</dt>
            {about.map_any(|about| view! { <dd>{about}</dd> })}
            {leaves.map_any(aside)}
        </div>
    }
}

fn entry(term: &str, meaning: &str, mistaken: Option<&str>) -> impl IntoView + use<> {
    view! {
        <div class="term">
            <dt>{term.to_owned()}</dt>
            <dd>{meaning.to_owned()}</dd>
            {mistaken
                .map_any(|mistaken| {
                    view! {
                        <dd class="term-aside">
                            <b>{text::learn_mistaken()}</b>
                            " "
                            {mistaken.to_owned()}
                        </dd>
                    }
                })}
        </div>
    }
}

fn aside(words: String) -> impl IntoView {
    view! { <dd class="term-aside">{words}</dd> }
}
