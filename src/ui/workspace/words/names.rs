//! What a contact is called.

use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::ui::text::workspace as text;

/// The person's name and, apart, the organisation's.
pub fn name(contact: &Contact) -> (String, Option<String>) {
    let organisation = contact.field(Field::Organisation).map(str::to_owned);
    match (contact.field(Field::Person), &organisation) {
        (Some(person), _) => (person.to_owned(), organisation),
        (None, Some(_)) if contact.external_id.is_none() => {
            (text::unknown_person().to_owned(), organisation)
        }
        (None, Some(name)) => (name.clone(), contact.external_id.clone()),
        (None, None) => match &contact.external_id {
            Some(id) => (id.clone(), None),
            None if contact.field(Field::Source).is_some() => {
                (text::website_visitor().to_owned(), None)
            }
            None => (text::no_name().to_owned(), None),
        },
    }
}

/// The person's name and the organisation's, in a line.
pub fn full_name(contact: &Contact) -> String {
    match name(contact) {
        (name, Some(organisation)) => {
            format!("{} · {}", isolated(name), isolated(organisation))
        }
        (name, None) => isolated(name),
    }
}

/// A name that may run from right to left, or turn what follows round, in marks that keep that to
/// itself; any other as it is.
fn isolated(name: String) -> String {
    let turns = |letter: char| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
            | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if name.contains(turns) { format!("\u{2068}{name}\u{2069}") } else { name }
}
