//! The stories: how a contact comes in, is qualified, becomes an opportunity and ends.

use super::answers::number;
use super::people::Person;
use super::phrases::{PAINS, PARTINGS, SITUATIONS, STEPS, TOUCHES, TRIES};
use super::teller::{Teller, Told};
use crate::app::command::Command;
use crate::domain::event::{By, Direction, Engaged, EngagementKind, Field, TouchKind};
use crate::domain::value::Value;
use chrono::{Days, NaiveDate};

/// How a story ends, with a reason of the playbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It goes on.
    Open,
    /// It waits.
    Nurturing(&'static str),
    /// It was unsuitable.
    Disqualified(&'static str),
    /// It was lost.
    Lost(&'static str),
    /// It was won.
    Won,
}

/// What is out of the ordinary in a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Twist {
    /// Nothing.
    None,
    /// The contact filled in the self-check on the website; nobody has been in touch.
    Visitor,
    /// What the visitor claimed and what the rep found out differ.
    Disagreement,
    /// A prospect although nobody knows who decides.
    OverruleDecider,
    /// An opportunity although the problem is old.
    OverruleInterest,
    /// A proposal although not everybody is known.
    OverruleStakeholders,
    /// A win although the delivery is not settled.
    OverruleLogistics,
    /// Its evidence stopped holding.
    Ahead,
    /// It moved back.
    Returned,
    /// It was lost once before.
    Reopened,
}

/// One story to tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Story<'a> {
    /// Whose it is.
    pub(super) who: Person,
    /// How many steps above Lead it comes.
    pub(super) reach: usize,
    /// How it ends.
    pub(super) end: End,
    /// What is out of the ordinary.
    pub(super) twist: Twist,
    /// The day of each step, the capture first, the end last.
    pub(super) days: &'a [NaiveDate],
    /// Today.
    pub(super) today: NaiveDate,
}

/// What a contact did to become known, by its source.
fn engagement(source: &str) -> Option<EngagementKind> {
    match source {
        "content_download" => Some(EngagementKind::Download),
        "demo_request" | "newsletter" => Some(EngagementKind::SignUp),
        "webinar" | "event" => Some(EngagementKind::Attended),
        "website" => Some(EngagementKind::Visit),
        _ => None,
    }
}

impl Story<'_> {
    /// Acts it out.
    pub(super) fn tell(&self, t: &mut Teller<'_>) -> Told {
        self.capture(t)?;
        for step in 1..=self.reach {
            t.on(self.day(step));
            if t.random.chance(80) {
                Self::talk(t)?;
            }
            match step {
                1 => self.qualify(t)?,
                2 => self.find_pain(t)?,
                3 => t.confirm("discovery_meeting", Value::Date(later(t.day(), 6)))?,
                4 => self.discover(t)?,
                _ => self.propose(t)?,
            }
            if !t.has_reached(step, self.who.n) {
                self.rise(t, step)?;
            }
            while !t.has_reached(step, self.who.n) {
                t.rise()?;
            }
        }
        if let Some(last) = self.days.last() {
            t.on(*last);
        }
        self.finish(t)
    }

    fn day(&self, step: usize) -> NaiveDate {
        self.days.get(step).copied().unwrap_or(self.today)
    }

    fn claimed_first(&self) -> bool {
        matches!(self.twist, Twist::Visitor | Twist::Disagreement)
    }

    fn capture(&self, t: &mut Teller<'_>) -> Told {
        if self.claimed_first() {
            let rep = std::mem::replace(&mut t.by, By::Visitor);
            t.act(Command::Create(self.who.fields("wizard")))?;
            self.self_check(t)?;
            t.by = rep;
        } else {
            let source = t.source();
            t.act(Command::Create(self.who.fields(source)))?;
            if let Some(kind) = engagement(source) {
                t.act(Command::LogEngagement(Engaged { kind, on: t.day(), note: None }))?;
            }
        }
        if self.twist == Twist::Visitor {
            return Ok(());
        }
        let owner = Field::map([(Field::Owner, self.who.owner().name)]);
        t.act(Command::SetFields(owner))
    }

    fn talk(t: &mut Teller<'_>) -> Told {
        let kinds = [TouchKind::Call, TouchKind::Call, TouchKind::Email, TouchKind::Meeting];
        let direction = if t.random.chance(75) { Direction::Outbound } else { Direction::Inbound };
        let (kind, note) = (t.random.pick(&kinds), t.random.pick(&TOUCHES));
        let minutes = if kind == TouchKind::Email { 0 } else { t.random.between(2, 9) * 5 };
        t.touch(kind, direction, minutes, note)
    }

    fn rise(&self, t: &mut Teller<'_>, step: usize) -> Told {
        match (self.twist, step) {
            (Twist::OverruleDecider, 1) => {
                t.overrule("Three directors decide together; we get the names at the next meeting.")
            }
            (Twist::OverruleInterest, 2) => {
                t.overrule("Old problem, but their new director has made it the goal of the year.")
            }
            (Twist::OverruleStakeholders, 4) => t.overrule(
                "They asked for prices before the summer break. Mapping the rest in parallel.",
            ),
            _ => t.rise(),
        }
    }

    fn finish(&self, t: &mut Teller<'_>) -> Told {
        match self.end {
            End::Open => self.go_on(t),
            End::Nurturing(reason) => {
                self.first_answers(t)?;
                Self::talk(t)?;
                let until = later(self.today, u64::from(t.random.between(0, 90)));
                let until = until.max(later(t.day(), 1));
                let reason = t.reason(reason, |playbook| &playbook.reasons.nurture)?;
                t.act(Command::Nurture { until, reason: Some(reason) })
            }
            End::Disqualified(reason) => self.disqualify(t, reason),
            End::Lost(reason) => Self::lose(t, reason),
            End::Won => {
                t.confirm("terms_agreed", Value::YesNo(true))?;
                t.document("contract_signed", Value::Date(t.day()))?;
                if self.twist == Twist::OverruleLogistics {
                    let reason = "Signed today; the start is agreed with their IT next week.";
                    return t.act(Command::Win { reason: Some(reason.to_owned()) });
                }
                t.confirm("logistics_agreed", Value::YesNo(true))?;
                t.fill()?;
                t.act(Command::Win { reason: None })
            }
        }
    }

    fn go_on(&self, t: &mut Teller<'_>) -> Told {
        if self.twist == Twist::Visitor {
            return Ok(());
        }
        self.first_answers(t)?;
        match self.twist {
            Twist::Ahead => t.quote(
                "priority",
                Value::Choice("later".into()),
                "Two other projects come first now, honestly.",
            )?,
            Twist::Returned => t.fall("It was too early: what they told us did not hold.")?,
            Twist::Reopened => {
                Self::lose(t, "no_decision")?;
                t.on(later(t.day(), 20).min(before(self.today, 2)));
                t.act(Command::Reopen)?;
            }
            _ if self.reach == 1 && t.random.chance(60) => {
                let (words, years) = (t.random.pick(&PAINS), t.random.between(1, 7));
                t.quote("pain", Value::YesNo(true), words)?;
                t.confirm("problem_age", number(years))?;
            }
            _ if self.reach == 3 && t.random.chance(60) => {
                let words = t.random.pick(&SITUATIONS);
                t.confirm("situation_notes", Value::Text(words.to_owned()))?;
            }
            _ => {}
        }
        if t.random.chance(75) {
            Self::talk(t)?;
        }
        // One in six has no next step: that is what a rep should notice.
        if t.random.chance(83) {
            let steps = STEPS[self.reach.min(STEPS.len() - 1)];
            let note = t.random.pick(&steps).to_owned();
            let due = later(before(self.today, 6), u64::from(t.random.between(0, 18)));
            t.act(Command::SetTask { due, note })?;
        }
        Ok(())
    }

    fn disqualify(&self, t: &mut Teller<'_>, reason: &str) -> Told {
        match reason {
            "unreachable" => {
                for note in TRIES {
                    t.touch(TouchKind::Call, Direction::Outbound, 0, note)?;
                }
            }
            "no_need" => {
                self.organisation(t)?;
                t.confirm("need", Value::YesNo(false))?;
            }
            "too_small" | "wrong_industry" | "wrong_region" => self.organisation(t)?,
            "no_fit" => t.confirm("situation", Value::YesNo(false))?,
            _ => Self::talk(t)?,
        }
        let reason = t.reason(reason, |playbook| &playbook.reasons.disqualify)?;
        let note = Self::parting(t);
        t.act(Command::Disqualify { reason, note })
    }

    fn lose(t: &mut Teller<'_>, reason: &str) -> Told {
        Self::talk(t)?;
        let reason = t.reason(reason, |playbook| &playbook.reasons.lose)?;
        let note = Self::parting(t);
        t.act(Command::Lose { reason, note })
    }

    fn parting(t: &mut Teller<'_>) -> Option<String> {
        t.random.chance(40).then(|| t.random.pick(&PARTINGS).to_owned())
    }
}

/// A day so many days after another.
pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
