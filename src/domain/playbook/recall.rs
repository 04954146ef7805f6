//! Earlier answers in later texts: `{question}` or `{question|words while it is not known}`.
//!
//! Owns the notation. Refuses to put answers into words: that is for the page's language.
//! Invariant: a text without braces is one piece; a brace that opens no recall is plain text.

use super::question::Question;
use crate::domain::ids::QuestionId;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Plain words.
    Words(&'t str),
    /// The answer to a question.
    Recall {
        /// Which one.
        question: QuestionId,
        /// What stands there while it is not known; none where the author gave nothing.
        otherwise: Option<&'t str>,
    },
}

/// Takes a text apart.
///
/// ```
/// use ripen::domain::playbook::recall::{Piece, pieces};
/// let found = pieces("With {employees|your} people, is {pain} urgent?");
/// assert_eq!(found[1], Piece::Recall { question: "employees".into(), otherwise: Some("your") });
/// assert_eq!(found[4], Piece::Words(" urgent?"));
/// assert_eq!(pieces("A { b } c"), [Piece::Words("A { b } c")]);
/// ```
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    // Not `text[from..to]`: its panic, which never comes, brings 2 KB of how texts are printed for
    // programmers into the widget.
    let slice = |from, to| text.get(from..to).unwrap_or_default();
    let find = |brace, from| Some(from + text.bytes().skip(from).position(|byte| byte == brace)?);
    let (mut found, mut plain, mut at) = (Vec::new(), 0, 0);
    while let Some(open) = find(b'{', at) {
        let Some(close) = find(b'}', open) else { break };
        at = open + 1;
        let Some(recall) = recall(slice(at, close)) else { continue };
        if plain < open {
            found.push(Piece::Words(slice(plain, open)));
        }
        found.push(recall);
        at = close + 1;
        plain = at;
    }
    if plain < text.len() {
        found.push(Piece::Words(slice(plain, text.len())));
    }
    found
}

fn recall(inside: &str) -> Option<Piece<'_>> {
    let (id, otherwise) = match inside.split_once('|') {
        Some((id, otherwise)) => (id, Some(otherwise)),
        None => (inside, None),
    };
    can_recall(id).then(|| Piece::Recall { question: QuestionId::new(id), otherwise })
}

/// Whether an id can be spelt between braces: letters, digits, `_` and `-`.
pub fn can_recall(id: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    !id.is_empty() && id.bytes().all(is_word)
}

/// A text with its recalls filled in: by `word` where the answer is known, else by what the author
/// gave, else by nothing.
pub fn fill(text: &str, word: impl Fn(&QuestionId) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Recall { question, otherwise } => match word(&question) {
                Some(said) => filled.push_str(&said),
                None => filled.push_str(otherwise.unwrap_or_default()),
            },
        }
    }
    filled
}

/// Fills every text of a question that people read.
pub fn fill_question(question: &mut Question, word: impl Fn(&QuestionId) -> Option<String>) {
    let Question { ask, prompt, say, probe, help, why, .. } = question;
    let texts = [ask, prompt, say, help, why].into_iter().flatten();
    for text in texts.chain(probe) {
        *text = fill(text, &word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_a_question_recalls() {
        let mut question: Question = serde_json::from_str(
            r#"{"id":"q","section":"s","title":"Keeps {size}","kind":"text","ask":"A {size}",
                "prompt":"B {size}","say":"C {size}","probe":["D {size}","E {age|old}"],
                "help":"F {size}","why":"G {size}"}"#,
        )
        .unwrap();
        fill_question(&mut question, |id| (id.as_str() == "size").then(|| "240".to_owned()));
        let Question { ask, prompt, say, probe, help, why, title, .. } = question;
        let said = [ask, prompt, say, help, why].map(Option::unwrap);
        assert_eq!(said, ["A 240", "B 240", "C 240", "F 240", "G 240"]);
        assert_eq!((probe.join(" "), title.as_str()), ("D 240 E old".to_owned(), "Keeps {size}"));
    }

    #[test]
    fn known_answers_and_what_stands_for_unknown_ones() {
        let word = |id: &QuestionId| (id.as_str() == "size").then(|| "240 people".to_owned());
        for (text, expected) in [
            ("Plain.", "Plain."),
            ("You said {size}.", "You said 240 people."),
            ("{size|A few}{size}", "240 people240 people"),
            ("In {industry|your industry}?", "In your industry?"),
            ("In {industry}?", "In ?"),
            ("{", "{"),
            ("{}", "{}"),
            ("{a b} {size", "{a b} {size"),
            ("{a {size}", "{a 240 people"),
            ("é{size}é", "é240 peopleé"),
        ] {
            assert_eq!(fill(text, word), expected, "{text}");
        }
    }
}
