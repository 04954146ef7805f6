//! Where contacts come from.

use super::ids::id_for;
use super::{Refused, refused};
use crate::domain::ids::SourceId;
use crate::domain::playbook::{Playbook, Source};

/// Adds a source at the end.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add(draft: &mut Playbook, published: &Playbook, title: &str) -> Result<SourceId, Refused> {
    let title = refused::title(title)?;
    let taken = |id: &str| {
        let mut all = draft.sources.iter().chain(&published.sources);
        all.any(|source| source.id.as_str() == id)
    };
    let id = SourceId::new(id_for(&title, "source", taken));
    draft.sources.push(Source {
        id: id.clone(),
        title,
        group: None,
        origin: None,
        intent: None,
        utm: Vec::new(),
    });
    Ok(id)
}
