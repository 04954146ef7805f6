//! What the files of all CRMs are made of: names, organisations, facts, days.

use super::Left;
use crate::domain::contact::{Contact, organisation_key};
use crate::domain::event::{Direction, Field};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Standing};
use crate::domain::value::Value;
use crate::exchange::export::value;
use chrono::TimeZone;

/// Most characters a CRM takes for the name of a deal.
const TITLE_CHARS: usize = 120;

/// First and last name: the last word is the last name, and so is a single one. Of
/// `Lee, Ann` the comma says so.
pub(super) fn split_name(person: &str) -> (String, String) {
    let person = person.trim();
    if let Some((last, first)) = person.split_once(',')
        && !last.trim().is_empty()
        && !first.contains(',')
    {
        return (first.trim().to_owned(), last.trim().to_owned());
    }
    match person.rsplit_once(char::is_whitespace) {
        Some((first, last)) => (first.trim().to_owned(), last.to_owned()),
        None => (String::new(), person.to_owned()),
    }
}

/// A text field; empty where there is none.
pub(super) fn field(contact: &Contact, field: Field) -> String {
    contact.field(field).unwrap_or_default().to_owned()
}

/// Where it came from, by the source's name.
pub(super) fn source(playbook: &Playbook, contact: &Contact) -> String {
    let recorded = contact.field(Field::Source);
    recorded.map(|id| super::super::contacts::source(playbook, id)).unwrap_or_default()
}

/// What a deal is called.
pub(super) fn title(contact: &Contact) -> Result<String, Left> {
    let parts = [contact.field(Field::Organisation), contact.field(Field::Person)];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let title = match (parts.is_empty(), &contact.external_id) {
        (true, Some(id)) => id.trim().to_owned(),
        _ => parts.join(" \u{2013} "),
    };
    if title.is_empty() {
        Err(Left::NoTitle)
    } else {
        Ok(title.chars().take(TITLE_CHARS).collect())
    }
}

/// What makes two contacts one person: the e-mail address, else name and organisation.
pub(super) fn person_key(contact: &Contact) -> Option<String> {
    if let Some(email) = contact.field(Field::Email) {
        return Some(format!("@{}", email.to_lowercase()));
    }
    let person = contact.field(Field::Person)?.to_lowercase();
    Some(format!("{person}\n{}", organisation(contact)?))
}

/// What makes two organisations one.
pub(super) fn organisation(contact: &Contact) -> Option<String> {
    organisation_key(contact.field(Field::Organisation)?)
}

/// The answer to a question all packs have, in words.
pub(super) fn fact(playbook: &Playbook, contact: &Contact, question: &str) -> String {
    let id = QuestionId::new(question);
    let given = contact.answers.get(&id);
    given.map(|given| value::cell(&given.value, playbook.question(&id))).unwrap_or_default()
}

/// How many people work there, where the exact number is known.
pub(super) fn employees(contact: &Contact) -> String {
    match contact.answers.get(&QuestionId::new("employees")).map(|given| &given.value) {
        Some(value @ Value::Number(number)) if number.get().fract() == 0.0 => {
            value::cell(value, None)
        }
        _ => String::new(),
    }
}

/// The amount in digits; empty where there is none.
pub(super) fn amount(contact: &Contact) -> String {
    contact.amount.map(|amount| amount.decimal()).unwrap_or_default()
}

/// Its currency.
pub(super) fn currency(contact: &Contact) -> String {
    contact.amount.map(|amount| amount.currency.to_string()).unwrap_or_default()
}

/// The day it closed or, while it goes on, is expected to.
pub(super) fn closing_day<Z: TimeZone>(contact: &Contact, zone: &Z) -> String {
    let ended = contact.ended.as_ref().and_then(|ended| ended.on).map(|on| on.day(zone));
    ended.or(contact.expected_close).map(|day| day.to_string()).unwrap_or_default()
}

/// What to do next.
pub(super) fn next_step(contact: &Contact) -> String {
    contact.task.as_ref().map(|task| task.note.clone()).unwrap_or_default()
}

/// Whether it is, or was, in the pipeline.
pub(super) fn is_deal(contact: &Contact) -> bool {
    contact.level() >= Level::Opportunity
}

/// How far one got with somebody who is no customer yet.
pub(super) enum Reach {
    /// Ended without a win.
    Closed,
    /// Set aside.
    Waiting,
    /// In the pipeline.
    Deal,
    /// Qualified, and worked on.
    Prospect,
    /// A lead who was in touch.
    Connected,
    /// A lead somebody tried to reach.
    Tried,
    /// A lead nobody has been in touch with.
    New,
}

impl Reach {
    pub(super) fn of(contact: &Contact) -> Self {
        let by = |direction| contact.touches.iter().any(|touch| touch.direction == direction);
        match (&contact.standing, contact.level()) {
            (standing, _) if standing.is_closed() => Self::Closed,
            (Standing::Nurturing { .. }, _) => Self::Waiting,
            (_, Level::Opportunity | Level::Customer) => Self::Deal,
            (_, Level::Prospect) => Self::Prospect,
            _ if by(Direction::Inbound) => Self::Connected,
            _ if by(Direction::Outbound) => Self::Tried,
            _ => Self::New,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart_as_people_read_them() {
        for (person, first, last) in [
            ("Ann Lee", "Ann", "Lee"),
            ("Ann", "", "Ann"),
            (" Ana Maria  Ruiz ", "Ana Maria", "Ruiz"),
            ("Lee, Ann", "Ann", "Lee"),
            ("Lee, Ann, PhD", "Lee, Ann,", "PhD"),
            (",Ann", "", ",Ann"),
            ("山田\u{3000}太郎", "山田", "太郎"),
            ("", "", ""),
        ] {
            assert_eq!(split_name(person), (first.to_owned(), last.to_owned()), "{person:?}");
        }
    }
}
