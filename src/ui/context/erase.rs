//! Deleting for good: one person, or everything.
//!
//! Invariant: what was deleted is stored again by nobody, neither by this page nor by another one.

use super::{AppContext, Notice};
use crate::app::backup::Backup;
use crate::app::homes::Homes;
use crate::app::refusal::Refusal;
use crate::app::workspace::Workspace;
use crate::domain::ids::ContactId;
use crate::exchange::keys::all_of;
use crate::platform::inbox::Inbox;
use crate::platform::mirror::Mirror;
use crate::platform::repository::Repository;
use crate::platform::tabs::Word;
use crate::platform::{address, session};
use chrono::DateTime;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl AppContext {
    /// Forgets all of a contact, and of those merged with it, but that they were erased: here, in every
    /// other page and in both homes.
    ///
    /// # Errors
    /// [`Refusal::ReadOnly`]; then nothing happened.
    pub fn erase_contact(&self, id: ContactId) -> Result<(), Refusal> {
        self.writable()?;
        // In place of what was done last, which may be about this one.
        self.write().notice.set(Some(Notice::Erased));
        let person = self.workspace.with_untracked(|workspace| workspace.person(id));
        let ids: Vec<_> = person.into_iter().collect();
        self.write().workspace.update(|workspace| ids.iter().for_each(|id| workspace.erase(*id)));
        self.keep(&ids);
        self.forget_unfinished_of_erased();
        Ok(())
    }

    /// The backups that may still hold a contact: those made since it is known here.
    pub fn backups_holding(&self, id: ContactId) -> Vec<Backup> {
        let first = self.workspace.with(|workspace| {
            let event = workspace.record(id)?.log.events().first()?.id;
            DateTime::from_timestamp_millis(i64::try_from(event.millis()).ok()?)
        });
        self.backups.with(|backups| match first {
            Some(first) => backups.since(first).cloned().collect(),
            None => backups.all().to_vec(),
        })
    }

    /// Removes everything stored of this workspace, whatever it is, here and in other pages that
    /// show it, and starts the page anew.
    pub fn erase_everything(self) {
        self.forget_all();
        self.tell(&Word::Cleared);
        self.repository.with_value(Repository::clear);
        if let Some(mirror) = self.mirror.get_value() {
            mirror.close();
        }
        self.mirror.set_value(None);
        spawn_local(async move {
            // One that will not go now goes once its last page is closed.
            Mirror::delete(&self.name()).await;
            session::turn(&self.deleted_key(), true);
            address::restart();
        });
    }

    /// Says that everything was deleted, where this page was started anew for that.
    pub(super) fn tell_deletion(&self) {
        let key = self.deleted_key();
        if session::is_on(&key) {
            session::turn(&key, false);
            let notice = if self.is_demo() { Notice::Reset } else { Notice::Deleted };
            self.write().notice.set(Some(notice));
        }
    }

    /// What this tab remembers a deletion by, while it starts anew.
    fn deleted_key(&self) -> String {
        all_of(&self.name()) + "deleted"
    }

    /// Forgets everything, so that nothing is stored again behind the back of who had it deleted, nor
    /// holds the page up.
    pub(super) fn forget_all(&self) {
        self.homes.set_value(Homes::default());
        self.inbox.update_value(Inbox::forget_taken_in);
        self.forget_unfinished();
        let empty = Workspace::new(self.playbook_untracked());
        self.write().workspace.update_untracked(|workspace| *workspace = empty);
    }
}
