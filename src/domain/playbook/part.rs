//! The parts of a playbook a finding can be about, and the texts they must have.
//!
//! Owns names alone. Refuses to word them: that is for the screen. (What differs between two
//! playbooks goes by the names of the file: `diff`.)

use crate::domain::ids::{
    CardId, CriterionId, OptionId, PersonaId, QuestionId, ReasonId, SectionId, SourceId, StageId,
    TrackId,
};
use crate::domain::position::Level;

/// One part of a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    /// The playbook itself.
    Playbook,
    /// The ideal customer profile.
    Profile,
    /// A trait of the profile, by its criterion.
    Trait(CriterionId),
    /// A persona.
    Persona(PersonaId),
    /// A section of questions.
    Section(SectionId),
    /// A question.
    Question(QuestionId),
    /// An option of a question.
    Option(QuestionId, OptionId),
    /// A criterion.
    Criterion(CriterionId),
    /// A gate as a whole.
    Gate(GateName),
    /// What is said of a level.
    Level(Level),
    /// The stages as a whole.
    Stages,
    /// A stage.
    Stage(StageId),
    /// The win chance.
    Chance,
    /// A slot of the win chance, by its criterion.
    Slot(CriterionId),
    /// The scores.
    Scoring,
    /// A group of the readiness score, by its name.
    Group(String),
    /// A card.
    Card(CardId),
    /// An item of a card, by the criterion that says it is known in full.
    CardItem(CardId, CriterionId),
    /// A source.
    Source(SourceId),
    /// A track of the cadence.
    Track(TrackId),
    /// A reason, in its list.
    Reason(ReasonList, ReasonId),
    /// A list of reasons.
    Reasons(ReasonList),
    /// What visitors are told at one end.
    Outcome(OutcomeName),
    /// What visitors agree to.
    Consent,
    /// What it says in another language, by its tag.
    Language(String),
    /// A word of the glossary.
    Term(String),
}

/// A gate, by where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum GateName {
    /// Lead → Prospect.
    Prospect,
    /// Prospect → Opportunity.
    Opportunity,
    /// Out of a stage, upwards.
    Exit(StageId),
}

/// A list of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReasonList {
    /// Unsuitable.
    Disqualify,
    /// Lost.
    Lose,
    /// Not now.
    Nurture,
    /// Back from sales to marketing.
    SendBack,
}

impl ReasonList {
    /// The lists in the order of the file.
    pub const ALL: [Self; 4] = [Self::Disqualify, Self::Lose, Self::Nurture, Self::SendBack];
}

/// One of the ends a visitor's run can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutcomeName {
    /// A knock-out.
    NotAFit,
    /// Not enough is known.
    Lead,
    /// It would qualify.
    Prospect,
    /// Pain, interest and fit are claimed.
    Opportunity,
}

impl OutcomeName {
    /// The ends in the order of the file.
    pub const ALL: [Self; 4] = [Self::NotAFit, Self::Lead, Self::Prospect, Self::Opportunity];
}

/// A text a part must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name.
    Title,
    /// What it means or is for.
    About,
    /// Objections with their answers.
    Objections,
    /// What something to send or show is called.
    Content,
    /// The visitor's wording.
    Ask,
    /// The rep's wording.
    Prompt,
    /// Why it is asked.
    Why,
    /// What a band says.
    Bands,
    /// What the lowest step means.
    ScaleLow,
    /// What the highest step means.
    ScaleHigh,
    /// What the person is told of an answer that is not taken.
    AcceptMessage,
    /// The rule in plain words.
    RuleText,
    /// The next step while a criterion is not met.
    Step,
    /// Why a knock-out ends the matter.
    KnockOutReason,
    /// What to do instead.
    KnockOutAlternative,
    /// A paragraph.
    Text,
    /// What to do next.
    Next,
    /// What a link says.
    ActionTitle,
    /// What a word means.
    Meaning,
}
