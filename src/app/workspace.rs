//! All contacts of a workspace and what one user action does to them.
//!
//! Invariants: a contact is always the fold of its history, with what those merged into it bring; the
//! histories only grow; who was erased has none and gets none.

mod arriving;
mod records;
mod stepping;

pub use super::deed::Deed;
pub use super::record::Record;
pub use arriving::{Arrived, Arriving, Brought};
pub use stepping::Step;

use super::command::Command;
use super::decide::decide;
use super::refusal::Refusal;
use super::stamp::Stamp;
use super::undo::{Action, UndoStack};
use crate::domain::contact::Contact;
use crate::domain::event::EventKind;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::merged::{Links, fold_all};
use crate::domain::playbook::Playbook;
use chrono::NaiveDate;
use records::Records;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is to be recorded, by contact.
pub type Changes = Vec<(ContactId, Vec<EventKind>)>;

/// Records as they are to stand, or as they stood, by contact: on their own, so that thousands are moved
/// and let go of in no time.
pub type Prepared = Vec<(ContactId, Box<Record>)>;

/// Everything of one workspace, in memory.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The one playbook that judges every contact.
    pub playbook: Arc<Playbook>,
    records: Records,
    erased: BTreeSet<ContactId>,
    /// Who was merged into whom, as the histories say.
    links: Links,
    undo: UndoStack<Deed>,
}

impl Workspace {
    /// An empty workspace.
    pub fn new(playbook: Arc<Playbook>) -> Self {
        Self {
            playbook,
            records: Records::default(),
            erased: BTreeSet::new(),
            links: Links::default(),
            undo: UndoStack::default(),
        }
    }

    /// A contact's history, taken back or not.
    pub fn record(&self, id: ContactId) -> Option<&Record> {
        self.records.get(id)
    }

    /// A contact as it stands.
    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.records.get(id)?.contact.as_ref()
    }

    /// A contact's history and those of the contacts merged into it.
    pub fn histories(&self, id: ContactId) -> impl Iterator<Item = (ContactId, &EventLog)> {
        let merged = self.contact(id).into_iter().flat_map(|contact| &contact.merged);
        let ids = std::iter::once(id).chain(merged.map(|other| other.id));
        ids.filter_map(|id| Some((id, &self.records.get(id)?.log)))
    }

    /// Every history.
    pub fn records(&self) -> impl Iterator<Item = (ContactId, &Record)> {
        self.records.iter()
    }

    /// Every contact, merged ones left out.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.records.contacts()
    }

    /// How many contacts there are, merged ones left out.
    pub fn count(&self) -> usize {
        self.records.count()
    }

    /// Another number after every change of a contact whose journey is over, or was before: what is
    /// learnt from journeys that are over stands as long as it does.
    pub fn endings(&self) -> u64 {
        self.records.endings()
    }

    /// What is held of a contact; none of one that is not known.
    pub fn held(&self, id: ContactId) -> Option<Held> {
        if self.erased.contains(&id) {
            return Some(Held::Erased);
        }
        self.records.get(id).map(|record| record.log.clone().into())
    }

    /// The contacts that were erased.
    pub fn erased(&self) -> &BTreeSet<ContactId> {
        &self.erased
    }

    /// Takes in what storage, another tab or a file holds of a contact, joined with what is here.
    /// Says whether that changed anything.
    ///
    /// That a contact was erased takes the place of all that is here, and nothing comes back past it.
    /// It is no action of this tab: undo leaves it.
    pub fn take_in(&mut self, id: ContactId, held: impl Into<Held>) -> bool {
        !self.take_in_all([(id, held.into())]).is_empty()
    }

    /// Takes in what is held of several; whoever is merged is made anew once. Gives those that changed.
    pub fn take_in_all(
        &mut self,
        all: impl IntoIterator<Item = (ContactId, Held)>,
    ) -> Vec<ContactId> {
        let (mut changed, mut linked) = (Vec::new(), BTreeSet::new());
        for (id, held) in all {
            if self.join(id, held, &mut linked) {
                changed.push(id);
            }
        }
        self.settle(linked);
        changed
    }

    fn join(&mut self, id: ContactId, held: Held, linked: &mut BTreeSet<ContactId>) -> bool {
        if self.erased.contains(&id) {
            return false;
        }
        let log = match held {
            Held::History(log) => log,
            Held::Erased => {
                self.erase(id);
                return true;
            }
        };
        let known = self.records.get(id).map(|known| &known.log);
        let mut joined = known.cloned().unwrap_or_default();
        let changes = joined.join(&log) || self.records.get(id).is_none();
        if changes {
            self.place(id, joined, linked);
        }
        changes
    }

    /// Forgets all of a contact but that it was erased. That cannot be undone, and nothing recorded
    /// of it anywhere comes back.
    pub fn erase(&mut self, id: ContactId) {
        let mut kin = self.links.kin(id);
        self.links.set(id, None);
        self.records.take(id);
        self.erased.insert(id);
        self.undo.forget(id);
        kin.remove(&id);
        self.make_anew(&kin);
    }

    /// The contacts that are one person: it and those it was merged with.
    pub fn person(&self, id: ContactId) -> BTreeSet<ContactId> {
        self.links.kin(id)
    }

    /// Carries out commands on a contact as one action, which one undo takes back. Each is decided on
    /// the contact as it stood before all of them, and those that change nothing are passed over. Says
    /// what the first of the rest is called. `today` is the day where the person is.
    ///
    /// # Errors
    /// The [`Refusal`] of the first that is refused, or [`Refusal::NothingChanges`] where all change
    /// nothing; then nothing happened.
    pub fn run_all(
        &mut self,
        id: ContactId,
        commands: Vec<Command>,
        today: NaiveDate,
        stamp: &mut Stamp<'_>,
    ) -> Result<Deed, Refusal> {
        let (mut done, mut kinds) = (None, Vec::new());
        for command in commands {
            let deed = Deed::of(&command);
            match decide(&self.playbook, self.contact(id), command, today) {
                Ok(more) => {
                    done.get_or_insert(deed);
                    kinds.extend(more);
                }
                Err(Refusal::NothingChanges) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        let deed = done.ok_or(Refusal::NothingChanges)?;
        self.append(id, kinds, stamp);
        self.undo.did(Action::new(stamp.batch, vec![id], deed));
        Ok(deed)
    }

    /// Records what was decided for several contacts as one action; gives how many there are.
    ///
    /// # Errors
    /// [`Refusal::NothingChanges`] where there are none; then nothing happened.
    pub fn carry_out(
        &mut self,
        deed: Deed,
        changes: Changes,
        stamp: &mut Stamp<'_>,
    ) -> Result<usize, Refusal> {
        if changes.is_empty() {
            return Err(Refusal::NothingChanges);
        }
        let contacts: Vec<_> = changes.iter().map(|(id, _)| *id).collect();
        let count = contacts.len();
        for (id, kinds) in changes {
            self.append(id, kinds, stamp);
        }
        self.undo.did(Action::new(stamp.batch, contacts, deed));
        Ok(count)
    }

    fn append(
        &mut self,
        id: ContactId,
        kinds: impl IntoIterator<Item = EventKind>,
        stamp: &mut Stamp<'_>,
    ) {
        if self.erased.contains(&id) {
            return;
        }
        let mut log = self.records.take(id).map(|record| record.log).unwrap_or_default();
        stamp.append(&mut log, kinds);
        self.put(id, log);
    }

    /// Puts a history in its place, and makes anew whoever has to do with it.
    fn put(&mut self, id: ContactId, log: EventLog) {
        let mut linked = BTreeSet::new();
        self.place(id, log, &mut linked);
        self.settle(linked);
    }

    /// Puts a history in its place; adds whoever is merged by it, or was, to those to be made anew.
    fn place(&mut self, id: ContactId, log: EventLog, linked: &mut BTreeSet<ContactId>) {
        linked.extend(self.links.target(id));
        let record = Record::new(id, log);
        self.links.set(id, record.contact.as_ref().and_then(|contact| contact.merged_into));
        self.records.put(id, Box::new(record));
        if !self.links.is_alone(id) {
            linked.insert(id);
        }
    }

    /// Makes contacts anew with all they are merged with.
    fn settle(&mut self, linked: BTreeSet<ContactId>) {
        let mut kin = BTreeSet::new();
        for id in linked {
            if !kin.contains(&id) {
                kin.append(&mut self.links.kin(id));
            }
        }
        self.make_anew(&kin);
    }

    /// Makes contacts anew that are merged one into the other.
    fn make_anew(&mut self, kin: &BTreeSet<ContactId>) {
        let here = kin.iter().filter_map(|id| Some((*id, &self.records.get(*id)?.log)));
        for (id, contact) in fold_all(here) {
            if let Some(record) = self.records.take(id) {
                self.records.put(id, Box::new(Record::of(record.log, Some(contact))));
            }
        }
    }
}
