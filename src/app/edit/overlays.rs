//! Overlays put on a draft and taken off.
//!
//! Invariant: what is published stays known to the draft, retired; put on again, it is in use
//! again.

use super::{Refused, onto};
use crate::domain::playbook::check::check_overlay;
use crate::domain::playbook::{Overlay, Playbook};

/// Puts an overlay on.
///
/// # Errors
/// [`Refused::Fault`] where it does not suit the draft.
pub fn put_on(draft: &mut Playbook, overlay: &Overlay) -> Result<(), Refused> {
    if let Some(fault) = check_overlay(draft, overlay).into_iter().next() {
        return Err(Refused::Fault(fault));
    }
    *draft = draft.with_overlay(overlay);
    for question in &mut draft.questions {
        // The playbook's own questions stand in sections of its own.
        let its_own = overlay.sections.iter().any(|section| section.id == question.section);
        if its_own && overlay.questions.iter().any(|other| other.id == question.id) {
            question.retired = None;
        }
    }
    Ok(())
}

/// Takes an overlay off.
///
/// # Errors
/// None of its own.
pub fn take_off(
    draft: &mut Playbook,
    published: &Playbook,
    overlay: &Overlay,
) -> Result<(), Refused> {
    *draft = onto(published, draft.without_overlay(overlay));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::{Done, Editor, Label};
    use crate::domain::playbook::Noun;
    use std::sync::Arc;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../../playbooks/pain-interest-fit.json")).unwrap()
    }

    fn overlay() -> Overlay {
        serde_json::from_str(include_str!("../../../playbooks/overlays/champ.json")).unwrap()
    }

    fn label() -> Label {
        Label::new(Done::Add, Noun::Card, "CHAMP")
    }

    #[test]
    fn one_step_puts_it_on_and_one_takes_it_off() {
        let mut editor = Editor::new(Arc::new(pack()));
        editor.change(label(), |draft, _| put_on(draft, &overlay())).unwrap();
        assert_eq!(**editor.draft(), pack().with_overlay(&overlay()));
        editor.change(label(), |draft, published| take_off(draft, published, &overlay())).unwrap();
        assert!(!editor.has_changes());
        editor.undo();
        editor.undo();
        assert_eq!((editor.to_undo(), editor.has_changes()), (None, false));
    }

    #[test]
    fn a_published_one_is_retired_and_comes_back_whole() {
        let with = pack().with_overlay(&overlay());
        let mut editor = Editor::new(Arc::new(with.clone()));
        editor.change(label(), |draft, published| take_off(draft, published, &overlay())).unwrap();
        let draft = Arc::clone(editor.draft());
        assert!(draft.overlays.is_empty());
        assert_eq!(draft.cards, pack().cards);
        let retired = draft.questions.iter().filter(|question| question.retired.is_some()).count();
        assert_eq!(draft.questions.len() - retired, pack().questions.len());
        editor.change(label(), |draft, _| put_on(draft, &overlay())).unwrap();
        let again = editor.draft();
        assert!(again.questions.iter().all(|question| question.retired.is_none()));
        assert_eq!(again.cards, with.cards);
    }
}
