//! What is missing in another language, and what is translated there in vain.
//!
//! What only reps read need not be there.

use super::finding::FindingKind;
use super::found::Findings;
use crate::domain::playbook::Playbook;
use std::collections::BTreeSet;

/// Looks through every language.
pub(super) fn languages(playbook: &Playbook, found: &mut Findings) {
    if playbook.translations.is_empty() {
        return;
    }
    let known: BTreeSet<String> = playbook.texts().into_iter().map(|text| text.path).collect();
    let visitors = playbook.for_visitors();
    let needed: Vec<_> = visitors.texts().into_iter().filter(|text| text.needed).collect();
    for one in playbook.translations.all() {
        let language = &one.language;
        let missing = needed.iter().filter(|text| one.text(&text.path).is_none()).count();
        if missing > 0 {
            let kind = FindingKind::Untranslated { language: language.clone(), count: missing };
            found.add(format_args!("translations.{language}"), kind);
        }
        for (path, _) in one.texts.iter().filter(|(path, _)| !known.contains(path)) {
            let (language, path) = (language.clone(), path.clone());
            let at = format!("translations.{language}.{path}");
            found.add(at, FindingKind::TranslatesNothing { language, path });
        }
    }
}
