//! Whether the contact agreed that what it said is kept and used, and the way to record that.

use super::super::words;
use super::Subject;
use crate::app::command::Command;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use leptos::prelude::*;

/// What is on record, the words to agree to, and what can be recorded now.
#[component]
pub(super) fn ConsentLine() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let said = move || subject.judged.with(words::consent);
    let asked = move || {
        let consent = context.playbook().consent.clone();
        consent.map(|consent| consent.text).filter(|text| !text.is_empty())
    };
    // What is on record already is refused, which changes nothing.
    let record = move |given: bool| {
        let _ = context.dispatch(subject.id, Command::RecordConsent(given));
    };
    view! {
        <div class="consent">
            <p>
                <b>{text::packet_consent()}</b>
                ": "
                {said}
            </p>
            {move || asked().map_any(|asked| view! { <p class="small quiet">{text::consent_words(asked)}</p> })}
            <div class="actions">
                <button class="btn btn-small" type="button" on:click=move |_| record(true)>
                    {text::consent_agree()}
                </button>
                <button class="btn btn-small" type="button" on:click=move |_| record(false)>
                    {text::consent_disagree()}
                </button>
            </div>
        </div>
    }
}
