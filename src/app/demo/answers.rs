//! What is answered at each step of a story, by visitors and to reps: to the questions of the packs
//! and the example, as far as the playbook asks them.

use super::phrases::{NEEDS, PAINS, SITUATIONS, WANTS};
use super::story::{End, Story, Twist, later};
use super::teller::{Teller, Told};
use crate::app::command::Command;
use crate::domain::answer::Evidence;
use crate::domain::money::Money;
use crate::domain::value::{Number, Value};

impl Story<'_> {
    /// What a visitor answers: bands for numbers, and more hope than evidence.
    pub(super) fn self_check(&self, t: &mut Teller<'_>) -> Told {
        let place = self.who.organisation;
        let wrong = self.twist == Twist::Disagreement;
        let employees = if wrong { 60 } else { place.employees };
        t.claim_band("employees", employees)?;
        t.claim_band("field_people", place.field_people())?;
        t.claim("trade", Value::Choice(place.trade.into()))?;
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

    /// The three levels of qualification.
    pub(super) fn qualify(&self, t: &mut Teller<'_>) -> Told {
        self.organisation(t)?;
        t.confirm("need", Value::YesNo(true))?;
        t.confirm("feasible", Value::YesNo(true))?;
        self.decider(t)
    }

    /// Size, trade, industry and country, as a rep finds them out.
    pub(super) fn organisation(&self, t: &mut Teller<'_>) -> Told {
        let place = self.who.organisation;
        t.confirm("employees", number(place.employees))?;
        t.confirm("field_people", number(place.field_people()))?;
        t.confirm("trade", Value::Choice(place.trade.into()))?;
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
    pub(super) fn find_pain(&self, t: &mut Teller<'_>) -> Told {
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
            t.act(Command::SetAmount(Some(self.amount(t))))?;
        }
        Ok(())
    }

    /// Around a hundred dollars a head, in whole thousands.
    fn amount(&self, t: &Teller<'_>) -> Money {
        let thousands = (self.who.organisation.employees / 10).clamp(9, 180);
        Money { minor: i64::from(thousands) * 100_000, currency: t.currency() }
    }

    /// What the exit of Discovery asks for, and some of the money and time.
    pub(super) fn discover(&self, t: &mut Teller<'_>) -> Told {
        for (question, words) in [
            ("situation_notes", t.random.pick(&SITUATIONS)),
            ("needs_notes", t.random.pick(&NEEDS)),
            ("wants_notes", t.random.pick(&WANTS)),
        ] {
            t.confirm(question, Value::Text(words.to_owned()))?;
        }
        let amount = self.amount(t);
        let cost = Money { minor: amount.minor * 3, ..amount };
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

    /// What the exit of Proposal asks for.
    pub(super) fn propose(&self, t: &mut Teller<'_>) -> Told {
        t.document("proposal_sent", Value::Date(t.day()))?;
        t.document("offer_amount", Value::Money(self.amount(t)))?;
        let decision =
            if self.end == End::Open { later(self.today, 9) } else { later(t.day(), 16) };
        t.confirm("expected_close", Value::Date(decision))?;
        t.confirm("budget", Value::Choice("approved".into()))?;
        t.confirm("decider_confirmed", Value::YesNo(true))
    }

    /// Some of the questions of the next gate, for a lead that was not qualified yet.
    pub(super) fn first_answers(&self, t: &mut Teller<'_>) -> Told {
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
}

/// A whole number.
pub(super) fn number(n: u32) -> Value {
    Value::Number(Number::new(f64::from(n)).expect("a whole number is finite"))
}
