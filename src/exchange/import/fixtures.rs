//! A small playbook and tables, for the tests of an import.

use crate::domain::playbook::Playbook;
use crate::exchange::csv::{Dialect, Table, read};

pub(super) fn playbook() -> Playbook {
    let stage = |id: &str, title: &str| format!(r#"{{"id":"{id}","title":"{title}","exit":[]}}"#);
    let stages = [
        stage("qualifying", "Qualifying"),
        stage("discovery", "Discovery"),
        stage("proposal", "Proposal"),
        stage("closing", "Handshake"),
    ];
    let json = format!(
        r#"{{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,"title":"Tiny",
        "sections":[{{"id":"o","title":"O"}}],
        "questions":[
          {{"id":"pain","section":"o","title":"Pain","ask":"?","kind":"yes_no"}},
          {{"id":"industry","section":"o","title":"Industry","ask":"?","kind":
            {{"choice":{{"options":[{{"id":"technology","title":"Technology"}}]}}}}}}],
        "criteria":[],"gates":{{"prospect":[],"opportunity":[]}},"stages":[{}]}}"#,
        stages.join(",")
    );
    serde_json::from_str(&json).expect("a playbook")
}

pub(super) fn table(text: &str) -> Table {
    read("t.csv", text, Dialect::guess(text)).expect("a table")
}
