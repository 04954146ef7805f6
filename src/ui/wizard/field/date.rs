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
    // A half-typed day reads as empty; writing that back would wipe what is typed, and so does any
    // other value that is set. So the field keeps its own text, and "I don't know yet" takes it away
    // for a new one.
    let unknowns = Memo::new(move |before: Option<&u32>| {
        let unknown = form.entry.with(|entry| entry.unknown);
        before.copied().unwrap_or_default() + u32::from(unknown)
    });
    let field = move || {
        unknowns.track();
        let start = form.entry.with_untracked(|entry| entry.text.clone());
        view! {
            <input
                class="input input-short"
                part="input"
                id=form.id("a")
                type="date"
                value=start
                aria-describedby=move || form.described_by(false)
                aria-invalid=move || form.invalid()
                on:input:capture:target=move |input| {
                    let typed = input.target().value();
                    form.entry.update(|entry| entry.write(typed));
                }
            />
        }
    };
    view! {
        {field}
        <OrUnknown form=form />
    }
}
