//! Faults in what only reps need: stages, reasons, win chance, scores, cards, profile, personas,
//! targets, links, cadence.

use super::{FaultKind, Faults};
use crate::domain::language::is_plain;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::Content;
use crate::domain::playbook::scoring::{Card, SignalKind};
use crate::domain::playbook::steps::{Guide, Levels, Measure};
use std::slice;

impl Faults<'_> {
    /// Adds the faults that no visitor meets.
    pub(super) fn rep(&mut self, playbook: &Playbook) {
        self.stages(playbook);
        self.chance(playbook);
        self.scoring(playbook);
        self.market(playbook);
    }

    /// Adds the faults contacts can be judged with all the same: a playbook that has them already is
    /// kept, a new one is not taken.
    pub(super) fn unfinished(&mut self, playbook: &Playbook) {
        self.ids(playbook);
        self.retired(playbook);
        for (n, question) in playbook.questions.iter().enumerate() {
            self.answers(n, question, &format!("questions[{n}]"));
        }
        self.ends(playbook);
        self.targets(playbook);
        self.rhythm(playbook);
        self.languages(playbook);
    }

    fn languages(&mut self, playbook: &Playbook) {
        if let Some(own) = &playbook.language
            && !is_plain(own)
        {
            self.add("language", FaultKind::BadLanguage(own.clone()));
        }
        for tag in playbook.translations.faulty(playbook.own_language()) {
            self.add(&format!("translations.{tag}"), FaultKind::BadLanguage(tag.to_owned()));
        }
        for one in playbook.translations.all() {
            // Whatever a place in the file is, a link is a link in every language.
            for (path, link) in one.texts.iter().filter(|(path, _)| path.ends_with("/link")) {
                self.link(&format!("translations.{}.{path}", one.language), link);
            }
        }
    }

    /// What a journey needs to be won, lost or given up.
    fn ends(&mut self, playbook: &Playbook) {
        if playbook.stages_in_use().next().is_none() {
            self.add("stages", FaultKind::NoStage);
        }
        let reasons = &playbook.reasons;
        for (list, reasons) in [("disqualify", &reasons.disqualify), ("lose", &reasons.lose)] {
            if reasons.is_empty() {
                self.add(&format!("reasons.{list}"), FaultKind::NoReason);
            }
        }
    }

    /// What goes by days or is counted from 1.
    fn rhythm(&mut self, playbook: &Playbook) {
        for (n, track) in playbook.cadence.tracks.iter().enumerate() {
            if !track.days.is_sorted_by(|day, next| day < next) {
                self.add(&format!("cadence.tracks[{n}].days"), FaultKind::NotAscending);
            }
        }
        if playbook.revision == 0 {
            self.add("revision", FaultKind::NoRevision);
        }
        if playbook.consent.as_ref().is_some_and(|consent| consent.revision == 0) {
            self.add("consent.revision", FaultKind::NoRevision);
        }
    }

    fn stages(&mut self, playbook: &Playbook) {
        self.unique("stages", &mut playbook.stages.iter().map(|x| x.id.as_str()));
        self.unique("sources", &mut playbook.sources.iter().map(|x| x.id.as_str()));
        for (list, reasons) in playbook.reasons.lists() {
            self.unique(&format!("reasons.{list}"), &mut reasons.iter().map(|x| x.id.as_str()));
        }
        for (n, stage) in playbook.stages.iter().enumerate() {
            self.criteria(&format!("stages[{n}].exit"), &stage.exit);
        }
    }

    fn chance(&mut self, playbook: &Playbook) {
        let Some(model) = &playbook.chance else { return };
        let inside = |p: f64| p > 0.0 && p < 1.0;
        if !inside(model.start) || !inside(model.complete) || model.complete < model.start {
            self.add("chance", FaultKind::NoChance);
        }
        for (n, slot) in model.slots.iter().enumerate() {
            let path = format!("chance.slots[{n}]");
            self.criteria(&format!("{path}.criterion"), slice::from_ref(&slot.criterion));
            if !(slot.weight > 0.0 && slot.weight.is_finite()) {
                self.add(&path, FaultKind::NoChance);
            }
        }
    }

    fn scoring(&mut self, playbook: &Playbook) {
        let positive = |number: f64| number > 0.0 && number.is_finite();
        self.cards(&playbook.cards);
        let Some(scoring) = &playbook.scoring else { return };
        for (n, weight) in scoring.fit.iter().enumerate() {
            let path = format!("scoring.fit[{n}]");
            self.criteria(&format!("{path}.criterion"), slice::from_ref(&weight.criterion));
            if !positive(weight.weight) {
                self.add(&path, FaultKind::NoScore);
            }
        }
        for (n, group) in scoring.readiness.iter().enumerate() {
            let path = format!("scoring.readiness[{n}]");
            let points = group.signals.iter().all(|signal| positive(signal.points));
            if !positive(group.cap) || !group.half_life.is_none_or(positive) || !points {
                self.add(&path, FaultKind::NoScore);
            }
            for (m, signal) in group.signals.iter().enumerate() {
                if let SignalKind::Criterion(id) = &signal.is {
                    self.criteria(&format!("{path}.signals[{m}].is"), slice::from_ref(id));
                }
            }
        }
        let [a, b, c] = scoring.cuts;
        if !(a > b && b > c && positive(c)) {
            self.add("scoring.cuts", FaultKind::NoScore);
        }
    }

    /// What cards refer to and is not in the playbook.
    pub(super) fn cards(&mut self, cards: &[Card]) {
        for (n, card) in cards.iter().enumerate() {
            for (m, item) in card.items.iter().enumerate() {
                let path = format!("cards[{n}].items[{m}]");
                self.criteria(&format!("{path}.full"), slice::from_ref(&item.full));
                self.criteria(&format!("{path}.partly"), item.partly.as_slice());
            }
        }
    }

    fn market(&mut self, playbook: &Playbook) {
        self.unique("personas", &mut playbook.personas.iter().map(|x| x.id.as_str()));
        self.unique("cards", &mut playbook.cards.iter().map(|x| x.id.as_str()));
        self.unique("cadence.tracks", &mut playbook.cadence.tracks.iter().map(|x| x.id.as_str()));
        let traits = playbook.profile.iter().flat_map(|profile| &profile.traits);
        for (n, one) in traits.enumerate() {
            let path = format!("profile.traits[{n}].criterion");
            self.criteria(&path, slice::from_ref(&one.criterion));
        }
        for (n, persona) in playbook.personas.iter().enumerate() {
            self.links(&format!("personas[{n}].content"), &persona.content);
        }
        for (path, guide) in guides(playbook) {
            self.links(&format!("{path}.content"), &guide.content);
        }
    }

    fn targets(&mut self, playbook: &Playbook) {
        for (path, guide) in guides(playbook) {
            for (n, metric) in guide.metrics.iter().enumerate() {
                let most = if metric.measure == Measure::Conversion { 1.0 } else { f64::MAX };
                if !(0.0..=most).contains(&metric.target) {
                    self.add(&format!("{path}.metrics[{n}].target"), FaultKind::NoTarget);
                }
            }
        }
    }

    fn links(&mut self, path: &str, content: &[Content]) {
        for (n, content) in content.iter().enumerate() {
            if let Some(link) = &content.link {
                self.link(&format!("{path}[{n}].link"), link);
            }
        }
    }
}

/// The guides of stages and levels, each with its place.
fn guides(playbook: &Playbook) -> impl Iterator<Item = (String, &Guide)> {
    let stages = playbook.stages.iter().enumerate();
    let stages = stages.map(|(n, stage)| (format!("stages[{n}].guide"), &stage.guide));
    let Levels { lead, prospect, opportunity, customer } = &playbook.levels;
    let levels = [
        ("lead", lead),
        ("prospect", prospect),
        ("opportunity", opportunity),
        ("customer", customer),
    ];
    let levels = levels.into_iter();
    stages.chain(levels.map(|(name, level)| (format!("levels.{name}.guide"), &level.guide)))
}
