//! What a workspace remembers besides its contacts.

use super::refusal::Refusal;
use crate::domain::event::{Author, By};
use crate::domain::ids::AuthorId;
use crate::domain::money::Currency;
use crate::domain::playbook::Playbook;

/// Longest name of who is at the keyboard, in characters: every event carries it.
pub const MAX_NAME: usize = 200;

/// Settings of one workspace in one browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The currency of amounts where the playbook names none: see [`Settings::currency_for`].
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

    /// The currency amounts are entered and imported in under a playbook: its own, else the workspace's.
    pub fn currency_for(&self, playbook: &Playbook) -> Currency {
        playbook.currency.unwrap_or(self.currency)
    }

    /// The settings as they are kept: the name without space round it.
    ///
    /// # Errors
    /// [`Refusal::OwnNameTooLong`].
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.author.name = self.author.name.trim().to_owned();
        if self.author.name.chars().count() > MAX_NAME {
            return Err(Refusal::OwnNameTooLong);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, kept: Result<&str, Refusal>) {
        let mut settings = Settings::new(AuthorId::from("a"));
        settings.author.name = name.to_owned();
        let name = settings.checked().map(|settings| settings.author.name);
        assert_eq!(name, kept.map(str::to_owned));
    }

    fn pack() -> Playbook {
        let text = include_str!("../../playbooks/pain-interest-fit.json");
        serde_json::from_str(text).expect("the pack reads")
    }

    #[test]
    fn a_playbook_may_have_a_currency_of_its_own() {
        let settings = Settings::new(AuthorId::from("a"));
        let own = Some(Currency::parse("EUR").unwrap());
        for (currency, expected) in [(None, Some(Currency::USD)), (own, own)] {
            let mut playbook = pack();
            playbook.currency = currency;
            assert_eq!(Some(settings.currency_for(&playbook)), expected);
        }
    }

    #[test]
    fn a_name_that_every_event_carries_is_short() {
        check("", Ok(""));
        check("  ", Ok(""));
        check(" Sam Ortiz\n", Ok("Sam Ortiz"));
        let longest = "é".repeat(MAX_NAME);
        check(&longest, Ok(&longest));
        check(&format!(" {longest} "), Ok(&longest));
        check(&format!("{longest}é"), Err(Refusal::OwnNameTooLong));
    }
}
