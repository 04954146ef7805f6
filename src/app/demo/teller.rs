//! Acting out a story: each action goes through [`decide`], so the made-up past obeys the rules
//! real contacts obey.

use super::answers::number;
use super::fill::next_answer;
use super::random::Random;
use crate::app::command::Command;
use crate::app::decide::decide;
use crate::app::refusal::Refusal;
use crate::app::stamp::Stamp;
use crate::domain::answer::Evidence;
use crate::domain::contact::Contact;
use crate::domain::event::{By, Direction, TouchKind, Touched};
use crate::domain::fold::fold;
use crate::domain::ids::{BatchId, ContactId, QuestionId, ReasonId};
use crate::domain::log::EventLog;
use crate::domain::money::Currency;
use crate::domain::playbook::question::QuestionKind;
use crate::domain::playbook::{Playbook, Reason};
use crate::domain::position::Position;
use crate::domain::value::Value;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};

/// What an action comes to: nothing to say, or why the playbook does not allow it.
pub(super) type Told = Result<(), Refusal>;

/// Tells what happened to one contact.
pub(super) struct Teller<'a> {
    playbook: &'a Playbook,
    /// Chance.
    pub(super) random: &'a mut Random,
    id: ContactId,
    log: EventLog,
    contact: Option<Contact>,
    day: NaiveDate,
    minute: i64,
    /// Who acts.
    pub(super) by: By,
}

impl<'a> Teller<'a> {
    /// Begins a story on a day.
    pub(super) fn new(
        playbook: &'a Playbook,
        random: &'a mut Random,
        id: ContactId,
        day: NaiveDate,
        by: By,
    ) -> Self {
        let log = EventLog::default();
        let mut teller = Self { playbook, random, id, log, contact: None, day, minute: 0, by };
        teller.on(day);
        teller
    }

    /// What was recorded.
    pub(super) fn into_log(self) -> EventLog {
        self.log
    }

    /// The day it is in the story.
    pub(super) fn day(&self) -> NaiveDate {
        self.day
    }

    /// Goes on to a day; nobody works at weekends, so those count as the Friday before.
    pub(super) fn on(&mut self, day: NaiveDate) {
        let back = match day.weekday() {
            Weekday::Sat => 1,
            Weekday::Sun => 2,
            _ => 0,
        };
        let day = day.checked_sub_days(Days::new(back)).unwrap_or(day);
        if day > self.day || self.log.events().is_empty() {
            self.day = day;
            self.minute = i64::from(self.random.between(0, 60));
        }
    }

    /// Carries out a command as one user action, between seven and ten in the morning in
    /// Greenwich: on the same day nearly everywhere.
    pub(super) fn act(&mut self, command: Command) -> Told {
        let kinds = decide(self.playbook, self.contact.as_ref(), command, self.day)?;
        self.minute = (self.minute + i64::from(self.random.between(1, 3))).min(179);
        let seven = self.day.and_time(NaiveTime::MIN) + TimeDelta::hours(7);
        let now = (seven + TimeDelta::minutes(self.minute)).and_utc();
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        let batch = BatchId::new(millis, self.random.bytes());
        let random = &mut || self.random.bytes();
        Stamp { now, by: self.by.clone(), batch, random }.append(&mut self.log, kinds);
        self.contact = fold(self.id, &self.log);
        Ok(())
    }

    /// The currency amounts are in.
    pub(super) fn currency(&self) -> Currency {
        self.playbook.currency.unwrap_or(Currency::USD)
    }

    /// Somewhere a contact of a rep comes from.
    pub(super) fn source(&mut self) -> &'a str {
        let without = ["wizard", "import", "other"];
        let listed = self.playbook.sources.iter().map(|source| source.id.as_str());
        let listed: Vec<_> = listed.filter(|id| !without.contains(id)).collect();
        if listed.is_empty() { "other" } else { self.random.pick(&listed) }
    }

    /// The reason of that id, else the first one there is.
    pub(super) fn reason(
        &self,
        id: &str,
        of: fn(&Playbook) -> &[Reason],
    ) -> Result<ReasonId, Refusal> {
        let listed = of(self.playbook);
        let reason = listed.iter().find(|reason| reason.id.as_str() == id).or(listed.first());
        reason.map(|reason| reason.id.clone()).ok_or(Refusal::UnknownReason)
    }

    /// An answer to a question, if the playbook asks it and takes this answer.
    fn answer(
        &mut self,
        question: &str,
        value: Option<Value>,
        evidence: Evidence,
        note: Option<&str>,
    ) -> Told {
        let (question, note) = (QuestionId::new(question), note.map(str::to_owned));
        let known = self.playbook.question(&question);
        if !known.is_some_and(|q| value.as_ref().is_none_or(|value| q.accepts(value))) {
            return Ok(());
        }
        self.act(Command::Answer { question, value, evidence, note })
    }

    /// A rep confirms an answer.
    pub(super) fn confirm(&mut self, question: &str, value: Value) -> Told {
        self.answer(question, Some(value), Evidence::Confirmed, None)
    }

    /// A rep confirms an answer and writes down the contact's words.
    pub(super) fn quote(&mut self, question: &str, value: Value, words: &str) -> Told {
        self.answer(question, Some(value), Evidence::Confirmed, Some(words))
    }

    /// A document shows it.
    pub(super) fn document(&mut self, question: &str, value: Value) -> Told {
        self.answer(question, Some(value), Evidence::Documented, None)
    }

    /// The contact says so.
    pub(super) fn claim(&mut self, question: &str, value: Value) -> Told {
        self.answer(question, Some(value), Evidence::Claimed, None)
    }

    /// The contact chooses the band a number is in.
    pub(super) fn claim_band(&mut self, question: &str, n: u32) -> Told {
        let known = self.playbook.question(&QuestionId::new(question));
        let band = known.and_then(|question| match &question.kind {
            QuestionKind::Number { bands, .. } => {
                bands.iter().find(|band| band.range.contains(f64::from(n)))
            }
            _ => None,
        });
        self.claim(question, band.map_or_else(|| number(n), |band| Value::Band(band.range)))
    }

    /// Asked, but not known yet.
    pub(super) fn unknown(&mut self, question: &str, evidence: Evidence) -> Told {
        self.answer(question, None, evidence, None)
    }

    /// Confirms what the gate ahead still asks for beside what the story tells.
    pub(super) fn fill(&mut self) -> Told {
        for _ in 0..self.playbook.questions.len() {
            let Some(contact) = &self.contact else { break };
            let next = next_answer(self.playbook, contact, self.day, self.random);
            let Some((question, value)) = next else { break };
            self.confirm(question.as_str(), value)?;
        }
        Ok(())
    }

    /// Moves up one step.
    pub(super) fn rise(&mut self) -> Told {
        self.fill()?;
        let to = self.above()?;
        self.act(Command::Advance(to))
    }

    /// Whether it stands at a step of a story or above it: 1 is Prospect, 2 to 5 are the stages of
    /// the packs, with those of any other playbook spread over them. Where a stage lies between
    /// two steps, `n` says to which it belongs.
    pub(super) fn has_reached(&self, step: usize, n: usize) -> bool {
        let stages = self.playbook.stages_in_use().count();
        let goal = match step {
            0..=2 => step,
            _ => 2 + ((step - 2) * stages.saturating_sub(1) + n % 3) / 3,
        };
        self.rank() >= goal
    }

    /// Moves up one step although something is missing.
    pub(super) fn overrule(&mut self, reason: &str) -> Told {
        let to = self.above()?;
        self.act(Command::Override { to, reason: reason.to_owned() })
    }

    /// Moves back one step.
    pub(super) fn fall(&mut self, reason: &str) -> Told {
        let to = self.step(|rank| rank.checked_sub(1))?;
        self.act(Command::Return { to, reason: reason.to_owned() })
    }

    fn rank(&self) -> usize {
        self.contact.as_ref().map_or(0, |contact| self.playbook.rank(&contact.position))
    }

    fn above(&self) -> Result<Position, Refusal> {
        self.step(|rank| rank.checked_add(1))
    }

    fn step(&self, way: impl Fn(usize) -> Option<usize>) -> Result<Position, Refusal> {
        way(self.rank())
            .and_then(|n| self.playbook.path().get(n).cloned())
            .ok_or(Refusal::NoSuchPosition)
    }

    /// A rep was in touch, on this day.
    pub(super) fn touch(
        &mut self,
        kind: TouchKind,
        direction: Direction,
        minutes: u32,
        note: &str,
    ) -> Told {
        let (on, minutes) = (self.day, (minutes > 0).then_some(minutes));
        self.act(Command::LogTouch(Touched {
            kind,
            direction,
            on,
            minutes,
            note: Some(note.to_owned()),
        }))
    }
}
