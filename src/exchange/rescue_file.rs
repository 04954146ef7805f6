//! What the page saves when the app cannot start (`start.js`): every stored text, as it is.
//!
//! Owns reading it back. Refuses to write it: that must work without this app. Invariant: what cannot
//! be read in it is counted, and keeps nothing else from being read.

mod reader;

pub use reader::Reader;

use super::json::{self, FileError, Format};
use super::keys::{Item, Key, workspace_of_database};
use super::limits::FILE_BYTES;
use super::result_file::{self, RunResult};
use super::{playbook_file, record};
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::stamped::Stamped;
use serde::Deserialize;
use serde_json::Value;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the file's shape.
pub const VERSION: u32 = 1;

/// What of a workspace was saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescue {
    /// When it was saved.
    pub saved_at: When,
    /// The contacts with their histories: both homes joined.
    pub contacts: BTreeMap<ContactId, EventLog>,
    /// Results of visitors that the workspace had not taken in.
    pub waiting: Vec<RunResult>,
    /// The contacts that were erased.
    pub erased: BTreeSet<ContactId>,
    /// The playbook of the workspace, where it had one of its own that can be read.
    pub playbook: Option<Playbook>,
    /// How many contacts cannot be read; they stay in the file.
    pub unreadable: usize,
}

/// Reads what was saved of one workspace: of the one with that name or, where there is none, of the
/// only one there is.
///
/// # Errors
/// What the file is instead, or the place where it cannot be read.
pub fn read(text: &str, workspace: &str) -> Result<Rescue, FileError> {
    if text.len() > FILE_BYTES {
        return Err(FileError::TooLarge { limit: FILE_BYTES });
    }
    let found = json::recognise(text)?;
    if found != Format::Rescue {
        return Err(FileError::Other { expected: Format::Rescue, found });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: Incoming = json::parse(text).map_err(FileError::Unreadable)?;
    if file.version > VERSION {
        return Err(FileError::Newer(file.version));
    }
    let mut gathered = Gathered::default();
    for (name, stores) in &file.indexed_db {
        for (key, value) in stores.values().flatten() {
            gathered.take_from_database(name, key, value);
        }
    }
    for (key, value) in &file.local_storage {
        gathered.take_from_local(key, value);
    }
    Ok(gathered.finish(file.saved_at, workspace))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Incoming {
    #[serde(default)]
    version: u32,
    saved_at: When,
    #[serde(default)]
    local_storage: BTreeMap<String, Value>,
    #[serde(default, rename = "indexedDB")]
    indexed_db: BTreeMap<String, BTreeMap<String, Vec<(String, Value)>>>,
}

/// What was found so far, by workspace; in which order makes no difference.
#[derive(Debug, Default)]
struct Gathered(BTreeMap<String, Gathering>);

/// What was found of one workspace.
#[derive(Debug, Default)]
struct Gathering {
    held: BTreeMap<ContactId, Held>,
    waiting: Vec<RunResult>,
    unreadable: BTreeSet<ContactId>,
    /// Of several the one stored later counts; of those, the one of the database, which is the lasting one.
    playbook: Option<(u64, bool, String)>,
}

impl Gathered {
    fn take_from_database(&mut self, name: &str, key: &str, value: &Value) {
        if let Some(workspace) = workspace_of_database(name) {
            let item = Item::parse(key).or_else(|| ContactId::parse(key).map(Item::Contact));
            self.take(workspace, item, value, true);
        }
    }

    fn take_from_local(&mut self, key: &str, value: &Value) {
        match Key::parse(key) {
            Some(Key::Workspace(workspace, item)) => self.take(workspace, Some(item), value, false),
            Some(Key::Inbox(workspace, run)) => {
                let found = self.of(workspace);
                match result_file::read::read(value.as_str().unwrap_or_default()) {
                    Ok(result) if result.id == run => found.waiting.push(result),
                    _ => drop(found.unreadable.insert(run)),
                }
            }
            _ => {}
        }
    }

    fn of(&mut self, workspace: &str) -> &mut Gathering {
        self.0.entry(workspace.to_owned()).or_default()
    }

    fn take(&mut self, workspace: &str, item: Option<Item>, value: &Value, lasting: bool) {
        let found = self.of(workspace);
        let text = value.as_str().unwrap_or_default();
        match item {
            Some(Item::Contact(id)) => match record::decode(text) {
                Ok(copy) => match found.held.entry(id) {
                    Entry::Vacant(free) => drop(free.insert(copy)),
                    Entry::Occupied(mut held) => drop(held.get_mut().join(&copy)),
                },
                Err(_) => drop(found.unreadable.insert(id)),
            },
            Some(Item::Playbook) => {
                // In the database a stamp stands before it.
                let read = Stamped::read(text);
                let read = read.unwrap_or_else(|| Stamped { stamp: 0, text: text.to_owned() });
                found.playbook = found.playbook.take().max(Some((read.stamp, lasting, read.text)));
            }
            _ => {}
        }
    }

    fn finish(mut self, saved_at: When, workspace: &str) -> Rescue {
        let found = self.0.remove(workspace);
        let only = if self.0.len() == 1 { self.0.pop_first() } else { None };
        let found = found.or(only.map(|(_, only)| only)).unwrap_or_default();
        let Gathering { held, mut waiting, mut unreadable, playbook } = found;
        unreadable.retain(|id| !held.contains_key(id));
        let (mut contacts, mut erased) = (BTreeMap::new(), BTreeSet::new());
        for (id, held) in held {
            match held {
                Held::History(log) => drop(contacts.insert(id, log)),
                Held::Erased => drop(erased.insert(id)),
            }
        }
        waiting.retain(|result| !erased.contains(&result.id));
        let playbook = playbook.and_then(|(.., text)| playbook_file::read_kept(&text).ok());
        Rescue { saved_at, contacts, waiting, erased, playbook, unreadable: unreadable.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "01a20053-188c-7e6d-b39b-1013f4bf59aa";
    const B: &str = "01a20053-188c-7e6d-b39b-1013f4bf59bb";
    const C: &str = "01a20053-188c-7e6d-b39b-1013f4bf59cc";

    fn record(n: u8) -> String {
        let id = format!("0157df6b3800700080000000000000{n:02x}");
        format!(r#"{{"v":1,"events":[{{"id":"{id}","batch":"{id}","kind":{{"created":{{}}}}}}]}}"#)
    }

    fn file(local: &Value, database: &Value) -> String {
        // In the order in which the page writes it.
        format!(
            r#"{{"format":"ripen-rescue","version":1,"savedAt":"2026-11-21T10:00:00.000Z",
                "localStorage": {local:#}, "indexedDB": {database:#}, "problems": []}}"#
        )
    }

    fn in_steps(text: &str, workspace: &str) -> Option<Rescue> {
        let mut reader = Reader::new(text);
        while reader.read() {}
        reader.finish(workspace)
    }

    /// How many events each contact has, who was erased, and how many cannot be read.
    fn check(text: &str, workspace: &str, contacts: &[(&str, usize)], erased: usize, left: usize) {
        let rescue = read(text, workspace).unwrap();
        assert_eq!(in_steps(text, workspace).as_ref(), Some(&rescue), "{workspace}");
        let found: Vec<_> =
            rescue.contacts.iter().map(|(id, log)| (id.to_string(), log.events().len())).collect();
        let expected: Vec<_> = contacts.iter().map(|(id, n)| ((*id).to_owned(), *n)).collect();
        assert_eq!(found, expected, "{workspace}");
        assert_eq!((rescue.erased.len(), rescue.unreadable), (erased, left), "{workspace}");
    }

    #[test]
    fn both_homes_come_back_joined() {
        let key = |workspace: &str, id: &str| format!("ripen/1/{workspace}/contact/{id}");
        let local = serde_json::json!({
            key("default", A): record(1), key("default", B): "{broken", key("other", A): record(9),
            "ripen/1/visitor/draft/x": "{}", "ripen/1/default/settings": "{}",
        });
        let database = serde_json::json!({
            "ripen/1/default": {
                "contacts": [[A, record(2)], [C, r#"{"v":1,"erased":true}"#]],
                "items": [["settings", "5\n{}"], ["playbook", "no playbook"]],
            },
            "ripen-else": { "contacts": [[A, record(7)]] },
        });
        let text = file(&local, &database);
        check(&text, "default", &[(A, 2)], 1, 1);
        check(&text, "other", &[(A, 1)], 0, 0);
        check(&text, "third", &[], 0, 0);
        let one = file(&serde_json::json!({ key("other", A): record(9) }), &serde_json::json!({}));
        check(&one, "default", &[(A, 1)], 0, 0);
    }

    #[test]
    fn results_that_waited_come_back() {
        let result = |id: &str, n: u8| {
            format!(
                r#"{{"format":"ripen-result","version":1,"schema":"ripen-result/1","id":"{id}",
                    "finished_at":"2026-11-21T09:3{n}:00.000Z","level":"lead","claimed_level":"lead",
                    "verdicts":[],"criteria":[],"playbook":{{"id":"p","version":1}},"answers":
                    [{{"question":"q","title":"Q","value":{{"number":{n}}},"evidence":"claimed"}}]}}"#
            )
        };
        let key = |id: &str| format!("ripen/1/default/inbox/{id}");
        let local = serde_json::json!({
            key(A): result(A, 1), key(B): result(B, 2), key(C): result(A, 3),
            key("01a20053-188c-7e6d-b39b-1013f4bf59dd"): "{broken",
            format!("ripen/1/default/contact/{A}"): record(1),
        });
        let database = serde_json::json!({
            "ripen/1/default": { "contacts": [[B, r#"{"v":1,"erased":true}"#]] },
        });
        let waiting = |text: &str| {
            let rescue = read(text, "default").unwrap();
            rescue.waiting.iter().map(|result| result.id.to_string()).collect::<Vec<_>>()
        };
        // Who was erased stays so.
        let both = file(&local, &database);
        check(&both, "default", &[(A, 1)], 1, 2);
        assert_eq!(waiting(&both), [A]);
        let local = file(&local, &serde_json::json!({}));
        check(&local, "default", &[(A, 1)], 0, 2);
        assert_eq!(waiting(&local), [A, B]);
    }

    /// Whatever is not as the page writes it is left to reading it as a whole, which says why.
    #[test]
    fn in_steps_it_reads_the_same_or_nothing() {
        let key = |id: &str| format!("ripen/1/default/contact/{id}");
        let local = serde_json::json!({ key(A): record(1), key(B): record(2), key(C): 7 });
        let database = serde_json::json!({
            "ripen/1/default": { "contacts": [[A, record(3)]], "items": [], "else": [["x", null]] },
            "other": {},
        });
        let text = file(&local, &database);
        let whole = read(&text, "default").unwrap();
        assert_eq!(in_steps(&text, "default"), Some(whole));
        // Read in steps none of them is taken; as a whole some are.
        for (old, new, is_readable) in [
            ("\"format\"", "\"x\":1,\"format\"", true),
            ("\"format\"", "\"form\\u0061t\"", true),
            ("\"problems\": []", "\"problems\": 1, \"problems\": 2", true),
            (&key(B), &key(A), true),
            ("ripen-rescue", "ripen-workspace", false),
            ("\"version\":1", "\"version\":2", false),
            ("\"version\":1", "\"version\":null", false),
            ("2026-11-21T10", "2026-11-41T10", false),
            ("\"problems\": []", "\"problems\": [}", false),
            ("\"problems\": []", "\"localStorage\": {}", false),
            ("\"problems\": []}", "\"problems\": []} x", false),
            ("null", "nul", false),
            ("\"else\": [", "\"else\": [1,", false),
            ("\"items\": []", "\"items\": {}", false),
            ("\"items\": []", "\"items\": [],", false),
            ("\"other\": {}", "\"other\": []", false),
        ] {
            let text = text.replacen(old, new, 1);
            assert_eq!(in_steps(&text, "default"), None, "{old} to {new}");
            assert_eq!(read(&text, "default").is_ok(), is_readable, "{old} to {new}");
        }
        for end in 0..text.len() {
            assert_eq!(in_steps(text.get(..end).unwrap_or_default(), "default"), None, "{end}");
        }
    }

    #[test]
    fn a_step_is_one_stored_text() {
        let all: serde_json::Map<_, _> = (0..200_u8)
            .map(|n| {
                (format!("ripen/1/default/contact/01a20053-188c-7e6d-b39b-1013f4bf{n:04x}"), n)
            })
            .map(|(key, n)| (key, record(n).into()))
            .collect();
        let text = file(&all.into(), &serde_json::json!({}));
        let (mut reader, mut left) = (Reader::new(&text), text.len());
        while reader.read() {
            assert!(left - reader.left() < 400, "{left}");
            left = reader.left();
        }
        assert_eq!(reader.finish("default").map(|rescue| rescue.contacts.len()), Some(200));
    }

    #[test]
    fn anything_else_is_said_to_be_what_it_is() {
        let none = serde_json::json!({});
        let newer = file(&none, &none).replace("\"version\":1", "\"version\":2");
        assert_eq!(read(&newer, "default"), Err(FileError::Newer(2)));
        assert!(matches!(read("{}", "default"), Err(FileError::Foreign(_))));
        assert!(matches!(read("{", "default"), Err(FileError::Unreadable(_))));
    }
}
