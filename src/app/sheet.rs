//! All questions of a run on one page: which are still to be asked, and why others are not.
//!
//! Owns what the page says of each question, and when a form holds something to record. Refuses to
//! know how it is drawn or worded. Invariant: what is [`Need::Needed`] is what the wizard would ask,
//! and what a form holds is recorded once.

use super::command::Command;
use super::entry::{Entry, EntryProblem};
use super::evidence::{self, Basis};
use super::wizard::{Extent, Run};
use crate::domain::answer::Answers;
use crate::domain::ids::QuestionId;
use crate::domain::money::Currency;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::question::Question;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// Why a question stands on the page as it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// The verdict still depends on it.
    Needed,
    /// It has been asked.
    Recorded,
    /// It is asked although the verdict does not depend on it.
    Beyond,
    /// What is on record decides without it.
    Decided,
    /// Something on record rules the contact out.
    RuledOut,
    /// Another answer says that it does not apply.
    DoesNotApply,
    /// Whether it applies hangs on these, whose answers are not known.
    Waiting(Vec<QuestionId>),
}

impl Need {
    /// Whether the question can be answered on the page.
    pub fn is_asked(&self) -> bool {
        matches!(self, Self::Needed | Self::Recorded | Self::Beyond)
    }
}

/// The questions of a run in their order, each with why it stands there.
pub fn sheet<'a>(run: &Run<'a>) -> Vec<(&'a Question, Need)> {
    let rules = Rules::of(run.playbook);
    let facts = run.facts(&rules);
    let needed = run.needed(&facts);
    let ruled_out = run.is_knocked_out();
    let unknown = |question: &Question| {
        let sources = run.playbook.questions_read(&question.when).into_iter();
        let open = sources.filter(|source| run.answers.get(&source.id).is_none());
        open.map(|source| source.id.clone()).collect()
    };
    let need = |question: &Question| {
        let asked = run.answers.asked(&question.id);
        let needed = needed.iter().any(|needed| needed.id == question.id);
        let wanted = needed || run.extent == Extent::Everything;
        match facts.applies(&question.id) {
            Outcome::NotMet => Need::DoesNotApply,
            Outcome::Met if needed && asked < Some(run.grade()) => Need::Needed,
            _ if asked.is_some() => Need::Recorded,
            Outcome::Met if wanted => Need::Beyond,
            Outcome::Unknown if wanted => Need::Waiting(unknown(question)),
            _ if ruled_out => Need::RuledOut,
            _ => Need::Decided,
        }
    };
    run.scope().into_iter().map(|question| (question, need(question))).collect()
}

/// The command that records what a question's form holds; none while it holds nothing, or what is
/// on record. Words of the contact alone are not kept: they belong to an answer.
///
/// # Errors
/// An [`EntryProblem`] to tell the person.
pub fn to_record(
    answers: &Answers,
    question: &Question,
    entry: &Entry,
    basis: Basis,
    (currency, today): (Currency, NaiveDate),
) -> Result<Option<Command>, EntryProblem> {
    let untouched = !entry.unknown && entry.is_empty() && basis.note.trim().is_empty();
    if untouched && answers.get(&question.id).is_none() {
        return Ok(None);
    }
    let value = entry.read(question, currency, today)?;
    Ok(evidence::command(answers, &question.id, value, basis))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::{Evidence, Given};
    use crate::domain::event::By;
    use crate::domain::value::Value;
    use crate::domain::when::When;

    fn question(optional: bool) -> Question {
        let json = r#"{"id":"size","section":"s","title":"Size","ask":"How many?","kind":"text"}"#;
        Question { optional, ..serde_json::from_str(json).unwrap() }
    }

    fn claimed(words: &str) -> Answers {
        let mut answers = Answers::default();
        let (value, at) = (Value::Text(words.to_owned()), When::parse("2026-11-22").unwrap());
        let given = Given { value, evidence: Evidence::Claimed, at, by: By::Visitor, note: None };
        answers.record("size".into(), given);
        answers
    }

    /// What is recorded of a typed text and a note: the value and its evidence, where there is any.
    fn check(
        on_record: &Answers,
        optional: bool,
        typed: &str,
        note: &str,
        expected: Result<Option<(Option<&str>, Evidence)>, EntryProblem>,
    ) {
        let mut entry = Entry::default();
        match typed {
            "?" => entry.dont_know(true),
            typed => entry.write(typed.to_owned()),
        }
        let basis = Basis { chosen: None, note: note.to_owned() };
        let today = "2026-11-22".parse().unwrap();
        let command =
            to_record(on_record, &question(optional), &entry, basis, (Currency::USD, today));
        let recorded = command.map(|command| {
            command.map(|command| match command {
                Command::Answer { value: Some(Value::Text(words)), evidence, .. } => {
                    (Some(words), evidence)
                }
                Command::Answer { value: None, evidence, .. } => (None, evidence),
                other => panic!("{other:?}"),
            })
        });
        let expected =
            expected.map(|command| command.map(|(value, grade)| (value.map(str::to_owned), grade)));
        assert_eq!(recorded, expected, "{typed:?} {note:?}");
    }

    #[test]
    fn a_form_is_recorded_once_there_is_something_new_in_it() {
        use Evidence::Confirmed;
        let (none, known) = (Answers::default(), claimed("12"));
        check(&none, false, "", "", Ok(None));
        check(&none, true, " ", "", Ok(None));
        check(&none, false, "12", "", Ok(Some((Some("12"), Confirmed))));
        check(&none, false, "?", "", Ok(Some((None, Confirmed))));
        check(&none, false, "", "about a dozen", Err(EntryProblem::Nothing));
        check(&none, true, "", "about a dozen", Ok(Some((None, Confirmed))));
        check(&known, false, "12", "", Ok(None));
        check(&known, false, "13", "", Ok(Some((Some("13"), Confirmed))));
        check(&known, false, "", "", Err(EntryProblem::Nothing));
        check(&known, true, "", "", Ok(Some((None, Confirmed))));
    }

    #[test]
    fn an_answer_is_recorded_alike_in_both_ways_of_asking() {
        let on_record = [Answers::default(), claimed("12")];
        let grades = [None].into_iter().chain(Evidence::ALL.map(Some));
        let bases = grades.flat_map(|chosen| {
            ["", " about a dozen "].map(|note| Basis { chosen, note: note.to_owned() })
        });
        let context = (Currency::USD, "2026-11-22".parse().unwrap());
        for basis in bases {
            for (answers, typed) in on_record.iter().flat_map(|a| [(a, "12"), (a, "13")]) {
                let mut entry = Entry::default();
                entry.write(typed.to_owned());
                let (question, value) = (question(false), Value::Text(typed.to_owned()));
                let on_the_sheet = to_record(answers, &question, &entry, basis.clone(), context);
                let one_by_one =
                    evidence::command(answers, &question.id, Some(value), basis.clone());
                assert_eq!(on_the_sheet, Ok(one_by_one), "{typed} {basis:?}");
            }
        }
    }
}
