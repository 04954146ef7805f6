//! Names of languages: BCP 47 tags of a language, a script and a region, such as `nl`, `zh-Hant` or
//! `nl-BE`.
//!
//! Refuses to know which languages there are. Invariant: what [`plain`] gives is a tag that every
//! browser takes.

/// A tag as far as it is plain: language, script, region. None where it does not begin with a
/// language.
///
/// ```
/// use ripen::domain::language::plain;
/// assert_eq!(plain("nl-BE-u-nu-latn"), Some("nl-BE"));
/// assert_eq!(plain("English"), None);
/// ```
pub fn plain(tag: &str) -> Option<&str> {
    let mut end = 0;
    let mut expects = 0;
    for part in tag.split('-') {
        let letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        expects = match (expects, part.len()) {
            (0, 2 | 3) if letters => 1,
            (1, 4) if letters => 2,
            (1 | 2, 2) if letters => 3,
            (1 | 2, 3) if digits => 3,
            _ => break,
        };
        end += part.len() + usize::from(end > 0);
    }
    tag.get(..end).filter(|plain| !plain.is_empty())
}

/// Whether a tag is plain as a whole.
pub fn is_plain(tag: &str) -> bool {
    plain(tag) == Some(tag)
}

/// The language of a tag, without script and region.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_taken_as_far_as_it_is_plain() {
        for (tag, expected) in [
            ("nl", Some("nl")),
            ("nl-BE", Some("nl-BE")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("es-419", Some("es-419")),
            ("gsw-CH", Some("gsw-CH")),
            ("nl-", Some("nl")),
            ("nl_BE", None),
            ("nl-BE-BE", Some("nl-BE")),
            ("nl-BE-Latn", Some("nl-BE")),
            ("en-x-private", Some("en")),
            ("n", None),
            ("-nl", None),
            ("", None),
            ("٠٠", None),
            ("dansk", None),
        ] {
            assert_eq!(plain(tag), expected, "{tag}");
            assert_eq!(is_plain(tag), expected == Some(tag), "{tag}");
        }
        assert_eq!(primary("nl-BE"), "nl");
    }
}
