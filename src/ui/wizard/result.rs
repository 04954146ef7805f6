//! The result: what it comes to, why, and what to do next.

use super::frame::{Arrival, Subtitle, Title, Top};
use super::marks::{VerdictMark, outcome_mark};
use crate::domain::range::Outcome;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// What the result says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
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
pub fn ResultPage(
    /// What it says.
    verdict: Verdict,
    /// How the page comes up.
    arrival: Arrival,
    /// Goes back; none where there are other ways.
    #[prop(optional_no_strip)]
    back: Option<Callback<()>>,
    /// Why.
    why: AnyView,
    /// What can be done now.
    children: Children,
) -> impl IntoView {
    let Verdict { outcome, title, text: words, next } = verdict;
    let next_title = match outcome {
        Outcome::NotMet => text::what_instead(),
        Outcome::Met | Outcome::Unknown => text::what_next(),
    };
    let next = (!next.is_empty()).then(|| {
        view! {
            <div class="wizard-next">
                <Subtitle heading=arrival.heading>{next_title}</Subtitle>
                <p>{next}</p>
            </div>
        }
    });
    let words = (!words.is_empty()).then(|| view! { <p class="quiet">{words}</p> });
    view! {
        <div class="wizard-step" part="result">
            <Top back=back />
            <div class="verdict" data-outcome=outcome_mark(outcome)>
                <span class="verdict-mark">
                    <VerdictMark outcome=outcome />
                </span>
                <Title arrival=arrival>{title}</Title>
                {words}
            </div>
            <div>
                <Subtitle heading=arrival.heading>{text::why()}</Subtitle>
                {why}
            </div>
            {next}
            <div class="wizard-actions">{children()}</div>
        </div>
    }
}
