//! Reading a visitor's result, and what it says.
//!
//! Refuses to believe it: whatever the file says about level and evidence, every answer is a
//! claim of the visitor.

use super::{Agreed, RunResult, VERSION};
use crate::domain::answer::Evidence;
use crate::domain::event::{Answered, Consented, Created, EventKind, FieldSet};
use crate::domain::ids::SourceId;
use crate::domain::playbook::Playbook;
use crate::domain::value::Value;
use crate::domain::when::in_reach;
use crate::exchange::json::{self, Expected, Fault, FileError, Format};
use crate::exchange::limits::{INNER_DEPTH, RESULT_BYTES};

/// Reads a result.
///
/// # Errors
/// What the file is instead, or the place where it cannot be taken.
pub fn read(text: &str) -> Result<RunResult, FileError> {
    let expected = Expected {
        format: Format::Result,
        version: VERSION,
        bytes: RESULT_BYTES,
        depth: INNER_DEPTH,
    };
    let result: RunResult = json::read(text, &expected)?;
    for (n, answer) in result.answers.iter().enumerate() {
        if let Some(Value::Date(day)) = answer.value
            && !in_reach(day)
        {
            let path = format!("answers[{n}].value.date");
            return Err(FileError::Unreadable(Fault { path, line: 1, reason: day.to_string() }));
        }
    }
    Ok(result)
}

impl RunResult {
    /// The result with the source of the playbook that its campaign means, else its words; words that
    /// mean none stay.
    #[must_use]
    pub(super) fn with_source_of(mut self, playbook: &Playbook) -> Self {
        let tags = ["utm_source", "utm_medium"].map(|tag| self.campaign.get(tag));
        let words = tags.into_iter().flatten().map(String::as_str);
        let mut words = words.chain(self.source.as_ref().map(SourceId::as_str));
        let meant = words.find_map(|words| playbook.source_meant(words));
        drop(words);
        if let Some(meant) = meant {
            self.source = Some(meant.id.clone());
        }
        self
    }

    /// All it says: that the lead was captured, then what the visitor claims. What is added comes last,
    /// so that the others keep their places.
    pub(super) fn into_kinds(self) -> impl Iterator<Item = EventKind> {
        let created = EventKind::Created(Created { source: self.source });
        let answered = self.answers.into_iter().map(|answer| {
            EventKind::Answered(Answered {
                question: answer.question,
                value: answer.value,
                evidence: Evidence::Claimed,
                note: answer.note,
                from: None,
            })
        });
        let fields = self
            .fields
            .into_iter()
            .map(|(field, text)| EventKind::FieldSet(FieldSet { field, value: Some(text) }));
        let consented = self.consent.map(|Agreed { text, revision, .. }| {
            let (text, revision) = (Some(text), Some(revision));
            EventKind::Consented(Consented { given: true, text, revision })
        });
        std::iter::once(created).chain(answered).chain(fields).chain(consented)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::{Answers, Given};
    use crate::domain::event::{By, Field};
    use crate::domain::fold::fold;
    use crate::domain::ids::{ContactId, QuestionId};
    use crate::domain::log::EventLog;
    use crate::domain::position::{Level, Position};
    use crate::domain::when::When;
    use crate::exchange::result_file::write;
    use std::collections::BTreeMap;

    fn playbook() -> Playbook {
        serde_json::from_str(
            r#"{"format":"ripen-playbook","version":1,"id":"tiny","revision":3,"title":"Tiny",
            "sections":[{"id":"o","title":"O"}],
            "questions":[{"id":"pain","section":"o","title":"Pain","ask":"Pain?","kind":"yes_no"},
                         {"id":"since","section":"o","title":"Since","ask":"Since?","kind":"date"}],
            "criteria":[{"id":"pain","title":"Pain","rule_text":"yes","step":"ask","rule":
                {"answer":{"question":"pain","is":{"yes":true},"evidence":"confirmed"}}}],
            "gates":{"prospect":["pain"],"opportunity":["pain"]}}"#,
        )
        .unwrap()
    }

    fn run() -> RunResult {
        let mut answers = Answers::default();
        let at = When::parse("2026-11-21T09:30:00Z").unwrap();
        let value = Value::YesNo(true);
        let by = By::Visitor;
        let given = Given { value, evidence: Evidence::Claimed, at, by, note: Some("Yes!".into()) };
        answers.record(QuestionId::new("pain"), given);
        answers.record_unknown(QuestionId::new("since"), Evidence::Claimed);
        let word = |_: &_, value: &_| format!("{value:?}");
        let (id, today) = (ContactId::new(7, [0; 10]), at.day(&chrono::Utc));
        let fields = [(Field::Email, "a@b.example".to_owned())].into();
        RunResult { fields, ..RunResult::of(&playbook(), &answers, id, at, today, word) }
    }

    #[test]
    fn a_source_is_the_playbook_s_where_its_words_are_known() {
        let mut playbook = playbook();
        let ad = r#"[{"id":"ad","title":"Advertisement","utm":["cpc"]}]"#;
        playbook.sources = serde_json::from_str(ad).unwrap();
        for (words, expected) in [
            (Some("utm_source=google&utm_medium=cpc"), Some("ad")),
            (Some("ADVERTISEMENT"), Some("ad")),
            (Some("a friend"), Some("a friend")),
            (None, None),
        ] {
            let result = RunResult { source: words.map(SourceId::from), ..run() };
            let source = result.with_source_of(&playbook).source;
            assert_eq!(source, expected.map(SourceId::from), "{words:?}");
        }
    }

    #[test]
    fn a_campaign_the_playbook_knows_is_the_source_before_all_else() {
        let mut playbook = playbook();
        let listed = r#"[{"id":"website","title":"Website"},{"id":"ad","title":"Advertisement","utm":["cpc"]}]"#;
        playbook.sources = serde_json::from_str(listed).unwrap();
        for (tags, expected) in [
            (&[("utm_source", "google"), ("utm_medium", "CPC")][..], "ad"),
            (&[("utm_source", "google"), ("gclid", "ad")], "website"),
            (&[], "website"),
        ] {
            let named = |(tag, words): &(&str, &str)| ((*tag).to_owned(), (*words).to_owned());
            let campaign: BTreeMap<_, _> = tags.iter().map(named).collect();
            let source = Some(SourceId::from("website"));
            let result = RunResult { source, campaign: campaign.clone(), ..run() };
            let result = result.with_source_of(&playbook);
            assert_eq!(result.source, Some(expected.into()), "{tags:?}");
            assert_eq!(result.campaign, campaign);
            assert_eq!(read(&write(&result)), Ok(result));
        }
    }

    #[test]
    fn what_was_agreed_to_comes_in_as_the_visitor_s_consent() {
        let mut result = run();
        let (text, at) = ("Keep it.".to_owned(), result.finished_at);
        result.consent = Some(Agreed { text: text.clone(), revision: 2, at });
        let events = result.onto(&playbook(), &EventLog::default());
        let last = events.last().unwrap();
        let consented = Consented { given: true, text: Some(text), revision: Some(2) };
        assert_eq!((&last.kind, &last.by), (&EventKind::Consented(consented), &By::Visitor));
    }

    #[test]
    fn without_its_words_a_result_keeps_that_there_was_an_answer() {
        let mut result = run();
        result.answers[1].value = Some(Value::Text("secret".to_owned()));
        result.answers[1].text = Some("secret".to_owned());
        let (text, at) = ("Keep it.".to_owned(), result.finished_at);
        result.consent = Some(Agreed { text, revision: 2, at });
        result.campaign = [("gclid".to_owned(), "click".to_owned())].into();
        let bare = result.clone().without_words();
        let written = write(&bare);
        for word in ["secret", "Yes!", "a@b.example", "Keep it", "click"] {
            assert!(!written.contains(word), "{word}");
        }
        assert_eq!(bare.answers[1].value, Some(Value::Text(String::new())));
        assert_eq!(bare.answers[0].value, result.answers[0].value);
        assert_eq!(bare.claimed_level, result.claimed_level);
    }

    #[test]
    fn a_visitor_s_claims_decide_the_claimed_level_alone() {
        let result = run();
        assert_eq!((result.level, result.claimed_level), (Level::Lead, Level::Opportunity));
        assert_eq!(result.criteria.len(), 1);
        assert_eq!(result.answers.len(), 2);
        assert_eq!(read(&write(&result)), Ok(result));
    }

    #[test]
    fn it_comes_in_as_a_lead_whose_answers_are_claims() {
        let mut result = run();
        for answer in &mut result.answers {
            answer.evidence = Evidence::Documented;
        }
        let id = result.id;
        let events = result.onto(&playbook(), &EventLog::default());
        let contact = fold(id, &EventLog::new(events)).unwrap();
        assert_eq!(contact.position, Position::Lead);
        assert_eq!(contact.field(Field::Email), Some("a@b.example"));
        let pain = contact.answers.get(&QuestionId::new("pain")).unwrap();
        assert_eq!((pain.evidence, pain.note.as_deref()), (Evidence::Claimed, Some("Yes!")));
        assert!(contact.answers.was_asked(&QuestionId::new("since")));
    }

    #[test]
    fn a_day_out_of_reach_is_refused() {
        let mut result = run();
        result.answers[1].value = Some(Value::Date("2300-01-01".parse().unwrap()));
        let Err(FileError::Unreadable(fault)) = read(&write(&result)) else { panic!() };
        assert_eq!(fault.path, "answers[1].value.date");
    }
}
