//! Overlays: what a method such as MEDDPICC adds on top of any playbook, and how it is taken off.
//!
//! Owns which parts are added and which go again. Refuses to touch gates, stages, win chance and
//! scores: an overlay is known beside the gates and fills no slot. Invariant: a playbook that has
//! none of an overlay's sections, criteria and cards is the same again once the overlay was put on
//! and taken off; what else reads of it stays.

use super::Playbook;
use super::question::Question;
use super::rule::{Criterion, Rule};
use super::scoring::{Card, SignalKind};
use super::steps::Section;
use crate::domain::ids::{CriterionId, PlaybookId, QuestionId};
use serde::{Deserialize, Serialize};

/// The `format` of an overlay file.
pub const FORMAT: &str = "ripen-overlay";
/// The `version` of the file's shape.
pub const FORMAT_VERSION: u32 = 1;

/// Questions and a card to put on top of a playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overlay {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the file's shape: [`FORMAT_VERSION`].
    pub version: u32,
    /// Which overlay this is, as playbooks record it.
    pub id: PlaybookId,
    /// Its name on screen.
    pub title: String,
    /// What it is for, in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Where its questions are asked, unless the playbook has them already. Overlays that ask the
    /// same question share a section, so that either can go first.
    pub sections: Vec<Section>,
    /// What it asks; a question the playbook has already stays as it is there.
    pub questions: Vec<Question>,
    /// What its cards are judged by.
    pub criteria: Vec<Criterion>,
    /// What there is to know.
    pub cards: Vec<Card>,
}

impl Playbook {
    /// This playbook with an overlay put on: everything of it that is not there yet.
    #[must_use]
    pub fn with_overlay(&self, overlay: &Overlay) -> Self {
        let mut playbook = self.clone();
        for question in &overlay.questions {
            if playbook.question(&question.id).is_none() {
                playbook.questions.push(question.clone());
            }
        }
        for section in &overlay.sections {
            let is_there = playbook.sections.iter().any(|known| known.id == section.id);
            if !is_there && playbook.uses_section(section) {
                playbook.sections.push(section.clone());
            }
        }
        for criterion in &overlay.criteria {
            if playbook.criterion(&criterion.id).is_none() {
                playbook.criteria.push(criterion.clone());
            }
        }
        for card in &overlay.cards {
            if playbook.cards.iter().all(|known| known.id != card.id) {
                playbook.cards.push(card.clone());
            }
        }
        if !playbook.overlays.contains(&overlay.id) {
            playbook.overlays.push(overlay.id.clone());
        }
        playbook
    }

    /// This playbook with an overlay taken off: without its cards, and without whatever of it
    /// nothing else reads. A playbook it was not put on stays as it is.
    #[must_use]
    pub fn without_overlay(&self, overlay: &Overlay) -> Self {
        let mut rest = self.clone();
        if !rest.overlays.contains(&overlay.id) {
            return rest;
        }
        rest.overlays.retain(|id| id != &overlay.id);
        rest.cards.retain(|card| overlay.cards.iter().all(|other| other.id != card.id));
        let brought_criterion =
            |id: &CriterionId| overlay.criteria.iter().any(|criterion| &criterion.id == id);
        // The playbook's own questions stand in sections of its own.
        let brought_question = |question: &Question| {
            overlay.questions.iter().any(|other| other.id == question.id)
                && overlay.sections.iter().any(|section| section.id == question.section)
        };
        // Each one that goes may have been the last to read another one.
        loop {
            let before = (rest.criteria.len(), rest.questions.len());
            let read = rest.clone();
            rest.criteria.retain(|c| !brought_criterion(&c.id) || read.reads_criterion(&c.id));
            rest.questions.retain(|q| !brought_question(q) || read.reads_question(&q.id));
            if before == (rest.criteria.len(), rest.questions.len()) {
                break;
            }
        }
        let read = rest.clone();
        rest.sections.retain(|section| {
            overlay.sections.iter().all(|other| other.id != section.id)
                || read.uses_section(section)
        });
        rest
    }

    fn uses_section(&self, section: &Section) -> bool {
        self.questions.iter().any(|question| question.section == section.id)
    }

    /// Whether anything here depends on a criterion.
    fn reads_criterion(&self, id: &CriterionId) -> bool {
        let gates = self.gates.prospect.iter().chain(&self.gates.opportunity);
        let exits = self.stages.iter().flat_map(|stage| &stage.exit);
        let slots = self.chance.iter().flat_map(|model| &model.slots).map(|slot| &slot.criterion);
        let items = self.cards.iter().flat_map(|card| &card.items);
        let items = items.flat_map(|item| [&item.full].into_iter().chain(&item.partly));
        let traits = self.profile.iter().flat_map(|profile| &profile.traits);
        let fit = self.scoring.iter().flat_map(|scoring| &scoring.fit);
        let signals = self.scoring.iter().flat_map(|scoring| &scoring.readiness);
        let signals = signals.flat_map(|group| &group.signals).filter_map(|signal| {
            if let SignalKind::Criterion(id) = &signal.is { Some(id) } else { None }
        });
        gates
            .chain(exits)
            .chain(slots)
            .chain(items)
            .chain(traits.map(|one| &one.criterion))
            .chain(fit.map(|weight| &weight.criterion))
            .chain(signals)
            .any(|read| read == id)
            || self.rules().any(|rule| says(rule, &|branch| branch == &Rule::Criterion(id.clone())))
    }

    /// Whether anything here depends on a question.
    fn reads_question(&self, id: &QuestionId) -> bool {
        let becomes = |question: &Question| {
            question.retired.as_ref().and_then(|retired| retired.becomes.as_ref()) == Some(id)
        };
        let test = |branch: &Rule| matches!(branch, Rule::Answer(test) if &test.question == id);
        self.questions.iter().any(becomes) || self.rules().any(|rule| says(rule, &test))
    }

    /// Every rule: of criteria, and of when questions are asked.
    fn rules(&self) -> impl Iterator<Item = &Rule> {
        let whens = self.questions.iter().filter_map(|question| question.when.as_ref());
        self.criteria.iter().map(|criterion| &criterion.rule).chain(whens)
    }
}

/// Whether a branch of a rule that has no branches itself is as wanted.
fn says(rule: &Rule, wanted: &dyn Fn(&Rule) -> bool) -> bool {
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            branches.iter().any(|branch| says(branch, wanted))
        }
        Rule::Not(branch) => says(branch, wanted),
        Rule::Criterion(_) | Rule::Answer(_) => wanted(rule),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn yes(question: &str) -> Value {
        json!({"answer": {"question": question, "is": {"yes": true}}})
    }

    fn question(id: &str, section: &str) -> Value {
        json!({"id": id, "section": section, "title": id, "prompt": id, "kind": "yes_no"})
    }

    fn criterion(id: &str, rule: &Value) -> Value {
        json!({"id": id, "title": id, "rule_text": id, "step": "", "rule": rule})
    }

    fn playbook() -> Playbook {
        let json = json!({"format": "ripen-playbook", "version": 1, "id": "p", "revision": 1,
            "title": "P", "sections": [{"id": "own", "title": "Own"}],
            "questions": [question("shared", "own"), question("unread", "own")],
            "criteria": [criterion("c", &yes("shared"))],
            "gates": {"prospect": [], "opportunity": ["c"]}});
        serde_json::from_value(json).unwrap()
    }

    fn overlay(name: &str) -> Overlay {
        let (own, deep) = (format!("{name}_own"), format!("{name}_deep"));
        let json = json!({"format": FORMAT, "version": 1, "id": name, "title": name,
            "sections": [{"id": name, "title": name}, {"id": "both", "title": "Both"}],
            "questions": [question(&own, name), question("shared", "both"),
                question("unread", "both"), question("common", "both")],
            "criteria": [criterion(&deep, &yes(&own)),
                criterion(name, &json!({"all": [{"criterion": deep}, yes("common")]}))],
            "cards": [{"id": name, "title": name, "items": [{"title": "I", "full": name}]}]});
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_is_there_already_stays_as_it_is() {
        let with = playbook().with_overlay(&overlay("m"));
        let sections: Vec<_> = with.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!(sections, ["own", "m", "both"]);
        assert_eq!(with.question(&"shared".into()).unwrap().section.as_str(), "own");
        assert_eq!((with.questions.len(), with.criteria.len(), with.cards.len()), (4, 3, 1));
        assert_eq!(with.overlays, ["m".into()]);
        assert_eq!(with.with_overlay(&overlay("m")), with);
    }

    #[test]
    fn overlays_go_in_any_order_and_leave_nothing_behind() {
        let (m, n) = (overlay("m"), overlay("n"));
        let both = playbook().with_overlay(&m).with_overlay(&n);
        for (first, second) in [(&m, &n), (&n, &m)] {
            let one = both.without_overlay(first);
            assert!(one.question(&"common".into()).is_some(), "the other one reads it");
            assert_eq!(one.without_overlay(second), playbook());
        }
    }

    #[test]
    fn one_that_was_never_put_on_takes_nothing_away() {
        assert_eq!(playbook().without_overlay(&overlay("m")), playbook());
    }

    #[test]
    fn what_something_else_reads_stays_with_all_it_reads() {
        let mut with = playbook().with_overlay(&overlay("m"));
        with.gates.opportunity.push("m_deep".into());
        let rest = with.without_overlay(&overlay("m"));
        assert!(rest.criterion(&"m_deep".into()).is_some());
        assert!(rest.question(&"m_own".into()).is_some());
        assert!(rest.criterion(&"m".into()).is_none());
        assert!(rest.question(&"common".into()).is_none());
        let sections: Vec<_> = rest.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!(sections, ["own", "m"]);
    }

    #[test]
    fn a_question_that_decides_whether_another_is_asked_stays() {
        let mut with = playbook().with_overlay(&overlay("m"));
        with.questions[1].when = Some(serde_json::from_value(yes("m_own")).unwrap());
        assert!(with.without_overlay(&overlay("m")).question(&"m_own".into()).is_some());
    }
}
