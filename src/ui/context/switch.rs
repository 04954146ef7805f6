//! Another playbook in the place of the one in use, or as the draft.
//!
//! Invariant: nothing is lost by it: the playbook that was in use and what was being made of it are
//! put aside together, stored, until the next switch, and one step leads back to both.

use super::{AppContext, NotPublished, Notice, SaveState};
use crate::app::edit::{Done, Editor, Label, Refused, in_place};
use crate::app::packs::{EXAMPLE, taking_over};
use crate::app::route::Route;
use crate::domain::playbook::{Noun, Playbook};
use crate::exchange::keys::Item;
use crate::exchange::limits::PLAYBOOK_BYTES;
use crate::exchange::playbook_file;
use crate::exchange::share::Payload;
use crate::platform::fetch;
use crate::platform::repository::Repository;
use crate::platform::share::unpack;
use crate::platform::storage::StoreError;
use leptos::prelude::*;
use std::sync::Arc;

impl AppContext {
    /// Makes another playbook the one that judges every contact from now on, without a draft. What
    /// was in use and in the editor is put aside.
    ///
    /// # Errors
    /// [`NotPublished`]; then nothing happened.
    pub fn use_playbook(&self, chosen: &Playbook) -> Result<(), NotPublished> {
        let next = taking_over(&self.playbook_untracked(), chosen);
        self.go_on_with(Editor::new(Arc::new(next)))
    }

    /// Goes back to the playbook and the draft that were there before the one in use.
    pub fn switch_back(&self) {
        let Some(former) = self.former.get_untracked() else { return };
        let next = Arc::new(taking_over(&self.playbook_untracked(), former.published()));
        let mut former = (*former).clone();
        former.rebase(next);
        // Refused only where nothing can be stored any more, which the page says.
        let _ = self.go_on_with(former);
    }

    /// Looks for what was put aside before this page was opened.
    pub fn find_former(&self) {
        if self.former.with_untracked(Option::is_some) {
            return;
        }
        let former = match self.repository.with_value(Repository::former) {
            Ok(Some((published, Some(draft)))) => Editor::open(Arc::new(published), draft),
            Ok(Some((published, None))) => Editor::new(Arc::new(published)),
            Ok(None) => return,
            Err(unusable) => return self.needs_attention(unusable),
        };
        self.write().former.set(Some(Arc::new(former)));
    }

    fn go_on_with(&self, next: Editor) -> Result<(), NotPublished> {
        self.still_in_force()?;
        let before = self.editor.get_untracked();
        let title = next.published().title.clone();
        self.put_aside(&before).map_err(NotPublished::Store)?;
        self.store_in_force(next.published()).map_err(NotPublished::Store)?;
        self.go_on_from(next);
        self.write().former.set(Some(Arc::new(before)));
        self.draft_changed(Some(Notice::Switched(title)));
        Ok(())
    }

    /// Stores what a switch takes out of use, unless what is stored in its place must be left as it is:
    /// then the way back lasts as long as the page.
    fn put_aside(&self, before: &Editor) -> Result<(), StoreError> {
        if self.saving.get_untracked() == SaveState::InMemory {
            return Ok(());
        }
        if let Err(unusable) = self.repository.with_value(Repository::former) {
            let newer = unusable.is_newer();
            self.needs_attention(unusable);
            return if newer { Err(StoreError::Protected) } else { Ok(()) };
        }
        let draft = playbook_file::write_draft(before);
        self.store_playbook(Item::Former, &playbook_file::write(before.published()))?;
        self.store_playbook(Item::FormerDraft, &draft)
    }

    /// Makes the version before the one just published the next one.
    pub fn go_back_a_version(&self) {
        let Some(Notice::Published(_, earlier)) = self.notice.get_untracked() else { return };
        // A refusal leaves the version in use, and the draft says what it is.
        if self.replace_draft((*earlier).clone()).is_ok() {
            let _ = self.publish(|_, criterion| criterion.rule_text.clone());
        }
    }

    /// Puts another playbook in the place of the whole draft, as one step of undo.
    ///
    /// # Errors
    /// What is refused; then nothing happened.
    pub fn replace_draft(&self, playbook: Playbook) -> Result<(), Refused> {
        let label = Label::new(Done::Replace, Noun::Playbook, &playbook.title);
        self.edit(label, |draft, published| {
            *draft = in_place(published, playbook);
            Ok(())
        })
    }

    /// Puts the playbook that the address carries in place of the demo's own, and shows the demo.
    /// Says whether there was one; a link that cannot be used is told of by its view.
    pub(super) async fn use_shared(&self) -> bool {
        if self.repository.with_value(Repository::playbook).ok().flatten().is_some() {
            return false;
        }
        let Route::Shared(shared) = self.route.get_untracked() else { return false };
        let Ok(Payload::Playbook(playbook)) = unpack(&shared).await else { return false };
        let taken = self.adopt(playbook).is_ok();
        if taken {
            self.replace(&Route::Start);
        }
        taken
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
