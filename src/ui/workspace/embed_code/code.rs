//! The card of the code itself, or of everything that keeps it from being made.

use super::code_box::CodeBox;
use super::words::{id, problem};
use super::{Desk, Loader};
use crate::app::embed_code::setup::ContactLink;
use crate::app::embed_code::{Field, Problem, Setup, first, snippet};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// What can be made, as it stands; none while something is missing.
pub(super) fn made(desk: Desk) -> Option<Arc<Setup>> {
    desk.setup.with(|setup| setup.as_ref().ok().cloned())
}

/// The card.
#[component]
pub(super) fn CodeCard() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let complete = Memo::new(move |_| desk.setup.with(Result::is_ok));
    let html = Memo::new(move |_| {
        let Some(setup) = made(desk) else { return String::new() };
        let hash = desk.loader.get();
        let hash = match &hash {
            Loader::Hashed(hash) => Some(hash.as_str()),
            _ => None,
        };
        let (spoken, other) = desk.spoken();
        let question = first::first(&spoken, context.today());
        let language = desk.choices.with(|choices| choices.language);
        let words = text::form_words(language, intl::plain);
        snippet::html(&setup, hash, question, &words, other.as_deref())
    });
    let css = Memo::new(move |_| {
        let setup = made(desk)?;
        let question = first::first(&desk.visitors.get(), context.today()).cloned();
        let language = desk.choices.with(|choices| choices.language);
        snippet::css(&setup, question.as_ref(), &text::form_words(language, intl::plain))
    });
    let missing = move || {
        let wrong = desk.setup.with(|setup| setup.as_ref().err().cloned()).unwrap_or_default();
        wrong.into_iter().map(item).collect_any()
    };
    let about = move || {
        let direct = made(desk).is_some_and(|it| matches!(it.contact, ContactLink::Direct(_)));
        if direct { text::embed_code_no_form() } else { text::embed_code_text() }
    };
    let hash = move || match desk.loader.get() {
        Loader::Reading => text::embed_hash_reading(),
        Loader::Hashed(_) => text::embed_hash(),
        Loader::Unhashed => text::embed_hash_not(),
        Loader::Missing => text::embed_hash_missing(),
    };
    let sheet = move || {
        css.with(Option::is_some).then_some(()).map_any(|()| {
            let code = Signal::derive(move || css.get().unwrap_or_default());
            view! {
                <CodeBox id="embed-css" label=text::embed_css() code />
                <p class="small quiet">{text::embed_css_text()}</p>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="embed-code-title">
            <h2 class="card-title" id="embed-code-title" tabindex="-1">
                {text::embed_code()}
            </h2>
            <Shown when=move || !complete.get()>
                <p>{text::embed_missing()}</p>
                <ul class="bullets">{missing}</ul>
            </Shown>
            <Shown when=move || complete.get()>
                <p class="small quiet">{about}</p>
                <CodeBox id="embed-html" label=text::embed_html() code=html primary=true />
                <p class="small quiet">{hash}</p>
                {sheet}
            </Shown>
        </section>
    }
}

/// Something that is missing or wrong, with the way to its field.
fn item((field, what): (Field, Problem)) -> AnyView {
    let words = match what {
        Problem::Missing => problem(field, what),
        what => format!("{}: {}", super::words::name(field), problem(field, what)),
    };
    view! {
        <li>
            <a
                href=format!("#{}", id(field))
                on:click=move |event| {
                    event.prevent_default();
                    focus(id(field));
                }
            >
                {words}
            </a>
        </li>
    }
    .into_any()
}
