//! Which language a playbook's own texts are in, on a page of a language.
//!
//! The wizard's words come in every language it offers; the playbook's as far as its author translated
//! them.

use super::choices::Language;
use crate::domain::language::primary;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::translations::Translation;

/// What of a playbook is said in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken<'p> {
    /// All of it: it is its own language.
    Own,
    /// What is translated; this many texts that visitors read are not.
    Translated(&'p Translation, usize),
    /// Nothing: it stays in its own language, which is this one.
    InsteadOf(&'p str),
}

/// What of a playbook is said in a language.
pub fn spoken(playbook: &Playbook, language: Language) -> Spoken<'_> {
    let (own, wanted) = (playbook.own_language(), language.code());
    if primary(own) == wanted {
        return Spoken::Own;
    }
    let Some(translation) = playbook.translations.language(wanted) else {
        return Spoken::InsteadOf(own);
    };
    let texts = playbook.texts();
    let left = texts.iter().filter(|text| text.needed && translation.text(&text.path).is_none());
    Spoken::Translated(translation, left.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../../playbooks/pain-interest-fit.json")).unwrap()
    }

    #[test]
    fn what_is_translated_is_said_and_the_rest_is_counted() {
        let mut playbook = pack().for_visitors();
        assert_eq!(spoken(&playbook, Language::En), Spoken::Own);
        assert_eq!(spoken(&playbook, Language::Nl), Spoken::InsteadOf("en"));
        playbook.translations.add("nl");
        let needed: Vec<_> = playbook
            .texts()
            .iter()
            .filter(|text| text.needed)
            .map(|text| text.path.clone())
            .collect();
        for path in needed.iter().skip(2) {
            playbook.translations.set("nl", path, "Tekst");
        }
        let Spoken::Translated(dutch, left) = spoken(&playbook, Language::Nl) else { panic!() };
        assert_eq!((dutch.language.as_str(), left), ("nl", 2));

        playbook.language = Some("de-AT".to_owned());
        assert_eq!(spoken(&playbook, Language::De), Spoken::Own);
        assert_eq!(spoken(&playbook, Language::En), Spoken::InsteadOf("de-AT"));
    }
}
