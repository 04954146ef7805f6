//! Faults in the ids themselves: empty ones, and those of questions that no text could recall.

use super::{FaultKind, Faults};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::recall::can_recall;

impl Faults<'_> {
    /// Adds every id that cannot be one.
    pub(super) fn ids(&mut self, playbook: &Playbook) {
        let p = playbook;
        self.named("", &mut std::iter::once(p.id.as_str()));
        self.named("sections", &mut p.sections.iter().map(|x| x.id.as_str()));
        self.named("criteria", &mut p.criteria.iter().map(|x| x.id.as_str()));
        self.named("stages", &mut p.stages.iter().map(|x| x.id.as_str()));
        self.named("sources", &mut p.sources.iter().map(|x| x.id.as_str()));
        self.named("personas", &mut p.personas.iter().map(|x| x.id.as_str()));
        self.named("cards", &mut p.cards.iter().map(|x| x.id.as_str()));
        self.named("cadence.tracks", &mut p.cadence.tracks.iter().map(|x| x.id.as_str()));
        for (list, reasons) in p.reasons.lists() {
            self.named(&format!("reasons.{list}"), &mut reasons.iter().map(|x| x.id.as_str()));
        }
        for (n, question) in p.questions.iter().enumerate() {
            let path = format!("questions[{n}]");
            if !can_recall(question.id.as_str()) {
                self.add(&format!("{path}.id"), FaultKind::BadId(question.id.to_string()));
            }
            let options = question.options();
            let ids = &mut options.iter().map(|x| x.id.as_str());
            self.named(&format!("{path}.kind.options"), ids);
        }
    }

    /// Those of a list that are empty; the list without a name is the playbook itself.
    fn named(&mut self, list: &str, ids: &mut dyn Iterator<Item = &str>) {
        for (n, id) in ids.enumerate().filter(|(_, id)| id.trim().is_empty()) {
            let path = if list.is_empty() { "id".to_owned() } else { format!("{list}[{n}].id") };
            self.add(&path, FaultKind::BadId(id.to_owned()));
        }
    }
}
