//! The workspace's second home: everything stored of it, in the browser's database.
//!
//! Local storage is quick and small, and a browser that is killed forgets what it wrote last; the
//! database keeps what it says it has, and has room. Owns what stands where in it. Invariants:
//! copies are joined within a transaction, so two pages lose nothing; what cannot be read, or is
//! newer, is never written.

pub use super::database::Opened;
use super::database::{self, Asked, Cell, Database};
use super::repository::{Attention, Home, Problem, look_at};
use super::storage::StoreError;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::exchange::keys::{self, Item};
use crate::exchange::record;
use crate::exchange::stamped::Stamped;
use std::collections::VecDeque;

/// Where contacts are, under their ids.
const CONTACTS: &str = "contacts";
/// Where everything else is, under its name.
const ITEMS: &str = "items";
/// How many slices are asked for beyond the one that is waited for.
const AHEAD: usize = 2;

/// The database of a workspace.
pub struct Mirror {
    database: Database,
}

/// Everything stored of contacts, slice after slice. The next ones are on their way while one is
/// worked on: otherwise, most of a start would be waiting.
pub struct Slices<'a> {
    mirror: &'a Mirror,
    total: usize,
    /// Where each slice that has not been asked for ends.
    ends: std::vec::IntoIter<Option<String>>,
    /// Where the next one begins.
    after: Option<String>,
    asked: VecDeque<Asked>,
}

impl Slices<'_> {
    /// How many contacts there are in all, as far as it was known at the beginning.
    pub fn total(&self) -> usize {
        self.total
    }

    /// The next slice; none after the last. Contacts for which `known` has the same text are left out.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn next(
        &mut self,
        known: impl Fn(&str, &str) -> bool,
    ) -> Result<Option<Slice>, StoreError> {
        while self.asked.len() <= AHEAD
            && let Some(end) = self.ends.next()
        {
            let (database, after) = (&self.mirror.database, self.after.as_deref());
            self.asked.push_back(database.ask_between(CONTACTS, after, end.as_deref())?);
            self.after = end;
        }
        let Some(asked) = self.asked.pop_front() else { return Ok(None) };
        let mut slice = Slice::default();
        for (key, cell) in asked.cells().await? {
            if !matches!(&cell, Cell::Text(text) if known(&key, text)) {
                slice.add(key, cell);
            }
        }
        Ok(Some(slice))
    }
}

/// A slice of what is stored of contacts.
#[derive(Debug, Default)]
pub struct Slice {
    /// Contacts, with what is held of each.
    pub held: Vec<(ContactId, Held)>,
    /// What cannot be used.
    pub attention: Vec<Attention>,
}

/// What storing contacts came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Joined {
    /// Those for which something had to be written.
    pub written: Vec<ContactId>,
    /// Those that stay as they are stored, as that cannot be read.
    pub protected: Vec<ContactId>,
}

impl Mirror {
    /// Opens the database of a workspace; where it is not there yet, it is made if `make` says so.
    /// `taken` is called when it is deleted while it is open.
    pub async fn open(
        workspace: &str,
        make: bool,
        taken: impl Fn() + Clone + 'static,
    ) -> Opened<Self> {
        let name = keys::database_of(workspace);
        let database = Database::open(&name, &[CONTACTS, ITEMS], make, taken).await;
        database.map(|database| Self { database })
    }

    /// Whether it was not there before it was opened.
    pub fn is_new(&self) -> bool {
        self.database.is_new()
    }

    /// Deletes the database of a workspace; says whether it is gone.
    pub async fn delete(workspace: &str) -> bool {
        Database::delete(&keys::database_of(workspace)).await
    }

    /// The workspaces that have a database; none where the browser does not tell.
    pub async fn workspaces() -> Option<Vec<String>> {
        let names = database::names().await?;
        Some(
            names
                .iter()
                .filter_map(|n| keys::workspace_of_database(n))
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Lets go of it, so that it can be deleted.
    pub fn close(&self) {
        self.database.close();
    }

    /// Everything stored of contacts, in slices of about so many.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn slices(&self, most: usize) -> Result<Slices<'_>, StoreError> {
        let keys = self.database.keys(CONTACTS).await?;
        let ends: Vec<_> =
            keys.chunks(most.max(1)).filter_map(|keys| keys.last().cloned()).collect();
        // The last slice has no end: a contact may have come meanwhile.
        let ends = ends.iter().rev().skip(1).rev().cloned().map(Some).chain([None]);
        let (total, ends) = (keys.len(), ends.collect::<Vec<_>>().into_iter());
        Ok(Slices { mirror: self, total, ends, after: None, asked: VecDeque::new() })
    }

    /// The ids of all contacts of which something is stored.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn ids(&self) -> Result<Vec<ContactId>, StoreError> {
        let keys = self.database.keys(CONTACTS).await?;
        Ok(keys.iter().filter_map(|key| ContactId::parse(key)).collect())
    }

    /// What is stored of some contacts.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn contacts(&self, ids: &[ContactId]) -> Result<Slice, StoreError> {
        let keys: Vec<_> = ids.iter().map(ContactId::to_string).collect();
        let cells = self.database.get(CONTACTS, &keys).await?;
        let mut slice = Slice::default();
        for (key, cell) in keys.into_iter().zip(cells) {
            slice.add(key, cell);
        }
        Ok(slice)
    }

    /// Stores contacts, each joined with what is stored of it: all of them or none.
    ///
    /// # Errors
    /// [`StoreError`]; then everything stands as it stood.
    pub async fn join(
        &self,
        ids: &[ContactId],
        held: impl Fn(ContactId) -> Option<Held>,
    ) -> Result<Joined, StoreError> {
        let keys: Vec<_> = ids.iter().map(ContactId::to_string).collect();
        let mut joined = Joined::default();
        let put = |n: usize, cell: Cell| {
            let id = *ids.get(n)?;
            let text = match cell {
                Cell::Empty => record::join(None, &held(id)?).ok(),
                Cell::Text(text) => record::join(Some(&text), &held(id)?).ok(),
                Cell::Other => None,
            };
            match &text {
                None => joined.protected.push(id),
                Some(Some(_)) => joined.written.push(id),
                Some(None) => {}
            }
            text?
        };
        self.database.update(CONTACTS, &keys, put).await?;
        Ok(joined)
    }

    /// Stores a text that is not a contact's, unless what is stored is as new.
    ///
    /// # Errors
    /// [`StoreError`], also where what is stored cannot be read; then it stands as it stood.
    pub async fn set(&self, item: Item, ours: &Stamped) -> Result<(), StoreError> {
        let mut is_protected = false;
        let put = |_, cell: Cell| match stamped(item, cell) {
            Some(Ok(known)) if known.stamp >= ours.stamp => None,
            Some(Ok(_)) | None => Some(ours.write()),
            Some(Err(_)) => {
                is_protected = true;
                None
            }
        };
        self.database.update(ITEMS, &[item.to_string()], put).await?;
        if is_protected { Err(StoreError::Protected) } else { Ok(()) }
    }

    /// Everything stored that is not a contact's and that this version knows, and what cannot be used.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn items(&self) -> Result<(Vec<(Item, Stamped)>, Vec<Attention>), StoreError> {
        let (mut items, mut attention) = (Vec::new(), Vec::new());
        for (key, cell) in self.database.ask_between(ITEMS, None, None)?.cells().await? {
            let Some(item) = Item::parse(&key) else { continue };
            match stamped(item, cell) {
                None => {}
                Some(Ok(stamped)) => items.push((item, stamped)),
                Some(Err(problem)) => {
                    attention.push(Attention { home: Home::Database, key, problem });
                }
            }
        }
        Ok((items, attention))
    }

    /// The text a key holds, as it is: a contact's, or of something there is one of.
    pub async fn raw(&self, key: &str) -> Option<String> {
        for store in [CONTACTS, ITEMS] {
            if let Some(Cell::Text(text)) =
                self.database.get(store, &[key.to_owned()]).await.ok()?.pop()
            {
                return Some(text);
            }
        }
        None
    }
}

impl Slice {
    fn add(&mut self, key: String, cell: Cell) {
        let text = match cell {
            Cell::Empty => return,
            Cell::Text(text) => text,
            Cell::Other => String::new(),
        };
        let problem = match (ContactId::parse(&key), record::decode(&text)) {
            (Some(id), Ok(held)) => return self.held.push((id, held)),
            (None, _) => Problem::Key,
            (Some(_), Err(error)) => Problem::Record(error),
        };
        self.attention.push(Attention { home: Home::Database, key, problem });
    }
}

/// What a cell holds of something there is one of; none for nothing.
fn stamped(item: Item, cell: Cell) -> Option<Result<Stamped, Problem>> {
    let text = match cell {
        Cell::Empty => return None,
        Cell::Text(text) => text,
        Cell::Other => String::new(),
    };
    // Where the stamp is damaged, so is the text behind it.
    let stamped = Stamped::read(&text).unwrap_or(Stamped { stamp: 0, text });
    Some(look_at(item, &stamped.text).map(|()| stamped))
}
