//! Looking one contact over for missteps.
//!
//! Owns what each misstep is. The playbook's rules are laid out once for all contacts. Invariant: a
//! contact outside a misstep's group never shows it.

use super::missteps::{Group, MisstepKind, WORKED_ON};
use crate::domain::answer::{Evidence, Given};
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::event::Direction;
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::{Gate, Playbook};
use crate::domain::position::{Level, Position, Standing};
use crate::domain::rules::Rules;
use crate::domain::value::Value;
use crate::domain::when::When;
use chrono::{Days, NaiveDate, TimeDelta, TimeZone};
use std::cell::OnceCell;

/// Of what the next gate asks for, at least one part in so many must be known.
const KNOWN_PART: usize = 3;
/// How many gates there are below Opportunity.
const BELOW_OPPORTUNITY: usize = 2;

/// A playbook, ready to look contacts over by.
#[derive(Debug)]
pub struct Lookout<'a, Z> {
    rules: &'a Rules<'a>,
    gates: Vec<Gate<'a>>,
    /// The questions each gate reads, by their numbers.
    asked: Vec<Vec<usize>>,
    /// Where an opportunity takes one.
    pain: Option<usize>,
    decides: Option<usize>,
    decider_name: Option<usize>,
    today: NaiveDate,
    zone: &'a Z,
}

/// One contact that is looked over.
#[derive(Debug)]
pub struct Seen<'a, Z> {
    lookout: &'a Lookout<'a, Z>,
    contact: &'a Contact,
    /// Laid out once something asks for them: most of those that have ended need none.
    facts: OnceCell<Facts<'a>>,
}

impl<'a, Z: TimeZone> Lookout<'a, Z> {
    /// Gets ready. `today` is the day in `zone`, where the person is.
    pub fn new(rules: &'a Rules<'a>, today: NaiveDate, zone: &'a Z) -> Self {
        let playbook = rules.playbook;
        let gates = playbook.gates();
        let asked: Vec<_> = gates.iter().map(|gate| asked(rules, playbook, gate)).collect();
        let question = |id: &str| rules.question(&QuestionId::from(id));
        let below = || asked.iter().take(BELOW_OPPORTUNITY).flatten();
        let pain = question("pain").filter(|pain| below().any(|number| number == pain));
        let (decides, decider_name) = (question("decides"), question("decider_name"));
        Self { rules, gates, asked, pain, decides, decider_name, today, zone }
    }

    /// Whether the playbook says enough to tell this misstep.
    pub fn can_tell(&self, kind: MisstepKind) -> bool {
        match kind {
            MisstepKind::PainUnconfirmed => self.pain.is_some(),
            MisstepKind::DeciderUnnamed => self.decides.is_some() || self.decider_name.is_some(),
            MisstepKind::LateResponse => self.response_hours().is_some(),
            _ => true,
        }
    }

    fn response_hours(&self) -> Option<u32> {
        self.rules.playbook.cadence.first_response_hours
    }

    /// Looks at a contact.
    pub fn look(&'a self, contact: &'a Contact) -> Seen<'a, Z> {
        Seen { lookout: self, contact, facts: OnceCell::new() }
    }
}

fn asked(rules: &Rules<'_>, playbook: &Playbook, gate: &Gate<'_>) -> Vec<usize> {
    let criteria = gate.criteria.iter().filter_map(|id| playbook.criterion(id));
    let read = playbook.questions_read(criteria.map(|criterion| &criterion.rule));
    let in_use = read.into_iter().filter(|question| question.retired.is_none());
    in_use.filter_map(|question| rules.question(&question.id)).collect()
}

impl<Z: TimeZone> Seen<'_, Z> {
    /// Whether the contact is one of a group.
    pub fn is_in(&self, group: Group) -> bool {
        let level = self.contact.level();
        let open = !self.contact.has_ended();
        match group {
            Group::Everybody => true,
            Group::Open => open,
            Group::OpenLeads => open && level == Level::Lead,
            Group::OpenAboveLead => open && level != Level::Lead,
            Group::OpenOpportunities => open && level == Level::Opportunity,
        }
    }

    /// Whether the contact shows a misstep.
    pub fn shows(&self, kind: MisstepKind) -> bool {
        let contact = self.contact;
        self.is_in(kind.group())
            && self.lookout.can_tell(kind)
            && match kind {
                MisstepKind::AheadOfEvidence => self.is_ahead(),
                MisstepKind::PainUnconfirmed => !self.pain_is_confirmed(),
                MisstepKind::ClaimedOnly => self.is_claimed_only(),
                MisstepKind::DeciderUnnamed => !self.decider_is_named(),
                MisstepKind::LittleKnown => self.is_little_known(),
                MisstepKind::NoNextStep => {
                    contact.task.is_none() && contact.standing == Standing::Active
                }
                MisstepKind::Overdue => self.is_overdue(),
                MisstepKind::NeverTouched => {
                    contact.touches.is_empty() && self.deadline().is_none_or(|day| self.past(day))
                }
                MisstepKind::LateResponse => self.is_answered_late(),
                MisstepKind::NoForecast => {
                    contact.amount.is_none() || contact.expected_close.is_none()
                }
                MisstepKind::ClosePast => contact.expected_close.is_some_and(|day| self.past(day)),
                MisstepKind::HopelessWork => self.is_worked_on_in_vain(),
                MisstepKind::Overridden => contact.journey.overrides() != 0,
            }
    }

    fn facts(&self) -> &Facts<'_> {
        let Lookout { rules, today, .. } = self.lookout;
        let new = || Facts::new(rules, &self.contact.answers, Reading::AsRequired, *today);
        self.facts.get_or_init(new)
    }

    fn given(&self, question: Option<usize>) -> Option<&Given> {
        self.facts().given(question?)
    }

    fn past(&self, day: NaiveDate) -> bool {
        day < self.lookout.today
    }

    fn is_ahead(&self) -> bool {
        let rank = self.lookout.rules.playbook.rank(&self.contact.position);
        let mut below = self.lookout.gates.iter().take(rank).flat_map(|gate| gate.criteria);
        below.any(|id| self.facts().criterion(id) != Outcome::Met)
    }

    fn pain_is_confirmed(&self) -> bool {
        let pain = self.given(self.lookout.pain);
        pain.is_some_and(|given| {
            given.evidence >= Evidence::Confirmed && given.value != Value::YesNo(false)
        })
    }

    fn is_claimed_only(&self) -> bool {
        let facts = self.facts();
        let questions = 0..self.lookout.rules.playbook.questions.len();
        let best = questions.filter_map(|number| Some(facts.given(number)?.evidence)).max();
        best == Some(Evidence::Claimed)
    }

    /// Whether it is known who decides: the contact itself, or somebody by name.
    fn decider_is_named(&self) -> bool {
        let Lookout { rules, decides, decider_name, .. } = self.lookout;
        let is_self = |given: &Given| {
            let question = decides.map(|number| &rules.playbook.questions[number]);
            let id = match &given.value {
                Value::Choice(id) => Some(id),
                Value::Text(words) => question.and_then(|question| question.recognise(words)),
                _ => None,
            };
            id.map(OptionId::as_str) == Some("self")
        };
        let is_name = |given: &Given| match &given.value {
            Value::Text(words) => !words.trim().is_empty(),
            _ => true,
        };
        self.given(*decides).is_some_and(is_self)
            || self.given(*decider_name).is_some_and(is_name)
            || self.contact.stakeholders.iter().any(|other| other.decides)
    }

    /// Questions that may still apply count: what nobody has asked about is not known either.
    fn is_little_known(&self) -> bool {
        let Lookout { rules, asked, .. } = self.lookout;
        let facts = self.facts();
        let Some(asked) = asked.get(rules.playbook.rank(&self.contact.position)) else {
            return false;
        };
        let applies = |number: &&usize| {
            facts.applies(&rules.playbook.questions[**number].id) != Outcome::NotMet
        };
        let of = asked.iter().filter(applies).count();
        let known = asked.iter().filter(applies).filter(|n| facts.given(**n).is_some()).count();
        KNOWN_PART * known < of
    }

    fn is_overdue(&self) -> bool {
        let task = self.contact.task.as_ref().is_some_and(|task| self.past(task.due));
        let back =
            matches!(self.contact.standing, Standing::Nurturing { until, .. } if self.past(until));
        task || back
    }

    /// The day by which the first response is due; none without a cadence, and for a contact that
    /// was not captured here as a lead: then nobody knows when the clock started.
    fn deadline(&self) -> Option<NaiveDate> {
        let hours = self.lookout.response_hours()?;
        let first = self.contact.journey.all().next()?;
        let captured = first.since.filter(|_| first.position == Position::Lead)?;
        match captured {
            _ if self.contact.created != Some(captured) => None,
            When::Day(day) => day.checked_add_days(Days::new(u64::from(hours.div_ceil(24)))),
            When::Instant(at) => {
                let due = at.checked_add_signed(TimeDelta::hours(i64::from(hours)))?;
                Some(When::Instant(due).day(self.lookout.zone))
            }
        }
    }

    /// Somebody was in touch, but it was not us, or not in time.
    fn is_answered_late(&self) -> bool {
        let touches = &self.contact.touches;
        let ours = touches.iter().filter(|touch| touch.direction == Direction::Outbound);
        let first = ours.map(|touch| touch.on).min().unwrap_or(self.lookout.today);
        !touches.is_empty() && self.deadline().is_some_and(|deadline| deadline < first)
    }

    fn is_worked_on_in_vain(&self) -> bool {
        let minutes = self.contact.touches.iter().filter_map(|touch| touch.minutes);
        if minutes.map(u64::from).sum::<u64>() < WORKED_ON {
            return false;
        }
        let playbook = self.lookout.rules.playbook;
        let gates = self.lookout.gates.iter().take(BELOW_OPPORTUNITY);
        let mut ahead = gates.flat_map(|gate| gate.criteria);
        ahead.any(|id| {
            let ends = playbook.criterion(id).is_some_and(|found| found.knock_out.is_some());
            ends && self.facts().criterion(id) == Outcome::NotMet
        })
    }
}
