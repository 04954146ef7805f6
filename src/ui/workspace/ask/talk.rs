//! What a rep can say: the talk track of a question and what to ask on.

use crate::domain::playbook::question::Question;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;

/// Whether there is anything to say.
pub(super) fn has_talk(question: &Question) -> bool {
    question.say.is_some() || !question.probe.is_empty()
}

/// The talk track.
pub(super) fn talk(question: &Question) -> impl IntoView + use<> {
    let say = question.say.clone().map(|say| {
        view! {
            <p>
                <b>{text::say_prefix()}</b>
                " "
                {say}
            </p>
        }
    });
    let probe = question.probe.clone();
    let probe = (!probe.is_empty()).then_any(|| {
        let probe = probe.into_iter().map(|ask| view! { <li>{ask}</li> });
        view! {
            <p>
                <b>{text::to_find_out_more()}</b>
            </p>
            <ul class="talk-list">{probe.collect_any()}</ul>
        }
    });
    view! { <div class="talk">{say} {probe}</div> }
}
