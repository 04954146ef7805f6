//! What a question's answer can be, as far as the tests that read it can tell.
//!
//! Answers that every test judges alike are one state. The first state is the answer as it is; the
//! others are answers still to be got. Invariants: a question whose answer is settled has no other
//! state; no state stands for an answer the question would refuse.

mod sample;

use super::Wanted;
use crate::domain::answer::Evidence;
use crate::domain::evaluate::Facts;
use crate::domain::ids::CriterionId;
use crate::domain::meets::meets;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::rule::{AnswerTest, MAX_DEPTH, Test};
use crate::domain::rules::{Node, Place};
use crate::domain::value::Value;
use sample::{Sample, samples};

/// A set of a question's states, one bit each.
pub(super) type Mask = u128;
/// The state of an answer that stays as it is.
pub(super) const AS_IS: Mask = 1;
/// The most states told apart; no question of a real playbook comes near.
const MOST: usize = Mask::BITS as usize;

/// The states of every question that criteria read.
pub(super) struct States<'a> {
    questions: Vec<Answered<'a>>,
}

/// The states of one question.
pub(super) struct Answered<'a> {
    /// The tests that read it.
    tests: Vec<&'a AnswerTest>,
    /// What each test comes to while the answer is as it is.
    as_is: Vec<Outcome>,
    /// Possible answers with what each test would come to.
    samples: Vec<(Sample, Vec<Outcome>, u32)>,
    /// How many states there are.
    count: u32,
    /// The lowest evidence that counts for every test.
    pub(super) floor: Evidence,
}

impl<'a> States<'a> {
    /// Finds out what is possible for the questions these criteria read.
    pub(super) fn of(facts: &'a Facts<'_>, criteria: &[CriterionId]) -> Self {
        let rules = facts.rules();
        let mut tests: Vec<Vec<&'a AnswerTest>> =
            vec![Vec::new(); facts.playbook().questions.len()];
        for number in criteria.iter().filter_map(|id| rules.number(id)) {
            collect(facts, rules.criterion(number), &mut tests, 0);
        }
        let answered = tests.into_iter().enumerate();
        Self { questions: answered.map(|(n, tests)| Answered::of(facts, n, tests)).collect() }
    }

    /// The states of a question, by its number.
    pub(super) fn question(&self, number: usize) -> &Answered<'a> {
        &self.questions[number]
    }
}

fn collect<'a>(facts: &'a Facts<'_>, rule: Place, tests: &mut [Vec<&'a AnswerTest>], depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    let rules = facts.rules();
    match rules.node(rule) {
        Node::All(branches) | Node::Any(branches) => {
            for branch in branches {
                collect(facts, *branch, tests, depth + 1);
            }
        }
        Node::Not(branch) => collect(facts, *branch, tests, depth + 1),
        Node::Criterion(number) => {
            collect(facts, rules.criterion(*number), tests, depth + 1);
        }
        Node::Test(question, test) => {
            if !tests[*question].contains(test) {
                tests[*question].push(test);
            }
        }
        Node::Nothing => {}
    }
}

impl<'a> Answered<'a> {
    fn of(facts: &Facts<'_>, number: usize, tests: Vec<&'a AnswerTest>) -> Self {
        let question = &facts.playbook().questions[number];
        let judge =
            |value: &Value, test: &AnswerTest| meets(value, &test.is, question, facts.today());
        let as_is: Vec<_> = tests.iter().map(|test| facts.answer(number, test)).collect();
        let mut floor = tests.iter().map(|test| facts.floor(test)).max();
        floor = floor.max(facts.given(number).map(|given| given.evidence));
        let (mut list, mut count) = (Vec::new(), 1);
        if as_is.contains(&Outcome::Unknown) && question.retired.is_none() {
            // What the question accepts is told apart, too, and what it refuses is no answer.
            let accept = question.accept.as_ref().map(|accept| &accept.is);
            let asked: Vec<&Test> = tests.iter().map(|test| &test.is).chain(accept).collect();
            let mut possible = samples(question, &asked, facts.today());
            possible.retain(|sample| question.refuses(&sample.value, facts.today()).is_none());
            for sample in possible {
                let outcomes: Vec<_> = tests.iter().map(|t| judge(&sample.value, t)).collect();
                let known = list.iter().find(|(_, other, _)| *other == outcomes);
                let state = known.map_or(count, |(_, _, state)| *state);
                if state == count && count as usize == MOST {
                    continue;
                }
                count = count.max(state + 1);
                list.push((sample, outcomes, state));
            }
        }
        Self { tests, as_is, samples: list, count, floor: floor.unwrap_or(Evidence::Claimed) }
    }

    /// Every state there is.
    pub(super) fn every(&self) -> Mask {
        if self.count as usize == MOST { Mask::MAX } else { (1 << self.count) - 1 }
    }

    /// The states in which a test comes to what is wanted.
    pub(super) fn mask(&self, test: &AnswerTest, wanted: Outcome) -> Mask {
        let Some(place) = self.tests.iter().position(|other| *other == test) else { return 0 };
        let as_is = if self.as_is[place] == wanted { AS_IS } else { 0 };
        let fit = self.samples.iter().filter(|(_, outcomes, _)| outcomes[place] == wanted);
        fit.fold(as_is, |mask, (_, _, state)| mask | 1 << state)
    }

    fn fit(&self, mask: Mask) -> impl Iterator<Item = &Sample> {
        let fit = self.samples.iter().filter(move |(_, _, state)| mask & 1 << state != 0);
        fit.map(|(sample, ..)| sample)
    }

    /// An answer that would do.
    pub(super) fn example(&self, mask: Mask) -> Value {
        let mut fit = self.fit(mask);
        fit.next().map_or_else(|| Value::Text(String::new()), |sample| sample.value.clone())
    }

    /// Whether an answer would do, were it known well enough.
    pub(super) fn takes(&self, value: &Value, mask: Mask) -> bool {
        self.fit(mask).any(|sample| &sample.value == value)
    }

    /// The answers that would do, in one description.
    pub(super) fn wanted(&self, mask: Mask) -> Wanted {
        let fit: Vec<_> = self.fit(mask).collect();
        if fit.len() == self.samples.len() {
            return Wanted::Anything;
        }
        sample::describe(&fit)
    }
}
