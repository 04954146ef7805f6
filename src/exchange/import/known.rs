//! What contacts are known again by: ids, e-mail addresses, names, and the very words of a row.
//!
//! Owns the keys and the index over the contacts that are here. Refuses to decide which contact a row
//! is about: [`matching`](super::matching) does. Invariant: two names have the same key if and only if
//! [`same_name`](crate::domain::contact::same_name) and
//! [`same_organisation`](crate::domain::contact::same_organisation) say so.

use super::reading::Told;
use crate::app::workspace::Workspace;
use crate::domain::event::{EventKind, Field, Imported};
use crate::domain::ids::{ContactId, OptionId, SystemId};
use crate::domain::playbook::question::Question;
use crate::domain::value::Value;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The contacts that are here, by what they are known again by.
#[derive(Debug, Clone, Default)]
pub struct Known {
    by_key: HashMap<String, Vec<ContactId>>,
}

impl Known {
    /// Adds a contact; one that was merged is known as the one that goes on.
    pub fn add(&mut self, workspace: &Workspace, id: ContactId) {
        let Some(record) = workspace.record(id) else { return };
        let Some(contact) = &record.contact else { return };
        let Some(id) = goes_on(workspace, id) else { return };
        if let Some(external) = &contact.external_id {
            self.put(system_key(contact.system.as_ref(), external), id);
            self.put(external_key(external), id);
        }
        let email = contact.field(Field::Email).map(email_key);
        let name = name_key(contact.field(Field::Person), contact.field(Field::Organisation));
        for key in [email, name].into_iter().flatten() {
            self.put(key, id);
        }
        if contact.external_id.is_none() {
            for event in record.log.live() {
                if let EventKind::Imported(row) = &event.kind {
                    self.put(row_key(row), id);
                }
            }
        }
    }

    fn put(&mut self, key: String, id: ContactId) {
        let known = self.by_key.entry(key).or_default();
        if known.last() != Some(&id) {
            known.push(id);
        }
    }

    /// The contacts with a key.
    pub(super) fn of(&self, key: &str) -> &[ContactId] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// Takes a contact from a key: a row is about it.
    pub(super) fn take(&mut self, key: &str, id: ContactId) {
        if let Some(known) = self.by_key.get_mut(key) {
            known.retain(|other| *other != id);
        }
    }
}

/// The contact that goes on in place of a merged one; none where there is no contact.
pub(super) fn goes_on(workspace: &Workspace, id: ContactId) -> Option<ContactId> {
    Some(workspace.contact(id)?.merged_into.unwrap_or(id))
}

/// The key of an id in whatever other system.
pub(super) fn external_key(id: &str) -> String {
    format!("id:{}", id.trim())
}

/// The key of an id in a system, or of one nobody knows the system of.
pub(super) fn system_key(system: Option<&SystemId>, id: &str) -> String {
    format!("{}:{}", system.map_or("", SystemId::as_str), external_key(id))
}

/// The key of an e-mail address.
pub(super) fn email_key(email: &str) -> String {
    format!("mailto:{}", email.trim().to_lowercase())
}

/// The key of a person at an organisation; none where one of them is not named.
pub(super) fn name_key(person: Option<&str>, organisation: Option<&str>) -> Option<String> {
    let person = person.map(|name| name.trim().to_lowercase()).filter(|name| !name.is_empty())?;
    let organisation = organisation?.to_lowercase();
    let words = organisation.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.collect();
    (!words.is_empty()).then(|| format!("name:{person}\n{}", words.join(" ")))
}

/// The key of a row that names nobody: all it says, as a number.
pub(super) fn row_key(row: &Imported) -> String {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(row).unwrap_or_default().hash(&mut hasher);
    format!("row:{:x}", hasher.finish())
}

impl Told {
    /// The contact's name, for lists: person, organisation, address or id.
    pub fn name(&self) -> &str {
        let field = |field| self.imported.fields.get(&field).map(String::as_str);
        field(Field::Person)
            .or_else(|| field(Field::Organisation))
            .or_else(|| field(Field::Email))
            .or(self.imported.external_id.as_deref())
            .unwrap_or_default()
    }

    pub(super) fn email_key(&self) -> Option<String> {
        self.imported.fields.get(&Field::Email).map(|email| email_key(email))
    }

    pub(super) fn name_key(&self) -> Option<String> {
        let field = |field| self.imported.fields.get(&field).map(String::as_str);
        name_key(field(Field::Person), field(Field::Organisation))
    }
}

/// Whether two values of an answer say the same, be it as words or as the option they mean.
pub(super) fn same_value(question: Option<&Question>, a: &Value, b: &Value) -> bool {
    let Some(question) = question.filter(|_| a != b) else { return a == b };
    match (a, b) {
        (Value::Several(a), Value::Several(b)) => {
            a.len() == b.len() && a.iter().all(|id| b.contains(id))
        }
        (Value::Text(a), Value::Text(b)) if a.trim() == b.trim() => true,
        _ => option(question, a).is_some_and(|id| option(question, b) == Some(id)),
    }
}

/// The one option a value means.
fn option<'a>(question: &'a Question, value: &'a Value) -> Option<&'a OptionId> {
    match value {
        Value::Choice(id) => Some(id),
        Value::Several(ids) if ids.len() == 1 => ids.first(),
        Value::Text(words) => question.recognise(words),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::{same_name, same_organisation};

    #[test]
    fn keys_say_what_the_comparisons_say() {
        let names = ["Ann", " ann ", "ANN B", "", "É", "é"];
        let firms = ["Acme, Inc.", " ACME inc", "GTXPro", "GTX Pro", "", "-", "İş"];
        for (a, b) in names.iter().flat_map(|a| names.iter().map(move |b| (a, b))) {
            let key = |name: &str| name_key(Some(name), Some("x"));
            let same = key(a).is_some() && key(a) == key(b);
            assert_eq!(same, same_name(a, b) && !a.trim().is_empty(), "{a:?} {b:?}");
        }
        for (a, b) in firms.iter().flat_map(|a| firms.iter().map(move |b| (a, b))) {
            let key = |name: &str| name_key(Some("x"), Some(name));
            let same = key(a).is_some() && key(a) == key(b);
            assert_eq!(same, same_organisation(a, b), "{a:?} {b:?}");
        }
    }
}
