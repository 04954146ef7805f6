//! The form of one question among many: how it is asked, what can be said, and how well the answer is
//! known.
//!
//! What an arrow key only tries on is recorded when the focus leaves the question.

use super::super::talk::{has_talk, talk};
use super::filling::{Filling, Recorded};
use crate::app::sheet::Need;
use crate::domain::playbook::question::{Face, Question};
use crate::ui::format;
use crate::ui::text::{wizard, workspace as text};
use crate::ui::wizard::evidence::EvidenceForm;
use crate::ui::wizard::field::{Form, field, is_group};
use crate::ui::wizard::why::Grade;
use crate::ui::workspace::any::{MapAny, ThenAny};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};

/// The question with its form.
pub(super) fn asking(
    sheet: &Filling,
    recorded: Memo<Recorded>,
    need: Signal<Need>,
    next: Callback<usize>,
) -> impl IntoView {
    let sheet = *sheet;
    let Filling { form, trying, context, id, .. } = sheet;
    let question = sheet.question.get_value();
    // What the texts recall may be answered on this very page.
    let told = Memo::new(move |_| {
        let mut told = sheet.question.get_value();
        context.workspace.with(|workspace| {
            if let Some(contact) = workspace.contact(id) {
                format::recall(&workspace.playbook, &contact.answers, &mut told);
            }
        });
        told
    });
    let group = is_group(&question, Face::Rep);
    let optional = question
        .optional
        .then_any(|| view! { " " <span class="optional">{wizard::optional()}</span> });
    let wording =
        move || told.with(|told| told.wording(Face::Rep).unwrap_or(&told.title).to_owned());
    let title = form.id("title");
    let head = if group {
        view! {
            <legend>
                <h3 class="sheet-title" id=title.clone()>
                    {wording}
                    {optional}
                </h3>
            </legend>
        }
        .into_any()
    } else {
        view! {
            <h3 class="sheet-title" id=title.clone()>
                <label for=form.id("a")>{wording} {optional}</label>
            </h3>
        }
        .into_any()
    };
    let rest = view! { {aside(&question, told, form)} {field(&question, Face::Rep, form)} };
    let described = move || group.then(|| form.described_by(false)).flatten();
    let body = if group {
        view! { <fieldset class="question" aria-describedby=described>{head} {rest}</fieldset> }
            .into_any()
    } else {
        view! { <div class="question">{head} {rest}</div> }.into_any()
    };
    let left = move |event: &FocusEvent| {
        let target = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let form = event.current_target().and_then(|form| form.dyn_into::<Node>().ok());
        !form.is_some_and(|form| form.contains(target.as_ref()))
    };
    view! {
        <form
            class="sheet-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                trying.set_value(false);
                if sheet.save() {
                    next.run(form.place);
                }
            }
            on:keydown=move |press| trying.set_value(tries_on(&press))
            on:pointerdown=move |_| trying.set_value(false)
            on:change=move |_| {
                // A field that goes with its form tells of its change when that is gone already.
                if trying.try_get_value() == Some(false) {
                    sheet.save();
                }
            }
            on:focusout=move |event| {
                if left(&event) {
                    sheet.save();
                }
            }
        >
            {body}
            <div class="sheet-beside" role="group" aria-labelledby=title>
                <p class="sheet-state small">{move || state(&recorded.get(), &need.get())}</p>
                {move || {
                    let question = sheet.question.get_value();
                    recorded
                        .get()
                        .also
                        .map_any(|also| {
                            let value = format::value(Some(&question), &also.value);
                            let words = text::also_said(value, format::evidence(also.evidence));
                            view! { <p class="disagreement small">{words}</p> }
                        })
                }}
                <EvidenceForm fields=sheet.evidence place=form.place />
            </div>
        </form>
    }
}

/// Help, talk track and why, and what is wrong. Texts change by themselves, so that a disclosure stays
/// open.
fn aside(question: &Question, told: Memo<Question>, form: Form) -> impl IntoView + use<> {
    let help = move || told.with(|told| told.help.clone());
    let help = question
        .help
        .is_some()
        .then_any(|| view! { <p class="question-help small" id=form.id("help")>{help}</p> });
    let why = move || told.with(|told| told.why.clone());
    let why = question.why.is_some().then_any(|| {
        view! {
            <p>
                <b>{wizard::why_we_ask()}</b>
                ": "
                {why}
            </p>
        }
    });
    let name = question.title.clone();
    let more = (has_talk(question) || why.is_some()).then_any(|| {
        view! {
            <details class="disclosure small">
                <summary>
                    {text::what_to_say()}
                    <span class="visually-hidden">{text::colon_what(name)}</span>
                </summary>
                <div class="sheet-talk">{move || told.with(talk)} {why}</div>
            </details>
        }
    });
    let wrong = move || {
        form.message.get().map_any(|message| {
            view! {
                <p class="field-error" id=form.id("error")>
                    <span class="visually-hidden">{text::error_prefix()}</span>
                    {message}
                </p>
            }
        })
    };
    view! { {help} {more} {wrong} }
}

/// How the question stands: how well it is known, or that nothing hangs on it.
fn state(recorded: &Recorded, need: &Need) -> AnyView {
    match (&recorded.given, need) {
        (Some(given), _) => view! { <Grade grade=given.evidence /> }.into_any(),
        (None, Need::Recorded) => view! { <span class="tag">{text::dont_know()}</span> }.into_any(),
        (None, Need::Beyond) => {
            view! { <span class="quiet">{text::need_beyond()}</span> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// Whether a key only tries an answer on: the next one may come at once.
fn tries_on(press: &KeyboardEvent) -> bool {
    let target = press.target().and_then(|target| target.dyn_into::<Element>().ok());
    let steps =
        ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
    let typed = |target: Element| {
        let is_day =
            target.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() == "date");
        (is_day || target.tag_name() == "SELECT") && !matches!(&*press.key(), "Enter" | " " | "Tab")
    };
    steps.contains(&&*press.key()) || target.is_some_and(typed)
}
