//! The playbook: all definitions of a team as data, in one portable file.
//!
//! Owns the file's shape and the order of positions it defines. Refuses to know where the file
//! comes from. Invariant: a playbook without [faults](check::Fault) can be judged by; ids are
//! never changed or reused between versions.

pub mod check;
pub mod diff;
pub mod lint;
pub mod market;
mod name;
mod noun;
pub mod overlay;
pub mod part;
pub mod question;
pub mod recall;
mod regions;
pub mod retired;
pub mod rule;
pub mod scoring;
mod sources;
pub mod steps;
pub mod texts;
pub mod translations;
mod visitor;
pub mod words;

pub use market::Source;
pub use noun::Noun;
pub use overlay::Overlay;
pub use scoring::{ChanceModel, Slot};
pub use steps::{Gates, Section, Stage};
pub use translations::Translations;
pub use words::{OutcomeText, Outcomes, Reason, Reasons};

use super::event::PlaybookRef;
use super::ids::{CriterionId, PlaybookId, QuestionId, StageId};
use super::money::Currency;
use super::position::{Level, Position};
use market::{Persona, Profile};
use question::Question;
use rule::{Criterion, Rule};
use scoring::{Card, Scoring};
use serde::{Deserialize, Serialize};
use steps::Levels;
use words::{Cadence, Consent, Term};

/// The `format` of a playbook file.
pub const FORMAT: &str = "ripen-playbook";
/// The `version` of the file's shape.
pub const FORMAT_VERSION: u32 = 1;

/// A playbook: all definitions contacts are judged by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Playbook {
    /// What the file is: always `ripen-playbook`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    pub format: String,
    /// Version of the file's shape; a newer one than this app's is refused.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT_VERSION)))]
    pub version: u32,
    /// Which playbook this is, across its versions.
    pub id: PlaybookId,
    /// The playbook's own version, counted from 1.
    pub revision: u32,
    /// Its name on screen.
    pub title: String,
    /// The language its texts are in, by its tag (BCP 47), such as `nl`; English where it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What visitors read in other languages: by language, the place of each text and what it says
    /// there. A place is keys and ids with `/` between them, such as `questions/pain/ask`.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub translations: Translations,
    /// What it is for, in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The pack it started from: what that one holds to be its core is watched over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<PlaybookId>,
    /// The overlays added to it, such as MEDDPICC, by their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<PlaybookId>,
    /// The currency of its amounts; none for the workspace's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// The ideal customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// The kinds of people one talks to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Persona>,
    /// The order in which questions are grouped and asked.
    pub sections: Vec<Section>,
    /// Everything that can be asked, in order.
    pub questions: Vec<Question>,
    /// Everything that is judged.
    pub criteria: Vec<Criterion>,
    /// What it takes to become a prospect and an opportunity.
    pub gates: Gates,
    /// What each level means here and what to do there.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// The steps inside Opportunity, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// How likely an opportunity is won; a visitor's playbook has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<ChanceModel>,
    /// How fit and readiness are scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Things to know beside the gates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Card>,
    /// Where contacts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// How often to be in touch.
    #[serde(default, skip_serializing_if = "Cadence::is_empty")]
    pub cadence: Cadence,
    /// Why contacts end or wait.
    #[serde(default)]
    pub reasons: Reasons,
    /// Whether visitors are only screened: asked what makes a prospect, and nothing beyond.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub screen: bool,
    /// What a visitor is told at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcomes: Option<Outcomes>,
    /// What a visitor agrees to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    /// The team's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
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

    /// The stages contacts can enter, in order.
    pub fn stages_in_use(&self) -> impl Iterator<Item = &Stage> {
        self.stages.iter().filter(|stage| stage.retired.is_none())
    }

    /// All positions in order: lead, prospect, each stage in use, customer.
    pub fn path(&self) -> Vec<Position> {
        let mut path = vec![Position::Lead, Position::Prospect];
        for stage in self.stages_in_use() {
            path.push(Position::Stage(stage.id.clone()));
        }
        path.push(Position::Customer);
        path
    }

    /// A position's place in [`Playbook::path`]; a retired stage counts as what it becomes, and
    /// one that is not defined here as the first one, so that a contact never vanishes from its
    /// level.
    pub fn rank(&self, position: &Position) -> usize {
        match position {
            Position::Lead => 0,
            Position::Prospect => 1,
            Position::Stage(id) => {
                let id = self.stage_in_use(id);
                2 + self.stages_in_use().position(|stage| &stage.id == id).unwrap_or(0)
            }
            Position::Customer => 2 + self.stages_in_use().count(),
        }
    }

    /// A stage, or the one it became, along as many steps as there are stages.
    pub fn stage_in_use<'a>(&'a self, id: &'a StageId) -> &'a StageId {
        let becomes = |id| self.stage(id)?.retired.as_ref()?.becomes.as_ref();
        let mut id = id;
        for _ in &self.stages {
            let Some(next) = becomes(id) else { break };
            id = next;
        }
        id
    }

    /// The lowest rank of a level.
    pub fn first_rank(&self, level: Level) -> usize {
        match level {
            Level::Lead => 0,
            Level::Prospect => 1,
            Level::Opportunity => 2,
            Level::Customer => 2 + self.stages_in_use().count(),
        }
    }

    /// All gates, lowest first.
    pub fn gates(&self) -> Vec<Gate<'_>> {
        self.gates_of(0..usize::MAX)
    }

    /// The gates that lead up from positions of these ranks, lowest first.
    pub fn gates_of(&self, ranks: std::ops::Range<usize>) -> Vec<Gate<'_>> {
        let mut stages = self.stages_in_use();
        let mut gates = Vec::new();
        for (rank, ends) in self.path().windows(2).enumerate() {
            let criteria = match rank {
                0 => &self.gates.prospect,
                1 => &self.gates.opportunity,
                _ => stages.next().map_or(&[][..], |stage| &stage.exit),
            };
            if let [from, to] = ends
                && ranks.contains(&rank)
            {
                gates.push(Gate { from: from.clone(), to: to.clone(), criteria });
            }
        }
        gates
    }

    /// The gates a move from one position up to another goes through; none for a move back.
    pub fn gates_between(&self, from: &Position, to: &Position) -> Vec<Gate<'_>> {
        self.gates_of(self.rank(from)..self.rank(to))
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
        self.questions_among(&ids)
    }

    fn questions_among(&self, ids: &[&QuestionId]) -> Vec<&Question> {
        let mut questions = Vec::new();
        for question in &self.questions {
            if ids.contains(&&question.id) {
                questions.push(question);
            }
        }
        questions
    }
}
