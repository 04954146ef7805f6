//! What Ripen's own files bring: exports, visitors' results and what the page saved when it stopped,
//! joined by contact and weighed against what is here.
//!
//! Refuses to read the files, to word anything and to record: [`Workspace::restore`] does. Invariants:
//! the same contact in two files comes as one; what a visitor's run said that is here comes no second time;
//! nobody who was erased is among those that come in.

use super::case_file::Case;
use super::rescue_file::Rescue;
use super::result_file::RunResult;
use super::workspace_file::WorkspaceFile;
use crate::app::restore::{Fate, brought_back, fate};
use crate::app::workspace::Workspace;
use crate::domain::event::{EventKind, Field};
use crate::domain::fold::fold;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use std::collections::{BTreeMap, BTreeSet};

/// What files bring.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Each file's name and what it is.
    pub files: Vec<(String, About)>,
    /// The contacts that are new or have more than what is here.
    pub contacts: BTreeMap<ContactId, EventLog>,
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
    pub erased: BTreeMap<ContactId, EventLog>,
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

/// What comes in of a contact.
#[derive(Debug, Clone, Default)]
struct Arrival {
    /// What files have of its history.
    log: EventLog,
    /// Its visitor's results: what they add depends on what is known.
    results: Vec<RunResult>,
}

impl Arrival {
    /// The history, beside what is here of the contact.
    fn history(self, workspace: &Workspace, id: ContactId, playbook: &Playbook) -> EventLog {
        let Self { mut log, mut results } = self;
        if results.is_empty() {
            return log;
        }
        // Who was erased may have been brought back before.
        let is_erased = workspace.erased().contains(&id);
        let here = if is_erased { brought_back(workspace, id) } else { id };
        let mut known = workspace.record(here).map(|it| it.log.clone()).unwrap_or_default();
        known.join(&log);
        results.sort_by_key(RunResult::moment);
        for result in results {
            let said = result.history(playbook, &known);
            known.join(&said);
            log.join(&said);
        }
        log
    }
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
        let mut contacts = Contacts::of(&rescue.contacts);
        let is_new = |result: &&RunResult| {
            let log = rescue.contacts.get(&result.id);
            log.is_none_or(|log| log.live().next().is_none())
        };
        contacts.going_on += rescue.waiting.iter().filter(is_new).count();
        self.files.push((name, About::Rescue(contacts, rescue.saved_at, rescue.unreadable)));
        self.add_all(rescue.contacts);
        for result in rescue.waiting {
            self.waiting.entry(result.id).or_default().results.push(result);
        }
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
        self.add(case.contact, case.log);
    }

    /// Adds a visitor's run.
    pub fn add_result(&mut self, name: String, result: RunResult) {
        let person = result.fields.get(&Field::Person).or(result.fields.get(&Field::Organisation));
        self.files.push((name, About::Result(person.cloned(), result.finished_at)));
        self.waiting.entry(result.id).or_default().results.push(result);
    }

    fn add_all(&mut self, contacts: BTreeMap<ContactId, EventLog>) {
        for (id, log) in contacts {
            self.add(id, log);
        }
    }

    fn add(&mut self, id: ContactId, log: EventLog) {
        let known = &mut self.waiting.entry(id).or_default().log;
        if known.events().is_empty() {
            *known = log;
        } else {
            known.join(&log);
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
            let adopted = self.playbook.as_ref().filter(|_| self.adopts);
            let log = arrival.history(workspace, id, adopted.unwrap_or(&workspace.playbook));
            match fate(workspace, id, &log) {
                Fate::New if self.stands_for_nobody(workspace, &log) => self.merged += 1,
                Fate::New => self.new += 1,
                Fate::Changed => self.changed += 1,
                Fate::Unchanged => {
                    self.unchanged += 1;
                    continue;
                }
                Fate::Erased => {
                    self.erased.insert(id, log);
                    continue;
                }
            }
            self.contacts.insert(id, log);
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
