//! The funnel view's model: every row of its table by name, the win rate, the open pipeline, and
//! the contacts behind each figure.
//!
//! Invariant: a level nobody was ever known to enter, below one that somebody did, is *not
//! observed*, and so is a stage that contacts passed without anybody being seen there. Neither is
//! ever shown as zero or as a hundred percent.

pub mod period;
pub mod picture;

use super::find::StandingFilter;
use super::route::{Listing, RowName};
use super::workspace::Workspace;
use crate::domain::calibration::Calibration;
use crate::domain::funnel::{Fate, Funnel, Row, Window, Wins, funnel};
use crate::domain::money::{Money, Totals};
use crate::domain::pipeline::{Pipeline, pipeline};
use crate::domain::playbook::{Playbook, Stage};
use crate::domain::position::{Level, Standing};
use crate::domain::rules::Rules;
use chrono::{NaiveDate, TimeZone};

/// The funnel of a window, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The window.
    pub window: Window,
    /// The four levels, lowest first.
    pub levels: [Line; 4],
    /// The stages of Opportunity, in order.
    pub stages: Vec<Line>,
    /// What was won and lost.
    pub wins: Wins,
    /// Contacts that entered something without a date.
    pub undated: usize,
}

/// One position with its counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Which position.
    pub name: RowName,
    /// Its name in the playbook, for a stage.
    pub title: Option<String>,
    /// The level it is, or is in.
    pub level: Level,
    /// Its counts.
    pub row: Row,
    /// Whether anything is known about it at all.
    pub observed: bool,
}

impl Line {
    /// Those who entered but neither moved on nor are in progress.
    pub fn left(&self) -> usize {
        self.row.nurturing + self.row.disqualified + self.row.lost
    }

    /// How many met a fate.
    pub fn count(&self, fate: Fate) -> usize {
        match fate {
            Fate::MovedOn => self.row.moved_on,
            Fate::InProgress => self.row.in_progress,
            Fate::Nurturing => self.row.nurturing,
            Fate::Disqualified => self.row.disqualified,
            Fate::Lost => self.row.lost,
        }
    }

    /// The contacts behind the whole row, or behind one fate in it.
    pub fn listing(&self, fate: Option<Fate>, window: Window) -> Listing {
        Listing { row: Some(self.name.clone()), fate, window, ..Listing::default() }
    }
}

impl Figures {
    /// Counts a workspace.
    pub fn of<Z: TimeZone>(workspace: &Workspace, window: Window, zone: &Z) -> Self {
        let playbook = &workspace.playbook;
        let Funnel { levels, stages, wins, undated, observed, skipped } =
            funnel(playbook, workspace.contacts(), window, zone);
        let level = |place: usize, level: Level| Line {
            name: RowName::Level(level),
            title: None,
            level,
            row: levels[place],
            observed: observed[place] || !observed[place..].contains(&true),
        };
        Self {
            window,
            levels: std::array::from_fn(|place| level(place, Level::ALL[place])),
            stages: stage_lines(playbook, stages, skipped),
            wins,
            undated,
        }
    }

    /// The rows of the table, lowest position first; the stages stand below Opportunity.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        let [lead, prospect, opportunity, customer] = &self.levels;
        [lead, prospect, opportunity].into_iter().chain(&self.stages).chain([customer])
    }

    /// Whether nobody entered anything in the window.
    pub fn is_empty(&self) -> bool {
        self.levels.iter().all(|line| line.row.entered == 0)
    }
}

fn stage_lines(playbook: &Playbook, rows: Vec<Row>, skipped: Vec<bool>) -> Vec<Line> {
    let lines = playbook.stages.iter().zip(rows).zip(skipped);
    let line = |((stage, row), skipped): ((&Stage, Row), bool)| Line {
        name: RowName::Stage(stage.id.clone()),
        title: Some(stage.title.clone()),
        level: Level::Opportunity,
        row,
        observed: !skipped,
    };
    lines.map(line).collect()
}

/// The win rate by value, in one currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueRate {
    /// What was won.
    pub won: Money,
    /// What was won and lost together.
    pub closed: Money,
    /// Won ÷ closed, between 0 and 1.
    pub ratio: f64,
}

/// The win rate by value, one for each currency in which it can be told.
///
/// Where deals were lost and none of them has an amount (many systems write 0 for a lost deal),
/// the amounts won stand against nothing, and a rate would read 100 %: then there is none.
#[allow(clippy::cast_precision_loss)]
pub fn value_rates(wins: &Wins) -> Vec<ValueRate> {
    let none_lost = wins.lost + wins.disqualified == 0;
    let mut closed = Totals::default();
    for amount in wins.won_value.amounts().chain(wins.lost_value.amounts()) {
        closed.add(Some(amount));
    }
    let rate = |closed: Money| {
        let currency = closed.currency;
        let (won, lost) =
            (wins.won_value.in_currency(currency), wins.lost_value.in_currency(currency));
        let told = won.minor >= 0 && (lost.minor > 0 || none_lost && won.minor > 0);
        told.then(|| ValueRate { won, closed, ratio: won.minor as f64 / closed.minor as f64 })
    };
    closed.amounts().filter_map(rate).collect()
}

/// An amount in whole units of its currency: a weighted sum is no sharper than that.
pub fn whole(amount: Money) -> Money {
    let unit = 10_i64.pow(amount.currency.minor_digits());
    Money {
        minor: amount.minor.saturating_add(amount.minor.signum() * unit / 2) / unit * unit,
        ..amount
    }
}

/// The open pipeline, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpenPipeline {
    /// Its figures.
    pub pipeline: Pipeline,
    /// How many of them are being worked on.
    pub active: usize,
    /// How many of them are set aside.
    pub nurturing: usize,
}

impl OpenPipeline {
    /// Adds up a workspace. `today` is the day where the person is.
    pub fn of(workspace: &Workspace, today: NaiveDate) -> Self {
        let rules = Rules::of(&workspace.playbook);
        let calibration = Calibration::of(&rules, workspace.contacts(), today);
        let pipeline = pipeline(&rules, &calibration, workspace.contacts(), today);
        let open = workspace.contacts().filter(|contact| contact.is_open_opportunity());
        let nurturing =
            open.filter(|contact| matches!(contact.standing, Standing::Nurturing { .. })).count();
        Self { active: pipeline.open - nurturing, nurturing, pipeline }
    }

    /// How many of them have an amount.
    pub fn with_amount(&self) -> usize {
        self.pipeline.open - self.pipeline.value.without_amount
    }

    /// The opportunities with a standing.
    pub fn listing(standing: StandingFilter) -> Listing {
        Listing { level: Some(Level::Opportunity), standing: Some(standing), ..Listing::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    #[test]
    fn whole_amounts_are_rounded_to_the_nearest() {
        for (minor, expected) in [(149, 100), (150, 200), (-149, -100), (-150, -200), (0, 0)] {
            let amount = Money { minor, currency: Currency::USD };
            assert_eq!(whole(amount).minor, expected, "{minor}");
        }
    }

    #[test]
    fn a_rate_by_value_needs_amounts_on_both_sides() {
        let usd = |minor| Some(Money { minor, currency: Currency::USD });
        for (won, lost, expected) in [
            (vec![usd(300)], vec![usd(100)], Some(0.75)),
            (vec![usd(300)], vec![usd(0)], None),
            (vec![usd(300)], vec![None], None),
            (vec![usd(300)], vec![], Some(1.0)),
            (vec![], vec![usd(100)], Some(0.0)),
            (vec![None], vec![None], None),
            (vec![], vec![], None),
        ] {
            let mut wins = Wins { won: won.len(), lost: lost.len(), ..Wins::default() };
            for amount in &won {
                wins.won_value.add(*amount);
            }
            for amount in &lost {
                wins.lost_value.add(*amount);
            }
            let rates: Vec<_> = value_rates(&wins).iter().map(|rate| rate.ratio).collect();
            assert_eq!(rates, Vec::from_iter(expected), "{won:?} {lost:?}");
        }
    }
}
