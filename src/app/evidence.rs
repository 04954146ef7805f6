//! What a rep's answer makes of the one on record: how well it is known, and whether it is new.
//!
//! Invariant: going on past an answer neither adds to it nor takes from it, and a rep's new answer
//! or "I don't know yet" never passes for the contact's own words, unless the rep says so.

use super::command::Command;
use super::entry::Entry;
use crate::domain::answer::{Answers, Evidence};
use crate::domain::ids::QuestionId;
use crate::domain::money::Currency;
use crate::domain::playbook::question::Question;
use crate::domain::value::Value;
use chrono::NaiveDate;

/// What a rep says an answer rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    /// How well it is known, where the rep has chosen that.
    pub chosen: Option<Evidence>,
    /// The contact's own words; blank for none.
    pub note: String,
}

/// The grade that holds while the rep chooses none, for the answer on record: what the rep asks
/// for is confirmed.
pub fn on_record(answers: &Answers, question: &QuestionId) -> Evidence {
    answers.get(question).map_or(Evidence::Confirmed, |given| given.evidence)
}

/// The command that records an answer, in whichever way it was asked; none when that is what is on
/// record. No value is "I don't know yet".
///
/// ```
/// use ripen::app::evidence::{Basis, command};
/// use ripen::domain::answer::Answers;
/// assert!(command(&Answers::default(), &"pain".into(), None, Basis::default()).is_some());
/// ```
pub fn command(
    answers: &Answers,
    question: &QuestionId,
    value: Option<Value>,
    basis: Basis,
) -> Option<Command> {
    let Basis { chosen, note } = basis;
    let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
    let given = answers.get(question);
    let unchanged = given.map(|given| &given.value) == value.as_ref();
    let evidence = chosen.unwrap_or(match given {
        Some(given) if unchanged => given.evidence,
        _ => Evidence::Confirmed,
    });
    let nothing_new = match given {
        Some(given) => unchanged && given.evidence == evidence && given.note == note,
        // A rep who does not know either has been asked all the same.
        None => unchanged && answers.asked(question) >= Some(Evidence::Confirmed) && note.is_none(),
    };
    let question = question.clone();
    (!nothing_new).then_some(Command::Answer { question, value, evidence, note })
}

/// Whether a form holds words that are not on record, so that leaving the page would lose them. What is
/// merely chosen is chosen again at once.
pub fn holds_words(
    answers: &Answers,
    question: &Question,
    entry: &Entry,
    note: &str,
    (currency, today): (Currency, NaiveDate),
    plain: impl FnOnce(f64) -> String,
) -> bool {
    let given = answers.get(&question.id);
    // What reads the same stays in its field as it was typed.
    let read = entry.read(question, currency, today);
    let is_known = read.is_ok_and(|read| read.as_ref() == given.map(|given| &given.value));
    let kept = Entry::of(question, false, given.map(|given| &given.value), plain);
    let said = given.and_then(|given| given.note.as_deref()).unwrap_or_default();
    let is_new = |typed: &str, kept: &str| !typed.trim().is_empty() && typed.trim() != kept.trim();
    (!is_known && is_new(&entry.text, &kept.text)) || is_new(note, said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Given;
    use crate::domain::event::By;
    use crate::domain::value::Number;
    use crate::domain::when::When;

    fn answers(evidence: Evidence) -> Answers {
        let mut answers = Answers::default();
        let at = When::parse("2026-11-22").unwrap();
        let note = Some("their words".to_owned());
        let given = Given { value: Value::YesNo(true), evidence, at, by: By::Visitor, note };
        answers.record("pain".into(), given);
        answers
    }

    fn recorded(
        answers: &Answers,
        value: Option<bool>,
        chosen: Option<Evidence>,
        note: &str,
    ) -> Option<Evidence> {
        let basis = Basis { chosen, note: note.to_owned() };
        match command(answers, &"pain".into(), value.map(Value::YesNo), basis)? {
            Command::Answer { evidence, .. } => Some(evidence),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn going_on_records_nothing_and_what_is_new_is_confirmed() {
        use Evidence::{Claimed, Confirmed, Documented};
        for grade in Evidence::ALL {
            let known = answers(grade);
            assert_eq!(on_record(&known, &"pain".into()), grade);
            assert_eq!(recorded(&known, Some(true), None, " their words "), None);
            assert_eq!(recorded(&known, Some(true), None, "more"), Some(grade));
            assert_eq!(recorded(&known, Some(false), None, ""), Some(Confirmed));
            assert_eq!(recorded(&known, None, None, ""), Some(Confirmed), "no claim is erased");
            assert_eq!(recorded(&known, Some(false), Some(Claimed), ""), Some(Claimed));
        }
        let known = answers(Claimed);
        assert_eq!(recorded(&known, Some(true), Some(Documented), ""), Some(Documented));
    }

    #[test]
    fn not_knowing_is_recorded_once() {
        let mut known = Answers::default();
        assert_eq!(recorded(&known, None, None, ""), Some(Evidence::Confirmed));
        known.record_unknown("pain".into(), Evidence::Confirmed);
        assert_eq!(recorded(&known, None, None, " "), None);
        assert_eq!(recorded(&known, Some(true), None, ""), Some(Evidence::Confirmed));
    }

    #[test]
    fn words_that_are_not_on_record_would_be_lost() {
        let json =
            r#"{"id":"size","section":"s","title":"Size","ask":"How many?","kind":{"number":{}}}"#;
        let question: Question = serde_json::from_str(json).unwrap();
        let mut known = Answers::default();
        let (at, note) = (When::parse("2026-11-22").unwrap(), Some("a dozen".to_owned()));
        let (value, evidence) = (Value::Number(Number::new(12.0).unwrap()), Evidence::Claimed);
        known.record("size".into(), Given { value, evidence, at, by: By::Visitor, note });
        let check = |answers: &Answers, typed: &str, note: &str, expected: bool| {
            let mut entry = Entry::default();
            entry.write(typed.to_owned());
            let here = (Currency::USD, "2026-11-22".parse().unwrap());
            let lost = holds_words(answers, &question, &entry, note, here, |n| n.to_string());
            assert_eq!(lost, expected, "{typed:?} {note:?}");
        };
        let none = Answers::default();
        check(&none, "", "", false);
        check(&none, " ", " ", false);
        check(&none, "1", "", true);
        check(&none, "", "about", true);
        check(&known, "12 ", " a dozen", false);
        check(&known, "12.0", "a dozen", false);
        check(&known, "twelve", "a dozen", true);
        check(&known, "", "", false);
        check(&known, "13", "a dozen", true);
        check(&known, "12", "a dozen or so", true);
    }
}
