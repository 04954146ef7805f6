//! An answer in words.

use super::Form;
use super::options::OrUnknown;
use leptos::prelude::*;

/// A few lines of text.
#[component]
pub fn Words(
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    view! {
        <textarea
            class="input"
            part="input"
            id=form.id("a")
            rows="4"
            aria-describedby=move || form.described_by(false)
            aria-invalid=move || form.invalid()
            prop:value=move || form.entry.with(|entry| entry.text.clone())
            on:input:capture:target=move |input| {
                let typed = input.target().value();
                form.entry.update(|entry| entry.write(typed));
            }
        ></textarea>
        <OrUnknown form=form />
    }
}
