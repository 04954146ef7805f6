//! Remembering what was chosen for the code that puts the wizard into a page.
//!
//! It is a help and nobody's data: it is in local storage alone, and where it cannot be stored it lasts
//! as long as its page. Invariant: what a later version stored is left as it is.

use super::AppContext;
use crate::app::embed_code::Choices;
use crate::exchange::embed_code_file;
use crate::exchange::keys::Item;
use leptos::prelude::*;

impl AppContext {
    /// What was chosen before; as nothing was where that cannot be read.
    pub fn embed_choices(&self) -> Choices {
        self.stored_choices().and_then(Result::ok).unwrap_or_default()
    }

    /// Remembers what is chosen, but for what may hold a key. Says whether it could.
    pub fn keep_embed_choices(&self, choices: &Choices) -> bool {
        if self.is_kept_in_memory() || matches!(self.stored_choices(), Some(Err(()))) {
            return false;
        }
        let text = embed_code_file::write(choices);
        self.repository.with_value(|repository| repository.set_text(Item::Embed, &text)).is_ok()
    }

    fn stored_choices(&self) -> Option<Result<Choices, ()>> {
        let text = self.repository.with_value(|repository| repository.text(Item::Embed))?;
        Some(embed_code_file::read(&text).map_err(drop))
    }
}
