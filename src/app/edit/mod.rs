//! Editing a playbook: a draft beside the published one, with undo, until it is published.
//!
//! Owns what can be changed and what may not: the functions of each noun stand in its file and
//! change a draft alone. Refuses to know fields, pages and storage. Invariants: no edit
//! brings a [fault](check) but for questions that still lack their wording; what the published playbook
//! asks, offers or enters is never gone from a draft, only retired; undoing everything gives back
//! the draft that was opened.

pub mod conditions;
pub mod criteria;
pub mod gates;
pub mod ids;
pub mod label;
pub mod languages;
pub mod list;
pub mod options;
pub mod overlays;
pub mod people;
pub mod questions;
mod rebase;
pub mod refused;
pub mod rule_words;
pub mod rules;
pub mod scoring;
pub mod sections;
pub mod sources;
pub mod stages;
pub mod uses;
pub mod words;

pub use label::{Done, Label};
pub use list::Way;
pub use rebase::{in_place, onto};
pub use refused::Refused;
pub use rule_words::KeptWords;

use crate::domain::playbook::check::{Fault, FaultKind, check};
use crate::domain::playbook::rule::Criterion;
use crate::domain::playbook::{Noun, Playbook};
use std::mem;
use std::sync::Arc;

/// Questions and criteria the steps that can be undone may hold together: each keeps a playbook.
const KEPT: usize = 60_000;
/// The steps that can be undone in a playbook of any size.
const KEPT_STEPS: usize = 20;

/// A playbook being edited.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    published: Arc<Playbook>,
    draft: Arc<Playbook>,
    done: Vec<Step>,
    undone: Vec<Step>,
    kept_words: Vec<KeptWords>,
}

/// A draft as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What is being made of the published playbook.
    pub playbook: Playbook,
    /// What was said of the words in it.
    pub kept_words: Vec<KeptWords>,
}

/// One change, with the draft on its other side.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    label: Label,
    draft: Arc<Playbook>,
}

impl Editor {
    /// A draft without changes.
    pub fn new(published: Arc<Playbook>) -> Self {
        let draft = Arc::clone(&published);
        let (done, undone, kept_words) = (Vec::new(), Vec::new(), Vec::new());
        Self { published, draft, done, undone, kept_words }
    }

    /// Goes on with a draft that was stored.
    pub fn open(published: Arc<Playbook>, draft: Draft) -> Self {
        let Draft { playbook, kept_words } = draft;
        let draft = Arc::new(rebase::onto(&published, playbook));
        Self { draft, kept_words, ..Self::new(published) }
    }

    /// What contacts are judged by.
    pub fn published(&self) -> &Arc<Playbook> {
        &self.published
    }

    /// What is being made of it.
    pub fn draft(&self) -> &Arc<Playbook> {
        &self.draft
    }

    /// Whether the draft differs from what is published.
    pub fn has_changes(&self) -> bool {
        !Arc::ptr_eq(&self.draft, &self.published) && self.draft != self.published
    }

    /// Changes the draft. What changes nothing is no step.
    ///
    /// # Errors
    /// What `edit` refuses, or a fault it would make; then nothing happened.
    pub fn change<T>(
        &mut self,
        label: Label,
        edit: impl FnOnce(&mut Playbook, &Playbook) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let mut draft = (*self.draft).clone();
        let made = edit(&mut draft, &self.published)?;
        people::tidy_profile(&mut draft);
        languages::follow(&self.draft, &mut draft);
        self.take(label, draft)?;
        Ok(made)
    }

    fn take(&mut self, label: Label, draft: Playbook) -> Result<(), Refused> {
        if draft == *self.draft {
            return Ok(());
        }
        let found = faults(&draft);
        // One that a stored playbook had all along hinders nobody from mending the others.
        let mut known = if found.is_empty() { Vec::new() } else { faults(&self.draft) };
        let is_new = |fault: &Fault| {
            let at = known.iter().position(|known| is_same(known, fault));
            at.map(|at| known.swap_remove(at)).is_none()
        };
        if let Some(fault) = found.into_iter().find(is_new) {
            return Err(Refused::of(fault));
        }
        if !rebase::keeps(&self.published, &draft) {
            return Err(Refused::Published);
        }
        self.step(label, Arc::new(draft));
        Ok(())
    }

    fn step(&mut self, label: Label, draft: Arc<Playbook>) {
        let size = draft.questions.len() + draft.criteria.len();
        let kept = (KEPT / size.max(1)).clamp(KEPT_STEPS, 200);
        if self.done.len() >= kept {
            self.done.drain(..=self.done.len() - kept);
        }
        self.undone.clear();
        let draft = mem::replace(&mut self.draft, draft);
        self.done.push(Step { label, draft });
    }

    /// What undo would take back.
    pub fn to_undo(&self) -> Option<&Label> {
        self.done.last().map(|step| &step.label)
    }

    /// What redo would put back.
    pub fn to_redo(&self) -> Option<&Label> {
        self.undone.last().map(|step| &step.label)
    }

    /// Takes the last change back; gives what it was, none when there is none.
    pub fn undo(&mut self) -> Option<Label> {
        let Step { label, draft } = self.done.pop()?;
        let draft = mem::replace(&mut self.draft, draft);
        self.undone.push(Step { label: label.clone(), draft });
        Some(label)
    }

    /// Puts the change undone last back; gives what it was, none when there is none.
    pub fn redo(&mut self) -> Option<Label> {
        let Step { label, draft } = self.undone.pop()?;
        let draft = mem::replace(&mut self.draft, draft);
        self.done.push(Step { label: label.clone(), draft });
        Some(label)
    }

    /// Throws the draft away. That is a change like any other and can be undone.
    pub fn discard(&mut self) {
        if self.has_changes() {
            let label = Label::new(Done::Discard, Noun::Playbook, &self.published.title);
            self.step(label, Arc::clone(&self.published));
        }
    }

    /// Takes in what another page made of the draft; none where it has no changes any more.
    pub fn take_in(&mut self, draft: Option<Draft>) {
        let draft = match draft {
            Some(Draft { playbook, kept_words }) => {
                self.kept_words = kept_words;
                rebase::onto(&self.published, playbook)
            }
            None => (*self.published).clone(),
        };
        if draft != *self.draft {
            let label = Label::new(Done::Elsewhere, Noun::Playbook, &draft.title);
            self.step(label, Arc::new(draft));
        }
    }

    /// Goes on from another published playbook: what the draft changed stays, and undo begins
    /// anew.
    pub fn rebase(&mut self, published: Arc<Playbook>) {
        if published == self.published {
            return;
        }
        *self = if self.has_changes() {
            let (playbook, kept_words) = ((*self.draft).clone(), self.kept_words.clone());
            Self::open(published, Draft { playbook, kept_words })
        } else {
            Self::new(published)
        };
    }

    /// The draft as the next version. Criteria whose rule is not put in words get those of
    /// `words`; a consent that says something else is counted as a new one.
    ///
    /// # Errors
    /// What the draft still lacks: the wording of questions, or what a stored playbook lacked all along.
    pub fn publish(
        &self,
        words: impl Fn(&Playbook, &Criterion) -> String,
    ) -> Result<Playbook, Vec<Fault>> {
        let lacking = check(&self.draft);
        if !lacking.is_empty() {
            return Err(lacking);
        }
        let mut next = (*self.draft).clone();
        next.revision = self.published.revision.saturating_add(1);
        for criterion in &mut next.criteria {
            if criterion.rule_text.is_empty() {
                criterion.rule_text = words(&self.draft, criterion);
            }
        }
        if let Some(consent) = &mut next.consent {
            consent.revision = match &self.published.consent {
                Some(before)
                    if before.text == consent.text
                        && before.details == consent.details
                        && languages::agree_alike(&self.published, &self.draft) =>
                {
                    before.revision
                }
                Some(before) => before.revision.saturating_add(1),
                None => consent.revision.max(1),
            };
        }
        Ok(next)
    }
}

/// What a draft must not have. A question without wording is only not finished.
pub fn faults(draft: &Playbook) -> Vec<Fault> {
    let mut faults = check(draft);
    faults.retain(|fault| fault.kind != FaultKind::NoWording);
    faults
}

/// Whether two faults are one, wherever in its list what is faulty stands by now.
fn is_same(one: &Fault, other: &Fault) -> bool {
    let names = |fault: &Fault| fault.path.replace(|c: char| c.is_ascii_digit(), "");
    one.kind == other.kind && names(one) == names(other)
}

#[cfg(test)]
mod tests;
