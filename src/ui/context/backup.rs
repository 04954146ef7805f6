//! Files to save, the whole workspace as one, and remembering when that was.

use super::{AppContext, Notice};
use crate::app::backup::{Backup, Due};
use crate::app::workspace::Workspace;
use crate::domain::ids::EventId;
use crate::domain::when::When;
use crate::exchange::backups_file;
use crate::exchange::keys::Item;
use crate::exchange::workspace_file::Writer;
use crate::platform::repository::Repository;
use crate::platform::{clock, files};
use chrono::DateTime;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many contacts are written before the page gets to breathe: each is assessed, too.
const SLICE: usize = 200;

impl AppContext {
    /// Hands a text to the browser to save as a file, and says so. Gives whether the browser took it.
    pub fn save_file(&self, name: &str, mime: &str, text: &str) -> bool {
        let taken = files::download(name, mime, text);
        if taken {
            self.write().notice.set(Some(Notice::SavedAs(name.to_owned())));
        }
        taken
    }

    /// Saves the whole workspace as a JSON file.
    pub fn export_json(self) {
        spawn_local(async move {
            self.export().await;
        });
    }

    /// Saves the whole workspace as a JSON file, written a slice at a time, and remembers it as a
    /// backup. Says whether the browser took it.
    pub async fn export(self) -> bool {
        let playbook = self.playbook_untracked();
        let ids: Vec<_> = self
            .workspace
            .with_untracked(|workspace| workspace.records().map(|(id, _)| id).collect());
        let now = clock::now();
        let mut writer = self.workspace.with_untracked(|all| {
            Writer::new(When::Instant(now), &playbook, all.contacts(), all.erased())
        });
        for slice in ids.chunks(SLICE) {
            self.workspace.with_untracked(|workspace| {
                for id in slice {
                    if let Some(record) = workspace.record(*id) {
                        writer.add(*id, &record.log, record.contact.as_ref());
                    }
                }
            });
            TimeoutFuture::new(0).await;
        }
        let file = format!("ripen-{}-{}.json", self.name(), clock::today());
        let taken = self.save_file(&file, "application/json", &writer.finish());
        if taken {
            let contacts = self.workspace.with_untracked(Workspace::count);
            self.remember_backup(Backup { at: now, file, contacts });
        }
        taken
    }

    fn remember_backup(self, backup: Backup) {
        self.write().backups.update(|backups| backups.add(backup));
        // It is a help; where it cannot be stored it lasts as long as the page.
        if self.writable().is_err() || self.repository.with_value(Repository::backups).is_err() {
            return;
        }
        let text = self.backups.with_untracked(backups_file::write);
        let _ = self.store_text(Item::Backup, text);
    }

    /// Looks for the backups that were made before this page was opened.
    pub(super) fn find_backups(self) {
        self.repository.with_value(|repository| self.backups_stored_elsewhere(repository));
    }

    pub(super) fn backups_stored_elsewhere(self, repository: &Repository) {
        match repository.backups() {
            Ok(backups) => self.write().backups.set(backups),
            Err(unreadable) => self.needs_attention(unreadable),
        }
    }

    /// Whether a backup is due, and why; never of made-up contacts.
    pub fn backup_due(&self) -> Option<Due> {
        if self.is_demo() {
            return None;
        }
        let moment =
            |id: EventId| DateTime::from_timestamp_millis(i64::try_from(id.millis()).ok()?);
        self.workspace.with(|workspace| {
            let records = workspace.records().filter(|(_, record)| record.contact.is_some());
            let changes = records.filter_map(|(_, record)| moment(record.log.last_id()?));
            self.backups.with(|backups| backups.due(clock::now(), workspace.count(), changes))
        })
    }
}
