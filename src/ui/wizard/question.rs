//! One question a page: what is asked, why, the field, and Continue.

use super::errors::{FIELD, beside, summary, words};
use super::field::{Form, field, is_group};
use super::frame::{Heading, Told, focus_later, title, top};
use crate::app::entry::{Entry, EntryProblem};
use crate::domain::money::Currency;
use crate::domain::playbook::question::{Face, Question, QuestionKind};
use crate::domain::value::Value;
use crate::platform::clock;
use crate::ui::text::{bound, wizard as text};
use leptos::ev::SubmitEvent;
use leptos::html::custom;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement};

/// The page of one question.
#[component]
pub fn QuestionPage<P, T, M>(
    /// What is asked.
    question: Question,
    /// Who answers.
    face: Face,
    /// The currency of amounts.
    currency: Currency,
    /// What the form holds.
    entry: RwSignal<Entry>,
    /// Which heading the page has.
    heading: Heading,
    /// How far the run is, as [counted](super::frame::counted).
    progress: P,
    /// Goes back; none on the first page.
    back: Option<Told<()>>,
    /// What can be said to find out.
    talk: T,
    /// More to fill in, below the question.
    more: M,
    /// Takes a valid answer; none is "I don't know yet".
    done: Told<Option<Value>>,
) -> impl IntoView
where
    P: IntoView + 'static,
    T: IntoView + 'static,
    M: IntoView + 'static,
{
    let message = RwSignal::new(None::<String>);
    let form = Form { entry, message, help: question.help.is_some(), currency, place: 0 };
    let body = body(&question, face, form, heading, talk);
    let submit = move |submitted: SubmitEvent| {
        submitted.prevent_default();
        // The browser gives half a day, or one that does not exist, as nothing.
        let no_day = question.kind == QuestionKind::Date
            && submitted
                .current_target()
                .is_some_and(|page| !page.unchecked_into::<HtmlFormElement>().check_validity());
        let read = entry.with_untracked(|entry| {
            if no_day && !entry.unknown {
                Err(EntryProblem::NotADay)
            } else {
                entry.read(&question, currency, clock::today())
            }
        });
        match read {
            Ok(value) => {
                message.set(None);
                done(value);
            }
            Err(wrong) => {
                let group = is_group(&question, face);
                message.set(Some(words(&wrong, &question.kind, group, currency)));
                if let Some(page) = submitted.current_target() {
                    focus_later(page.unchecked_into::<Element>(), ".error-summary");
                }
            }
        }
    };
    view! {
        <form class="wizard-step" part="step" novalidate on:submit:capture=submit>
            {top(back, progress)}
            {bound(move || message.get().map(|message| summary(vec![(FIELD, message)])))}
            {body}
            {more}
            <div class="wizard-actions">
                <button class="btn btn-primary" type="submit" part="button button-primary">
                    {text::continue_on()}
                </button>
            </div>
        </form>
    }
}

/// The question with its field: a group named by its legend, or a label with its control.
fn body<T: IntoView + 'static>(
    question: &Question,
    face: Face,
    form: Form,
    heading: Heading,
    talk: T,
) -> impl IntoView + use<T> {
    let wording = question.wording(face).unwrap_or(&question.title).to_owned();
    let optional =
        question.optional.then(|| view! { " " <span class="optional">{text::optional()}</span> });
    let help = question.help.clone().map(|help| {
        view! { <p class="question-help" id=form.id("help")>{help}</p> }
    });
    let why = question.why.clone().map(|why| {
        view! {
            <details class="question-why">
                <summary>{text::why_we_ask()}</summary>
                <p>{why}</p>
            </details>
        }
    });
    let error = bound(move || form.message.get().map(|message| beside(form.id("error"), message)));
    let rest = view! {
        {help}
        {why}
        {talk}
        {error}
        {field(question, face, form)}
    };
    // A group of cards is named by its legend; a single control by its label.
    let group = is_group(question, face);
    let (outer, head, words) =
        if group { ("fieldset", "legend", "span") } else { ("div", "div", "label") };
    let words =
        custom(words).attr("for", (!group).then(|| form.id("a"))).child((wording, optional));
    custom(outer)
        .class("question")
        .attr("part", "question")
        .attr("aria-describedby", move || group.then(|| form.described_by(false)).flatten())
        .child((custom(head).child(title(heading, words)), rest))
}
