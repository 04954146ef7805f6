//! Editing the playbook: the draft, its storage, publishing it.
//!
//! Invariants: the editor's published playbook is the one that judges contacts; a stored draft that
//! cannot be read is left as it is, and what is edited then lasts as long as the page; while the
//! stored playbook cannot be read, nothing is edited, as a draft belongs to what it was made from.

use super::{AppContext, Notice};
use crate::app::edit::{Draft, Editor, Label, Refused};
use crate::app::homes::Homes;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::check::Fault;
use crate::domain::playbook::lint::Finding;
use crate::domain::playbook::rule::Criterion;
use crate::exchange::keys::Item;
use crate::exchange::limits::PLAYBOOK_BYTES;
use crate::exchange::playbook_file;
use crate::platform::repository::Repository;
use crate::platform::storage::StoreError;
use leptos::prelude::*;
use std::sync::Arc;

/// Why a draft was not published; nothing happened.
#[derive(Debug, Clone, PartialEq)]
pub enum NotPublished {
    /// The workspace cannot be changed.
    ReadOnly,
    /// Questions still lack their wording, or it has faults an earlier version took.
    Unworded(Vec<Fault>),
    /// Another page published meanwhile; the draft goes on from there.
    Elsewhere,
    /// The browser stores it in neither home.
    Store(StoreError),
}

impl AppContext {
    /// What is being made of the playbook.
    pub fn draft(&self) -> Arc<Playbook> {
        self.editor.with(|editor| Arc::clone(editor.draft()))
    }

    /// The draft, without being told when it changes.
    pub fn draft_untracked(&self) -> Arc<Playbook> {
        self.editor.with_untracked(|editor| Arc::clone(editor.draft()))
    }

    /// Changes the draft and stores it.
    ///
    /// # Errors
    /// What is refused; then nothing happened.
    pub fn edit<T>(
        &self,
        label: Label,
        edit: impl FnOnce(&mut Playbook, &Playbook) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let (mut edit, mut made) = (Some(edit), None);
        self.change_draft(label, &mut |draft, published| {
            if let Some(edit) = edit.take() {
                made = Some(edit(draft, published)?);
            }
            Ok(())
        })?;
        made.ok_or(Refused::Missing)
    }

    /// By one code for every change: there are hundreds.
    fn change_draft(
        &self,
        label: Label,
        edit: &mut dyn FnMut(&mut Playbook, &Playbook) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        if !self.can_edit() {
            return Err(Refused::ReadOnly);
        }
        let before = self.draft_untracked();
        let mut done = Ok(());
        let notice = (!label.done.is_plain()).then(|| Notice::Edited(label.clone()));
        self.write().editor.maybe_update(|editor| {
            done = editor.change(label, edit);
            !Arc::ptr_eq(&before, editor.draft())
        });
        done?;
        if !Arc::ptr_eq(&before, &self.draft_untracked()) {
            self.draft_changed(notice);
        }
        Ok(())
    }

    /// The words in the draft that are those of earlier rules. `words` puts the rule of a criterion
    /// into words.
    pub fn old_words_untracked(
        &self,
        words: impl Fn(&Playbook, &Criterion) -> String,
    ) -> Vec<Finding> {
        self.editor.with_untracked(|editor| editor.old_words(words))
    }

    /// Says that the words of a criterion fit its rule as it is, and stores that.
    pub fn keep_words(&self, id: &CriterionId) {
        if self.can_edit() {
            self.write().editor.update(|editor| editor.keep_words(id));
            self.draft_changed(None);
        }
    }

    /// Whether the draft can be changed and published, and another playbook can take the place of
    /// the stored one.
    pub fn can_edit(&self) -> bool {
        !untrack(|| self.is_unreadable(Item::Playbook)) && self.writable().is_ok()
    }

    pub(super) fn draft_changed(&self, notice: Option<Notice>) {
        // Also where there is nothing to say: the message before offers to undo what came last.
        self.write().notice.set(notice);
        self.keep_item(Item::Draft);
    }

    /// Takes the last change of the draft back.
    pub fn undo_edit(&self) {
        self.step_edit(Editor::undo, Notice::UndidEdit);
    }

    /// Puts the change of the draft undone last back.
    pub fn redo_edit(&self) {
        self.step_edit(Editor::redo, Notice::RedidEdit);
    }

    fn step_edit(&self, step: fn(&mut Editor) -> Option<Label>, notice: fn(Label) -> Notice) {
        if !self.can_edit() {
            return;
        }
        let mut done = None;
        self.write().editor.maybe_update(|editor| {
            done = step(editor);
            done.is_some()
        });
        if let Some(label) = done {
            self.draft_changed(Some(notice(label)));
        }
    }

    /// Throws the draft away; undo brings it back.
    pub fn discard_draft(&self) {
        if !self.can_edit() {
            return;
        }
        self.write().editor.update(Editor::discard);
        let label = self.editor.with_untracked(|editor| editor.to_undo().cloned());
        self.draft_changed(label.map(Notice::Edited));
    }

    /// Makes the draft the playbook's next version, which judges every contact from now on.
    /// `words` puts the rule of a criterion in words where nobody did.
    ///
    /// # Errors
    /// [`NotPublished`]; then nothing happened.
    pub fn publish(
        &self,
        words: impl Fn(&Playbook, &Criterion) -> String,
    ) -> Result<(), NotPublished> {
        self.still_in_force()?;
        let next = self.editor.with_untracked(|editor| editor.publish(words));
        let next = Arc::new(next.map_err(NotPublished::Unworded)?);
        let (revision, earlier) = (next.revision, self.playbook_untracked());
        self.store_in_force(&next).map_err(NotPublished::Store)?;
        self.go_on_from(Editor::new(next));
        self.draft_changed(Some(Notice::Published(revision, earlier)));
        Ok(())
    }

    /// Whether the playbook in force is still the stored one, and another can take its place; one that
    /// another page stored is taken in.
    ///
    /// # Errors
    /// [`NotPublished`]; then nothing must be stored.
    pub(super) fn still_in_force(&self) -> Result<(), NotPublished> {
        if !self.can_edit() {
            return Err(NotPublished::ReadOnly);
        }
        // The other page's notice may still be on its way.
        match self.repository.with_value(Repository::playbook) {
            Ok(Some(stored)) if stored != *self.playbook_untracked() => {
                self.set_playbook(Arc::new(stored));
                Err(NotPublished::Elsewhere)
            }
            Ok(_) => Ok(()),
            Err(unusable) => {
                self.needs_attention(unusable);
                Err(NotPublished::Store(StoreError::Protected))
            }
        }
    }

    /// Puts an editor's published playbook in force, and goes on with that editor.
    pub(super) fn go_on_from(&self, editor: Editor) {
        let playbook = Arc::clone(editor.published());
        self.write().workspace.update(|workspace| workspace.playbook = playbook);
        self.write().editor.set(editor);
    }

    /// Hands the draft to the browser to save as a file. Says whether the browser took it.
    pub fn download_draft(&self) -> bool {
        let draft = self.draft_untracked();
        let name = format!("{}-draft.json", draft.id);
        self.save_file(&name, "application/json", &playbook_file::write(&draft))
    }

    /// Goes on with the stored draft.
    pub(super) fn open_draft(&self, draft: Draft) {
        let text = self.repository.with_value(|repository| repository.text(Item::Draft));
        self.known_draft.set_value(text);
        self.write().editor.update(|editor| {
            *editor = Editor::open(Arc::clone(editor.published()), draft);
        });
    }

    /// Puts a playbook in force: for contacts, and as what is edited from now on.
    pub(super) fn set_playbook(&self, playbook: Arc<Playbook>) {
        self.write().workspace.update(|workspace| workspace.playbook = Arc::clone(&playbook));
        self.write().editor.update(|editor| editor.rebase(playbook));
    }

    /// Takes in the playbook another page stored.
    pub(super) fn playbook_stored_elsewhere(&self, repository: &Repository) {
        match repository.playbook() {
            // Absence means nothing.
            Ok(None) => {}
            Ok(Some(stored)) if stored == *self.playbook_untracked() => {}
            Ok(Some(stored)) => self.set_playbook(Arc::new(stored)),
            Err(unusable) => self.needs_attention(unusable),
        }
    }

    /// Takes in the draft another page stored.
    pub(super) fn draft_stored_elsewhere(&self, repository: &Repository) {
        let text = repository.text(Item::Draft);
        if text.is_none() || untrack(|| self.is_unreadable(Item::Playbook)) {
            return;
        }
        match repository.draft() {
            Ok(draft) => {
                self.known_draft.set_value(text);
                self.settle(Item::Draft);
                self.write().editor.update(|editor| editor.take_in(draft));
            }
            Err(unusable) => {
                self.needs_attention(unusable);
                self.settle(Item::Draft);
            }
        }
    }

    /// Stores the draft, unless what is stored must be left as it is.
    pub(super) fn save_draft(&self) -> Result<(), StoreError> {
        let stored = self.repository.with_value(|repository| repository.text(Item::Draft));
        // Another page may have stored what this one cannot read.
        if stored != self.known_draft.get_value()
            && let Err(unusable) = self.repository.with_value(Repository::draft)
        {
            self.needs_attention(unusable);
            return Ok(());
        }
        let text = self.editor.with_untracked(playbook_file::write_draft);
        self.known_draft.set_value(Some(text.clone()));
        // Longer than is read back.
        if text.len() > PLAYBOOK_BYTES {
            return Err(StoreError::Full);
        }
        self.store_somewhere(Item::Draft, text)
    }

    /// Stores a playbook's text, unless it is longer than is read back. Where local storage refuses it,
    /// the database is given it; the save state says whether it takes it.
    pub(super) fn store_playbook(&self, item: Item, text: &str) -> Result<(), StoreError> {
        if text.len() > PLAYBOOK_BYTES {
            return Err(StoreError::Full);
        }
        let stored = self.store_somewhere(item, text.to_owned());
        if stored.is_err() && self.homes.with_value(Homes::has_mirror) {
            self.keep_item(item);
            return Ok(());
        }
        stored
    }
}
