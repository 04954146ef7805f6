//! Sections: the groups questions are asked in.

use super::ids::id_for;
use super::list::{self, Way};
use super::{Refused, refused, uses};
use crate::domain::ids::SectionId;
use crate::domain::playbook::{Playbook, Section};

/// Adds a section at the end.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add(draft: &mut Playbook, published: &Playbook, title: &str) -> Result<SectionId, Refused> {
    let title = refused::title(title)?;
    let taken = |id: &str| {
        let mut all = draft.sections.iter().chain(&published.sections);
        all.any(|section| section.id.as_str() == id)
    };
    let id = SectionId::new(id_for(&title, "section", taken));
    draft.sections.push(Section { id: id.clone(), title });
    Ok(id)
}

/// Moves a section with its questions.
pub fn shift(draft: &mut Playbook, place: usize, way: Way) {
    list::shift(&mut draft.sections, place, way);
}

/// Takes an empty section out.
///
/// # Errors
/// [`Refused::InUse`] with its questions, retired ones too; [`Refused::Missing`].
pub fn remove(draft: &mut Playbook, place: usize) -> Result<(), Refused> {
    let section = draft.sections.get(place).ok_or(Refused::Missing)?;
    let users = uses::of_section(draft, &section.id);
    if !users.is_empty() {
        return Err(Refused::InUse(users));
    }
    draft.sections.remove(place);
    Ok(())
}
