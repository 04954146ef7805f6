//! Another playbook in the place of the one in use, or as the draft.
//!
//! Invariant: nothing is lost by it: what was in the editor is kept as the draft unless it ships
//! with Ripen, and the notice leads back to all that was there.

use super::{AppContext, NotPublished, Notice};
use crate::app::edit::{Done, Editor, Label, Part, Refused, in_place};
use crate::app::packs::{EXAMPLE, is_same, taking_over};
use crate::domain::playbook::Playbook;
use crate::exchange::limits::PLAYBOOK_BYTES;
use crate::exchange::playbook_file;
use crate::platform::fetch;
use crate::platform::repository::Repository;
use leptos::prelude::*;
use std::sync::Arc;

impl AppContext {
    /// Makes another playbook the one that judges every contact from now on. What is in the editor
    /// becomes its draft, unless it is one of `shipped`.
    ///
    /// # Errors
    /// [`NotPublished`]; then nothing happened.
    pub fn use_playbook(
        &self,
        chosen: &Playbook,
        shipped: &[Arc<Playbook>],
    ) -> Result<(), NotPublished> {
        let edited = self.draft_untracked();
        let next = Arc::new(taking_over(&self.playbook_untracked(), chosen));
        let known = shipped.iter().chain([&next]).any(|pack| is_same(pack, &edited));
        self.go_on_with(if known {
            Editor::new(next)
        } else {
            Editor::open(next, (*edited).clone())
        })
    }

    /// Goes back to the playbook and the draft that were there before the one in use.
    pub fn switch_back(&self) {
        let Some(Notice::Switched(_, before)) = self.notice.get_untracked() else { return };
        // Refused only where nothing can be stored any more, which the page says.
        let _ = self.go_on_with(*before);
    }

    fn go_on_with(&self, next: Editor) -> Result<(), NotPublished> {
        if !self.can_edit() {
            return Err(NotPublished::ReadOnly);
        }
        // Its notice may still be on its way.
        if let Ok(Some(stored)) = self.repository.with_value(Repository::playbook)
            && stored != *self.playbook_untracked()
        {
            self.set_playbook(Arc::new(stored));
            return Err(NotPublished::Elsewhere);
        }
        let before = self.editor.get_untracked();
        let playbook = (**next.published()).clone();
        let title = playbook.title.clone();
        self.adopt(playbook).map_err(NotPublished::Store)?;
        self.editor.set(next);
        self.draft_changed(Some(Notice::Switched(title, before.into())));
        Ok(())
    }

    /// Puts another playbook in the place of the whole draft, as one step of undo.
    ///
    /// # Errors
    /// What is refused; then nothing happened.
    pub fn replace_draft(&self, playbook: Playbook) -> Result<(), Refused> {
        let label = Label::new(Done::Replace, Part::Playbook, &playbook.title);
        self.edit(label, |draft, published| {
            *draft = in_place(published, playbook);
            Ok(())
        })
    }

    /// Gives the demo workspace the playbook of its made-up firm, where it has none of its own. The
    /// default one stays where that cannot be had.
    pub(super) async fn use_example(&self) {
        if self.repository.with_value(Repository::playbook).ok().flatten().is_some() {
            return;
        }
        let text = fetch::text(EXAMPLE, PLAYBOOK_BYTES).await;
        if let Ok(playbook) = text.map_err(drop).and_then(|t| playbook_file::read(&t).map_err(drop))
        {
            // Where it is not stored, the demo is shown by the default one.
            let _ = self.adopt(playbook);
        }
    }
}
