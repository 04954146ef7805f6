//! What rows are held against: the contacts that are here and the playbook that judges them, as of one
//! moment.
//!
//! Owns when a count of rows is out of date. Invariant: whatever changes after contacts were begun to
//! be looked at makes it so, also what came in while they were.

use super::known::Known;
use crate::app::workspace::Workspace;
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use std::sync::Arc;
use std::vec::IntoIter;

/// A workspace as rows were held against it.
#[derive(Debug, Clone)]
pub struct Against {
    extent: (usize, usize),
    playbook: Arc<Playbook>,
}

impl Against {
    /// The contacts as they are now, and the playbook by which it is said what the rows mean.
    pub fn new(workspace: &Workspace, playbook: Arc<Playbook>) -> Self {
        Self { extent: extent(workspace), playbook }
    }

    /// Whether the contacts are still the same.
    pub fn has_same_contacts(&self, workspace: &Workspace) -> bool {
        self.extent == extent(workspace)
    }

    /// Whether that playbook is the one in force.
    pub fn has_same_playbook(&self, workspace: &Workspace) -> bool {
        Arc::ptr_eq(&self.playbook, &workspace.playbook)
    }
}

/// How much there is of all contacts. Histories only grow, and those that go leave a tombstone, so what
/// changed has another extent.
fn extent(workspace: &Workspace) -> (usize, usize) {
    let records = workspace.records().map(|(_, record)| 1 + record.log.events().len());
    (records.sum(), workspace.erased().len())
}

/// Gathers what the contacts that are here are known again by, some at a time.
#[derive(Debug)]
pub struct Gathering {
    against: Against,
    ids: IntoIter<ContactId>,
    known: Known,
}

impl Gathering {
    /// Begins with the contacts as they are now, for rows that are read by a playbook.
    pub fn new(workspace: &Workspace, playbook: Arc<Playbook>) -> Self {
        let ids: Vec<_> = workspace.records().map(|(id, _)| id).collect();
        Self {
            against: Against::new(workspace, playbook),
            ids: ids.into_iter(),
            known: Known::default(),
        }
    }

    /// Looks at some more; says whether there are any left.
    pub fn look_at(&mut self, workspace: &Workspace, most: usize) -> bool {
        for id in self.ids.by_ref().take(most) {
            self.known.add(workspace, id);
        }
        self.ids.len() != 0
    }

    /// What was gathered, and what it is of.
    pub fn done(self) -> (Known, Against) {
        (self.known, self.against)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::stamp::Stamp;
    use crate::app::workspace::Arriving;
    use crate::domain::event::{By, Imported};
    use crate::domain::ids::BatchId;
    use chrono::DateTime;

    const PLAYBOOK: &str = r#"{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,
        "title":"Tiny","sections":[],"questions":[],"criteria":[],
        "gates":{"prospect":[],"opportunity":[]},
        "stages":[{"id":"qualifying","title":"Qualifying","exit":[]}],
        "reasons":{"disqualify":[{"id":"no","title":"No"}],"lose":[{"id":"gone","title":"Gone"}]}}"#;

    fn playbook() -> Arc<Playbook> {
        Arc::new(serde_json::from_str(PLAYBOOK).unwrap())
    }

    fn id(n: u8) -> ContactId {
        ContactId::new(1, [n; 10])
    }

    fn import(workspace: &mut Workspace, n: u8) {
        let (now, batch) = (DateTime::from_timestamp(1, 0).unwrap(), BatchId::new(1, [n; 10]));
        let mut random = || [n; 10];
        let mut stamp = Stamp { now, by: By::Import, batch, random: &mut random };
        let row = Arriving::from(Imported::default());
        let prepared = workspace.prepare([row], || id(n), &mut stamp);
        workspace.import(prepared, batch);
    }

    /// What is out of date after a change: the contacts, the playbook.
    fn check(change: impl Fn(&mut Workspace), expected: (bool, bool)) {
        let mut workspace = Workspace::new(playbook());
        for n in 0..5 {
            import(&mut workspace, n);
        }
        // Also where it comes while contacts are looked at.
        for looks in 0..4 {
            let mut now = workspace.clone();
            let mut gathering = Gathering::new(&now, Arc::clone(&now.playbook));
            for _ in 0..looks {
                gathering.look_at(&now, 2);
            }
            change(&mut now);
            while gathering.look_at(&now, 2) {}
            let (_, against) = gathering.done();
            let is_old = (!against.has_same_contacts(&now), !against.has_same_playbook(&now));
            assert_eq!(is_old, expected, "after {looks} looks");
        }
    }

    #[test]
    fn whatever_changes_makes_a_count_out_of_date() {
        check(|_| {}, (false, false));
        check(|workspace| import(workspace, 9), (true, false));
        check(|workspace| import(workspace, 3), (true, false));
        check(|workspace| workspace.erase(id(2)), (true, false));
        check(|workspace| workspace.playbook = playbook(), (false, true));
        // One goes and another one comes.
        let swap = |workspace: &mut Workspace| {
            workspace.erase(id(2));
            import(workspace, 9);
        };
        check(swap, (true, false));
    }
}
