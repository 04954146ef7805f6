//! What refers to a question, a criterion, an option, a stage or a section.
//!
//! Invariant: what nothing here refers to can be taken out and leaves nothing dangling.

use crate::domain::ids::{CardId, CriterionId, OptionId, QuestionId, SectionId, StageId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{AnswerTest, Rule, Test};
use crate::domain::playbook::scoring::SignalKind;
use std::collections::BTreeMap;

/// What refers to something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum User {
    /// A question: by when it is asked, by what it accepts or by the section it is in.
    Question(QuestionId),
    /// A question, an option of the same question or a stage that is retired in its favour.
    Retired(String),
    /// A criterion's rule.
    Criterion(CriterionId),
    /// The gate to Prospect.
    ProspectGate,
    /// The gate to Opportunity.
    OpportunityGate,
    /// What it takes to leave a stage.
    Stage(StageId),
    /// The profile of the ideal customer.
    Profile,
    /// A slot of the win chance.
    Chance,
    /// The fit score.
    Fit,
    /// A group of the readiness score.
    Readiness(String),
    /// A card.
    Card(CardId),
}

/// What refers to every question and criterion, found in one go.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Uses {
    questions: BTreeMap<QuestionId, Vec<User>>,
    criteria: BTreeMap<CriterionId, Vec<User>>,
}

impl Uses {
    /// Looks through a playbook.
    pub fn of(playbook: &Playbook) -> Self {
        let mut uses = Self::default();
        uses.gates(playbook);
        for criterion in &playbook.criteria {
            uses.rule(&criterion.rule, &User::Criterion(criterion.id.clone()));
        }
        for question in &playbook.questions {
            if let Some(when) = &question.when {
                uses.rule(when, &User::Question(question.id.clone()));
            }
            if let Some(becomes) = question.retired.as_ref().and_then(|r| r.becomes.as_ref()) {
                uses.question_by(becomes, User::Retired(question.title.clone()));
            }
        }
        uses.figures(playbook);
        uses
    }

    /// What refers to a question.
    pub fn question(&self, id: &QuestionId) -> &[User] {
        self.questions.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// What refers to a criterion.
    pub fn criterion(&self, id: &CriterionId) -> &[User] {
        self.criteria.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    fn gates(&mut self, playbook: &Playbook) {
        for id in &playbook.gates.prospect {
            self.criterion_by(id, User::ProspectGate);
        }
        for id in &playbook.gates.opportunity {
            self.criterion_by(id, User::OpportunityGate);
        }
        for stage in &playbook.stages {
            for id in &stage.exit {
                self.criterion_by(id, User::Stage(stage.id.clone()));
            }
        }
    }

    fn figures(&mut self, playbook: &Playbook) {
        for one in playbook.profile.iter().flat_map(|profile| &profile.traits) {
            self.criterion_by(&one.criterion, User::Profile);
        }
        for slot in playbook.chance.iter().flat_map(|model| &model.slots) {
            self.criterion_by(&slot.criterion, User::Chance);
        }
        if let Some(scoring) = &playbook.scoring {
            for weight in &scoring.fit {
                self.criterion_by(&weight.criterion, User::Fit);
            }
            for group in &scoring.readiness {
                for signal in &group.signals {
                    if let SignalKind::Criterion(id) = &signal.is {
                        self.criterion_by(id, User::Readiness(group.title.clone()));
                    }
                }
            }
        }
        for card in &playbook.cards {
            for item in &card.items {
                for id in [Some(&item.full), item.partly.as_ref()].into_iter().flatten() {
                    self.criterion_by(id, User::Card(card.id.clone()));
                }
            }
        }
    }

    fn rule(&mut self, rule: &Rule, user: &User) {
        match rule {
            Rule::All(branches) | Rule::Any(branches) => {
                for branch in branches {
                    self.rule(branch, user);
                }
            }
            Rule::Not(branch) => self.rule(branch, user),
            Rule::Criterion(id) => self.criterion_by(id, user.clone()),
            Rule::Answer(test) => self.question_by(&test.question, user.clone()),
        }
    }

    fn question_by(&mut self, id: &QuestionId, user: User) {
        once(self.questions.entry(id.clone()).or_default(), user);
    }

    fn criterion_by(&mut self, id: &CriterionId, user: User) {
        once(self.criteria.entry(id.clone()).or_default(), user);
    }
}

/// Adds to a list what is not in it. One user's uses stand together, so the last one is enough.
fn once(list: &mut Vec<User>, user: User) {
    if list.last() != Some(&user) {
        list.push(user);
    }
}

/// The criteria and questions with a test of a question's answer that `wanted` picks.
pub fn tests(
    playbook: &Playbook,
    question: &QuestionId,
    wanted: impl Fn(&AnswerTest) -> bool,
) -> Vec<User> {
    let has = |rule: &Rule| any_test(rule, &|test| &test.question == question && wanted(test));
    let criteria = playbook.criteria.iter().filter(|criterion| has(&criterion.rule));
    let questions = playbook.questions.iter().filter(|q| q.when.as_ref().is_some_and(has));
    criteria
        .map(|criterion| User::Criterion(criterion.id.clone()))
        .chain(questions.map(|question| User::Question(question.id.clone())))
        .collect()
}

fn any_test(rule: &Rule, wanted: &impl Fn(&AnswerTest) -> bool) -> bool {
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            branches.iter().any(|branch| any_test(branch, wanted))
        }
        Rule::Not(branch) => any_test(branch, wanted),
        Rule::Criterion(_) => false,
        Rule::Answer(test) => wanted(test),
    }
}

/// What refers to an option of a question.
pub fn of_option(playbook: &Playbook, question: &QuestionId, option: &OptionId) -> Vec<User> {
    let lists = |test: &Test| match test {
        Test::In(ids) | Test::AllOf(ids) => ids.contains(option),
        _ => false,
    };
    let mut users = tests(playbook, question, |test| lists(&test.is));
    if let Some(asked) = playbook.question(question) {
        if asked.accept.as_ref().is_some_and(|accept| lists(&accept.is)) {
            users.push(User::Question(question.clone()));
        }
        for other in asked.options() {
            let becomes = other.retired.as_ref().and_then(|retired| retired.becomes.as_ref());
            if becomes == Some(option) {
                users.push(User::Retired(other.title.clone()));
            }
        }
    }
    users
}

/// What refers to a stage: those retired in its favour.
pub fn of_stage(playbook: &Playbook, id: &StageId) -> Vec<User> {
    let becomes = playbook.stages.iter().filter(|stage| {
        stage.retired.as_ref().and_then(|retired| retired.becomes.as_ref()) == Some(id)
    });
    becomes.map(|stage| User::Retired(stage.title.clone())).collect()
}

/// What refers to a section: its questions.
pub fn of_section(playbook: &Playbook, id: &SectionId) -> Vec<User> {
    let questions = playbook.questions.iter().filter(|question| &question.section == id);
    questions.map(|question| User::Question(question.id.clone())).collect()
}
