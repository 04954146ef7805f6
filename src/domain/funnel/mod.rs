//! The funnel: the flow through the positions over time, and the win rate.
//!
//! Method: *cohort, any later position counts as progress*. Of the contacts that entered a
//! position in the window, the share that ever reached a later one. A skip counts as passing
//! through, a re-entry counts once, and those who were disqualified, lost or are nurturing stay
//! in the denominator. Invariant: entered = moved on + in progress + nurturing + disqualified +
//! lost, in every row; what was not observed is in none.

mod passage;
mod window;

pub use passage::{Fate, Step, passage};
pub use window::{Bounds, Window};

use super::contact::Contact;
use super::event::EndKind;
use super::interval::Share;
use super::money::Totals;
use super::playbook::Playbook;
use super::position::Level;
use chrono::TimeZone;
use passage::{passage_by_rank, rank_visits};

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
            seen[n] |= step.was_seen(contact, &ranks);
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
