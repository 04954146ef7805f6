//! Who a contact is: captured, and its details changed.
//!
//! Invariant: somebody is named, and nobody loses the last name there is.

use super::{Decision, text};
use crate::app::refusal::Refusal;
use crate::app::settings::MAX_NAME;
use crate::domain::contact::Contact;
use crate::domain::event::{Created, EventKind, Field, FieldSet};
use crate::domain::ids::SourceId;
use std::collections::BTreeMap;

/// Captures a contact.
pub(super) fn create(fields: BTreeMap<Field, String>) -> Decision {
    let filled = |field| fields.get(&field).is_some_and(|text: &String| !text.trim().is_empty());
    if !filled(Field::Person) && !filled(Field::Organisation) {
        return Err(Refusal::NobodyNamed);
    }
    let source = fields.get(&Field::Source).map(|id| id.trim()).filter(|id| !id.is_empty());
    let mut events = vec![EventKind::Created(Created { source: source.map(SourceId::from) })];
    for (field, value) in fields {
        if let (false, Some(value)) = (field == Field::Source, checked(field, &value)?) {
            events.push(EventKind::FieldSet(FieldSet { field, value: Some(value) }));
        }
    }
    Ok(events)
}

/// Changes details: those that differ.
pub(super) fn set_fields(contact: &Contact, fields: BTreeMap<Field, String>) -> Decision {
    let mut after = contact.fields.clone();
    let mut events = Vec::new();
    for (field, value) in fields {
        let value = checked(field, &value)?;
        if value.as_deref() == contact.field(field) {
            continue;
        }
        match &value {
            Some(value) => after.insert(field, value.clone()),
            None => after.remove(&field),
        };
        events.push(EventKind::FieldSet(FieldSet { field, value }));
    }
    if events.is_empty() {
        return Err(Refusal::NothingChanges);
    }
    let named = |fields: &BTreeMap<Field, String>| {
        fields.contains_key(&Field::Person) || fields.contains_key(&Field::Organisation)
    };
    // A visitor's lead may have no name yet; a name that is there cannot be taken away altogether.
    if named(&contact.fields) && !named(&after) {
        return Err(Refusal::NobodyNamed);
    }
    Ok(events)
}

/// A detail as it is kept; none where nothing is left of it.
///
/// # Errors
/// [`Refusal::TooLong`].
pub(super) fn checked(field: Field, value: &str) -> Result<Option<String>, Refusal> {
    if value.chars().count() > MAX_NAME {
        return Err(Refusal::TooLong(field));
    }
    text(Some(value.to_owned()))
}
