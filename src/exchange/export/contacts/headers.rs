//! The headers of a table: every column has one of its own, and a reader knows what it was called.

use super::FIXED;
use std::collections::BTreeSet;

/// The headers that are given so far. What is called as another column is gets a number behind its
/// name, and so does what looks as if it had one, so that a reader knows which number to take off.
#[derive(Debug)]
pub(in crate::exchange) struct Headers {
    taken: BTreeSet<String>,
}

impl Default for Headers {
    fn default() -> Self {
        Self { taken: FIXED.iter().map(|(name, _)| name.to_lowercase()).collect() }
    }
}

impl Headers {
    /// The header of a column that is called so, like no other one.
    pub(in crate::exchange) fn give(&mut self, name: &str) -> String {
        let name = self.called(name);
        self.taken.insert(name.to_lowercase());
        name
    }

    /// The header such a column would get.
    pub(in crate::exchange) fn called(&self, name: &str) -> String {
        let is_free = !self.is_taken(name);
        let numbered = (2..).map(|n| format!("{name} ({n})"));
        let mut names = is_free.then(|| name.to_owned()).into_iter().chain(numbered);
        let name = names.find(|name| !self.taken.contains(&name.to_lowercase()));
        name.expect("numbers do not end")
    }

    /// What a column is called that has a header of the table; asked in the table's order.
    pub(in crate::exchange) fn read<'a>(&mut self, header: &'a str) -> &'a str {
        let name = numberless(header).filter(|_| self.is_taken(header));
        self.taken.insert(header.to_lowercase());
        name.unwrap_or(header)
    }

    /// Whether a column is called so, whatever numbers stand behind.
    fn is_taken(&self, name: &str) -> bool {
        let mut bare = name;
        while let Some(shorter) = numberless(bare) {
            bare = shorter;
        }
        self.taken.contains(&bare.to_lowercase()) || self.taken.contains(&name.to_lowercase())
    }
}

/// A name without the number behind it; none where there is none.
fn numberless(name: &str) -> Option<&str> {
    let (name, number) = name.strip_suffix(')')?.rsplit_once(" (")?;
    number.parse::<usize>().is_ok().then_some(name)
}
