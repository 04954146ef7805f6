//! Parts of forms: fields with labels, hints and errors, and the summary of what is wrong.

use crate::domain::when::read_day;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::pick::Pick;
use crate::ui::workspace::shown::Shown;
use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// What is wrong with a form: the field's id and the message.
pub type Problems = Vec<(&'static str, String)>;

/// The message for one field.
pub(super) fn problem_of(problems: Signal<Problems>, id: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || {
        problems
            .with(|all| all.iter().find(|(field, _)| *field == id).map(|(_, text)| text.clone()))
    })
}

/// Moves the focus to an element of the page.
pub fn focus(id: &str) {
    let element =
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it is; nothing to tell.
        let _ = element.focus();
    }
}

/// What had the focus, and what it said: an element that says something else by now does something
/// else.
pub(super) type Focused = (HtmlElement, Option<String>);

/// What has the focus, to give it back later; in a menu, which closes, what opens that.
pub(super) fn focused() -> Option<Focused> {
    let document = web_sys::window()?.document()?;
    let focused = document.active_element()?;
    let menu = focused.closest("details.menu").ok().flatten();
    let opens = menu.and_then(|menu| menu.query_selector("summary").ok().flatten());
    let element: HtmlElement = opens.unwrap_or(focused).dyn_into().ok()?;
    let words = element.text_content();
    Some((element, words))
}

/// Gives the focus back to what had it, or to another element where that cannot take it any more.
pub(super) fn focus_back(had: Option<&Focused>, otherwise: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    let has = had.is_some_and(|(element, words)| {
        if element.text_content() != *words {
            return false;
        }
        let _ = element.focus();
        let body = document.as_ref().and_then(Document::body);
        let now = document.as_ref().and_then(Document::active_element);
        body.as_ref() != Some(element) && now.as_ref() == Some(element.as_ref())
    });
    if !has {
        focus(otherwise);
    }
}

/// Moves the focus to where a view begins, once it is drawn. Whoever is quicker and moves it elsewhere
/// stays there.
pub fn arrive(id: &'static str) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let before = document.active_element();
    request_animation_frame(move || {
        let now = document.active_element();
        // What had the focus may have gone with the view before.
        if now == before || now == document.body().map(Into::into) {
            focus(id);
        }
    });
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

/// Label, error and control of one field.
#[component]
pub(super) fn Labelled(
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
