//! Options as large cards, one of which is chosen, and the keys that choose them.

use super::Form;
use super::unknown::UnknownCard;
use crate::app::entry::Entry;
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

    /// How many cards there are.
    pub fn count(&self) -> usize {
        self.cards.len()
    }

    /// The number key of a card: its place, or on a scale the step itself.
    pub fn key(&self, place: usize) -> Option<String> {
        match (&self.ends, self.cards.get(place)) {
            (Some(_), Some((step, _))) => Some(step.clone()).filter(|step| step.len() == 1),
            _ => (place < LAST_KEY).then(|| (place + 1).to_string()),
        }
    }
}

/// Cards of which one is chosen.
#[component]
pub fn Radios(
    /// What they say.
    labels: Labels,
    /// The form they are part of.
    form: Form,
) -> impl IntoView {
    let choose = Callback::new(move |(place, _)| form.entry.update(|entry| entry.choose(place)));
    let unknown = view! { <UnknownCard kind="radio" key=labels.key(labels.count()) form=form /> };
    view! { <Cards labels=labels kind="radio" form=form choose=choose>{unknown}</Cards> }
}

/// Cards, and what comes after them.
#[component]
pub fn Cards(
    /// What they say.
    labels: Labels,
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// The form they are part of.
    form: Form,
    /// A card was chosen, or no longer.
    choose: Callback<(usize, bool)>,
    /// What comes after them.
    children: Children,
) -> impl IntoView {
    let scale = labels.ends.is_some();
    let keys: Vec<_> = (0..labels.count()).map(|place| labels.key(place)).collect();
    let Labels { cards, ends } = labels;
    let cards = cards.into_iter().zip(keys).enumerate();
    let cards = cards.map(|(place, ((title, aside), key))| {
        let chosen = move |entry: &Entry| entry.chosen.contains(&place);
        view! {
            <Card
                kind=kind
                title=title
                aside=aside
                key=key
                hint=!scale
                first=place == 0
                chosen=Signal::derive(move || form.entry.with(chosen))
                choose=Callback::new(move |on| choose.run((place, on)))
            />
        }
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
    view! {
        <div class="choices" class:choices-scale=scale on:keydown=move |press| on_key(&press)>
            {cards}
            {ends}
            {children()}
        </div>
    }
}

/// One card.
#[component]
pub fn Card(
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// What it says.
    title: String,
    /// What is added for assistive technology.
    #[prop(optional_no_strip)]
    aside: Option<String>,
    /// The number key that chooses it.
    #[prop(optional_no_strip)]
    key: Option<String>,
    /// Whether the key is shown.
    #[prop(default = true)]
    hint: bool,
    /// Whether it is the field's first control.
    #[prop(default = false)]
    first: bool,
    /// Whether it is chosen.
    chosen: Signal<bool>,
    /// It was chosen, or no longer.
    choose: Callback<bool>,
) -> impl IntoView {
    let shown = key.clone().filter(|_| hint).map(|key| {
        view! { <kbd class="choice-key" aria-hidden="true">{key}</kbd> }
    });
    let aside = aside.map(|aside| {
        view! { <span class="visually-hidden">": " {aside}</span> }
    });
    view! {
        <label class="choice" part="choice">
            <input
                id=first.then_some("q-a")
                type=kind
                name="q"
                data-key=key
                prop:checked=move || chosen.get()
                on:change:target=move |change| choose.run(change.target().checked())
            />
            <span class="choice-text">{title} {aside}</span>
            {shown}
        </label>
    }
}

/// While the focus is on a card, its number chooses one and Enter continues.
pub fn on_key(press: &KeyboardEvent) {
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
    } else if let Some(card) = card(press) {
        press.prevent_default();
        let _ = card.focus();
        card.click();
    }
}

/// The card whose number was pressed.
fn card(press: &KeyboardEvent) -> Option<HtmlInputElement> {
    let key = press.key();
    let cards: Element = press.current_target()?.dyn_into().ok()?;
    let is_digit = key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_digit());
    let found = is_digit.then(|| cards.query_selector(&format!("[data-key='{key}']")))?;
    found.ok()??.dyn_into().ok()
}
