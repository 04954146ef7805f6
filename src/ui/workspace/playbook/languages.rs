//! What visitors read in other languages: which ones there are, and their texts beside the playbook's
//! own.

mod texts;

use super::field::{Choices, Field, Kind, plain};
use super::rows::problem;
use super::subject::edit;
use super::words;
use crate::app::edit::{Done, Label, languages};
use crate::app::embed_code::Language;
use crate::domain::playbook::Noun;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::form::focus;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use texts::Texts;

/// What can be chosen beside the languages the wizard itself speaks; a file may name any other.
const OTHERS: [&str; 36] = [
    "bg", "bn", "ca", "cs", "da", "el", "et", "fa", "fi", "ga", "he", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "lt", "lv", "ms", "nb", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sr", "sv",
    "th", "tr", "uk", "ur", "zh-Hans",
];

/// The page of languages.
#[component]
pub(super) fn Languages() -> impl IntoView {
    let context = AppContext::get();
    let own = Memo::new(move |_| context.draft().own_language().to_owned());
    let write_in = Arc::new(move |tag: &str| {
        edit(context, Label::new(Done::Set, Noun::Playbook, ""), |draft, _| {
            languages::write_in(draft, tag)
        })
    });
    let kind = Kind::Select(Signal::derive(move || choices(&[own.get()], &[])));
    let own = Field::new(
        context,
        "own-language".to_owned(),
        text::pb_own_language(),
        kind,
        own,
        write_in,
    );
    let tags = Memo::new(move |_| {
        let draft = context.draft();
        draft.translations.all().iter().map(|one| one.language.clone()).collect::<Vec<_>>()
    });
    let shown = RwSignal::new(String::new());
    // The one chosen while it is there, else the first one.
    let current = Memo::new(move |_| {
        let (tags, shown) = (tags.get(), shown.get());
        if tags.contains(&shown) { shown } else { tags.first().cloned().unwrap_or_default() }
    });
    let some = Memo::new(move |_| tags.with(|tags| !tags.is_empty()));
    let into = Kind::Select(Signal::derive(move || named(tags.get())));
    let show = Arc::new(move |tag: &str| {
        shown.set(tag.to_owned());
        Ok(())
    });
    let into = Field::new(
        context,
        "translate-into".to_owned(),
        text::pb_translate_into(),
        into,
        current,
        show,
    );
    let texts = move || {
        let tag = current.get();
        (!tag.is_empty()).then(|| view! { <Texts tag /> })
    };
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_languages()}
        </h1>
        <p class="quiet">{text::pb_languages_text()}</p>
        <section class="card" aria-labelledby="title">
            {own.hint(text::pb_own_language_hint()).draw()}
            {adding(context, tags, shown)}
        </section>
        <section class="card" aria-labelledby="translations">
            <h2 class="card-title" id="translations">
                {text::pb_translations()}
            </h2>
            <Shown when=move || !some.get()>
                <p class="quiet">{text::pb_translations_none()}</p>
            </Shown>
            <div hidden=move || !some.get()>{into.draw()}</div>
            {texts}
        </section>
    }
}

/// The form that adds a language.
fn adding(context: AppContext, tags: Memo<Vec<String>>, shown: RwSignal<String>) -> AnyView {
    let (wanted, error) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let choices = Signal::derive(move || {
        let mut all = plain([("", text::pb_language_choose())]);
        let own = context.draft().own_language().to_owned();
        all.extend(choices(&[], &[tags.get(), vec![own]].concat()));
        all
    });
    let kind = Kind::Select(choices);
    let field = Field::entry(context, "add-language", text::pb_language_add(), kind, wanted);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let tag = wanted.get_untracked();
        let label = Label::new(Done::Add, Noun::Language, intl::language(&tag));
        match edit(context, label, |draft, _| languages::add(draft, &tag)) {
            Ok(()) => {
                error.set(None);
                wanted.set(String::new());
                shown.set(tag);
                request_animation_frame(|| focus("translate-into"));
            }
            Err(why) => {
                let draft = context.draft_untracked();
                error.set(Some(words::refused_in(&draft, &why, text::pb_language_add())));
                focus("add-language");
            }
        }
    };
    view! {
        <form class="pb-form" novalidate on:submit=submit>
            {field.draw()}
            <div class="actions">
                <button class="btn" type="submit">
                    {text::pb_language_add_button()}
                </button>
            </div>
            {problem(error)}
        </form>
    }
    .into_any()
}

/// Languages to choose from, with these and without those, by their names.
fn choices(with: &[String], without: &[String]) -> Choices {
    let known: BTreeSet<&str> =
        Language::ALL.map(Language::code).into_iter().chain(OTHERS).collect();
    let more = with.iter().filter(|tag| !known.contains(tag.as_str())).cloned();
    let all = known.iter().map(|tag| (*tag).to_owned()).chain(more);
    named(all.filter(|tag| !without.contains(tag)))
}

fn named(tags: impl IntoIterator<Item = String>) -> Choices {
    let mut all: Vec<_> = tags.into_iter().map(|tag| (intl::language(&tag), tag)).collect();
    all.sort();
    plain(all.into_iter().map(|(name, tag)| (tag, name)))
}
