//! How contacts are counted on their way through the funnel.

use super::{flow, level, opportunity};
use crate::support::pack;
use crate::support::story::{Story, day, usd};
use chrono::Utc;
use ripen::domain::event::{Created, EventKind};
use ripen::domain::funnel::{Row, Window, funnel};
use ripen::domain::money::Currency;
use ripen::domain::position::Level;

#[test]
fn lead_to_opportunity_in_one_step_counts_as_having_passed_prospect() {
    let funnel = flow(&[Story::captured("website").advanced("opportunity/qualifying")]);
    for passed in [Level::Lead, Level::Prospect] {
        assert_eq!((level(&funnel, passed).entered, level(&funnel, passed).moved_on), (1, 1));
    }
    let row = level(&funnel, Level::Opportunity);
    assert_eq!((row.entered, row.moved_on, row.in_progress), (1, 0, 1));
}

#[test]
fn prospect_to_lead_to_prospect_counts_once() {
    let there_and_back =
        Story::captured("website").advanced("prospect").returned("lead").advanced("prospect");
    let funnel = flow(&[there_and_back]);
    assert_eq!(level(&funnel, Level::Lead).entered, 1);
    assert_eq!(level(&funnel, Level::Lead).moved_on, 1);
    assert_eq!(level(&funnel, Level::Prospect).entered, 1);
    assert_eq!(level(&funnel, Level::Prospect).in_progress, 1);
}

#[test]
fn every_row_adds_up_and_the_ended_stay_in_the_denominator() {
    let lead = || Story::captured("website");
    let funnel = flow(&[
        lead(),
        lead().disqualified(),
        lead().advanced("prospect"),
        lead().advanced("prospect").lost(),
        opportunity(),
        opportunity().lost(),
        opportunity().won(),
    ]);
    for (place, entered, moved_on, in_progress, disqualified, lost) in [
        (Level::Lead, 7, 5, 1, 1, 0),
        (Level::Prospect, 5, 3, 1, 0, 1),
        (Level::Opportunity, 3, 1, 1, 0, 1),
        (Level::Customer, 1, 0, 1, 0, 0),
    ] {
        let expected = Row { entered, moved_on, in_progress, disqualified, lost, ..Row::default() };
        assert_eq!(level(&funnel, place), expected, "{place:?}");
    }
    assert_eq!(funnel.undated, 0);
}

#[test]
fn the_cohort_is_those_who_entered_in_the_window() {
    let story =
        Story::new().on("2026-01-10").then(EventKind::Created(Created::default())).on("2026-03-05");
    let contact = story.advanced("prospect").contact();
    let window = |from, to| Window { from: Some(day(from)), to: Some(day(to)) };
    for (window, leads, prospects) in [
        (window("2026-01-10", "2026-01-10"), 1, 0),
        (window("2026-03-01", "2026-03-31"), 0, 1),
        (window("2026-02-01", "2026-02-28"), 0, 0),
        (Window::default(), 1, 1),
    ] {
        let funnel = funnel(pack(), [&contact], window, &Utc);
        let entered = [Level::Lead, Level::Prospect].map(|at| level(&funnel, at).entered);
        assert_eq!(entered, [leads, prospects], "{window:?}");
    }
}

#[test]
fn the_win_rate_is_won_of_won_and_lost_and_a_disqualified_opportunity_counts_as_lost() {
    let deal = |dollars| opportunity().worth(dollars);
    let wins = flow(&[
        deal(10_000).won(),
        deal(20_000).lost(),
        deal(30_000).disqualified(),
        opportunity().lost(),
        opportunity(),
        Story::captured("website").disqualified(),
        Story::captured("website").advanced("prospect").lost(),
    ])
    .wins;
    assert_eq!((wins.won, wins.lost, wins.disqualified), (1, 2, 1));
    assert_eq!(wins.rate().expect("some were closed").ratio(), 0.25);
    assert_eq!(wins.won_value.in_currency(Currency::USD), usd(10_000));
    assert_eq!(wins.lost_value.in_currency(Currency::USD), usd(50_000));
    assert_eq!(wins.lost_value.without_amount, 1);
    assert_eq!(flow(&[opportunity()]).wins.rate(), None);
}
