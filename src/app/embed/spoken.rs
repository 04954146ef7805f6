//! Which language a playbook's own texts are in.
//!
//! The wizard's words come in every language it offers; the playbook's are as their author wrote them.

use super::choices::Language;
use crate::domain::playbook::Playbook;

/// What of a playbook is said in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// All of it: it is its own language.
    All,
    /// Nothing: it is in the language named.
    InsteadOf(Language),
}

/// What of a playbook is said in a language. A playbook names no language of its own: it is English.
pub fn spoken(_playbook: &Playbook, language: Language) -> Spoken {
    if language == Language::En { Spoken::All } else { Spoken::InsteadOf(Language::En) }
}
