//! The view Learn: what words mean here, how the levels differ, practice, and missteps.
//!
//! Owns the way between its pages; each has an address of its own. Refuses to judge: what a case or
//! a contact comes to is said by `app/learn`.

mod differences;
mod glossary;
mod missteps;
mod practice;
pub mod words;

pub(super) use glossary::{level_entry, stage_entry};

use crate::app::route::{Lesson, Route};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;

/// One page of the view.
#[component]
pub fn LearnView(
    /// Which one.
    lesson: Lesson,
) -> impl IntoView {
    let links = Lesson::ALL.map(|other| {
        view! {
            <a
                class="learn-link"
                href=Route::Learn(other).address()
                aria-current=(other == lesson).then_some("page")
            >
                {words::lesson(other)}
            </a>
        }
    });
    let page = match lesson {
        Lesson::Glossary => view! { <glossary::Glossary /> }.into_any(),
        Lesson::Differences => view! { <differences::Differences /> }.into_any(),
        Lesson::Practice => view! { <practice::Practice /> }.into_any(),
        Lesson::Missteps => view! { <missteps::Missteps /> }.into_any(),
    };
    view! {
        <div class="learn">
            <nav class="learn-nav" aria-label=text::learn()>
                {links.collect_any()}
            </nav>
            {page}
        </div>
    }
}

/// A page's heading, which takes the focus.
fn title(words: &'static str) -> impl IntoView {
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {words}
        </h1>
    }
}
