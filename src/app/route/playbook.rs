//! The pages of the playbook editor and their addresses.
//!
//! Invariant: every address that [`address`] writes, [`page`] reads back.

use super::listing::{decode, encode, level_of, level_word};
use crate::domain::ids::{CriterionId, PersonaId, QuestionId, StageId};
use crate::domain::position::Level;

/// A page about the playbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum PlaybookPage {
    /// What it is, what it consists of, and the draft.
    #[default]
    Overview,
    /// All questions, by section.
    Questions,
    /// One question.
    Question(QuestionId),
    /// All criteria.
    Criteria,
    /// One criterion.
    Criterion(CriterionId),
    /// Gates, levels and stages.
    Gates,
    /// What one level means.
    Level(Level),
    /// One stage.
    Stage(StageId),
    /// The ideal customer and the personas.
    People,
    /// One persona.
    Persona(PersonaId),
    /// Where contacts come from.
    Sources,
    /// Win chance, scores and cards.
    Scores,
    /// What visitors are told and agree to.
    Visitors,
    /// What visitors read in other languages.
    Languages,
    /// Reasons, cadence and glossary.
    Words,
    /// Starting one's own, ready-made playbooks and overlays.
    Packs,
    /// Files and links.
    Share,
    /// The code that puts the wizard into a page.
    Embed,
    /// The first playbook from a dozen answers.
    Guided,
    /// Trying the draft out.
    Try,
    /// What is wrong or unwise in the draft.
    Checks,
}

/// Reads the segments of an address after `playbook`; none where they name no page.
pub(super) fn page(segments: &[&str]) -> Option<PlaybookPage> {
    Some(match segments {
        [] => PlaybookPage::Overview,
        ["questions"] => PlaybookPage::Questions,
        ["questions", id] => PlaybookPage::Question(QuestionId::new(decode(id))),
        ["criteria"] => PlaybookPage::Criteria,
        ["criteria", id] => PlaybookPage::Criterion(CriterionId::new(decode(id))),
        ["gates"] => PlaybookPage::Gates,
        ["levels", level] => PlaybookPage::Level(level_of(level)?),
        ["stages", id] => PlaybookPage::Stage(StageId::new(decode(id))),
        ["people"] => PlaybookPage::People,
        ["people", id] => PlaybookPage::Persona(PersonaId::new(decode(id))),
        ["sources"] => PlaybookPage::Sources,
        ["scores"] => PlaybookPage::Scores,
        ["visitors"] => PlaybookPage::Visitors,
        ["languages"] => PlaybookPage::Languages,
        ["words"] => PlaybookPage::Words,
        ["packs"] => PlaybookPage::Packs,
        ["share"] => PlaybookPage::Share,
        ["embed"] => PlaybookPage::Embed,
        ["guided"] => PlaybookPage::Guided,
        ["try"] => PlaybookPage::Try,
        ["checks"] => PlaybookPage::Checks,
        _ => return None,
    })
}

/// The address of a page, with `#` in front.
pub(super) fn address(page: &PlaybookPage) -> String {
    let (list, one) = match page {
        PlaybookPage::Overview => return "#/playbook".to_owned(),
        PlaybookPage::Questions => ("questions", None),
        PlaybookPage::Question(id) => ("questions", Some(id.as_str())),
        PlaybookPage::Criteria => ("criteria", None),
        PlaybookPage::Criterion(id) => ("criteria", Some(id.as_str())),
        PlaybookPage::Gates => ("gates", None),
        PlaybookPage::Level(level) => ("levels", Some(level_word(*level))),
        PlaybookPage::Stage(id) => ("stages", Some(id.as_str())),
        PlaybookPage::People => ("people", None),
        PlaybookPage::Persona(id) => ("people", Some(id.as_str())),
        PlaybookPage::Sources => ("sources", None),
        PlaybookPage::Scores => ("scores", None),
        PlaybookPage::Visitors => ("visitors", None),
        PlaybookPage::Languages => ("languages", None),
        PlaybookPage::Words => ("words", None),
        PlaybookPage::Packs => ("packs", None),
        PlaybookPage::Share => ("share", None),
        PlaybookPage::Embed => ("embed", None),
        PlaybookPage::Guided => ("guided", None),
        PlaybookPage::Try => ("try", None),
        PlaybookPage::Checks => ("checks", None),
    };
    match one {
        Some(id) => format!("#/playbook/{list}/{}", encode(id)),
        None => format!("#/playbook/{list}"),
    }
}
