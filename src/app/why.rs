//! The why-card: a gate's verdict as criterion → rule → answer → who, when, evidence.

use super::missing::{Missing, missing};
use crate::domain::answer::{Answers, Given};
use crate::domain::assess::{GateReading, Verdict};
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{ContactId, CriterionId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{Criterion, KnockOut};
use crate::domain::position::Position;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// One gate, explained.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyCard {
    /// Below the gate.
    pub from: Position,
    /// Above the gate.
    pub to: Position,
    /// What the gate says.
    pub verdict: Verdict,
    /// Each criterion in order.
    pub rows: Vec<WhyRow>,
    /// Why it ends here and what to do instead, where a knock-out is not met.
    pub knock_out: Option<KnockOut>,
    /// The next steps: of what fails first, then of what is open.
    pub steps: Vec<String>,
}

/// One criterion, explained.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyRow {
    /// Its id.
    pub id: CriterionId,
    /// Its name.
    pub title: String,
    /// Its rule in plain words.
    pub rule: String,
    /// What it says.
    pub outcome: Outcome,
    /// What would have to be known where it is Unknown, for reps; nothing where a visitor is told.
    pub missing: Vec<Missing>,
    /// The answers its rule reads.
    pub answers: Vec<WhyAnswer>,
}

/// One answer behind a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyAnswer {
    /// The question.
    pub question: QuestionId,
    /// The answer that counts, where there is one.
    pub given: Option<Given>,
    /// One that says something else: a lower one or, of a contact that was merged, one as good.
    pub disagreement: Option<Given>,
    /// The contact it was taken over from, where it was.
    pub from: Option<ContactId>,
}

/// Explains a gate for a contact, whose answers may have been taken over from others. `today` is the
/// day where the person is.
pub fn why_of(
    rules: &Rules<'_>,
    contact: &Contact,
    gate: &GateReading,
    today: NaiveDate,
) -> WhyCard {
    let facts = Facts::new(rules, &contact.answers, Reading::AsRequired, today);
    let mut card = explain(&facts, &contact.answers, gate);
    for answer in card.rows.iter_mut().flat_map(|row| &mut row.answers) {
        answer.from = contact.taken_over.get(&answer.question).copied();
    }
    card
}

/// Explains a gate with what is missing, by the facts laid out on these answers.
pub fn explain(facts: &Facts<'_>, answers: &Answers, gate: &GateReading) -> WhyCard {
    let mut card = why(facts.playbook(), answers, gate);
    for row in &mut card.rows {
        row.missing = missing(facts, answers, &row.id);
    }
    card
}

/// Explains a gate by answers alone.
pub fn why(playbook: &Playbook, answers: &Answers, gate: &GateReading) -> WhyCard {
    let (mut rows, mut steps) = (Vec::new(), Vec::new());
    for reading in &gate.criteria {
        let Some(criterion) = playbook.criterion(&reading.id) else { continue };
        rows.push(WhyRow {
            id: criterion.id.clone(),
            title: criterion.title.clone(),
            rule: criterion.rule_text.clone(),
            outcome: reading.outcome,
            missing: Vec::new(),
            answers: behind(playbook, answers, criterion),
        });
    }
    for reading in gate.missing() {
        if let Some(criterion) = playbook.criterion(&reading.id) {
            steps.push(criterion.step.clone());
        }
    }
    let knock_out = gate.knock_out(playbook).map(|(_, knock_out)| knock_out.clone());
    let (from, to) = (gate.from.clone(), gate.to.clone());
    WhyCard { from, to, verdict: gate.verdict, rows, knock_out, steps }
}

/// The answers a criterion reads, of the questions that were asked.
fn behind(playbook: &Playbook, answers: &Answers, criterion: &Criterion) -> Vec<WhyAnswer> {
    let mut behind = Vec::new();
    for question in playbook.questions_read([&criterion.rule]) {
        if answers.was_asked(&question.id) {
            behind.push(WhyAnswer {
                question: question.id.clone(),
                given: answers.get(&question.id).cloned(),
                disagreement: answers.disagreement(&question.id).cloned(),
                from: None,
            });
        }
    }
    behind
}
