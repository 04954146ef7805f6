//! A day, by the browser's own date field.

use super::Form;
use super::options::OrUnknown;
use leptos::prelude::*;

/// A day.
#[component]
pub fn Day(
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    let start = form.entry.with_untracked(|entry| entry.text.clone());
    // A half-typed day reads as empty; writing that back would wipe what is typed. So the field
    // keeps its own text, and only "I don't know yet" empties it.
    let shown = move || form.entry.with(|entry| entry.unknown).then_some("");
    view! {
        <input
            class="input input-short"
            id=form.id("a")
            type="date"
            value=start
            prop:value=shown
            aria-describedby=move || form.described_by(false)
            aria-invalid=move || form.invalid()
            on:input:capture:target=move |input| {
                let typed = input.target().value();
                form.entry.update(|entry| entry.write(typed));
            }
        />
        <OrUnknown form=form />
    }
}
