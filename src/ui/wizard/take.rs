//! A visitor's own answers, to copy or download.
//!
//! Invariant: nothing leaves the device; a browser that refuses is not passed over in silence.

use super::contact::label;
use super::result::ResultWords;
use crate::app::visit::Visit;
use crate::app::visit::contact::{Contact, DETAILS};
use crate::domain::playbook::question::Face;
use crate::platform::clipboard;
use crate::ui::format;
use crate::ui::text::{bound, wizard as text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A run as a text to read: what it is about, what it comes to, and each question with its answer.
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
    told
}

/// The same with the contact details that were sent along.
pub fn with_details(mut told: String, contact: &Contact) -> String {
    for detail in DETAILS.into_iter().filter(|_| contact.sent().is_some()) {
        let typed = contact.typed(detail);
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
pub fn take(told: String, contact: Option<ArcRwSignal<Contact>>) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let whole = move || match &contact {
        Some(contact) => contact.with(|contact| with_details(told.clone(), contact)),
        None => told.clone(),
    };
    let link = whole.clone();
    let link = bound(move || {
        let text = String::from(js_sys::encode_uri_component(&link()));
        ["data:text/plain;charset=utf-8,", &text].concat()
    });
    let (copied, not_copied) = (text::copied(), text::not_copied());
    let copy = move |_| {
        let told = whole();
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
