//! Writing a workspace file: what stands before the contacts, then one contact at a time.
//!
//! Owns the file's shape and layout. Refuses to know clocks. Invariant: a file written a contact at a
//! time is the whole file written at once.

use super::VERSION;
use super::state::State;
use crate::domain::calibration::Calibration;
use crate::domain::contact::Contact;
use crate::domain::event::Event;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::merged::fold_all;
use crate::domain::playbook::Playbook;
use crate::domain::rules::Rules;
use crate::domain::when::When;
use crate::exchange::json::{self, Format};
use chrono::{NaiveDate, Utc};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Down to here the file has one thing a line: an event is a line, a question of the playbook is.
const LEVELS: usize = 4;

/// How a file without contacts ends.
const NO_CONTACTS: &str = "[]\n}\n";

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

/// The file as a schema describes it.
#[cfg(feature = "schema")]
pub(in crate::exchange) type Described = File<'static, Vec<Outgoing<'static>>>;

/// A whole workspace: the playbook and every contact with its history.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(in crate::exchange) struct File<'a, C> {
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
pub(in crate::exchange) struct Outgoing<'a> {
    /// Its id.
    id: ContactId,
    /// Where it stands, for other tools: it follows from the events and is ignored when read.
    state: Option<State>,
    /// Its whole history.
    events: &'a [Event],
}

#[cfg(test)]
mod tests {
    use super::super::tests::{contact, event, file};
    use super::super::{WorkspaceFile, read};
    use super::*;
    use crate::domain::fold::fold;

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
}
