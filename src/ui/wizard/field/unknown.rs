//! "or: I don't know yet", the last option of every question.

use super::Form;
use super::options::{Card, on_key};
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// The option after a group of cards, as one of them.
#[component]
pub fn UnknownCard(
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// The number key that chooses it.
    key: Option<String>,
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    let choose = Callback::new(move |on| form.entry.update(|entry| entry.dont_know(on)));
    view! {
        <p class="or">{text::or()}</p>
        <Card
            kind=kind
            title=text::dont_know().to_owned()
            key=key
            chosen=Signal::derive(move || form.entry.with(|entry| entry.unknown))
            choose=choose
        />
    }
}

/// The option after a single control.
#[component]
pub fn OrUnknown(
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    view! {
        <div class="choices" on:keydown=move |press| on_key(&press)>
            <UnknownCard kind="checkbox" key=None form=form />
        </div>
    }
}
