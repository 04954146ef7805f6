//! What follows from the contacts and the playbook and changes less often than they do, so that an edit
//! does not have everything drawn anew.
//!
//! Invariant: it says what reckoning it anew would say.

use super::AppContext;
use crate::app::workspace::Workspace;
use crate::domain::calibration::Calibration;
use crate::domain::playbook::Playbook;
use crate::domain::rules::Rules;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone, Copy)]
pub(super) struct Derived {
    playbook: Memo<Arc<Playbook>>,
    calibration: Memo<Calibration>,
}

impl Derived {
    pub(super) fn of(workspace: ReadSignal<Workspace>, today: RwSignal<NaiveDate>) -> Self {
        let playbook = Memo::new_with_compare(
            move |_| workspace.with(|all| Arc::clone(&all.playbook)),
            |before, now| !matches!((before, now), (Some(a), Some(b)) if Arc::ptr_eq(a, b)),
        );
        let endings = Memo::new(move |_| workspace.with(Workspace::endings));
        let calibration = Memo::new(move |_| {
            // It looks at everybody, and learns from journeys that are over alone.
            endings.track();
            let (playbook, today) = (playbook.get(), today.get());
            let rules = Rules::of(&playbook);
            workspace.with_untracked(|all| Calibration::of(&rules, all.contacts(), today))
        });
        Self { playbook, calibration }
    }
}

impl AppContext {
    /// The playbook that judges every contact; who reads it in a view is told when it changes, and not of
    /// what is done with contacts.
    pub fn playbook(&self) -> Arc<Playbook> {
        self.derived.get_value().playbook.get()
    }

    /// What the deals closed so far say of win chances.
    pub fn calibration(&self) -> Calibration {
        self.derived.get_value().calibration.get()
    }
}
