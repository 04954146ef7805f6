//! Counting what an import would do, in slices that leave the page responsive.

use super::super::slices::Slices;
use crate::app::workspace::{Arriving, Workspace};
use crate::exchange::csv::Table;
use crate::exchange::import::known::Known;
use crate::exchange::import::matching::{Fate, Matching};
use crate::exchange::import::plan::Plan;
use crate::exchange::import::preview::Preview;
use crate::ui::context::AppContext;
use leptos::prelude::*;

/// How many rows or contacts are looked at before the clock is.
const STEP: usize = 40;

/// What a count came to.
#[derive(Debug, Default)]
pub(super) struct Count {
    /// The numbers.
    pub(super) preview: Preview,
    /// What would be recorded.
    pub(super) rows: Vec<Arriving>,
    /// The contacts it was held against, told apart by how much there is of them.
    pub(super) against: usize,
}

/// Reads every row and holds it against the contacts that are here; none when `overtaken`.
/// `progress` is told how many rows are read.
pub(super) async fn count(
    context: AppContext,
    plan: &Plan,
    tables: &[Table],
    overtaken: impl Fn() -> bool,
    progress: impl Fn(usize),
) -> Option<Count> {
    let mut slices = Slices::new();
    // The choice that leads here is drawn first.
    slices.pause().await;
    let known = known(context, &mut slices).await;
    let playbook = context.playbook_untracked();
    let mut count = Count { against: extent(context), ..Count::default() };
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
        rows: impl Iterator<Item = crate::exchange::import::rows::Reading>,
    ) -> bool {
        let before = self.preview.rows();
        for reading in rows {
            let row = match self.preview.read(matching, workspace, reading) {
                Some(Fate::New(told)) => Arriving { contact: None, kinds: told.into_kinds() },
                Some(Fate::Updated(update)) => {
                    Arriving { contact: Some(update.contact), kinds: update.kinds }
                }
                _ => continue,
            };
            self.rows.push(row);
        }
        self.preview.rows() > before
    }
}

/// What the contacts that are here are known again by.
async fn known(context: AppContext, slices: &mut Slices) -> Known {
    let mut known = Known::default();
    let ids = context
        .workspace
        .with_untracked(|workspace| workspace.records().map(|(id, _)| id).collect::<Vec<_>>());
    for some in ids.chunks(STEP) {
        context.workspace.with_untracked(|workspace| {
            for id in some {
                known.add(workspace, *id);
            }
        });
        slices.breathe().await;
    }
    known
}

/// How much there is of all contacts: histories only grow, so what changed has another extent.
pub(super) fn extent(context: AppContext) -> usize {
    context.workspace.with_untracked(|workspace| {
        workspace.records().map(|(_, record)| 1 + record.log.events().len()).sum()
    })
}
