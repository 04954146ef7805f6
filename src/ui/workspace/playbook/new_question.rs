//! Adding a question: how it is worded, what it is called in lists and what can be answered.

use super::field::{Choices, Field, Kind, plain};
use super::kinds;
use super::new_form::NewForm;
use super::subject::{edit, some};
use crate::app::edit::refused::{self, lines};
use crate::app::edit::{Done, Label, Refused, options, questions};
use crate::app::route::PlaybookPage;
use crate::domain::ids::{QuestionId, SectionId};
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// Adding a question.
#[component]
pub(super) fn NewQuestion() -> impl IntoView {
    let context = AppContext::get();
    let first = context.draft_untracked().sections.first().map(|s| s.id.to_string());
    let title = RwSignal::new(String::new());
    let wording = RwSignal::new(String::new());
    let section = RwSignal::new(first.unwrap_or_default());
    let kind = RwSignal::new("yes_no".to_owned());
    let options = RwSignal::new(String::new());
    let in_sections = Signal::derive(move || -> Choices {
        let draft = context.draft();
        plain(draft.sections.iter().map(|section| (section.id.to_string(), section.title.clone())))
    });
    let create = Arc::new(move || {
        let new = New {
            title: title.get_untracked(),
            wording: wording.get_untracked(),
            section: SectionId::new(section.get_untracked()),
            kind: kind.get_untracked(),
            options: options.get_untracked(),
        };
        let label = Label::new(Done::Add, Noun::Question, new.title.trim());
        let made = edit(context, label, |draft, published| add(draft, published, &new));
        made.map(PlaybookPage::Question)
    });
    let field = move |id, label, kind, value| Field::entry(context, id, label, kind, value);
    let named = ("new-title", text::pb_question_title());
    let other = ("new-options", text::pb_question_options());
    let with_options = move || kind.with(|kind| kinds::has_options(kind));
    let kinds = Kind::Select(Signal::stored(kinds::choices()));
    let sections = Kind::Select(in_sections);
    let fields = view! {
        {field("new-wording", text::pb_question_wording(), Kind::Line, wording)
            .hint(text::pb_ask_hint())
            .optional()
            .draw()}
        <div class="form-pair">
            {field(named.0, named.1, Kind::Line, title).draw()}
            {field("new-kind", text::pb_question_kind(), kinds, kind).draw()}
            {field("new-section", text::pb_question_section(), sections, section).draw()}
        </div>
        <Shown when=with_options>
            {field(other.0, other.1, Kind::Area, options).hint(text::pb_one_a_line()).draw()}
        </Shown>
    };
    let (fields, button) = (fields.into_any(), text::pb_question_create());
    let form = NewForm { context, title, named, other, fields, button, create };
    view! {
        <section class="card" aria-labelledby="new">
            <h2 class="card-title" id="new">
                {text::pb_question_new()}
            </h2>
            {form.draw()}
        </section>
    }
}

/// What a new question says, as it was typed.
struct New {
    title: String,
    wording: String,
    section: SectionId,
    kind: String,
    options: String,
}

/// Adds a question of a kind, with its options as they were named.
fn add(draft: &mut Playbook, published: &Playbook, new: &New) -> Result<QuestionId, Refused> {
    let New { title, wording, section, kind, options: named } = new;
    let named = lines(named)?;
    let kind_of = kinds::of(kind, Vec::new()).ok_or(Refused::Missing)?;
    let id = questions::add(draft, published, section, title, kind_of)?;
    let ask = some(refused::text(wording))?;
    questions::set(draft, &id, |question| {
        question.ask = ask;
        Ok(())
    })?;
    if kinds::has_options(kind) {
        for option in &named {
            options::add(draft, published, &id, option)?;
        }
        if named.is_empty() {
            return Err(Refused::NoWords);
        }
    }
    Ok(id)
}
