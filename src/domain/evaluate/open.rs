//! What rules that are not decided yet wait for: stronger evidence, answers, and what decides
//! whether those are asked at all.
//!
//! Refuses to say which of them to ask first (`app/wizard/`). Invariant: a question that only decided
//! branches read is never marked.

use super::Facts;
use crate::domain::answer::Evidence;
use crate::domain::ids::CriterionId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::rule::MAX_DEPTH;
use crate::domain::rules::{Node, Place};

impl Facts<'_> {
    /// The evidence a criterion still asks for where an answer is there but known too weakly.
    pub fn missing_evidence(&self, id: &CriterionId) -> Option<Evidence> {
        self.numbered_missing_evidence(self.rules.number(id))
    }

    /// [`Facts::missing_evidence`] of a criterion by its number.
    pub(in crate::domain) fn numbered_missing_evidence(
        &self,
        number: Option<usize>,
    ) -> Option<Evidence> {
        self.missing_evidence_at(self.rules.criterion(number?), 0)
    }

    fn missing_evidence_at(&self, rule: Place, depth: usize) -> Option<Evidence> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.rules.node(rule) {
            Node::All(parts) | Node::Any(parts) => {
                parts.iter().filter_map(|part| self.missing_evidence_at(*part, depth + 1)).max()
            }
            Node::Not(part) => self.missing_evidence_at(*part, depth + 1),
            Node::Criterion(number) => {
                self.missing_evidence_at(self.rules.criterion(*number), depth + 1)
            }
            Node::Test(question, test) => {
                let floor = self.floor(test);
                (self.given[*question]?.evidence < floor).then_some(floor)
            }
            Node::Nothing => None,
        }
    }

    /// Marks the questions a criterion still depends on: those of tests that are Unknown in
    /// branches that are not decided. `marks` has a place for every question's number.
    ///
    /// ```text
    /// any(pain = yes, all(age ≤ 5, first on the list))    age = 2 is on record
    ///   depends on pain and on the list; not on age, and on nothing once pain = yes
    /// ```
    pub fn mark_open(&self, id: &CriterionId, marks: &mut [bool]) {
        if let Some(number) = self.rules.number(id) {
            self.mark_at(self.rules.criterion(number), marks, 0);
        }
    }

    fn mark_at(&self, rule: Place, marks: &mut [bool], depth: usize) {
        if depth > MAX_DEPTH || self.judge_at(rule, depth) != Outcome::Unknown {
            return;
        }
        match self.rules.node(rule) {
            Node::All(parts) | Node::Any(parts) => {
                for part in parts {
                    self.mark_at(*part, marks, depth + 1);
                }
            }
            Node::Not(part) => self.mark_at(*part, marks, depth + 1),
            Node::Criterion(number) => {
                self.mark_at(self.rules.criterion(*number), marks, depth + 1);
            }
            Node::Test(question, _) => marks[*question] = true,
            Node::Nothing => {}
        }
    }

    /// Adds to the marked questions those that decide whether they are asked at all.
    pub fn mark_conditions(&self, marks: &mut [bool]) {
        // A `when` may depend on a question that has one itself, each at least once further.
        for _ in 0..marks.len() {
            let before = marks.iter().filter(|marked| **marked).count();
            for question in 0..marks.len() {
                if let (true, Some(when)) = (marks[question], self.rules.when(question)) {
                    self.mark_at(when, marks, 0);
                }
            }
            if marks.iter().filter(|marked| **marked).count() == before {
                return;
            }
        }
    }
}
