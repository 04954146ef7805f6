//! Contacts that may be one: the same id or e-mail, the same or a like name where something else
//! speaks for it.
//!
//! Owns what speaks for it and what against. Refuses to merge, and to call two purchases of a person
//! one. Invariant: whoever a person said is not the same, is not proposed again; the order in which
//! contacts are looked at changes nothing. Names are compared within small blocks alone, never all
//! with all.

mod apart;
mod comparison;
mod names;
mod namesakes;
mod unions;

pub use comparison::Comparison;
pub use namesakes::beside;

use super::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::{ContactId, SystemId};
use names::{Name, organisation};
use std::collections::BTreeMap;

/// What speaks for two contacts being one, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same id in a system they were imported from.
    SameId,
    /// The same e-mail address.
    SameEmail,
    /// The same name at the same organisation.
    SameName,
    /// A like name at the same organisation.
    LikeName,
    /// The same or a like name with addresses of one organisation's domain.
    SameDomain,
    /// The same or a like name with the same phone number.
    SamePhone,
}

/// Contacts that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which ones, by id.
    pub contacts: Vec<ContactId>,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Contacts that may be one: those with the strongest reasons first.
    pub groups: Vec<Group>,
    /// Journeys of one person of which some are over: separate purchases, most likely.
    pub earlier: Vec<Group>,
}

/// Looks through a whole workspace.
pub fn duplicates(workspace: &Workspace) -> Found {
    let mut finder = Finder::default();
    workspace.contacts().for_each(|contact| finder.take(contact));
    let mut comparison = finder.compare();
    while comparison.go_on(usize::MAX) {}
    comparison.found()
}

/// Looks at one contact after the other, so that a page can breathe in between.
#[derive(Debug, Default)]
pub struct Finder {
    seen: Vec<Seen>,
    marks: Marks,
}

/// What contacts may have in common, with their places.
type Marks = BTreeMap<(Mark, String), Vec<usize>>;

/// What is compared of a contact.
#[derive(Debug)]
struct Seen {
    /// Its own id first, then those merged into it.
    ids: Vec<ContactId>,
    is_over: bool,
    external: Vec<(Option<SystemId>, String)>,
    names: Vec<Name>,
    purchases: Vec<ContactId>,
    not_the_same: Vec<ContactId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Id,
    Email,
    Organisation,
    Domain,
    Phone,
}

/// Mail providers: whoever has an address there may be anybody.
const ANYBODYS: [&str; 12] = [
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "yahoo",
    "gmx",
    "yandex",
    "protonmail",
    "aol",
    "icloud",
    "t-online",
    "qq",
];
const ANYBODYS_WHOLE: [&str; 13] = [
    "live.com",
    "me.com",
    "mac.com",
    "msn.com",
    "web.de",
    "mail.com",
    "mail.ru",
    "proton.me",
    "free.fr",
    "orange.fr",
    "wanadoo.fr",
    "libero.it",
    "163.com",
];

impl Finder {
    /// Looks at a contact.
    pub fn take(&mut self, contact: &Contact) {
        let place = self.seen.len();
        let mut mark = |mark, text: String| {
            let places = self.marks.entry((mark, text)).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        };
        let external = contact.ids_elsewhere().filter(|(_, id)| !id.trim().is_empty());
        let external = external.map(|(system, id)| (system.cloned(), id.to_owned()));
        let external: Vec<_> = external.collect();
        for (_, id) in &external {
            mark(Mark::Id, id.clone());
        }
        let emails = contact.every(Field::Email);
        let names: Vec<_> = contact.every(Field::Person).into_iter().filter_map(Name::of).collect();
        for email in emails {
            let email = email.trim().to_lowercase();
            let domain = email.split_once('@').map(|(_, domain)| domain.to_owned());
            if let Some(domain) = domain.filter(|it| !names.is_empty() && is_somebodys(it)) {
                mark(Mark::Domain, domain);
            }
            if email.contains('@') {
                mark(Mark::Email, email);
            }
        }
        if !names.is_empty() {
            let at = contact.every(Field::Organisation).into_iter().filter_map(organisation);
            at.for_each(|name| mark(Mark::Organisation, name));
            let phones = contact.every(Field::Phone).into_iter().filter_map(phone);
            phones.for_each(|phone| mark(Mark::Phone, phone));
        }
        let ids = std::iter::once(contact.id).chain(contact.merged.iter().map(|other| other.id));
        let purchases = contact.next_purchases.iter().copied().chain(contact.earlier_purchase);
        self.seen.push(Seen {
            ids: ids.collect(),
            is_over: contact.has_ended(),
            external,
            names,
            purchases: purchases.collect(),
            not_the_same: contact.not_the_same.clone(),
        });
    }

    /// Goes on to compare what was seen.
    pub fn compare(self) -> Comparison {
        Comparison::new(self.seen, self.marks)
    }
}

fn is_somebodys(domain: &str) -> bool {
    let name = domain.split('.').next().unwrap_or_default();
    domain.contains('.') && !ANYBODYS.contains(&name) && !ANYBODYS_WHOLE.contains(&domain)
}

/// The last nine digits: what stands before them is dialled in one place and not in another.
fn phone(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 7).then(|| digits[digits.len().saturating_sub(9)..].to_owned())
}
