//! All questions by section, in order; adding one; the sections themselves.

use super::criteria::find;
use super::kinds;
use super::lists::one;
use super::new_question::NewQuestion;
use super::rows::{Adding, Rows};
use super::subject::{Subject, edit, put};
use crate::app::edit::refused;
use crate::app::edit::{Done, Label, Refused, questions, sections};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::{QuestionId, SectionId};
use crate::domain::playbook::Noun;
use crate::domain::playbook::Section;
use crate::domain::playbook::question::{Face, Question};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
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
    let one = move |section: SectionId| {
        let group = Group::Section(section);
        view! { <InGroup group search folded=many /> }
    };
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
            <InGroup group=Group::Retired search folded=true />
        </section>
        <Sections />
    }
}

/// Questions that are listed together.
#[derive(Debug, Clone, PartialEq)]
enum Group {
    /// Those of a section that are asked.
    Section(SectionId),
    /// Those that nobody is asked any more.
    Retired,
}

impl Group {
    fn has(&self, question: &Question) -> bool {
        match self {
            Self::Section(section) => question.retired.is_none() && question.section == *section,
            Self::Retired => question.retired.is_some(),
        }
    }
}

/// The questions of a group that the search finds.
#[component]
fn InGroup(group: Group, search: RwSignal<String>, folded: bool) -> impl IntoView {
    let context = AppContext::get();
    let retired = group == Group::Retired;
    let found = {
        let group = group.clone();
        Memo::new(move |_| {
            let (draft, search) = (context.draft(), search.get().to_lowercase());
            let hit = |question: &&Question| {
                let texts =
                    [Some(&question.title), question.ask.as_ref(), question.prompt.as_ref()];
                let mut texts = texts.into_iter().flatten();
                group.has(question) && texts.any(|t| t.to_lowercase().contains(&search))
            };
            draft.questions.iter().filter(hit).map(|q| q.id.clone()).collect::<Vec<_>>()
        })
    };
    let title = {
        let group = group.clone();
        Memo::new(move |_| {
            let Group::Section(id) = &group else { return text::pb_questions_retired().to_owned() };
            let draft = context.draft();
            let section = draft.sections.iter().find(|known| known.id == *id);
            section.map(|section| section.title.clone()).unwrap_or_default()
        })
    };
    let list = Rows {
        id: match &group {
            Group::Section(section) => format!("in-{section}"),
            Group::Retired => "retired".to_owned(),
        },
        count: Memo::new(move |_| found.with(Vec::len)),
        name: Arc::new(move |place| {
            let id = found.with(|found| found.get(place).cloned());
            id.map(|id| context.draft().question_name(&id).to_owned()).unwrap_or_default()
        }),
        row: Arc::new(move |place| row(context, found, place)),
        shift: (!retired).then_some(Arc::new(move |place, way| {
            let id = found.with_untracked(|found| found.get(place).cloned());
            let id = id.ok_or(Refused::Missing)?;
            let name = context.draft_untracked().question_name(&id).to_owned();
            let label = Label::new(Done::Move, Noun::Question, name);
            edit(context, label, |draft, _| questions::shift(draft, &id, way))
        })),
        remove: None,
        add: None,
    };
    // What has no hit makes no heading while one searches.
    let hidden = move || found.with(Vec::is_empty) && (retired || !search.with(String::is_empty));
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

/// The sections, to name and order them.
#[component]
fn Sections() -> impl IntoView {
    let context = AppContext::get();
    let all = Subject::<Vec<Section>>::new(
        "sections",
        Noun::Section,
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
            let section = one(&drawn, place).named(Noun::Section, |section| section.title.clone());
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
            let label = Label::new(Done::Move, Noun::Section, untrack(|| moved(place)));
            edit(context, label, |draft, _| {
                sections::shift(draft, place, way);
                Ok(())
            })
        })),
        remove: Some(Arc::new(move |place| {
            let label = Label::new(Done::Remove, Noun::Section, untrack(|| called(place)));
            edit(context, label, |draft, _| sections::remove(draft, place))
        })),
        add: Some(Adding::Named(
            text::pb_section_add().to_owned(),
            Arc::new(move |typed| {
                let label = Label::new(Done::Add, Noun::Section, typed.trim());
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
