//! Opening the workspace the address names: settings, playbook, contacts, other tabs.

use super::{AppContext, DEMO, Loading};
use crate::app::edit::Draft;
use crate::app::route::{DEFAULT_WORKSPACE, Route};
use crate::app::settings::Settings;
use crate::domain::ids::AuthorId;
use crate::domain::playbook::Playbook;
use crate::exchange::keys::Item;
use crate::exchange::playbook_file;
use crate::platform::mirror::Mirror;
use crate::platform::repository::{Attention, Repository};
use crate::platform::{address, clock, tabs};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Opens a workspace by its name, or the person's own; its contacts are read in the background.
pub fn open(name: Option<String>) -> AppContext {
    let name = name.unwrap_or_else(|| DEFAULT_WORKSPACE.to_owned());
    let repository = Repository::open(&name);
    let mut attention = Vec::new();
    let playbook = playbook(&repository, &mut attention);
    let settings = settings(&repository, &mut attention);
    let draft = draft(&repository, &mut attention);
    let context = AppContext::new(&name, playbook, settings, repository);
    for item in attention {
        context.needs_attention(item);
    }
    // A draft belongs to what it was made from.
    if let Some(draft) = draft
        && !untrack(|| context.is_unreadable(Item::Playbook))
    {
        context.open_draft(draft);
    }
    context.find_backups();
    context.write().route.set(Route::parse(&address::hash()));
    // The workspace lives as long as its page.
    std::mem::forget(address::on_hash_change(move |hash| {
        context.write().route.set(Route::parse(&hash));
    }));
    context.follow_other_tabs();
    // A page stays open for days, and a device may sleep through midnight.
    std::mem::forget(tabs::on_seen_again(move || context.look_at_the_day()));
    spawn_local(async move {
        loop {
            clock::midnight().await;
            context.look_at_the_day();
        }
    });
    std::mem::forget(tabs::ask_before_leaving(move || context.has_unsaved()));
    std::mem::forget(tabs::ignore_stray_files());
    spawn_local(async move {
        context.read_stored().await;
        if name == DEMO && context.loading.get_untracked() == Loading::Done {
            context.fill_demo().await;
        }
        context.read_inbox().await;
        context.tell_deletion();
    });
    context
}

/// The names of all workspaces this browser keeps something of.
pub async fn workspaces() -> Vec<String> {
    let mut names = Repository::workspaces();
    names.extend(Mirror::workspaces().await.unwrap_or_default());
    names.into_iter().collect()
}

/// The workspace's own playbook, else the default one. One that cannot be used stays stored.
fn playbook(repository: &Repository, attention: &mut Vec<Attention>) -> Arc<Playbook> {
    match repository.playbook() {
        Ok(Some(playbook)) => return Arc::new(playbook),
        Ok(None) => {}
        Err(unusable) => attention.push(unusable),
    }
    Arc::new(default_playbook())
}

/// The playbook a new workspace is judged by.
pub fn default_playbook() -> Playbook {
    playbook_file::shipped()
}

/// What is being made of the playbook, if anything. One that cannot be used stays stored.
fn draft(repository: &Repository, attention: &mut Vec<Attention>) -> Option<Draft> {
    repository.draft().unwrap_or_else(|unusable| {
        attention.push(unusable);
        None
    })
}

/// The workspace's settings, else fresh ones with a random author id.
fn settings(repository: &Repository, attention: &mut Vec<Attention>) -> Settings {
    match repository.settings() {
        Ok(Some(settings)) => return settings,
        Ok(None) => {}
        Err(unreadable) => attention.push(unreadable),
    }
    let [a, b, c, d, ..] = clock::random();
    let id = format!("{:08x}", u32::from_be_bytes([a, b, c, d]));
    Settings::new(AuthorId::new(id))
}
