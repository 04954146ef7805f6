//! How old the last backup is: always in sight, louder when the next one is due.

use crate::app::backup::Due;
use crate::platform::intl;
use crate::ui::context::{AppContext, Loading, SaveState};
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use chrono::Local;
use leptos::prelude::*;

/// The age of the last backup and, where the next is due, why, with a way to make it.
#[component]
pub(super) fn BackupLine() -> impl IntoView {
    let context = AppContext::get();
    // Only once everything is read can be told what would be lost.
    let ready = move || context.loading.get() == Loading::Done && !context.is_demo();
    let some = Memo::new(move |_| {
        context.workspace.with(|workspace| workspace.count() != 0)
            || context.backups.with(|backups| backups.last().is_some())
    });
    // Reckoned once what was done is stored: an edit need not wait for a look at everybody.
    let stored = Memo::new(move |_| !matches!(context.saving.get(), SaveState::Saving(_)));
    let due = Memo::new(move |before: Option<&Option<Due>>| match (ready(), stored.get()) {
        (true, true) => context.backup_due(),
        (true, false) => before.copied().flatten(),
        (false, _) => None,
    });
    let state = move || if due.get().is_some() { "due" } else { "made" };
    view! {
        <Shown when=move || ready() && some.get()>
            <p class="backup" data-state=state>
                <span>{move || age(context)}</span>
                <Shown when=move || due.get().is_some()>
                    <span>{move || due.get().map(why)}</span>
                    <button class="link" type="button" on:click=move |_| context.export_json()>
                        {text::backup_now()}
                    </button>
                </Shown>
            </p>
        </Shown>
    }
}

/// The age of the last backup in words, by the day.
pub(super) fn age(context: AppContext) -> String {
    let today = context.today();
    let last = context.backups.with(|backups| backups.last().map(|backup| backup.at));
    let Some(last) = last else { return text::backup_none().to_owned() };
    let on = last.with_timezone(&Local).date_naive();
    match today.signed_duration_since(on).num_days() {
        ..=0 => text::backup_today().to_owned(),
        1 => text::backup_yesterday().to_owned(),
        days => text::backup_days(intl::count(usize::try_from(days).unwrap_or_default())),
    }
}

fn why(due: Due) -> String {
    match due {
        Due::First(n) => text::backup_due_first(intl::count(n)),
        Due::Changed(1) => text::backup_due_one().to_owned(),
        Due::Changed(n) => text::backup_due(intl::count(n)),
    }
}
