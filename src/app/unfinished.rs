//! An answer that was begun and is not recorded yet, as a tab keeps it over a reload.
//!
//! Refuses to know where it is kept. Invariant: what is read fits the form of its question.

use super::entry::{Entry, choices};
use super::evidence::Basis;
use crate::domain::answer::Evidence;
use crate::domain::playbook::question::{Question, QuestionKind};
use serde::{Deserialize, Serialize};

/// What stands in the form of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// The answer's part.
    pub entry: Entry,
    /// What it rests on.
    pub basis: Basis,
}

/// As it is written.
#[derive(Serialize, Deserialize)]
struct Written {
    chosen: Vec<usize>,
    text: String,
    unknown: bool,
    evidence: Option<Evidence>,
    note: String,
}

impl Unfinished {
    /// Writes it; none where that cannot be.
    pub fn write(&self) -> Option<String> {
        let Self { entry, basis } = self.clone();
        let Entry { chosen, text, unknown } = entry;
        let written = Written { chosen, text, unknown, evidence: basis.chosen, note: basis.note };
        serde_json::to_string(&written).ok()
    }

    /// Reads it; none where it is of another form than the question has now.
    pub fn read(written: &str, question: &Question) -> Option<Self> {
        let written: Written = serde_json::from_str(written).ok()?;
        let Written { chosen, text, unknown, evidence, note } = written;
        let entry = Entry { chosen, text, unknown };
        let basis = Basis { chosen: evidence, note };
        fits(&entry, &question.kind).then_some(Self { entry, basis })
    }
}

/// Whether a form of a question can hold this: one answer at a time, among those it offers.
fn fits(entry: &Entry, kind: &QuestionKind) -> bool {
    let Entry { chosen, text, unknown } = entry;
    let parts = [!chosen.is_empty(), !text.is_empty(), *unknown];
    let one = parts.into_iter().filter(|part| *part).count() <= 1;
    let several = matches!(kind, QuestionKind::Several { .. });
    let rising = chosen.windows(2).all(|pair| pair.first() < pair.last());
    let offered = chosen.iter().all(|place| *place < choices(kind));
    one && rising && offered && (several || chosen.len() <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: &str) -> Question {
        let json = format!(r#"{{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{kind}}}"#);
        serde_json::from_str(&json).unwrap()
    }

    const CHOICE: &str =
        r#"{"choice":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#;
    const SEVERAL: &str =
        r#"{"several":{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"}]}}"#;

    #[test]
    fn what_was_begun_comes_back_where_it_fits() {
        let check = |kind: &str, chosen: &[usize], text: &str, unknown: bool, expected: bool| {
            let entry = Entry { chosen: chosen.to_vec(), text: text.to_owned(), unknown };
            let basis = Basis { chosen: Some(Evidence::Claimed), note: "their\nwords".to_owned() };
            let begun = Unfinished { entry, basis };
            let back = Unfinished::read(&begun.write().unwrap(), &question(kind));
            assert_eq!(back, expected.then_some(begun), "{kind} {chosen:?} {text:?} {unknown}");
        };
        check(CHOICE, &[], "", false, true);
        check(CHOICE, &[1], "", false, true);
        check(CHOICE, &[2], "", false, false);
        check(CHOICE, &[0, 1], "", false, false);
        check(CHOICE, &[0], "", true, false);
        check(CHOICE, &[], "", true, true);
        check(SEVERAL, &[0, 1], "", false, true);
        check(SEVERAL, &[1, 0], "", false, false);
        check(r#""text""#, &[], "half a \"thought", false, true);
        check(r#""text""#, &[0], "", false, false);
        check(r#"{"number":{}}"#, &[], "1O", false, true);
        assert_eq!(Unfinished::read("{}", &question(CHOICE)), None);
        assert_eq!(Unfinished::read("", &question(CHOICE)), None);
    }
}
