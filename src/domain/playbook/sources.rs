//! Which source of the playbook somebody's words mean.
//!
//! Owns reading a column's cell, a campaign's tag or an address with such tags. Refuses to guess:
//! words that mean no listed source stay as they are. Invariant: a source's own id means that
//! source, whatever else is listed.

use super::{Playbook, Source};

impl Playbook {
    /// The source that a text means: by id, name or campaign tag, whatever the case; of an address,
    /// by its `utm_source`, else by its `utm_medium`.
    ///
    /// ```
    /// # let text = r#"{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
    /// #   "sections":[],"questions":[],"criteria":[],"gates":{"prospect":[],"opportunity":[]},
    /// #   "sources":[{"id":"paid_ad","title":"Advertisement","utm":["cpc"]}]}"#;
    /// # let playbook: ripen::domain::playbook::Playbook = serde_json::from_str(text).unwrap();
    /// let meant = |text: &str| playbook.source_meant(text).map(|source| source.id.as_str());
    /// assert_eq!(meant("advertisement"), Some("paid_ad"));
    /// assert_eq!(meant("https://a.example/?utm_source=google&utm_medium=CPC"), Some("paid_ad"));
    /// assert_eq!(meant("a friend"), None);
    /// ```
    pub fn source_meant(&self, text: &str) -> Option<&Source> {
        let exact = self.sources.iter().find(|source| source.id.as_str() == text);
        exact.or_else(|| match (tag(text, "utm_source"), tag(text, "utm_medium")) {
            (None, None) => self.source_called(text),
            (source, medium) => {
                let mut tags = [source, medium].into_iter().flatten();
                tags.find_map(|tag| self.source_called(&tag))
            }
        })
    }

    fn source_called(&self, words: &str) -> Option<&Source> {
        let is = |name: &str| letters(name).eq(letters(words));
        letters(words).next()?;
        let by = |names: &dyn Fn(&Source) -> bool| self.sources.iter().find(|source| names(source));
        by(&|source| is(source.id.as_str()))
            .or_else(|| by(&|source| is(&source.title)))
            .or_else(|| by(&|source| source.utm.iter().any(|tag| is(tag))))
    }
}

/// What counts of a name: its letters and digits, in lower case.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// A tag of an address or of its query alone; none where it is missing or empty.
fn tag(text: &str, name: &str) -> Option<String> {
    let parts = text.split(['?', '&', '#']);
    let mut pairs = parts.filter_map(|part| part.split_once('='));
    let (_, value) = pairs.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
    Some(decoded(value)).filter(|value| !value.trim().is_empty())
}

/// A value of a query as it was typed; what is not encoded as it should be stays.
fn decoded(value: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), value.as_bytes());
    while let Some((first, others)) = rest.split_first() {
        let code = others.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.filter(|_| *first == b'%').and_then(|c| u8::from_str_radix(c, 16).ok());
        bytes.push(match (byte, first) {
            (Some(byte), _) => byte,
            (None, b'+') => b' ',
            (None, first) => *first,
        });
        rest = others.get(if byte.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let playbook: Playbook = serde_json::from_str(
            r#"{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
            "sections":[],"questions":[],"criteria":[],"gates":{"prospect":[],"opportunity":[]},
            "sources":[
                {"id":"social","title":"Social media","utm":["linkedin","x"]},
                {"id":"ad","title":"Advertisement","utm":["cpc","paid search"]},
                {"id":"event","title":"Trade fair","utm":["trade-fair","social"]},
                {"id":"email","title":"E-mail"}]}"#,
        )
        .unwrap();
        let meant = playbook.source_meant(text).map(|source| source.id.as_str());
        assert_eq!(meant, expected, "{text}");
    }

    #[test]
    fn words_mean_a_source_by_id_name_or_tag() {
        for (text, expected) in [
            ("ad", Some("ad")),
            (" TRADE FAIR ", Some("event")),
            ("Trade-Fair", Some("event")),
            ("LinkedIn", Some("social")),
            ("social", Some("social")),
            ("e-mail", Some("email")),
            ("Google", None),
            ("", None),
            ("–", None),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn an_address_means_what_its_tags_say() {
        for (text, expected) in [
            ("https://a.example/?utm_source=linkedin&utm_medium=cpc", Some("social")),
            ("https://a.example/x?a=b&utm_source=google&utm_medium=CPC#top", Some("ad")),
            ("utm_medium=paid+search", Some("ad")),
            ("?UTM_SOURCE=Trade%20Fair", Some("event")),
            ("?utm_source=&utm_medium=cpc", Some("ad")),
            ("?utm_source=100%&utm_medium=%zz", None),
            ("https://linkedin.example/", None),
            ("?ref=cpc", None),
        ] {
            check(text, expected);
        }
    }
}
