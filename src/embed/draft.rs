//! A visitor's answers on their own device, saved as they are given, for 30 days.
//!
//! Kept under the element's storage key, else the playbook's id. Where the browser blocks storage
//! the run lives in memory alone. Invariant: a draft that cannot be read is left out, and written over
//! only by a newer answer of the same visitor.

use crate::app::visit::Visit;
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::value::Value;
use crate::exchange::keys::draft_key;
use crate::exchange::tree::{Tree, value};
use crate::platform::json::Parsed;
use crate::platform::storage::Store;
use crate::platform::{clock, json};
use serde::Serialize;

/// How long a draft is kept, in milliseconds: 30 days.
const LIFETIME: u64 = 30 * 24 * 60 * 60 * 1000;
/// The version of the draft's form.
const VERSION: f64 = 1.0;

/// Which run it is: when it began, and what chance gave it. The lead it becomes has its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RunKey {
    began: u64,
    random: [u8; 10],
}

impl RunKey {
    /// A run that begins now.
    pub fn new() -> Self {
        Self { began: clock::millis(), random: clock::random() }
    }

    /// The id of the lead it becomes.
    pub fn contact(self) -> ContactId {
        ContactId::new(self.began, self.random)
    }

    fn read(tree: &Parsed) -> Option<Self> {
        let mut random = [0; 10];
        let bytes = tree.get("random")?;
        bytes.length()?;
        for (byte, place) in random.iter_mut().zip(0..) {
            *byte = u8::try_from(whole(&bytes.item(place))?).ok()?;
        }
        Some(Self { began: whole(&tree.get("began")?)?, random })
    }
}

impl Default for RunKey {
    fn default() -> Self {
        Self::new()
    }
}

/// A draft as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Draft {
    v: f64,
    /// When it was written, in milliseconds since 1970, whatever the clock said after.
    pub at: u64,
    /// Which run it is of.
    pub run: RunKey,
    /// Whether the result was shown.
    pub finished: bool,
    /// Every question put so far with its answer.
    pub answers: Vec<(QuestionId, Option<Value>)>,
}

impl Draft {
    /// A run as it stands at a moment.
    pub fn of(run: RunKey, visit: &Visit, finished: bool, at: u64) -> Self {
        let given = visit.given();
        let answers = given.map(|(question, value)| (question.clone(), value.cloned())).collect();
        Self { v: VERSION, at, run, finished, answers }
    }

    /// Reads a draft of this version.
    fn read(text: &str) -> Option<Self> {
        let tree = Parsed::text(text)?;
        let v = tree.get("v")?.number()?;
        if v != VERSION {
            return None;
        }
        Some(Self {
            v,
            at: whole(&tree.get("at")?)?,
            run: RunKey::read(&tree.get("run")?)?,
            finished: tree.get("finished")?.truth()?,
            answers: value::answers(&tree.get("answers")?).ok()?,
        })
    }
}

/// A whole number that is not negative.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(tree: &Parsed) -> Option<u64> {
    tree.number().filter(|n| (0.0..9e15).contains(n)).map(|n| n as u64)
}

/// Where one visitor's draft is kept.
#[derive(Debug, Clone)]
pub struct Drafts {
    store: Option<Store>,
    key: String,
}

impl Drafts {
    /// The place for a name, probing the browser's storage; none where nothing is to be kept.
    pub fn open(name: &str, keeps: bool) -> Self {
        Self { store: keeps.then(Store::probe).flatten(), key: draft_key(name) }
    }

    /// Whether anything can be kept.
    pub fn is_available(&self) -> bool {
        self.store.is_some()
    }

    /// The draft, unless there is none, it is too old, or it cannot be read.
    pub fn load(&self) -> Option<Draft> {
        let draft = Draft::read(&self.store?.get(&self.key)?)?;
        let age = clock::millis().saturating_sub(draft.at);
        if age < LIFETIME {
            return Some(draft);
        }
        self.forget();
        None
    }

    /// Keeps a draft; says whether the browser did. One that cannot be read, or that a newer
    /// version wrote, is left as it is until the visitor has it forgotten.
    pub fn save(&self, draft: &Draft) -> bool {
        let known = self.store.and_then(|store| store.get(&self.key));
        if known.is_some_and(|text| Draft::read(&text).is_none()) {
            return false;
        }
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
