//! The way through a playbook's questions, one at a time: the same for visitors and reps.
//!
//! Asked in section order, knock-outs first, skipping whatever the verdict no longer depends on.
//! Invariant: the next question is one the verdict still depends on, or one the playbook asks
//! anyway; every run ends; "at most n left" is never exceeded.

use crate::domain::answer::{Answers, Evidence};
use crate::domain::assess::GateReading;
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::question::{Face, Question};
use crate::domain::playbook::rule::KnockOut;
use crate::domain::playbook::{Gate, Playbook};
use crate::domain::position::{Level, Position};
use crate::domain::range::Outcome;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// This question is to be asked.
    Ask(QuestionId),
    /// Nothing is left to ask: the answers are shown for checking.
    Check,
}

/// How much is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// What the verdict still depends on.
    #[default]
    Needed,
    /// Everything that applies, whether it changes the verdict or not.
    Everything,
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
    /// How much is asked.
    pub extent: Extent,
    /// The day where the person is.
    pub today: NaiveDate,
}

impl<'a> Run<'a> {
    /// A rep's run with a contact. `today` is the day where the rep is.
    pub fn with(playbook: &'a Playbook, contact: &'a Contact, today: NaiveDate) -> Self {
        Self {
            playbook,
            answers: &contact.answers,
            face: Face::Rep,
            position: &contact.position,
            extent: Extent::Needed,
            today,
        }
    }

    /// The questions this run may ask: by section, in it those of knock-outs first, then in
    /// playbook order.
    ///
    /// For a lead those of both gates below Opportunity; for a prospect those of its gate; for an
    /// opportunity the exit criteria of its stage, then the slots of the win chance and the cards.
    pub fn scope(&self) -> Vec<&'a Question> {
        let (mut ends, mut rules) = (Vec::new(), Vec::new());
        for id in self.criteria() {
            let Some(criterion) = self.playbook.criterion(id) else { continue };
            rules.push(&criterion.rule);
            if criterion.knock_out.is_some() {
                ends.push(&criterion.rule);
            }
        }
        let (ends, read) =
            (self.playbook.questions_read(ends), self.playbook.questions_read(rules));
        let is_in = |list: &[&Question], id: &QuestionId| list.iter().any(|q| &q.id == id);
        let in_scope = |question: &Question| {
            question.retired.is_none()
                && question.wording(self.face).is_some()
                && (is_in(&read, &question.id)
                    || (question.ask_anyway && read.iter().any(|q| q.section == question.section)))
        };
        let mut scope = Vec::new();
        for section in &self.playbook.sections {
            for first in [true, false] {
                for question in &self.playbook.questions {
                    if question.section == section.id
                        && is_in(&ends, &question.id) == first
                        && in_scope(question)
                    {
                        scope.push(question);
                    }
                }
            }
        }
        scope
    }

    /// The position this run asks for: Opportunity from below it, else one step up; none for a
    /// customer.
    pub fn goal(&self) -> Option<Position> {
        let rank = self.playbook.rank(self.position);
        let goal = if self.position.level() < Level::Opportunity { 2 } else { rank + 1 };
        self.playbook.path().get(goal).cloned()
    }

    // The widget links what follows, so it is loops: chains of iterators weigh twice as much.

    /// The gates this run asks for, lowest first: all below Opportunity, else the next one.
    fn gates(&self) -> Vec<Gate<'a>> {
        let rank = self.playbook.rank(self.position);
        self.playbook.gates_of(rank..(rank + 1).max(2))
    }

    /// The criteria this run asks for: those of its gates, and those beside them.
    fn criteria(&self) -> Vec<&'a CriterionId> {
        let mut criteria = self.beside_the_gates();
        for gate in self.gates() {
            for id in gate.criteria {
                criteria.push(id);
            }
        }
        criteria
    }

    /// What is asked of an opportunity whatever its gate says: slots of the win chance and cards.
    fn beside_the_gates(&self) -> Vec<&'a CriterionId> {
        let mut criteria = Vec::new();
        if self.position.level() == Level::Opportunity {
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
        }
        criteria
    }

    /// What the rules are judged on as this run reads them.
    pub(super) fn facts<'f>(&self, rules: &'f Rules<'f>) -> Facts<'f>
    where
        'a: 'f,
    {
        let reading = match self.face {
            Face::Visitor => Reading::AsClaimed,
            Face::Rep => Reading::AsRequired,
        };
        Facts::new(rules, self.answers, reading, self.today)
    }

    /// The questions of the scope that are still to be asked, in order: those that apply, or
    /// still may once others are answered.
    pub fn open(&self) -> Vec<&'a Question> {
        let rules = Rules::of(self.playbook);
        self.open_by(&self.facts(&rules))
    }

    fn open_by(&self, facts: &Facts<'_>) -> Vec<&'a Question> {
        let mut open = Vec::new();
        for question in self.wanted(facts, self.extent) {
            if self.answers.asked(&question.id) < Some(self.grade())
                && self.may_apply(question, facts)
            {
                open.push(question);
            }
        }
        open
    }

    /// The questions of the scope that the verdict depends on, and while it is not decided those
    /// asked anyway: whether they apply or were asked already is another matter.
    pub(super) fn needed(&self, facts: &Facts<'_>) -> Vec<&'a Question> {
        self.wanted(facts, Extent::Needed)
    }

    /// The questions needed and, where everything is asked, those nobody was asked yet.
    fn wanted(&self, facts: &Facts<'_>, extent: Extent) -> Vec<&'a Question> {
        let marks = self.marks(facts);
        let undecided = marks.contains(&true);
        let mut wanted = Vec::new();
        for question in self.scope() {
            let marked = facts.rules().question(&question.id).is_some_and(|number| marks[number]);
            if marked
                || (question.ask_anyway && undecided)
                || (extent == Extent::Everything && !self.answers.was_asked(&question.id))
            {
                wanted.push(question);
            }
        }
        wanted
    }

    /// What comes now: the first open question that applies.
    pub fn next(&self) -> Step {
        self.next_but(&[])
    }

    /// What comes now but for questions that were passed by.
    pub fn next_but(&self, passed: &[QuestionId]) -> Step {
        let rules = Rules::of(self.playbook);
        let facts = self.facts(&rules);
        for question in self.open_by(&facts) {
            if !passed.contains(&question.id) && facts.applies(&question.id) == Outcome::Met {
                return Step::Ask(question.id.clone());
            }
        }
        Step::Check
    }

    /// The open questions up to this one: whoever goes on from it has passed them by.
    pub fn passed_by(&self, question: &QuestionId) -> Vec<QuestionId> {
        let open = self.open().into_iter().map(|open| &open.id);
        let mut passed: Vec<_> = open.cloned().collect();
        let kept = passed.iter().position(|open| open == question).map_or(0, |at| at + 1);
        passed.truncate(kept);
        passed
    }

    /// The grade this face's answers have at the least.
    pub(super) fn grade(&self) -> Evidence {
        match self.face {
            Face::Visitor => Evidence::Claimed,
            Face::Rep => Evidence::Confirmed,
        }
    }

    /// Marks the questions, by number, that can still change what this run asks for.
    fn marks(&self, facts: &Facts<'_>) -> Vec<bool> {
        let mut marks = vec![false; self.playbook.questions.len()];
        for gate in self.gates() {
            // Once a gate cannot be passed any more, neither it nor one above it asks for anything.
            if Outcome::all(gate.criteria.iter().map(|id| facts.criterion(id))) == Outcome::NotMet {
                break;
            }
            for id in gate.criteria {
                facts.mark_open(id, &mut marks);
            }
        }
        for id in self.beside_the_gates() {
            facts.mark_open(id, &mut marks);
        }
        facts.mark_conditions(&mut marks);
        marks
    }

    /// Whether a knock-out criterion of the gates ahead is not met.
    pub fn is_knocked_out(&self) -> bool {
        self.knock_out().is_some()
    }

    /// Why the run ends before its time, and what to do instead.
    pub fn knock_out(&self) -> Option<&'a KnockOut> {
        let rules = Rules::of(self.playbook);
        let facts = self.facts(&rules);
        let mut gates = self.gates().into_iter().map(|gate| GateReading::of(&facts, &gate));
        gates.find_map(|gate| gate.knock_out(self.playbook).map(|(_, knock_out)| knock_out))
    }

    /// How many questions can still come at the most.
    ///
    /// An answer that is known too weakly is asked for again and may turn out otherwise, so nothing
    /// it decides is counted on.
    pub fn at_most_left(&self) -> usize {
        let rules = Rules::of(self.playbook);
        let mut facts = self.facts(&rules);
        loop {
            let open = self.open_by(&facts);
            let mut weak = false;
            for question in &open {
                let number = rules.question(&question.id);
                if let Some(number) = number.filter(|number| facts.given(*number).is_some()) {
                    facts.forget(number);
                    weak = true;
                }
            }
            if !weak {
                return open.len();
            }
        }
    }

    /// Whether a question applies, or still may once others are answered.
    fn may_apply(&self, question: &Question, facts: &Facts<'_>) -> bool {
        match facts.applies(&question.id) {
            Outcome::Met => true,
            Outcome::NotMet => false,
            Outcome::Unknown => self
                .playbook
                .questions_read(&question.when)
                .iter()
                .any(|source| self.answers.asked(&source.id) < Some(self.grade())),
        }
    }

    /// The questions asked so far in this scope that still apply, in order: the page to check.
    pub fn asked(&self) -> Vec<&'a Question> {
        let rules = Rules::of(self.playbook);
        let facts = self.facts(&rules);
        let mut asked = Vec::new();
        for question in self.scope() {
            if self.answers.was_asked(&question.id)
                && facts.applies(&question.id) != Outcome::NotMet
            {
                asked.push(question);
            }
        }
        asked
    }
}
