//! What the answers must be for a rule to be met, or not to be: a set of answers a question.
//!
//! Cut question by question, no search. Invariant: as with [`Values`], too much may be held to be
//! possible, never too little. What is circular, undefined or beyond a budget of work counts as
//! possible, whatever is answered.

use super::values::{Domain, Values};
use crate::domain::rules::{Node, Place, Rules};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Sets of answers, by the question's number, ascending; a question that is not among them need
/// not be answered.
pub(super) type Needs = Vec<(usize, Values)>;

/// Why nobody can answer so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Never {
    /// The question whose tests exclude each other, or that nobody is asked.
    pub(super) question: Option<usize>,
    /// The branch at which nothing is left, where several must hold at once.
    pub(super) branch: usize,
}

/// What must be answered, or why it is no use.
pub(super) type Need = Result<Rc<Needs>, Never>;

/// The sets joined and cut before nothing more is said: seconds of work, which only a file made to
/// cost them reaches.
const BUDGET: usize = 2_000_000;

/// Finds out what must be answered, each criterion once.
pub(super) struct Possible<'r> {
    rules: &'r Rules<'r>,
    domains: &'r [Domain<'r>],
    circular: &'r [bool],
    /// Which questions can be answered, by number; all where none are given.
    askable: Option<&'r [bool]>,
    known: RefCell<Vec<[Option<Need>; 2]>>,
    spent: Cell<usize>,
}

impl<'r> Possible<'r> {
    pub(super) fn new(
        rules: &'r Rules<'r>,
        domains: &'r [Domain<'r>],
        circular: &'r [bool],
        askable: Option<&'r [bool]>,
    ) -> Self {
        let known = RefCell::new(vec![[None, None]; circular.len()]);
        Self { rules, domains, circular, askable, known, spent: Cell::new(0) }
    }

    /// What must be answered for a branch to be met; with `wanted` false, not to be met.
    pub(super) fn branch(&self, place: Place, wanted: bool) -> Need {
        match self.rules.node(place) {
            Node::All(branches) if wanted => {
                self.all(branches.iter().map(|p| self.branch(*p, true)))
            }
            Node::Any(branches) if !wanted => {
                self.all(branches.iter().map(|p| self.branch(*p, false)))
            }
            Node::All(branches) | Node::Any(branches) => {
                self.any(branches.iter().map(|branch| self.branch(*branch, wanted)))
            }
            Node::Not(branch) => self.branch(*branch, !wanted),
            Node::Criterion(number) => self.criterion(*number, wanted),
            Node::Test(question, test) => {
                let never = Err(Never { question: Some(*question), branch: 0 });
                if self.askable.is_some_and(|askable| !askable[*question]) {
                    return never;
                }
                match self.domains[*question].values(&test.is, wanted) {
                    Some(values) if !values.is_empty() => Ok(Rc::new(vec![(*question, values)])),
                    _ => never,
                }
            }
            Node::Nothing => Ok(Rc::default()),
        }
    }

    /// What must be answered for a criterion, by its number.
    pub(super) fn criterion(&self, number: usize, wanted: bool) -> Need {
        if self.circular[number] {
            return Ok(Rc::default());
        }
        if let Some(known) = &self.known.borrow()[number][usize::from(wanted)] {
            return known.clone();
        }
        let need = self.branch(self.rules.criterion(number), wanted);
        self.known.borrow_mut()[number][usize::from(wanted)] = Some(need.clone());
        need
    }

    /// What must be answered for all of several to hold.
    pub(super) fn all(&self, branches: impl IntoIterator<Item = Need>) -> Need {
        let mut needs: Vec<(usize, usize, Values)> = Vec::new();
        for (branch, need) in branches.into_iter().enumerate() {
            let need = need.map_err(|never| Never { branch, ..never })?;
            if !self.afford(need.len()) {
                return Ok(Rc::default());
            }
            needs.extend(need.iter().map(|(question, values)| (*question, branch, values.clone())));
        }
        needs.sort_by_key(|(question, branch, _)| (*question, *branch));
        let mut all: Needs = Vec::new();
        for (question, branch, values) in needs {
            match all.last_mut() {
                Some((last, left)) if *last == question => {
                    *left = left.and(&values);
                    if left.is_empty() {
                        return Err(Never { question: Some(question), branch });
                    }
                }
                _ => all.push((question, values)),
            }
        }
        Ok(Rc::new(all))
    }

    /// What must be answered for one of several to hold: what all that can hold have in common.
    fn any(&self, branches: impl Iterator<Item = Need>) -> Need {
        let (mut needs, mut possible, mut never) = (Needs::new(), 0, None);
        for (branch, need) in branches.enumerate() {
            match need {
                Ok(need) if self.afford(need.len()) => {
                    needs.extend(need.iter().cloned());
                    possible += 1;
                }
                Ok(_) => return Ok(Rc::default()),
                Err(reason) => never = never.or(Some(Never { branch, ..reason })),
            }
        }
        if possible == 0 {
            return Err(never.unwrap_or(Never { question: None, branch: 0 }));
        }
        needs.sort_by_key(|(question, _)| *question);
        let mut common = Needs::new();
        for alike in needs.chunk_by(|one, next| one.0 == next.0) {
            // A branch that does not read the question leaves it open.
            if let (Some((question, first)), true) = (alike.first(), alike.len() == possible) {
                let all = alike[1..].iter().fold(first.clone(), |all, (_, more)| all.or(more));
                common.push((*question, all));
            }
        }
        Ok(Rc::new(common))
    }

    fn afford(&self, sets: usize) -> bool {
        // Criteria that need nothing cost their visit all the same.
        self.spent.set(self.spent.get() + sets + 1);
        self.spent.get() <= BUDGET
    }
}
