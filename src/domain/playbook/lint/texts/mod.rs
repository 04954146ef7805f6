//! Every text of a playbook, with its place: those that are missing, and the answers they recall.
//!
//! Refuses to judge wording.

mod asked;
mod told;

use super::asking::Asking;
use super::base::Base;
use super::finding::FindingKind;
use super::found::Findings;
use crate::domain::playbook::part::{Field, Part};
use crate::domain::playbook::recall::{Piece, pieces};
use std::fmt::Arguments;

/// Looks through every text; marks the questions whose answers texts recall, by number.
pub(super) fn texts(base: &Base<'_>, asking: &Asking, found: &mut Findings) -> Vec<bool> {
    let recalled = vec![false; base.playbook.questions.len()];
    let mut texts = Texts { base, found, recalled };
    texts.market();
    for (n, question) in base.playbook.questions.iter().enumerate() {
        texts.question(n, question);
    }
    for (n, criterion) in base.playbook.criteria.iter().enumerate() {
        texts.criterion(n, criterion);
    }
    texts.steps();
    texts.scores();
    texts.lists();
    texts.visitors(asking);
    texts.recalled
}

struct Texts<'t, 'p> {
    base: &'t Base<'p>,
    found: &'t mut Findings,
    recalled: Vec<bool>,
}

/// Whose a text is: made out only when there is something to say.
type Of<'o> = &'o dyn Fn() -> Part;

impl Texts<'_, '_> {
    /// Looks at a text that has to be there.
    fn must(&mut self, path: Arguments<'_>, of: Of<'_>, field: Field, text: &str) {
        self.missing(path, of, field, text);
        self.plain(path, of, text);
    }

    fn title(&mut self, path: Arguments<'_>, of: Of<'_>, title: &str) {
        self.must(format_args!("{path}.title"), of, Field::Title, title);
    }

    fn missing(&mut self, path: Arguments<'_>, of: Of<'_>, field: Field, text: &str) {
        if text.trim().is_empty() {
            self.found.add(path, FindingKind::MissingText { of: of(), field });
        }
    }

    fn marked(&mut self, path: Arguments<'_>, of: Of<'_>, text: &str) {
        if has_markup(text) {
            self.found.add(path, FindingKind::Markup { of: of() });
        }
    }

    /// Looks at a text in which nothing is recalled.
    fn plain(&mut self, path: Arguments<'_>, of: Of<'_>, text: &str) {
        self.marked(path, of, text);
        // Most texts have no braces.
        if !text.contains('{') {
            return;
        }
        for piece in pieces(text) {
            // Braces round anything else may be meant as they stand.
            if let Piece::Recall { question, .. } = piece
                && self.base.rules.question(&question).is_some()
            {
                self.found.add(path, FindingKind::RecallInVain { of: of(), question });
            }
        }
    }

    /// Looks at each of several texts in which nothing is recalled.
    fn plain_list(&mut self, path: Arguments<'_>, of: Of<'_>, texts: &[String]) {
        for (n, text) in texts.iter().enumerate() {
            self.plain(format_args!("{path}[{n}]"), of, text);
        }
    }

    /// Looks at a text in which earlier answers are recalled.
    fn recalling(&mut self, path: Arguments<'_>, of: Of<'_>, text: &str) {
        self.marked(path, of, text);
        if !text.contains('{') {
            return;
        }
        for piece in pieces(text) {
            let Piece::Recall { question, otherwise } = piece else { continue };
            match self.base.rules.question(&question) {
                None => {
                    let reference = question.to_string();
                    self.found.add(path, FindingKind::UndefinedRecall { of: of(), reference });
                }
                Some(number) => {
                    self.recalled[number] = true;
                    if otherwise.is_none() {
                        let kind = FindingKind::RecallWithoutFallback { of: of(), question };
                        self.found.add(path, kind);
                    }
                }
            }
        }
    }
}

/// Whether a text holds a tag, as web pages are made of.
fn has_markup(text: &str) -> bool {
    text.split('<').skip(1).any(|after| {
        let name = after.strip_prefix('/').unwrap_or(after);
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && after.contains('>')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_comparisons() {
        for (text, expected) in [
            ("<script>alert(1)</script>", true),
            ("Read <b>this</b>", true),
            ("</p>", true),
            ("<img src=x onerror=alert(1)>", true),
            ("x < 5 and y > 3", false),
            ("<50 people", false),
            ("a <b", false),
            ("", false),
        ] {
            assert_eq!(has_markup(text), expected, "{text}");
        }
    }
}
