//! Who the offering is for: the profile of the ideal customer, and personas.

use super::ids::id_for;
use super::{Refused, refused};
use crate::domain::ids::{CriterionId, PersonaId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::{Persona, Profile, Role, Trait};

/// The profile, to change it; it begins with the first thing said.
pub fn profile(draft: &mut Playbook) -> &mut Profile {
    draft.profile.get_or_insert_default()
}

/// Leaves a profile that says nothing out of the file.
pub(super) fn tidy_profile(draft: &mut Playbook) {
    if draft.profile == Some(Profile::default()) {
        draft.profile = None;
    }
}

/// Adds a trait that is nice to have.
///
/// # Errors
/// [`Refused::Twice`].
pub fn add_trait(draft: &mut Playbook, criterion: &CriterionId) -> Result<(), Refused> {
    let traits = &mut profile(draft).traits;
    if traits.iter().any(|known| &known.criterion == criterion) {
        return Err(Refused::Twice);
    }
    traits.push(Trait { criterion: criterion.clone(), role: Role::NiceToHave });
    Ok(())
}

/// A persona of the draft, to change it.
pub fn find<'a>(draft: &'a mut Playbook, id: &PersonaId) -> Option<&'a mut Persona> {
    draft.personas.iter_mut().find(|persona| &persona.id == id)
}

/// Adds a persona at the end.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add(draft: &mut Playbook, published: &Playbook, title: &str) -> Result<PersonaId, Refused> {
    let title = refused::title(title)?;
    let taken = |id: &str| {
        let mut all = draft.personas.iter().chain(&published.personas);
        all.any(|persona| persona.id.as_str() == id)
    };
    let id = PersonaId::new(id_for(&title, "persona", taken));
    draft.personas.push(Persona {
        id: id.clone(),
        title,
        role: String::new(),
        job_titles: Vec::new(),
        goals: Vec::new(),
        pains: Vec::new(),
        objections: Vec::new(),
        say: Vec::new(),
        content: Vec::new(),
    });
    Ok(id)
}
