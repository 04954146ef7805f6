//! The way through a playbook's questions, one at a time: the same for visitors and reps.
//!
//! Asked in section order, knock-outs first, skipping whatever the verdict no longer depends on.
//! Invariant: the next question is one the verdict still depends on, or one the playbook asks
//! anyway; every run ends; "at most n left" is never exceeded.

mod scope;

use crate::domain::answer::{Answers, Evidence};
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::question::{Face, Question};
use crate::domain::playbook::rule::KnockOut;
use crate::domain::playbook::{Gate, Playbook};
use crate::domain::position::{Level, Position};
use crate::domain::rules::Rules;
use chrono::NaiveDate;
use scope::{is_in, outcome};

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

    /// The position this run asks for: Opportunity from below it, else one step up; none for a
    /// customer.
    pub fn goal(&self) -> Option<Position> {
        let rank = self.playbook.rank(self.position);
        let goal = if self.position.level() < Level::Opportunity { 2 } else { rank + 1 };
        self.playbook.path().get(goal).cloned()
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
        let wanted = self.wanted(facts, self.extent);
        let mut open = wanted.clone();
        open.retain(|question| {
            let mut seen = vec![false; self.playbook.questions.len()];
            self.is_due(question) && self.may_apply(question, &wanted, facts, &mut seen)
        });
        open
    }

    /// Whether a question was not asked yet, or not by this face.
    fn is_due(&self, question: &Question) -> bool {
        self.answers.asked(&question.id) < Some(self.grade())
    }

    /// The questions of the scope that the verdict depends on, and while it is not decided those
    /// asked anyway: whether they apply or were asked already is another matter.
    pub(super) fn needed(&self, facts: &Facts<'_>) -> Vec<&'a Question> {
        self.wanted(facts, Extent::Needed)
    }

    /// The questions needed and, where everything is asked, those nobody was asked yet.
    fn wanted(&self, facts: &Facts<'_>, extent: Extent) -> Vec<&'a Question> {
        let mut marks = self.marks(facts);
        let undecided = marks.contains(&true);
        let mut scope = self.scope_by(facts);
        for question in &scope {
            if let Some(number) = facts.rules().question(&question.id) {
                marks[number] |= (question.ask_anyway && undecided)
                    || (extent == Extent::Everything && !self.answers.was_asked(&question.id));
            }
        }
        facts.mark_conditions(&mut marks);
        scope.retain(|question| {
            facts.rules().question(&question.id).is_some_and(|number| marks[number])
        });
        scope
    }

    /// What comes now: the first open question that applies, else the check.
    ///
    /// One whose condition is not known yet is passed over: what decides it is asked before.
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
        if self.ruled_out(facts).is_some() {
            return marks;
        }
        for id in self.undecided(facts) {
            facts.mark_open(id, &mut marks);
        }
        for id in self.beside_the_gates() {
            facts.mark_open(id, &mut marks);
        }
        marks
    }

    /// The criteria of the gates that still hang on answers: once a gate cannot be passed any more,
    /// neither it nor, ahead, one above it asks for anything.
    fn undecided(&self, facts: &Facts<'_>) -> Vec<&'a CriterionId> {
        let mut undecided = Vec::new();
        let mut take = |gate: &Gate<'a>| {
            let open = outcome(facts, gate) != Outcome::NotMet;
            for id in gate.criteria {
                if open && facts.criterion(id) == Outcome::Unknown {
                    undecided.push(id);
                }
            }
            open
        };
        for gate in self.gates_skipped(facts) {
            take(&gate);
        }
        for gate in self.gates_ahead() {
            if !take(&gate) {
                break;
            }
        }
        undecided
    }

    /// How many criteria of this run's gates are undecided. Where nothing is left to ask, they are
    /// what nobody knows, or what asks for better evidence than asking gives.
    pub fn still_unknown(&self) -> usize {
        let rules = Rules::of(self.playbook);
        let facts = self.facts(&rules);
        if self.ruled_out(&facts).is_some() { 0 } else { self.undecided(&facts).len() }
    }

    /// Whether a knock-out criterion of the gates ahead is not met.
    pub fn is_knocked_out(&self) -> bool {
        self.knock_out().is_some()
    }

    /// Why the run ends before its time, and what to do instead.
    pub fn knock_out(&self) -> Option<&'a KnockOut> {
        let rules = Rules::of(self.playbook);
        self.ruled_out(&self.facts(&rules))
    }

    fn ruled_out(&self, facts: &Facts<'_>) -> Option<&'a KnockOut> {
        for gate in self.gates_ahead() {
            for id in gate.criteria {
                if facts.criterion(id) == Outcome::NotMet
                    && let Some(knock_out) = &self.playbook.criterion(id)?.knock_out
                {
                    return Some(knock_out);
                }
            }
        }
        None
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

    /// Whether a question applies, or still may once others are answered that will be asked
    /// themselves. `seen` marks the questions that were followed already, by number.
    fn may_apply(
        &self,
        question: &Question,
        wanted: &[&Question],
        facts: &Facts<'_>,
        seen: &mut [bool],
    ) -> bool {
        let applies = facts.applies(&question.id);
        if applies == Outcome::Unknown {
            for source in self.playbook.questions_read(&question.when) {
                let Some(number) = facts.rules().question(&source.id) else { continue };
                if !std::mem::replace(&mut seen[number], true)
                    && is_in(wanted, source)
                    && self.is_due(source)
                    && self.may_apply(source, wanted, facts, seen)
                {
                    return true;
                }
            }
        }
        applies == Outcome::Met
    }

    /// The questions asked so far in this scope that still apply, in order: the page to check.
    pub fn asked(&self) -> Vec<&'a Question> {
        let rules = Rules::of(self.playbook);
        let facts = self.facts(&rules);
        let mut asked = Vec::new();
        for question in self.scope_by(&facts) {
            if self.answers.was_asked(&question.id)
                && facts.applies(&question.id) != Outcome::NotMet
            {
                asked.push(question);
            }
        }
        asked
    }
}
