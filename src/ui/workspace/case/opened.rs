//! A case somebody shared, in a link or a file, to look at; taken in only when asked.
//!
//! Invariant: looking stores nothing and touches no contact.

use crate::app::restore::brought_back;
use crate::app::route::{Route, Shared};
use crate::domain::event::PlaybookRef;
use crate::domain::fold::fold;
use crate::domain::ids::ContactId;
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
    let context = AppContext::get();
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
    // The link has done its work: going back does not bring the offer up again.
    let done = Callback::new(move |taken: Option<ContactId>| {
        context.replace(&taken.map_or(Route::Start, Route::Contact));
    });
    move || match read.get() {
        None => view! {
            <Heading />
            <p class="quiet">{text::link_reading()}</p>
        }
        .into_any(),
        Some(Ok(case)) => {
            let about = text::case_shared_text(format::day(case.shared_at));
            view! { <Opened case about done /> }.into_any()
        }
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

/// A case to look at, with the offer to take it in.
#[component]
pub(in crate::ui::workspace) fn Opened(
    case: Arc<Case>,
    /// Where it came from, and what looking at it does.
    about: String,
    /// Is told who was taken in, or that nobody was wanted.
    done: Callback<Option<ContactId>>,
) -> impl IntoView {
    let context = AppContext::get();
    let playbook = case.playbook.clone().unwrap_or_else(default_playbook);
    let other = told_apart(&playbook, &case.judged_by);
    let contact = fold(case.contact, &case.log);
    // Read from the link, so there is something that counts.
    let written = contact.map(|contact| {
        let written = Written::of(&playbook, &contact, context.today());
        written.titled(words::full_name(&contact))
    });
    let (id, known) = context.workspace.with_untracked(|all| {
        let erased = all.erased().contains(&case.contact);
        let id = if erased { brought_back(all, case.contact) } else { case.contact };
        (id, all.contact(id).is_some())
    });
    let erased = id != case.contact && !known;
    let take = move |_| {
        let histories = vec![(id, case.log.clone())];
        spawn_local(async move {
            // Refused only where nothing may change, which the page says.
            if context.restore(histories, None, |_, _| (), || false).await.is_ok() {
                done.run(Some(id));
            }
        });
    };
    let can_take = move || context.saving.get() != SaveState::ReadOnly;
    view! {
        <div class="packet">
            <div class="banner banner-quiet no-print">
                <div class="banner-words">
                    <b>{text::case_shared_title()}</b>
                    <span class="small">{about}</span>
                    {known.then_any(|| view! { <span class="small">{text::case_known()}</span> })}
                    {erased.then_any(|| view! { <span class="small">{text::case_erased()}</span> })}
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
                    <button class="btn" type="button" on:click=move |_| done.run(None)>
                        {text::link_leave()}
                    </button>
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
