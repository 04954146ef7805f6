//! What rules that are not decided yet wait for, and what decides whether that is asked at all.
//!
//! Refuses to say which of it to ask first (`app/wizard/`) and in what an answer falls short
//! (`app/missing.rs`). Invariant: nothing in a branch that is decided is waited for.

use super::Facts;
use crate::domain::ids::CriterionId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::rule::{AnswerTest, MAX_DEPTH};
use crate::domain::rules::{Node, Place};

impl Facts<'_> {
    /// Marks the questions a criterion still depends on: those of tests that are Unknown in
    /// branches that are not decided. `marks` has a place for every question's number.
    ///
    /// ```text
    /// any(pain = yes, all(age ≤ 5, first on the list))    age = 2 is on record
    ///   depends on pain and on the list; not on age, and on nothing once pain = yes
    /// ```
    pub fn mark_open(&self, id: &CriterionId, marks: &mut [bool]) {
        self.open_tests(id, &mut |question, _| marks[question] = true);
    }

    /// Tells the tests that [mark](Facts::mark_open) their questions, each with the question's number.
    pub fn open_tests(&self, id: &CriterionId, tell: &mut dyn FnMut(usize, &AnswerTest)) {
        if let Some(number) = self.rules.number(id) {
            self.open_at(self.rules.criterion(number), tell, 0);
        }
    }

    fn open_at(&self, rule: Place, tell: &mut dyn FnMut(usize, &AnswerTest), depth: usize) {
        if depth > MAX_DEPTH || self.judge_at(rule, depth) != Outcome::Unknown {
            return;
        }
        match self.rules.node(rule) {
            Node::All(branches) | Node::Any(branches) => {
                for branch in branches {
                    self.open_at(*branch, tell, depth + 1);
                }
            }
            Node::Not(branch) => self.open_at(*branch, tell, depth + 1),
            Node::Criterion(number) => {
                self.open_at(self.rules.criterion(*number), tell, depth + 1);
            }
            Node::Test(question, test) => tell(*question, test),
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
                    self.open_at(when, &mut |question, _| marks[question] = true, 0);
                }
            }
            if marks.iter().filter(|marked| **marked).count() == before {
                return;
            }
        }
    }
}
