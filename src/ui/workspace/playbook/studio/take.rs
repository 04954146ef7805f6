//! A playbook from elsewhere: what it is, what it would change, and taking it in as the draft.

use super::proposal::{Proposal, summary};
use crate::app::edit::{Editor, in_place};
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::playbook::difference::{self, Compared};
use crate::ui::workspace::playbook::lists::folded;
use crate::ui::workspace::playbook::{rows, words};
use leptos::prelude::*;
use std::sync::Arc;

/// The offer.
#[component]
pub(super) fn Take(
    /// The playbook.
    playbook: Arc<Playbook>,
    /// Told whether it was taken in or declined.
    done: Callback<(bool,)>,
) -> impl IntoView {
    let context = AppContext::get();
    let error = RwSignal::new(None::<String>);
    let offered = Arc::clone(&playbook);
    // What is on record stays known: that is what would judge.
    let used = context.playbook_untracked();
    let taken = Arc::new(in_place(&used, (*playbook).clone()));
    let compared = Compared::of(used, Arc::clone(&taken)).unlinked();
    let take = Callback::new(move |()| {
        let taken = context.replace_draft((*offered).clone());
        error.set(taken.as_ref().err().map(|why| words::refused(&context.draft_untracked(), why)));
        if taken.is_ok() {
            done.run((true,));
        }
    });
    let can_edit = move || {
        context.saving.track();
        context.attention.track();
        context.can_edit()
    };
    let version = intl::count(playbook.revision as usize);
    view! {
        <h3 class="card-title">{text::studio_of_version(&playbook.title, version)}</h3>
        {summary(&playbook)}
        {folded(
            {
                let n = intl::count(compared.len());
                move || text::take_changes(&n)
            },
            {
                let compared = compared.clone();
                move || difference::list(&compared)
            },
        )}
        <Proposal playbook=taken>
            {move || {
                context
                    .editor
                    .with(Editor::has_changes)
                    .then_any(|| view! { <p class="banner">{text::take_draft()}</p> })
            }}
            <p class="small">{text::take_text()}</p>
            <div class="actions">
                {move || {
                    can_edit()
                        .then_any(|| {
                            view! {
                                <button
                                    class="btn btn-primary"
                                    type="button"
                                    on:click=move |_| take.run(())
                                >
                                    {text::take_in()}
                                </button>
                            }
                        })
                }}
                <button class="btn" type="button" on:click=move |_| done.run((false,))>
                    {text::packs_not_now()}
                </button>
            </div>
            {rows::problem(error)}
        </Proposal>
    }
}
