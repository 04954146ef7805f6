//! Judging a contact: each gate's verdict with its criteria, and how far the evidence reaches.
//!
//! Invariant: an assessment proposes; it never moves a contact. Verdict follows from the
//! criteria alone: Passed when all are met, Failed when one is not met, else Open.

use super::answer::Answers;
use super::contact::Contact;
use super::evaluate::{Facts, Reading};
use super::event::Basis;
use super::ids::CriterionId;
use super::outcome::Outcome;
use super::playbook::rule::{Criterion, KnockOut};
use super::playbook::{Gate, Playbook};
use super::position::{Level, Position};
use super::rules::{GateRules, Rules};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a gate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every criterion is met.
    Passed,
    /// A criterion is not met.
    Failed,
    /// Something is still unknown.
    Open,
}

/// One criterion, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionReading {
    /// Which criterion.
    pub id: CriterionId,
    /// What it says.
    pub outcome: Outcome,
}

/// One gate, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct GateReading {
    /// Below the gate.
    pub from: Position,
    /// Above the gate.
    pub to: Position,
    /// What it says.
    pub verdict: Verdict,
    /// Its criteria in order.
    pub criteria: Vec<CriterionReading>,
}

impl GateReading {
    /// Judges one gate.
    pub fn of(facts: &Facts<'_>, gate: &Gate<'_>) -> Self {
        let number = |id| facts.rules().number(id);
        let criteria = gate.criteria.iter().map(|id| read(facts, id, number(id))).collect();
        Self::from_criteria(&gate.from, &gate.to, criteria)
    }

    fn from_criteria(from: &Position, to: &Position, criteria: Vec<CriterionReading>) -> Self {
        let verdict = match Outcome::all(criteria.iter().map(|reading| reading.outcome)) {
            Outcome::Met => Verdict::Passed,
            Outcome::NotMet => Verdict::Failed,
            Outcome::Unknown => Verdict::Open,
        };
        Self { from: from.clone(), to: to.clone(), verdict, criteria }
    }

    /// The criteria that are not met or not known, in the order to work on them: what fails
    /// first, then what is open.
    pub fn missing(&self) -> impl Iterator<Item = &CriterionReading> {
        let of = |wanted| self.criteria.iter().filter(move |reading| reading.outcome == wanted);
        of(Outcome::NotMet).chain(of(Outcome::Unknown))
    }

    /// The knock-out this gate failed on.
    pub fn knock_out<'p>(&self, playbook: &'p Playbook) -> Option<(&'p Criterion, &'p KnockOut)> {
        for reading in &self.criteria {
            if reading.outcome == Outcome::NotMet
                && let Some(criterion) = playbook.criterion(&reading.id)
                && let Some(knock_out) = &criterion.knock_out
            {
                return Some((criterion, knock_out));
            }
        }
        None
    }
}

fn read(facts: &Facts<'_>, id: &CriterionId, number: Option<usize>) -> CriterionReading {
    CriterionReading { id: id.clone(), outcome: facts.numbered(number) }
}

/// Everything derived for one contact.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Every gate, lowest first.
    pub gates: Vec<GateReading>,
    /// The outcome of each slot of the win chance, in the playbook's order.
    pub slots: Vec<Outcome>,
    /// Whether it is an opportunity that is neither won nor ended.
    pub open_opportunity: bool,
    /// The furthest position whose gates all pass.
    pub evidenced: Position,
    /// Whether it stands further than its evidence reaches.
    pub ahead_of_evidence: bool,
}

impl Assessment {
    /// The gate that leads up from a position; none from Customer.
    pub fn gate_from(&self, position: &Position) -> Option<&GateReading> {
        self.gates.iter().find(|gate| &gate.from == position)
    }
}

/// Judges answers as they stand, without a contact: a visitor's run.
///
/// The level is the highest one whose gates all pass; a visitor's is read with
/// [`Reading::AsClaimed`] for what the answers claim. `today` is the day where the person is.
pub fn judge_answers(
    playbook: &Playbook,
    answers: &Answers,
    reading: Reading,
    today: NaiveDate,
) -> (Level, Vec<GateReading>) {
    let rules = Rules::of(playbook);
    let facts = Facts::new(&rules, answers, reading, today);
    let (mut gates, mut passed) = (Vec::new(), 0);
    for gate in playbook.gates_of(0..2) {
        let reading = GateReading::of(&facts, &gate);
        if reading.verdict == Verdict::Passed && passed == gates.len() {
            passed += 1;
        }
        gates.push(reading);
    }
    let level = match passed {
        0 => Level::Lead,
        1 => Level::Prospect,
        _ => Level::Opportunity,
    };
    (level, gates)
}

/// Judges a contact by the rules of a playbook: each gate, each slot of the win chance, and how far the
/// evidence reaches from the first gate on without a gap.
///
/// An answer counts where it has the evidence its rule asks for. Where the contact stands changes no
/// verdict, it only tells whether that is further than the evidence. `today` is the day where the person
/// is, for rules on days.
pub fn assess(rules: &Rules<'_>, contact: &Contact, today: NaiveDate) -> Assessment {
    let facts = Facts::new(rules, &contact.answers, Reading::AsRequired, today);
    let gate = |gate: &GateRules| {
        let criteria = gate.criteria.iter().map(|(id, number)| read(&facts, id, *number));
        GateReading::from_criteria(&gate.from, &gate.to, criteria.collect())
    };
    let gates: Vec<_> = rules.gates().iter().map(gate).collect();
    let passed = gates.iter().take_while(|gate| gate.verdict == Verdict::Passed).count();
    let evidenced = match passed.checked_sub(1) {
        Some(last) => gates[last].to.clone(),
        None => Position::Lead,
    };
    // The first gate leads to rank 1, the second to rank 2, and so on.
    let ahead = rules.playbook.rank(&contact.position) > passed;
    Assessment {
        gates,
        slots: slots(&facts),
        open_opportunity: contact.is_open_opportunity(),
        ahead_of_evidence: ahead && contact.level() != Level::Customer,
        evidenced,
    }
}

/// The outcome of each slot of the win chance.
pub fn slots(facts: &Facts<'_>) -> Vec<Outcome> {
    facts.rules().slots().iter().map(|number| facts.numbered(*number)).collect()
}

/// The verdicts a move through these gates is made on, for the record.
pub fn basis(playbook: &Playbook, gates: &[GateReading]) -> Basis {
    let readings = gates.iter().flat_map(|gate| &gate.criteria);
    Basis {
        playbook: playbook.reference(),
        criteria: readings.map(|reading| (reading.id.clone(), reading.outcome)).collect(),
    }
}
