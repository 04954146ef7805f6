//! The walk through two playbooks side by side, which notes what differs.
//!
//! Owns how a difference is noted. Refuses to know fields: those stand with the parts.

use super::list::pairs;
use super::say::Say;
use super::{Change, Name, Said, What};
use crate::domain::playbook::retired::Retired;
use crate::domain::playbook::{Noun, Playbook};
use std::fmt::Display;

/// Compares fields of one type by name. All of them must be named, so that none is forgotten that
/// joins the file; those after the semicolon are compared by the caller. A
/// prefix stands before the names in the file.
macro_rules! fields {
    ($walk:ident, $old:expr, $new:expr, $of:ident { $($fields:tt)* }) => {
        fields!($walk, $old, $new, "", $of { $($fields)* })
    };
    ($walk:ident, $old:expr, $new:expr, $prefix:literal, $of:ident {
        $($field:ident),* $(; $($apart:ident),+)?
    }) => {{
        let $of { $($field: _,)* $($($apart: _),+)? } = $old;
        $($walk.field(concat!($prefix, stringify!($field)), &$old.$field, &$new.$field);)*
    }};
}
pub(super) use fields;

/// A part of which there are several.
pub(super) trait Item: PartialEq {
    /// What it is.
    const NOUN: Noun;
    /// Whether what it goes by is no id and may change.
    const CAN_BE_RENAMED: bool = false;
    /// What it goes by.
    fn key(&self) -> &str;
    /// Its name.
    fn title<'a>(&'a self, playbook: &'a Playbook) -> &'a str;
    /// Notes what differs within it.
    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>);
}

/// The two playbooks, the part at hand and what was found so far.
pub(super) struct Walk<'p> {
    pub(super) old: &'p Playbook,
    pub(super) new: &'p Playbook,
    pub(super) found: Vec<Change>,
    noun: Noun,
    of: Option<Name>,
    name: Name,
}

impl<'p> Walk<'p> {
    pub(super) fn new(old: &'p Playbook, new: &'p Playbook) -> Self {
        let name = name("", &new.title);
        Self { old, new, found: Vec::new(), noun: Noun::Playbook, of: None, name }
    }

    /// Goes on with another part.
    pub(super) fn at(&mut self, noun: Noun, id: &str, title: &str) {
        (self.noun, self.of, self.name) = (noun, None, name(id, title));
    }

    /// Notes what happened to the part at hand.
    pub(super) fn note(&mut self, what: What) {
        let (of, name) = (self.of.clone(), self.name.clone());
        self.found.push(Change { noun: self.noun, of, name, what });
    }

    /// Compares a field of the part at hand.
    pub(super) fn field<T: PartialEq + Say>(&mut self, field: &'static str, old: &T, new: &T) {
        if old != new {
            self.differs(field, old.say(), new.say());
        }
    }

    pub(super) fn differs(
        &mut self,
        field: &'static str,
        before: Option<Said>,
        after: Option<Said>,
    ) {
        self.note(What::Changed { field, before, after });
    }

    /// Compares whether the part at hand is retired.
    pub(super) fn retired<I: PartialEq + Display + Say>(
        &mut self,
        old: Option<&Retired<I>>,
        new: Option<&Retired<I>>,
    ) {
        match (old, new) {
            (None, None) => {}
            (None, Some(retired)) => {
                let becomes = retired.becomes.as_ref().map(ToString::to_string);
                self.note(What::Retired { becomes });
            }
            (Some(_), None) => self.note(What::Restored),
            (Some(old), Some(new)) => self.field("retired.becomes", &old.becomes, &new.becomes),
        }
    }

    /// Compares whether there is what may be missing; gives it where both have it.
    pub(super) fn both<T>(
        &mut self,
        old: Option<&'p T>,
        new: Option<&'p T>,
    ) -> Option<(&'p T, &'p T)> {
        match (old, new) {
            (None, None) => {}
            (None, Some(_)) => self.note(What::Added),
            (Some(_), None) => self.note(What::Removed),
            (Some(old), Some(new)) => return Some((old, new)),
        }
        None
    }

    /// Compares a list of the playbook itself.
    pub(super) fn list<T: Item>(&mut self, old: &[T], new: &[T]) {
        self.list_of(None, old, new);
    }

    /// Compares a list of the part at hand.
    pub(super) fn list_within<T: Item>(&mut self, old: &[T], new: &[T]) {
        let of = self.name.clone();
        self.list_of(Some(of), old, new);
    }

    /// Compares a list that is part of something.
    pub(super) fn list_of<T: Item>(&mut self, of: Option<Name>, old: &[T], new: &[T]) {
        if old == new {
            return;
        }
        let before: Vec<&str> = old.iter().map(Item::key).collect();
        let after: Vec<&str> = new.iter().map(Item::key).collect();
        let around = (self.noun, self.of.take(), self.name.clone());
        (self.noun, self.of) = (T::NOUN, of);
        let (old_playbook, new_playbook) = (self.old, self.new);
        for pair in pairs(&before, &after, T::CAN_BE_RENAMED) {
            let was = pair.old.map(|place| &old[place]);
            let is = pair.new.map(|place| &new[place]);
            self.name = match (is, was) {
                (Some(is), _) => name(is.key(), is.title(new_playbook)),
                (None, Some(was)) => name(was.key(), was.title(old_playbook)),
                (None, None) => continue,
            };
            match (was, is) {
                (None, _) => self.note(What::Added),
                (_, None) => self.note(What::Removed),
                (Some(was), Some(is)) => {
                    if pair.moved {
                        self.note(What::Moved);
                    }
                    if was != is {
                        T::compare(was, is, self);
                    }
                }
            }
        }
        (self.noun, self.of, self.name) = around;
    }
}

fn name(id: &str, title: &str) -> Name {
    Name { id: id.to_owned(), title: title.to_owned() }
}
