//! Values a page suggests: chosen ahead of the visitor, never answered for them.
//!
//! Owns which answer a short text stands for: an option's id (several with commas), `yes` or `no`, a
//! number, a step, a day or an amount. Invariant: what does not fit its question is as if it were
//! not there, and nothing counts before the visitor goes on.

use super::Visit;
use crate::app::entry::{Entry, parse_number};
use crate::domain::ids::QuestionId;
use crate::domain::money::Currency;
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::when::When;
use chrono::NaiveDate;

impl Visit {
    /// Suggests a value for a question, in place of one suggested before.
    pub fn suggest(&mut self, question: QuestionId, text: String) {
        self.suggested.push((question, text));
    }

    /// The form of a question as a suggestion fills it in; none once the question was asked.
    pub fn suggestion(&self, question: &Question) -> Option<Entry> {
        if self.answers().was_asked(&question.id) {
            return None;
        }
        let (_, text) = self.suggested.iter().rfind(|(id, _)| id == &question.id)?;
        entry(question, text, self.currency(), self.today())
    }

    /// Answers a question with what the visitor chose in the page's own form. Says whether it fits.
    pub fn answer_with(&mut self, question: &QuestionId, text: &str, at: When) -> bool {
        let (currency, today) = (self.currency(), self.today());
        let value = self.playbook().question(question).and_then(|question| {
            entry(question, text, currency, today)?.read(question, currency, today).ok()?
        });
        let fits = value.is_some();
        if fits {
            self.answer(question, value, at);
        }
        fits
    }

    /// The currency of amounts.
    pub fn currency(&self) -> Currency {
        self.playbook().currency.unwrap_or(Currency::USD)
    }
}

/// The form of a question filled in with a text, if that makes an answer.
fn entry(question: &Question, text: &str, currency: Currency, today: NaiveDate) -> Option<Entry> {
    let mut entry = Entry::default();
    let text = text.trim();
    match &question.kind {
        QuestionKind::Choice { options } | QuestionKind::Several { options } => {
            let one = matches!(question.kind, QuestionKind::Choice { .. });
            for id in text.split(',') {
                let known = |option: &_| is_offered(option, id.trim());
                entry.tick(options.iter().position(known)?, true);
            }
            if one && entry.chosen.len() != 1 {
                return None;
            }
        }
        QuestionKind::YesNo => {
            entry.choose(["yes", "no"].iter().position(|word| *word == text)?);
        }
        // Bands are all that visitors see of a number that has some.
        QuestionKind::Number { bands, .. } if !bands.is_empty() => {
            let number = parse_number(text)?;
            entry.choose(bands.iter().position(|band| band.range.contains(number))?);
        }
        QuestionKind::Scale { from, .. } => {
            let step: i32 = text.parse().ok()?;
            entry.choose(usize::try_from(step.checked_sub(*from)?).ok()?);
        }
        _ => entry.write(text.to_owned()),
    }
    let read = entry.read(question, currency, today);
    read.is_ok_and(|value| value.is_some_and(|value| question.accepts(&value))).then_some(entry)
}

fn is_offered(option: &crate::domain::playbook::question::Choice, id: &str) -> bool {
    option.retired.is_none() && option.id.as_str() == id
}

#[cfg(test)]
mod tests {
    use super::super::Screen;
    use super::super::tests::{ask, at, start, today};
    use super::*;
    use crate::app::visit::wish::Wish;
    use crate::domain::value::Value;

    fn check(kind: &str, text: &str, expected: Option<&str>) {
        let json = format!(r#"{{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{kind}}}"#);
        let question: Question = serde_json::from_str(&json).unwrap();
        let entry = entry(&question, text, Currency::USD, today());
        let value = entry.map(|entry| entry.read(&question, Currency::USD, today()).unwrap());
        let expected = expected.map(|json| serde_json::from_str::<Value>(json).unwrap());
        assert_eq!(value.flatten(), expected, "{kind}: {text}");
    }

    #[test]
    fn a_text_stands_for_an_answer_of_its_kind_or_for_none() {
        let options = r#"{"options":[{"id":"a","title":"A"},{"id":"b","title":"B"},
            {"id":"old","title":"Old","retired":{}}]}"#;
        let choice = &format!(r#"{{"choice":{options}}}"#);
        check(choice, "b", Some(r#"{"choice":"b"}"#));
        check(choice, "B", None);
        check(choice, "a,b", None);
        check(choice, "old", None);
        check(choice, "", None);
        let several = &format!(r#"{{"several":{options}}}"#);
        check(several, "b, a", Some(r#"{"several":["a","b"]}"#));
        check(several, "a,x", None);
        check(r#""yes_no""#, "no", Some(r#"{"yes_no":false}"#));
        check(r#""yes_no""#, "maybe", None);
        let number = r#"{"number":{"limits":{"from":1,"to":500}}}"#;
        check(number, "240", Some(r#"{"number":240}"#));
        check(number, "0", None);
        let bands = r#"{"number":{"bands":[{"title":"few","range":{"from":1,"to":9}},
            {"title":"many","range":{"from":10}}]}}"#;
        check(bands, "10", Some(r#"{"band":{"from":10}}"#));
        check(bands, "0", None);
        let scale = r#"{"scale":{"from":1,"to":5,"low":"l","high":"h"}}"#;
        check(scale, "4", Some(r#"{"scale":4}"#));
        check(scale, "6", None);
        check(scale, "-2147483648", None);
        check(r#""date""#, "2026-11-21", Some(r#"{"date":"2026-11-21"}"#));
        check(r#""date""#, "21.11.2026", None);
        check(r#""money""#, "1200", Some(r#"{"money":{"minor":120000,"currency":"USD"}}"#));
        check(r#""money""#, "€ 5", None);
        check(r#""text""#, " words ", Some(r#"{"text":"words"}"#));
        check(r#""text""#, " ", None);
    }

    #[test]
    fn a_suggestion_fills_in_the_form_and_answers_nothing() {
        let visit = &mut start();
        visit.suggest("pain".into(), "yes".to_owned());
        visit.suggest("pain".into(), "no".to_owned());
        visit.suggest("gone".into(), "no".to_owned());
        let question = visit.playbook().questions[0].clone();
        let chosen = visit.suggestion(&question).map(|entry| entry.chosen);
        assert_eq!((chosen, visit.given().count()), (Some(vec![1]), 0), "the last one counts");
        visit.answer(&"pain".into(), None, at());
        assert_eq!(visit.suggestion(&question), None, "what the visitor said counts");
        visit.hear(Wish::StartAgain, at(), today());
        assert!(visit.suggestion(&question).is_some(), "the page still suggests it");
    }

    #[test]
    fn what_was_chosen_in_the_page_s_own_form_counts() {
        let visit = &mut start();
        assert!(!visit.answer_with(&"pain".into(), "perhaps", at()));
        assert!(!visit.answer_with(&"gone".into(), "yes", at()));
        assert_eq!(visit.screen(), &ask("pain"));
        assert!(visit.answer_with(&"pain".into(), "yes", at()));
        assert_eq!((visit.screen(), visit.before()), (&ask("age"), Some(ask("pain"))));
        assert!(!matches!(visit.screen(), Screen::Check));
    }
}
