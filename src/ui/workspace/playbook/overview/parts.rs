//! The parts of the playbook with how much there is of each, and the way to their pages.

use crate::app::edit::Editor;
use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::playbook::checks::{Checks, summary};
use crate::ui::workspace::playbook::title;
use leptos::prelude::*;

/// The parts with how much there is of each.
#[component]
pub(super) fn Parts() -> impl IntoView {
    let context = AppContext::get();
    let checks = Checks::get();
    let parts = move || {
        let mut parts = context.editor.with(parts);
        parts.insert(0, (PlaybookPage::Checks, summary(&checks.found())));
        parts
    };
    let part = |(page, words): (PlaybookPage, String)| {
        let name = title(&page);
        view! {
            <li class="pb-part">
                <a href=Route::Playbook(page).address()>{name}</a>
                <p class="small quiet">{words}</p>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="parts">
            <h2 class="card-title" id="parts">
                {text::pb_parts()}
            </h2>
            <ul class="pb-parts">{move || parts().into_iter().map(part).collect_any()}</ul>
        </section>
    }
}

fn languages(playbook: &Playbook) -> String {
    let others = playbook.translations.all().iter().map(|one| intl::language(&one.language));
    let all = [intl::language(playbook.own_language())].into_iter().chain(others);
    all.collect::<Vec<_>>().join(", ")
}

fn parts(editor: &Editor) -> Vec<(PlaybookPage, String)> {
    let p = editor.draft();
    let n = intl::count;
    let asked = p.questions.iter().filter(|question| question.retired.is_none()).count();
    let ends = p.criteria.iter().filter(|criterion| criterion.knock_out.is_some()).count();
    let traits = p.profile.as_ref().map_or(0, |profile| profile.traits.len());
    let slots = p.chance.as_ref().map_or(0, |model| model.slots.len());
    let fit = p.scoring.as_ref().map_or(0, |scoring| scoring.fit.len());
    let reasons = p.reasons.lists().into_iter().map(|(_, list)| list.len()).sum();
    vec![
        (PlaybookPage::Questions, text::pb_part_questions(n(asked), n(p.sections.len()))),
        (PlaybookPage::Criteria, text::pb_part_criteria(n(p.criteria.len()), n(ends))),
        (
            PlaybookPage::Gates,
            text::pb_part_gates(
                n(p.gates.prospect.len()),
                n(p.gates.opportunity.len()),
                n(p.stages_in_use().count()),
            ),
        ),
        (PlaybookPage::People, text::pb_part_people(n(traits), n(p.personas.len()))),
        (PlaybookPage::Sources, text::pb_part_sources(n(p.sources.len()))),
        (PlaybookPage::Scores, text::pb_part_scores(n(slots), n(fit), n(p.cards.len()))),
        (PlaybookPage::Visitors, text::pb_part_visitors().to_owned()),
        (PlaybookPage::Languages, languages(p)),
        (PlaybookPage::Words, text::pb_part_words(n(reasons), n(p.glossary.len()))),
    ]
}
