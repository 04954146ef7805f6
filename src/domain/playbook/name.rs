//! What a thing of a playbook is called by whoever has its id: by its name, else by the id, as a
//! history may name what this playbook does not have.

use super::Playbook;
use super::question::{Face, Question};
use crate::domain::ids::{
    CardId, CriterionId, OptionId, PersonaId, QuestionId, ReasonId, SectionId, SourceId, StageId,
    TrackId,
};

/// One function for each list. They read alike; one for all would go through traits or pointers.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident($id:ty) in $($list:ident).+;)+) => {
        impl Playbook {
            $($(#[$doc])*
            pub fn $name<'a>(&'a self, id: &'a $id) -> &'a str {
                let found = self.$($list).+.iter().find(|one| &one.id == id);
                found.map_or(id.as_str(), |one| &one.title)
            })+
        }
    };
}

names! {
    /// The name of a question.
    question_name(QuestionId) in questions;
    /// The name of a criterion.
    criterion_name(CriterionId) in criteria;
    /// The name of a stage.
    stage_name(StageId) in stages;
    /// The name of a section.
    section_name(SectionId) in sections;
    /// The name of a persona.
    persona_name(PersonaId) in personas;
    /// The name of a card.
    card_name(CardId) in cards;
    /// The name of a source.
    source_name(SourceId) in sources;
    /// The name of a track of the cadence.
    track_name(TrackId) in cadence.tracks;
}

impl Playbook {
    /// The name of a reason, wherever it is listed.
    pub fn reason_name<'a>(&'a self, id: &'a ReasonId) -> &'a str {
        self.reasons.title(id).unwrap_or(id.as_str())
    }
}

impl Question {
    /// The title of an option.
    pub fn option_name<'a>(&'a self, id: &'a OptionId) -> &'a str {
        let found = self.options().iter().find(|option| &option.id == id);
        found.map_or(id.as_str(), |option| &option.title)
    }

    /// The words in which an option is read as an answer: a rep's, where it has some.
    pub fn option_words<'a>(&'a self, id: &'a OptionId) -> &'a str {
        let found = self.options().iter().find(|option| &option.id == id);
        found.map_or(id.as_str(), |option| option.wording(Face::Rep))
    }
}
