//! Faults in what stands in the place of what is retired: it must be there and lead to an end.

use super::{FaultKind, Faults};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Choice;
use crate::domain::playbook::retired::Retired;
use std::fmt::Display;

impl Faults<'_> {
    /// Adds what is wrong with the successors of questions and stages.
    pub(super) fn retired(&mut self, playbook: &Playbook) {
        let questions = playbook.questions.iter().map(|x| (&x.id, x.retired.as_ref()));
        self.chains("questions", &questions.collect::<Vec<_>>());
        let stages = playbook.stages.iter().map(|x| (&x.id, x.retired.as_ref()));
        self.chains("stages", &stages.collect::<Vec<_>>());
    }

    /// Adds what is wrong with the successors of options.
    pub(super) fn retired_options(&mut self, list: &str, options: &[Choice]) {
        let options = options.iter().map(|x| (&x.id, x.retired.as_ref()));
        self.chains(list, &options.collect::<Vec<_>>());
    }

    /// Of a list of ids, each that becomes what is not there or, in the end, itself.
    fn chains<I: PartialEq + Display>(
        &mut self,
        list: &str,
        entries: &[(&I, Option<&Retired<I>>)],
    ) {
        let becomes = |id: &I| {
            let (_, retired) = entries.iter().find(|(known, _)| *known == id)?;
            retired.and_then(|retired| retired.becomes.as_ref())
        };
        for (n, (id, _)) in entries.iter().enumerate() {
            let Some(next) = becomes(id) else { continue };
            let path = format!("{list}[{n}].retired.becomes");
            if !entries.iter().any(|(known, _)| *known == next) {
                self.add(&path, FaultKind::Undefined(next.to_string()));
                continue;
            }
            // A way longer than the list is long has come by some place twice.
            let mut way = std::iter::successors(Some(next), |id| becomes(id)).take(entries.len());
            if way.any(|passed| passed == *id) {
                self.add(&path, FaultKind::Circular(id.to_string()));
            }
        }
    }
}
