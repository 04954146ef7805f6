//! The workspace's second home: everything stored of it, in the browser's database.
//!
//! Local storage is quick and small, and a browser that is killed forgets what it wrote last; the
//! database keeps what it says it has, and has room. Owns what stands where in it. Invariants:
//! copies are joined within a transaction, so two pages lose nothing; what cannot be read, or is
//! newer, is never written.

use super::database::{self, Cell, Database};
use super::repository::{Attention, Home, Problem};
use super::storage::StoreError;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::exchange::keys::{self, Item};
use crate::exchange::record;
use crate::exchange::stamped::Stamped;

/// Where contacts are, under their ids.
const CONTACTS: &str = "contacts";
/// Where everything else is, under its name.
const ITEMS: &str = "items";

/// The database of a workspace.
pub struct Mirror {
    database: Database,
}

/// A slice of what is stored of contacts.
#[derive(Debug, Default)]
pub struct Slice {
    /// The last key of it: the next slice begins after it. None when this was the last.
    pub last: Option<String>,
    /// Contacts, with what is held of each and the text it stands as.
    pub held: Vec<(ContactId, Held, String)>,
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
    /// Opens the database of a workspace; none where the browser has none for this page.
    pub async fn open(workspace: &str) -> Option<Self> {
        let name = keys::database_of(workspace);
        Database::open(&name, &[CONTACTS, ITEMS]).await.map(|database| Self { database })
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

    /// How many contacts it has.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn count(&self) -> Result<usize, StoreError> {
        self.database.count(CONTACTS).await
    }

    /// Up to so many contacts after a key. Those for which `known` has the same text are left out.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn slice(
        &self,
        after: Option<&str>,
        most: u32,
        known: impl Fn(&str, &str) -> bool,
    ) -> Result<Slice, StoreError> {
        let cells = self.database.slice(CONTACTS, after, most).await?;
        let last = cells.last().map(|(key, _)| key.clone());
        let mut slice = Slice { last, ..Slice::default() };
        for (key, cell) in cells {
            if !matches!(&cell, Cell::Text(text) if known(&key, text)) {
                slice.add(key, cell);
            }
        }
        Ok(slice)
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
    /// [`StoreError`]; then it stands as it stood.
    pub async fn set(&self, item: Item, ours: &Stamped) -> Result<(), StoreError> {
        let put = |_, cell: Cell| {
            let newer = stamped(&cell).is_some_and(|known| known.stamp >= ours.stamp);
            (!newer).then(|| ours.write())
        };
        self.database.update(ITEMS, &[item.to_string()], put).await
    }

    /// Everything stored that is not a contact's and that this version knows.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub async fn items(&self) -> Result<Vec<(Item, Stamped)>, StoreError> {
        let cells = self.database.slice(ITEMS, None, u32::MAX).await?;
        let item = |(key, cell): (String, Cell)| Some((Item::parse(&key)?, stamped(&cell)?));
        Ok(cells.into_iter().filter_map(item).collect())
    }

    /// The text a contact's key holds, as it is.
    pub async fn raw(&self, key: &str) -> Option<String> {
        match self.database.get(CONTACTS, &[key.to_owned()]).await.ok()?.pop()? {
            Cell::Text(text) => Some(text),
            Cell::Empty | Cell::Other => None,
        }
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
            (Some(id), Ok(held)) => return self.held.push((id, held, text)),
            (None, _) => Problem::Key,
            (Some(_), Err(error)) => Problem::Record(error),
        };
        self.attention.push(Attention { home: Home::Database, key, problem });
    }
}

/// What a cell holds; none for what is not ours.
fn stamped(cell: &Cell) -> Option<Stamped> {
    let Cell::Text(text) = cell else { return None };
    Stamped::read(text)
}
