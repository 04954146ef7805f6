//! The funnel: the flow through the positions over time, and the win rate.
//!
//! Method: *cohort, any later position counts as progress*. Of the contacts that entered a
//! position in the window, the share that ever reached a later one. A skip counts as passing
//! through, a re-entry counts once, and those who were disqualified, lost or are nurturing stay
//! in the denominator. Invariant: entered = moved on + in progress + nurturing + disqualified +
//! lost, in every row; what was not observed is in none.

use super::contact::Contact;
use super::event::EndKind;
use super::interval::Share;
use super::journey::{Journey, Visit};
use super::money::Totals;
use super::playbook::Playbook;
use super::position::{Level, Standing};
use super::when::When;
use chrono::{NaiveDate, TimeZone};
use std::ops::RangeInclusive;

/// The days that count, both ends included; an open end has no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Window {
    /// Whether every day counts, and so what has no date counts too.
    pub fn is_all_time(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a moment counts; what has no date counts in all time alone.
    pub fn contains<Z: TimeZone>(&self, when: Option<When>, zone: &Z) -> bool {
        if self.is_all_time() {
            return true;
        }
        let Some(day) = when.map(|when| when.day(zone)) else { return false };
        self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to)
    }
}

/// A row of the funnel: a level, or one stage of Opportunity, as ranks of the playbook's path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step(RangeInclusive<usize>);

impl Step {
    /// A whole level.
    pub fn level(playbook: &Playbook, level: Level) -> Self {
        let first = playbook.first_rank(level);
        let last = match level {
            Level::Opportunity => (first + playbook.stages.len()).max(first + 1) - 1,
            _ => first,
        };
        Self(first..=last)
    }

    /// The `n`th stage of Opportunity.
    pub fn stage(playbook: &Playbook, n: usize) -> Self {
        let rank = playbook.first_rank(Level::Opportunity) + n;
        Self(rank..=rank)
    }
}

/// What became of a contact that entered a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Reached a later position.
    MovedOn,
    /// Still being worked on.
    InProgress,
    /// Set aside until a date.
    Nurturing,
    /// Ended as unsuitable.
    Disqualified,
    /// The deal was lost.
    Lost,
}

/// Whether a contact entered a step: since when, and what became of it.
pub fn passage(
    playbook: &Playbook,
    contact: &Contact,
    step: &Step,
) -> Option<(Option<When>, Fate)> {
    let (visit, later) = entry(playbook, &contact.journey, step)?;
    let fate = if later.iter().any(|visit| playbook.rank(&visit.position) > *step.0.end()) {
        Fate::MovedOn
    } else {
        match contact.standing {
            Standing::Active => Fate::InProgress,
            Standing::Nurturing { .. } => Fate::Nurturing,
            Standing::Disqualified { .. } => Fate::Disqualified,
            Standing::Lost { .. } => Fate::Lost,
        }
    };
    Some((visit.since, fate))
}

/// The visit by which a step was entered first, and everything from that visit on.
fn entry<'a>(
    playbook: &Playbook,
    journey: &'a Journey,
    step: &Step,
) -> Option<(&'a Visit, &'a [Visit])> {
    let visits = journey.visits();
    let rank = |visit: &Visit| playbook.rank(&visit.position);
    let observed_from = rank(visits.first()?);
    let place = if observed_from > *step.0.end() {
        // It was first seen further on: only an explicit way back here counts.
        visits.iter().position(|visit| step.0.contains(&rank(visit)))?
    } else {
        visits.iter().position(|visit| rank(visit) >= *step.0.start())?
    };
    let later = visits.get(place..)?;
    Some((later.first()?, later))
}

/// The counts of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Row {
    /// Entered in the window.
    pub entered: usize,
    /// Of those, reached a later position.
    pub moved_on: usize,
    /// Of those, still being worked on.
    pub in_progress: usize,
    /// Of those, set aside.
    pub nurturing: usize,
    /// Of those, ended as unsuitable.
    pub disqualified: usize,
    /// Of those, lost.
    pub lost: usize,
    /// Entered without a date: counted in all time, in no other window.
    pub undated: usize,
}

impl Row {
    /// The share that moved on; none when nobody entered.
    pub fn conversion(&self) -> Option<Share> {
        Share::new(self.moved_on, self.entered)
    }

    fn add(&mut self, fate: Fate) {
        self.entered += 1;
        *match fate {
            Fate::MovedOn => &mut self.moved_on,
            Fate::InProgress => &mut self.in_progress,
            Fate::Nurturing => &mut self.nurturing,
            Fate::Disqualified => &mut self.disqualified,
            Fate::Lost => &mut self.lost,
        } += 1;
    }
}

/// What was won and lost in the window.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wins {
    /// Deals won.
    pub won: usize,
    /// Deals lost, without the disqualified ones.
    pub lost: usize,
    /// Opportunities disqualified; they count as lost.
    pub disqualified: usize,
    /// What was won.
    pub won_value: Totals,
    /// What was lost, the disqualified ones included.
    pub lost_value: Totals,
    /// Ended without a date: counted in all time, in no other window.
    pub undated: usize,
}

impl Wins {
    /// Win rate = won ÷ (won + lost + disqualified); none when nothing was closed.
    pub fn rate(&self) -> Option<Share> {
        Share::new(self.won, self.won + self.lost + self.disqualified)
    }
}

/// The funnel of a window.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// The four levels, lowest first.
    pub levels: [Row; 4],
    /// The stages of Opportunity, in order.
    pub stages: Vec<Row>,
    /// What was won and lost.
    pub wins: Wins,
    /// Contacts that entered something without a date.
    pub undated: usize,
}

/// Counts the funnel over all contacts; merged ones are left out.
pub fn funnel<'a, Z: TimeZone>(
    playbook: &Playbook,
    contacts: impl IntoIterator<Item = &'a Contact>,
    window: Window,
    zone: &Z,
) -> Funnel {
    let levels = Level::ALL.map(|level| Step::level(playbook, level));
    let stages: Vec<_> = (0..playbook.stages.len()).map(|n| Step::stage(playbook, n)).collect();
    let mut result = Funnel {
        levels: [Row::default(); 4],
        stages: vec![Row::default(); stages.len()],
        wins: Wins::default(),
        undated: 0,
    };
    for contact in contacts.into_iter().filter(|contact| contact.merged_into.is_none()) {
        let rows = result.levels.iter_mut().chain(&mut result.stages);
        let mut undated = false;
        for (row, step) in rows.zip(levels.iter().chain(&stages)) {
            let Some((since, fate)) = passage(playbook, contact, step) else { continue };
            if since.is_none() {
                row.undated += 1;
                undated = true;
            }
            if window.contains(since, zone) {
                row.add(fate);
            }
        }
        result.undated += usize::from(undated);
        count_end(&mut result.wins, contact, window, zone);
    }
    result
}

fn count_end<Z: TimeZone>(wins: &mut Wins, contact: &Contact, window: Window, zone: &Z) {
    let Some(ended) = contact.ended.as_ref().filter(|ended| ended.level >= Level::Opportunity)
    else {
        return;
    };
    wins.undated += usize::from(ended.on.is_none());
    if !window.contains(ended.on, zone) {
        return;
    }
    match ended.kind {
        EndKind::Won => {
            wins.won += 1;
            wins.won_value.add(contact.amount);
        }
        EndKind::Lost => wins.lost += 1,
        EndKind::Disqualified => wins.disqualified += 1,
    }
    if ended.kind != EndKind::Won {
        wins.lost_value.add(contact.amount);
    }
}
