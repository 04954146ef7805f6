//! The form that adds a thing to the draft and goes on to its page.
//!
//! Refuses to know what is added. Invariant: one press adds one thing, also while its page is not
//! drawn yet.

use super::field::{Field, Kind};
use super::once::Once;
use super::rows::problem;
use super::words;
use crate::app::edit::Refused;
use crate::app::route::{PlaybookPage, Route};
use crate::ui::context::AppContext;
use crate::ui::workspace::form::focus;
use leptos::prelude::*;
use std::sync::Arc;

/// Adds what the form says; gives its page.
pub(super) type Create = Arc<dyn Fn() -> Result<PlaybookPage, Refused> + Send + Sync>;

/// The form. Each of its fields is made by [`Field::entry`].
pub(super) struct NewForm {
    /// The workspace.
    pub(super) context: AppContext,
    /// What the new thing's name is typed into.
    pub(super) title: RwSignal<String>,
    /// The id and the label of the field it is typed into.
    pub(super) named: (&'static str, &'static str),
    /// Those of the field that is meant by a refusal where there is a name.
    pub(super) other: (&'static str, &'static str),
    /// All fields.
    pub(super) fields: AnyView,
    /// What the button says.
    pub(super) button: &'static str,
    /// Adds it.
    pub(super) create: Create,
}

impl NewForm {
    /// Draws the form.
    pub(super) fn draw(self) -> AnyView {
        let Self { context, title, named, other, fields, button, create } = self;
        let (error, once) = (RwSignal::new(None::<String>), Once::new());
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            // The page goes on to what was added; until it is drawn, it can be pressed again.
            if title.with_untracked(|title| once.again(title)) {
                return;
            }
            match create() {
                Ok(page) => {
                    title.with_untracked(|title| once.done(title));
                    context.go(&Route::Playbook(page));
                }
                Err(why) => {
                    let untitled = title.with_untracked(|title| title.trim().is_empty());
                    let (id, label) = if untitled { named } else { other };
                    let draft = context.draft_untracked();
                    error.set(Some(words::refused_in(&draft, &why, label)));
                    focus(id);
                }
            }
        };
        view! {
            <form class="pb-form" novalidate on:submit=submit>
                {fields}
                <div class="actions">
                    <button class="btn" type="submit">
                        {button}
                    </button>
                </div>
                {problem(error)}
            </form>
        }
        .into_any()
    }
}

impl Field {
    /// A field for what is not in the draft yet.
    pub(super) fn entry(
        context: AppContext,
        id: &str,
        label: &'static str,
        kind: Kind,
        value: RwSignal<String>,
    ) -> Self {
        let memo = Memo::new(move |_| value.get());
        let set = Arc::new(move |typed: &str| {
            value.set(typed.to_owned());
            Ok(())
        });
        Self::new(context, id.to_owned(), label, kind, memo, set)
    }
}
