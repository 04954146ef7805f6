//! What a visitor wants, and what it makes of the run.
//!
//! Owns what is left to do outside the run. Refuses to know where answers are kept and who is told.
//! Invariant: beginning anew leaves nothing of the run before.

use super::{Screen, Visit};
use crate::domain::ids::QuestionId;
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::NaiveDate;
use std::mem::take;

/// What a visitor wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Answer a question; no value is "I don't know yet".
    Answer(QuestionId, Option<Value>),
    /// Go back one page.
    Back,
    /// Go to a page.
    Show(Screen),
    /// Begin anew.
    StartAgain,
    /// Begin anew, and keep nothing on this device any more.
    Forget,
}

/// What is left to do outside the run once a wish is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Nothing.
    Nothing,
    /// There is an answer to keep.
    Keep,
    /// The run is finished: its result is to be told and kept.
    Finish,
    /// The run began anew: what was kept of the one before goes.
    Anew,
    /// The same, and nothing is kept from now on.
    Forget,
}

impl Visit {
    /// Does what the visitor wants, as far as the run goes.
    pub fn hear(&mut self, wish: Wish, at: When, today: NaiveDate) -> Left {
        match wish {
            Wish::Answer(question, value) => {
                self.answer(&question, value, at);
                Left::Keep
            }
            Wish::Back => {
                self.back();
                Left::Nothing
            }
            Wish::Show(screen) => {
                let left = if screen == Screen::Result { Left::Finish } else { Left::Nothing };
                self.go(screen);
                left
            }
            Wish::StartAgain => {
                self.start_again(at, today);
                Left::Anew
            }
            Wish::Forget => {
                self.start_again(at, today);
                Left::Forget
            }
        }
    }

    fn start_again(&mut self, at: When, today: NaiveDate) {
        let suggested = take(&mut self.suggested);
        *self = Self::resume(self.playbook.clone(), [], false, at, today);
        self.suggested = suggested;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ask, at, start, today};
    use super::*;

    /// What is left to do and which page is shown after a wish.
    fn check(visit: &mut Visit, wish: Wish, left: Left, screen: &Screen) {
        let said = format!("{wish:?}");
        assert_eq!(visit.hear(wish, at(), today()), left, "{said}");
        assert_eq!(visit.screen(), screen, "{said}");
    }

    fn yes(question: &str) -> Wish {
        Wish::Answer(question.into(), Some(Value::YesNo(true)))
    }

    #[test]
    fn answers_are_kept_and_the_result_finishes() {
        let visit = &mut start();
        check(visit, yes("pain"), Left::Keep, &ask("age"));
        check(visit, Wish::Answer("age".into(), None), Left::Keep, &ask("fit"));
        check(visit, Wish::Back, Left::Nothing, &ask("age"));
        check(visit, Wish::Show(ask("fit")), Left::Nothing, &ask("fit"));
        check(visit, yes("fit"), Left::Keep, &Screen::Check);
        check(visit, Wish::Show(Screen::Result), Left::Finish, &Screen::Result);
        check(visit, Wish::Show(Screen::Check), Left::Nothing, &Screen::Check);
    }

    #[test]
    fn beginning_anew_leaves_nothing_of_the_run_before() {
        for (wish, left) in [(Wish::StartAgain, Left::Anew), (Wish::Forget, Left::Forget)] {
            let visit = &mut start();
            check(visit, yes("pain"), Left::Keep, &ask("age"));
            check(visit, wish, left, &ask("pain"));
            assert_eq!((visit.given().count(), visit.before()), (0, None));
        }
    }
}
