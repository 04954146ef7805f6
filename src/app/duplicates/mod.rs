//! Contacts that may be one: the same id or e-mail, the same or a like name where something else
//! speaks for it.
//!
//! Owns what speaks for it and what against. Refuses to merge, and to call two purchases of a person
//! one. Invariant: whoever a person said is not the same, is not proposed again; the order in which
//! contacts are looked at changes nothing. Names are compared within small blocks alone, never all
//! with all.

mod apart;
mod names;
mod unions;

use super::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::ContactId;
use apart::Apart;
use names::{Likeness, Name, organisation};
use std::collections::BTreeMap;
use unions::Unions;

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
    finder.finish()
}

/// Looks at one contact after the other, so that a page can breathe in between.
#[derive(Debug, Default)]
pub struct Finder {
    seen: Vec<Seen>,
    /// What contacts may have in common, with their places.
    marks: Vec<(Mark, String, usize)>,
}

/// What is compared of a contact.
#[derive(Debug)]
struct Seen {
    /// Its own id first, then those merged into it.
    ids: Vec<ContactId>,
    is_over: bool,
    external: Vec<String>,
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

/// More contacts than this with one e-mail address: it is a shared one and says nothing.
const SHARED: usize = 30;
/// Up to here names are compared all with all; of more, those with a word in common.
const BLOCK: usize = 48;
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
        let mut mark = |mark, text: String| self.marks.push((mark, text, place));
        let external: Vec<_> = contact.external_ids().into_iter().map(str::to_owned).collect();
        external.iter().for_each(|id| mark(Mark::Id, id.clone()));
        let emails = contact.every(Field::Email);
        let names: Vec<_> = contact.every(Field::Person).into_iter().filter_map(Name::of).collect();
        for email in emails {
            let email = email.trim().to_lowercase();
            let domain = email.split_once('@').map(|(_, domain)| domain.to_owned());
            if let Some(domain) = domain.filter(|it| !names.is_empty() && is_somebodys(it)) {
                mark(Mark::Domain, domain);
            }
            mark(Mark::Email, email);
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

    /// Says what was found.
    pub fn finish(mut self) -> Found {
        self.marks.sort_unstable();
        self.marks.dedup();
        let apart = Apart::of(&self.seen);
        let (mut same, mut earlier) = (Unions::new(self.seen.len()), Unions::new(self.seen.len()));
        for block in self.marks.chunk_by(|a, b| (a.0, &a.1) == (b.0, &b.1)) {
            let places: Vec<_> = block.iter().map(|(.., place)| *place).collect();
            let mark = block[0].0;
            self.pairs(mark, &places, &mut |a, b| {
                let Some(reason) = self.reason(mark, a, b) else { return };
                if apart.are(&self.seen, a, b) {
                    return;
                }
                match (self.seen[a].is_over, self.seen[b].is_over) {
                    _ if reason == Reason::SameId => same.join(a, b, reason),
                    (false, false) => same.join(a, b, reason),
                    (true, true) => {}
                    _ => earlier.join(a, b, reason),
                }
            });
        }
        let (groups, mut earlier) = (self.in_order(same), self.in_order(earlier));
        let of = |group: usize| groups[group].contacts.iter().map(move |id| (*id, group));
        let proposed: BTreeMap<_, _> = (0..groups.len()).flat_map(of).collect();
        earlier.retain(|told| {
            let mut all = told.contacts.iter().map(|id| proposed.get(id));
            let first = all.next().flatten();
            first.is_none() || all.any(|group| group != first)
        });
        Found { groups, earlier }
    }

    fn in_order(&self, found: Unions<Reason>) -> Vec<Group> {
        let group = |(places, reasons): (Vec<usize>, _)| {
            let mut contacts: Vec<_> =
                places.iter().map(|place| self.seen[*place].ids[0]).collect();
            contacts.sort_unstable();
            Group { contacts, reasons }
        };
        let mut groups: Vec<_> = found.groups().into_iter().map(group).collect();
        groups.sort_by(|a, b| (&a.reasons, &a.contacts).cmp(&(&b.reasons, &b.contacts)));
        groups
    }

    /// The pairs of a block that are worth comparing.
    fn pairs(&self, mark: Mark, places: &[usize], visit: &mut dyn FnMut(usize, usize)) {
        let mut all = |places: &[usize]| {
            for (n, a) in places.iter().enumerate() {
                places[n + 1..].iter().for_each(|b| visit(*a, *b));
            }
        };
        match mark {
            Mark::Email if places.len() > SHARED => {}
            _ if places.len() <= BLOCK => all(places),
            Mark::Id | Mark::Email => places.windows(2).for_each(|pair| visit(pair[0], pair[1])),
            Mark::Organisation | Mark::Domain | Mark::Phone => {
                let mut words = Vec::new();
                for place in places {
                    let names = self.seen[*place].names.iter().flat_map(Name::words);
                    words.extend(names.filter(|w| w.len() > 1).map(|word| (word, *place)));
                }
                words.sort_unstable();
                words.dedup();
                for block in words.chunk_by(|a, b| a.0 == b.0) {
                    // A word of so many, such as a common first name, says nothing by itself.
                    if block.len() <= BLOCK {
                        all(&block.iter().map(|(_, place)| *place).collect::<Vec<_>>());
                    }
                }
            }
        }
    }

    fn reason(&self, mark: Mark, a: usize, b: usize) -> Option<Reason> {
        let (a, b) = (&self.seen[a], &self.seen[b]);
        let likeness = || {
            let likeness = |a: &Name| b.names.iter().find_map(|b| a.likeness(b));
            a.names.iter().find_map(likeness)
        };
        Some(match mark {
            Mark::Id => Reason::SameId,
            Mark::Email => Reason::SameEmail,
            Mark::Organisation => match likeness()? {
                Likeness::Same => Reason::SameName,
                Likeness::Alike => Reason::LikeName,
            },
            Mark::Domain => likeness().map(|_| Reason::SameDomain)?,
            Mark::Phone => likeness().map(|_| Reason::SamePhone)?,
        })
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
