//! A long choice as a list to open, which every browser lets people search by typing.

use super::Form;
use super::options::OrUnknown;
use crate::app::entry::Entry;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// A list of which one is chosen.
#[component]
pub fn Pick(
    /// What it offers.
    titles: Vec<String>,
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    view! {
        <DropDown
            id=form.id("a")
            titles=titles
            nothing=text::choose_one()
            form=form
        />
        <OrUnknown form=form />
    }
}

/// The list itself.
#[component]
pub fn DropDown(
    /// Its id.
    id: String,
    /// What it offers.
    titles: Vec<String>,
    /// What it says while nothing is chosen.
    nothing: &'static str,
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    let options = titles.into_iter().enumerate().map(|(place, title)| {
        let chosen = move || form.entry.with(|entry| entry.chosen.contains(&place));
        view! { <option value=place.to_string() prop:selected=chosen>{title}</option> }
    });
    let choose = move |value: String| {
        form.entry.update(|entry| match value.parse() {
            Ok(place) => entry.choose(place),
            Err(_) => *entry = Entry::default(),
        });
    };
    view! {
        <select
            class="input"
            part="input"
            id=id
            aria-describedby=move || form.described_by(false)
            aria-invalid=move || form.invalid()
            on:change:capture:target=move |change| choose(change.target().value())
        >
            <option
                value=""
                prop:selected=move || form.entry.with(|entry| entry.chosen.is_empty())
            >
                {nothing}
            </option>
            {options.collect_view()}
        </select>
    }
}
