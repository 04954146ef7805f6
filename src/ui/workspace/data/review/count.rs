//! Counting what an import would do, in slices that leave the page responsive.

use crate::domain::event::{Field, Imported};
use crate::exchange::csv::Table;
use crate::exchange::import::plan::Plan;
use crate::exchange::import::preview::Preview;
use crate::exchange::import::rows::{Reading, email_key};
use crate::ui::context::AppContext;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::collections::HashSet;

/// How many rows are read before the page gets to breathe.
const SLICE: usize = 400;

/// Reads every row; gives the numbers and the rows that would come in, or none when `overtaken`.
pub(super) async fn count(
    context: AppContext,
    plan: &Plan,
    tables: &[Table],
    overtaken: impl Fn() -> bool,
) -> Option<(Preview, Vec<Imported>)> {
    // The choice that leads here is drawn first.
    TimeoutFuture::new(0).await;
    let playbook = context.playbook_untracked();
    let here = here(context);
    let is_here = |id: &str| here.contains(id);
    let (mut preview, mut rows) = (Preview::default(), Vec::new());
    for (n, reading) in plan.rows(tables, &playbook, &is_here).enumerate() {
        preview.add(&reading, &playbook);
        if let Reading::New(new) = reading {
            rows.push(new.imported);
        }
        if n % SLICE == SLICE - 1 {
            TimeoutFuture::new(0).await;
            if overtaken() {
                return None;
            }
        }
    }
    (!overtaken()).then_some((preview, rows))
}

/// What the contacts that are here are known again by: their ids in other systems, and their
/// e-mail addresses.
pub(super) fn here(context: AppContext) -> HashSet<String> {
    context.workspace.with_untracked(|workspace| {
        let mut here = HashSet::new();
        for contact in workspace.contacts() {
            here.extend(contact.external_ids().into_iter().map(str::to_owned));
            here.extend(contact.every(Field::Email).into_iter().map(email_key));
        }
        here
    })
}
