//! A contact's handoff as it stands: to whom, and what came of it.
//!
//! Invariant: only the last one counts, and only what was answered after it.

use super::event::{By, Event, HandedOver, SentBack};
use super::ids::ReasonId;
use super::when::When;
use chrono::{TimeDelta, Utc};

/// A contact handed over to somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Handoff {
    /// Whom to.
    pub to: String,
    /// What that person should know.
    pub note: Option<String>,
    /// When.
    pub at: When,
    /// By whom.
    pub by: By,
    /// What came of it.
    pub reply: Option<Reply>,
}

/// The answer to a handoff.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// When.
    pub at: When,
    /// By whom.
    pub by: By,
    /// Why it was sent back; none where it was accepted.
    pub sent_back: Option<Why>,
}

/// Why a handoff was sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// A reason of the playbook.
    pub reason: Option<ReasonId>,
    /// In words.
    pub note: Option<String>,
}

impl Handoff {
    /// What was just handed over.
    pub(super) fn new(handed: &HandedOver, event: &Event) -> Self {
        let HandedOver { to, note } = handed.clone();
        Self { to, note, at: event.at, by: event.by.clone(), reply: None }
    }

    /// Notes that it was accepted, or sent back.
    pub(super) fn answer(&mut self, sent_back: Option<&SentBack>, event: &Event) {
        let sent_back = sent_back.cloned().map(|SentBack { reason, note }| Why { reason, note });
        self.reply = Some(Reply { at: event.at, by: event.by.clone(), sent_back });
    }

    /// Whether it is neither accepted nor sent back.
    pub fn is_waiting(&self) -> bool {
        self.reply.is_none()
    }

    /// Whether it was sent back.
    pub fn is_sent_back(&self) -> bool {
        self.reply.as_ref().is_some_and(|reply| reply.sent_back.is_some())
    }

    /// How long the answer took, never less than nothing; none while there is none. Days alone are
    /// counted as days.
    pub fn answered_after(&self) -> Option<TimeDelta> {
        let took = match (self.at, self.reply.as_ref()?.at) {
            (When::Instant(from), When::Instant(to)) => to - from,
            (from, to) => to.day(&Utc) - from.day(&Utc),
        };
        Some(took.max(TimeDelta::zero()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(at: &str, answered: Option<&str>, expected: Option<TimeDelta>) {
        let when = |text| When::parse(text).unwrap();
        let reply = answered.map(|at| Reply { at: when(at), by: By::Visitor, sent_back: None });
        let (to, note) = ("Sam".to_owned(), None);
        let handoff = Handoff { to, note, at: when(at), by: By::Visitor, reply };
        assert_eq!(handoff.answered_after(), expected, "{at} {answered:?}");
    }

    #[test]
    fn an_answer_takes_as_long_as_it_takes() {
        check("2026-11-21T09:00:00Z", None, None);
        check("2026-11-21T09:00:00Z", Some("2026-11-21T11:30:00Z"), Some(TimeDelta::minutes(150)));
        check("2026-11-21T09:00:00Z", Some("2026-11-21T08:00:00Z"), Some(TimeDelta::zero()));
        check("2026-11-21", Some("2026-11-23"), Some(TimeDelta::days(2)));
        check("2026-11-21T23:00:00Z", Some("2026-11-22"), Some(TimeDelta::days(1)));
    }
}
