//! A visitor's answers on their own device, saved as they are given, for 30 days.
//!
//! Key: `ripen/1/visitor/draft/<storage key or playbook id>`. Where the browser blocks storage the
//! run lives in memory alone. Invariant: a draft that cannot be read is left out, and written over
//! only by a newer answer of the same visitor.

use super::deliver::Delivered;
use crate::app::visit::Visit;
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::value::Value;
use crate::platform::repository::PREFIX;
use crate::platform::storage::Store;
use crate::platform::{clock, json};
use serde::{Deserialize, Serialize};

/// How long a draft is kept, in milliseconds: 30 days.
const LIFETIME: u64 = 30 * 24 * 60 * 60 * 1000;
/// The version of the draft's form.
const VERSION: u32 = 1;

/// A draft as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    v: u32,
    /// When it was written, in milliseconds since 1970.
    at: u64,
    /// The run, and the lead it becomes.
    pub run: ContactId,
    /// Whether the result was shown.
    pub finished: bool,
    /// What a workspace has of it already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered: Option<Delivered>,
    /// Every question put so far with its answer.
    pub answers: Vec<(QuestionId, Option<Value>)>,
}

impl Draft {
    /// A run as it stands.
    pub fn of(run: ContactId, visit: &Visit, finished: bool, delivered: Option<Delivered>) -> Self {
        let given = visit.given();
        let answers = given.map(|(question, value)| (question.clone(), value.cloned())).collect();
        Self { v: VERSION, at: clock::millis(), run, finished, delivered, answers }
    }
}

/// Where one visitor's draft is kept.
#[derive(Debug, Clone)]
pub struct Drafts {
    store: Option<Store>,
    key: String,
}

impl Drafts {
    /// The place for a name, probing the browser's storage.
    pub fn open(name: &str) -> Self {
        Self { store: Store::probe(), key: format!("{PREFIX}visitor/draft/{name}") }
    }

    /// Whether anything can be kept.
    pub fn is_available(&self) -> bool {
        self.store.is_some()
    }

    /// The draft, unless there is none, it is too old, or it cannot be read.
    pub fn load(&self) -> Option<Draft> {
        let text = self.store?.get(&self.key)?;
        let draft: Draft = json::parse(&text).ok()?;
        let age = clock::millis().saturating_sub(draft.at);
        if draft.v == VERSION && age < LIFETIME {
            return Some(draft);
        }
        if draft.v == VERSION {
            self.forget();
        }
        None
    }

    /// Keeps a draft; says whether the browser did.
    pub fn save(&self, draft: &Draft) -> bool {
        let text = json::to_text(draft).ok();
        let stored = self.store.zip(text).map(|(store, text)| store.set(&self.key, &text));
        stored.is_some_and(|stored| stored.is_ok())
    }

    /// Removes the draft.
    pub fn forget(&self) {
        if let Some(store) = self.store {
            store.remove(&self.key);
        }
    }
}
