//! What kinds of things a playbook is made of: what a change of a draft, a difference and a finding
//! are about.
//!
//! Owns names alone, one for each kind. Refuses to word them, and to know which one of a kind is
//! meant: a finding names it by its [`Part`], a difference by what it goes by in the file.

use super::part::Part;

/// A kind of thing of a playbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Noun {
    /// Its own name, purpose, currency and the like.
    Playbook,
    /// The ideal customer.
    Profile,
    /// A trait of the ideal customer.
    Trait,
    /// A persona.
    Persona,
    /// A section of questions.
    Section,
    /// A question.
    Question,
    /// An option of a question.
    Option,
    /// A band of a question.
    Band,
    /// A criterion.
    Criterion,
    /// A gate.
    Gate,
    /// A level.
    Level,
    /// A stage.
    Stage,
    /// The win chance.
    Chance,
    /// A slot of the win chance.
    Slot,
    /// The scores.
    Scoring,
    /// A weight of the fit score.
    Weight,
    /// A group of the readiness score.
    Group,
    /// A signal of such a group.
    Signal,
    /// A card.
    Card,
    /// One thing to know on a card.
    CardItem,
    /// A source.
    Source,
    /// How often to be in touch.
    Cadence,
    /// A track of the cadence.
    Track,
    /// A reason.
    Reason,
    /// What a visitor is told at the end.
    Outcome,
    /// What a visitor agrees to.
    Consent,
    /// What it says in another language.
    Language,
    /// A word of the glossary.
    Term,
}

impl Part {
    /// What kind of thing it is.
    pub fn noun(&self) -> Noun {
        match self {
            Self::Playbook => Noun::Playbook,
            Self::Profile => Noun::Profile,
            Self::Trait(_) => Noun::Trait,
            Self::Persona(_) => Noun::Persona,
            Self::Section(_) => Noun::Section,
            Self::Question(_) => Noun::Question,
            Self::Option(..) => Noun::Option,
            Self::Criterion(_) => Noun::Criterion,
            Self::Gate(_) => Noun::Gate,
            Self::Level(_) => Noun::Level,
            Self::Stages | Self::Stage(_) => Noun::Stage,
            Self::Chance => Noun::Chance,
            Self::Slot(_) => Noun::Slot,
            Self::Scoring => Noun::Scoring,
            Self::Group(_) => Noun::Group,
            Self::Card(_) => Noun::Card,
            Self::CardItem(..) => Noun::CardItem,
            Self::Source(_) => Noun::Source,
            Self::Track(_) => Noun::Track,
            Self::Reason(..) | Self::Reasons(_) => Noun::Reason,
            Self::Outcome(_) => Noun::Outcome,
            Self::Consent => Noun::Consent,
            Self::Language(_) => Noun::Language,
            Self::Term(_) => Noun::Term,
        }
    }
}
