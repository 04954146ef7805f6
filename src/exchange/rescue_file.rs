//! What the page saves when the app cannot start (`start.js`): every stored text, as it is.
//!
//! Owns reading it back. Refuses to write it: that must work without this app. Invariant: what cannot
//! be read in it is counted, and keeps nothing else from being read.

use super::json::{self, FileError, Format};
use super::keys::{Item, Key, workspace_of_database};
use super::limits::FILE_BYTES;
use super::{playbook_file, record};
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use crate::domain::when::When;
use crate::exchange::stamped::Stamped;
use serde::Deserialize;
use serde_json::Value;
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
    let file: Incoming = json::parse(text).map_err(FileError::Unreadable)?;
    if file.version > VERSION {
        return Err(FileError::Newer(file.version));
    }
    let stored = file.stored();
    let names: BTreeSet<_> = stored.iter().map(|(name, ..)| name.as_str()).collect();
    let name = match names.first() {
        Some(only) if names.len() == 1 && !names.contains(workspace) => *only,
        _ => workspace,
    };
    Ok(gather(file.saved_at, stored.iter().filter(|(of, ..)| of == name)))
}

/// A stored text: the workspace it is of, what it is, none where that is not known, and the text.
type Stored = (String, Option<Item>, String);

fn gather<'a>(saved_at: When, stored: impl Iterator<Item = &'a Stored>) -> Rescue {
    let (mut held, mut unreadable) = (BTreeMap::<ContactId, Held>::new(), BTreeSet::new());
    let mut playbook: Option<Stamped> = None;
    for (_, item, text) in stored {
        match item {
            Some(Item::Contact(id)) => match record::decode(text) {
                Ok(copy) => {
                    held.entry(*id).or_insert_with(|| EventLog::default().into()).merge(&copy);
                }
                Err(_) => drop(unreadable.insert(*id)),
            },
            Some(Item::Playbook) => {
                // In the database a stamp stands before it; of two the one stored later counts.
                let read =
                    Stamped::read(text).unwrap_or_else(|| Stamped { stamp: 0, text: text.clone() });
                if playbook.as_ref().is_none_or(|known| known.stamp < read.stamp) {
                    playbook = Some(read);
                }
            }
            _ => {}
        }
    }
    unreadable.retain(|id| !held.contains_key(id));
    let (mut contacts, mut erased) = (BTreeMap::new(), BTreeSet::new());
    for (id, held) in held {
        match held {
            Held::History(log) => drop(contacts.insert(id, log)),
            Held::Erased => drop(erased.insert(id)),
        }
    }
    let playbook = playbook.and_then(|stamped| playbook_file::read_kept(&stamped.text).ok());
    Rescue { saved_at, contacts, erased, playbook, unreadable: unreadable.len() }
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

impl Incoming {
    /// Everything in it, the database first: its texts are the lasting ones.
    fn stored(&self) -> Vec<Stored> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut all = Vec::new();
        for (name, stores) in &self.indexed_db {
            let Some(workspace) = workspace_of_database(name) else { continue };
            for (key, value) in stores.values().flatten() {
                let item = Item::parse(key).or_else(|| ContactId::parse(key).map(Item::Contact));
                all.push((workspace.to_owned(), item, text(value)));
            }
        }
        for (key, value) in &self.local_storage {
            if let Some(Key::Workspace(workspace, item)) = Key::parse(key) {
                all.push((workspace.to_owned(), Some(item), text(value)));
            }
        }
        all
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
        serde_json::json!({
            "format": "ripen-rescue", "version": 1, "savedAt": "2026-11-21T10:00:00.000Z",
            "localStorage": local, "indexedDB": database, "problems": [],
        })
        .to_string()
    }

    /// How many events each contact has, who was erased, and how many cannot be read.
    fn check(text: &str, workspace: &str, contacts: &[(&str, usize)], erased: usize, left: usize) {
        let rescue = read(text, workspace).unwrap();
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
    fn anything_else_is_said_to_be_what_it_is() {
        let none = serde_json::json!({});
        let newer = file(&none, &none).replace("\"version\":1", "\"version\":2");
        assert_eq!(read(&newer, "default"), Err(FileError::Newer(2)));
        assert!(matches!(read("{}", "default"), Err(FileError::Foreign(_))));
        assert!(matches!(read("{", "default"), Err(FileError::Unreadable(_))));
    }
}
