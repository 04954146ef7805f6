//! The way through a playbook's questions, one at a time: the same for visitors and reps.
//!
//! Invariant: which question comes next depends on what was asked so far, never on where in the
//! file a question stands alone; "at most n left" is never exceeded.

use crate::domain::answer::Answers;
use crate::domain::assess::GateReading;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::question::{Face, Question};
use crate::domain::playbook::{Gate, Playbook};
use crate::domain::position::{Level, Position};
use crate::domain::range::Outcome;

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// This question is to be asked.
    Ask(QuestionId),
    /// Nothing is left to ask: the answers are shown for checking.
    Check,
}

/// A run through the questions that matter from a position.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The definitions.
    pub playbook: &'a Playbook,
    /// What is on record.
    pub answers: &'a Answers,
    /// Who reads the questions.
    pub face: Face,
    /// Where the contact stands; a visitor starts as a lead.
    pub position: &'a Position,
}

impl<'a> Run<'a> {
    /// The questions this run may ask, by section, then in playbook order.
    ///
    /// For a lead those of both gates below Opportunity; for a prospect those of its gate; for an
    /// opportunity the exit criteria of its stage, then the slots of the win chance.
    pub fn scope(&self) -> Vec<&'a Question> {
        let gates = self.playbook.gates();
        let rank = self.playbook.rank(self.position);
        let ahead: Vec<&Gate<'_>> = match self.position.level() {
            Level::Lead | Level::Prospect => gates.iter().take(2).skip(rank).collect(),
            Level::Opportunity => gates.iter().skip(rank).take(1).collect(),
            Level::Customer => Vec::new(),
        };
        let mut criteria: Vec<&CriterionId> = ahead.iter().flat_map(|gate| gate.criteria).collect();
        if self.position.level() == Level::Opportunity {
            let slots = self.playbook.chance.iter().flat_map(|model| &model.slots);
            criteria.extend(slots.map(|slot| &slot.criterion));
        }
        let rules = criteria.iter().filter_map(|id| Some(&self.playbook.criterion(id)?.rule));
        let read = self.playbook.questions_read(rules);
        // A question nobody judges by, such as the contact's own words, comes with its section.
        let sections: Vec<_> = read.iter().map(|question| &question.section).collect();
        let below = self.position.level() < Level::Opportunity;
        let unjudged = self.unjudged();
        self.by_section()
            .filter(|question| {
                read.iter().any(|other| other.id == question.id)
                    || (below
                        && sections.contains(&&question.section)
                        && unjudged.contains(&&question.id))
            })
            .filter(|question| question.wording(self.face).is_some())
            .collect()
    }

    /// The position this run asks for: Opportunity from below it, else one step up; none for a
    /// customer.
    pub fn goal(&self) -> Option<Position> {
        let rank = self.playbook.rank(self.position);
        let goal = if self.position.level() < Level::Opportunity { 2 } else { rank + 1 };
        self.playbook.path().get(goal).cloned()
    }

    /// Questions no criterion and no slot reads.
    fn unjudged(&self) -> Vec<&'a QuestionId> {
        let judged = self.playbook.questions_read(self.playbook.criteria.iter().map(|c| &c.rule));
        let rest = self.playbook.questions.iter().filter(|q| !judged.iter().any(|j| j.id == q.id));
        rest.map(|question| &question.id).collect()
    }

    fn by_section(&self) -> impl Iterator<Item = &'a Question> {
        let playbook = self.playbook;
        playbook.sections.iter().flat_map(move |section| {
            playbook.questions.iter().filter(move |question| question.section == section.id)
        })
    }

    fn facts(&self) -> Facts<'a> {
        let reading = match self.face {
            Face::Visitor => Reading::AsClaimed,
            Face::Rep => Reading::AsRequired,
        };
        Facts { playbook: self.playbook, answers: self.answers, reading }
    }

    /// What comes now: the first question of the scope that applies and was not asked yet. A
    /// knock-out ends the asking, since no answer could change the verdict any more.
    pub fn next(&self) -> Step {
        if self.is_knocked_out() {
            return Step::Check;
        }
        let facts = self.facts();
        let open = |question: &&Question| {
            !self.answers.was_asked(&question.id)
                && question.when.as_ref().is_none_or(|rule| facts.judge(rule) == Outcome::Met)
        };
        self.scope()
            .into_iter()
            .find(open)
            .map_or(Step::Check, |question| Step::Ask(question.id.clone()))
    }

    /// Whether a knock-out criterion of the gates ahead is not met.
    pub fn is_knocked_out(&self) -> bool {
        let facts = self.facts();
        let gates = self.playbook.gates();
        let ahead = gates.iter().take(2).skip(self.playbook.rank(self.position));
        ahead
            .map(|gate| GateReading::of(&facts, gate))
            .any(|gate| gate.knock_out(self.playbook).is_some())
    }

    /// How many questions can still come at the most.
    pub fn at_most_left(&self) -> usize {
        if self.is_knocked_out() {
            return 0;
        }
        self.scope().iter().filter(|q| !self.answers.was_asked(&q.id) && self.may_apply(q)).count()
    }

    /// Whether a question applies, or still may once others are answered.
    fn may_apply(&self, question: &Question) -> bool {
        let Some(rule) = &question.when else { return true };
        match self.facts().judge(rule) {
            Outcome::Met => true,
            Outcome::NotMet => false,
            Outcome::Unknown => self
                .playbook
                .questions_read([rule])
                .iter()
                .any(|source| !self.answers.was_asked(&source.id)),
        }
    }

    /// The questions asked so far in this scope that still apply, in order: the page to check.
    pub fn asked(&self) -> Vec<&'a Question> {
        let facts = self.facts();
        let applies = |question: &&Question| {
            self.answers.was_asked(&question.id)
                && question.when.as_ref().is_none_or(|rule| facts.judge(rule) != Outcome::NotMet)
        };
        self.scope().into_iter().filter(applies).collect()
    }
}
