//! A catalogue of the wizard's texts in another language: an object of templates by name, as
//! `embed/lang/` has them.
//!
//! Owns how a text is found, how its plural forms are named, and how arguments are filled in. Refuses
//! to know any text. A name is looked up by its [mark], so that the widget need not carry names.
//! Invariant: whatever a template holds, what comes out is text; an argument nobody knows is left out.

use std::borrow::Cow;

/// The key that says which way the language is written, and is no text.
pub const DIRECTION: &str = "dir";

/// What a text is known by: 20 bits of its name, which is three bytes of code.
/// `tests/languages.rs` sees to it that no two texts share one.
pub const fn mark(name: &str) -> u32 {
    more(5381, name)
}

/// The mark of a name that goes on, such as with a plural form: `name#few`.
pub const fn more(mark: u32, rest: &str) -> u32 {
    let (bytes, mut mark, mut at) = (rest.as_bytes(), mark, 0);
    while at < bytes.len() {
        mark = (mark.wrapping_mul(131) ^ bytes[at] as u32) & 0xF_FFFF;
        at += 1;
    }
    mark
}

/// The texts of one language, by their marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue(Vec<(u32, String)>);

impl Catalogue {
    /// Adds a text.
    pub fn add(&mut self, name: &str, text: String) {
        self.0.push((mark(name), text));
    }

    /// A text by its mark.
    pub fn text(&self, mark: u32) -> Option<&str> {
        // A few dozen: a list is as quick as a map, and lighter.
        self.0.iter().find(|(known, _)| *known == mark).map(|(_, text)| text.as_str())
    }

    /// A template by its mark; of one with plural forms, the form `category` names.
    pub fn template(&self, mark: u32, category: impl FnOnce() -> String) -> Option<&str> {
        let form = |category: &str| self.text(more(more(mark, "#"), category));
        let other = || {
            let other = form("other")?;
            Some(form(&category()).unwrap_or(other))
        };
        self.text(mark).or_else(other)
    }
}

/// What is filled in, and how many that is where it is a count.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument<'a> {
    /// The words.
    pub words: Cow<'a, str>,
    /// How many: plural forms go by the last count.
    pub count: Option<f64>,
}

impl<'a, T: AsRef<str> + ?Sized> From<&'a T> for Argument<'a> {
    fn from(words: &'a T) -> Self {
        Self { words: Cow::Borrowed(words.as_ref()), count: None }
    }
}

impl From<String> for Argument<'_> {
    fn from(words: String) -> Self {
        Self { words: Cow::Owned(words), count: None }
    }
}

/// Fills arguments into a template. They are in the order in which `english` names them.
///
/// ```
/// use ripen::exchange::catalogue::fill;
/// let english = "Enter a number from {low} to {high}";
/// let text = fill("{high} من {low}", english, &["1".into(), "9".into()]);
/// assert_eq!(text, "9 من 1");
/// ```
pub fn fill(template: &str, english: &str, arguments: &[Argument<'_>]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled += before;
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let place = names(english).position(|known| known == name);
        if let Some(argument) = place.and_then(|place| arguments.get(place)) {
            filled += &argument.words;
        }
        rest = after;
    }
    filled + rest
}

/// The arguments a template names, in its order.
pub fn names(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "Question {number} · at most {left} left";

    #[test]
    fn arguments_go_where_the_template_wants_them() {
        let arguments = ["3".into(), "5".to_owned().into()];
        for (template, expected) in [
            (ENGLISH, "Question 3 · at most 5 left"),
            ("{left}, {number}, {left}", "5, 3, 5"),
            ("none", "none"),
            ("{}{nobody}{left", "5"),
            ("a } b {number}}", "a } b 3}"),
            ("{", ""),
            ("", ""),
        ] {
            assert_eq!(fill(template, ENGLISH, &arguments), expected, "{template}");
        }
    }

    #[test]
    fn an_argument_is_not_taken_for_a_template() {
        assert_eq!(fill("{number}", ENGLISH, &["{left}".into(), "5".into()]), "{left}");
    }

    #[test]
    fn a_plural_form_is_found_by_its_category() {
        let mut catalogue = Catalogue::default();
        for (name, text) in [("left#one", "one"), ("left#other", "more"), ("back", "Terug")] {
            catalogue.add(name, text.to_owned());
        }
        let template = |name, category: &str| {
            let category = category.to_owned();
            catalogue.template(mark(name), || category)
        };
        assert_eq!(template("left", "one"), Some("one"));
        assert_eq!(template("left", "few"), Some("more"), "a form that is not there");
        assert_eq!(template("back", "few"), Some("Terug"), "no forms at all");
        assert_eq!(template("forward", "one"), None);
        assert_eq!(mark("left#one"), more(more(mark("left"), "#"), "one"));
    }
}
