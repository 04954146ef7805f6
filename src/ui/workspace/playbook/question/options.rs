//! The options of a choice and the bands of a number, in rows.

use super::super::field::{Choices, Field, Kind, plain};
use super::super::lists::{self, folded, one};
use super::super::rows::{Adding, Rows};
use super::super::rule::range;
use super::super::subject::{Subject, edit, put, some};
use crate::app::edit::refused::{self, lines, text as clean};
use crate::app::edit::{Done, Label, Refused, options};
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::question::{Band, Choice, Question, QuestionKind};
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use leptos::prelude::*;
use std::sync::Arc;

/// The options of a question.
pub(super) fn rows(subject: &Subject<Question>, id: &QuestionId) -> AnyView {
    let context = subject.context;
    let all =
        subject.part("options", options_of, options_mut).named(Noun::Option, |_| String::new());
    let [drawn, named, gone] = std::array::from_fn(|_| all.clone());
    let title = move |place: usize| named.read(|all| title_at(all, place));
    let [moved, removed, added, row_of] = std::array::from_fn(|_| id.clone());
    let rows = Rows {
        id: "option".to_owned(),
        count: all.memo(Vec::len),
        name: Arc::new(title),
        row: Arc::new(move |place| row(context, &drawn, &row_of, place)),
        shift: Some(Arc::new(move |place, way| {
            let label = Label::new(Done::Set, Noun::Option, String::new());
            edit(context, label, |draft, _| options::shift(draft, &moved, place, way))
        })),
        remove: Some(Arc::new(move |place| {
            let one = untrack(|| gone.read(|all| all.get(place).cloned()));
            let one = one.ok_or(Refused::Missing)?;
            take_out(context, &removed, &one, None)
        })),
        add: Some(Adding::Named(
            text::pb_option_add().to_owned(),
            Arc::new(move |typed| {
                let label = Label::new(Done::Set, Noun::Option, typed.trim());
                edit(context, label, |draft, published| {
                    options::add(draft, published, &added, typed).map(|_| ())
                })
            }),
        )),
    };
    view! {
        <fieldset class="pb-fieldset">
            <legend class="pb-subtitle">{text::pb_question_options()}</legend>
            {rows.draw()}
        </fieldset>
    }
    .into_any()
}

fn options_of(question: &Question) -> Option<&Vec<Choice>> {
    match &question.kind {
        QuestionKind::Choice { options } | QuestionKind::Several { options } => Some(options),
        _ => None,
    }
}

fn options_mut(question: &mut Question) -> Option<&mut Vec<Choice>> {
    match &mut question.kind {
        QuestionKind::Choice { options } | QuestionKind::Several { options } => Some(options),
        _ => None,
    }
}

fn title_at(all: &[Choice], place: usize) -> String {
    all.get(place).map(|option| option.title.clone()).unwrap_or_default()
}

fn take_out(
    context: AppContext,
    question: &QuestionId,
    option: &Choice,
    becomes: Option<&OptionId>,
) -> Result<(), Refused> {
    let published = context.editor.with_untracked(|editor| {
        let known = editor.published().question(question).map(Question::options);
        known.unwrap_or_default().iter().any(|known| known.id == option.id)
    });
    let done = if published { Done::Retire } else { Done::Remove };
    let label = Label::new(done, Noun::Option, &option.title);
    edit(context, label, |draft, published| {
        options::remove(draft, published, question, &option.id, becomes)
    })
}

fn row(
    context: AppContext,
    all: &Subject<Vec<Choice>>,
    question: &QuestionId,
    place: usize,
) -> AnyView {
    let option = one(all, place).named(Noun::Option, |option| option.title.clone());
    let title = option.line(
        "title",
        text::pb_option(place + 1),
        |option| option.title.clone(),
        |option, typed| put(&mut option.title, refused::title(typed)),
    );
    let rep_title = option.line(
        "rep-title",
        text::pb_option_prompt(),
        |option| option.rep_title.clone().unwrap_or_default(),
        |option, typed| put(&mut option.rep_title, some(clean(typed))),
    );
    let synonyms = option.area(
        "synonyms",
        text::pb_option_synonyms(),
        |option| option.synonyms.join("\n"),
        |option, typed| put(&mut option.synonyms, lines(typed)),
    );
    let count = option.memo(|option| option.synonyms.len());
    let retired = option.memo(|option| option.retired.is_some());
    let worded = option.memo(|option| option.rep_title.clone());
    let summary = move || {
        let reps = worded
            .get()
            .map_or_else(|| text::pb_option_reps().to_owned(), text::pb_option_reps_read);
        let files = match count.get() {
            0 => text::pb_option_files().to_owned(),
            n => text::pb_option_files_known(n),
        };
        text::pb_option_more(reps, files)
    };
    let question = question.clone();
    let out = move || {
        retired.get().then(|| retired_option(context, &option, &question)).map_any(|out| out)
    };
    view! {
        <div class="pb-option">
            {title.bare()} {out}
            {folded(
                summary,
                move || {
                    let rep_title = rep_title.clone().hint(text::pb_prompt_hint());
                    let synonyms = synonyms.clone().hint(text::pb_option_synonyms_hint());
                    view! { {rep_title.draw()} {synonyms.draw()} }.into_any()
                },
            )}
        </div>
    }
    .into_any()
}

/// What stands in the place of an option that is offered no more.
fn retired_option(context: AppContext, option: &Subject<Choice>, question: &QuestionId) -> AnyView {
    let (this, asked) = (option.clone(), question.clone());
    let choices = Signal::derive(move || -> Choices {
        let draft: Arc<Playbook> = context.draft();
        let options = draft.question(&asked).map(Question::options).unwrap_or_default();
        let offered = options.iter().filter(|option| option.retired.is_none());
        let mut all = plain([("", text::pb_successor_none())]);
        all.extend(plain(offered.map(|option| (option.id.to_string(), option.title.clone()))));
        all
    });
    let value = option.memo(|option| {
        let becomes = option.retired.as_ref().and_then(|retired| retired.becomes.as_ref());
        becomes.map(ToString::to_string).unwrap_or_default()
    });
    let becomes = {
        let (this, question) = (this.clone(), question.clone());
        Field::new(
            context,
            format!("{}-becomes", option.id),
            text::pb_option_becomes(),
            Kind::Select(choices),
            value,
            Arc::new(move |typed| {
                let one = untrack(|| this.read(|option| Some(option.clone())));
                let becomes = Some(OptionId::from(typed)).filter(|_| !typed.is_empty());
                take_out(context, &question, &one.ok_or(Refused::Missing)?, becomes.as_ref())
            }),
        )
    };
    let restore = {
        let question = question.clone();
        move |_| {
            let Some(one) = untrack(|| this.read(|option| Some(option.clone()))) else { return };
            let label = Label::new(Done::Restore, Noun::Option, &one.title);
            // It is there: it was just read.
            let _ = edit(context, label, |draft, _| options::restore(draft, &question, &one.id));
        }
    };
    view! {
        <div class="pb-line">
            <span class="tag">{text::pb_option_retired()}</span>
            {becomes.draw()}
            <button class="btn btn-small" type="button" on:click=restore>
                {text::pb_restore()}
            </button>
        </div>
    }
    .into_any()
}

/// The bands of a number.
pub(super) fn bands(subject: &Subject<Question>, id: &QuestionId) -> AnyView {
    fn find(question: &Question) -> Option<&Vec<Band>> {
        match &question.kind {
            QuestionKind::Number { bands, .. } => Some(bands),
            _ => None,
        }
    }
    fn find_mut(question: &mut Question) -> Option<&mut Vec<Band>> {
        match &mut question.kind {
            QuestionKind::Number { bands, .. } => Some(bands),
            _ => None,
        }
    }
    let bands = subject.part("bands", find, find_mut).named(Noun::Band, |_| String::new());
    let (context, id) = (subject.context, id.clone());
    let add = Arc::new(move |typed: &str| {
        let label = Label::new(Done::Set, Noun::Band, typed.trim());
        edit(context, label, |draft, _| options::add_band(draft, &id, typed))
    });
    let rows = lists::rows(
        &bands,
        Vec::len,
        |bands, place| bands.get(place).map(|band| band.title.clone()).unwrap_or_default(),
        band,
        Adding::Named(text::pb_band_add().to_owned(), add),
    );
    view! {
        <fieldset class="pb-fieldset">
            <legend class="pb-subtitle">{text::pb_bands()}</legend>
            <p class="small quiet">{text::pb_bands_text()}</p>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn band(bands: &Subject<Vec<Band>>, place: usize) -> AnyView {
    let band = one(bands, place).named(Noun::Band, |band| band.title.clone());
    let title = band.line(
        "title",
        text::pb_band(place + 1),
        |band| band.title.clone(),
        |band, typed| put(&mut band.title, refused::title(typed)),
    );
    let range = band.memo(|band| band.range);
    let name = untrack(|| band.read(|band| band.title.clone()));
    let write: range::Write = {
        let band = band.clone();
        Arc::new(move |range| band.change(Done::Set, |band| put(&mut band.range, Ok(range))))
    };
    view! {
        <div class="pb-option">
            {title.bare()}
            <div class="pb-rule">
                {range::fields(band.context, &band.id, &name, range, None, &write)}
            </div>
        </div>
    }
    .into_any()
}
