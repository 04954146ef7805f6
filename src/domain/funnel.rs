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
use super::money::Totals;
use super::playbook::Playbook;
use super::position::{Level, Standing};
use super::when::When;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
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
        self.bounds(zone).contain(when)
    }

    /// The window as moments in `zone`, for asking about many moments: a browser takes its time
    /// to say which day a moment falls on.
    pub fn bounds<Z: TimeZone>(&self, zone: &Z) -> Bounds {
        let after = self.to.map(|to| to.checked_add_days(Days::new(1)).unwrap_or(to));
        Bounds {
            window: *self,
            start: self.from.map(|day| first_moment(day, zone)),
            end: after.map(|day| first_moment(day, zone)),
        }
    }
}

/// A [`Window`] whose days are found out once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    window: Window,
    start: Option<DateTime<Utc>>,
    end: Option<DateTime<Utc>>,
}

impl Bounds {
    /// Whether a moment counts; what has no date counts in all time alone.
    pub fn contain(&self, when: Option<When>) -> bool {
        let Window { from, to } = self.window;
        match when {
            _ if self.window.is_all_time() => true,
            None => false,
            Some(When::Day(day)) => from.is_none_or(|d| day >= d) && to.is_none_or(|d| day <= d),
            Some(When::Instant(at)) => {
                self.start.is_none_or(|start| at >= start) && self.end.is_none_or(|end| at < end)
            }
        }
    }
}

/// The moment a day begins in `zone`: midnight, or where clocks skip it, the first one after.
fn first_moment<Z: TimeZone>(day: NaiveDate, zone: &Z) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let half_hours =
        (0..48).filter_map(|n| midnight.checked_add_signed(TimeDelta::minutes(30 * n)));
    let mut moments = half_hours.filter_map(|time| zone.from_local_datetime(&time).earliest());
    moments.next().map_or_else(|| midnight.and_utc(), |moment| moment.with_timezone(&Utc))
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
    let mut ranks = Vec::new();
    rank_visits(playbook, contact, &mut ranks);
    passage_by_rank(contact, &ranks, step)
}

/// Puts the rank of each visit, oldest first, into `ranks`.
fn rank_visits(playbook: &Playbook, contact: &Contact, ranks: &mut Vec<usize>) {
    ranks.clear();
    ranks.extend(contact.journey.visits().iter().map(|visit| playbook.rank(&visit.position)));
}

fn passage_by_rank(
    contact: &Contact,
    ranks: &[usize],
    step: &Step,
) -> Option<(Option<When>, Fate)> {
    let place = entry(ranks, step)?;
    let later = ranks.get(place..)?;
    let fate = if later.iter().any(|rank| rank > step.0.end()) {
        Fate::MovedOn
    } else {
        match contact.standing {
            Standing::Active => Fate::InProgress,
            Standing::Nurturing { .. } => Fate::Nurturing,
            Standing::Disqualified { .. } => Fate::Disqualified,
            Standing::Lost { .. } => Fate::Lost,
        }
    };
    Some((contact.journey.visits().get(place)?.since, fate))
}

/// The place of the visit by which a step was entered first.
fn entry(ranks: &[usize], step: &Step) -> Option<usize> {
    if ranks.first()? > step.0.end() {
        // It was first seen further on: only an explicit way back here counts.
        ranks.iter().position(|rank| step.0.contains(rank))
    } else {
        ranks.iter().position(|rank| rank >= step.0.start())
    }
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
    /// Which levels anybody was ever known to enter, whatever the window.
    pub observed: [bool; 4],
    /// Stages that contacts passed without anybody ever being seen there, whatever the window:
    /// counted as passed, but a file that does not know a stage tells nothing about it.
    pub skipped: Vec<bool>,
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
        observed: [false; 4],
        skipped: vec![false; stages.len()],
    };
    let mut seen = result.skipped.clone();
    let (bounds, mut ranks) = (window.bounds(zone), Vec::new());
    for contact in contacts.into_iter().filter(|contact| contact.merged_into.is_none()) {
        rank_visits(playbook, contact, &mut ranks);
        let mut undated = false;
        let mut count = |row: &mut Row, step| {
            let Some((since, fate)) = passage_by_rank(contact, &ranks, step) else { return false };
            if since.is_none() {
                row.undated += 1;
                undated = true;
            }
            if bounds.contain(since) {
                row.add(fate);
            }
            true
        };
        for ((row, step), seen) in result.levels.iter_mut().zip(&levels).zip(&mut result.observed) {
            *seen |= count(row, step);
        }
        for (n, (row, step)) in result.stages.iter_mut().zip(&stages).enumerate() {
            result.skipped[n] |= count(row, step);
            seen[n] |= ranks.iter().any(|rank| step.0.contains(rank));
        }
        result.undated += usize::from(undated);
        count_end(&mut result.wins, contact, &bounds);
    }
    for (skipped, seen) in result.skipped.iter_mut().zip(seen) {
        *skipped &= !seen;
    }
    result
}

fn count_end(wins: &mut Wins, contact: &Contact, bounds: &Bounds) {
    let Some(ended) = contact.ended.as_ref().filter(|ended| ended.level >= Level::Opportunity)
    else {
        return;
    };
    wins.undated += usize::from(ended.on.is_none());
    if !bounds.contain(ended.on) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;

    #[test]
    fn bounds_agree_with_the_day_a_moment_falls_on() {
        let day = |text: &str| text.parse().ok();
        let windows = [
            Window::default(),
            Window { from: day("2026-11-01"), to: day("2026-11-30") },
            Window { from: day("2026-11-21"), to: None },
            Window { from: None, to: day("2026-11-21") },
            Window { from: day("2026-11-22"), to: day("2026-11-20") },
        ];
        let moments =
            (0..2_000).filter_map(|n| DateTime::from_timestamp(1_793_000_000 + 3_600 * n, 0));
        let moments: Vec<_> = moments.collect();
        for offset in [-43_200, -12_600, 0, 3_600, 50_400] {
            let zone = FixedOffset::east_opt(offset).unwrap();
            for window in windows {
                let bounds = window.bounds(&zone);
                for at in &moments {
                    let day = When::Instant(*at).day(&zone);
                    let expected = bounds.contain(Some(When::Day(day)));
                    assert_eq!(bounds.contain(Some(When::Instant(*at))), expected, "{at} {offset}");
                }
                assert_eq!(bounds.contain(None), window.is_all_time());
            }
        }
    }
}
