//! All questions by section, in order; adding one; the sections themselves.

use super::criteria::find;
use super::field::{Choices, Field, Kind, plain};
use super::kinds;
use super::lists::one;
use super::rows::{Adding, Rows, problem};
use super::subject::{Subject, edit, put};
use super::words;
use crate::app::edit::refused::{self, lines};
use crate::app::edit::{Done, Label, Part, Refused, options, questions, sections};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::{QuestionId, SectionId};
use crate::domain::playbook::question::{Face, Question};
use crate::domain::playbook::{Playbook, Section};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::form::focus;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// Questions above which sections are opened one at a time.
const MANY: usize = 80;

/// The list of questions.
#[component]
pub(super) fn Questions() -> impl IntoView {
    let context = AppContext::get();
    let search = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        let draft = context.draft();
        draft.sections.iter().map(|section| section.id.clone()).collect::<Vec<_>>()
    });
    let many = context.draft_untracked().questions.len() > MANY;
    let one = move |section: SectionId| view! { <InSection section search folded=many /> };
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_questions()}
        </h1>
        <p class="quiet">{text::pb_questions_text()}</p>
        <NewQuestion />
        <section class="card" aria-labelledby="all">
            <div class="card-head">
                <h2 class="card-title" id="all">
                    {text::pb_back_to_questions()}
                </h2>
                {find(search)}
            </div>
            <For each=move || all.get() key=Clone::clone children=one />
        </section>
        <Sections />
    }
}

/// The questions of a section that the search finds.
#[component]
fn InSection(section: SectionId, search: RwSignal<String>, folded: bool) -> impl IntoView {
    let context = AppContext::get();
    let found = {
        let section = section.clone();
        Memo::new(move |_| {
            let (draft, search) = (context.draft(), search.get().to_lowercase());
            let hit = |question: &&Question| {
                let texts =
                    [Some(&question.title), question.ask.as_ref(), question.prompt.as_ref()];
                let mut texts = texts.into_iter().flatten();
                question.section == section && texts.any(|t| t.to_lowercase().contains(&search))
            };
            draft.questions.iter().filter(hit).map(|q| q.id.clone()).collect::<Vec<_>>()
        })
    };
    let title = {
        let section = section.clone();
        Memo::new(move |_| {
            let draft = context.draft();
            let section = draft.sections.iter().find(|known| known.id == section);
            section.map(|section| section.title.clone()).unwrap_or_default()
        })
    };
    let list = Rows {
        id: format!("in-{section}"),
        count: Memo::new(move |_| found.with(Vec::len)),
        name: Arc::new(move |place| {
            let id = found.with(|found| found.get(place).cloned());
            id.map(|id| words::question(&context.draft(), &id)).unwrap_or_default()
        }),
        row: Arc::new(move |place| row(context, found, place)),
        shift: Some(Arc::new(move |place, way| {
            let id = found.with_untracked(|found| found.get(place).cloned());
            let id = id.ok_or(Refused::Missing)?;
            let name = words::question(&context.draft_untracked(), &id);
            let label = Label::new(Done::Move, Part::Question, name);
            edit(context, label, |draft, _| questions::shift(draft, &id, way))
        })),
        remove: None,
        add: None,
    };
    // What has no hit makes no heading while one searches.
    let hidden = move || found.with(Vec::is_empty) && !search.with(String::is_empty);
    let none = move || {
        found
            .with(Vec::is_empty)
            .then_any(|| view! { <p class="small quiet">{text::pb_questions_none()}</p> })
    };
    let opened = RwSignal::new(!folded);
    // What is searched for is seen.
    let open = Memo::new(move |_| opened.get() || !search.with(String::is_empty));
    view! {
        <details
            class="pb-section"
            hidden=hidden
            prop:open=move || open.get()
            on:toggle:target=move |toggle| {
                if search.with_untracked(String::is_empty) {
                    opened.set(toggle.target().open());
                }
            }
        >
            <summary>
                <h3 class="pb-subtitle">{title}</h3>
                <span class="small quiet">{move || intl::count(found.with(Vec::len))}</span>
            </summary>
            <Shown when=move || open.get()>{list.clone().draw()} {none}</Shown>
        </details>
    }
}

fn row(context: AppContext, found: Memo<Vec<QuestionId>>, place: usize) -> AnyView {
    let question = Memo::new(move |_| {
        let draft = context.draft();
        found.with(|found| found.get(place).and_then(|id| draft.question(id)).cloned())
    });
    (move || {
        let question = question.get()?;
        let page = PlaybookPage::Question(question.id.clone());
        let tag = |there: bool, word: &'static str| {
            there.then_any(|| view! { <span class="tag">{word}</span> })
        };
        let wording = question.wording(Face::Visitor).or(question.wording(Face::Rep));
        let faces = match (&question.ask, &question.prompt) {
            (Some(_), _) => text::pb_question_visitors(),
            (None, Some(_)) => text::pb_question_reps(),
            (None, None) => text::pb_question_unworded(),
        };
        let about = [kinds::name(&question.kind), faces].join(" · ");
        Some(view! {
            <div class="pb-item-body">
                <p class="pb-item-head">
                    <a class="pb-item" href=Route::Playbook(page).address()>
                        {question.title.clone()}
                    </a>
                    {tag(question.when.is_some(), text::pb_question_when())}
                    {tag(question.retired.is_some(), text::pb_retired())}
                </p>
                <p class="small">{wording.map(str::to_owned)}</p>
                <p class="small quiet">{about}</p>
            </div>
        })
    })
    .into_any()
}

/// Adding a question.
#[component]
fn NewQuestion() -> impl IntoView {
    let context = AppContext::get();
    let first = context.draft_untracked().sections.first().map(|s| s.id.to_string());
    let title = RwSignal::new(String::new());
    let section = RwSignal::new(first.unwrap_or_default());
    let kind = RwSignal::new("yes_no".to_owned());
    let named = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let in_sections = Signal::derive(move || -> Choices {
        let draft = context.draft();
        plain(draft.sections.iter().map(|section| (section.id.to_string(), section.title.clone())))
    });
    let create = move || -> Result<QuestionId, Refused> {
        let (title, named) = (title.get_untracked(), named.get_untracked());
        let (kind, section) = (kind.get_untracked(), SectionId::new(section.get_untracked()));
        let label = Label::new(Done::Add, Part::Question, title.trim());
        edit(context, label, |draft, published| {
            add(draft, published, &section, &title, &kind, &named)
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match create() {
            Ok(id) => context.go(&Route::Playbook(PlaybookPage::Question(id))),
            Err(why) => {
                error.set(Some(words::refused(&context.draft_untracked(), &why)));
                let untitled = title.with_untracked(|title| title.trim().is_empty());
                focus(if untitled { "new-title" } else { "new-options" });
            }
        }
    };
    let field = move |id: &str, label, kind, value: RwSignal<String>| {
        let (memo, id) = (Memo::new(move |_| value.get()), id.to_owned());
        Field::new(
            context,
            id,
            label,
            kind,
            memo,
            Arc::new(move |typed| {
                value.set(typed.to_owned());
                Ok(())
            }),
        )
    };
    let with_options = move || kind.with(|kind| kinds::has_options(kind));
    let kinds = Kind::Select(Signal::stored(kinds::choices()));
    view! {
        <section class="card" aria-labelledby="new">
            <h2 class="card-title" id="new">
                {text::pb_question_new()}
            </h2>
            <form class="pb-form" novalidate on:submit=submit>
                <div class="form-pair">
                    {field("new-title", text::pb_question_title(), Kind::Line, title).draw()}
                    {field("new-kind", text::pb_question_kind(), kinds, kind).draw()}
                    {field(
                            "new-section",
                            text::pb_question_section(),
                            Kind::Select(in_sections),
                            section,
                        )
                        .draw()}
                </div>
                <Shown when=with_options>
                    {field("new-options", text::pb_question_options(), Kind::Area, named)
                        .hint(text::pb_one_a_line())
                        .draw()}
                </Shown>
                <div class="actions">
                    <button class="btn" type="submit">
                        {text::pb_question_create()}
                    </button>
                </div>
                {problem(error)}
            </form>
        </section>
    }
}

/// Adds a question of a kind, with its options as they were named.
fn add(
    draft: &mut Playbook,
    published: &Playbook,
    section: &SectionId,
    title: &str,
    kind: &str,
    named: &str,
) -> Result<QuestionId, Refused> {
    let named = lines(named)?;
    let kind_of = kinds::of(kind, Vec::new()).ok_or(Refused::Missing)?;
    let id = questions::add(draft, published, section, title, kind_of)?;
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

/// The sections, to name and order them.
#[component]
fn Sections() -> impl IntoView {
    let context = AppContext::get();
    let all = Subject::<Vec<Section>>::new(
        "sections",
        Part::Section,
        |_| String::new(),
        |playbook| Some(&playbook.sections),
        |draft| Some(&mut draft.sections),
    );
    let named = all.clone();
    let name = move |place: usize| {
        let title = |all: &Vec<Section>| all.get(place).map(|section| section.title.clone());
        named.read(title).unwrap_or_default()
    };
    let (drawn, called, moved) = (all.clone(), name.clone(), name.clone());
    let rows = Rows {
        id: "section".to_owned(),
        count: all.memo(Vec::len),
        name: Arc::new(name),
        row: Arc::new(move |place| {
            let section = one(&drawn, place).named(Part::Section, |section| section.title.clone());
            section
                .line(
                    "title",
                    text::pb_section_title(place + 1),
                    |section| section.title.clone(),
                    |section, typed| put(&mut section.title, refused::title(typed)),
                )
                .bare()
        }),
        shift: Some(Arc::new(move |place, way| {
            let label = Label::new(Done::Move, Part::Section, untrack(|| moved(place)));
            edit(context, label, |draft, _| {
                sections::shift(draft, place, way);
                Ok(())
            })
        })),
        remove: Some(Arc::new(move |place| {
            let label = Label::new(Done::Remove, Part::Section, untrack(|| called(place)));
            edit(context, label, |draft, _| sections::remove(draft, place))
        })),
        add: Some(Adding::Named(
            text::pb_section_add().to_owned(),
            Arc::new(move |typed| {
                let label = Label::new(Done::Add, Part::Section, typed.trim());
                edit(context, label, |draft, published| sections::add(draft, published, typed))
                    .map(|_| ())
            }),
        )),
    };
    view! {
        <section class="card" aria-labelledby="sections">
            <h2 class="card-title" id="sections">
                {text::pb_sections()}
            </h2>
            <p class="small quiet">{text::pb_sections_text()}</p>
            {rows.draw()}
        </section>
    }
}
