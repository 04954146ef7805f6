//! The playbook editor: every part of it as pages of plain fields, upon a draft.
//!
//! Refuses to know how a change is made: that is `app/edit`. Invariant: whatever is shown is the
//! draft's; what judges contacts changes by publishing alone.

mod field;
mod frame;
mod overview;
mod rows;
mod subject;
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
        PlaybookPage::Words => text::pb_words(),
    }
}

/// A page of the playbook.
#[component]
pub(super) fn PlaybookView(
    /// Which one.
    page: PlaybookPage,
) -> impl IntoView {
    let content = match page.clone() {
        _ => view! { <overview::Overview /> }.into_any(),
    };
    view! { <Frame page>{content}</Frame> }
}
