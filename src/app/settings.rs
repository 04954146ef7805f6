//! What a workspace remembers besides its contacts.

use crate::domain::event::{Author, By};
use crate::domain::ids::AuthorId;
use crate::domain::money::Currency;
use serde::{Deserialize, Serialize};

/// Settings of one workspace in one browser.
/// A field this version does not know makes them unreadable, so that they are not replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The currency amounts are entered and imported in.
    pub currency: Currency,
    /// Who is at the keyboard; the name is asked once.
    pub author: Author,
}

impl Settings {
    /// Settings of a new workspace, with a fresh author id.
    pub fn new(author: AuthorId) -> Self {
        Self { currency: Currency::USD, author: Author { id: author, name: String::new() } }
    }

    /// Who does what a rep does here.
    pub fn by(&self) -> By {
        By::Rep(self.author.clone())
    }
}
