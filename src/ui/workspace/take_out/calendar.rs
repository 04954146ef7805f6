//! Follow-ups as a calendar file: all of them, or one contact's.

use super::{each, so_far};
use crate::app::route::Route;
use crate::app::workspace::Record;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::exchange::export::calendar::{Due, Entry, dues, write};
use crate::platform::{address, clock, intl};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A contact's days in words, with the way to its page.
fn entries(contact: &Contact) -> Vec<Entry> {
    let name = words::full_name(contact);
    let page = address::own_link(&Route::Contact(contact.id).address()).unwrap_or_default();
    let entry = |(day, due): (_, Due<'_>)| Entry {
        contact: contact.id,
        kind: due.kind(),
        day,
        summary: match due {
            Due::NextStep(note) => text::out_due_step(note, &name),
            Due::Back => text::out_due_back(&name),
        },
        description: page.clone(),
    };
    dues(contact).into_iter().map(entry).collect()
}

/// Hands a calendar to the browser, and says what became of it.
fn save(context: AppContext, name: &str, entries: &[Entry]) -> String {
    let Some(text) = write(entries, clock::now()) else {
        return text::out_calendar_none().to_owned();
    };
    match (context.save_file(name, "text/calendar", &text), entries.len()) {
        (false, _) => text::data_not_exported().to_owned(),
        (true, 1) => text::out_calendar_one(name),
        (true, n) => text::out_calendar_some(intl::count(n), name),
    }
}

/// The button for the follow-ups of the whole workspace.
#[component]
pub(in crate::ui::workspace) fn WholeCalendar() -> impl IntoView {
    let context = AppContext::get();
    let said = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let press = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let ids: Vec<_> = context
                .workspace
                .with_untracked(|all| all.contacts().map(|contact| contact.id).collect());
            let mut found = Vec::new();
            let look = |record: &Record| {
                found.extend(record.contact.iter().flat_map(entries));
            };
            each(context, &ids, look, |done| _ = said.try_set(so_far(done, ids.len()))).await;
            found.sort_by_key(|entry| entry.day);
            let name = format!("ripen-{}-follow-ups-{}.ics", context.name(), context.today());
            // The view may have been left meanwhile; the file comes all the same.
            let words = save(context, &name, &found);
            said.try_set(words);
            busy.try_set(false);
        });
    };
    view! {
        <p class="small quiet">{text::out_calendar_text()}</p>
        <div class="actions">
            <button class="btn" type="button" on:click=press>
                <Glyph icon=Icon::Download />
                {text::out_calendar()}
            </button>
            <span class="small quiet" role="status">
                {move || said.get()}
            </span>
        </div>
    }
}

/// The button for the follow-ups of one contact, where it has some.
#[component]
pub(in crate::ui::workspace) fn CalendarOf(
    /// Whose.
    id: ContactId,
    /// The contact as it stands.
    contact: Signal<Contact>,
) -> impl IntoView {
    let context = AppContext::get();
    let said = RwSignal::new(String::new());
    let press = move |_| {
        let found = contact.with_untracked(entries);
        said.set(save(context, &format!("ripen-{id}.ics"), &found));
    };
    view! {
        <Shown when=move || contact.with(|contact| !dues(contact).is_empty())>
            <button class="btn btn-small" type="button" on:click=press>
                <Glyph icon=Icon::Download />
                {text::out_along_calendar()}
            </button>
            <span class="small quiet" role="status">
                {move || said.get()}
            </span>
        </Shown>
    }
}
