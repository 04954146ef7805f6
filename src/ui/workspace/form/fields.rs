//! Fields with labels, hints and errors.

use super::{Problems, problem_of};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use crate::ui::workspace::pick::Pick;
use leptos::prelude::*;

/// Label, error and control of one field.
#[component]
pub(in crate::ui::workspace) fn Labelled(
    /// The control's id.
    id: &'static str,
    /// The label.
    label: String,
    /// Whether it may stay empty.
    optional: bool,
    /// More about it.
    hint: Option<&'static str>,
    /// What is wrong with it.
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>
                {label}
                {optional.then_any(|| view! { " " <span class="optional">{text::optional()}</span> })}
            </label>
            {hint
                .map_any(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> })}
            {move || {
                error
                    .get()
                    .map_any(|message| {
                        view! {
                            <p class="field-error" id=format!("{id}-error")>
                                <span class="visually-hidden">{text::error_prefix()}</span>
                                {message}
                            </p>
                        }
                    })
            }}
            {children()}
        </div>
    }
}

/// The ids of what is said about a field: its hint, and what is wrong.
fn described_by(
    id: &'static str,
    hint: bool,
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Clone {
    move || match (hint, error.with(Option::is_some)) {
        (true, true) => Some(format!("{id}-hint {id}-error")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}

/// One line of text.
#[component]
pub fn TextField(
    /// The control's id, unique in the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong with the form.
    #[prop(into)]
    problems: Signal<Problems>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// More about it.
    #[prop(optional_no_strip)]
    hint: Option<&'static str>,
    /// The kind of input.
    #[prop(default = "text")]
    kind: &'static str,
    /// The keyboard to offer.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// The control's classes.
    #[prop(default = "input")]
    class: &'static str,
    /// Whether each word begins with a capital, as names do.
    #[prop(optional)]
    names: bool,
) -> impl IntoView {
    let error = problem_of(problems, id);
    view! {
        <Labelled id label optional hint error>
            <input
                class=class
                id=id
                type=kind
                inputmode=inputmode
                autocomplete="off"
                autocapitalize=names.then_some("words")
                spellcheck=names.then_some("false")
                prop:value=value
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described_by(id, hint.is_some(), error)
                on:input=move |event| value.set(event_target_value(&event))
            />
        </Labelled>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// The control's id, unique in the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong with the form.
    #[prop(into)]
    problems: Signal<Problems>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let error = problem_of(problems, id);
    view! {
        <Labelled id label optional hint=None error>
            <textarea
                class="input"
                id=id
                rows="3"
                prop:value=value
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described_by(id, false, error)
                on:input=move |event| value.set(event_target_value(&event))
            />
        </Labelled>
    }
}

/// One of several.
#[component]
pub fn SelectField(
    /// The control's id, unique in the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// What is chosen.
    value: RwSignal<String>,
    /// Value and wording of each choice.
    options: Vec<(String, String)>,
    /// What is wrong with the form.
    #[prop(into)]
    problems: Signal<Problems>,
    /// Whether it may stay without a choice.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let error = problem_of(problems, id);
    let (keys, words): (Vec<_>, Vec<_>) = options.into_iter().unzip();
    let keys = StoredValue::new(keys);
    let place = move |keys: &Vec<String>| value.with(|value| keys.iter().position(|k| k == value));
    let chosen = Signal::derive(move || keys.with_value(place));
    let pick = move |n: usize| {
        if let Some(key) = keys.with_value(|keys| keys.get(n).cloned()) {
            value.set(key);
        }
    };
    view! {
        <Labelled id label optional hint=None error>
            <Pick
                label=""
                id=Some(id.to_owned())
                groups=vec![("".into(), words)]
                chosen
                on_pick=pick
                error
            />
        </Labelled>
    }
}
