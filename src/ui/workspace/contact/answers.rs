//! Everything that was answered, by section, each with a way to change it.

use super::Subject;
use super::taken_over::taken_over;
use crate::app::route::Route;
use crate::app::wizard::Run;
use crate::domain::answer::Evidence;
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::{self, Playbook};
use crate::domain::rules::Rules;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::wizard::why::Grade;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::shown::Shown;
use chrono::NaiveDate;
use leptos::prelude::*;

#[derive(Debug, Clone, PartialEq)]
struct Section {
    title: String,
    later: bool,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq)]
struct Line {
    question: QuestionId,
    title: String,
    answer: Answer,
    note: Option<String>,
    also: Option<String>,
    from: Option<ContactId>,
}

#[derive(Debug, Clone, PartialEq)]
enum Answer {
    Said(String, Evidence),
    DontKnow,
    Missing,
}

/// The answers of a contact.
#[component]
pub(super) fn AnswersCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let sections = move || {
        let playbook = context.playbook();
        subject.judged.with(|contact| sections(&playbook, contact, context.today()))
    };
    let draw_all = move |sections: Vec<Section>| {
        sections
            .into_iter()
            .map(|section| {
                let lines = section.lines.into_iter().map(|line| draw(subject, line));
                view! {
                    <h3 class="fact-section">{section.title}</h3>
                    <dl class="facts">{lines.collect_any()}</dl>
                }
            })
            .collect_any()
    };
    let some =
        move |later: bool| sections().into_iter().filter(|s| s.later == later).collect::<Vec<_>>();
    view! {
        <section class="card" aria-labelledby="answers-title">
            <div class="card-head">
                <h2 class="card-title" id="answers-title">
                    {text::answers()}
                </h2>
                <a class="small" href=Route::AskAll(subject.id).address()>
                    {text::ask_all()}
                </a>
            </div>
            <div>{move || draw_all(some(false))}</div>
            <Shown when=move || !some(true).is_empty()>
                <details class="disclosure">
                    <summary>{text::later_questions()}</summary>
                    {move || draw_all(some(true))}
                </details>
            </Shown>
        </section>
    }
}

/// Sections with the questions that apply, or that were answered all the same. One that is not
/// asked yet where the contact stands, and has no answer, comes later.
fn sections(playbook: &Playbook, contact: &Contact, today: NaiveDate) -> Vec<Section> {
    let answers = &contact.answers;
    let rules = Rules::of(playbook);
    let facts = Facts::new(&rules, answers, Reading::AsRequired, today);
    let scope = Run::with(playbook, contact, today).scope();
    let asked = |question: &Question| answers.was_asked(&question.id);
    let applies = |question: &&Question| {
        asked(question)
            || (question.retired.is_none() && facts.applies(&question.id) == Outcome::Met)
    };
    let section = |section: &playbook::Section| {
        let questions = playbook.questions.iter().filter(|q| q.section == section.id);
        let questions: Vec<_> = questions.filter(applies).collect();
        let now = |q: &&Question| asked(q) || scope.iter().any(|other| other.id == q.id);
        Section {
            title: section.title.clone(),
            later: !questions.iter().any(now),
            lines: questions.into_iter().map(|question| line(contact, question)).collect(),
        }
    };
    playbook.sections.iter().map(section).filter(|section| !section.lines.is_empty()).collect()
}

fn line(contact: &Contact, question: &Question) -> Line {
    let given = contact.answers.get(&question.id);
    let answer = match given {
        Some(given) => Answer::Said(format::value(Some(question), &given.value), given.evidence),
        None if contact.answers.was_asked(&question.id) => Answer::DontKnow,
        None => Answer::Missing,
    };
    let also = contact.answers.disagreement(&question.id).map(|other| {
        let value = format::value(Some(question), &other.value);
        text::also_said(value, format::evidence(other.evidence))
    });
    Line {
        question: question.id.clone(),
        title: question.title.clone(),
        answer,
        note: given.and_then(|given| given.note.clone()),
        also,
        from: contact.taken_over.get(&question.id).copied(),
    }
}

fn draw(subject: Subject, line: Line) -> impl IntoView {
    let missing = line.answer == Answer::Missing;
    let answer = match line.answer {
        Answer::Said(value, grade) => view! { {value} " " <Grade grade=grade /> }.into_any(),
        Answer::DontKnow => view! { <span class="fact-none">{text::dont_know()}</span> }.into_any(),
        Answer::Missing => {
            view! { <span class="fact-none">{text::not_answered()}</span> }.into_any()
        }
    };
    let title = line.title.clone();
    view! {
        <div class="fact">
            <dt>{line.title}</dt>
            <dd>
                {answer}
                {line.note.map(|note| view! { <span class="note"><q>{note}</q></span> })}
                {line.also.map(|also| view! { <span class="note disagreement">{also}</span> })}
                {line.from.map_any(taken_over)}
            </dd>
            <dd class="fact-change">
                <a href=Route::Ask(subject.id, line.question).address()>
                    {if missing { text::answer_it() } else { text::change() }}
                    <span class="visually-hidden">{text::colon_what(title)}</span>
                </a>
            </dd>
        </div>
    }
}
