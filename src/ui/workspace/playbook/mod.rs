//! The playbook editor: every part of it as pages of plain fields, upon a draft.
//!
//! Refuses to know how a change is made: that is `app/edit`. Invariant: whatever is shown is the
//! draft's; what judges contacts changes by publishing alone.

mod cards;
pub(super) mod checks;
mod common;
mod criteria;
mod criterion;
mod difference;
mod field;
mod frame;
mod gates;
mod guide;
mod kinds;
mod languages;
mod lists;
mod mends;
mod moves;
mod new_criterion;
mod new_form;
mod new_question;
mod nouns;
mod once;
mod overview;
mod people;
mod persona;
mod question;
mod questions;
mod readiness;
mod reasons;
mod rows;
mod rule;
mod scores;
mod sources;
mod stage;
pub(super) mod studio;
mod subject;
mod visitors;
pub(super) mod words;

use crate::app::route::PlaybookPage;
use crate::ui::text::workspace as text;
use frame::Frame;
use leptos::prelude::*;

/// The title of a page.
pub(super) fn title(page: &PlaybookPage) -> &'static str {
    match page {
        PlaybookPage::Overview => text::playbook(),
        PlaybookPage::Questions | PlaybookPage::Question(_) => text::pb_questions(),
        PlaybookPage::Criteria | PlaybookPage::Criterion(_) => text::pb_criteria(),
        PlaybookPage::Gates | PlaybookPage::Level(_) | PlaybookPage::Stage(_) => text::pb_gates(),
        PlaybookPage::People | PlaybookPage::Persona(_) => text::pb_people(),
        PlaybookPage::Sources => text::pb_sources(),
        PlaybookPage::Scores => text::pb_scores(),
        PlaybookPage::Visitors => text::pb_visitors(),
        PlaybookPage::Languages => text::pb_languages(),
        PlaybookPage::Words => text::pb_words(),
        PlaybookPage::Packs => text::packs(),
        PlaybookPage::Share => text::share(),
        PlaybookPage::Embed => text::embed(),
        PlaybookPage::Guided => text::guided(),
        PlaybookPage::Try => text::trying(),
        PlaybookPage::Checks => text::checks(),
    }
}

/// A page of the playbook.
#[component]
pub(super) fn PlaybookView(
    /// Which one.
    page: PlaybookPage,
) -> impl IntoView {
    let content = match page.clone() {
        PlaybookPage::Overview => view! { <overview::Overview /> }.into_any(),
        PlaybookPage::Questions => view! { <questions::Questions /> }.into_any(),
        PlaybookPage::Question(id) => view! { <question::QuestionPage id /> }.into_any(),
        PlaybookPage::Criteria => view! { <criteria::Criteria /> }.into_any(),
        PlaybookPage::Criterion(id) => view! { <criterion::CriterionPage id /> }.into_any(),
        PlaybookPage::Gates => view! { <gates::Gates /> }.into_any(),
        PlaybookPage::Level(level) => view! { <stage::LevelPage level /> }.into_any(),
        PlaybookPage::Stage(id) => view! { <stage::StagePage id /> }.into_any(),
        PlaybookPage::Packs => view! { <studio::Packs /> }.into_any(),
        PlaybookPage::Share => view! { <studio::Share /> }.into_any(),
        PlaybookPage::Embed => view! { <super::embed_code::EmbedPage /> }.into_any(),
        PlaybookPage::Guided => view! { <studio::GuidedStart /> }.into_any(),
        PlaybookPage::Try => view! { <studio::TryOut /> }.into_any(),
        PlaybookPage::People => view! { <people::People /> }.into_any(),
        PlaybookPage::Persona(id) => view! { <persona::PersonaPage id /> }.into_any(),
        PlaybookPage::Sources => view! { <sources::Sources /> }.into_any(),
        PlaybookPage::Scores => view! { <scores::Scores /> }.into_any(),
        PlaybookPage::Visitors => view! { <visitors::Visitors /> }.into_any(),
        PlaybookPage::Languages => view! { <languages::Languages /> }.into_any(),
        PlaybookPage::Words => view! { <reasons::Words /> }.into_any(),
        PlaybookPage::Checks => view! { <checks::ChecksPage /> }.into_any(),
    };
    view! { <Frame page>{content}</Frame> }
}
