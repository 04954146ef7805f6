//! The why-card: a gate's verdict as criterion → rule → answer → who, when, evidence.

use crate::domain::answer::{Answers, Evidence, Given};
use crate::domain::assess::{GateReading, Verdict};
use crate::domain::contact::Contact;
use crate::domain::ids::{ContactId, CriterionId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{Criterion, KnockOut};
use crate::domain::position::Position;

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
    /// The evidence it still asks for, where an answer is known too weakly.
    pub missing_evidence: Option<Evidence>,
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
    /// A lower one that says something else.
    pub disagreement: Option<Given>,
    /// The contact it was taken over from, where it was.
    pub from: Option<ContactId>,
}

/// Explains a gate for a contact, whose answers may have been taken over from others.
pub fn why_of(playbook: &Playbook, contact: &Contact, gate: &GateReading) -> WhyCard {
    let mut card = why(playbook, &contact.answers, gate);
    for answer in card.rows.iter_mut().flat_map(|row| &mut row.answers) {
        answer.from = contact.taken_over.get(&answer.question).copied();
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
            missing_evidence: reading.missing_evidence,
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
