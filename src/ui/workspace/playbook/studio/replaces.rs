//! What is replaced when a playbook is begun anew, said before it happens.

use crate::app::edit::Editor;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use leptos::prelude::*;

/// Names the draft that is going to be replaced; nothing where there is none.
#[component]
pub(super) fn Replaces() -> impl IntoView {
    let context = AppContext::get();
    move || {
        let unpublished = context.editor.with(Editor::has_changes);
        unpublished.then_any(|| {
            let title = context.draft().title.clone();
            view! { <p class="banner">{text::own_draft(title)}</p> }
        })
    }
}
