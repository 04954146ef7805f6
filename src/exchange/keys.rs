//! The names of what a browser keeps: which key holds what.
//!
//! Owns how keys are put together and taken apart, for both binaries. Refuses to know what is
//! stored under them and where. Invariant: every key the app makes is made here, and what is made here
//! reads back as it was. Scripts that work without it make two more: those of what a visitor sends
//! (`embed/handoff/store.js`), beside the drafts, and one to try the storage with (`embed/frame.js`).

mod names;

pub use names::{NoName, is_workspace_name, workspace_named};

use crate::domain::ids::ContactId;
use std::fmt;

/// How every key begins.
const PREFIX: &str = "ripen/1/";
/// Where the contacts of a workspace are.
const CONTACTS: &str = "contact/";
/// Where a workspace's results are that have not been taken in.
const INBOX: &str = "inbox/";
/// How the key of a stamp ends.
const STAMP: &str = "@";
/// Beside the workspaces, so none of them has this name.
const VISITOR: &str = "visitor";
/// Where a visitor's drafts are.
const DRAFTS: &str = "visitor/draft/";

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key<'a> {
    /// Something of a workspace, [by its name](is_workspace_name).
    Workspace(&'a str, Item),
    /// When something of a workspace was stored last.
    Stamp(&'a str, Item),
    /// The result of a visitor's run, for a workspace that has not taken it in.
    Inbox(&'a str, ContactId),
    /// A visitor's unfinished run, by the name it is stored under.
    Visitor(&'a str),
}

/// What a workspace keeps under a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Currency and author.
    Settings,
    /// The playbook that judges every contact.
    Playbook,
    /// What is being made of the playbook.
    Draft,
    /// The playbook that was in use before a switch.
    Former,
    /// What was being made of it.
    FormerDraft,
    /// That everything is asked, which a tab remembers until it is closed.
    AskEverything,
    /// When everything was taken out last.
    Backup,
    /// That some contacts are in the database alone.
    Overflow,
    /// What was chosen for the code that puts the wizard into a page.
    Embed,
    /// The history of a contact.
    Contact(ContactId),
}

impl<'a> Key<'a> {
    /// Takes a key apart; none for what is not this app's, or of another version.
    pub fn parse(key: &'a str) -> Option<Self> {
        let rest = key.strip_prefix(PREFIX)?;
        if let Some(name) = rest.strip_prefix(DRAFTS) {
            return Some(Self::Visitor(name));
        }
        let (workspace, item) = rest.split_once('/')?;
        if let Some(item) = item.strip_suffix(STAMP) {
            return Some(Self::Stamp(workspace, Item::parse(item)?));
        }
        if let Some(run) = item.strip_prefix(INBOX) {
            return Some(Self::Inbox(workspace, ContactId::parse(run)?));
        }
        Some(Self::Workspace(workspace, Item::parse(item)?))
    }
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workspace(workspace, item) => write!(f, "{PREFIX}{workspace}/{item}"),
            Self::Stamp(workspace, item) => write!(f, "{PREFIX}{workspace}/{item}{STAMP}"),
            Self::Inbox(workspace, run) => f.write_str(&inbox_key(workspace, *run)),
            Self::Visitor(name) => f.write_str(&draft_key(name)),
        }
    }
}

impl Item {
    /// Those there is one of.
    pub const SINGLE: [Self; 9] = [
        Self::Settings,
        Self::Playbook,
        Self::Draft,
        Self::Former,
        Self::FormerDraft,
        Self::AskEverything,
        Self::Backup,
        Self::Overflow,
        Self::Embed,
    ];

    /// What is called so; none for what this version does not know.
    pub fn parse(name: &str) -> Option<Self> {
        match name.strip_prefix(CONTACTS) {
            Some(id) => ContactId::parse(id).map(Self::Contact),
            None => Self::SINGLE.into_iter().find(|item| item.name() == name),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Playbook => "playbook",
            Self::Draft => "playbook-draft",
            Self::Former => "playbook-former",
            Self::FormerDraft => "playbook-former-draft",
            Self::AskEverything => "ask-everything",
            Self::Backup => "backup",
            Self::Overflow => "overflow",
            Self::Embed => "embed",
            Self::Contact(_) => CONTACTS,
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        if let Self::Contact(id) = self { id.fmt(f) } else { Ok(()) }
    }
}

/// The workspace a key belongs to; none for what is not this app's or no workspace's.
pub fn workspace_of(key: &str) -> Option<&str> {
    match Key::parse(key)? {
        Key::Workspace(name, _) | Key::Stamp(name, _) | Key::Inbox(name, _) => {
            Some(name).filter(|n| is_workspace_name(n))
        }
        Key::Visitor(_) => None,
    }
}

/// How every key of this app begins.
pub fn all() -> &'static str {
    PREFIX
}

/// The name of a workspace's database: as its keys begin, without the stroke.
pub fn database_of(workspace: &str) -> String {
    format!("{PREFIX}{workspace}")
}

/// The workspace a database is of; none for what is not this app's.
pub fn workspace_of_database(name: &str) -> Option<&str> {
    name.strip_prefix(PREFIX).filter(|name| is_workspace_name(name))
}

/// How every key of a workspace begins.
pub fn all_of(workspace: &str) -> String {
    format!("{PREFIX}{workspace}/")
}

/// How the keys begin under which a tab keeps the answers that were begun in a workspace: the contact
/// and the question follow.
pub fn unfinished_of(workspace: &str) -> String {
    format!("{PREFIX}{workspace}/unfinished/")
}

/// How the keys of all its contacts begin, also of those that name no contact.
pub fn contacts_of(workspace: &str) -> String {
    format!("{PREFIX}{workspace}/{CONTACTS}")
}

/// The key of a visitor's unfinished run. Apart from [`Key`], as the next one: the widget, which makes
/// no other keys, then carries no other names.
pub fn draft_key(name: &str) -> String {
    [PREFIX, DRAFTS, name].concat()
}

/// The key under which the result of a visitor's run waits for a workspace.
pub fn inbox_key(workspace: &str, run: ContactId) -> String {
    inbox_of(workspace) + &run.to_string()
}

/// How the keys begin under which results wait for a workspace, also those that name no run.
pub fn inbox_of(workspace: &str) -> String {
    [PREFIX, workspace, "/", INBOX].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0157df63-2800-7000-8000-0000000000aa";

    fn check(text: &str, key: Key<'_>) {
        assert_eq!(key.to_string(), text);
        assert_eq!(Key::parse(text), Some(key));
    }

    #[test]
    fn a_key_is_put_together_and_taken_apart() {
        check("ripen/1/default/settings", Key::Workspace("default", Item::Settings));
        check("ripen/1/demo/playbook", Key::Workspace("demo", Item::Playbook));
        check("ripen/1/a-1/playbook-draft", Key::Workspace("a-1", Item::Draft));
        check("ripen/1/demo/playbook-former", Key::Workspace("demo", Item::Former));
        check("ripen/1/demo/playbook-former-draft", Key::Workspace("demo", Item::FormerDraft));
        check("ripen/1/demo/ask-everything", Key::Workspace("demo", Item::AskEverything));
        let contact = Item::Contact(ContactId::parse(ID).unwrap());
        check(&format!("ripen/1/demo/contact/{ID}"), Key::Workspace("demo", contact));
        check("ripen/1/demo/backup", Key::Workspace("demo", Item::Backup));
        check("ripen/1/demo/overflow", Key::Workspace("demo", Item::Overflow));
        check("ripen/1/demo/embed", Key::Workspace("demo", Item::Embed));
        check("ripen/1/demo/playbook@", Key::Stamp("demo", Item::Playbook));
        let run = ContactId::parse(ID).unwrap();
        check(&format!("ripen/1/demo/inbox/{ID}"), Key::Inbox("demo", run));
        check("ripen/1/visitor/draft/quote", Key::Visitor("quote"));
        check("ripen/1/visitor/draft/a/settings", Key::Visitor("a/settings"));
        check("ripen/1/visitor/draft/", Key::Visitor(""));
    }

    #[test]
    fn what_is_no_key_is_told() {
        for text in [
            "",
            "ripen/1/",
            "ripen/1/settings",
            "ripen/1/demo/",
            "ripen/1/demo/setting",
            "ripen/1/demo/contact/",
            "ripen/1/demo/contact/7",
            "ripen/1/demo/contact/settings",
            "ripen/1/demo/inbox/",
            "ripen/1/demo/inbox/settings",
            "ripen/1/demo/more/settings",
            "ripen/1/demo/@",
            "ripen/1/demo/settings@@",
            "ripen/2/demo/settings",
            "other/ripen/1/demo/settings",
        ] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }

    #[test]
    fn keys_begin_as_they_are_looked_for() {
        let contact = Item::Contact(ContactId::parse(ID).unwrap());
        for item in Item::SINGLE.into_iter().chain([contact]) {
            let key = Key::Workspace("demo", item).to_string();
            assert!(key.starts_with(&all_of("demo")), "{key}");
            assert_eq!(key.starts_with(&contacts_of("demo")), item == contact, "{key}");
            assert!(!key.starts_with(&all_of("dem")), "{key}");
        }
        let waiting = Key::Inbox("demo", ContactId::parse(ID).unwrap()).to_string();
        assert!(waiting.starts_with(&all_of("demo")) && waiting.starts_with(&inbox_of("demo")));
        assert_eq!(workspace_of(&waiting), Some("demo"));
    }

    /// What scripts keep is apart from what is made here, and goes with it when everything is deleted.
    #[test]
    fn what_scripts_keep_stands_beside_it() {
        let script = |path: &str| std::fs::read_to_string(path).expect("a script");
        let between = |text: String, from: &str| {
            let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
            rest.split_once('"').expect("the end of a text").0.to_owned()
        };
        let outbox = between(script("embed/handoff/store.js"), "const PREFIX = \"");
        assert_eq!(outbox, format!("{PREFIX}{VISITOR}/outbox/"));
        let looked_for = between(script("embed/extras.js"), "join().includes(\"");
        assert_eq!(format!("{looked_for}/"), outbox);
        let sent = format!("{outbox}{ID}/webhook:https://example.com/");
        assert_eq!((Key::parse(&sent), workspace_of(&sent)), (None, None));
        let tried = between(script("embed/frame.js"), "const key = \"");
        assert!(!tried.starts_with(all()) && Key::parse(&tried).is_none(), "{tried}");
    }
}
