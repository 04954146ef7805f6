//! One question a page: what is asked, why, the field, and Continue.

use super::errors::{Summary, words};
use super::field::{Form, field, is_group};
use super::frame::{Arrival, Title, Top};
use super::proof::{Proof, ProofFields};
use crate::app::entry::{Entry, EntryProblem};
use crate::app::progress::Progress;
use crate::app::prompt;
use crate::domain::answer::Evidence;
use crate::domain::money::Currency;
use crate::domain::playbook::question::{Face, Question};
use crate::domain::value::Value;
use crate::ui::text::wizard as text;
use leptos::html::Form as FormElement;
use leptos::prelude::*;
use std::sync::Arc;

/// How an answer is known, as a rep states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// How well.
    pub evidence: Evidence,
    /// The contact's own words; empty for none.
    pub note: String,
}

/// What a person answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The answer; none is "I don't know yet".
    pub value: Option<Value>,
    /// How it is known; none where that was not asked.
    pub known: Option<Known>,
}

/// The page of one question.
#[component]
pub fn QuestionPage(
    /// What is asked.
    question: Arc<Question>,
    /// Who answers.
    face: Face,
    /// The currency of amounts.
    currency: Currency,
    /// What the form holds at first.
    entry: Entry,
    /// How the answer on record is known; asked for where given.
    #[prop(optional_no_strip)]
    known: Option<Known>,
    /// How the page comes up.
    arrival: Arrival,
    /// How far the run is.
    progress: Progress,
    /// Goes back; none on the first page.
    #[prop(optional_no_strip)]
    back: Option<Callback<()>>,
    /// Takes a valid answer.
    done: Callback<Reply>,
) -> impl IntoView {
    let entry = RwSignal::new(entry);
    let problem = RwSignal::new(None::<EntryProblem>);
    let proof = known.map(|known| ProofFields {
        evidence: RwSignal::new(known.evidence),
        note: RwSignal::new(known.note),
    });
    let node = NodeRef::<FormElement>::new();
    let focus = move |selector: &'static str| {
        // After the page shows what just changed.
        request_animation_frame(move || focus_inside(node, selector));
    };
    let kind = Arc::clone(&question);
    let message = Memo::new(move |_| {
        problem.with(|problem| Some(words(problem.as_ref()?, &kind.kind, currency)))
    });
    let summary = move || {
        message.get().map(|message| {
            view! { <Summary message=message to_field=Callback::new(move |()| focus("#q-a")) /> }
        })
    };
    let form = Form {
        entry,
        wrong: Signal::derive(move || problem.with(Option::is_some)),
        help: question.help.is_some(),
        currency,
    };
    let body = body(&question, face, form, message, arrival);
    let submit = move |submitted: leptos::ev::SubmitEvent| {
        submitted.prevent_default();
        let read = entry.with_untracked(|entry| entry.read(&question, currency));
        match read {
            Ok(value) => {
                let known = proof.map(|fields| Known {
                    evidence: fields.evidence.get_untracked(),
                    note: fields.note.get_untracked(),
                });
                done.run(Reply { value, known });
            }
            Err(wrong) => {
                problem.set(Some(wrong));
                focus(".error-summary");
            }
        }
    };
    view! {
        <form class="wizard-step" part="step" novalidate on:submit=submit node_ref=node>
            <Top back=back progress=progress />
            {summary}
            {body}
            {proof.map(|fields| view! { <Proof fields=fields /> })}
            <div class="wizard-actions">
                <button class="btn btn-primary" type="submit" part="button">
                    {text::continue_on()}
                </button>
            </div>
        </form>
    }
}

/// The question with its field: a group named by its legend, or a label with its control.
fn body(
    question: &Question,
    face: Face,
    form: Form,
    message: Memo<Option<String>>,
    arrival: Arrival,
) -> AnyView {
    let wording = question.wording(face).unwrap_or(&question.title);
    let (wording, talk) = match face {
        Face::Visitor => (wording, None),
        Face::Rep => prompt::split(wording),
    };
    let optional =
        question.optional.then(|| view! { " " <span class="optional">{text::optional()}</span> });
    let title = view! { {wording.to_owned()} {optional} }.into_any();
    let group = is_group(question, face);
    let talk = talk.map(|talk| view! { <p class="talk">{talk.to_owned()}</p> });
    let help = question.help.clone().map(|help| {
        view! { <p class="question-help" id="q-help">{help}</p> }
    });
    let why = question.why.clone().map(|why| {
        view! {
            <details class="question-why">
                <summary>{text::why_we_ask()}</summary>
                <p>{why}</p>
            </details>
        }
    });
    let error = move || {
        message.get().map(|message| {
            view! {
                <p class="field-error" id="q-error">
                    <span class="visually-hidden">{text::error_prefix()}</span>
                    {message}
                </p>
            }
        })
    };
    let rest = view! {
        {help}
        {why}
        {talk}
        {error}
        {field(question, face, form)}
    };
    if group {
        view! {
            <fieldset
                class="question"
                part="question"
                aria-describedby=move || form.described_by(false)
            >
                <legend>
                    <Title arrival=arrival>{title}</Title>
                </legend>
                {rest}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="question" part="question">
                <Title arrival=arrival>
                    <label for="q-a">{title}</label>
                </Title>
                {rest}
            </div>
        }
        .into_any()
    }
}

fn focus_inside(form: NodeRef<FormElement>, selector: &str) {
    use wasm_bindgen::JsCast;
    let found = form.try_get_untracked().flatten();
    let found = found.and_then(|form| form.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Only an element that is not drawn refuses, and then there is nothing to focus.
        let _ = element.focus();
    }
}
