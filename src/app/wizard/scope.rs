//! What a run asks about: the gates from where a contact stands, what is asked beside them, and the
//! questions all of these read.
//!
//! Refuses to know what was answered, but for the gates that were skipped. Invariant: with every
//! question come those that decide whether it applies, so that none waits for what never comes.
//! The widget links this, so it is loops: chains of iterators weigh twice as much.

use super::{Extent, Run};
use crate::domain::evaluate::Facts;
use crate::domain::ids::CriterionId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Gate;
use crate::domain::playbook::question::{Face, Question};
use crate::domain::position::Level;
use crate::domain::rules::Rules;
use std::ops::Range;

impl<'a> Run<'a> {
    /// The questions this run may ask: by section, in it those of knock-outs first, then in
    /// playbook order.
    ///
    /// For a lead those of both gates below Opportunity; for a prospect those of its gate; for an
    /// opportunity the exit criteria of its stage, then the slots of the win chance and the cards.
    /// Whoever stands further than the answers is asked for the gates that were skipped, too. With
    /// all of them come the questions that decide whether they apply. Where everything is asked,
    /// only what belongs to later stages alone is left for later.
    pub fn scope(&self) -> Vec<&'a Question> {
        let rules = Rules::of(self.playbook);
        self.scope_by(&self.facts(&rules))
    }

    pub(super) fn scope_by(&self, facts: &Facts<'_>) -> Vec<&'a Question> {
        let (mut ends, mut rules) = (Vec::new(), Vec::new());
        for id in self.criteria(facts) {
            let Some(criterion) = self.playbook.criterion(id) else { continue };
            rules.push(&criterion.rule);
            if criterion.knock_out.is_some() {
                ends.push(&criterion.rule);
            }
        }
        let (ends, read) =
            (self.playbook.questions_read(ends), self.playbook.questions_read(rules));
        let later = self.of_later_stages();
        let mut taken = Vec::new();
        for question in &self.playbook.questions {
            if is_in(&read, question)
                || (question.ask_anyway && read.iter().any(|q| q.section == question.section))
                || (self.extent == Extent::Everything && !is_in(&later, question))
            {
                taken.push(question);
            }
        }
        taken.retain(|question| self.can_ask(question));
        // What decides whether a question applies may hang on others itself.
        let mut next = 0;
        while let Some(question) = taken.get(next) {
            for source in self.playbook.questions_read(&question.when) {
                if self.can_ask(source) && !is_in(&taken, source) {
                    taken.push(source);
                }
            }
            next += 1;
        }
        let mut scope = Vec::new();
        for section in &self.playbook.sections {
            for first in [true, false] {
                for question in &self.playbook.questions {
                    if question.section == section.id
                        && is_in(&ends, question) == first
                        && is_in(&taken, question)
                    {
                        scope.push(question);
                    }
                }
            }
        }
        scope
    }

    /// Whether this face can be asked a question at all.
    fn can_ask(&self, question: &Question) -> bool {
        question.retired.is_none() && question.wording(self.face).is_some()
    }

    /// The questions that only the exit criteria of stages beyond this run read: what is not to be
    /// known before the contact gets there. Empty where they are not asked anyway.
    fn of_later_stages(&self) -> Vec<&'a Question> {
        if self.extent == Extent::Needed {
            return Vec::new();
        }
        let mut exits = Vec::new();
        for gate in self.playbook.gates_of(self.ranks().end..usize::MAX) {
            for id in gate.criteria {
                exits.push(id);
            }
        }
        let beside = self.slots_and_cards();
        let (mut now, mut later) = (Vec::new(), Vec::new());
        for criterion in &self.playbook.criteria {
            let is_later = exits.contains(&&criterion.id) && !beside.contains(&&criterion.id);
            (if is_later { &mut later } else { &mut now }).push(&criterion.rule);
        }
        let now = self.playbook.questions_read(now);
        let mut later = self.playbook.questions_read(later);
        later.retain(|question| !is_in(&now, question));
        later
    }

    /// The ranks of the gates ahead that this run asks for: all below Opportunity, else the next. Where
    /// visitors are only screened, that to Prospect is all they are asked for.
    fn ranks(&self) -> Range<usize> {
        let rank = self.playbook.rank(self.position);
        let screens = self.face == Face::Visitor && self.playbook.screen;
        rank..(rank + 1).max(if screens { 1 } else { 2 })
    }

    /// The gates ahead, lowest first.
    pub(super) fn gates_ahead(&self) -> Vec<Gate<'a>> {
        self.playbook.gates_of(self.ranks())
    }

    /// The gates behind from the first one that the answers do not pass: skipped by an override, or
    /// before there was a record. Nobody asks a customer for them.
    pub(super) fn gates_skipped(&self, facts: &Facts<'_>) -> Vec<Gate<'a>> {
        let mut gates = Vec::new();
        if self.position.level() != Level::Customer {
            for gate in self.playbook.gates_of(0..self.ranks().start) {
                if !gates.is_empty() || outcome(facts, &gate) != Outcome::Met {
                    gates.push(gate);
                }
            }
        }
        gates
    }

    /// The criteria this run asks for: those of its gates, and those beside them.
    fn criteria(&self, facts: &Facts<'_>) -> Vec<&'a CriterionId> {
        let mut criteria = self.beside_the_gates();
        for gates in [self.gates_skipped(facts), self.gates_ahead()] {
            for gate in gates {
                for id in gate.criteria {
                    criteria.push(id);
                }
            }
        }
        criteria
    }

    /// What is asked of an opportunity whatever its gate says.
    pub(super) fn beside_the_gates(&self) -> Vec<&'a CriterionId> {
        match self.position.level() {
            Level::Opportunity => self.slots_and_cards(),
            _ => Vec::new(),
        }
    }

    /// The criteria of the slots of the win chance and of the cards.
    fn slots_and_cards(&self) -> Vec<&'a CriterionId> {
        let mut criteria = Vec::new();
        if let Some(model) = &self.playbook.chance {
            for slot in &model.slots {
                criteria.push(&slot.criterion);
            }
        }
        for card in &self.playbook.cards {
            for item in &card.items {
                criteria.push(&item.full);
            }
        }
        criteria
    }
}

/// Whether a question is among some.
pub(super) fn is_in(list: &[&Question], question: &Question) -> bool {
    list.iter().any(|other| other.id == question.id)
}

/// What the criteria of a gate come to together.
pub(super) fn outcome(facts: &Facts<'_>, gate: &Gate<'_>) -> Outcome {
    Outcome::all(gate.criteria.iter().map(|id| facts.criterion(id)))
}
