//! Faults of an overlay put on a playbook, each with its place in the overlay's file.

use super::{Fault, FaultKind, Faults};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::overlay::Overlay;
use crate::domain::playbook::question::Question;
use std::mem::discriminant;

/// All faults an overlay has on a playbook; none means it can be put on and taken off again.
///
/// Faults of the playbook alone are not looked for, nor whether the overlay's file can be read.
pub fn check_overlay(playbook: &Playbook, overlay: &Overlay) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    faults.unique("sections", overlay.sections.iter().map(|x| &x.id));
    faults.unique("questions", overlay.questions.iter().map(|x| &x.id));
    faults.unique("criteria", overlay.criteria.iter().map(|x| &x.id));
    faults.unique("cards", overlay.cards.iter().map(|x| &x.id));
    if !playbook.overlays.contains(&overlay.id) {
        faults.foreign(playbook, overlay);
    }
    let together = playbook.with_overlay(overlay);
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
        // Its section need not be there where the playbook has the question already.
        let section = known.unwrap_or(question).section.clone();
        faults.question(&together, &Question { section, ..question.clone() }, &path);
    }
    for (n, criterion) in overlay.criteria.iter().enumerate() {
        faults.criterion(&together, criterion, &format!("criteria[{n}].rule"));
    }
    faults.cards(&together, &overlay.cards);
    faults.0
}

impl Faults {
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
