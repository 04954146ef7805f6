//! A visitor's own answers, to copy or download.
//!
//! Invariant: nothing leaves the device; a browser that refuses is not passed over in silence.

use super::contact::label;
use super::result::ResultWords;
use crate::app::visit::Visit;
use crate::app::visit::contact::DETAILS;
use crate::domain::playbook::question::Face;
use crate::platform::clipboard;
use crate::ui::format;
use crate::ui::text::wizard as text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A run as a text to read: what it is about, what it comes to, each question with its answer, and
/// the contact details once they were sent.
pub fn told(visit: &Visit, result: &ResultWords) -> String {
    let playbook = visit.playbook();
    let mut told = String::new();
    for part in [&playbook.title, &result.title, &result.text, &result.next] {
        paragraph(&mut told, part, "");
    }
    for (id, value) in visit.given() {
        let Some(question) = playbook.question(id) else { continue };
        let asked = question.wording(Face::Visitor).unwrap_or(&question.title);
        let asked = format::recalled(playbook, visit.answers(), asked);
        let answer = value.map(|value| format::value(Some(question), value));
        paragraph(&mut told, &asked, answer.as_deref().unwrap_or(text::dont_know()));
    }
    for detail in DETAILS.into_iter().filter(|_| visit.contact.sent().is_some()) {
        let typed = visit.contact.typed(detail);
        if !typed.is_empty() {
            paragraph(&mut told, label(detail), typed);
        }
    }
    told
}

fn paragraph(told: &mut String, first: &str, second: &str) {
    if !first.is_empty() {
        for part in [first, if second.is_empty() { "" } else { "\n" }, second, "\n\n"] {
            told.push_str(part);
        }
    }
}

/// The ways to take a text along.
pub fn take(told: String) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let link = String::from(js_sys::encode_uri_component(&told));
    let link = ["data:text/plain;charset=utf-8,", &link].concat();
    // Said now: by the time it is copied another wizard may have spoken.
    let (copied, not_copied) = (text::copied(), text::not_copied());
    let copy = move |_| {
        let told = told.clone();
        said.set(None);
        spawn_local(async move {
            let words = if clipboard::copy(&told).await { copied } else { not_copied };
            said.set(Some(words.to_owned()));
        });
    };
    view! {
        <p class="widget-forget">
            <button class="link" type="button" on:click:capture=copy>
                {text::copy_answers()}
            </button>
            " "
            <a class="link" href=link download=text::answers_file()>
                {text::download_answers()}
            </a>
            " "
            <span role="status">{move || said.get()}</span>
        </p>
    }
}
