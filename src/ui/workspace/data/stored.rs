//! What is kept here, under which names, and whether it is safe.

use crate::app::workspace::Workspace;
use crate::exchange::keys;
use crate::platform::intl;
use crate::platform::repository::ROOM;
use crate::ui::context::{AppContext, SaveState, Space};
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Bytes of a megabyte.
const MEGABYTE: f64 = 1024.0 * 1024.0;

/// The card with what is kept.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let context = AppContext::get();
    let counts = move || {
        context.workspace.with(|workspace| {
            let events = workspace.records().map(|(_, record)| record.log.events().len());
            (workspace.count(), with_merged(workspace), events.sum::<usize>())
        })
    };
    let contacts = move || {
        let (contacts, with_merged, events) = counts();
        let contacts = match with_merged - contacts {
            0 => intl::count(contacts),
            merged => text::count_and_merged(intl::count(contacts), intl::count(merged)),
        };
        text::data_kept_contacts_events(contacts, intl::count(events))
    };
    let playbook = move || {
        let playbook = context.playbook();
        text::data_kept_playbook_version(&playbook.title, playbook.revision)
    };
    let name = context.name();
    let keys = keys::all_of(&name) + "…";
    let space = space_used(context);
    let line = |name: &'static str, value: AnyView| {
        view! {
            <div class="keep">
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! {
        <section class="card" aria-labelledby="kept">
            <h2 class="card-title" id="kept">
                {text::data_kept()}
            </h2>
            <dl>
                {line(text::contacts(), contacts.into_any())}
                {line(text::data_kept_where(), text::data_kept_where_text().into_any())}
                {line(text::data_kept_workspace(), name.into_any())}
                {line(text::data_kept_keys(), view! { <code>{keys}</code> }.into_any())}
                {line(text::data_kept_space(), (move || space.get().0).into_any())}
                {line(text::data_kept_database(), (move || space.get().1).into_any())}
                {line(text::data_kept_saving(), (move || saving(context.saving.get())).into_any())}
                {line(text::data_kept_playbook(), playbook.into_any())}
            </dl>
        </section>
    }
}

/// How many contacts there are with those merged into others, which are stored as well.
fn with_merged(workspace: &Workspace) -> usize {
    workspace.records().filter(|(_, record)| record.contact.is_some()).count()
}

/// The space used in local storage and in the database, in words, counted anew whenever everything is
/// stored.
fn space_used(context: AppContext) -> RwSignal<(String, String)> {
    let words = RwSignal::new(<(String, String)>::default());
    let settled = Memo::new(move |_| !matches!(context.saving.get(), SaveState::Saving(_)));
    Effect::new(move |_| {
        // A change that is stored at once leaves the save state as it is.
        context.workspace.track();
        if !settled.get() {
            return;
        }
        spawn_local(async move {
            let space = context.space_used().await;
            let blocked = context.saving.get_untracked() == SaveState::InMemory;
            let contacts = context.workspace.with_untracked(with_merged);
            let local = if blocked {
                text::data_kept_space_none().to_owned()
            } else {
                in_local_storage(&space, contacts)
            };
            // Nobody is left to tell when the view is gone by now.
            let _ = words.try_set((local, in_database(&space, contacts)));
        });
    });
    words
}

/// What stands in local storage, of this workspace and of everything that shares its room.
fn in_local_storage(space: &Space, contacts: usize) -> String {
    let units = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let own = text::data_kept_space_own(
        intl::count(space.local),
        intl::count(contacts),
        intl::count(space.own),
    );
    let share = intl::percent(units(space.origin) / units(ROOM), 0);
    own + " " + &text::data_kept_space_all(intl::count(space.origin), intl::count(ROOM), share)
}

/// What stands in the database, and what the browser says all of it takes.
fn in_database(space: &Space, contacts: usize) -> String {
    let Some(stored) = space.database else { return text::data_kept_database_none().to_owned() };
    let own = text::data_kept_database_own(intl::count(stored), intl::count(contacts));
    match space.bytes {
        None => own,
        Some(bytes) if bytes < MEGABYTE => own + " " + text::data_kept_database_small(),
        Some(bytes) => own + " " + &text::data_kept_database_all(intl::number(bytes / MEGABYTE, 0)),
    }
}

/// What the save state means.
fn saving(state: SaveState) -> &'static str {
    match state {
        SaveState::Saved => text::data_kept_saved(),
        SaveState::SavedLocally => text::data_kept_locally(),
        SaveState::Saving(_) => text::data_kept_busy(),
        SaveState::NotSaved(..) => text::data_kept_failed(),
        SaveState::ReadOnly => text::data_kept_read_only(),
        SaveState::InMemory => text::data_kept_memory(),
    }
}
