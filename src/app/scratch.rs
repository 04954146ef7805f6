//! A playbook started from scratch: no question and no criterion yet, and everything around them
//! that is the same for most teams.
//!
//! Invariant: it has no fault, so that it can be edited at once.

use crate::app::guided::slug;
use crate::domain::ids::{PlaybookId, SectionId};
use crate::domain::playbook::steps::Section;
use crate::domain::playbook::{Gates, Playbook};

/// A playbook that asks and judges nothing yet, with the stages, sources, reasons, visitor texts and
/// words of a pack. `section` is the name of the section its questions begin in.
pub fn from_scratch(pack: &Playbook, title: &str, section: &str) -> Playbook {
    let mut playbook = pack.clone();
    playbook.id = PlaybookId::new(slug(title).unwrap_or_else(|| "playbook".to_owned()));
    playbook.revision = 1;
    title.clone_into(&mut playbook.title);
    playbook.about.clear();
    playbook.based_on = None;
    playbook.overlays.clear();
    playbook.profile = None;
    playbook.personas.clear();
    playbook.sections =
        vec![Section { id: SectionId::from("questions"), title: section.to_owned() }];
    playbook.questions.clear();
    playbook.criteria.clear();
    playbook.gates = Gates::default();
    playbook.stages.retain(|stage| stage.retired.is_none());
    for stage in &mut playbook.stages {
        stage.exit.clear();
    }
    if let Some(chance) = &mut playbook.chance {
        chance.slots.clear();
    }
    playbook.scoring = None;
    playbook.cards.clear();
    playbook
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::in_place;
    use crate::domain::playbook::check::check;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../playbooks/pain-interest-fit.json")).unwrap()
    }

    #[test]
    fn every_pack_leaves_a_blank_one_without_a_fault() {
        for pack in [
            include_str!("../../playbooks/pain-interest-fit.json"),
            include_str!("../../playbooks/strict-b2b.json"),
            include_str!("../../playbooks/example.json"),
        ] {
            let blank = from_scratch(&serde_json::from_str(pack).unwrap(), "Crates", "Questions");
            assert_eq!(check(&blank), []);
            assert_eq!((blank.questions.len(), blank.criteria.len()), (0, 0));
            assert_eq!((blank.id.as_str(), blank.revision), ("crates", 1));
        }
    }

    #[test]
    fn what_is_on_record_stays_known_without_sections_of_its_own() {
        let pack = pack();
        let draft = in_place(&pack, from_scratch(&pack, "Crates", "Questions"));
        assert_eq!(check(&draft), []);
        assert_eq!(draft.sections.len(), 1);
        assert!(draft.questions.iter().all(|question| question.retired.is_some()));
        assert_eq!(draft.questions.len(), pack.questions.len());
    }
}
