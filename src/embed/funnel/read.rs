//! Reading what is stored of a workspace, in both homes, as the workspace's own start does.
//!
//! Invariant: what is read is all there is, or an error; nothing is written.

use crate::app::workspace::Workspace;
use crate::domain::held::Held;
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use crate::exchange::keys::Item;
use crate::exchange::playbook_file;
use crate::exchange::stamped::Stamped;
use crate::platform::memory;
use crate::platform::mirror::{Mirror, Opened};
use crate::platform::repository::{Attention, Home, Problem, Repository};
use crate::platform::storage::StoreError;
use crate::ui::funnel::alone::Wrong;
use gloo_timers::future::TimeoutFuture;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// How many contacts are worked on before the page gets to breathe.
pub(super) const SLICE: usize = 400;

/// What a contact of 2.5 KB takes in memory, in bytes.
const ROOM: usize = 7_000;

/// Everything stored of a workspace; an empty one where nothing is.
pub(super) async fn all(name: &str) -> Result<Workspace, Wrong> {
    let repository = opened(name)?;
    let mirror = mirror(name, &repository).await?;
    let read = all_of(&repository, mirror.as_ref()).await;
    // Whoever wants to delete it need not wait for this page.
    mirror.iter().for_each(Mirror::close);
    read
}

/// What is stored of some contacts.
pub(super) async fn some(
    name: &str,
    ids: &BTreeSet<ContactId>,
) -> Result<Vec<(ContactId, Held)>, Wrong> {
    let repository = opened(name)?;
    let mirror = mirror(name, &repository).await?;
    let read = some_of(&repository, mirror.as_ref(), ids).await;
    mirror.iter().for_each(Mirror::close);
    read
}

fn opened(name: &str) -> Result<Repository, Wrong> {
    let repository = Repository::open(name);
    if repository.is_available() { Ok(repository) } else { Err(Wrong::Blocked) }
}

/// The database, where there is one. Where it has what local storage has not, there is nothing
/// without it.
async fn mirror(name: &str, repository: &Repository) -> Result<Option<Mirror>, Wrong> {
    match Mirror::open(name, false, || {}).await {
        Opened::Open(mirror) => Ok(Some(mirror)),
        Opened::Refused if repository.text(Item::Overflow).is_some() => Err(Wrong::Incomplete),
        Opened::Absent | Opened::Refused => Ok(None),
    }
}

async fn all_of(repository: &Repository, mirror: Option<&Mirror>) -> Result<Workspace, Wrong> {
    let mut workspace = Workspace::new(Arc::new(playbook(repository, mirror).await?));
    let mut texts = HashMap::new();
    for keys in repository.contact_keys().chunks(SLICE) {
        let mut held = Vec::new();
        for key in keys {
            if let Some((id, read, text)) = repository.load(key).map_err(unusable)? {
                held.push((id, read));
                texts.insert(id.to_string(), text);
            }
        }
        workspace.take_in_all(held);
        TimeoutFuture::new(0).await;
    }
    let Some(mirror) = mirror else { return Ok(workspace) };
    let mut slices = mirror.slices(SLICE).await.map_err(unread)?;
    memory::reserve(slices.total().saturating_sub(texts.len()) * ROOM);
    let is_known = |key: &str, text: &str| texts.get(key).is_some_and(|local| local == text);
    while let Some(slice) = slices.next(is_known).await.map_err(unread)? {
        if let Some(attention) = slice.attention.into_iter().next() {
            return Err(unusable(attention));
        }
        workspace.take_in_all(slice.held);
    }
    Ok(workspace)
}

async fn some_of(
    repository: &Repository,
    mirror: Option<&Mirror>,
    ids: &BTreeSet<ContactId>,
) -> Result<Vec<(ContactId, Held)>, Wrong> {
    let mut all = Vec::new();
    for id in ids {
        let key = repository.key(Item::Contact(*id));
        let read = repository.load(&key).map_err(unusable)?;
        all.extend(read.map(|(id, held, _)| (id, held)));
    }
    let Some(mirror) = mirror else { return Ok(all) };
    let ids: Vec<_> = ids.iter().copied().collect();
    for ids in ids.chunks(SLICE) {
        let slice = mirror.contacts(ids).await.map_err(unread)?;
        if let Some(attention) = slice.attention.into_iter().next() {
            return Err(unusable(attention));
        }
        all.extend(slice.held);
    }
    Ok(all)
}

/// The playbook that was stored last, in whichever home; the one that ships where there is none.
async fn playbook(repository: &Repository, mirror: Option<&Mirror>) -> Result<Playbook, Wrong> {
    let mut latest = repository.stamped(Item::Playbook);
    if let Some(mirror) = mirror {
        let (items, attention) = mirror.items().await.map_err(unread)?;
        // Nobody is judged by what else is there.
        let of_playbook = |one: &Attention| matches!(one.problem, Problem::Playbook(_));
        if let Some(attention) = attention.into_iter().find(of_playbook) {
            return Err(unusable(attention));
        }
        let theirs = items.into_iter().find(|(item, _)| *item == Item::Playbook);
        let is_later =
            |theirs: &Stamped| latest.as_ref().is_none_or(|ours| ours.stamp < theirs.stamp);
        if let Some(theirs) = theirs.map(|(_, theirs)| theirs).filter(is_later) {
            latest = Some(theirs);
        }
    }
    let Some(Stamped { text, .. }) = latest else { return Ok(playbook_file::shipped()) };
    playbook_file::read_kept(&text).map_err(|error| {
        let (home, key) = (Home::Local, repository.key(Item::Playbook));
        unusable(Attention { home, key, problem: Problem::Playbook(error) })
    })
}

#[allow(clippy::needless_pass_by_value, reason = "what errors are mapped with takes them")]
fn unusable(attention: Attention) -> Wrong {
    if attention.is_newer() { Wrong::Newer } else { Wrong::Damaged }
}

fn unread(_: StoreError) -> Wrong {
    Wrong::Incomplete
}
