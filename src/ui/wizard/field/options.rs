//! Options as large cards, and the keys that choose them.

use super::Form;
use crate::ui::text::wizard as text;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The last option with a number key of its own.
const LAST_KEY: usize = 9;

/// The words on a group of cards.
#[derive(Debug, Clone)]
pub struct Labels {
    /// What each card says, and what is added to it for assistive technology.
    cards: Vec<(String, Option<String>)>,
    /// What the ends of a scale mean.
    ends: Option<(String, String)>,
}

impl Labels {
    /// Options by their wording.
    pub fn plain(titles: Vec<String>) -> Self {
        Self { cards: titles.into_iter().map(|title| (title, None)).collect(), ends: None }
    }

    /// The steps of a scale.
    pub fn steps(from: i32, to: i32, low: &str, high: &str) -> Self {
        let meaning = |step| match step {
            step if step == from => Some(low.to_owned()),
            step if step == to => Some(high.to_owned()),
            _ => None,
        };
        let cards = (from..=to).map(|step| (step.to_string(), meaning(step))).collect();
        Self { cards, ends: Some((low.to_owned(), high.to_owned())) }
    }

    /// The number key of a card: its place, or on a scale the step itself.
    fn key(&self, place: usize) -> Option<String> {
        match (&self.ends, self.cards.get(place)) {
            (Some(_), Some((step, _))) => Some(step.clone()).filter(|step| step.len() == 1),
            _ => (place < LAST_KEY).then(|| (place + 1).to_string()),
        }
    }
}

/// A group of cards, "I don't know yet" the last of them.
#[component]
pub fn Cards(
    /// What they say.
    labels: Labels,
    /// Whether any of them may be chosen, not one alone.
    many: bool,
    /// The form they are part of.
    form: Form,
) -> impl IntoView {
    let scale = labels.ends.is_some();
    let count = labels.cards.len();
    let keys: Vec<_> = (0..=count).map(|place| labels.key(place)).collect();
    let last = keys.last().cloned().flatten();
    let Labels { cards, ends } = labels;
    let cards = cards.into_iter().zip(keys).enumerate();
    let cards = cards.map(|(place, ((title, aside), key))| {
        card(Some(place), title, aside, key.map(|key| (key, !scale)), many, form)
    });
    let cards = cards.collect_view();
    let ends = ends.map(|(low, high)| {
        view! {
            <p class="scale-ends" aria-hidden="true">
                <span>{low}</span>
                <span>{high}</span>
            </p>
        }
    });
    let class = if scale { "choices choices-scale" } else { "choices" };
    view! {
        <div class=class on:keydown:capture=on_key>
            {cards}
            {ends}
            {unknown(last, many, form)}
        </div>
    }
}

/// "I don't know yet" after a single control.
#[component]
pub fn OrUnknown(
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    view! {
        <div class="choices" on:keydown:capture=on_key>
            {unknown(None, true, form)}
        </div>
    }
}

fn unknown(key: Option<String>, many: bool, form: Form) -> impl IntoView {
    let card =
        card(None, text::dont_know().to_owned(), None, key.map(|key| (key, true)), many, form);
    view! {
        <p class="or">{text::or()}</p>
        {card}
    }
}

/// One card: an option by its place, or "I don't know yet". Its key comes with whether it is shown.
fn card(
    place: Option<usize>,
    title: String,
    aside: Option<String>,
    key: Option<(String, bool)>,
    many: bool,
    form: Form,
) -> impl IntoView {
    let (key, shown) = key.map_or((None, false), |(key, shown)| (Some(key), shown));
    let shown = key.clone().filter(|_| shown).map(|key| {
        view! { <kbd class="choice-key" aria-hidden="true">{key}</kbd> }
    });
    let aside = aside.map(|aside| view! { <span class="visually-hidden">": " {aside}</span> });
    let chosen = move || {
        form.entry.with(|entry| match place {
            Some(place) => entry.chosen.contains(&place),
            None => entry.unknown,
        })
    };
    let choose = move |on: bool| {
        form.entry.update(|entry| match place {
            Some(place) if many => entry.tick(place, on),
            Some(place) => entry.choose(place),
            None => entry.dont_know(on),
        });
    };
    view! {
        <label class="choice" part="option">
            <input
                id=(place == Some(0)).then(|| form.id("a"))
                type=if many { "checkbox" } else { "radio" }
                name="q"
                data-key=key
                prop:checked=chosen
                on:change:capture:target=move |change| choose(change.target().checked())
            />
            <span class="choice-text">{title} {aside}</span>
            {shown}
        </label>
    }
}

/// While the focus is on a card, its number chooses one and Enter continues.
fn on_key(press: KeyboardEvent) {
    if press.alt_key() || press.ctrl_key() || press.meta_key() || press.is_composing() {
        return;
    }
    let target = press.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(focused) = target.filter(|input| matches!(&*input.type_(), "radio" | "checkbox"))
    else {
        return;
    };
    if press.key() == "Enter" {
        press.prevent_default();
        if let Some(form) = focused.form() {
            // Refused only for a button of another form.
            let _ = form.request_submit();
        }
    } else if let Some(card) = keyed(&press) {
        press.prevent_default();
        let _ = card.focus();
        card.click();
    }
}

/// The card whose number was pressed.
fn keyed(press: &KeyboardEvent) -> Option<HtmlInputElement> {
    let key = press.key();
    let cards: Element = press.current_target()?.dyn_into().ok()?;
    let is_digit = key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_digit());
    let found = is_digit.then(|| cards.query_selector(&format!("[data-key='{key}']")))?;
    found.ok()??.dyn_into().ok()
}
