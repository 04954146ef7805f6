//! Check your answers: what was asked, by section, each with a way to change it.

use super::frame::{Heading, Told, counted, subtitle, title, top};
use crate::domain::answer::Answers;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::ui::format;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// A section of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its answers in order.
    pub rows: Vec<Row>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which question.
    pub question: QuestionId,
    /// Its short name.
    pub title: String,
    /// The answer in words; none is "I don't know yet".
    pub answer: Option<String>,
}

/// The questions asked, by section, with what is on record.
pub fn sections(playbook: &Playbook, answers: &Answers, asked: &[&Question]) -> Vec<Section> {
    let mut sections = Vec::new();
    for section in &playbook.sections {
        let mut rows = Vec::new();
        for question in asked {
            if question.section == section.id {
                let (id, title) = (question.id.clone(), question.title.clone());
                let given = answers.get(&id);
                let answer = given.map(|given| format::value(Some(question), &given.value));
                rows.push(Row { question: id, title, answer });
            }
        }
        if !rows.is_empty() {
            sections.push(Section { title: section.title.clone(), rows });
        }
    }
    sections
}

/// The page to check the answers.
#[component]
pub fn CheckPage(
    /// What was answered.
    sections: Vec<Section>,
    /// Which heading the page has.
    heading: Heading,
    /// Goes back.
    back: Option<Told<()>>,
    /// Goes to a question, to come back from there.
    change: Told<QuestionId>,
    /// Goes to the result.
    done: Told<()>,
) -> impl IntoView {
    let nothing = sections.is_empty().then(|| view! { <p>{text::nothing_asked()}</p> });
    let sections = sections.into_iter().map(|section| {
        let rows = section.rows.into_iter().map(|row| answer_row(row, &change)).collect_view();
        view! {
            <div>
                {subtitle(heading, section.title)}
                <dl class="answers">{rows}</dl>
            </div>
        }
    });
    view! {
        <div class="wizard-step" part="step">
            {top(back, counted(None))}
            {title(heading, text::check_title())}
            {nothing}
            {sections.collect_view()}
            <div class="wizard-actions">
                <button
                    class="btn btn-primary"
                    type="button"
                    part="button button-primary"
                    on:click:capture=move |_| done(())
                >
                    {text::see_result()}
                </button>
            </div>
        </div>
    }
}

fn answer_row(row: Row, change: &Told<QuestionId>) -> impl IntoView + use<> {
    let change = change.clone();
    let Row { question, title, answer } = row;
    let none = answer.is_none().then(|| {
        view! { <span class="answer-none">{text::dont_know()}</span> }
    });
    view! {
        <div class="answer">
            <dt>{title.clone()}</dt>
            <dd>{answer} {none}</dd>
            <dd class="answer-change">
                <button class="link" type="button" on:click:capture=move |_| change(question.clone())>
                    {text::change()}
                    <span class="visually-hidden">{text::colon_what(title)}</span>
                </button>
            </dd>
        </div>
    }
}
