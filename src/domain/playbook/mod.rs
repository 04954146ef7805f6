//! The playbook: all definitions of a team as data, in one portable file.
//!
//! Owns the file's shape and the order of positions it defines. Refuses to know where the file
//! comes from. Invariant: a playbook without [faults](check::Fault) can be judged by; ids are
//! never changed or reused between versions.

pub mod check;
pub mod question;
pub mod rule;
mod visitor;

use super::event::PlaybookRef;
use super::ids::{CriterionId, PlaybookId, QuestionId, ReasonId, SectionId, SourceId, StageId};
use super::position::{Level, Position};
use question::Question;
use rule::{Criterion, Rule};
use serde::{Deserialize, Serialize};

/// The `format` of a playbook file.
pub const FORMAT: &str = "ripen-playbook";
/// The `version` of the file's shape.
pub const FORMAT_VERSION: u32 = 1;

/// All definitions contacts are judged by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Playbook {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the file's shape: [`FORMAT_VERSION`].
    pub version: u32,
    /// Which playbook this is, across its versions.
    pub id: PlaybookId,
    /// The playbook's own version, counted from 1.
    pub revision: u32,
    /// Its name on screen.
    pub title: String,
    /// What it is for, in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The order in which questions are grouped and asked.
    pub sections: Vec<Section>,
    /// Everything that can be asked, in order.
    pub questions: Vec<Question>,
    /// Everything that is judged.
    pub criteria: Vec<Criterion>,
    /// What it takes to become a prospect and an opportunity.
    pub gates: Gates,
    /// The steps inside Opportunity, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// How likely an opportunity is won; a visitor's playbook has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<ChanceModel>,
    /// Where contacts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Why contacts end or wait.
    #[serde(default)]
    pub reasons: Reasons,
    /// What a visitor is told at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcomes: Option<Outcomes>,
}

/// A group of questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
}

/// The criteria of the two gates below Opportunity, in the order they are asked and shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Gates {
    /// Lead → Prospect.
    pub prospect: Vec<CriterionId>,
    /// Prospect → Opportunity.
    pub opportunity: Vec<CriterionId>,
}

/// A step inside Opportunity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Its name.
    pub title: String,
    /// What it means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Its exit criteria: what it takes to leave it upwards.
    pub exit: Vec<CriterionId>,
}

/// The two anchors of the win chance and the slots between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChanceModel {
    /// Chance with no slot filled, between 0 and 1.
    pub start: f64,
    /// Chance with every slot filled, between `start` and 1.
    pub complete: f64,
    /// Budget, authority, need and timeline, or what a team puts in their place.
    pub slots: Vec<Slot>,
}

/// One slot of the win chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// Its name.
    pub title: String,
    /// Filled when this criterion is met.
    pub criterion: CriterionId,
    /// Its share of the way from start to complete; equal shares when all are 1.
    #[serde(default = "one")]
    pub weight: f64,
}

fn one() -> f64 {
    1.0
}

/// Where a contact can come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its name.
    pub title: String,
}

/// Why contacts end or wait.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reasons {
    /// Unsuitable.
    #[serde(default)]
    pub disqualify: Vec<Reason>,
    /// Lost.
    #[serde(default)]
    pub lose: Vec<Reason>,
    /// Not now.
    #[serde(default)]
    pub nurture: Vec<Reason>,
}

impl Reasons {
    /// The name of a reason, wherever it is listed.
    pub fn title(&self, id: &ReasonId) -> Option<&str> {
        let mut all = self.disqualify.iter().chain(&self.lose).chain(&self.nurture);
        all.find(|reason| &reason.id == id).map(|reason| reason.title.as_str())
    }
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Its id.
    pub id: ReasonId,
    /// Its name.
    pub title: String,
}

/// What a visitor is told at the end, by what the answers claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcomes {
    /// A knock-out: it does not fit.
    pub not_a_fit: OutcomeText,
    /// Not enough is known, or something is missing.
    pub lead: OutcomeText,
    /// It would qualify.
    pub prospect: OutcomeText,
    /// Pain, interest and fit are all claimed.
    pub opportunity: OutcomeText,
}

/// One outcome.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeText {
    /// The heading.
    pub title: String,
    /// A short paragraph.
    pub text: String,
    /// What to do next.
    pub next: String,
}

/// Which gate: named by the position it leads away from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Gate<'a> {
    /// Below the gate.
    pub from: Position,
    /// Above the gate.
    pub to: Position,
    /// What it asks for, in order.
    pub criteria: &'a [CriterionId],
}

impl Playbook {
    /// This playbook in this version, as moves record it.
    pub fn reference(&self) -> PlaybookRef {
        PlaybookRef { id: self.id.clone(), version: self.revision }
    }

    /// A question by id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| &question.id == id)
    }

    /// A criterion by id.
    pub fn criterion(&self, id: &CriterionId) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| &criterion.id == id)
    }

    /// A stage by id.
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| &stage.id == id)
    }

    /// All positions in order: lead, prospect, each stage, customer.
    pub fn path(&self) -> Vec<Position> {
        let stages = self.stages.iter().map(|stage| Position::Stage(stage.id.clone()));
        let below = [Position::Lead, Position::Prospect].into_iter();
        below.chain(stages).chain([Position::Customer]).collect()
    }

    /// A position's place in [`Playbook::path`]; a stage that is not defined here counts as the
    /// first one, so that a contact never vanishes from its level.
    pub fn rank(&self, position: &Position) -> usize {
        match position {
            Position::Lead => 0,
            Position::Prospect => 1,
            Position::Stage(id) => {
                2 + self.stages.iter().position(|stage| &stage.id == id).unwrap_or(0)
            }
            Position::Customer => 2 + self.stages.len(),
        }
    }

    /// The lowest rank of a level.
    pub fn first_rank(&self, level: Level) -> usize {
        match level {
            Level::Lead => 0,
            Level::Prospect => 1,
            Level::Opportunity => 2,
            Level::Customer => 2 + self.stages.len(),
        }
    }

    /// All gates, lowest first.
    pub fn gates(&self) -> Vec<Gate<'_>> {
        let path = self.path();
        let lower = [self.gates.prospect.as_slice(), self.gates.opportunity.as_slice()];
        let exits = self.stages.iter().map(|stage| stage.exit.as_slice());
        lower
            .into_iter()
            .chain(exits)
            .zip(path.windows(2))
            .filter_map(|(criteria, ends)| match ends {
                [from, to] => Some(Gate { from: from.clone(), to: to.clone(), criteria }),
                _ => None,
            })
            .collect()
    }

    /// The gates a move from one position up to another goes through; none for a move back.
    pub fn gates_between(&self, from: &Position, to: &Position) -> Vec<Gate<'_>> {
        let (low, high) = (self.rank(from), self.rank(to));
        self.gates().into_iter().take(high).skip(low).collect()
    }

    /// The questions a rule reads, through other criteria too, in playbook order.
    pub fn questions_read<'a>(
        &'a self,
        rules: impl IntoIterator<Item = &'a Rule>,
    ) -> Vec<&'a Question> {
        let mut ids = Vec::new();
        for rule in rules {
            rule.collect_questions(self, &mut ids, 0);
        }
        self.questions.iter().filter(|question| ids.contains(&&question.id)).collect()
    }
}
