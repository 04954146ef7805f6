//! A workspace that files are brought into, one after the other, as the page does it.
//!
//! Invariant: what is looked at is what comes in: every row is counted once.

use chrono::{DateTime, NaiveDate};
use ripen::app::command::Command;
use ripen::app::stamp::Stamp;
use ripen::app::workspace::Workspace;
use ripen::domain::contact::Contact;
use ripen::domain::event::{Author, By, Field};
use ripen::domain::ids::{AuthorId, BatchId, ContactId};
use ripen::domain::money::Currency;
use ripen::domain::playbook::Playbook;
use ripen::exchange::csv::{Dialect, read};
use ripen::exchange::import::known::Known;
use ripen::exchange::import::matching::{Doubted, Fate, Matching};
use ripen::exchange::import::plan::Plan;
use ripen::exchange::import::preview::Preview;
use std::sync::Arc;

const PLAYBOOK: &str = r#"{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,
    "title":"Tiny","sections":[{"id":"o","title":"Organisation"}],
    "questions":[{"id":"industry","section":"o","title":"Industry","ask":"?","kind":
        {"choice":{"options":[{"id":"retail","title":"Retail"},
                              {"id":"health","title":"Health","synonyms":["medical"]}]}}}],
    "criteria":[],"gates":{"prospect":[],"opportunity":[]},
    "stages":[{"id":"qualifying","title":"Qualifying","exit":[]},
              {"id":"discovery","title":"Discovery","exit":[]}],
    "reasons":{"disqualify":[{"id":"no","title":"No"}],"lose":[{"id":"gone","title":"Gone"}]}}"#;

/// A workspace with a clock that ticks once an action.
#[derive(Debug)]
pub(crate) struct Here {
    /// Everything in it.
    pub(crate) workspace: Workspace,
    actions: u8,
    drawn: u64,
}

impl Here {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let playbook: Playbook = serde_json::from_str(PLAYBOOK).unwrap();
        Self { workspace: Workspace::new(Arc::new(playbook)), actions: 0, drawn: 0 }
    }

    /// One these files were brought into.
    pub(crate) fn with(files: &[&str]) -> Self {
        let mut here = Self::new();
        for file in files {
            here.import(file);
        }
        here
    }

    /// Looks at a file, then brings it in.
    pub(crate) fn import(&mut self, text: &str) -> Preview {
        self.import_as(text, Doubted::default())
    }

    /// Brings a file in, with what was said of rows in doubt.
    pub(crate) fn import_as(&mut self, text: &str, doubted: Doubted) -> Preview {
        let tables = [read("t.csv", text, Dialect::guess(text)).unwrap()];
        let mut plan = Plan::guess(&tables, &self.workspace.playbook, Currency::USD).unwrap();
        plan.doubted = doubted;
        let mut known = Known::default();
        for (id, _) in self.workspace.records() {
            known.add(&self.workspace, id);
        }
        let mut matching = Matching::new(known, &plan, &tables);
        let (mut preview, mut rows) = (Preview::default(), Vec::new());
        for reading in plan.rows(&tables, &self.workspace.playbook) {
            let fate = preview.read(&mut matching, &self.workspace, reading);
            rows.extend(fate.and_then(Fate::into_arriving));
        }
        assert_eq!(preview.rows(), tables[0].rows.len(), "every row is counted once");
        assert_eq!(rows.len(), preview.new + preview.updated);
        let mut drawn = self.drawn;
        self.stamped(By::Import, |workspace, stamp| {
            let new_id = || {
                drawn += 1;
                ContactId::new(drawn, [1; 10])
            };
            let prepared = workspace.prepare(rows, new_id, stamp);
            workspace.import(prepared, stamp.batch);
        });
        self.drawn = drawn;
        preview
    }

    /// One action.
    pub(crate) fn stamped(&mut self, by: By, act: impl FnOnce(&mut Workspace, &mut Stamp<'_>)) {
        self.actions += 1;
        let now = DateTime::from_timestamp(1_795_297_664 + i64::from(self.actions), 0).unwrap();
        let (batch, mut random) = (BatchId::new(0, [self.actions; 10]), || [7; 10]);
        act(&mut self.workspace, &mut Stamp { now, by, batch, random: &mut random });
    }

    /// What a rep does to the contact of that name.
    pub(crate) fn rep(&mut self, name: &str, command: Command) {
        let id = self.contact(name).id;
        let by = By::Rep(Author { id: AuthorId::new("a"), name: "Jo".into() });
        self.stamped(by, |workspace, stamp| {
            workspace.run_all(id, vec![command], NaiveDate::default(), stamp).unwrap();
        });
    }

    /// The contact of that name.
    pub(crate) fn contact(&self, name: &str) -> &Contact {
        let is = |contact: &&Contact| {
            [Field::Person, Field::Organisation].iter().any(|f| contact.field(*f) == Some(name))
        };
        self.workspace.contacts().find(is).unwrap()
    }

    /// Takes the last action back.
    pub(crate) fn undo(&mut self) {
        let by = By::Import;
        self.stamped(by, |workspace, stamp| assert!(workspace.undo(stamp).is_some()));
    }
}

/// New, updated, unchanged, closed, duplicates.
pub(crate) fn numbers(preview: &Preview) -> [usize; 5] {
    let Preview { new, updated, unchanged, closed, duplicates, .. } = preview;
    [*new, *updated, *unchanged, closed.len(), duplicates.len()]
}
