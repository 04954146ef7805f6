//! What arrives from files: prepared in slices, taken in at once; and what visitors' results do here, which
//! come by themselves.
//!
//! Refuses to know the files. Invariant: nothing is taken in before all of it is, and what was recorded
//! of a contact meanwhile stays.

use super::{Prepared, Workspace};
use crate::app::deed::Deed;
use crate::app::record::Record;
use crate::app::restore::{Fate, comes_back, fate};
use crate::app::stamp::Stamp;
use crate::app::undo::Action;
use crate::domain::event::{Event, EventKind, Imported, Retracted};
use crate::domain::fold::fold;
use crate::domain::ids::{BatchId, ContactId};
use crate::domain::log::EventLog;
use std::collections::{BTreeMap, BTreeSet};

/// The actions that histories of a file bring, by contact.
pub type Brought = BTreeMap<ContactId, Vec<BatchId>>;

/// What a row of a file records.
#[derive(Debug, Clone, PartialEq)]
pub struct Arriving {
    /// The contact that is here; none for a new one.
    pub contact: Option<ContactId>,
    /// What happened.
    pub kinds: Vec<EventKind>,
}

impl From<Imported> for Arriving {
    fn from(row: Imported) -> Self {
        Self { contact: None, kinds: vec![EventKind::Imported(row)] }
    }
}

/// Whom visitors' results are about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrived {
    /// New leads.
    pub new: Vec<ContactId>,
    /// Those that were here and said something else.
    pub changed: Vec<ContactId>,
}

impl Workspace {
    /// What a visitor's result that came by itself adds to the history of its contact; none where it
    /// changes nothing. Tells who is new by that, and who changed. `said` is what it says beside what is
    /// known.
    ///
    /// Whoever was erased stays so, and so does what was taken back.
    pub fn hear(
        &self,
        id: ContactId,
        said: impl FnOnce(&EventLog) -> Vec<Event>,
        told: &mut Arrived,
    ) -> Option<EventLog> {
        let mut known = self.record(id).map(|record| record.log.clone()).unwrap_or_default();
        let log = EventLog::new(said(&known));
        let came = match fate(self, id, &log) {
            Fate::Erased | Fate::Unchanged => return None,
            Fate::New => &mut told.new,
            Fate::Changed => &mut told.changed,
        };
        known.join(&log);
        fold(id, &known)?;
        came.push(id);
        Some(log)
    }

    /// Prepares rows of a file: new contacts under ids the shell makes, and events for contacts that
    /// are here. Nothing is taken in yet, so a long import can be prepared in slices and given up
    /// half-way.
    pub fn prepare(
        &self,
        rows: impl IntoIterator<Item = Arriving>,
        mut new_id: impl FnMut() -> ContactId,
        stamp: &mut Stamp<'_>,
    ) -> Prepared {
        let record = |row: Arriving| {
            let id = row.contact.unwrap_or_else(&mut new_id);
            let mut log = self.record(id).map(|record| record.log.clone()).unwrap_or_default();
            stamp.append(&mut log, row.kinds);
            (id, Box::new(Record::new(id, log)))
        };
        rows.into_iter().map(record).collect()
    }

    /// Takes in an import that was prepared: all of it at once, as one action. What was recorded of a
    /// contact since it was prepared stays. Gives what stood there before.
    pub fn import(&mut self, prepared: Prepared, batch: BatchId) -> Prepared {
        let contacts = prepared.iter().map(|(id, _)| *id).collect();
        let former = self.put_all(prepared);
        self.undo.did(Action::new(batch, contacts, Deed::Import));
        former
    }

    /// Prepares a history of a file: as it would stand here, with the actions it brings. None where
    /// it changes nothing. Nothing is taken in yet.
    ///
    /// A contact of which everything was taken back here comes back as the file has it: what took it
    /// back is taken back in turn.
    pub fn prepare_restore(
        &self,
        id: ContactId,
        log: &EventLog,
        stamp: &mut Stamp<'_>,
    ) -> Option<(Box<Record>, Vec<BatchId>)> {
        if self.erased.contains(&id) {
            return None;
        }
        let known = self.record(id).map(|record| &record.log);
        let mut joined = known.cloned().unwrap_or_default();
        let grows = joined.join(log);
        if comes_back(self, id, log) {
            let theirs = log.retractions();
            let ours = joined.retractions().into_iter().filter(|batch| !theirs.contains(batch));
            let ours = ours.map(|batch| EventKind::Retracted(Retracted { batch }));
            stamp.append(&mut joined, ours.collect::<Vec<_>>());
            return Some((Box::new(Record::new(id, joined)), vec![stamp.batch]));
        }
        let batches =
            |log: &EventLog| log.events().iter().map(|e| e.batch).collect::<BTreeSet<_>>();
        let known = known.map(batches).unwrap_or_default();
        let brought = batches(log).difference(&known).copied().collect();
        grows.then(|| (Box::new(Record::new(id, joined)), brought))
    }

    /// Takes in histories of a file that were prepared: all of them at once, as one action. What was
    /// recorded of a contact since it was prepared stays. Gives what stood there before.
    pub fn restore(&mut self, prepared: Prepared, brought: Brought, batch: BatchId) -> Prepared {
        let contacts: Vec<_> = prepared.iter().map(|(id, _)| *id).collect();
        let former = self.put_all(prepared);
        if !contacts.is_empty() {
            let mut action = Action::new(batch, contacts, Deed::Restore);
            action.brought = brought;
            self.undo.did(action);
        }
        former
    }

    /// Puts what was prepared in its place; gives what stood there.
    pub(super) fn put_all(&mut self, prepared: Prepared) -> Prepared {
        let put = |(id, record)| Some((id, self.put_prepared(id, record)?));
        prepared.into_iter().filter_map(put).collect()
    }

    fn put_prepared(&mut self, id: ContactId, record: Box<Record>) -> Option<Box<Record>> {
        let now = self.records.get(id);
        let is_plain = self.links.is_alone(id)
            && !self.erased.contains(&id)
            && record.contact.as_ref().is_none_or(|contact| contact.merged_into.is_none());
        if is_plain && now.is_none_or(|now| record.log.continues(&now.log)) {
            return self.records.put(id, record);
        }
        self.take_in(id, record.log);
        None
    }
}
