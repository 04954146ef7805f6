//! A case somebody shared, to look at; taken in only when asked.
//!
//! Invariant: looking stores nothing and touches no contact.

use crate::app::route::{Route, Shared};
use crate::domain::event::PlaybookRef;
use crate::domain::fold::fold;
use crate::domain::playbook::Playbook;
use crate::exchange::case_file::Case;
use crate::exchange::share::Payload;
use crate::platform::share::unpack;
use crate::ui::context::{AppContext, SaveState, default_playbook};
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::packet::{Paper, Written};
use crate::ui::workspace::playbook::studio::link_words;
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What a link with a case holds.
#[component]
pub(in crate::ui::workspace) fn CaseView(
    /// What stands in the address.
    shared: Shared,
) -> impl IntoView {
    let read = RwSignal::new(None::<Result<Arc<Case>, String>>);
    spawn_local(async move {
        let found = match unpack(&shared).await {
            Ok(Payload::Case(case)) => Ok(Arc::new(case)),
            Ok(_) => Err(text::link_err_kind().to_owned()),
            Err(error) => Err(link_words(&error)),
        };
        // The view may have been left meanwhile.
        read.try_set(Some(found));
    });
    move || match read.get() {
        None => view! {
            <Heading />
            <p class="quiet">{text::link_reading()}</p>
        }
        .into_any(),
        Some(Ok(case)) => view! { <Opened case /> }.into_any(),
        Some(Err(why)) => view! {
            <Heading />
            <p class="banner" data-kind="error" role="alert">
                {why}
            </p>
            <div class="actions">
                <a class="btn" href=Route::Start.address()>
                    {text::link_leave()}
                </a>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Heading() -> impl IntoView {
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::case_shared_title()}
        </h1>
    }
}

#[component]
fn Opened(case: Arc<Case>) -> impl IntoView {
    let context = AppContext::get();
    let playbook = case.playbook.clone().unwrap_or_else(default_playbook);
    let other = told_apart(&playbook, &case.judged_by);
    let day = format::day(case.shared_at);
    let contact = fold(case.contact, &case.log);
    // Read from the link, so there is something that counts.
    let written = contact.map(|contact| {
        let written = Written::of(&playbook, &contact, context.today());
        written.titled(words::full_name(&contact))
    });
    let known = context.workspace.with_untracked(|all| all.contact(case.contact).is_some());
    let id = case.contact;
    let take = move |_| {
        let histories = vec![(id, case.log.clone())];
        spawn_local(async move {
            // Refused only where nothing may change, which the page says.
            if context.restore(histories, None, |_, _| (), || false).await.is_ok() {
                context.replace(&Route::Contact(id));
            }
        });
    };
    let can_take = move || context.saving.get() != SaveState::ReadOnly;
    view! {
        <div class="packet">
            <div class="banner banner-quiet no-print">
                <div class="banner-words">
                    <b>{text::case_shared_title()}</b>
                    <span class="small">{text::case_shared_text(day)}</span>
                    {known.then_any(|| view! { <span class="small">{text::case_known()}</span> })}
                    {other.then_any(|| view! { <span class="small">{text::case_other_version()}</span> })}
                    <Shown when=move || !can_take()>
                        <span class="small">{text::read_only()}</span>
                    </Shown>
                </div>
                <div class="actions">
                    <button
                        class="btn btn-primary"
                        type="button"
                        prop:disabled=move || !can_take()
                        on:click=take
                    >
                        {if known { text::case_take_known() } else { text::case_take() }}
                    </button>
                    <a class="btn" href=Route::Start.address()>
                        {text::link_leave()}
                    </a>
                </div>
            </div>
            {written.map(|written| view! { <Paper written /> })}
        </div>
    }
}

/// Whether the case was judged by another version than the one it is shown by.
fn told_apart(playbook: &Playbook, judged_by: &PlaybookRef) -> bool {
    playbook.reference() != *judged_by
}
