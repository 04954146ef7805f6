//! Who is ever asked what: conditions that can never be met, and ends visitors can never come to.
//!
//! Invariant: a question counts as asked while that cannot be ruled out.

use super::base::Base;
use super::finding::FindingKind;
use super::found::Findings;
use super::possible::Possible;
use crate::domain::playbook::part::OutcomeName;
use crate::domain::playbook::question::{Face, Question};
use crate::domain::playbook::words::OutcomeText;

/// Which questions are ever asked, by number, and which ends visitors can come to.
pub(super) struct Asking {
    /// Somebody is asked, or was while it was not retired.
    pub(super) asked: Vec<bool>,
    visitor: Vec<bool>,
    /// The answers visitors give can pass the gate to Prospect, and that to Opportunity too.
    reached: [bool; 2],
}

/// How often conditions that wait for each other are gone through; those still waiting then count
/// as met.
const ROUNDS: usize = 16;

impl Asking {
    pub(super) fn of(base: &Base<'_>) -> Self {
        let asked = asked_of(base, |_| true);
        let visitor = asked_of(base, |question| question.ask.is_some());
        let reached = reached(base, &base.possible(Some(&visitor)));
        Self { asked, visitor, reached }
    }

    /// Whether visitors can come to an end.
    pub(super) fn comes_to(&self, outcome: OutcomeName) -> bool {
        match outcome {
            OutcomeName::NotAFit | OutcomeName::Lead => true,
            OutcomeName::Prospect => self.reached[0],
            OutcomeName::Opportunity => self.reached[1],
        }
    }

    /// Adds what was found.
    pub(super) fn report(&self, base: &Base<'_>, found: &mut Findings) {
        for (n, question) in base.playbook.questions.iter().enumerate() {
            let face = match (self.asked[n], self.visitor[n]) {
                (false, _) => Face::Rep,
                (true, false) if question.ask.is_some() => Face::Visitor,
                _ => continue,
            };
            let question = question.id.clone();
            found.add(
                format_args!("questions[{n}].when"),
                FindingKind::NeverAsked { question, face },
            );
        }
        if base.playbook.questions.iter().any(|question| question.ask.is_some()) {
            self.outcomes(base, found);
            self.wordings(base, found);
        }
    }

    /// Texts of ends no visitor comes to.
    fn outcomes(&self, base: &Base<'_>, found: &mut Findings) {
        let Some(outcomes) = &base.playbook.outcomes else { return };
        let possible = base.possible(Some(&self.visitor));
        let lower = lower_gates(base);
        let ends = [
            ("prospect", OutcomeName::Prospect, &outcomes.prospect),
            ("opportunity", OutcomeName::Opportunity, &outcomes.opportunity),
        ];
        for (n, (name, outcome, text)) in ends.into_iter().enumerate() {
            // Who is only screened is not meant to come further.
            let screened = n > 0 && base.playbook.screen;
            if self.reached[n] || is_blank(text) || screened {
                continue;
            }
            let criteria = lower[..=n].iter().flatten();
            let need = possible.all(criteria.map(|number| possible.criterion(*number, true)));
            let question = need.err().and_then(|never| never.question);
            let question = question.map(|number| base.question_id(number));
            // Where one end is out of reach, so is the one above it.
            return found.add(
                format_args!("outcomes.{name}"),
                FindingKind::OutcomeOutOfReach { outcome, question },
            );
        }
    }

    /// Questions of gates visitors can pass without being asked them.
    fn wordings(&self, base: &Base<'_>, found: &mut Findings) {
        let gates = lower_gates(base).into_iter().zip(self.reached);
        let passed = gates.filter(|(_, reached)| *reached).flat_map(|(criteria, _)| criteria);
        let read = base.questions_of(&base.reached(passed.map(Some)));
        for (n, question) in base.playbook.questions.iter().enumerate() {
            if read[n] && question.ask.is_none() && question.retired.is_none() {
                let (question, face) = (question.id.clone(), Face::Visitor);
                let kind = FindingKind::NoWordingFor { question, face };
                found.add(format_args!("questions[{n}].ask"), kind);
            }
        }
    }
}

fn is_blank(text: &OutcomeText) -> bool {
    [&text.title, &text.text, &text.next].into_iter().all(|text| text.trim().is_empty())
}

/// The numbers of the criteria of the two gates below Opportunity.
fn lower_gates(base: &Base<'_>) -> Vec<Vec<usize>> {
    let gates = base.gates().into_iter().take(2);
    gates.map(|gate| gate.criteria.into_iter().flatten().collect()).collect()
}

/// Which of the two gates can be passed, the lower ones included, with what visitors are asked. One
/// that nobody can pass is not for want of asking.
fn reached(base: &Base<'_>, visitor: &Possible<'_>) -> [bool; 2] {
    let everybody = base.possible(None);
    let lower = lower_gates(base);
    [0, 1].map(|n| {
        let passes = |possible: &Possible<'_>| {
            let criteria = lower[..=n].iter().flatten();
            possible.all(criteria.map(|number| possible.criterion(*number, true))).is_ok()
        };
        passes(visitor) || !passes(&everybody)
    })
}

/// The questions that are asked of somebody who has a wording for them.
fn asked_of(base: &Base<'_>, has_wording: impl Fn(&Question) -> bool) -> Vec<bool> {
    let questions = &base.playbook.questions;
    // A retired question is answered on record; that it is asked no more is told of elsewhere.
    let wording = |n: usize| has_wording(&questions[n]) || questions[n].retired.is_some();
    let always = |n: usize| questions[n].when.is_none() || questions[n].retired.is_some();
    let all = 0..questions.len();
    let mut asked: Vec<bool> = all.clone().map(|n| wording(n) && always(n)).collect();
    for round in 0..=ROUNDS {
        let waiting: Vec<usize> = all.clone().filter(|n| wording(*n) && !asked[*n]).collect();
        let possible = base.possible(Some(&asked));
        let met = |n: &usize| {
            let when = base.rules.when(*n);
            round == ROUNDS || when.is_none_or(|when| possible.branch(when, true).is_ok())
        };
        let more: Vec<usize> = waiting.into_iter().filter(met).collect();
        if more.is_empty() {
            break;
        }
        for n in more {
            asked[n] = true;
        }
    }
    asked
}
