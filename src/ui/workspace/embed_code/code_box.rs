//! Code to copy: a field that can be read and selected, and the button that copies it.

use crate::platform::clipboard;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The most lines that show at once.
const MOST_ROWS: usize = 22;

/// The field and the button.
#[component]
pub(super) fn CodeBox(
    /// The field's id, unique in the page.
    id: &'static str,
    /// What it is.
    label: &'static str,
    /// The code.
    #[prop(into)]
    code: Signal<String>,
    /// Whether copying it is what the page is for.
    #[prop(optional)]
    primary: bool,
) -> impl IntoView {
    let said = RwSignal::new("");
    // What was copied before is not what stands there now.
    Effect::new(move |_| {
        code.track();
        said.set("");
    });
    let copy = move |_| {
        spawn_local(async move {
            let copied = clipboard::copy(&code.get_untracked()).await;
            // The view may have been left meanwhile.
            said.try_set(if copied { text::embed_copied() } else { text::embed_not_copied() });
        });
    };
    let rows = move || code.with(|code| code.lines().count().clamp(1, MOST_ROWS));
    view! {
        <div class="field embed-box">
            <label for=id>{label}</label>
            <textarea
                class="input embed-code"
                id=id
                dir="ltr"
                readonly
                spellcheck="false"
                rows=move || rows().to_string()
                prop:value=move || code.get()
            />
            <div class="actions">
                <button
                    class=if primary { "btn btn-primary" } else { "btn btn-small" }
                    type="button"
                    aria-label=text::embed_copy_what(label)
                    on:click=copy
                >
                    {text::embed_copy()}
                </button>
                <span class="small" role="status">
                    {move || said.get()}
                </span>
            </div>
        </div>
    }
}
