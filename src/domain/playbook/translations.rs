//! What a playbook says in other languages: texts by their place in the file.
//!
//! Owns how they are kept. Refuses to know which places there are: that is `texts.rs`. Invariant:
//! languages and places are in order, each once, and no text is empty.

use crate::domain::language::is_plain;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most languages there may be, beside the playbook's own.
pub const MOST_LANGUAGES: usize = 50;

/// The languages of a playbook beside its own, as its file has them.
type Written = BTreeMap<String, BTreeMap<String, String>>;

/// Texts in other languages. As lists: the widget links them with every playbook, and has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Translations(Vec<Translation>);

/// The texts in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Its tag.
    pub language: String,
    /// Places with their texts, in order.
    pub texts: Vec<(String, String)>,
}

impl From<Written> for Translations {
    fn from(written: Written) -> Self {
        let one = |(language, texts): (String, BTreeMap<String, String>)| {
            let texts = texts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
            Translation { language, texts }
        };
        Self(written.into_iter().map(one).collect())
    }
}

impl From<Translations> for Written {
    fn from(translations: Translations) -> Self {
        let one = |one: Translation| (one.language, one.texts.into_iter().collect());
        translations.0.into_iter().map(one).collect()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Translations {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Translations".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Written as schemars::JsonSchema>::json_schema(generator)
    }
}

impl Translations {
    /// Whether there is no other language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language with its texts.
    pub fn all(&self) -> &[Translation] {
        &self.0
    }

    /// One language.
    pub fn language(&self, tag: &str) -> Option<&Translation> {
        self.0.iter().find(|one| one.language == tag)
    }

    /// A text in a language.
    pub fn text(&self, tag: &str, path: &str) -> Option<&str> {
        self.language(tag)?.text(path)
    }

    /// Adds a language without texts; one that is there stays as it is.
    pub fn add(&mut self, tag: &str) {
        if self.language(tag).is_none() {
            let at = self.0.partition_point(|one| one.language.as_str() < tag);
            self.0.insert(at, Translation { language: tag.to_owned(), texts: Vec::new() });
        }
    }

    /// Takes a language out.
    pub fn remove(&mut self, tag: &str) {
        self.0.retain(|one| one.language != tag);
    }

    /// Says something in a language that is there; nothing takes it back.
    pub fn set(&mut self, tag: &str, path: &str, text: &str) {
        let Some(one) = self.0.iter_mut().find(|one| one.language == tag) else { return };
        one.texts.retain(|(known, _)| known != path);
        if !text.is_empty() {
            let at = one.texts.partition_point(|(known, _)| known.as_str() < path);
            one.texts.insert(at, (path.to_owned(), text.to_owned()));
        }
    }

    /// Puts each text where `place` says, in every language; nowhere where it says none.
    pub fn replace(&mut self, place: &dyn Fn(&str) -> Option<String>) {
        for one in &mut self.0 {
            let texts = std::mem::take(&mut one.texts).into_iter();
            let placed: BTreeMap<_, _> =
                texts.filter_map(|(path, text)| Some((place(&path)?, text))).collect();
            one.texts = placed.into_iter().collect();
        }
    }

    /// The languages that are none, or one too many.
    pub(super) fn faulty<'a>(&'a self, own: &'a str) -> impl Iterator<Item = &'a str> {
        let tags = self.0.iter().map(|one| one.language.as_str()).enumerate();
        let is_faulty =
            move |(n, tag): &(usize, &str)| *n >= MOST_LANGUAGES || !is_plain(tag) || *tag == own;
        tags.filter(is_faulty).map(|(_, tag)| tag)
    }
}

impl Translation {
    /// A text by its place.
    pub fn text(&self, path: &str) -> Option<&str> {
        let at = self.texts.binary_search_by(|(known, _)| known.as_str().cmp(path)).ok()?;
        self.texts.get(at).map(|(_, text)| text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Translations {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn texts_are_set_found_and_taken_back() {
        let mut all = Translations::default();
        all.set("nl", "title", "Titel");
        assert!(all.is_empty(), "a language is added first");
        for tag in ["nl", "ar", "nl"] {
            all.add(tag);
        }
        for (path, text) in [("title", "Titel"), ("consent/text", "Ja"), ("title", "Naam")] {
            all.set("nl", path, text);
        }
        assert_eq!(all.text("nl", "title"), Some("Naam"));
        assert_eq!(all.text("ar", "title"), None);
        let written = r#"{"ar":{},"nl":{"consent/text":"Ja","title":"Naam"}}"#;
        assert_eq!(serde_json::to_string(&all).unwrap(), written);
        assert_eq!(read(written), all);
        all.set("nl", "title", "");
        all.replace(&|path| (path == "consent/text").then(|| "a".to_owned()));
        all.remove("ar");
        assert_eq!(all, read(r#"{"nl":{"a":"Ja","b":""}}"#));
    }

    #[test]
    fn what_is_no_language_is_faulty() {
        let all = read(r#"{"":{},"Dutch":{},"en":{},"nl":{},"nl_BE":{}}"#);
        assert_eq!(all.faulty("en").collect::<Vec<_>>(), ["", "Dutch", "en", "nl_BE"]);
    }
}
