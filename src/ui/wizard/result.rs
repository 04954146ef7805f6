//! The result: what it comes to, why, and what to do next.

use super::frame::{Heading, Told, counted, subtitle, title as heading_of, top};
use super::marks::{VerdictMark, outcome_mark};
use crate::domain::outcome::Outcome;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// What the result says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultWords {
    /// Its mark.
    pub outcome: Outcome,
    /// The heading.
    pub title: String,
    /// A short paragraph.
    pub text: String,
    /// What to do next; instead, where it is not met.
    pub next: String,
}

/// The page of the result.
#[component]
pub fn ResultPage<W, M, A>(
    /// What it says.
    words: ResultWords,
    /// Which heading the page has.
    heading: Heading,
    /// Goes back; none where there are other ways.
    back: Option<Told<()>>,
    /// Why.
    why: W,
    /// More, below that.
    more: M,
    /// What can be done now.
    actions: A,
) -> impl IntoView
where
    W: IntoView + 'static,
    M: IntoView + 'static,
    A: IntoView + 'static,
{
    let ResultWords { outcome, title, text: paragraph, next } = words;
    let next_title = match outcome {
        Outcome::NotMet => text::what_instead(),
        Outcome::Met | Outcome::Unknown => text::what_next(),
    };
    let next = (!next.is_empty()).then(|| {
        view! {
            <div class="wizard-next">
                {subtitle(heading, next_title.to_owned())}
                <p>{next}</p>
            </div>
        }
    });
    let paragraph = (!paragraph.is_empty()).then(|| view! { <p class="quiet">{paragraph}</p> });
    view! {
        <div class="wizard-step" part="result">
            {top(back, counted(None))}
            <div class="verdict" data-outcome=outcome_mark(outcome)>
                <span class="verdict-mark">
                    <VerdictMark outcome=outcome />
                </span>
                {heading_of(heading, title)}
                {paragraph}
            </div>
            <div>
                {subtitle(heading, text::why().to_owned())}
                {why}
            </div>
            {next}
            {more}
            <div class="wizard-actions">{actions}</div>
        </div>
    }
}
