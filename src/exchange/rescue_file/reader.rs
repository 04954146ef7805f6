//! Reading what the page saved one stored text at a time, so that a page can breathe in between.
//!
//! Owns the order of reading. Refuses to say what is wrong with a file: one that cannot be read part by
//! part is left to [`read`](super::read), which says it. Invariant: where it gives anything, it gives what
//! that gives.

use super::{Gathered, Rescue, VERSION};
use crate::domain::when::When;
use crate::exchange::json::{self, Cursor, Format};
use crate::exchange::limits::FILE_BYTES;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::collections::HashSet;

/// A file that is being read.
#[derive(Debug)]
pub struct Reader<'a> {
    /// None once something is not as it is read part by part.
    cursor: Option<Cursor<'a>>,
    /// What is open, the innermost last.
    open: Vec<Open<'a>>,
    /// The database whose stores are open.
    database: &'a str,
    is_rescue: bool,
    is_whole: bool,
    saved_at: Option<When>,
    gathered: Gathered,
}

/// Something that has begun and not ended.
#[derive(Debug)]
struct Open<'a> {
    kind: Kind,
    /// The keys in it so far: none may stand there twice.
    keys: HashSet<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The file.
    File,
    /// The local storage: texts by their keys.
    Local,
    /// The databases by their names.
    Databases,
    /// The stores of one by their names.
    Stores,
    /// What is in one: pairs of key and text.
    Store,
}

impl Kind {
    fn closed_by(self) -> u8 {
        if self == Self::Store { b']' } else { b'}' }
    }
}

impl<'a> Reader<'a> {
    /// Begins.
    pub fn new(text: &'a str) -> Self {
        Self {
            cursor: (text.len() <= FILE_BYTES).then(|| Cursor::new(text, usize::MAX)),
            open: Vec::new(),
            database: "",
            is_rescue: false,
            is_whole: false,
            saved_at: None,
            gathered: Gathered::default(),
        }
    }

    /// Reads a stored text, or another part; says whether there may be more.
    pub fn read(&mut self) -> bool {
        let Some(mut cursor) = self.cursor.take() else { return false };
        if !self.is_whole && self.step(&mut cursor).is_some() {
            self.cursor = Some(cursor);
        }
        self.cursor.is_some() && !self.is_whole
    }

    /// How many bytes are still to be read.
    pub fn left(&self) -> usize {
        self.cursor.as_ref().map_or(0, Cursor::left)
    }

    /// What was saved of a workspace, once there is no more to read; none where that must be read as a
    /// whole.
    pub fn finish(self, workspace: &str) -> Option<Rescue> {
        let saved_at = self.saved_at.filter(|_| self.is_whole)?;
        Some(self.gathered.finish(saved_at, workspace))
    }

    fn step(&mut self, cursor: &mut Cursor<'a>) -> Option<()> {
        let depth = self.open.len();
        let Some(open) = self.open.last_mut() else { return self.enter(cursor, Kind::File) };
        if open.kind == Kind::Store {
            let (key, value): (String, Value) = json::parse(cursor.value(depth)?).ok()?;
            self.gathered.take_from_database(self.database, &key, &value);
            return self.leave(cursor);
        }
        let (kind, key) = (open.kind, cursor.key()?);
        open.keys.insert(key).then_some(())?;
        match kind {
            Kind::Local => {
                let value: Value = json::parse(cursor.value(depth)?).ok()?;
                self.gathered.take_from_local(key, &value);
            }
            Kind::Databases => {
                self.database = key;
                return self.enter(cursor, Kind::Stores);
            }
            Kind::Stores => return self.enter(cursor, Kind::Store),
            _ => match key {
                "localStorage" if self.is_rescue => return self.enter(cursor, Kind::Local),
                "indexedDB" if self.is_rescue => return self.enter(cursor, Kind::Databases),
                key => self.take(key, cursor.value(depth)?)?,
            },
        }
        self.leave(cursor)
    }

    /// Takes an entry of the file; none where it is not that of one this version reads. What the file is
    /// stands first, so that no other one is gone through in vain.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "format" => {
                let format: String = json::parse(value).ok()?;
                self.is_rescue = format == Format::Rescue.name();
            }
            "version" => {
                let version: u32 = json::parse(value).ok()?;
                (version <= VERSION).then_some(())?;
            }
            "savedAt" => self.saved_at = Some(json::parse(value).ok()?),
            _ => drop(json::parse::<IgnoredAny>(value).ok()?),
        }
        self.is_rescue.then_some(())
    }

    /// Goes into what begins here, and out again where there is nothing in it.
    fn enter(&mut self, cursor: &mut Cursor<'a>, kind: Kind) -> Option<()> {
        cursor.mark(if kind == Kind::Store { b'[' } else { b'{' })?;
        if cursor.mark(kind.closed_by()).is_some() {
            return self.leave(cursor);
        }
        self.open.push(Open { kind, keys: HashSet::new() });
        Some(())
    }

    /// Goes on behind a value: to the next one, or out of everything that ends with it.
    fn leave(&mut self, cursor: &mut Cursor<'a>) -> Option<()> {
        while let Some(open) = self.open.last() {
            if cursor.mark(b',').is_some() {
                return Some(());
            }
            cursor.mark(open.kind.closed_by())?;
            self.open.pop();
        }
        cursor.skip_space();
        self.is_whole = cursor.left() == 0;
        self.is_whole.then_some(())
    }
}
