//! Whose answer it is, where it was taken over from another contact at the organisation.

use super::super::words;
use crate::app::route::Route;
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// Names the other contact, with a way there.
pub(super) fn taken_over(from: ContactId) -> AnyView {
    let workspace = AppContext::get().workspace;
    let name = workspace.with_untracked(|workspace| workspace.contact(from).map(words::full_name));
    match name {
        Some(name) => {
            let link = view! { <a href=Route::Contact(from).address()>{name}</a> };
            view! { <span class="note">{text::taken_over_from()} " " {link}</span> }.into_any()
        }
        None => view! { <span class="note">{text::taken_over_from_gone()}</span> }.into_any(),
    }
}
