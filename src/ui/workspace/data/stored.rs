//! What is kept here, under which names, and whether it is safe.

use crate::exchange::keys;
use crate::platform::intl;
use crate::platform::repository::ROOM;
use crate::ui::context::{AppContext, SaveState};
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card with what is kept.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let context = AppContext::get();
    let counts = move || {
        context.workspace.with(|workspace| {
            let events = workspace.records().map(|(_, record)| record.log.events().len());
            (workspace.contacts().count(), events.sum::<usize>())
        })
    };
    let contacts = move || {
        let (contacts, events) = counts();
        text::data_kept_contacts_events(intl::count(contacts), intl::count(events))
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
                {line(text::data_kept_space(), (move || space.get()).into_any())}
                {line(text::data_kept_saving(), (move || saving(context.saving.get())).into_any())}
                {line(text::data_kept_playbook(), playbook.into_any())}
            </dl>
        </section>
    }
}

/// The space used in words, counted anew whenever everything is stored.
fn space_used(context: AppContext) -> RwSignal<String> {
    let words = RwSignal::new(String::new());
    let settled = Memo::new(move |_| !matches!(context.saving.get(), SaveState::Saving(_)));
    Effect::new(move |_| {
        // A change that is stored at once leaves the save state as it is.
        context.workspace.track();
        if !settled.get() {
            return;
        }
        spawn_local(async move {
            let used = context.space_used().await;
            let room = f64::from(u32::try_from(ROOM).unwrap_or(u32::MAX));
            let share = f64::from(u32::try_from(used).unwrap_or(u32::MAX)) / room;
            let blocked = context.saving.get_untracked() == SaveState::InMemory;
            // Nobody is left to tell when the view is gone by now.
            let _ = words.try_set(if blocked {
                text::data_kept_space_none().to_owned()
            } else {
                text::data_kept_space_part(
                    intl::count(used),
                    intl::count(ROOM),
                    intl::percent(share, 0),
                )
            });
        });
    });
    words
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
