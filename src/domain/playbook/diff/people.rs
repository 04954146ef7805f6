//! The ideal customer, people and sources, and what people are told.
//!
//! Owns which fields these have and in which order they are compared.

use super::walk::{Item, Walk, fields};
use crate::domain::playbook::market::{Persona, Profile, Source, Trait};
use crate::domain::playbook::words::{Action, Consent, OutcomeText, Reason, Term};
use crate::domain::playbook::{Noun, Playbook};

impl Walk<'_> {
    pub(super) fn profile(&mut self) {
        self.at(Noun::Profile, "", "");
        let both = self.both(self.old.profile.as_ref(), self.new.profile.as_ref());
        let Some((old, new)) = both else { return };
        fields!(self, old, new, Profile { about, pains, preferences; traits });
        self.list(&old.traits, &new.traits);
    }

    pub(super) fn outcomes(&mut self) {
        let (old, new) = (self.old.outcomes.as_ref(), self.new.outcomes.as_ref());
        let Some(some) = new.or(old) else { return };
        for (place, (key, text)) in some.all().into_iter().enumerate() {
            self.at(Noun::Outcome, key, &text.title);
            let old = old.map(|outcomes| outcomes.all()[place].1);
            let new = new.map(|outcomes| outcomes.all()[place].1);
            if let Some((old, new)) = self.both(old, new) {
                fields!(self, old, new, OutcomeText { title, text, next, resources; action });
                self.action(old.action.as_ref(), new.action.as_ref());
            }
        }
    }

    fn action(&mut self, old: Option<&Action>, new: Option<&Action>) {
        match (old, new) {
            (Some(old), Some(new)) => fields!(self, old, new, "action.", Action { title, link }),
            _ => self.field("action", &old.cloned(), &new.cloned()),
        }
    }

    pub(super) fn consent(&mut self) {
        self.at(Noun::Consent, "", "");
        let both = self.both(self.old.consent.as_ref(), self.new.consent.as_ref());
        let Some((old, new)) = both else { return };
        fields!(self, old, new, Consent { text, revision, details });
    }
}

impl Item for Trait {
    const NOUN: Noun = Noun::Trait;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        self.criterion.as_str()
    }

    fn title<'a>(&'a self, playbook: &'a Playbook) -> &'a str {
        playbook.criterion_name(&self.criterion)
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Trait { criterion, role });
    }
}

impl Item for Persona {
    const NOUN: Noun = Noun::Persona;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Persona {
            title, role, job_titles, goals, pains, objections, say, content;
            id
        });
    }
}

impl Item for Source {
    const NOUN: Noun = Noun::Source;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Source { title, group, origin, intent, utm; id });
    }
}

impl Item for Reason {
    const NOUN: Noun = Noun::Reason;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Reason { title; id });
    }
}

impl Item for Term {
    const NOUN: Noun = Noun::Term;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        &self.term
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.term
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Term { term, meaning, mistaken });
    }
}
