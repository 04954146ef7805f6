//! What was begun and not recorded, an answer or a new contact: kept in this tab until it is, over a
//! reload and while the person is elsewhere.
//!
//! Invariant: nothing is kept of a contact that was erased, and nothing once all is deleted.

use super::AppContext;
use crate::app::unfinished::Unfinished;
use crate::domain::event::Field;
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::playbook::question::Question;
use crate::exchange::keys::unfinished_of;
use crate::platform::session;
use leptos::prelude::*;
use std::collections::BTreeMap;

impl AppContext {
    /// The answer to a question of a contact that was begun in this tab.
    pub fn unfinished(&self, id: ContactId, question: &Question) -> Option<Unfinished> {
        let text = session::text(&self.unfinished_key(id, &question.id))?;
        Unfinished::read(&text, question)
    }

    /// Keeps an answer that was begun, or none any more.
    pub fn keep_unfinished(
        &self,
        id: ContactId,
        question: &QuestionId,
        begun: Option<&Unfinished>,
    ) {
        let text = begun.and_then(Unfinished::write);
        session::set_text(&self.unfinished_key(id, question), text.as_deref());
    }

    /// The fields of a new contact that was begun in this tab.
    pub fn unfinished_contact(&self) -> Option<BTreeMap<Field, String>> {
        serde_json::from_str(&session::text(&self.unfinished_contact_key())?).ok()
    }

    /// Keeps the fields of a new contact that was begun, or none any more.
    pub fn keep_unfinished_contact(&self, fields: Option<&BTreeMap<Field, String>>) {
        let text = fields.and_then(|fields| serde_json::to_string(fields).ok());
        session::set_text(&self.unfinished_contact_key(), text.as_deref());
    }

    /// Forgets what was begun of contacts that are erased.
    pub(super) fn forget_unfinished_of_erased(&self) {
        let start = unfinished_of(&self.name());
        for key in session::keys(&start) {
            let id = key.strip_prefix(&start).and_then(|rest| rest.split('/').next());
            let id = id.and_then(ContactId::parse);
            let is_erased = |id: ContactId| {
                self.workspace.with_untracked(|workspace| workspace.erased().contains(&id))
            };
            if id.is_some_and(is_erased) {
                session::set_text(&key, None);
            }
        }
    }

    /// Forgets all that was begun.
    pub(super) fn forget_unfinished(&self) {
        for key in session::keys(&unfinished_of(&self.name())) {
            session::set_text(&key, None);
        }
    }

    fn unfinished_contact_key(&self) -> String {
        unfinished_of(&self.name()) + "new"
    }

    fn unfinished_key(&self, id: ContactId, question: &QuestionId) -> String {
        format!("{}{id}/{question}", unfinished_of(&self.name()))
    }
}
