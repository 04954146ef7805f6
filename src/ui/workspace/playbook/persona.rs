//! One persona: how it is recognised, what it wants and objects, and what to say to it.

use super::common::{back, take_out_card, while_there};
use super::guide::contents;
use super::lists::{self, line, one};
use super::rows::Adding;
use super::subject::{Subject, edit, put};
use crate::app::edit::refused::{self, lines};
use crate::app::edit::{Done, Label, Refused, people};
use crate::app::route::PlaybookPage;
use crate::domain::ids::PersonaId;
use crate::domain::playbook::Noun;
use crate::domain::playbook::market::{Objection, Persona};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a persona.
#[component]
pub(super) fn PersonaPage(id: PersonaId) -> impl IntoView {
    let context = AppContext::get();
    let known = id.clone();
    while_there(
        move || context.draft().personas.iter().any(|persona| persona.id == known),
        move || page(context, &id),
    )
}

fn page(context: AppContext, id: &PersonaId) -> AnyView {
    let (found, changed) = (id.clone(), id.clone());
    let persona = Subject::<Persona>::new(
        "persona",
        Noun::Persona,
        |persona| persona.title.clone(),
        move |playbook| playbook.personas.iter().find(|persona| persona.id == found),
        move |draft| people::find(draft, &changed),
    );
    let title = persona.memo(|persona| persona.title.clone());
    let name = persona.line(
        "title",
        text::pb_persona_title(),
        |persona| persona.title.clone(),
        |persona, typed| put(&mut persona.title, refused::title(typed)),
    );
    let role = persona.line(
        "role",
        text::pb_persona_role(),
        |persona| persona.role.clone(),
        |persona, typed| put(&mut persona.role, refused::text(typed)),
    );
    let lists = [
        persona.area(
            "jobs",
            text::pb_persona_jobs(),
            |persona| persona.job_titles.join("\n"),
            |persona, typed| put(&mut persona.job_titles, lines(typed)),
        ),
        persona.area(
            "goals",
            text::pb_persona_goals(),
            |persona| persona.goals.join("\n"),
            |persona, typed| put(&mut persona.goals, lines(typed)),
        ),
        persona.area(
            "pains",
            text::pb_persona_pains(),
            |persona| persona.pains.join("\n"),
            |persona, typed| put(&mut persona.pains, lines(typed)),
        ),
        persona.area(
            "say",
            text::pb_persona_say(),
            |persona| persona.say.join("\n"),
            |persona, typed| put(&mut persona.say, lines(typed)),
        ),
    ];
    let lists = lists.into_iter().map(|field| field.optional().hint(text::pb_one_a_line()).draw());
    let to_give = persona.part("content", |p| Some(&p.content), |p| Some(&mut p.content));
    let id = id.clone();
    let remove = Arc::new(move || {
        let draft = context.draft_untracked();
        let known = draft.personas.iter().find(|persona| persona.id == id);
        let name = known.map(|persona| persona.title.clone()).unwrap_or_default();
        edit(context, Label::new(Done::Remove, Noun::Persona, name), |draft, _| {
            let before = draft.personas.len();
            draft.personas.retain(|persona| persona.id != id);
            if draft.personas.len() == before { Err(Refused::Missing) } else { Ok(()) }
        })
    });
    view! {
        {back(PlaybookPage::People, text::pb_back_to_people())}
        <h1 class="view-title" id="title" tabindex="-1">
            {title}
        </h1>
        <section class="card" aria-labelledby="persona">
            <h2 class="visually-hidden" id="persona">
                {text::pb_overview()}
            </h2>
            {line([name.draw(), role.optional().draw()])}
            {lists.collect_any()}
        </section>
        <section class="card" aria-labelledby="objections">
            <h2 class="card-title" id="objections">
                {text::pb_objections()}
            </h2>
            {objections(&persona)}
        </section>
        <section class="card" aria-labelledby="content">
            <h2 class="card-title" id="content">
                {text::pb_persona_content()}
            </h2>
            {contents(&to_give)}
        </section>
        {take_out_card(context, text::pb_persona_remove(), None, PlaybookPage::People, remove)}
    }
    .into_any()
}

fn objections(persona: &Subject<Persona>) -> AnyView {
    let all = persona.part("objections", |p| Some(&p.objections), |p| Some(&mut p.objections));
    let added = all.clone();
    let add = Arc::new(move |typed: &str| {
        let objection = refused::title(typed)?;
        added.change(Done::Set, |all| {
            all.push(Objection { objection, answer: String::new() });
            Ok(())
        })
    });
    lists::rows(
        &all,
        Vec::len,
        |all, place| all.get(place).map(|one| one.objection.clone()).unwrap_or_default(),
        |all, place| {
            let one = one(all, place);
            let objection = one.line(
                "objection",
                text::pb_objection(),
                |one| one.objection.clone(),
                |one, typed| put(&mut one.objection, refused::title(typed)),
            );
            let answer = one.area(
                "answer",
                text::pb_objection_answer(),
                |one| one.answer.clone(),
                |one, typed| put(&mut one.answer, refused::text(typed)),
            );
            view! {
                {objection.draw()}
                {answer.draw()}
            }
            .into_any()
        },
        Adding::Named(text::pb_objection_add().to_owned(), add),
    )
}
