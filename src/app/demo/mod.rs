//! Made-up contacts with a past, for looking around: on every level, in every stage and standing.
//! They send technicians to customers, as in the playbook `example`.
//!
//! Owns who they are and what happened to them. Refuses to make up what the rules forbid: every
//! action goes through [`decide`](super::decide::decide). Invariant: the same playbook, day and
//! ids give the same histories, and nothing in them lies after yesterday but what is planned.

mod answers;
mod fill;
mod people;
mod phrases;
mod random;
mod story;
mod teller;

use crate::domain::event::By;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use chrono::{Days, NaiveDate};
use people::{Person, fitting, unfit};
use random::Random;
use story::{End, Story, Twist};
use teller::Teller;

/// So many stories of one kind: steps above Lead, end, and what is out of the ordinary.
type Role = (usize, usize, End, Twist);

/// The whole cast. Steps: 1 is Prospect, 2 to 5 are the stages.
const CAST: [Role; 37] = [
    (6, 0, End::Open, Twist::Visitor),
    (14, 0, End::Open, Twist::None),
    (7, 0, End::Nurturing("not_now"), Twist::None),
    (5, 0, End::Disqualified("too_small"), Twist::None),
    (3, 0, End::Disqualified("wrong_industry"), Twist::None),
    (3, 0, End::Disqualified("wrong_region"), Twist::None),
    (4, 0, End::Disqualified("no_need"), Twist::None),
    (4, 0, End::Disqualified("unreachable"), Twist::None),
    (7, 1, End::Open, Twist::None),
    (1, 1, End::Open, Twist::Disagreement),
    (1, 1, End::Open, Twist::OverruleDecider),
    (1, 1, End::Open, Twist::Returned),
    (4, 1, End::Nurturing("other_priorities"), Twist::None),
    (1, 1, End::Nurturing("contract_until"), Twist::None),
    (2, 1, End::Disqualified("no_fit"), Twist::None),
    (1, 1, End::Disqualified("no_decider"), Twist::None),
    (4, 2, End::Open, Twist::None),
    (1, 2, End::Open, Twist::OverruleInterest),
    (1, 2, End::Nurturing("reorganising"), Twist::None),
    (1, 2, End::Disqualified("no_fit"), Twist::None),
    (2, 2, End::Lost("no_decision"), Twist::None),
    (3, 3, End::Open, Twist::None),
    (1, 3, End::Open, Twist::Ahead),
    (1, 3, End::Open, Twist::Reopened),
    (1, 3, End::Nurturing("no_budget_yet"), Twist::None),
    (1, 3, End::Disqualified("cannot_use"), Twist::None),
    (2, 3, End::Lost("competitor"), Twist::None),
    (2, 4, End::Open, Twist::None),
    (1, 4, End::Open, Twist::Disagreement),
    (1, 4, End::Open, Twist::OverruleStakeholders),
    (1, 4, End::Open, Twist::Returned),
    (3, 4, End::Lost("price"), Twist::None),
    (2, 5, End::Open, Twist::None),
    (1, 5, End::Lost("built_themselves"), Twist::None),
    (7, 5, End::Won, Twist::None),
    (1, 5, End::Won, Twist::Disagreement),
    (1, 5, End::Won, Twist::OverruleLogistics),
];

/// Days from one step to the next, at least and at most, from the capture on.
const PACE: [(u32, u32); 5] = [(3, 16), (5, 24), (5, 16), (8, 24), (7, 20)];
/// How far back the past reaches.
const PAST: u32 = 270;

/// Made-up contacts with their histories, under ids the caller makes.
///
/// What a playbook asks beyond the shipped ones is answered so that gates pass; a story that a
/// playbook does not allow all the same is left out. With the shipped ones, none is.
pub fn demo(
    playbook: &Playbook,
    today: NaiveDate,
    mut next_id: impl FnMut() -> ContactId,
) -> Vec<(ContactId, EventLog)> {
    let random = &mut Random::new(2_026);
    let roles = CAST.iter().flat_map(|role| std::iter::repeat_n(role, role.0));
    let stories = roles.enumerate().filter_map(|(n, &(_, reach, end, twist))| {
        let organisation = match end {
            End::Disqualified(reason) if reach == 0 => unfit(reason, n),
            _ => fitting(n),
        };
        let who = Person::new(n, organisation);
        let days = days(random, reach, end, twist, today);
        let (id, by) = (next_id(), By::Rep(who.owner()));
        let mut teller = Teller::new(playbook, random, id, *days.first()?, by);
        let story = Story { who, reach, end, twist, days: &days, today };
        story.tell(&mut teller).ok()?;
        Some((id, teller.into_log()))
    });
    stories.collect()
}

/// The day of each step, the capture first, the end last.
fn days(
    random: &mut Random,
    reach: usize,
    end: End,
    twist: Twist,
    today: NaiveDate,
) -> Vec<NaiveDate> {
    let mut gaps: Vec<u32> =
        PACE.iter().take(reach).map(|(low, high)| random.between(*low, *high)).collect();
    gaps.push(match twist {
        Twist::Visitor => 0,
        _ => random.between(2, 14),
    });
    let length: u32 = gaps.iter().sum();
    // What goes on was worked on lately; what ended, ended at any time.
    let latest = match (end, twist) {
        (_, Twist::Visitor) => random.between(1, 9),
        (_, Twist::Reopened) => 30,
        (End::Open, _) => random.between(1, 12),
        (End::Nurturing(_), _) => random.between(5, 80),
        _ => random.between(3, PAST.saturating_sub(length).max(4)),
    };
    let mut ago = length + latest;
    let mut days = vec![ago];
    for gap in gaps {
        ago -= gap;
        days.push(ago);
    }
    let day = |ago| today.checked_sub_days(Days::new(u64::from(ago))).unwrap_or(today);
    days.into_iter().map(day).collect()
}
