//! The playbook as a link: made and copied here, and looked at by whoever opens one.

use super::take::Take;
use crate::app::route::{PlaybookPage, Route, Shared};
use crate::domain::playbook::Playbook;
use crate::exchange::case_file::CaseError;
use crate::exchange::json::FileError;
use crate::exchange::limits::{DEFLATED_BYTES, INFLATED_BYTES};
use crate::exchange::share::{Payload, ShareError};
use crate::platform::address::{self, GUIDED_DEMO};
use crate::platform::share::{LinkError, pack, unpack};
use crate::platform::{clipboard, intl};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::data::failure::playbook_words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Characters of a link that mail and chat programs pass on whole.
const LONG: usize = 8_000;

/// Bytes of a kilobyte.
const KILOBYTE: usize = 1024;

/// The card to copy a link.
#[component]
pub(super) fn CopyLink() -> impl IntoView {
    let context = AppContext::get();
    let payload =
        Callback::new(move |()| Payload::Playbook((*context.playbook_untracked()).clone()));
    view! {
        <section class="card" aria-labelledby="share">
            <h2 class="card-title" id="share">
                {text::link_title()}
            </h2>
            <p class="small quiet">{text::link_text()}</p>
            <LinkMaker payload />
        </section>
        <section class="card" aria-labelledby="share-demo">
            <h2 class="card-title" id="share-demo">
                {text::link_demo_title()}
            </h2>
            <p class="small quiet">{text::link_demo_text()}</p>
            <LinkMaker payload demo=true />
        </section>
    }
}

/// The button that makes a link and copies it, and the link to copy by hand.
#[component]
pub(in crate::ui::workspace) fn LinkMaker(
    /// Gives what the link is to carry.
    payload: Callback<(), Payload>,
    /// Whether it leads to the demo and not to the reader's own workspace.
    #[prop(optional)]
    demo: bool,
    /// What stands beside the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let whole =
        move |hash: &str| if demo { address::link_to_demo(hash) } else { address::link(hash) };
    let (id, button) =
        if demo { ("demo-link", text::link_demo_copy()) } else { ("link", text::link_copy()) };
    let (link, said) = (RwSignal::new(None::<String>), RwSignal::new(String::new()));
    let copy = move |_| {
        spawn_local(async move {
            let made = pack(&payload.run(())).await;
            let made = made.map(|shared| whole(&Route::Shared(shared).address()));
            let words = match made {
                Err(error) => link_words(&error),
                Ok(None) => text::link_not_copied().to_owned(),
                Ok(Some(made)) => {
                    let copied = clipboard::copy(&made).await;
                    link.try_set(Some(made));
                    let words = if copied { text::link_copied() } else { text::link_not_copied() };
                    words.to_owned()
                }
            };
            // The view may have been left meanwhile.
            said.try_set(words);
        });
    };
    let shown = move || {
        link.get().map_any(|link| {
            let length = match link.len() {
                long if long > LONG => text::link_long(intl::count(long)),
                length => text::link_length(intl::count(length)),
            };
            view! {
                <div class="field">
                    <label for=id>{text::link_label()}</label>
                    <p class="field-hint small" id=format!("{id}-hint")>
                        {length}
                    </p>
                    <input
                        class="input"
                        id=id
                        type="text"
                        readonly
                        prop:value=link
                        aria-describedby=format!("{id}-hint")
                    />
                </div>
            }
        })
    };
    view! {
        <div class="actions">
            <button class="btn" type="button" on:click=copy>
                {button}
            </button>
            {children.map(|beside| beside())}
            <span class="small" role="status">
                {move || said.get()}
            </span>
        </div>
        {shown}
    }
}

/// What a link carries, to take in or decline.
#[component]
pub(in crate::ui::workspace) fn SharedView(
    /// What stands in the address.
    shared: Shared,
) -> impl IntoView {
    let context = AppContext::get();
    let read = RwSignal::new(None::<Result<Arc<Playbook>, String>>);
    let in_demo = format!("{GUIDED_DEMO}{}", Route::Shared(shared.clone()).address());
    spawn_local(async move {
        let found = match unpack(&shared).await {
            Ok(Payload::Playbook(playbook)) => Ok(playbook.into()),
            // Its address leads to a view of its own.
            Ok(Payload::Case(_)) => Err(text::link_err_kind().to_owned()),
            Err(error) => Err(link_words(&error)),
        };
        // The view may have been left meanwhile.
        read.try_set(Some(found));
    });
    // The link has done its work: going back does not bring the offer up again.
    let done = Callback::new(move |(taken,): (bool,)| {
        let to = if taken { Route::Playbook(PlaybookPage::Overview) } else { Route::Start };
        context.replace(&to);
    });
    let found = move || match read.get() {
        None => view! { <p class="quiet">{text::link_reading()}</p> }.into_any(),
        Some(Ok(playbook)) => view! {
            <Take playbook done />
            <p hidden=context.is_demo()>
                <a href=in_demo.clone()>{text::link_try()}</a>
            </p>
        }
        .into_any(),
        Some(Err(why)) => view! {
            <p class="banner" data-kind="error" role="alert">{why}</p>
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| done.run((false,))>
                    {text::link_leave()}
                </button>
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="pb">
            <div class="view-head">
                <h1 class="view-title" id="title" tabindex="-1">
                    {text::link_shared_title()}
                </h1>
            </div>
            <p class="quiet">{text::link_shared_text()}</p>
            <section class="card" aria-labelledby="inside">
                <h2 class="card-title" id="inside">
                    {text::link_inside()}
                </h2>
                {found}
            </section>
        </div>
    }
}

/// Why a link is not made or read.
pub(in crate::ui::workspace) fn link_words(error: &LinkError) -> String {
    let kilobytes = |limit: usize| intl::count(limit / KILOBYTE);
    match error {
        LinkError::Unsupported => text::link_err_unsupported().to_owned(),
        LinkError::Share(ShareError::TooLong { .. }) => {
            text::link_err_too_long(kilobytes(DEFLATED_BYTES))
        }
        LinkError::Share(ShareError::TooLarge { .. }) => {
            text::link_err_too_long(kilobytes(INFLATED_BYTES))
        }
        LinkError::Share(
            ShareError::UnknownKind(_) | ShareError::Case(CaseError::File(FileError::Newer(_))),
        ) => text::link_err_kind().to_owned(),
        LinkError::Share(ShareError::Playbook(error)) => playbook_words(error),
        LinkError::Share(_) => text::link_err_damaged().to_owned(),
    }
}
