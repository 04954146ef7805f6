//! What a visitor wants, and what it makes of the run.
//!
//! Owns what is left to do outside the run. Refuses to know where answers are kept and who is told.
//! Invariant: beginning anew leaves nothing of the run before.

use super::contact::Handover;
use super::{Screen, Visit};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::words::Detail;
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
    /// Type a contact detail.
    Write(Detail, String),
    /// Tick the box beside the consent, or no longer.
    Agree(bool),
    /// Send the contact details with the result.
    Send,
    /// Send again what may not have arrived.
    SendAgain,
    /// Change the contact details before they are sent again.
    Correct,
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
    /// Nothing, and the page stays as it is.
    Stay,
    /// Something is wrong with the contact details: the page says what.
    Refused,
    /// The contact details may go.
    Send,
    /// What may not have arrived is to be sent again.
    SendAgain,
    /// The contact form is there again.
    Correct,
}

impl Visit {
    /// Does what the visitor wants, as far as the run goes.
    pub fn hear(&mut self, wish: Wish, at: When, today: NaiveDate) -> Left {
        match wish {
            Wish::Answer(question, value) => {
                self.answer(&question, value, at);
                self.contact.ask_again();
                Left::Keep
            }
            Wish::Back => {
                self.back();
                Left::Nothing
            }
            Wish::Show(screen) => {
                let left = if screen == Screen::Result { Left::Finish } else { Left::Nothing };
                self.go(screen);
                self.contact.begin();
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
            Wish::Write(detail, typed) => {
                self.contact.write(detail, typed);
                Left::Stay
            }
            Wish::Agree(on) => {
                self.contact.agreed = on;
                Left::Stay
            }
            Wish::Send => match &self.playbook.consent {
                Some(consent) if self.contact.send(consent, at) => Left::Send,
                _ => Left::Refused,
            },
            Wish::SendAgain => {
                self.contact.hear(Handover::Sending, None);
                Left::SendAgain
            }
            Wish::Correct => {
                self.contact.ask_again();
                Left::Correct
            }
        }
    }

    fn start_again(&mut self, at: When, today: NaiveDate) {
        self.contact.forget();
        let (suggested, contact) = (take(&mut self.suggested), take(&mut self.contact));
        *self = Self::resume(self.playbook.clone(), [], false, at, today);
        (self.suggested, self.contact) = (suggested, contact);
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
    fn details_go_when_nothing_is_wrong_and_a_changed_answer_asks_again() {
        let visit = &mut start();
        let consent = r#"{"text":"Keep it.","revision":1,"details":["email"]}"#;
        let mut playbook = (**visit.playbook()).clone();
        playbook.consent = serde_json::from_str(consent).unwrap();
        visit.playbook = playbook.into();
        let pain = &ask("pain");
        check(visit, Wish::Send, Left::Refused, pain);
        check(visit, Wish::Write(Detail::Email, "a@b.example".to_owned()), Left::Stay, pain);
        check(visit, Wish::Send, Left::Refused, pain);
        check(visit, Wish::Agree(true), Left::Stay, pain);
        check(visit, Wish::Send, Left::Send, pain);
        assert_eq!(visit.contact.handover, Some(Handover::Sending));
        visit.contact.hear(Handover::Failed, None);
        check(visit, Wish::SendAgain, Left::SendAgain, pain);
        assert_eq!(visit.contact.handover, Some(Handover::Sending));
        check(visit, Wish::Correct, Left::Correct, pain);
        assert_eq!(visit.contact.handover, None);
        check(visit, Wish::Agree(true), Left::Stay, pain);
        check(visit, Wish::Send, Left::Send, pain);
        check(visit, yes("pain"), Left::Keep, &ask("age"));
        let contact = &visit.contact;
        assert_eq!((contact.handover, contact.agreed), (None, false));
        assert_eq!(contact.typed(Detail::Email), "a@b.example");
        check(visit, Wish::StartAgain, Left::Anew, pain);
        assert_eq!((visit.contact.sent(), visit.contact.typed(Detail::Email)), (None, ""));
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
