//! The workspace file: a playbook and all contacts, with their whole history.
//!
//! Owns the file's shape and order. Refuses to know clocks and storage. Beside its events each
//! contact carries its derived state for other tools; it is ignored on the way in. Invariant:
//! contacts stand by id, events in their order, and export → import → export gives the same bytes
//! for the same moment.

mod reader;
mod state;
mod writer;

pub use reader::Reader;
pub use writer::{Writer, write};

#[cfg(feature = "schema")]
pub(super) use writer::Described;

use super::json::{self, Expected, Fault, FileError, Format};
use super::limits::{DEPTH, FILE_BYTES, out_of_reach};
use crate::domain::event::Event;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::{Playbook, check};
use crate::domain::when::When;
use serde::Deserialize;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the file's shape.
pub const VERSION: u32 = 1;

/// What a workspace file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkspaceFile {
    /// When it was written.
    pub exported_at: When,
    /// The playbook all contacts are judged by.
    pub playbook: Playbook,
    /// The contacts with their histories.
    pub contacts: BTreeMap<ContactId, EventLog>,
    /// The contacts that were erased where it was written.
    pub erased: BTreeSet<ContactId>,
}

/// Reads a workspace.
///
/// A contact listed twice is the union of both; kinds of events this version does not know are
/// kept.
///
/// # Errors
/// What the file is instead, or the place where it cannot be taken; nothing is taken in part.
pub fn read(text: &str) -> Result<WorkspaceFile, FileError> {
    let expected =
        Expected { format: Format::Workspace, version: VERSION, bytes: FILE_BYTES, depth: DEPTH };
    let Incoming { exported_at, mut playbook, erased, contacts: incoming } =
        json::read(text, &expected)?;
    usable(&mut playbook)?;
    let mut contacts = BTreeMap::new();
    for (n, contact) in incoming.into_iter().enumerate() {
        if let Some((e, what)) =
            contact.events.iter().enumerate().find_map(|(e, event)| Some((e, out_of_reach(event)?)))
        {
            let path = format!("contacts[{n}].events[{e}]");
            let line = line_of(text, contact.events.get(e));
            return Err(FileError::Unreadable(Fault { path, line, reason: format!("{what:?}") }));
        }
        join(&mut contacts, contact);
    }
    let erased = erased.unwrap_or_default();
    Ok(WorkspaceFile::of(exported_at, playbook, erased, contacts))
}

/// Whether contacts can be judged by a playbook.
fn usable(playbook: &mut Playbook) -> Result<(), FileError> {
    playbook.name_options(&|_| None);
    let faults = check::check_kept(playbook);
    if faults.is_empty() { Ok(()) } else { Err(FileError::Playbook(faults)) }
}

/// Adds a contact; one that is there is the union of both.
fn join(contacts: &mut BTreeMap<ContactId, EventLog>, contact: IncomingContact) {
    let log = EventLog::new(contact.events);
    match contacts.entry(contact.id) {
        Entry::Vacant(free) => {
            free.insert(log);
        }
        Entry::Occupied(mut twin) => {
            twin.get_mut().join(&log);
        }
    }
}

impl WorkspaceFile {
    fn of(
        exported_at: When,
        playbook: Playbook,
        erased: BTreeSet<ContactId>,
        mut contacts: BTreeMap<ContactId, EventLog>,
    ) -> Self {
        // Nobody is both.
        contacts.retain(|id, _| !erased.contains(id));
        Self { exported_at, playbook, contacts, erased }
    }
}

/// The line an event's id is on; the file's last one where it is written another way.
fn line_of(text: &str, event: Option<&Event>) -> usize {
    let place = event.and_then(|event| text.find(&event.id.to_string())).unwrap_or(text.len());
    text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1
}

#[derive(Deserialize)]
struct Incoming {
    exported_at: When,
    playbook: Playbook,
    erased: Option<BTreeSet<ContactId>>,
    contacts: Vec<IncomingContact>,
}

#[derive(Deserialize)]
struct IncomingContact {
    id: ContactId,
    events: Vec<Event>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAYBOOK: &str = include_str!("../../tests/fixtures/tiny.json");

    const EVENT: &str = r#"{"id":"0157df6b-3800-7000-8000-00000000000#","at":"2016-10-20",
        "by":"import","batch":"0157df6b-3800-7000-8000-0000000000aa","kind":KIND}"#;

    pub(super) fn event(n: u8, kind: &str) -> String {
        EVENT.replace('#', &n.to_string()).replace("KIND", kind)
    }

    pub(super) fn file(contacts: &str) -> String {
        format!(
            r#"{{"format":"ripen-workspace","version":1,"exported_at":"2026-11-21",
                "playbook":{PLAYBOOK},"contacts":[{contacts}]}}"#
        )
    }

    pub(super) fn contact(n: u8, events: &[String]) -> String {
        let id = format!("0157df6b-3800-7000-8000-0000000000b{n}");
        format!(r#"{{"id":"{id}","state":[["ignored"]],"events":[{}]}}"#, events.join(","))
    }

    #[test]
    fn export_import_export_gives_the_same_bytes() {
        let answered = r#"{"answered":{"question":"pain","value":{"yes_no":true},"evidence":"confirmed","note":"\"Yes\""}}"#;
        let row = r#"{"imported":{"positions":[["opportunity/qualifying",null]],"end":["lost","2017-03-01"],"amount":{"minor":105400,"currency":"USD"}}}"#;
        let events = [
            event(3, answered),
            event(1, row),
            event(2, r#"{"sang":{"z":1,"a":[2.5,null]}}"#),
            event(4, r#"{"nurtured":{"until":"2027-01-01"}}"#),
        ];
        let gone = [event(5, r#"{"retracted":{"batch":"0157df6b-3800-7000-8000-0000000000ab"}}"#)];
        let text = file(&[contact(2, &events), contact(1, &gone)].join(","));
        let write = |file: &WorkspaceFile| {
            let contacts = file.contacts.iter().map(|(id, log)| (*id, log));
            super::write(file.exported_at, &file.playbook, contacts, &file.erased)
        };
        let first = write(&read(&text).unwrap());
        assert_eq!(write(&read(&first).unwrap()), first);
        assert!(first.contains("\n      \"state\": null,\n"), "{first}");
        assert!(first.contains("\n        \"level\": \"opportunity\",\n"), "{first}");
        assert!(first.contains("\"kind\":{\"sang\":{\"a\":[2.5,null],\"z\":1}}}"), "{first}");
    }

    #[test]
    fn a_contact_listed_twice_is_the_union_of_both() {
        let created = |n| [event(n, r#"{"created":{}}"#)];
        let text = file(&[contact(1, &created(1)), contact(1, &created(2))].join(","));
        let read = read(&text).unwrap();
        assert_eq!(read.contacts.len(), 1);
        assert_eq!(read.contacts.values().next().unwrap().events().len(), 2);
    }

    #[test]
    fn what_is_out_of_reach_is_named_with_its_place() {
        let late = event(2, r#"{"nurtured":{"until":"2300-01-01"}}"#);
        let text = file(&contact(1, &[event(1, r#"{"created":{}}"#), late]));
        let Err(FileError::Unreadable(fault)) = read(&text) else { panic!() };
        assert_eq!(fault.path, "contacts[0].events[1]");
        assert_eq!(text.lines().nth(fault.line - 1).unwrap().matches("000002").count(), 1);
    }

    #[test]
    fn a_playbook_nobody_can_be_judged_by_is_refused() {
        let text = file("").replace(r#"["pain"]"#, r#"["pian"]"#);
        assert!(matches!(read(&text), Err(FileError::Playbook(faults)) if faults.len() == 1));
    }
}
