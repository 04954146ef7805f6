//! One question: its wording, what can be answered, when it is asked, and how it looks.

mod accept;
mod asking;
mod kind;
mod options;
mod preview;

use super::common::{OutOfUse, back, becomes, used, while_there};
use super::field::{Choices, Field, Kind, plain};
use super::new_criterion;
use super::rows::problem;
use super::subject::{Subject, edit, put, some};
use super::words;
use crate::app::edit::refused::{self, lines, text as clean};
use crate::app::edit::uses::{User, Uses};
use crate::app::edit::{Done, Label, questions};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::{QuestionId, SectionId};
use crate::domain::playbook::Noun;
use crate::domain::playbook::question::Question;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a question.
#[component]
pub(super) fn QuestionPage(id: QuestionId) -> impl IntoView {
    let context = AppContext::get();
    let known = id.clone();
    while_there(move || context.draft().question(&known).is_some(), move || page(context, &id))
}

fn page(context: AppContext, id: &QuestionId) -> AnyView {
    let (found, changed) = (id.clone(), id.clone());
    let subject = Subject::<Question>::new(
        "q",
        Noun::Question,
        |question| question.title.clone(),
        move |playbook| playbook.question(&found),
        move |draft| questions::find(draft, &changed),
    );
    let title = subject.memo(|question| question.title.clone());
    let published = {
        let id = id.clone();
        Memo::new(move |_| context.editor.with(|editor| editor.published().question(&id).is_some()))
    };
    view! {
        {back(PlaybookPage::Questions, text::pb_back_to_questions())}
        <h1 class="view-title" id="title" tabindex="-1">
            {title}
        </h1>
        <div class="pb-cols">
            <div class="pb-col">
                {wording(&subject, id)}
                {kind::card(&subject, id, published)}
                {asking::card(&subject, id)}
                {for_reps(&subject)}
                {more(&subject)}
                {uses(context, id)}
                {out_of_use(context, id, published)}
            </div>
            {preview::card(context, id)}
        </div>
    }
    .into_any()
}

fn wording(subject: &Subject<Question>, id: &QuestionId) -> AnyView {
    let title = subject.line(
        "title",
        text::pb_question_title(),
        |q| q.title.clone(),
        |q, typed| put(&mut q.title, refused::title(typed)),
    );
    let ask = subject.area(
        "ask",
        text::pb_ask(),
        |q| q.ask.clone().unwrap_or_default(),
        |q, typed| put(&mut q.ask, some(clean(typed))),
    );
    let prompt = subject.area(
        "prompt",
        text::pb_prompt(),
        |q| q.prompt.clone().unwrap_or_default(),
        |q, typed| put(&mut q.prompt, some(clean(typed))),
    );
    let help = subject.area(
        "help",
        text::pb_help(),
        |q| q.help.clone().unwrap_or_default(),
        |q, typed| put(&mut q.help, some(clean(typed))),
    );
    let why = subject.area(
        "why",
        text::pb_why(),
        |q| q.why.clone().unwrap_or_default(),
        |q, typed| put(&mut q.why, some(clean(typed))),
    );
    view! {
        <section class="card" aria-labelledby="wording">
            <h2 class="card-title" id="wording">
                {text::pb_wording()}
            </h2>
            <div class="form-pair">
                {title.draw()} {section(subject, id).draw()}
            </div>
            {ask.hint(text::pb_ask_hint()).optional().draw()}
            {prompt.hint(text::pb_prompt_hint()).optional().draw()}
            {help.optional().draw()}
            {why.optional().draw()}
        </section>
    }
    .into_any()
}

fn section(subject: &Subject<Question>, id: &QuestionId) -> Field {
    let (context, id) = (subject.context, id.clone());
    let choices = Signal::derive(move || -> Choices {
        let draft = context.draft();
        plain(draft.sections.iter().map(|section| (section.id.to_string(), section.title.clone())))
    });
    Field::new(
        context,
        "q-section".to_owned(),
        text::pb_question_section(),
        Kind::Select(choices),
        subject.memo(|q| q.section.to_string()),
        Arc::new(move |typed| {
            let name = context.draft_untracked().question_name(&id).to_owned();
            let label = Label::new(Done::Set, Noun::Question, name);
            let section = SectionId::from(typed);
            edit(context, label, |draft, _| questions::set_section(draft, &id, &section))
        }),
    )
}

fn for_reps(subject: &Subject<Question>) -> AnyView {
    let say = subject.area(
        "say",
        text::pb_say(),
        |q| q.say.clone().unwrap_or_default(),
        |q, typed| put(&mut q.say, some(clean(typed))),
    );
    let probe = subject.area(
        "probe",
        text::pb_probe(),
        |q| q.probe.join("\n"),
        |q, typed| put(&mut q.probe, lines(typed)),
    );
    view! {
        <section class="card" aria-labelledby="for-reps">
            <h2 class="card-title" id="for-reps">
                {text::pb_for_reps()}
            </h2>
            {say.hint(text::pb_say_hint()).optional().draw()}
            {probe.hint(text::pb_one_a_line()).optional().draw()}
        </section>
    }
    .into_any()
}

fn more(subject: &Subject<Question>) -> AnyView {
    let personal = subject.tick(
        "personal",
        text::pb_personal(),
        |q| q.personal,
        |q, on| {
            q.personal = on;
            Ok(())
        },
    );
    view! {
        <section class="card" aria-labelledby="more-about">
            <h2 class="card-title" id="more-about">
                {text::pb_more_about()}
            </h2>
            {personal.hint(text::pb_personal_hint()).draw()}
            {kind::sets(subject)}
        </section>
    }
    .into_any()
}

fn uses(context: AppContext, id: &QuestionId) -> AnyView {
    let (id, asked) = (id.clone(), id.clone());
    let users = Memo::new(move |_| {
        let own = |user: &User| matches!(user, User::Question(other) if *other == id);
        let mut users =
            context.editor.with(|editor| Uses::of(editor.draft()).question(&id).to_vec());
        users.retain(|user| !own(user));
        users
    });
    let error = RwSignal::new(None::<String>);
    let press = move |_| {
        let draft = context.draft_untracked();
        let title = draft.question_name(&asked).to_owned();
        match new_criterion::create(context, &title, &asked) {
            Ok(id) => context.go(&Route::Playbook(PlaybookPage::Criterion(id))),
            Err(why) => error.set(Some(words::refused(&draft, &why))),
        }
    };
    let nowhere = view! {
        <p class="small quiet">{text::pb_question_used_nowhere()}</p>
        <div class="actions">
            <button class="btn btn-small" type="button" on:click=press>
                {text::pb_question_judge()}
            </button>
        </div>
        {problem(error)}
    };
    used(context, users, nowhere.into_any())
}

fn out_of_use(context: AppContext, id: &QuestionId, published: Memo<bool>) -> AnyView {
    let [a, b, c, d] = std::array::from_fn(|_| id.clone());
    OutOfUse {
        title: text::pb_question_out(),
        retires: text::pb_question_out_text(),
        published,
        retired: Memo::new(move |_| {
            let draft = context.draft();
            let retired = draft.question(&a)?.retired.as_ref()?;
            Some(becomes(retired.becomes.as_ref().map(|id| draft.question_name(id).to_owned())))
        }),
        successors: Signal::derive(move || -> Choices {
            let draft = context.draft();
            let others = questions::successors(&draft, &b);
            plain(others.map(|other| (other.id.to_string(), other.title.clone())))
        }),
        take_out: Arc::new(move |becomes| {
            let becomes = becomes.map(QuestionId::from);
            let done = if published.get_untracked() { Done::Retire } else { Done::Remove };
            let name = context.draft_untracked().question_name(&c).to_owned();
            edit(context, Label::new(done, Noun::Question, name), |draft, published| {
                questions::remove(draft, published, &c, becomes.as_ref())
            })
        }),
        restore: Arc::new(move || {
            let name = context.draft_untracked().question_name(&d).to_owned();
            let label = Label::new(Done::Restore, Noun::Question, name);
            edit(context, label, |draft, _| questions::restore(draft, &d))
        }),
        list: PlaybookPage::Questions,
    }
    .draw(context)
}
