//! A workspace with one contact, worked on by a rep, one command at a time.

use super::story::rep;
use super::{pack, today};
use chrono::DateTime;
use ripen::app::command::Command;
use ripen::app::refusal::Refusal;
use ripen::app::stamp::Stamp;
use ripen::app::workspace::{Deed, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::contact::Contact;
use ripen::domain::event::Field;
use ripen::domain::ids::{BatchId, ContactId, QuestionId};
use ripen::domain::playbook::Playbook;
use ripen::domain::value::{Number, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A workspace with a clock that ticks once an action.
#[derive(Debug)]
pub(crate) struct Desk {
    /// Everything in it.
    pub(crate) workspace: Workspace,
    /// The contact that is worked on.
    pub(crate) id: ContactId,
    millis: i64,
}

const START: i64 = 1_795_297_664_000;

impl Desk {
    /// Without a contact.
    pub(crate) fn empty() -> Self {
        let id = ContactId::new(1, [1; 10]);
        Self { workspace: Workspace::new(Arc::new(pack().clone())), id, millis: START }
    }

    /// With a lead named Mina.
    pub(crate) fn with_lead() -> Self {
        Self::with_lead_in(pack().clone())
    }

    /// With a lead named Mina, judged by a playbook of one's own.
    pub(crate) fn with_lead_in(playbook: Playbook) -> Self {
        let mut desk = Self { workspace: Workspace::new(Arc::new(playbook)), ..Self::empty() };
        desk.run(Command::Create(BTreeMap::from([(Field::Person, "Mina".to_owned())])))
            .expect("a lead");
        desk
    }

    /// One user action of a rep.
    pub(crate) fn stamped<T>(
        &mut self,
        act: impl FnOnce(&mut Workspace, &mut Stamp<'_>) -> T,
    ) -> T {
        self.millis += 1;
        let millis = u64::try_from(self.millis).expect("after 1970");
        let mut random = || [7; 10];
        let mut stamp = Stamp {
            now: DateTime::from_timestamp_millis(self.millis).expect("in reach"),
            by: rep(),
            batch: BatchId::new(millis, [9; 10]),
            random: &mut random,
        };
        act(&mut self.workspace, &mut stamp)
    }

    /// Carries out a command on the contact.
    pub(crate) fn run(&mut self, command: Command) -> Result<Deed, Refusal> {
        let id = self.id;
        self.stamped(|workspace, stamp| workspace.run_all(id, vec![command], today(), stamp))
    }

    /// Confirms an answer.
    pub(crate) fn answer(&mut self, question: &str, value: Value) {
        let command = Command::Answer {
            question: QuestionId::from(question),
            value: Some(value),
            evidence: Evidence::Confirmed,
            note: None,
        };
        self.run(command).expect("an answer");
    }

    /// Answers all that both gates below Opportunity ask.
    pub(crate) fn qualify(&mut self) {
        self.answer("employees", Value::Number(Number::new(240.0).expect("finite")));
        for (question, option) in [
            ("industry", "healthcare"),
            ("country", "GB"),
            ("decides", "self"),
            ("priority", "first"),
        ] {
            self.answer(question, Value::Choice(option.into()));
        }
        for question in ["need", "feasible", "pain", "situation"] {
            self.answer(question, Value::YesNo(true));
        }
        self.answer("problem_age", Value::Number(Number::new(0.5).expect("finite")));
    }

    /// The contact as it stands.
    pub(crate) fn contact(&self) -> &Contact {
        self.workspace.contact(self.id).expect("the contact is there")
    }
}
