//! The contact that has a row's id in another system.
//!
//! Invariant: ids of two known systems are never one; where one is not known, another address is
//! doubt, which a person settles.

use super::{Doubt, Doubted, Matching};
use crate::app::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::event::{Event, EventKind, Field};
use crate::domain::ids::ContactId;
use crate::exchange::import::known::{email_key, external_key, system_key};
use crate::exchange::import::reading::Told;

impl Matching {
    /// The contact that has the row's id, of several an open one: in the same system, or where one of the
    /// two is not on record. In doubt then, where their addresses differ.
    pub(super) fn with_its_id(
        &self,
        workspace: &Workspace,
        told: &Told,
    ) -> Result<Option<ContactId>, Doubt> {
        let Some(id) = &told.imported.external_id else { return Ok(None) };
        let open_first = |all: &[ContactId]| {
            let is_open = |id: &&ContactId| {
                workspace.contact(**id).is_some_and(|contact| !contact.has_ended())
            };
            all.iter().find(is_open).or(all.first()).copied()
        };
        let may_be = match &told.imported.system {
            None => self.known.of(&external_key(id)),
            Some(system) => {
                let sure = self.known.of(&system_key(Some(system), id));
                if let Some(id) = open_first(sure) {
                    return Ok(Some(id));
                }
                self.known.of(&system_key(None, id))
            }
        };
        let has_it = |id: &&ContactId| {
            told.contact.is_some()
                || told.email_key().is_none_or(|email| had_address(workspace, **id, &email))
        };
        let agreeing: Vec<_> = may_be.iter().filter(has_it).copied().collect();
        match (open_first(&agreeing).or(open_first(may_be)), self.doubted) {
            (Some(id), Doubted::LeftOut) if agreeing.is_empty() => {
                let field = |contact: &Contact| contact.field(Field::Email).map(str::to_owned);
                let here = workspace.contact(id).and_then(field).unwrap_or_default();
                let there = told.imported.fields.get(&Field::Email).cloned().unwrap_or_default();
                let (line, name) = (told.line, told.name().to_owned());
                Err(Doubt { contact: id, line, name, here, there })
            }
            (_, Doubted::Others) if agreeing.is_empty() => Ok(None),
            (found, _) => Ok(found),
        }
    }
}

/// Whether a contact has, or ever had, an address; or none at all.
fn had_address(workspace: &Workspace, id: ContactId, email: &str) -> bool {
    let now = workspace.contact(id).map(|contact| contact.every(Field::Email)).unwrap_or_default();
    let events = || workspace.histories(id).flat_map(|(_, log)| log.live());
    let had = |event: &Event| {
        let address = match &event.kind {
            EventKind::Imported(row) => row.fields.get(&Field::Email),
            EventKind::FieldSet(set) if set.field == Field::Email => set.value.as_ref(),
            _ => None,
        };
        address.is_some_and(|address| email_key(address) == email)
    };
    now.is_empty() || now.iter().any(|now| email_key(now) == email) || events().any(had)
}
