//! Counting what an import would do, in slices that leave the page responsive.

use super::super::slices::Slices;
use crate::app::workspace::{Arriving, Workspace};
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;
use crate::exchange::import::against::{Against, Gathering};
use crate::exchange::import::matching::{Fate, Matching};
use crate::exchange::import::plan::Plan;
use crate::exchange::import::preview::Preview;
use crate::exchange::import::rows::Reading;
use crate::ui::context::AppContext;
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows or contacts are looked at before the clock is.
const STEP: usize = 40;

/// What a count came to.
#[derive(Debug)]
pub(super) struct Count {
    /// The numbers.
    pub(super) preview: Preview,
    /// What would be recorded.
    pub(super) rows: Vec<Arriving>,
    /// What it was held against.
    pub(super) against: Against,
}

/// Reads every row by the playbook of the plan and holds it against the contacts that are here; none
/// when `overtaken`. `progress` is told how many rows are read.
pub(super) async fn count(
    context: AppContext,
    plan: &Plan,
    playbook: Arc<Playbook>,
    tables: &[Table],
    overtaken: impl Fn() -> bool,
    progress: impl Fn(usize),
) -> Option<Count> {
    let mut slices = Slices::new();
    // The choice that leads here is drawn first.
    slices.pause().await;
    let begin = |all: &Workspace| Gathering::new(all, Arc::clone(&playbook));
    let mut gathering = context.workspace.with_untracked(begin);
    while context.workspace.with_untracked(|workspace| gathering.look_at(workspace, STEP)) {
        slices.breathe().await;
    }
    let (known, against) = gathering.done();
    let mut count = Count { preview: Preview::default(), rows: Vec::new(), against };
    let mut matching = Matching::new(known, plan, tables);
    let mut rows = plan.rows(tables, &playbook);
    loop {
        let more = context.workspace.with_untracked(|workspace| {
            count.read(&mut matching, workspace, rows.by_ref().take(STEP))
        });
        if overtaken() {
            return None;
        }
        if !more {
            return Some(count);
        }
        progress(count.preview.rows());
        slices.breathe().await;
    }
}

impl Count {
    /// Counts some rows; says whether there were any.
    fn read(
        &mut self,
        matching: &mut Matching,
        workspace: &Workspace,
        rows: impl Iterator<Item = Reading>,
    ) -> bool {
        let before = self.preview.rows();
        for reading in rows {
            let fate = self.preview.read(matching, workspace, reading);
            self.rows.extend(fate.and_then(Fate::into_arriving));
        }
        self.preview.rows() > before
    }
}
