//! The funnel view's figures: what a file does not tell is not observed, never zero.

mod support;

use chrono::Utc;
use ripen::app::figures::{Figures, OpenPipeline};
use ripen::app::stamp::Stamp;
use ripen::app::workspace::Workspace;
use ripen::domain::event::{By, EndKind, Imported};
use ripen::domain::funnel::{Fate, Window};
use ripen::domain::ids::{BatchId, ContactId};
use ripen::domain::position::Position;
use std::sync::Arc;
use support::story::{day, position, usd};
use support::{pack, today};

/// A workspace with rows of a file.
fn imported(rows: Vec<Imported>) -> Workspace {
    let mut workspace = Workspace::new(Arc::new(pack().clone()));
    let (mut n, mut drawn) = (0_u8, 0_u8);
    let mut random = || {
        n += 1;
        [n; 10]
    };
    let new_id = || {
        drawn += 1;
        ContactId::new(0, [drawn; 10])
    };
    let (now, batch) =
        (day("2026-11-21").and_time(chrono::NaiveTime::MIN).and_utc(), BatchId::new(0, [0; 10]));
    let mut stamp = Stamp { now, by: By::Import, batch, random: &mut random };
    let prepared = workspace.prepare(rows.into_iter().map(Into::into), new_id, &mut stamp);
    workspace.import(prepared, batch);
    workspace
}

fn row(at: &str, on: Option<&str>, end: Option<EndKind>) -> Imported {
    let positions: Vec<(Position, _)> = vec![(position(at), on.map(day))];
    let end = end.map(|kind| (kind, Some(day("2026-10-01"))));
    Imported { positions, end, ..Imported::default() }
}

#[test]
fn a_file_of_deals_makes_no_leads_and_tells_nothing_of_stages_it_does_not_know() {
    let workspace = imported(vec![
        row("opportunity/qualifying", Some("2026-09-01"), Some(EndKind::Won)),
        row("opportunity/qualifying", Some("2026-09-01"), Some(EndKind::Lost)),
        row("opportunity/discovery", None, None),
    ]);
    let figures = Figures::of(&workspace, Window::default(), &Utc);
    let observed: Vec<_> = figures.lines().map(|line| line.observed).collect();
    // Lead, prospect, opportunity, qualifying, discovery, proposal, closing, customer.
    assert_eq!(observed, [false, false, true, true, true, false, false, true]);
    assert_eq!(figures.undated, 1);
    assert_eq!(figures.levels[2].count(Fate::InProgress), 1);
    // The one without a date is in no other window.
    let window = Window { from: Some(day("2026-09-01")), to: None };
    let later = Figures::of(&workspace, window, &Utc);
    assert_eq!((later.levels[2].row.entered, later.undated), (2, 1));
}

#[test]
fn where_nobody_came_yet_is_zero_not_unknown() {
    let workspace = imported(vec![row("lead", Some("2026-09-01"), None)]);
    let figures = Figures::of(&workspace, Window::default(), &Utc);
    assert!(figures.lines().all(|line| line.observed));
    assert!(!figures.is_empty());
    assert!(Figures::of(&imported(vec![]), Window::default(), &Utc).is_empty());
}

#[test]
fn every_count_lists_exactly_the_contacts_behind_it() {
    let workspace = imported(vec![
        row("lead", Some("2026-09-01"), None),
        row("prospect", Some("2026-09-02"), Some(EndKind::Disqualified)),
        row("opportunity/qualifying", Some("2026-09-03"), Some(EndKind::Lost)),
        row("opportunity/proposal", None, Some(EndKind::Won)),
        row("opportunity/closing", Some("2025-01-01"), None),
    ]);
    let from = Some(day("2026-01-01"));
    for window in [Window::default(), Window { from, to: None }] {
        let figures = Figures::of(&workspace, window, &Utc);
        for line in figures.lines() {
            let fates =
                [Fate::MovedOn, Fate::InProgress, Fate::Nurturing, Fate::Disqualified, Fate::Lost];
            let counts = fates.map(|fate| (Some(fate), line.count(fate)));
            for (fate, n) in counts.into_iter().chain([(None, line.row.entered)]) {
                let query = line.listing(fate, window).query(pack(), today());
                let found = ripen::app::find::find(&workspace, &query, &Utc);
                assert_eq!(found.len(), n, "{:?} {fate:?}", line.name);
            }
        }
    }
}

#[test]
fn the_open_pipeline_tells_the_active_from_the_nurturing() {
    let amount = Some(usd(1_000));
    let open = |at| Imported { amount, ..row(at, Some("2026-09-01"), None) };
    let workspace = imported(vec![
        open("opportunity/qualifying"),
        row("opportunity/closing", None, None),
        row("opportunity/closing", None, Some(EndKind::Lost)),
    ]);
    let pipeline = OpenPipeline::of(&workspace, support::today());
    assert_eq!((pipeline.active, pipeline.nurturing, pipeline.with_amount()), (2, 0, 1));
    assert_eq!(pipeline.pipeline.evidenced, 0);
}
