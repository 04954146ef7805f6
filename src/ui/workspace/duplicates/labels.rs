//! What contacts side by side are called: their names and, where those are alike, what tells them apart.
//!
//! Refuses to know what does: that is `app/duplicates`. Invariant: no two are called the same.

use super::super::words;
use crate::app::duplicates::beside;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::playbook::Playbook;
use crate::ui::format;
use crate::ui::text::workspace as text;

/// What each contact is called, in their order.
pub(in crate::ui::workspace) fn of(playbook: &Playbook, all: &[&Contact]) -> Vec<String> {
    let names: Vec<_> = all.iter().map(|contact| words::full_name(contact)).collect();
    let known: Vec<_> = all.iter().map(|contact| known(playbook, contact)).collect();
    let named = |(name, what): (&String, Option<String>)| match what {
        Some(what) => text::dup_named(name, what),
        None => name.clone(),
    };
    names.iter().zip(beside(&names, &known)).map(named).collect()
}

fn known(playbook: &Playbook, contact: &Contact) -> Vec<Option<String>> {
    let field = |field| contact.field(field).map(str::to_owned);
    vec![
        field(Field::Email),
        field(Field::Phone),
        field(Field::Owner),
        Some(words::position(playbook, &contact.position)),
        contact.created.map(|created| text::dup_captured(format::day(created))),
    ]
}
