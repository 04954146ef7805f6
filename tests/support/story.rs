//! Tells what happened to a contact, one user action at a time, and folds it.
//!
//! Invariant: every action is recorded as an event, so what a test sees is what a workspace sees.

use chrono::NaiveDate;
use ripen::domain::answer::Evidence;
use ripen::domain::contact::Contact;
use ripen::domain::event::{
    Advanced, AmountSet, Answered, Author, Basis, By, Created, Disqualified, Event, EventKind,
    Lost, Returned, Won,
};
use ripen::domain::fold::fold;
use ripen::domain::ids::{AuthorId, BatchId, ContactId, EventId, QuestionId, ReasonId, SourceId};
use ripen::domain::log::EventLog;
use ripen::domain::money::{Currency, Money};
use ripen::domain::position::Position;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;

/// What happened to one contact so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Story {
    log: EventLog,
    today: Option<NaiveDate>,
}

impl Story {
    /// Nothing has happened yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The contact was captured from a source.
    pub(crate) fn captured(source: &str) -> Self {
        let source = Some(SourceId::new(source));
        Self::new().then(EventKind::Created(Created { source }))
    }

    /// What follows happens on this day.
    pub(crate) fn on(mut self, date: &str) -> Self {
        self.today = Some(day(date));
        self
    }

    /// One more user action of a rep.
    pub(crate) fn then(self, kind: EventKind) -> Self {
        self.by(&rep(), kind)
    }

    fn by(mut self, by: &By, kind: EventKind) -> Self {
        let id = EventId::after(self.log.last_id(), 1_795_000_000_000, [0; 10]);
        let at = When::Day(self.today.unwrap_or_else(|| day("2026-11-21")));
        let batch = BatchId::new(id.millis(), [1; 10]);
        self.log.push(Event { id, at, by: by.clone(), batch, kind });
        self
    }

    /// A visitor answered a question.
    pub(crate) fn claimed(self, question: &str, value: Value) -> Self {
        self.by(&By::Visitor, answered(question, value, Evidence::Claimed))
    }

    /// A visitor answered several questions.
    pub(crate) fn claimed_all(self, answers: &[(&str, Value)]) -> Self {
        answers.iter().fold(self, |story, (question, value)| story.claimed(question, value.clone()))
    }

    /// A rep confirmed an answer.
    pub(crate) fn confirmed(self, question: &str, value: Value) -> Self {
        self.then(answered(question, value, Evidence::Confirmed))
    }

    /// A rep confirmed several answers.
    pub(crate) fn confirmed_all(self, answers: &[(&str, Value)]) -> Self {
        let confirm = |story: Self, (question, value): &(&str, Value)| {
            story.confirmed(question, value.clone())
        };
        answers.iter().fold(self, confirm)
    }

    /// Moved up.
    pub(crate) fn advanced(self, to: &str) -> Self {
        self.then(EventKind::Advanced(Advanced { to: position(to), basis: basis() }))
    }

    /// Moved back.
    pub(crate) fn returned(self, to: &str) -> Self {
        let reason = "it was too early".to_owned();
        self.then(EventKind::Returned(Returned { to: position(to), reason }))
    }

    /// The deal was won.
    pub(crate) fn won(self) -> Self {
        self.then(EventKind::Won(Won { basis: basis(), reason: None }))
    }

    /// The deal was lost.
    pub(crate) fn lost(self) -> Self {
        let reason = ReasonId::new("competitor");
        self.then(EventKind::Lost(Lost { reason, note: None }))
    }

    /// Ended as unsuitable.
    pub(crate) fn disqualified(self) -> Self {
        let reason = ReasonId::new("too_small");
        self.then(EventKind::Disqualified(Disqualified { reason, note: None }))
    }

    /// The deal is worth so many dollars.
    pub(crate) fn worth(self, dollars: i64) -> Self {
        let amount = Some(usd(dollars));
        self.then(EventKind::AmountSet(AmountSet { amount }))
    }

    /// What was recorded so far.
    pub(crate) fn log(&self) -> EventLog {
        self.log.clone()
    }

    /// The contact as it stands now.
    pub(crate) fn contact(&self) -> Contact {
        fold(ContactId::new(0, [0; 10]), &self.log).expect("something has happened")
    }
}

/// A rep.
pub(crate) fn rep() -> By {
    By::Rep(Author { id: AuthorId::new("author-1"), name: "Robin".to_owned() })
}

fn answered(question: &str, value: Value, evidence: Evidence) -> EventKind {
    let question = QuestionId::new(question);
    EventKind::Answered(Answered { question, value: Some(value), evidence, note: None, from: None })
}

fn basis() -> Basis {
    Basis { playbook: super::pack().reference(), criteria: Vec::new() }
}

/// A position from its JSON form.
pub(crate) fn position(text: &str) -> Position {
    Position::parse(text).expect("a position")
}

/// A day from its JSON form.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Whole dollars.
pub(crate) fn usd(dollars: i64) -> Money {
    Money { minor: dollars * 100, currency: Currency::USD }
}

/// The answer Yes or No.
pub(crate) fn yes_no(yes: bool) -> Value {
    Value::YesNo(yes)
}

/// An answer in figures.
pub(crate) fn number(number: f64) -> Value {
    Value::Number(Number::new(number).expect("a finite number"))
}

/// A chosen option.
pub(crate) fn choice(option: &str) -> Value {
    Value::Choice(option.into())
}

/// An answer in words.
pub(crate) fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// An answer in dollars.
pub(crate) fn dollars(dollars: i64) -> Value {
    Value::Money(usd(dollars))
}

/// What the gate to Prospect asks for.
pub(crate) fn organisation() -> Vec<(&'static str, Value)> {
    vec![
        ("employees", number(240.0)),
        ("industry", choice("healthcare")),
        ("country", choice("BE")),
        ("need", yes_no(true)),
        ("feasible", yes_no(true)),
        ("decides", choice("self")),
    ]
}
