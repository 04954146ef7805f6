//! Which contact a row is about: one that is here, one of an earlier row, or a new one.
//!
//! By Ripen's own id; else by the id in the other system, which is told where it can be: ids of two known
//! systems are never one, and where one is not known, another address leaves it to a person; else, where one of the two has no such id,
//! by e-mail address; else by person and organisation. A row that names nobody is known again by its
//! very words alone. Deals of one person are told apart by their names.
//!
//! Invariants: no person, no duplicate. A journey that is over gets no row joined to it: only the same
//! id, or a row that says nothing new, is known again there, and it is left as it is. Two rows of one
//! file never change the same contact.

mod fate;
mod ids;
mod keys;

pub use fate::{Doubt, Doubted, Duplicate, Elsewhere, Fate, Update};

use super::columns::{Column, Target};
use super::difference::{Difference, difference};
use super::known::{Known, email_key, goes_on};
use super::plan::Plan;
use super::reading::Told;
use super::stages::Kind;
use super::words::bare;
use crate::app::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::ContactId;
use crate::exchange::csv::Table;
use keys::Keys;
use std::collections::{HashMap, HashSet};

/// Contacts of one key that a row is held against.
const HELD_AGAINST: usize = 50;
/// Headers of what a deal is called.
const DEAL_NAMES: [&str; 8] =
    ["dealname", "dealtitle", "opportunityname", "opportunity", "deal", "name", "title", "subject"];

/// An earlier row.
struct Earlier {
    line: usize,
    has_id: bool,
    email: Option<String>,
}

/// Finds the contact of each row, in the file's order.
pub struct Matching {
    known: Known,
    kind: Kind,
    own: bool,
    /// The column with the deal's name.
    deal_name: Option<String>,
    /// The addresses in the file.
    emails: HashSet<String>,
    doubted: Doubted,
    claimed: HashMap<ContactId, usize>,
    earlier: HashMap<String, Earlier>,
}

impl Matching {
    /// Begins anew with the contacts that are here.
    pub fn new(known: Known, plan: &Plan, tables: &[Table]) -> Self {
        let column = plan.main_column(&Target::Field(Field::Email));
        let rows = tables.get(plan.roles.main).map_or(&[][..], |table| &table.rows);
        let emails = column
            .into_iter()
            .flat_map(|column| rows.iter().map(move |row| email_key(row.cell(column))));
        let is_name = |c: &&Column| {
            c.table == plan.roles.main
                && c.target == Target::Attribute
                && DEAL_NAMES.contains(&bare(&c.name).as_str())
        };
        let deal_name = plan.columns.iter().find(is_name).map(|column| column.name.clone());
        Self {
            known,
            kind: plan.kind,
            own: plan.is_own(),
            deal_name: deal_name.filter(|_| plan.kind == Kind::Deals),
            emails: emails.collect(),
            doubted: plan.doubted,
            claimed: HashMap::new(),
            earlier: HashMap::new(),
        }
    }

    /// Says what becomes of the next row.
    pub fn judge(&mut self, workspace: &Workspace, told: Box<Told>) -> Fate {
        let keys = Keys::of(&told);
        let name = || told.name().to_owned();
        if let Some(of) = self.earlier_row(&keys, &told) {
            return Fate::Duplicate(Duplicate { line: told.line, of, name: name() });
        }
        self.note(&keys, &told);
        let same = match self.with_its_id(workspace, &told) {
            Ok(same) => same,
            Err(doubt) => return Fate::Doubtful(doubt),
        };
        let Some((id, found)) = self.find(workspace, &keys, &told, same) else {
            return Fate::New(told);
        };
        if let Some(of) = self.claimed.get(&id) {
            return Fate::Duplicate(Duplicate { line: told.line, of: *of, name: name() });
        }
        self.claimed.insert(id, told.line);
        for key in keys.all().chain(&keys.of_systems) {
            self.known.take(key, id);
        }
        let has_ended = workspace.contact(id).is_some_and(Contact::has_ended);
        let elsewhere = |places| Elsewhere { contact: id, line: told.line, name: name(), places };
        let Difference { changes, kinds, elsewhere: places, .. } = found;
        let stands = places.map(|places| elsewhere(Some(places)));
        match (has_ended, changes.is_empty()) {
            (true, true) if stands.is_none() => Fate::Unchanged(None),
            (true, _) => Fate::Closed(stands.unwrap_or_else(|| elsewhere(None))),
            (false, true) => Fate::Unchanged(stands),
            (false, false) => Fate::Updated(Box::new(Update {
                contact: id,
                line: told.line,
                name: name(),
                changes,
                kinds,
                elsewhere: stands,
            })),
        }
    }

    /// The earlier row about the same contact.
    fn earlier_row(&self, keys: &Keys, told: &Told) -> Option<usize> {
        let line = |key: &Option<String>| Some(self.earlier.get(key.as_ref()?)?.line);
        if keys.own.is_some() {
            return line(&keys.own);
        }
        let names_somebody = keys.email.is_some() || keys.name.is_some();
        if self.kind == Kind::Deals {
            let words = keys.words.clone().filter(|_| names_somebody);
            return line(&keys.external).or_else(|| line(&words));
        }
        let has_id = told.imported.external_id.is_some();
        let by = |key: &Option<String>| {
            let earlier = self.earlier.get(key.as_ref()?)?;
            (!has_id || !earlier.has_id).then_some(earlier)
        };
        let one_address = |earlier: &&Earlier| match (&earlier.email, &keys.email) {
            (Some(theirs), Some(ours)) => theirs == ours,
            _ => true,
        };
        let by_name = || by(&keys.name).filter(one_address).map(|earlier| earlier.line);
        line(&keys.external)
            .or_else(|| by(&keys.email).map(|earlier| earlier.line))
            .or_else(by_name)
    }

    /// Remembers a row for those that follow.
    fn note(&mut self, keys: &Keys, told: &Told) {
        let has_id = told.imported.external_id.is_some();
        for key in keys.all() {
            let (line, email) = (told.line, keys.email.clone());
            self.earlier.entry(key.clone()).or_insert(Earlier { line, has_id, email });
        }
    }

    /// The contact a row is about, with what it says otherwise.
    fn find(
        &self,
        workspace: &Workspace,
        keys: &Keys,
        told: &Told,
        same: Option<ContactId>,
    ) -> Option<(ContactId, Difference)> {
        let held = |id: ContactId| {
            let record = workspace.record(id)?;
            Some((id, difference(told, record, &workspace.playbook, self.own)))
        };
        if let Some(id) = told.contact.and_then(|id| goes_on(workspace, id)) {
            return held(id);
        }
        if let Some(id) = same {
            return held(id);
        }
        if keys.external.is_some() && self.kind == Kind::Deals {
            return None;
        }
        if let Some(key) = &keys.words
            && let Some(found) = self.known.of(key).first().and_then(|id| held(*id))
        {
            return Some(found);
        }
        let may_be = |id: &ContactId| {
            workspace.contact(*id).is_some_and(|contact| self.may_be(told, contact))
        };
        let by_email = keys.email.iter().flat_map(|key| self.known.of(key)).copied();
        let by_email: Vec<_> = by_email.filter(may_be).take(HELD_AGAINST).collect();
        self.choose(workspace, told, &by_email, &held).or_else(|| {
            let by_name = keys.name.iter().flat_map(|key| self.known.of(key)).copied();
            let is_the_same = |id: &ContactId| {
                let contact = workspace.contact(*id);
                may_be(id) && contact.is_some_and(|contact| self.has_no_other(told, contact))
            };
            let by_name: Vec<_> = by_name.filter(is_the_same).take(HELD_AGAINST).collect();
            self.choose(workspace, told, &by_name, &held)
        })
    }

    /// Of several the one of which the row says nothing new, else an open one, else, in a file of
    /// people, one that ended as the file says.
    fn choose(
        &self,
        workspace: &Workspace,
        told: &Told,
        candidates: &[ContactId],
        held: &dyn Fn(ContactId) -> Option<(ContactId, Difference)>,
    ) -> Option<(ContactId, Difference)> {
        let mut open = None;
        let mut ended = None;
        for id in candidates {
            let found = held(*id)?;
            if found.1.is_none() || found.1.is_old {
                return Some(found);
            }
            let contact = workspace.contact(*id)?;
            match (&contact.ended, told.imported.end) {
                (None, _) => open = open.or(Some(found)),
                (Some(here), Some((kind, _)))
                    if self.kind == Kind::Contacts && here.kind == kind =>
                {
                    ended = ended.or(Some(found));
                }
                _ => {}
            }
        }
        open.or(ended)
    }

    /// Whether ids and names of deals leave it open that the row is about the contact.
    fn may_be(&self, told: &Told, contact: &Contact) -> bool {
        let named = |name: &String| {
            let (ours, theirs) = (contact.attributes.get(name), told.imported.attributes.get(name));
            ours.is_none() || theirs.is_none() || ours == theirs
        };
        let systems = (&told.imported.system, &contact.system);
        let of_two = matches!(systems, (Some(theirs), Some(ours)) if theirs != ours);
        (told.imported.external_id.is_none() || contact.external_id.is_none() || of_two)
            && self.deal_name.as_ref().is_none_or(named)
    }

    /// Whether the contact of that name has no address of its own in the file: two people of one
    /// name at one organisation have an address each.
    fn has_no_other(&self, told: &Told, contact: &Contact) -> bool {
        let Some(theirs) = contact.field(Field::Email) else { return true };
        told.email_key().is_none() || !self.emails.contains(&email_key(theirs))
    }
}
