//! What a rep can say: the talk track of a question, what to ask on, and what to say to somebody of
//! this persona.

use crate::app::persona::persona_of;
use crate::domain::contact::Contact;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;

/// Whether there is anything to say.
pub(super) fn has_talk(question: &Question) -> bool {
    question.say.is_some() || !question.probe.is_empty()
}

/// The talk track of a question; nothing where there is none.
pub fn talk(question: &Question) -> Option<AnyView> {
    let say = question.say.clone().map(|say| {
        view! {
            <p>
                <b>{text::say_prefix()}</b>
                " "
                {say}
            </p>
        }
    });
    let probe = (!question.probe.is_empty()).then_any(|| {
        view! {
            <p>
                <b>{text::to_find_out_more()}</b>
            </p>
            {lines(&question.probe)}
        }
    });
    has_talk(question).then_any(|| view! { <div class="talk">{say} {probe}</div> })
}

/// What to say to somebody of the contact's persona; nothing where it is taken for none.
pub(super) fn persona(playbook: &Playbook, contact: &Contact) -> Option<AnyView> {
    let persona = persona_of(playbook, contact).filter(|persona| !persona.say.is_empty())?;
    let view = view! {
        <details class="disclosure small">
            <summary>{text::talking_to(&persona.title)}</summary>
            <div class="talk">{lines(&persona.say)}</div>
        </details>
    };
    Some(view.into_any())
}

fn lines(said: &[String]) -> impl IntoView + use<> {
    let lines = said.iter().cloned().map(|line| view! { <li>{line}</li> });
    view! { <ul class="talk-list">{lines.collect_any()}</ul> }
}
