//! Faults in what a question takes and what becomes of its answers, beyond what a visitor meets.

use super::{FaultKind, Faults};
use crate::domain::playbook::question::{Question, QuestionKind};

impl Faults<'_> {
    /// Adds the faults of one question, by its number.
    pub(super) fn answers(&mut self, number: usize, question: &Question, path: &str) {
        self.retired_options(&format!("{path}.kind.options"), question.options());
        if let Some(accept) = &question.accept {
            self.test(number, &accept.is, &format!("{path}.accept.is"));
        }
        if question.sets.is_some_and(|sets| !sets.fits(&question.kind)) {
            self.add(&format!("{path}.sets"), FaultKind::WrongKind);
        }
        if let QuestionKind::Number { limits, .. } = &question.kind
            && limits.is_empty()
        {
            self.add(&format!("{path}.kind.number.limits"), FaultKind::NothingToChoose);
        }
    }
}
