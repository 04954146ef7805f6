//! One thing of the draft, with its fields: what they show, and how they change it.
//!
//! A field reads by a plain function and writes by another; the rest is the same for all.
//! Invariant: a field that commits is one step of undo.

use super::field::{Commit, Field, Kind};
use crate::app::edit::rule_words::follow;
use crate::app::edit::{Done, Label, Refused};
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::workspace::rule_words;
use leptos::prelude::*;
use std::sync::Arc;

/// Changes the draft. The words of criteria that were made of their rules follow.
pub(super) fn edit<T>(
    context: AppContext,
    label: Label,
    edit: impl FnOnce(&mut Playbook, &Playbook) -> Result<T, Refused>,
) -> Result<T, Refused> {
    let before = context.draft_untracked();
    context.edit(label, |draft, published| {
        let made = edit(draft, published)?;
        follow(&before, draft, rule_words::criterion);
        Ok(made)
    })
}

type Find<T> = Arc<dyn for<'a> Fn(&'a Playbook) -> Option<&'a T> + Send + Sync>;
type FindMut<T> = Arc<dyn for<'a> Fn(&'a mut Playbook) -> Option<&'a mut T> + Send + Sync>;

/// Something of the draft that fields show and change.
pub(super) struct Subject<T: 'static> {
    /// The workspace.
    pub(super) context: AppContext,
    /// What the ids of its fields begin with.
    pub(super) id: String,
    noun: Noun,
    name: fn(&T) -> String,
    find: Find<T>,
    find_mut: FindMut<T>,
}

impl<T> Clone for Subject<T> {
    fn clone(&self) -> Self {
        Self {
            context: self.context,
            id: self.id.clone(),
            noun: self.noun,
            name: self.name,
            find: Arc::clone(&self.find),
            find_mut: Arc::clone(&self.find_mut),
        }
    }
}

impl<T: 'static> Subject<T> {
    /// A thing by how it is found, and what its changes are called.
    pub(super) fn new(
        id: impl Into<String>,
        noun: Noun,
        name: fn(&T) -> String,
        find: impl for<'a> Fn(&'a Playbook) -> Option<&'a T> + Send + Sync + 'static,
        find_mut: impl for<'a> Fn(&'a mut Playbook) -> Option<&'a mut T> + Send + Sync + 'static,
    ) -> Self {
        let (find, find_mut) = (Arc::new(find), Arc::new(find_mut));
        Self { context: AppContext::get(), id: id.into(), noun, name, find, find_mut }
    }

    /// A part of it.
    pub(super) fn part<U>(
        &self,
        suffix: &str,
        find: impl for<'a> Fn(&'a T) -> Option<&'a U> + Send + Sync + 'static,
        find_mut: impl for<'a> Fn(&'a mut T) -> Option<&'a mut U> + Send + Sync + 'static,
    ) -> Subject<U> {
        let (outer, outer_mut) = (Arc::clone(&self.find), Arc::clone(&self.find_mut));
        Subject {
            context: self.context,
            id: format!("{}-{suffix}", self.id),
            noun: self.noun,
            name: |_| String::new(),
            find: Arc::new(move |playbook| outer(playbook).and_then(&find)),
            find_mut: Arc::new(move |draft| outer_mut(draft).and_then(&find_mut)),
        }
    }

    /// The same thing, whose changes are called by another name.
    pub(super) fn named(self, noun: Noun, name: fn(&T) -> String) -> Self {
        Self { noun, name, ..self }
    }

    /// What it reads as; nothing where it is not there any more.
    pub(super) fn read<V: Default>(&self, get: impl FnOnce(&T) -> V) -> V {
        self.context.editor.with(|editor| (self.find)(editor.draft()).map(get).unwrap_or_default())
    }

    /// What it reads as, remembered.
    pub(super) fn memo<V>(&self, get: impl Fn(&T) -> V + Send + Sync + 'static) -> Memo<V>
    where
        V: Default + PartialEq + Send + Sync + 'static,
    {
        let subject = self.clone();
        Memo::new(move |_| subject.read(&get))
    }

    /// Changes it.
    pub(super) fn change(
        &self,
        done: Done,
        change: impl FnOnce(&mut T) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let draft = self.context.draft_untracked();
        let name = (self.find)(&draft).map(self.name).unwrap_or_default();
        edit(self.context, Label::new(done, self.noun, name), |draft, _| {
            (self.find_mut)(draft).ok_or(Refused::Missing).and_then(change)
        })
    }

    /// How a field's text becomes part of it.
    pub(super) fn commit(&self, set: fn(&mut T, &str) -> Result<(), Refused>) -> Commit {
        let subject = self.clone();
        Arc::new(move |typed| subject.change(Done::Set, |one| set(one, typed)))
    }

    /// A field of a kind.
    pub(super) fn field(
        &self,
        kind: Kind,
        name: &str,
        label: impl Into<String>,
        get: fn(&T) -> String,
        set: fn(&mut T, &str) -> Result<(), Refused>,
    ) -> Field {
        let id = format!("{}-{name}", self.id);
        Field::new(self.context, id, label, kind, self.memo(get), self.commit(set))
    }

    /// One line of text.
    pub(super) fn line(
        &self,
        name: &str,
        label: impl Into<String>,
        get: fn(&T) -> String,
        set: fn(&mut T, &str) -> Result<(), Refused>,
    ) -> Field {
        self.field(Kind::Line, name, label, get, set)
    }

    /// Several lines of text.
    pub(super) fn area(
        &self,
        name: &str,
        label: impl Into<String>,
        get: fn(&T) -> String,
        set: fn(&mut T, &str) -> Result<(), Refused>,
    ) -> Field {
        self.field(Kind::Area, name, label, get, set)
    }

    /// A box to tick.
    pub(super) fn tick(
        &self,
        name: &str,
        label: impl Into<String>,
        get: fn(&T) -> bool,
        set: fn(&mut T, bool) -> Result<(), Refused>,
    ) -> Field {
        let subject = self.clone();
        Field::new(
            self.context,
            format!("{}-{name}", self.id),
            label,
            Kind::Tick,
            self.memo(move |one| ticked(get(one)).to_owned()),
            Arc::new(move |typed| subject.change(Done::Set, |one| set(one, !typed.is_empty()))),
        )
    }
}

/// What a box that is ticked, or not, says.
pub(super) fn ticked(on: bool) -> &'static str {
    if on { "on" } else { "" }
}

/// Puts what was typed in its place, once it can be taken.
pub(super) fn put<V>(place: &mut V, typed: Result<V, Refused>) -> Result<(), Refused> {
    *place = typed?;
    Ok(())
}

/// A text that may be missing.
pub(super) fn some(typed: Result<String, Refused>) -> Result<Option<String>, Refused> {
    typed.map(|text| Some(text).filter(|text| !text.is_empty()))
}
