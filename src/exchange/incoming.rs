//! What Ripen's own files bring: exports, visitors' results and what the page saved when it stopped,
//! joined by contact and weighed against what is here.
//!
//! Refuses to read the files, to word anything and to record: [`Workspace::restore`] does. Invariants:
//! the same contact in two files comes as one; a visitor's run that is here comes no second time;
//! nobody who was erased is among those that come in.

use super::case_file::Case;
use super::rescue_file::Rescue;
use super::result_file::RunResult;
use super::workspace_file::WorkspaceFile;
use crate::app::restore::{Fate, fate};
use crate::app::workspace::Workspace;
use crate::domain::event::{EventKind, Field};
use crate::domain::fold::fold;
use crate::domain::ids::{BatchId, ContactId, EventId};
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What files bring.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Each file's name and what it is.
    pub files: Vec<(String, About)>,
    /// The contacts that are new or have more than what is here.
    pub contacts: BTreeMap<ContactId, Arrival>,
    /// The playbook of the first file that has one.
    pub playbook: Option<Playbook>,
    /// Whether that becomes the one of the workspace.
    pub adopts: bool,
    /// How many are not here, merged ones left out.
    pub new: usize,
    /// How many are not here and stand for nobody: they were merged into others.
    pub merged: usize,
    /// How many are here and get more.
    pub changed: usize,
    /// How many are here with all of that.
    pub unchanged: usize,
    /// Those that were erased here.
    pub erased: BTreeMap<ContactId, Arrival>,
    /// Contacts that were erased where a file was made.
    pub gone: BTreeSet<ContactId>,
    /// Those that are still to be weighed.
    waiting: BTreeMap<ContactId, Arrival>,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// An export: how many contacts, and when it was made.
    Workspace(Contacts, When),
    /// What the page saved: how many contacts, when, and how many of them cannot be read.
    Rescue(Contacts, When, usize),
    /// One contact's case: who it is, where that is said, and when it was shared.
    Case(Option<String>, When),
    /// A visitor's run: who it was, where that is said, and when.
    Result(Option<String>, When),
}

/// How many contacts a file holds, counted as a workspace counts its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Those that go on.
    pub going_on: usize,
    /// Those merged into others.
    pub merged: usize,
}

impl Contacts {
    /// Counts histories; those that were taken back whole are nobody.
    fn of(all: &BTreeMap<ContactId, EventLog>) -> Self {
        let mut count = Self::default();
        for log in all.values().filter(|log| log.live().next().is_some()) {
            if merged_into(log).is_some_and(|into| all.contains_key(&into)) {
                count.merged += 1;
            } else {
                count.going_on += 1;
            }
        }
        count
    }
}

/// The contact that goes on in place of the one a history is of.
fn merged_into(log: &EventLog) -> Option<ContactId> {
    let into = log.live().filter_map(|event| match &event.kind {
        EventKind::MergedInto(merged) => Some(merged.contact),
        _ => None,
    });
    into.last()
}

/// A history that comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// The history.
    pub log: EventLog,
    /// Whether it is made from a visitor's run: its events are new ones each time it is read.
    is_run: bool,
}

impl Incoming {
    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Adds an export.
    pub fn add_workspace(&mut self, name: String, file: WorkspaceFile) {
        self.files.push((name, About::Workspace(Contacts::of(&file.contacts), file.exported_at)));
        self.add_all(file.contacts);
        self.gone.extend(file.erased);
        self.playbook.get_or_insert(file.playbook);
    }

    /// Adds what the page saved.
    pub fn add_rescue(&mut self, name: String, rescue: Rescue) {
        let about =
            About::Rescue(Contacts::of(&rescue.contacts), rescue.saved_at, rescue.unreadable);
        self.files.push((name, about));
        self.add_all(rescue.contacts);
        self.gone.extend(rescue.erased);
        if let Some(playbook) = rescue.playbook {
            self.playbook.get_or_insert(playbook);
        }
    }

    /// Adds a case that somebody shared.
    pub fn add_case(&mut self, name: String, case: Case) {
        let contact = fold(case.contact, &case.log);
        let who = contact.as_ref().and_then(|contact| {
            contact.field(Field::Person).or(contact.field(Field::Organisation)).map(str::to_owned)
        });
        self.files.push((name, About::Case(who, case.shared_at)));
        self.add(case.contact, Arrival { log: case.log, is_run: false });
    }

    /// Adds a visitor's run as the history of a lead, under one action. `next_id` gives the id after
    /// another.
    pub fn add_result(
        &mut self,
        name: String,
        result: RunResult,
        batch: BatchId,
        mut next_id: impl FnMut(Option<EventId>) -> EventId,
    ) {
        let person = result.fields.get(&Field::Person).or(result.fields.get(&Field::Organisation));
        self.files.push((name, About::Result(person.cloned(), result.finished_at)));
        let (id, mut last) = (result.id, None);
        let events = result.into_events(batch, || {
            let next = next_id(last);
            last = Some(next);
            next
        });
        self.add(id, Arrival { log: EventLog::new(events), is_run: true });
    }

    fn add_all(&mut self, contacts: BTreeMap<ContactId, EventLog>) {
        for (id, log) in contacts {
            self.add(id, Arrival { log, is_run: false });
        }
    }

    fn add(&mut self, id: ContactId, arrival: Arrival) {
        match self.waiting.entry(id) {
            Entry::Vacant(free) => drop(free.insert(arrival)),
            Entry::Occupied(mut twin) if !arrival.is_run => {
                let twin = twin.get_mut();
                if twin.is_run {
                    *twin = arrival;
                } else {
                    twin.log.join(&arrival.log);
                }
            }
            Entry::Occupied(_) => {}
        }
    }

    /// Says whether the playbook becomes the one of the workspace, where another one `may` take the
    /// place of `ours`.
    pub fn choose_playbook(&mut self, ours: &Playbook, may: bool) {
        self.adopts = may && self.playbook.as_ref().is_some_and(|theirs| theirs != ours);
    }

    /// Counts what some of the contacts would change; says whether there are any left to weigh. What
    /// changes nothing is let go.
    pub fn weigh(&mut self, workspace: &Workspace, most: usize) -> bool {
        for _ in 0..most {
            let Some((id, arrival)) = self.waiting.pop_first() else { break };
            match fate(workspace, id, &arrival.log, arrival.is_run) {
                Fate::New if self.stands_for_nobody(workspace, &arrival.log) => self.merged += 1,
                Fate::New => self.new += 1,
                Fate::Changed => self.changed += 1,
                Fate::Unchanged => {
                    self.unchanged += 1;
                    continue;
                }
                Fate::Erased => {
                    self.erased.insert(id, arrival);
                    continue;
                }
            }
            self.contacts.insert(id, arrival);
        }
        !self.waiting.is_empty()
    }

    /// Whether a history is of somebody who was merged into another, who is here or comes along.
    fn stands_for_nobody(&self, workspace: &Workspace, log: &EventLog) -> bool {
        merged_into(log).is_some_and(|into| {
            let comes = self.waiting.contains_key(&into) || self.contacts.contains_key(&into);
            comes || workspace.record(into).is_some()
        })
    }

    /// How many contacts come in, merged ones left out.
    pub fn total(&self) -> usize {
        self.new + self.changed
    }
}

#[cfg(test)]
mod tests;
