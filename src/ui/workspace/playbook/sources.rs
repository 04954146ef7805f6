//! Where contacts come from, and what each source says.

use super::field::{Choices, Kind, plain};
use super::lists::{self, folded, line, one};
use super::rows::Adding;
use super::subject::{Subject, edit, put, some};
use crate::app::edit::refused::{self, lines, text as clean};
use crate::app::edit::{Done, Label, sources};
use crate::domain::playbook::Noun;
use crate::domain::playbook::Source;
use crate::domain::playbook::market::{Intent, Origin};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of sources.
#[component]
pub(super) fn Sources() -> impl IntoView {
    let context = AppContext::get();
    let all = Subject::<Vec<Source>>::new(
        "source",
        Noun::Source,
        |_| String::new(),
        |playbook| Some(&playbook.sources),
        |draft| Some(&mut draft.sources),
    );
    let add = Arc::new(move |typed: &str| {
        let label = Label::new(Done::Set, Noun::Source, typed.trim());
        edit(context, label, |draft, published| sources::add(draft, published, typed)).map(|_| ())
    });
    let rows = lists::rows(
        &all,
        Vec::len,
        |all, place| all.get(place).map(|one| one.title.clone()).unwrap_or_default(),
        row,
        Adding::Named(text::pb_source_add().to_owned(), add),
    );
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_sources()}
        </h1>
        <p class="quiet">{text::pb_sources_text()}</p>
        <section class="card" aria-labelledby="title">
            {rows}
        </section>
    }
}

/// How much a source says, by its word for form controls.
pub(super) const INTENTS: [(&str, Intent); 3] =
    [("low", Intent::Low), ("medium", Intent::Medium), ("high", Intent::High)];

/// What an intent is called.
pub(super) fn intent_name(intent: Intent) -> &'static str {
    match intent {
        Intent::Low => text::pb_intent_low(),
        Intent::Medium => text::pb_intent_medium(),
        Intent::High => text::pb_intent_high(),
    }
}

/// The word of an intent.
pub(super) fn intent_key(intent: Option<Intent>) -> String {
    let known = INTENTS.iter().find(|(_, known)| Some(*known) == intent);
    known.map_or("", |(key, _)| key).to_owned()
}

/// The intent of a word.
pub(super) fn intent_of(key: &str) -> Option<Intent> {
    INTENTS.iter().find(|(known, _)| *known == key).map(|(_, intent)| *intent)
}

/// Intents to choose from, and none by this name.
pub(super) fn intents(none: &'static str) -> Signal<Choices> {
    let known = INTENTS.iter().map(|(key, intent)| (*key, intent_name(*intent)));
    Signal::stored(plain([("", none)].into_iter().chain(known)))
}

fn row(all: &Subject<Vec<Source>>, place: usize) -> AnyView {
    let source = one(all, place).named(Noun::Source, |source| source.title.clone());
    let title = source.line(
        "title",
        text::pb_source(place + 1),
        |source| source.title.clone(),
        |source, typed| put(&mut source.title, refused::title(typed)),
    );
    let name = source.memo(|source| source.title.clone());
    view! {
        <div class="pb-option">
            {title.bare()}
            {folded(move || text::pb_source_details(name.get()), move || details(&source))}
        </div>
    }
    .into_any()
}

fn details(source: &Subject<Source>) -> AnyView {
    let group = source.line(
        "group",
        text::pb_source_group(),
        |source| source.group.clone().unwrap_or_default(),
        |source, typed| put(&mut source.group, some(clean(typed))),
    );
    let origins = plain([
        ("", text::pb_origin_none()),
        ("in", text::pb_origin_inbound()),
        ("out", text::pb_origin_outbound()),
    ]);
    let origin = source.field(
        Kind::Select(Signal::stored(origins)),
        "origin",
        text::pb_source_origin(),
        |source| match source.origin {
            Some(Origin::Inbound) => "in".to_owned(),
            Some(Origin::Outbound) => "out".to_owned(),
            None => String::new(),
        },
        |source, typed| {
            source.origin = match typed {
                "in" => Some(Origin::Inbound),
                "out" => Some(Origin::Outbound),
                _ => None,
            };
            Ok(())
        },
    );
    let intent = source.field(
        Kind::Select(intents(text::pb_intent_none())),
        "intent",
        text::pb_source_intent(),
        |source| intent_key(source.intent),
        |source, typed| {
            source.intent = intent_of(typed);
            Ok(())
        },
    );
    let utm = source.area(
        "utm",
        text::pb_source_utm(),
        |source| source.utm.join("\n"),
        |source, typed| put(&mut source.utm, lines(typed)),
    );
    view! {
        {line([origin.draw(), intent.draw()])}
        {group.optional().draw()}
        {utm.optional().hint(text::pb_one_a_line()).draw()}
    }
    .into_any()
}
