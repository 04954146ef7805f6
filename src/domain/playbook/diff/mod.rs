//! What differs between two playbooks, part by part and field by field, in the order of the file.
//!
//! Owns what counts as the same part in both. Refuses to know words for people: parts and fields go
//! by their names in the file. Invariant: nothing differs exactly where two playbooks are equal up
//! to their revision, the version that publishing counts.

mod figures;
mod list;
mod parts;
mod people;
mod say;
mod walk;

use super::rule::{Rule, Test};
use super::{Noun, Playbook};
use crate::domain::ids::{CriterionId, SectionId};
use crate::domain::range::Range;

/// What something goes by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// Its id, or what stands for one in the file; empty for what there is once.
    pub id: String,
    /// Its name in the new playbook, or in the old one where it is gone; may be empty.
    pub title: String,
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What kind of thing it is.
    pub noun: Noun,
    /// What it is part of: the question of an option, the list of a reason.
    pub of: Option<Name>,
    /// Which one.
    pub name: Name,
    /// What happened to it.
    pub what: What,
}

/// What happened to a part.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The new playbook alone has it.
    Added,
    /// The old playbook alone has it.
    Removed,
    /// It is used no more.
    Retired {
        /// The id of what stands in its place.
        becomes: Option<String>,
    },
    /// It is in use again.
    Restored,
    /// It stands elsewhere among those of its kind.
    Moved,
    /// One of its fields is another.
    Changed {
        /// The field's key in the file; within another field after that one's and a dot.
        field: &'static str,
        /// What it said; none for nothing, and for what is too long to be told.
        before: Option<Said>,
        /// What it says.
        after: Option<Said>,
    },
}

/// What a field says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Words of the playbook's author.
    Text(String),
    /// Several of them.
    Texts(Vec<String>),
    /// A fixed word of the format.
    Key(&'static str),
    /// Several of them.
    Keys(Vec<&'static str>),
    /// A number.
    Number(f64),
    /// Several of them.
    Numbers(Vec<f64>),
    /// Yes or no.
    Yes(bool),
    /// Criteria, in order.
    Criteria(Vec<CriterionId>),
    /// A section.
    Section(SectionId),
    /// Any other id.
    Id(String),
    /// A rule.
    Rule(Rule),
    /// A test of the question's answer.
    Test(Test),
    /// A range of numbers.
    Range(Range),
}

/// What is another in `new` than in `old`.
pub fn diff(old: &Playbook, new: &Playbook) -> Vec<Change> {
    let mut walk = walk::Walk::new(old, new);
    walk.playbook();
    walk.found
}
