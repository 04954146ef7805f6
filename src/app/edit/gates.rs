//! Which criteria stand at which gate, in order.

use super::Refused;
use super::list::{self, Way};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::part::GateName;

/// The criteria of a gate; none for a stage that is not there.
pub fn list<'a>(playbook: &'a Playbook, gate: &GateName) -> Option<&'a Vec<CriterionId>> {
    match gate {
        GateName::Prospect => Some(&playbook.gates.prospect),
        GateName::Opportunity => Some(&playbook.gates.opportunity),
        GateName::Exit(id) => playbook.stage(id).map(|stage| &stage.exit),
    }
}

fn list_mut<'a>(
    draft: &'a mut Playbook,
    gate: &GateName,
) -> Result<&'a mut Vec<CriterionId>, Refused> {
    match gate {
        GateName::Prospect => Ok(&mut draft.gates.prospect),
        GateName::Opportunity => Ok(&mut draft.gates.opportunity),
        GateName::Exit(id) => {
            let stage = draft.stages.iter_mut().find(|stage| &stage.id == id);
            stage.map(|stage| &mut stage.exit).ok_or(Refused::Missing)
        }
    }
}

/// Adds a criterion to a gate, at the end.
///
/// # Errors
/// [`Refused::Twice`], [`Refused::Missing`].
pub fn add(draft: &mut Playbook, gate: &GateName, criterion: &CriterionId) -> Result<(), Refused> {
    if draft.criterion(criterion).is_none() {
        return Err(Refused::Missing);
    }
    let list = list_mut(draft, gate)?;
    if list.contains(criterion) {
        return Err(Refused::Twice);
    }
    list.push(criterion.clone());
    Ok(())
}

/// Moves a criterion within a gate.
///
/// # Errors
/// [`Refused::Missing`].
pub fn shift(draft: &mut Playbook, gate: &GateName, place: usize, way: Way) -> Result<(), Refused> {
    list::shift(list_mut(draft, gate)?, place, way);
    Ok(())
}

/// Takes a criterion out of a gate. The criterion itself stays.
///
/// # Errors
/// [`Refused::Missing`].
pub fn remove(draft: &mut Playbook, gate: &GateName, place: usize) -> Result<(), Refused> {
    list::remove(list_mut(draft, gate)?, place).map(|_| ())
}
