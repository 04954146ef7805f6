//! What is wrong with a form: told at each field and in a summary.
//!
//! The fields are in `fields`, where the focus goes in `focus`.

mod fields;
mod focus;

pub(super) use fields::Labelled;
pub use fields::{SelectField, TextArea, TextField};
pub(super) use focus::{Focused, focus_back, focused};
pub use focus::{arrive, focus};

use crate::domain::when::read_day;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::shown::Shown;
use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What is wrong with a form: the field's id and the message.
pub type Problems = Vec<(&'static str, String)>;

/// The message for one field.
pub(super) fn problem_of(problems: Signal<Problems>, id: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || {
        problems
            .with(|all| all.iter().find(|(field, _)| *field == id).map(|(_, text)| text.clone()))
    })
}

/// Whether a date field holds something that is no day: half of one, or one that does not exist. The
/// browser gives it as empty.
pub fn holds_no_day(id: &str) -> bool {
    let element =
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    let input = element.and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.is_some_and(|input| !input.check_validity())
}

/// The day in a date field; what is wrong with it is added to the problems.
pub(super) fn day_in(
    id: &'static str,
    typed: RwSignal<String>,
    problems: &mut Problems,
) -> Option<NaiveDate> {
    let day = read_day(&typed.get_untracked());
    if day.is_none() {
        let words = if holds_no_day(id) { text::err_no_such_day() } else { text::err_date() };
        problems.push((id, words.to_owned()));
    }
    day
}

/// What is in a field that must not stay empty; what is wrong with it is added to the problems.
pub(super) fn filled_in(
    id: &'static str,
    typed: RwSignal<String>,
    empty: &str,
    problems: &mut Problems,
) -> String {
    let words = typed.get_untracked();
    if words.trim().is_empty() {
        problems.push((id, empty.to_owned()));
    }
    words
}

/// All that is wrong with a form, each linked to its field. Takes the focus when it appears.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    #[prop(into)]
    problems: Signal<Problems>,
) -> impl IntoView {
    let summary = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if !problems.with(Vec::is_empty)
            && let Some(summary) = summary.get()
        {
            let _ = summary.focus();
        }
    });
    let item = |(id, message): (&'static str, String)| {
        view! {
            <li>
                <a
                    href=format!("#{id}")
                    on:click=move |event| {
                        event.prevent_default();
                        focus(id);
                    }
                >
                    {message}
                </a>
            </li>
        }
    };
    view! {
        <Shown when=move || !problems.with(Vec::is_empty)>
            <div class="error-summary" role="alert" tabindex="-1" node_ref=summary>
                <h2 class="error-title">{text::there_is_a_problem()}</h2>
                <ul>{move || problems.get().into_iter().map(item).collect_any()}</ul>
            </div>
        </Shown>
    }
}
