//! Erasing a person for good, after saying what that does and what it does not reach.

use super::super::words;
use super::Subject;
use super::dialog::close;
use crate::app::backup::Backup;
use crate::app::route::{Listing, Route};
use crate::domain::when::When;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use chrono::{Local, Timelike};
use leptos::prelude::*;

/// Asks before everything about the person is erased.
#[component]
pub(super) fn Erase() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let (person, organisation) = subject.contact.with_untracked(words::name);
    let who = match organisation {
        Some(organisation) => format!("{person} · {organisation}"),
        None => person,
    };
    let holding = untrack(|| context.backups_holding(subject.id));
    let refused = RwSignal::new(None);
    let erase = move |_| match context.erase_contact(subject.id) {
        Ok(()) => context.replace(&Route::Contacts(Listing::default())),
        Err(refusal) => {
            refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
        }
    };
    // Two of one day have the same name: the browser numbers the second.
    let backup = |backup: Backup| {
        let at = backup.at.with_timezone(&Local);
        let time = format!("{:02}:{:02}", at.hour(), at.minute());
        let made = text::erase_backup(backup.file, format::day(When::Instant(backup.at)), time);
        view! { <li>{made}</li> }
    };
    let some = !holding.is_empty();
    view! {
        <div class="form">
            <h2 class="form-title" id="form-title" tabindex="-1">
                {text::erase_title(who)}
            </h2>
            <p>{text::erase_text()}</p>
            <p>{text::erase_reach()}</p>
            {some
                .then_any(|| {
                    view! {
                        <p>{text::erase_backups()}</p>
                        <ul>{holding.into_iter().map(backup).collect_any()}</ul>
                    }
                })}
            <p role="alert">{move || refused.get()}</p>
            <div class="actions">
                <button class="btn btn-primary btn-danger" type="button" on:click=erase>
                    {text::erase_confirm()}
                </button>
                <button class="btn" type="button" on:click=move |_| close(subject)>
                    {text::cancel()}
                </button>
            </div>
        </div>
    }
}
