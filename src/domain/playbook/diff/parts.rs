//! The playbook itself, what is asked, what is judged and where contacts stand.
//!
//! Owns which fields these have and in which order they are compared.

use super::Name;
use super::walk::{Item, Walk, fields};
use crate::domain::playbook::question::{Accept, Band, Choice, Question, QuestionKind};
use crate::domain::playbook::rule::{Criterion, KnockOut};
use crate::domain::playbook::steps::{Gates, Guide, LevelText, Levels, Section, Stage};
use crate::domain::playbook::translations::Translation;
use crate::domain::playbook::{Noun, Playbook, Reasons};
use std::collections::BTreeSet;

impl Walk<'_> {
    /// Compares everything, in the order of the file.
    pub(super) fn playbook(&mut self) {
        let (old, new) = (self.old, self.new);
        fields!(self, old, new, Playbook {
            format, version, id, title, language, about, based_on, overlays, currency, screen;
            // The revision counts what is published; it is no part of what is said.
            revision, profile, personas, sections, questions, criteria, gates, levels, stages,
            chance, scoring, cards, sources, cadence, reasons, outcomes, consent, glossary, translations
        });
        self.profile();
        self.list(&old.personas, &new.personas);
        self.list(&old.sections, &new.sections);
        self.list(&old.questions, &new.questions);
        self.list(&old.criteria, &new.criteria);
        self.gates(&old.gates, &new.gates);
        self.levels(&old.levels, &new.levels);
        self.list(&old.stages, &new.stages);
        self.chance();
        self.scoring();
        self.list(&old.cards, &new.cards);
        self.list(&old.sources, &new.sources);
        self.cadence();
        self.reasons(&old.reasons, &new.reasons);
        self.outcomes();
        self.consent();
        self.list(&old.glossary, &new.glossary);
        self.list(old.translations.all(), new.translations.all());
    }

    fn gates(&mut self, old: &Gates, new: &Gates) {
        let Gates { prospect, opportunity } = old;
        for (id, old, new) in
            [("prospect", prospect, &new.prospect), ("opportunity", opportunity, &new.opportunity)]
        {
            self.at(Noun::Gate, id, "");
            self.field("criteria", old, new);
        }
    }

    fn levels(&mut self, old: &Levels, new: &Levels) {
        let Levels { lead, prospect, opportunity, customer } = old;
        for (id, old, new) in [
            ("lead", lead, &new.lead),
            ("prospect", prospect, &new.prospect),
            ("opportunity", opportunity, &new.opportunity),
            ("customer", customer, &new.customer),
        ] {
            self.at(Noun::Level, id, "");
            fields!(self, old, new, LevelText { about; guide });
            self.guide(&old.guide, &new.guide);
        }
    }

    fn guide(&mut self, old: &Guide, new: &Guide) {
        fields!(self, old, new, "guide.", Guide { guidance, metrics, content });
    }

    fn reasons(&mut self, old: &Reasons, new: &Reasons) {
        for ((key, old), (_, new)) in old.lists().into_iter().zip(new.lists()) {
            let of = Name { id: key.to_owned(), title: String::new() };
            self.list_of(Some(of), old, new);
        }
    }

    fn kind(&mut self, old: &QuestionKind, new: &QuestionKind) {
        use QuestionKind::{Choice, Number, Scale, Several};
        match (old, new) {
            (Choice { options: old }, Choice { options: new })
            | (Several { options: old }, Several { options: new }) => self.list_within(old, new),
            (
                Number { unit, unit_one, limits, bands },
                Number { unit: new_unit, unit_one: new_one, limits: new_limits, bands: new_bands },
            ) => {
                self.field("kind.unit", unit, new_unit);
                self.field("kind.unit_one", unit_one, new_one);
                self.field("kind.limits", limits, new_limits);
                self.list_within(bands, new_bands);
            }
            (
                Scale { from, to, low, high },
                Scale { from: new_from, to: new_to, low: new_low, high: new_high },
            ) => {
                self.field("kind.from", from, new_from);
                self.field("kind.to", to, new_to);
                self.field("kind.low", low, new_low);
                self.field("kind.high", high, new_high);
            }
            _ => self.field("kind", old, new),
        }
    }

    fn accept(&mut self, old: Option<&Accept>, new: Option<&Accept>) {
        match (old, new) {
            (Some(old), Some(new)) => fields!(self, old, new, "accept.", Accept { is, message }),
            _ => self.field("accept", &old.cloned(), &new.cloned()),
        }
    }

    fn knock_out(&mut self, old: Option<&KnockOut>, new: Option<&KnockOut>) {
        match (old, new) {
            (Some(old), Some(new)) => {
                fields!(self, old, new, "knock_out.", KnockOut { reason, alternative });
            }
            _ => self.field("knock_out", &old.cloned(), &new.cloned()),
        }
    }
}

impl Item for Section {
    const NOUN: Noun = Noun::Section;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Section { title; id });
    }
}

impl Item for Question {
    const NOUN: Noun = Noun::Question;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        walk.retired(old.retired.as_ref(), new.retired.as_ref());
        fields!(walk, old, new, Question {
            section, title, ask, prompt, say, probe, help, why, optional, when, ask_anyway,
            personal, sets;
            id, kind, accept, retired
        });
        walk.accept(old.accept.as_ref(), new.accept.as_ref());
        walk.kind(&old.kind, &new.kind);
    }
}

impl Item for Choice {
    const NOUN: Noun = Noun::Option;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        walk.retired(old.retired.as_ref(), new.retired.as_ref());
        fields!(walk, old, new, Choice { title, rep_title, synonyms; id, retired });
    }
}

impl Item for Band {
    const NOUN: Noun = Noun::Band;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        &self.title
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Band { title, range });
    }
}

impl Item for Criterion {
    const NOUN: Noun = Noun::Criterion;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Criterion { title, rule_text, rule, step; id, knock_out });
        walk.knock_out(old.knock_out.as_ref(), new.knock_out.as_ref());
    }
}

impl Item for Translation {
    const NOUN: Noun = Noun::Language;

    fn key(&self) -> &str {
        &self.language
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.language
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Translation { language; texts });
        let paths: BTreeSet<_> = old.texts.iter().chain(&new.texts).map(|(path, _)| path).collect();
        for path in paths {
            let said = |of: &Self| of.text(path).map(str::to_owned);
            walk.field("texts", &said(old), &said(new));
        }
    }
}

impl Item for Stage {
    const NOUN: Noun = Noun::Stage;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        walk.retired(old.retired.as_ref(), new.retired.as_ref());
        fields!(walk, old, new, Stage { title, about, exit; id, guide, retired });
        walk.guide(&old.guide, &new.guide);
    }
}
