//! The texts of one language, each beside what it translates.
//!
//! Which rows there are is settled when the language or the filter is chosen: a row that is filled in
//! does not vanish under the hand.

use crate::app::edit::{Done, Label, languages};
use crate::app::embed_code::Language;
use crate::domain::language::primary;
use crate::domain::playbook::texts::Text;
use crate::domain::playbook::{Noun, Playbook};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::form::focus;
use crate::ui::workspace::playbook::checks::place;
use crate::ui::workspace::playbook::difference::field_name;
use crate::ui::workspace::playbook::field::{Field, Kind};
use crate::ui::workspace::playbook::subject::{edit, ticked};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows drawn at first, and with each "Show more".
const PAGE: usize = 40;

/// A text to translate.
#[derive(Clone, PartialEq)]
struct Row {
    path: String,
    /// What it is, such as the wording of a question.
    name: String,
    words: String,
    needed: bool,
}

/// The texts of a language.
#[component]
pub(super) fn Texts(
    /// Its tag.
    tag: String,
) -> impl IntoView {
    let context = AppContext::get();
    let missing = {
        let tag = tag.clone();
        Memo::new(move |_| missing(&context.draft(), &tag))
    };
    let in_vain = {
        let tag = tag.clone();
        Memo::new(move |_| in_vain(&context.draft(), &tag))
    };
    let (missing_only, most) = (RwSignal::new(String::new()), RwSignal::new(PAGE));
    let filter =
        Field::entry(context, "missing-only", text::pb_missing_only(), Kind::Tick, missing_only);
    let rows = {
        let tag = tag.clone();
        move |only: bool| {
            let draft = context.draft_untracked();
            let lacks = |row: &Row| draft.translations.text(&tag, &row.path).is_none();
            let mut rows = self::rows(&draft);
            rows.retain(|row| !only || (row.needed && lacks(row)));
            rows
        }
    };
    // What was missing when the filter was set stays until it is set anew.
    let kept = RwSignal::new(Vec::<Row>::new());
    Effect::new(move |_| {
        kept.set(rows(missing_only.with(|on| on == ticked(true))));
        most.set(PAGE);
    });
    let drawn = Memo::new(move |_| {
        kept.with(|kept| kept.iter().take(most.get()).cloned().collect::<Vec<_>>())
    });
    let left = move || kept.with(Vec::len).saturating_sub(most.get());
    let name = intl::language(&tag);
    let unspoken = (!Language::ALL.iter().any(|spoken| spoken.code() == primary(&tag)))
        .then_any(|| view! { <p class="small quiet">{text::pb_wizard_english()}</p> });
    let count = move || {
        let (missing, all) = missing.get();
        match missing {
            0 => text::pb_missing_none().to_owned(),
            n => text::pb_missing(intl::count(n), intl::count(all)),
        }
    };
    let row = {
        let tag = tag.clone();
        move |row: Row| draw_row(context, &tag, row)
    };
    let tidy = {
        let (tag, name) = (tag.clone(), name.clone());
        move |_| {
            let label = Label::new(Done::Set, Noun::Language, &name);
            // Nothing of this can be refused.
            let _ = edit(context, label, |draft, _| {
                languages::tidy(draft, &tag);
                Ok(())
            });
            request_animation_frame(|| focus("translations"));
        }
    };
    let remove = {
        let (tag, name) = (tag.clone(), name.clone());
        move |_| {
            let label = Label::new(Done::Remove, Noun::Language, &name);
            // Refused only where another page took it out already.
            let _ = edit(context, label, |draft, _| languages::remove(draft, &tag));
            request_animation_frame(|| focus("add-language"));
        }
    };
    let tidy_words = move || match in_vain.get() {
        1 => text::pb_language_tidy_one().to_owned(),
        n => text::pb_language_tidy(intl::count(n)),
    };
    view! {
        {unspoken}
        <p role="status">{count}</p>
        {filter.draw()}
        <ul class="pb-texts">
            <For each=move || drawn.get() key=|row: &Row| row.path.clone() children=row />
        </ul>
        <div class="actions">
            <button
                class="btn btn-small"
                type="button"
                hidden=move || left() == 0
                on:click=move |_| most.update(|most| *most += PAGE)
            >
                {move || text::pb_show_more(intl::count(left()))}
            </button>
            <button class="btn" type="button" hidden=move || in_vain.get() == 0 on:click=tidy>
                {tidy_words}
            </button>
            <button class="btn btn-danger" type="button" on:click=remove>
                {text::pb_language_remove(name)}
            </button>
        </div>
    }
}

fn draw_row(context: AppContext, tag: &str, row: Row) -> AnyView {
    let Row { path, name, words, needed } = row;
    let value = {
        let (tag, path) = (tag.to_owned(), path.clone());
        Memo::new(move |_| {
            let draft = context.draft();
            draft.translations.text(&tag, &path).unwrap_or_default().to_owned()
        })
    };
    let id = format!("text-{}", path.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    let commit = {
        let (tag, path) = (tag.to_owned(), path.clone());
        Arc::new(move |typed: &str| {
            let label = Label::new(Done::Set, Noun::Language, intl::language(&tag));
            edit(context, label, |draft, _| languages::translate(draft, &tag, &path, typed))
        })
    };
    let field = Field::new(context, id, name.clone(), Kind::Area, value, commit);
    let optional = (!needed).then_any(|| {
        view! { <p class="small quiet">{text::pb_translation_optional()}</p> }
    });
    view! {
        <li class="pb-text">
            <div>
                <p class="small quiet">{name}</p>
                <p class="pb-text-own">{words}</p>
                {optional}
            </div>
            <div lang=tag.to_owned() dir="auto">
                {field.bare()}
            </div>
        </li>
    }
    .into_any()
}

/// What visitors read, in the order of the file.
fn rows(draft: &Playbook) -> Vec<Row> {
    let visitors = draft.for_visitors();
    let texts = visitors.texts().into_iter();
    let row = |text: Text<'_>| {
        let part = place::called(draft, &text.part);
        let name = text::pb_text_of(part, field_name(text.noun, text.field));
        Row { path: text.path, name, words: text.words.to_owned(), needed: text.needed }
    };
    // Names of countries are the browser's.
    texts.filter(|text| text.needed || text.field.ends_with("link")).map(row).collect()
}

/// How many texts are missing in a language, and how many there are.
fn missing(draft: &Playbook, tag: &str) -> (usize, usize) {
    let rows: Vec<_> = rows(draft).into_iter().filter(|row| row.needed).collect();
    let lacks = |row: &&Row| draft.translations.text(tag, &row.path).is_none();
    (rows.iter().filter(lacks).count(), rows.len())
}

/// How many texts of a language lead nowhere.
fn in_vain(draft: &Playbook, tag: &str) -> usize {
    let known: Vec<_> = draft.texts().into_iter().map(|text| text.path).collect();
    let Some(one) = draft.translations.language(tag) else { return 0 };
    one.texts.iter().filter(|(path, _)| !known.contains(path)).count()
}
