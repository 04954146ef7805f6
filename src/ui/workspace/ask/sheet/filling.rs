//! What stands in the form of one question among many: it is recorded as soon as an answer is given,
//! and what is on record shows in it.
//!
//! Invariant: what is being filled in stays where it says the same as what is on record.

use super::super::record::{Wrong, record};
use crate::app::entry::Entry;
use crate::app::sheet::to_record;
use crate::domain::answer::{Answers, Evidence, Given};
use crate::domain::ids::ContactId;
use crate::domain::playbook::question::{Face, Question, QuestionKind};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::wizard as text;
use crate::ui::wizard::errors;
use crate::ui::wizard::evidence::EvidenceFields;
use crate::ui::wizard::field::{Form, is_group};
use crate::ui::workspace::form::holds_no_day;
use leptos::prelude::*;

/// What is on record for the question.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Recorded {
    asked: Option<Evidence>,
    /// The answer that counts.
    pub(super) given: Option<Given>,
    /// A weaker answer that says something else.
    pub(super) also: Option<Given>,
}

impl Recorded {
    /// Reads it off the answers.
    pub(super) fn of(answers: &Answers, question: &Question) -> Self {
        Self {
            asked: answers.asked(&question.id),
            given: answers.get(&question.id).cloned(),
            also: answers.disagreement(&question.id).cloned(),
        }
    }

    /// The form as it is on record. That a visitor did not know is no answer of the rep's.
    pub(super) fn entry(&self, question: &Question) -> Entry {
        let asked = self.asked >= Some(Evidence::Confirmed);
        Entry::of(question, asked, self.given.as_ref().map(|given| &given.value), intl::plain)
    }

    /// The contact's own words.
    pub(super) fn note(&self) -> String {
        self.given.as_ref().and_then(|given| given.note.clone()).unwrap_or_default()
    }

    /// How well it is known; what a rep asks for is confirmed.
    pub(super) fn grade(&self) -> Evidence {
        self.given.as_ref().map_or(Evidence::Confirmed, |given| given.evidence)
    }
}

/// What the form of one question is made of.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    pub(super) context: AppContext,
    /// Whose.
    pub(super) id: ContactId,
    /// Which one.
    pub(super) question: StoredValue<Question>,
    /// The answer's part.
    pub(super) form: Form,
    /// What the answer rests on.
    pub(super) evidence: EvidenceFields,
    /// Whether the last key only tried an answer on.
    pub(super) trying: StoredValue<bool>,
}

impl Filling {
    /// Records what the form holds, where that is new; says whether nothing is wrong with it.
    pub(super) fn save(self) -> bool {
        let Self { context, id, form, evidence, .. } = self;
        // A form that goes with its page loses the focus when it is gone already.
        if self.trying.is_disposed() {
            return false;
        }
        let outcome = self.question.with_value(|question| {
            let unknown = form.entry.with_untracked(|entry| entry.unknown);
            if question.kind == QuestionKind::Date && !unknown && holds_no_day(&form.id("a")) {
                return Err(Wrong { in_note: false, words: text::not_a_day().to_owned() });
            }
            let command = context.workspace.with_untracked(|workspace| {
                let answers = &workspace.contact(id)?.answers;
                let (entry, basis) = (form.entry.get_untracked(), evidence.basis());
                Some(to_record(answers, question, &entry, basis, (form.currency, context.today())))
            });
            match command.unwrap_or(Ok(None)) {
                Ok(command) => record(context, id, command),
                Err(problem) => {
                    let group = is_group(question, Face::Rep);
                    let words = errors::words(&problem, &question.kind, group, form.currency);
                    Err(Wrong { in_note: false, words })
                }
            }
        });
        let right = outcome.is_ok();
        let (note, answer) = match outcome {
            Ok(()) => (None, None),
            Err(Wrong { in_note: true, words }) => (Some(words), None),
            Err(Wrong { in_note: false, words }) => (None, Some(words)),
        };
        evidence.mark(note);
        if form.message.with_untracked(|message| *message != answer) {
            form.message.set(answer);
        }
        right
    }

    /// Shows what is on record from now on; what is typed stays where it says the same.
    pub(super) fn show(self, recorded: &Recorded) {
        let Self { context, form, .. } = self;
        let value = recorded.given.as_ref().map(|given| &given.value);
        self.question.with_value(|question| {
            let same = form.entry.with_untracked(|entry| {
                let said = entry.read(question, form.currency, context.today());
                *entry == recorded.entry(question)
                    || value
                        .is_some_and(|value| said.is_ok_and(|said| said.as_ref() == Some(value)))
            });
            if !same {
                form.entry.set(recorded.entry(question));
                form.message.set(None);
            }
        });
        self.evidence.show(recorded.grade(), recorded.note());
    }
}
