//! A visitor's run through a playbook, from the first question to the result.
//!
//! Owns which page is shown and the way back. Refuses to know where answers are kept and who is
//! told. Invariant: going back never takes an answer away, and a question that no longer applies
//! is not gone back to.

pub mod ending;
pub mod links;
pub mod prefill;
pub mod wish;

use super::progress;
use super::wizard::{Extent, Run, Step};
use crate::domain::answer::{Answers, Evidence, Given};
use crate::domain::event::By;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Face;
use crate::domain::position::Position;
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::NaiveDate;
use std::sync::Arc;

/// A page of the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// A question.
    Ask(QuestionId),
    /// All answers, to check and change.
    Check,
    /// What they come to.
    Result,
}

/// A visitor's run.
#[derive(Debug, Clone)]
pub struct Visit {
    playbook: Arc<Playbook>,
    answers: Answers,
    screen: Screen,
    trail: Vec<Screen>,
    /// What the page suggests, as it came.
    suggested: Vec<(QuestionId, String)>,
    today: NaiveDate,
}

impl Visit {
    /// A run that goes on from answers given earlier; none for a new one. Answers that the
    /// playbook no longer takes are left out. `at` is now, `today` the day where the visitor is.
    pub fn resume(
        playbook: Arc<Playbook>,
        earlier: impl IntoIterator<Item = (QuestionId, Option<Value>)>,
        finished: bool,
        at: When,
        today: NaiveDate,
    ) -> Self {
        let (answers, screen, trail) = (Answers::default(), Screen::Check, Vec::new());
        let suggested = Vec::new();
        let mut visit = Self { playbook, answers, screen, trail, suggested, today };
        for (question, value) in earlier {
            visit.record(&question, value, at);
        }
        visit.screen = match visit.next() {
            Screen::Check if finished => Screen::Result,
            next => next,
        };
        visit
    }

    /// The day where the visitor is.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The definitions.
    pub fn playbook(&self) -> &Arc<Playbook> {
        &self.playbook
    }

    /// What was answered so far.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The page to show.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// The way through the questions as it stands.
    pub fn run(&self) -> Run<'_> {
        Run {
            playbook: &self.playbook,
            answers: &self.answers,
            face: Face::Visitor,
            position: &Position::Lead,
            extent: Extent::Needed,
            today: self.today,
        }
    }

    /// Every question put so far with its answer, in the playbook's order.
    pub fn given(&self) -> impl Iterator<Item = (&QuestionId, Option<&Value>)> {
        let asked = self.playbook.questions.iter().filter(|q| self.answers.was_asked(&q.id));
        asked.map(|question| {
            (&question.id, self.answers.get(&question.id).map(|given| &given.value))
        })
    }

    /// Answers the question shown and goes on; no value is "I don't know yet".
    pub fn answer(&mut self, question: &QuestionId, value: Option<Value>, at: When) {
        self.record(question, value, at);
        self.go(self.next());
    }

    fn record(&mut self, question: &QuestionId, value: Option<Value>, at: When) {
        let Some(known) = self.playbook.question(question) else { return };
        match value {
            Some(value) if !known.accepts(&value) => {}
            Some(value) if known.refuses(&value, self.today).is_some() => {}
            Some(value) => {
                let (evidence, by, note) = (Evidence::Claimed, By::Visitor, None);
                let given = Given { value, evidence, at, by, note };
                self.answers.record(question.clone(), given);
            }
            None => self.answers.record_unknown(question.clone(), Evidence::Claimed),
        }
    }

    fn next(&self) -> Screen {
        match self.run().next() {
            Step::Ask(question) => Screen::Ask(question),
            Step::Check => Screen::Check,
        }
    }

    /// Goes to another page, leaving this one to come back to.
    pub fn go(&mut self, screen: Screen) {
        self.trail.push(std::mem::replace(&mut self.screen, screen));
    }

    /// The page before this one; none on the first.
    pub fn before(&self) -> Option<Screen> {
        let visited = self.trail.iter().rev().find(|screen| self.still_applies(screen));
        visited.cloned().or_else(|| match &self.screen {
            // The way here is not known, as after a reload: the order of asking stands in for it.
            Screen::Ask(question) => progress::before(&self.run(), question).map(Screen::Ask),
            Screen::Check => self.run().asked().last().map(|last| Screen::Ask(last.id.clone())),
            Screen::Result => Some(Screen::Check),
        })
    }

    /// Goes back one page.
    pub fn back(&mut self) {
        let Some(before) = self.before() else { return };
        while let Some(left) = self.trail.pop() {
            if left == before {
                break;
            }
        }
        self.screen = before;
    }

    fn still_applies(&self, screen: &Screen) -> bool {
        match screen {
            _ if screen == &self.screen => false,
            Screen::Ask(id) => self.run().asked().iter().any(|question| &question.id == id),
            Screen::Check | Screen::Result => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn start() -> Visit {
        let playbook = serde_json::from_str(
            r#"{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,"title":"Tiny",
            "sections":[{"id":"s","title":"S"}],"questions":[
              {"id":"pain","section":"s","title":"Pain","ask":"Pain?","kind":"yes_no"},
              {"id":"age","section":"s","title":"Age","ask":"Age?","kind":"yes_no",
               "when":{"answer":{"question":"pain","is":{"yes":true}}}},
              {"id":"fit","section":"s","title":"Fit","ask":"Fit?","kind":"yes_no"}],
            "criteria":[{"id":"c","title":"C","rule_text":"c","step":"","rule":{"all":[
              {"any":[{"answer":{"question":"pain","is":{"yes":false}}},
                      {"answer":{"question":"age","is":{"yes":true}}}]},
              {"answer":{"question":"fit","is":{"yes":true}}}]}}],
            "gates":{"prospect":["c"],"opportunity":[]}}"#,
        );
        Visit::resume(Arc::new(playbook.unwrap()), [], false, at(), today())
    }

    pub(super) fn at() -> When {
        When::parse("2026-11-21").unwrap()
    }

    pub(super) fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    fn answer(visit: &mut Visit, yes: bool) {
        let Screen::Ask(question) = visit.screen().clone() else { panic!("no question") };
        visit.answer(&question, Some(Value::YesNo(yes)), at());
    }

    pub(super) fn ask(id: &str) -> Screen {
        Screen::Ask(QuestionId::new(id))
    }

    #[test]
    fn back_goes_the_way_one_came_and_keeps_answers() {
        let mut visit = start();
        assert_eq!(visit.before(), None);
        answer(&mut visit, true);
        answer(&mut visit, true);
        assert_eq!(visit.screen(), &ask("fit"));
        visit.back();
        visit.back();
        assert_eq!(visit.screen(), &ask("pain"));
        assert_eq!(visit.before(), None);
        assert_eq!(visit.given().count(), 2);
        answer(&mut visit, true);
        assert_eq!(visit.screen(), &ask("fit"));
    }

    #[test]
    fn a_question_that_no_longer_applies_is_not_gone_back_to() {
        let mut visit = start();
        answer(&mut visit, true);
        answer(&mut visit, true);
        visit.back();
        visit.back();
        answer(&mut visit, false);
        assert_eq!(visit.screen(), &ask("fit"));
        assert_eq!(visit.before(), Some(ask("pain")));
    }

    #[test]
    fn a_change_comes_back_to_the_check() {
        let mut visit = start();
        answer(&mut visit, true);
        answer(&mut visit, true);
        answer(&mut visit, true);
        assert_eq!(visit.screen(), &Screen::Check);
        visit.go(ask("pain"));
        assert_eq!(visit.before(), Some(Screen::Check));
        answer(&mut visit, true);
        assert_eq!(visit.screen(), &Screen::Check);
        visit.go(Screen::Result);
        visit.back();
        assert_eq!(visit.screen(), &Screen::Check);
    }

    #[test]
    fn an_answer_the_playbook_does_not_take_is_asked_again() {
        let mut playbook = (**start().playbook()).clone();
        let accept = r#"{"is":{"yes":true},"message":"It must be so"}"#;
        playbook.questions[0].accept = Some(serde_json::from_str(accept).unwrap());
        let earlier = [(QuestionId::from("pain"), Some(Value::YesNo(false)))];
        let mut visit = Visit::resume(Arc::new(playbook), earlier, false, at(), today());
        assert_eq!(visit.screen(), &ask("pain"));
        answer(&mut visit, false);
        assert_eq!((visit.screen(), visit.given().count()), (&ask("pain"), 0));
        answer(&mut visit, true);
        assert_eq!(visit.screen(), &ask("age"));
    }

    #[test]
    fn a_resumed_run_goes_on_where_it_was() {
        let mut visit = start();
        answer(&mut visit, true);
        let earlier: Vec<_> = visit.given().map(|(q, v)| (q.clone(), v.cloned())).collect();
        let resumed = |extra: Option<(&str, Value)>, finished| {
            let extra = extra.map(|(id, value)| (QuestionId::new(id), Some(value)));
            Visit::resume(
                start().playbook().clone(),
                earlier.clone().into_iter().chain(extra),
                finished,
                at(),
                today(),
            )
        };
        assert_eq!(resumed(None, false).screen(), &ask("age"));
        assert_eq!(resumed(None, true).screen(), &ask("age"));
        assert_eq!(resumed(None, false).before(), Some(ask("pain")));
        assert_eq!(resumed(Some(("age", Value::Scale(3))), false).screen(), &ask("age"));
        assert_eq!(resumed(Some(("gone", Value::YesNo(true))), false).screen(), &ask("age"));
        let whole = earlier
            .iter()
            .cloned()
            .chain(["age", "fit"].map(|id| (QuestionId::new(id), Some(Value::YesNo(true)))));
        let done = Visit::resume(start().playbook().clone(), whole, true, at(), today());
        assert_eq!(done.screen(), &Screen::Result);
        assert_eq!(done.before(), Some(Screen::Check));
    }
}
