//! What is wrong or unwise in a playbook, each with its place in the file.
//!
//! Owns what a person should be told while editing definitions: faults first, then rules that say
//! something else than they seem to, gates nobody can pass, branches in vain, texts that are missing.
//! Refuses to word it and to change anything. Invariant: where something cannot be made out, nothing
//! is said; and no playbook, however it was made, costs more than bounded time.

mod asking;
mod bands;
mod base;
mod branches;
mod core;
pub mod finding;
mod found;
mod gates;
mod languages;
mod personal;
mod possible;
mod rules;
mod scores;
mod spans;
mod stale;
mod texts;
mod uses;
mod values;

pub use finding::{Finding, FindingKind, Severity};
pub use stale::stale;

use super::Playbook;
use super::check::check;
use asking::Asking;
use base::Base;
use found::{Findings, part_at};

/// Everything that is wrong or unwise in a playbook, worst first, else in the order of its parts.
///
/// ```
/// use ripen::domain::playbook::lint::{FindingKind, lint};
/// # let mut playbook: ripen::domain::playbook::Playbook =
/// #     serde_json::from_str(include_str!("../../../../playbooks/pain-interest-fit.json")).unwrap();
/// assert_eq!(lint(&playbook), []);
/// playbook.stages[0].exit.clear();
/// assert_eq!(lint(&playbook)[0].kind, FindingKind::EmptyExit("qualifying".into()));
/// ```
pub fn lint(playbook: &Playbook) -> Vec<Finding> {
    let mut found = Findings::default();
    for fault in check(playbook) {
        let of = part_at(playbook, &fault.path);
        found.add(fault.path, FindingKind::Fault { of, kind: fault.kind });
    }
    let base = Base::of(playbook);
    let possible = base.possible(None);
    let asking = Asking::of(&base);
    asking.report(&base, &mut found);
    rules::rules(&base, &possible, &asking.asked, &mut found);
    gates::gates(&base, &possible, &asking.asked, &mut found);
    core::core(&base, &mut found);
    let recalled = texts::texts(&base, &asking, &mut found);
    uses::uses(&base, &recalled, &mut found);
    bands::bands(playbook, &mut found);
    languages::languages(playbook, &mut found);
    scores::scores(&base, &possible, &mut found);
    personal::personal(&base, &mut found);
    found.sorted()
}
