//! What the next contact somebody adds is likely to share with the one before.

use super::workspace::Workspace;
use crate::domain::event::{By, EventKind, Field};
use crate::domain::ids::AuthorId;

/// The source of the contact that an author added last, as it stands now; none where that has none,
/// or the playbook does not list it.
pub fn last_source<'a>(workspace: &'a Workspace, author: &AuthorId) -> Option<&'a str> {
    let mut last = None;
    for (id, record) in workspace.records() {
        let Some(contact) = &record.contact else { continue };
        let added = record.log.events().first().is_some_and(|event| {
            let by_author = matches!(&event.by, By::Rep(rep) if rep.id == *author);
            by_author && matches!(event.kind, EventKind::Created(_))
        });
        if added && last.is_none_or(|(newest, _)| newest < id) {
            last = Some((id, contact));
        }
    }
    let source = last?.1.field(Field::Source)?;
    workspace.playbook.sources.iter().find(|listed| listed.id.as_str() == source)?;
    Some(source)
}
