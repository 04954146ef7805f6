//! One stage, or one level: what it means, what it takes to leave it, and what to do there.

use super::common::{OutOfUse, back, becomes, while_there};
use super::field::{Choices, plain};
use super::gates::criteria_of;
use super::guide;
use super::subject::{Subject, edit, put};
use crate::app::edit::{Done, Label, refused, stages};
use crate::app::route::PlaybookPage;
use crate::domain::ids::StageId;
use crate::domain::playbook::part::GateName;
use crate::domain::playbook::steps::{LevelText, Stage};
use crate::domain::playbook::{Noun, Playbook};
use crate::domain::position::Level;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a stage.
#[component]
pub(super) fn StagePage(id: StageId) -> impl IntoView {
    let context = AppContext::get();
    let known = id.clone();
    while_there(move || context.draft().stage(&known).is_some(), move || stage(context, &id))
}

fn stage(context: AppContext, id: &StageId) -> AnyView {
    let (found, changed) = (id.clone(), id.clone());
    let subject = Subject::<Stage>::new(
        "stage",
        Noun::Stage,
        |stage| stage.title.clone(),
        move |playbook| playbook.stage(&found),
        move |draft| stages::find(draft, &changed),
    );
    let title = subject.memo(|stage| stage.title.clone());
    let name = subject.line(
        "title",
        text::pb_stage_name(),
        |stage| stage.title.clone(),
        |stage, typed| put(&mut stage.title, refused::title(typed)),
    );
    let about = subject.area(
        "about",
        text::pb_stage_about(),
        |stage| stage.about.clone(),
        |stage, typed| put(&mut stage.about, refused::text(typed)),
    );
    let guide = subject.part("guide", |stage| Some(&stage.guide), |stage| Some(&mut stage.guide));
    let guide = guide.named(Noun::Stage, |_| String::new());
    view! {
        {back(PlaybookPage::Gates, text::pb_back_to_gates())}
        <h1 class="view-title" id="title" tabindex="-1">
            {title}
        </h1>
        <section class="card" aria-labelledby="meaning">
            <h2 class="visually-hidden" id="meaning">
                {text::pb_stage_about()}
            </h2>
            {name.draw()}
            {about.optional().draw()}
        </section>
        <section class="card" aria-labelledby="exit">
            <h2 class="card-title" id="exit">
                {text::pb_stage_exit()}
            </h2>
            <p class="small quiet">{text::pb_stage_exit_text()}</p>
            {criteria_of(context, "exit", GateName::Exit(id.clone()))}
        </section>
        {guide::card(&guide)}
        {out_of_use(context, id)}
    }
    .into_any()
}

fn out_of_use(context: AppContext, id: &StageId) -> AnyView {
    let title = {
        let id = id.clone();
        move |draft: &Playbook| draft.stage(&id).map(|s| s.title.clone()).unwrap_or_default()
    };
    let [known, retired, others, gone, back] = std::array::from_fn(|_| id.clone());
    let restore_title = title.clone();
    OutOfUse {
        title: text::pb_retire_stage(),
        retires: text::pb_retire_stage_text(),
        published: Memo::new(move |_| {
            context.editor.with(|editor| editor.published().stage(&known).is_some())
        }),
        retired: Memo::new(move |_| {
            let draft = context.draft();
            let retired = draft.stage(&retired)?.retired.as_ref()?;
            let stage = retired.becomes.as_ref().and_then(|id| draft.stage(id));
            Some(becomes(stage.map(|stage| stage.title.clone())))
        }),
        successors: Signal::derive(move || -> Choices {
            let draft = context.draft();
            let offered = draft.stages_in_use().filter(|stage| stage.id != others);
            plain(offered.map(|stage| (stage.id.to_string(), stage.title.clone())))
        }),
        take_out: Arc::new(move |becomes| {
            let becomes = becomes.map(StageId::from);
            let published = context.editor.with_untracked(|e| e.published().stage(&gone).is_some());
            let done = if published { Done::Retire } else { Done::Remove };
            let label = Label::new(done, Noun::Stage, title(&context.draft_untracked()));
            edit(context, label, |draft, published| {
                stages::remove(draft, published, &gone, becomes.as_ref())
            })
        }),
        restore: Arc::new(move || {
            let name = restore_title(&context.draft_untracked());
            let label = Label::new(Done::Restore, Noun::Stage, name);
            edit(context, label, |draft, _| stages::restore(draft, &back))
        }),
        list: PlaybookPage::Gates,
    }
    .draw(context)
}

/// The page of a level.
#[component]
pub(super) fn LevelPage(level: Level) -> impl IntoView {
    let name: fn(&LevelText) -> String = match level {
        Level::Lead => |_| words::level(Level::Lead).to_owned(),
        Level::Prospect => |_| words::level(Level::Prospect).to_owned(),
        Level::Opportunity => |_| words::level(Level::Opportunity).to_owned(),
        Level::Customer => |_| words::level(Level::Customer).to_owned(),
    };
    let subject = Subject::<LevelText>::new(
        "level",
        Noun::Level,
        name,
        move |playbook| Some(stages::level(playbook, level)),
        move |draft| Some(stages::level_mut(draft, level)),
    );
    let about = subject.area(
        "about",
        text::pb_stage_about(),
        |level| level.about.clone(),
        |level, typed| put(&mut level.about, refused::text(typed)),
    );
    let guide = subject.part("guide", |level| Some(&level.guide), |level| Some(&mut level.guide));
    let guide = guide.named(Noun::Level, |_| String::new());
    view! {
        {back(PlaybookPage::Gates, text::pb_back_to_gates())}
        <h1 class="view-title" id="title" tabindex="-1">
            {words::level(level)}
        </h1>
        <section class="card" aria-labelledby="meaning">
            <h2 class="visually-hidden" id="meaning">
                {text::pb_stage_about()}
            </h2>
            {about.optional().draw()}
        </section>
        {guide::card(&guide)}
    }
}
