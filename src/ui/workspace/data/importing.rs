//! Contacts on their way in: how far they are, and a way to stop.

use super::banner::Outcome;
use super::{Desk, Page};
use crate::app::workspace::Arriving;
use crate::domain::money::Currency;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is said of an import when it is done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Done {
    /// New contacts.
    pub(super) new: usize,
    /// Contacts that got something new.
    pub(super) updated: usize,
    /// Rows that leave the contact they are about as it is.
    pub(super) here: usize,
    /// Rows that cannot be read.
    pub(super) rejected: usize,
}

/// Takes rows in, and the currency that was chosen for them as the workspace's: all of it or, when the
/// person stops it, nothing.
pub(super) fn import(
    desk: Desk,
    context: AppContext,
    file: String,
    rows: Vec<Arriving>,
    currency: Currency,
    done: Done,
) {
    desk.cancelled.set(false);
    desk.progress.set((0, rows.len()));
    desk.show(Page::Importing { title: text::data_importing(file), stoppable: true });
    spawn_local(async move {
        let progress = |done, total| desk.progress.set((done, total));
        // Leaving the view is not stopping it.
        let cancelled = || desk.cancelled.try_get_untracked() == Some(true);
        let outcome = match context.import(rows, progress, cancelled).await {
            Ok(None) => Outcome::Cancelled,
            Ok(Some(_)) => {
                if context.currency_untracked() != currency {
                    // What came in is in already; settings that cannot be read stay as they are.
                    let _ = context.set_settings(|settings| settings.currency = currency);
                }
                Outcome::Imported(done)
            }
            Err(refusal) => {
                let playbook = context.playbook_untracked();
                Outcome::Refused(words::refusal(&playbook, &refusal))
            }
        };
        desk.conclude(outcome);
    });
}

/// How far an import is.
#[component]
pub(super) fn Importing(
    /// What is coming in.
    title: String,
    /// Whether it can be stopped.
    stoppable: bool,
) -> impl IntoView {
    let desk = Desk::get();
    let done = move || {
        let (done, total) = desk.progress.get();
        (done.min(total), total)
    };
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {title}
        </h1>
        <section class="card">
            <div class="progress-line">
                <progress
                    class="bar"
                    max=move || done().1.max(1)
                    value=move || done().0
                    aria-label=text::data_importing_progress()
                ></progress>
                <p class="small quiet">
                    {move || text::count_of(intl::count(done().0), intl::count(done().1))}
                </p>
            </div>
            {stoppable
                .then_any(|| {
                    view! {
                        <div class="actions">
                            <button
                                class="btn"
                                type="button"
                                on:click=move |_| desk.cancelled.set(true)
                            >
                                {text::cancel()}
                            </button>
                            <span class="small quiet">{text::data_cancel_keeps_nothing()}</span>
                        </div>
                    }
                })}
        </section>
    }
}
