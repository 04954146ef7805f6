//! The rule editor: conditions in groups within groups, each changed in its place.
//!
//! A branch is drawn by its path. It is drawn anew only when it becomes something else, so that what
//! a person works in stays under the hand. Invariant: what is refused is said below the rule and
//! leaves it as it was.

mod branch;
mod condition;
mod condition_words;
mod menu;
pub(super) mod range;
pub(super) mod test;

pub(super) use condition::questions as questions_to_choose;

use super::rows::problem;
use super::subject::edit;
use super::words;
use crate::app::edit::rules::{self, Place};
use crate::app::edit::{Done, Label, Refused};
use crate::domain::playbook::rule::Rule;
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::workspace::form::focus;
use leptos::prelude::*;
use std::fmt::Write;

/// A rule that is edited.
#[derive(Clone)]
pub(super) struct Desk {
    context: AppContext,
    place: Place,
    /// What the ids of its controls begin with.
    id: String,
    error: RwSignal<Option<String>>,
}

impl Desk {
    /// The branch at a path, as something.
    fn read<V: Default>(&self, path: &[usize], read: impl FnOnce(&Rule) -> V) -> V {
        self.context.editor.with(|editor| {
            let rule = rules::rule(editor.draft(), &self.place);
            rule.and_then(|rule| rules::branch(rule, path)).map(read).unwrap_or_default()
        })
    }

    /// Changes the rule. A refusal is for the field to say.
    fn edit<T>(
        &self,
        change: impl FnOnce(&mut Playbook, &Place) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let draft = self.context.draft_untracked();
        let (noun, name) = match &self.place {
            Place::Criterion(id) => (Noun::Criterion, draft.criterion_name(id).to_owned()),
            Place::When(id) => (Noun::Question, draft.question_name(id).to_owned()),
        };
        let label = Label::new(Done::Set, noun, name);
        self.error.set(None);
        edit(self.context, label, |draft, _| change(draft, &self.place))
    }

    /// Says a refusal below the rule, where no field does.
    fn told<T>(&self, done: Result<T, Refused>) -> Option<T> {
        let why = done.as_ref().err();
        self.error.set(why.map(|why| words::refused(&self.context.draft_untracked(), why)));
        done.ok()
    }

    /// Changes the rule alone.
    fn edit_rule<T>(
        &self,
        change: impl FnOnce(&mut Rule) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        self.edit(|draft, place| change(rules::rule_mut(draft, place)?))
    }

    /// The id of a control of the branch at a path.
    fn control(&self, path: &[usize], name: &str) -> String {
        let mut id = self.id.clone();
        for step in path {
            // Writing to a text cannot fail.
            let _ = write!(id, "-{step}");
        }
        format!("{id}-{name}")
    }

    /// Moves the focus to the branch at a path, once it is drawn.
    fn focus(&self, path: &[usize]) {
        let ids = ["question", "group", "criterion"].map(|name| self.control(path, name));
        request_animation_frame(move || ids.iter().for_each(|id| focus(id)));
    }
}

/// The rule at a place.
pub(super) fn editor(context: AppContext, place: Place, id: &str) -> AnyView {
    let (id, error) = (id.to_owned(), RwSignal::new(None));
    let desk = Desk { context, place, id, error };
    view! {
        <div class="pb-rule">{branch::draw(&desk, Vec::new())} {problem(error)}</div>
    }
    .into_any()
}
