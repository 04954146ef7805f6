//! Common mistakes beside a rep's question, for the sections of the standard pack that are most
//! often misunderstood.

use crate::domain::ids::SectionId;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use leptos::prelude::*;

/// The card of a section; nothing for any other.
#[component]
pub(super) fn Mistakes(
    /// The section the question is in.
    section: SectionId,
) -> impl IntoView {
    mistakes(&section).map_any(|mistakes| {
        let items = mistakes.map(|mistake| view! { <li>{mistake}</li> });
        view! {
            <details class="disclosure small">
                <summary>{text::learn_mistakes()}</summary>
                <ul class="bullets">{items.collect_any()}</ul>
            </details>
        }
    })
}

fn mistakes(section: &SectionId) -> Option<[&'static str; 3]> {
    Some(match section.as_str() {
        "pain" => [
            text::learn_mistakes_pain_1(),
            text::learn_mistakes_pain_2(),
            text::learn_mistakes_pain_3(),
        ],
        "interest" => [
            text::learn_mistakes_interest_1(),
            text::learn_mistakes_interest_2(),
            text::learn_mistakes_interest_3(),
        ],
        "fit" => [
            text::learn_mistakes_fit_1(),
            text::learn_mistakes_fit_2(),
            text::learn_mistakes_fit_3(),
        ],
        "stakeholder" => [
            text::learn_mistakes_stakeholder_1(),
            text::learn_mistakes_stakeholder_2(),
            text::learn_mistakes_stakeholder_3(),
        ],
        _ => return None,
    })
}
