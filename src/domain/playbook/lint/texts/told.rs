//! The texts beside questions and criteria: market, steps, scores, lists, and what visitors are
//! told at the end.

use super::super::asking::Asking;
use super::{Of, Texts};
use crate::domain::playbook::market::{Content, Persona};
use crate::domain::playbook::part::{Field, OutcomeName, Part, ReasonList};
use crate::domain::playbook::steps::Guide;
use crate::domain::playbook::words::OutcomeText;
use crate::domain::position::Level;
use std::fmt::Arguments;

impl Texts<'_, '_> {
    fn content(&mut self, path: Arguments<'_>, of: Of<'_>, content: &[Content]) {
        for (n, content) in content.iter().enumerate() {
            let path = format_args!("{path}.content[{n}].title");
            self.must(path, of, Field::Content, &content.title);
        }
    }

    fn guide(&mut self, path: Arguments<'_>, of: Of<'_>, guide: &Guide) {
        self.plain_list(format_args!("{path}.guide.guidance"), of, &guide.guidance);
        self.content(format_args!("{path}.guide"), of, &guide.content);
    }

    pub(super) fn market(&mut self) {
        let playbook = self.base.playbook;
        let of: Of<'_> = &|| Part::Playbook;
        self.must(format_args!("title"), of, Field::Title, &playbook.title);
        self.plain(format_args!("about"), of, &playbook.about);
        if let Some(profile) = &playbook.profile {
            let of: Of<'_> = &|| Part::Profile;
            self.plain(format_args!("profile.about"), of, &profile.about);
            self.plain_list(format_args!("profile.pains"), of, &profile.pains);
            self.plain_list(format_args!("profile.preferences"), of, &profile.preferences);
        }
        for (n, persona) in playbook.personas.iter().enumerate() {
            self.persona(format_args!("personas[{n}]"), persona);
        }
        for (n, section) in playbook.sections.iter().enumerate() {
            let of = || Part::Section(section.id.clone());
            self.title(format_args!("sections[{n}]"), &of, &section.title);
        }
    }

    fn persona(&mut self, path: Arguments<'_>, persona: &Persona) {
        let of: Of<'_> = &|| Part::Persona(persona.id.clone());
        self.title(path, of, &persona.title);
        self.plain(format_args!("{path}.role"), of, &persona.role);
        let Persona { goals, pains, say, .. } = persona;
        for (name, texts) in [("goals", goals), ("pains", pains), ("say", say)] {
            self.plain_list(format_args!("{path}.{name}"), of, texts);
        }
        for (n, one) in persona.objections.iter().enumerate() {
            for (name, text) in [("objection", &one.objection), ("answer", &one.answer)] {
                let path = format_args!("{path}.objections[{n}].{name}");
                self.must(path, of, Field::Objections, text);
            }
        }
        self.content(path, of, &persona.content);
    }

    pub(super) fn steps(&mut self) {
        let playbook = self.base.playbook;
        let levels = &playbook.levels;
        for (name, level, said) in [
            ("lead", Level::Lead, &levels.lead),
            ("prospect", Level::Prospect, &levels.prospect),
            ("opportunity", Level::Opportunity, &levels.opportunity),
            ("customer", Level::Customer, &levels.customer),
        ] {
            let of: Of<'_> = &|| Part::Level(level);
            self.plain(format_args!("levels.{name}.about"), of, &said.about);
            self.guide(format_args!("levels.{name}"), of, &said.guide);
        }
        for (n, stage) in playbook.stages.iter().enumerate() {
            let of: Of<'_> = &|| Part::Stage(stage.id.clone());
            let path = format_args!("stages[{n}]");
            self.title(path, of, &stage.title);
            if stage.retired.is_none() {
                self.must(format_args!("{path}.about"), of, Field::About, &stage.about);
            }
            self.guide(path, of, &stage.guide);
        }
    }

    pub(super) fn scores(&mut self) {
        let playbook = self.base.playbook;
        for (n, slot) in playbook.chance.iter().flat_map(|model| &model.slots).enumerate() {
            let of = || Part::Slot(slot.criterion.clone());
            self.title(format_args!("chance.slots[{n}]"), &of, &slot.title);
        }
        let groups = playbook.scoring.iter().flat_map(|scoring| &scoring.readiness);
        for (n, group) in groups.enumerate() {
            let of = || Part::Group(group.title.clone());
            self.title(format_args!("scoring.readiness[{n}]"), &of, &group.title);
        }
        for (n, card) in playbook.cards.iter().enumerate() {
            let of: Of<'_> = &|| Part::Card(card.id.clone());
            self.title(format_args!("cards[{n}]"), of, &card.title);
            self.plain(format_args!("cards[{n}].about"), of, &card.about);
            for (m, item) in card.items.iter().enumerate() {
                let of = || Part::CardItem(card.id.clone(), item.full.clone());
                self.title(format_args!("cards[{n}].items[{m}]"), &of, &item.title);
            }
        }
    }

    pub(super) fn lists(&mut self) {
        let playbook = self.base.playbook;
        for (n, source) in playbook.sources.iter().enumerate() {
            let of = || Part::Source(source.id.clone());
            self.title(format_args!("sources[{n}]"), &of, &source.title);
        }
        for (n, track) in playbook.cadence.tracks.iter().enumerate() {
            let of = || Part::Track(track.id.clone());
            self.title(format_args!("cadence.tracks[{n}]"), &of, &track.title);
        }
        for (list, (name, reasons)) in ReasonList::ALL.into_iter().zip(playbook.reasons.lists()) {
            for (n, reason) in reasons.iter().enumerate() {
                let of = || Part::Reason(list, reason.id.clone());
                self.title(format_args!("reasons.{name}[{n}]"), &of, &reason.title);
            }
        }
        for (n, term) in playbook.glossary.iter().enumerate() {
            let of: Of<'_> = &|| Part::Term(term.term.clone());
            let path = format_args!("glossary[{n}]");
            self.must(format_args!("{path}.term"), of, Field::Title, &term.term);
            self.must(format_args!("{path}.meaning"), of, Field::Meaning, &term.meaning);
            let mistaken = term.mistaken.as_deref().unwrap_or_default();
            self.plain(format_args!("{path}.mistaken"), of, mistaken);
        }
    }

    pub(super) fn visitors(&mut self, asking: &Asking) {
        let playbook = self.base.playbook;
        if let Some(outcomes) = &playbook.outcomes {
            for (outcome, (name, said)) in OutcomeName::ALL.into_iter().zip(outcomes.all()) {
                let comes_to = asking.comes_to(outcome);
                self.outcome(format_args!("outcomes.{name}"), outcome, said, comes_to);
            }
        }
        if let Some(consent) = &playbook.consent {
            let of: Of<'_> = &|| Part::Consent;
            self.must(format_args!("consent.text"), of, Field::Text, &consent.text);
        }
    }

    /// What visitors are told; an end none of them comes to needs no text.
    fn outcome(
        &mut self,
        path: Arguments<'_>,
        outcome: OutcomeName,
        said: &OutcomeText,
        comes_to: bool,
    ) {
        let of: Of<'_> = &|| Part::Outcome(outcome);
        for (name, field, text) in [
            ("title", Field::Title, &said.title),
            ("text", Field::Text, &said.text),
            ("next", Field::Next, &said.next),
        ] {
            let path = format_args!("{path}.{name}");
            if comes_to {
                self.missing(path, of, field, text);
            }
            self.recalling(path, of, text);
        }
        if let Some(action) = &said.action {
            let path = format_args!("{path}.action.title");
            self.must(path, of, Field::ActionTitle, &action.title);
        }
        for (n, resource) in said.resources.iter().enumerate() {
            let path = format_args!("{path}.resources[{n}].title");
            self.must(path, of, Field::ActionTitle, &resource.title);
        }
    }
}
