//! The workspace file: a playbook and all contacts, with their whole history.
//!
//! Owns the file's shape and order. Refuses to know clocks and storage. Beside its events each
//! contact carries its derived state for other tools; it is ignored on the way in. Invariant:
//! contacts stand by id, events in their order, and export → import → export gives the same bytes
//! for the same moment.

mod reader;
mod state;

pub use reader::Reader;

use super::json::{self, Expected, Fault, FileError, Format};
use super::limits::{DEPTH, FILE_BYTES, out_of_reach};
use crate::domain::calibration::Calibration;
use crate::domain::contact::Contact;
use crate::domain::event::Event;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::merged::fold_all;
use crate::domain::playbook::{Playbook, check};
use crate::domain::rules::Rules;
use crate::domain::when::When;
use chrono::{NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use state::State;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the file's shape.
pub const VERSION: u32 = 1;

/// Down to here the file has one thing a line: an event is a line, a question of the playbook is.
const LEVELS: usize = 4;

/// How a file without contacts ends.
const NO_CONTACTS: &str = "[]\n}\n";

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

/// Writes a workspace.
pub fn write<'a>(
    exported_at: When,
    playbook: &Playbook,
    contacts: impl IntoIterator<Item = (ContactId, &'a EventLog)>,
    erased: &BTreeSet<ContactId>,
) -> String {
    let by_id: BTreeMap<_, _> = contacts.into_iter().collect();
    let known = fold_all(by_id.iter().map(|(id, log)| (*id, *log)));
    let mut writer = Writer::new(exported_at, playbook, known.values(), erased);
    for (id, log) in by_id {
        writer.add(id, log, known.get(&id));
    }
    writer.finish()
}

/// A workspace written a contact at a time, so that a page can breathe in between.
#[derive(Debug)]
pub struct Writer<'a> {
    rules: Rules<'a>,
    calibration: Calibration,
    today: NaiveDate,
    text: String,
    is_first: bool,
}

impl<'a> Writer<'a> {
    /// Writes what stands before the contacts. Derived state is that of the day of the export in
    /// Universal Time, so that the same moment gives the same file everywhere. Win chances are set
    /// right by `contacts`.
    pub fn new<'c>(
        exported_at: When,
        playbook: &'a Playbook,
        contacts: impl IntoIterator<Item = &'c Contact>,
        erased: &BTreeSet<ContactId>,
    ) -> Self {
        let (rules, today) = (Rules::of(playbook), exported_at.day(&Utc));
        let calibration = Calibration::of(&rules, contacts, today);
        let format = Format::Workspace.name();
        let none: [Outgoing<'_>; 0] = [];
        let erased = Some(erased).filter(|erased| !erased.is_empty());
        let file = File { format, version: VERSION, exported_at, playbook, erased, contacts: none };
        let mut text = json::write(&file, LEVELS);
        text.truncate(text.len() - NO_CONTACTS.len());
        Self { rules, calibration, today, text, is_first: true }
    }

    /// Writes a contact: its history, and how it stands with what was merged into it. They come in the
    /// order of their ids, each once.
    ///
    /// One whose every event is taken back has no state, yet keeps its events.
    pub fn add(&mut self, id: ContactId, log: &EventLog, contact: Option<&Contact>) {
        let state =
            contact.map(|contact| State::of(&self.rules, &self.calibration, contact, self.today));
        let contact = Outgoing { id, state, events: log.events() };
        self.text.push_str(if self.is_first { "[" } else { "," });
        self.is_first = false;
        for line in json::write(&contact, LEVELS - 2).lines() {
            self.text.push_str("\n    ");
            self.text.push_str(line);
        }
    }

    /// Ends the file.
    pub fn finish(mut self) -> String {
        self.text.push_str(if self.is_first { NO_CONTACTS } else { "\n  ]\n}\n" });
        self.text
    }
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

/// The file as a schema describes it.
#[cfg(feature = "schema")]
pub(super) type Described = File<'static, Vec<Outgoing<'static>>>;

/// A whole workspace: the playbook and every contact with its history.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct File<'a, C> {
    /// What the file is: always `ripen-workspace`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = Format::Workspace.name())))]
    format: &'a str,
    /// Version of the file's shape; a newer one than this app's is refused.
    #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
    version: u32,
    /// When it was written.
    exported_at: When,
    /// The playbook all contacts are judged by.
    playbook: &'a Playbook,
    /// The ids of contacts that were erased; nothing else is kept of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    erased: Option<&'a BTreeSet<ContactId>>,
    /// The contacts; one that is listed twice is the union of both.
    contacts: C,
}

/// One contact.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Contact"))]
pub(super) struct Outgoing<'a> {
    /// Its id.
    id: ContactId,
    /// Where it stands, for other tools: it follows from the events and is ignored when read.
    state: Option<State>,
    /// Its whole history.
    events: &'a [Event],
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
    use crate::domain::fold::fold;

    const PLAYBOOK: &str = include_str!("../../tests/fixtures/tiny.json");

    const EVENT: &str = r#"{"id":"0157df6b-3800-7000-8000-00000000000#","at":"2016-10-20",
        "by":"import","batch":"0157df6b-3800-7000-8000-0000000000aa","kind":KIND}"#;

    fn event(n: u8, kind: &str) -> String {
        EVENT.replace('#', &n.to_string()).replace("KIND", kind)
    }

    fn file(contacts: &str) -> String {
        format!(
            r#"{{"format":"ripen-workspace","version":1,"exported_at":"2026-11-21",
                "playbook":{PLAYBOOK},"contacts":[{contacts}]}}"#
        )
    }

    fn contact(n: u8, events: &[String]) -> String {
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
    fn a_contact_at_a_time_is_the_whole_file_at_once() {
        let created = [event(1, r#"{"created":{}}"#), event(2, r#"{"sang":{"a":[{"b":"\n"}]}}"#)];
        let one = contact(1, &created);
        for contacts in [String::new(), one.clone(), [one, contact(2, &[])].join(",")] {
            let WorkspaceFile { exported_at, playbook, contacts, erased } =
                read(&file(&contacts)).unwrap();
            let mut all = Vec::new();
            for (id, log) in &contacts {
                let state = fold(*id, log).map(|contact| {
                    let none = Calibration::default();
                    State::of(&Rules::of(&playbook), &none, &contact, exported_at.day(&Utc))
                });
                all.push(Outgoing { id: *id, state, events: log.events() });
            }
            let whole = File {
                format: Format::Workspace.name(),
                version: VERSION,
                exported_at,
                playbook: &playbook,
                erased: None,
                contacts: all,
            };
            let histories = contacts.iter().map(|(id, log)| (*id, log));
            assert_eq!(
                write(exported_at, &playbook, histories, &erased),
                json::write(&whole, LEVELS)
            );
        }
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
