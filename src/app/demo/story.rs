//! The stories: how a contact comes in, is qualified, becomes an opportunity and ends.

use super::people::Person;
use super::phrases::{NEEDS, PAINS, PARTINGS, SITUATIONS, STEPS, TOUCHES, TRIES, WANTS};
use super::teller::{Teller, Told};
use crate::app::command::Command;
use crate::domain::answer::Evidence;
use crate::domain::event::{By, Direction, Field, TouchKind};
use crate::domain::ids::ReasonId;
use crate::domain::money::{Currency, Money};
use crate::domain::range::Range;
use crate::domain::value::{Number, Value};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

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

impl Story<'_> {
    /// Acts it out.
    pub(super) fn tell(&self, t: &mut Teller<'_>) -> Told {
        self.capture(t)?;
        for step in 1..=self.reach {
            t.on(self.day(step));
            if t.random.chance(80) {
                self.talk(t)?;
            }
            match step {
                1 => self.qualify(t)?,
                2 => self.find_pain(t)?,
                3 => t.confirm("discovery_meeting", Value::Date(later(t.day(), 6)))?,
                4 => self.discover(t)?,
                _ => self.propose(t)?,
            }
            self.rise(t, step)?;
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
            let sources = [
                "website",
                "webinar",
                "event",
                "referral",
                "cold_outreach",
                "content_download",
                "partner",
            ];
            let source = t.random.pick(&sources);
            t.act(Command::Create(self.who.fields(source)))?;
        }
        if self.twist == Twist::Visitor {
            return Ok(());
        }
        let owner = BTreeMap::from([(Field::Owner, self.who.owner().name)]);
        t.act(Command::SetFields(owner))
    }

    /// What a visitor answers: bands for numbers, and more hope than proof.
    fn self_check(&self, t: &mut Teller<'_>) -> Told {
        let place = self.who.organisation;
        let wrong = self.twist == Twist::Disagreement;
        let employees = if wrong { band(50.0, Some(99.0)) } else { self.band() };
        t.claim("employees", employees)?;
        t.claim("industry", Value::Choice(place.industry.into()))?;
        t.claim("country", Value::Choice(place.country.into()))?;
        t.claim("need", Value::YesNo(true))?;
        t.claim("feasible", Value::YesNo(true))?;
        if t.random.chance(60) {
            t.claim("decides", Value::Choice("self".into()))?;
        } else {
            t.unknown("decides", Evidence::Claimed)?;
        }
        t.claim("pain", Value::YesNo(!wrong))?;
        if !wrong && t.random.chance(70) {
            let years = t.random.between(1, 4);
            t.claim("problem_age", number(years))?;
            t.claim("priority", Value::Choice("top_three".into()))?;
            t.claim("situation", Value::YesNo(true))?;
        }
        Ok(())
    }

    fn band(&self) -> Value {
        match self.who.organisation.employees {
            0..=9 => band(1.0, Some(9.0)),
            10..=49 => band(10.0, Some(49.0)),
            50..=99 => band(50.0, Some(99.0)),
            100..=249 => band(100.0, Some(249.0)),
            250..=999 => band(250.0, Some(999.0)),
            1_000..=4_999 => band(1_000.0, Some(4_999.0)),
            _ => band(5_000.0, None),
        }
    }

    fn talk(&self, t: &mut Teller<'_>) -> Told {
        let kinds = [TouchKind::Call, TouchKind::Call, TouchKind::Email, TouchKind::Meeting];
        let direction = if t.random.chance(75) { Direction::Outbound } else { Direction::Inbound };
        let (kind, note) = (t.random.pick(&kinds), t.random.pick(&TOUCHES));
        let minutes = if kind == TouchKind::Email { 0 } else { t.random.between(2, 9) * 5 };
        t.touch(kind, direction, minutes, note)
    }

    /// The three levels of qualification.
    fn qualify(&self, t: &mut Teller<'_>) -> Told {
        self.organisation(t)?;
        t.confirm("need", Value::YesNo(true))?;
        t.confirm("feasible", Value::YesNo(true))?;
        self.decider(t)
    }

    fn organisation(&self, t: &mut Teller<'_>) -> Told {
        let place = self.who.organisation;
        t.confirm("employees", number(place.employees))?;
        t.confirm("industry", Value::Choice(place.industry.into()))?;
        t.confirm("country", Value::Choice(place.country.into()))
    }

    fn decider(&self, t: &mut Teller<'_>) -> Told {
        if self.twist == Twist::OverruleDecider {
            return t.confirm("decides", Value::Choice("group".into()));
        }
        if t.random.chance(55) {
            return t.confirm("decides", Value::Choice("self".into()));
        }
        t.confirm("decides", Value::Choice("someone_else".into()))?;
        let deciders = [
            "The managing director",
            "Dr Weston, head of finance",
            "Ms Arnaud, who runs the region",
        ];
        let decider = t.random.pick(&deciders);
        t.confirm("decider_name", Value::Text(decider.to_owned()))
    }

    /// Pain, interest and fit.
    fn find_pain(&self, t: &mut Teller<'_>) -> Told {
        let words = t.random.pick(&PAINS);
        t.quote("pain", Value::YesNo(true), words)?;
        if self.twist == Twist::OverruleInterest {
            t.confirm("problem_age", number(11))?;
            t.confirm("urgent", Value::YesNo(false))?;
        } else {
            let years = t.random.between(1, 4);
            t.confirm("problem_age", number(years))?;
        }
        let priority = if t.random.chance(40) { "first" } else { "top_three" };
        t.confirm("priority", Value::Choice(priority.into()))?;
        t.confirm("situation", Value::YesNo(true))?;
        if t.random.chance(85) {
            t.act(Command::SetAmount(Some(self.amount())))?;
        }
        Ok(())
    }

    /// Around a hundred dollars a head, in whole thousands.
    fn amount(&self) -> Money {
        let thousands = (self.who.organisation.employees / 10).clamp(9, 180);
        Money { minor: i64::from(thousands) * 100_000, currency: Currency::USD }
    }

    fn discover(&self, t: &mut Teller<'_>) -> Told {
        for (question, words) in [
            ("situation_notes", t.random.pick(&SITUATIONS)),
            ("needs_notes", t.random.pick(&NEEDS)),
            ("wants_notes", t.random.pick(&WANTS)),
        ] {
            t.confirm(question, Value::Text(words.to_owned()))?;
        }
        let cost = Money { minor: self.amount().minor * 3, ..self.amount() };
        t.confirm("pain_cost", Value::Money(cost))?;
        if self.twist != Twist::OverruleStakeholders {
            t.confirm("stakeholders_mapped", Value::YesNo(true))?;
        }
        let budget = if t.random.chance(50) { "earmarked" } else { "requested" };
        t.confirm("budget", Value::Choice(budget.into()))?;
        if t.random.chance(60) {
            t.confirm("purchase_within", Value::Choice("90_days".into()))?;
        }
        Ok(())
    }

    fn propose(&self, t: &mut Teller<'_>) -> Told {
        t.document("proposal_sent", Value::Date(t.day()))?;
        t.document("offer_amount", Value::Money(self.amount()))?;
        let decision =
            if self.end == End::Open { later(self.today, 9) } else { later(t.day(), 16) };
        t.confirm("expected_close", Value::Date(decision))?;
        t.confirm("budget", Value::Choice("approved".into()))?;
        t.confirm("decider_confirmed", Value::YesNo(true))
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
                self.talk(t)?;
                let until = later(self.today, u64::from(t.random.between(0, 90)));
                let until = until.max(later(t.day(), 1));
                t.act(Command::Nurture { until, reason: Some(ReasonId::new(reason)) })
            }
            End::Disqualified(reason) => self.disqualify(t, reason),
            End::Lost(reason) => self.lose(t, reason),
            End::Won => {
                t.confirm("terms_agreed", Value::YesNo(true))?;
                t.document("contract_signed", Value::Date(t.day()))?;
                if self.twist == Twist::OverruleLogistics {
                    let reason = "Signed today; the start is agreed with their IT next week.";
                    return t.act(Command::Win { reason: Some(reason.to_owned()) });
                }
                t.confirm("logistics_agreed", Value::YesNo(true))?;
                t.act(Command::Win { reason: None })
            }
        }
    }

    /// Some of the questions of the next gate, for a lead that was not qualified yet.
    fn first_answers(&self, t: &mut Teller<'_>) -> Told {
        if self.reach > 0 || !t.random.chance(80) {
            return Ok(());
        }
        self.organisation(t)?;
        if t.random.chance(50) {
            t.confirm("need", Value::YesNo(true))?;
        }
        if t.random.chance(40) {
            t.unknown("decides", Evidence::Confirmed)?;
        }
        Ok(())
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
                self.lose(t, "no_decision")?;
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
            self.talk(t)?;
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
            _ => self.talk(t)?,
        }
        self.end_with(t, |reason, note| Command::Disqualify { reason, note }, reason)
    }

    fn lose(&self, t: &mut Teller<'_>, reason: &str) -> Told {
        self.talk(t)?;
        self.end_with(t, |reason, note| Command::Lose { reason, note }, reason)
    }

    fn end_with(
        &self,
        t: &mut Teller<'_>,
        end: fn(ReasonId, Option<String>) -> Command,
        reason: &str,
    ) -> Told {
        let note = t.random.chance(40).then(|| t.random.pick(&PARTINGS).to_owned());
        t.act(end(ReasonId::new(reason), note))
    }
}

fn number(n: u32) -> Value {
    // Whole numbers of this size are finite.
    Number::new(f64::from(n)).map_or(Value::YesNo(true), Value::Number)
}

fn band(from: f64, to: Option<f64>) -> Value {
    Value::Band(Range { from: Some(from), to, ..Range::default() })
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
