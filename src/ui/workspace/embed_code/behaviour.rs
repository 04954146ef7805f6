//! The card of what visitors and the page round the wizard can do, and where the files lie.

use super::{Desk, field};
use crate::app::embed_code::address::Url;
use crate::app::embed_code::{Field, Switch};
use crate::platform::{address, intl};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn BehaviourCard() -> impl IntoView {
    let desk = Desk::get();
    let files = Signal::stored(address::folder(super::FILES).unwrap_or_default());
    let words = Signal::derive(move || {
        let language = desk.choices.with(|choices| choices.language);
        text::form_words(language, intl::plain).contact.to_owned()
    });
    let local = move || {
        let own = files.get();
        let typed = desk.choices.with(|choices| choices.typed(Field::Files).to_owned());
        let used = if typed.is_empty() { own } else { typed };
        Url::parse(&used).is_ok_and(|url| url.is_own_machine())
    };
    let elsewhere =
        move || desk.setup.with(|setup| setup.as_ref().is_ok_and(|setup| !setup.own_files));
    view! {
        <section class="card" aria-labelledby="embed-behaviour">
            <h2 class="card-title" id="embed-behaviour">
                {text::embed_behaviour()}
            </h2>
            {field::address(
                Field::Contact,
                false,
                Some(text::embed_contact_hint()),
                Signal::stored(String::new()),
            )}
            {field::words(Field::ContactWords, words)}
            {field::tick(
                text::embed_resume(),
                Some(text::embed_resume_text()),
                |choices| !choices.has(Switch::NoResume),
                |choices, on| choices.turn(Switch::NoResume, !on),
            )}
            {field::switch(Switch::History, text::embed_history(), None)}
            {field::switch(
                Switch::CaptureUtm,
                text::embed_capture(),
                Some(text::embed_capture_text()),
            )}
            {field::switch(Switch::EmitData, text::embed_emit(), Some(text::embed_emit_text()))}
            <Prefill />
            {field::address(Field::Files, true, Some(text::embed_files_hint()), files)}
            {move || {
                elsewhere().then_any(|| view! { <p class="small">{text::embed_files_text()}</p> })
            }}
            {move || {
                local().then_any(|| view! { <p class="banner">{text::embed_files_local()}</p> })
            }}
        </section>
    }
}

/// The questions to tick.
#[component]
fn Prefill() -> impl IntoView {
    let desk = Desk::get();
    let boxes = move || {
        let visitors = desk.visitors.get();
        let asked = visitors.questions.iter();
        let asked = asked.filter(|it| it.ask.is_some() && it.retired.is_none());
        let one = |question: &crate::domain::playbook::question::Question| {
            let (id, turned) = (question.id.clone(), question.id.clone());
            field::tick(
                format!("{} ({id})", question.title),
                None,
                move |choices| choices.prefill.contains(&id),
                move |choices, on| {
                    if on {
                        choices.prefill.insert(turned.clone());
                    } else {
                        choices.prefill.remove(&turned);
                    }
                },
            )
        };
        asked.map(one).collect_any()
    };
    view! {
        <details class="disclosure">
            <summary>{text::embed_prefill()}</summary>
            <fieldset class="out-group">
                <legend class="small quiet">{text::embed_prefill_text()}</legend>
                <div class="out-ticks">{boxes}</div>
            </fieldset>
        </details>
    }
}
