//! Stages inside Opportunity, and what is said of each position.
//!
//! Invariant: one stage at least can be entered.

use super::ids::id_for;
use super::list::{Way, shift_among};
use super::{Refused, refused, uses};
use crate::domain::ids::StageId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::retired::Retired;
use crate::domain::playbook::steps::{Guide, LevelText, Stage};
use crate::domain::position::Level;

/// A stage of the draft, to change it.
pub fn find<'a>(draft: &'a mut Playbook, id: &StageId) -> Option<&'a mut Stage> {
    draft.stages.iter_mut().find(|stage| &stage.id == id)
}

/// What is said of a level.
pub fn level(playbook: &Playbook, level: Level) -> &LevelText {
    match level {
        Level::Lead => &playbook.levels.lead,
        Level::Prospect => &playbook.levels.prospect,
        Level::Opportunity => &playbook.levels.opportunity,
        Level::Customer => &playbook.levels.customer,
    }
}

/// What is said of a level, to change it.
pub fn level_mut(draft: &mut Playbook, level: Level) -> &mut LevelText {
    match level {
        Level::Lead => &mut draft.levels.lead,
        Level::Prospect => &mut draft.levels.prospect,
        Level::Opportunity => &mut draft.levels.opportunity,
        Level::Customer => &mut draft.levels.customer,
    }
}

/// Adds a stage at the end.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add(draft: &mut Playbook, published: &Playbook, title: &str) -> Result<StageId, Refused> {
    let title = refused::title(title)?;
    let taken = |id: &str| {
        let mut all = draft.stages.iter().chain(&published.stages);
        all.any(|stage| stage.id.as_str() == id)
    };
    let id = StageId::new(id_for(&title, "stage", taken));
    draft.stages.push(Stage {
        id: id.clone(),
        title,
        about: String::new(),
        exit: Vec::new(),
        guide: Guide::default(),
        retired: None,
    });
    Ok(id)
}

/// Moves a stage past the next one that can be entered.
///
/// # Errors
/// [`Refused::Missing`].
pub fn shift(draft: &mut Playbook, id: &StageId, way: Way) -> Result<(), Refused> {
    let place = draft.stages.iter().position(|stage| &stage.id == id).ok_or(Refused::Missing)?;
    shift_among(&mut draft.stages, place, way, |stage| stage.retired.is_none());
    Ok(())
}

/// Takes a stage out of use: a published one is retired, with what stands in its place, and one
/// that only the draft has is gone.
///
/// # Errors
/// [`Refused::Missing`]; [`Refused::LastOne`]; [`Refused::Itself`]; [`Refused::InUse`] for one
/// that would be gone.
pub fn remove(
    draft: &mut Playbook,
    published: &Playbook,
    id: &StageId,
    becomes: Option<&StageId>,
) -> Result<(), Refused> {
    if draft.stage(id).is_none() {
        return Err(Refused::Missing);
    }
    if !draft.stages_in_use().any(|stage| &stage.id != id) {
        return Err(Refused::LastOne);
    }
    if published.stage(id).is_some() {
        match becomes {
            Some(other) if other == id => return Err(Refused::Itself),
            Some(other) if !draft.stages_in_use().any(|stage| &stage.id == other) => {
                return Err(Refused::Missing);
            }
            _ => {}
        }
        find(draft, id).ok_or(Refused::Missing)?.retired =
            Some(Retired { becomes: becomes.cloned() });
        return Ok(());
    }
    let users = uses::of_stage(draft, id);
    if !users.is_empty() {
        return Err(Refused::InUse(users));
    }
    draft.stages.retain(|stage| &stage.id != id);
    Ok(())
}

/// Lets contacts enter a retired stage again.
///
/// # Errors
/// [`Refused::Missing`].
pub fn restore(draft: &mut Playbook, id: &StageId) -> Result<(), Refused> {
    find(draft, id).ok_or(Refused::Missing)?.retired = None;
    Ok(())
}
