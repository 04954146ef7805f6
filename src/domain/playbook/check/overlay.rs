//! Faults of an overlay put on a playbook, each with its place in the overlay's file.

use super::{Fault, FaultKind, Faults, is_circular};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::overlay::Overlay;
use crate::domain::rules::Rules;
use std::mem::discriminant;

/// All faults an overlay has on a playbook; none means it can be put on and taken off again.
///
/// Faults of the playbook alone are not looked for, nor whether the overlay's file can be read.
pub fn check_overlay(playbook: &Playbook, overlay: &Overlay) -> Vec<Fault> {
    let together = playbook.with_overlay(overlay);
    let rules = Rules::of(&together);
    let mut faults = Faults::of(&rules);
    faults.unique("sections", &mut overlay.sections.iter().map(|x| x.id.as_str()));
    faults.unique("questions", &mut overlay.questions.iter().map(|x| x.id.as_str()));
    faults.unique("criteria", &mut overlay.criteria.iter().map(|x| x.id.as_str()));
    faults.unique("cards", &mut overlay.cards.iter().map(|x| x.id.as_str()));
    if !playbook.overlays.contains(&overlay.id) {
        faults.foreign(playbook, overlay);
    }
    for (n, question) in overlay.questions.iter().enumerate() {
        let path = format!("questions[{n}]");
        // Elsewhere it would be taken for the playbook's own and stay for ever.
        if overlay.sections.iter().all(|section| section.id != question.section) {
            let section = question.section.to_string();
            faults.add(&format!("{path}.section"), FaultKind::Undefined(section));
        }
        let known = together.question(&question.id);
        if known.is_some_and(|known| discriminant(&known.kind) != discriminant(&question.kind)) {
            faults.add(&format!("{path}.kind"), FaultKind::Duplicate(question.id.to_string()));
        }
        if let Some(number) = rules.question(&question.id) {
            faults.question(number, question, &path);
            faults.answers(number, question, &path);
        }
    }
    for (n, criterion) in overlay.criteria.iter().enumerate() {
        let path = format!("criteria[{n}].rule");
        faults.rule(&criterion.rule, &path);
        if rules.number(&criterion.id).is_some_and(|number| is_circular(&rules, number)) {
            faults.add(&path, FaultKind::Circular(criterion.id.to_string()));
        }
    }
    faults.cards(&overlay.cards);
    faults.found
}

impl Faults<'_> {
    /// Ids that stand for something else in the playbook.
    fn foreign(&mut self, playbook: &Playbook, overlay: &Overlay) {
        for (n, criterion) in overlay.criteria.iter().enumerate() {
            if playbook.criterion(&criterion.id).is_some() {
                let id = criterion.id.to_string();
                self.add(&format!("criteria[{n}].id"), FaultKind::Duplicate(id));
            }
        }
        for (n, card) in overlay.cards.iter().enumerate() {
            if playbook.cards.iter().any(|known| known.id == card.id) {
                self.add(&format!("cards[{n}].id"), FaultKind::Duplicate(card.id.to_string()));
            }
        }
    }
}
