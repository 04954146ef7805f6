//! Contacts that may be one: how many, the list of them, side by side, merged or kept apart.
//!
//! Refuses to know who is like whom: that is `app/duplicates`. Invariant: contacts are looked through
//! only while a view shows what was found, in slices, and not while they change.

pub(super) mod cells;
mod find_other;
pub(super) mod labels;
mod list;
mod side_by_side;

pub(super) use list::DuplicatesPage;

use super::any::ThenAny;
use super::form::focus;
use super::shown::Shown;
use crate::app::duplicates::{Finder, Found};
use crate::app::merge::standing;
use crate::app::route::Route;
use crate::domain::ids::ContactId;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How long contacts must rest before they are looked through, in milliseconds.
const REST: u32 = 400;
/// How many are looked at before the page gets to breathe.
const SLICE: usize = 800;
/// How much is compared before it does.
const COMPARED: usize = 8_000;

/// What was found, shared by all views that show it.
#[derive(Clone, Copy)]
pub(super) struct Duplicates {
    found: RwSignal<Option<Arc<Found>>>,
    /// Counts the attempts, so that the last one alone is finished.
    turn: StoredValue<u32>,
}

impl Duplicates {
    /// Nothing is looked through yet.
    pub(super) fn new() -> Self {
        Self { found: RwSignal::new(None), turn: StoredValue::new(0) }
    }

    fn get() -> Self {
        expect_context()
    }

    /// Looks the contacts through, and again whenever they have come to rest, for as long as the view
    /// that asks is there. Gives what was found.
    fn follow(context: AppContext) -> ReadSignal<Option<Arc<Found>>> {
        let duplicates = Self::get();
        Effect::new(move |before: Option<()>| {
            context.workspace.track();
            let wait = if before.is_some() { REST } else { 0 };
            spawn_local(duplicates.look(context, wait));
        });
        duplicates.found.split().0
    }

    async fn look(self, context: AppContext, wait: u32) {
        let mine = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        let overtaken = || self.turn.try_get_value() != mine;
        TimeoutFuture::new(wait).await;
        if overtaken() {
            return;
        }
        let ids: Vec<_> = context
            .workspace
            .with_untracked(|workspace| workspace.contacts().map(|contact| contact.id).collect());
        let mut finder = Finder::default();
        for slice in ids.chunks(SLICE) {
            context.workspace.with_untracked(|workspace| {
                slice.iter().filter_map(|id| workspace.contact(*id)).for_each(|it| finder.take(it));
            });
            TimeoutFuture::new(0).await;
            if overtaken() {
                return;
            }
        }
        let mut comparison = finder.compare();
        while comparison.go_on(COMPARED) {
            TimeoutFuture::new(0).await;
            if overtaken() {
                return;
            }
        }
        let found = Arc::new(comparison.found());
        if self.found.with_untracked(|known| known.as_ref() != Some(&found)) {
            self.found.set(Some(found));
        }
    }
}

/// How many there are, in words.
fn count(n: usize) -> String {
    match n {
        1 => text::dup_count_one().to_owned(),
        n => text::dup_count(intl::count(n)),
    }
}

/// A link to the list beside others, where there are some.
#[component]
pub(super) fn PossibleDuplicates() -> impl IntoView {
    let found = Duplicates::follow(AppContext::get());
    move || {
        let n = found.with(|found| found.as_ref().map_or(0, |found| found.groups.len()));
        (n > 0).then_any(|| {
            view! {
                <a class="look-link" href=Route::Duplicates.address()>
                    {text::dup_title()}
                    " "
                    <b class="look-count">{intl::count(n)}</b>
                </a>
            }
        })
    }
}

/// The way to the list from the data.
#[component]
pub(super) fn DuplicatesCard() -> impl IntoView {
    let context = AppContext::get();
    let found = Duplicates::follow(context);
    let several = move || context.workspace.with(|workspace| workspace.count() > 1);
    let words = move || {
        found.with(|found| match found.as_ref().map(|found| found.groups.len()) {
            None => text::dup_looking().to_owned(),
            Some(0) => text::dup_none().to_owned(),
            Some(n) => count(n),
        })
    };
    view! {
        <Shown when=several>
            <section class="card" aria-labelledby="duplicates">
                <h2 class="card-title" id="duplicates">
                    {text::dup_title()}
                </h2>
                <p class="small quiet">{text::dup_data_text()}</p>
                <div class="actions">
                    <a class="btn" href=Route::Duplicates.address()>
                        {text::dup_see()}
                    </a>
                    <span class="small quiet">{words}</span>
                </div>
            </section>
        </Shown>
    }
}

/// The page on which contacts are merged.
#[component]
pub(super) fn MergePage(
    /// Which ones; of one alone, the other is chosen first.
    ids: Vec<ContactId>,
) -> impl IntoView {
    let here = AppContext::get().workspace.with_untracked(|workspace| standing(workspace, &ids));
    match &here[..] {
        [one] if ids.len() == 1 => view! { <find_other::FindOther id=*one /> }.into_any(),
        [] | [_] => gone().into_any(),
        _ => view! { <side_by_side::SideBySide ids=here /> }.into_any(),
    }
}

fn gone() -> impl IntoView {
    view! {
        <div class="card empty">
            <h1 class="empty-title" id="title" tabindex="-1">
                {text::dup_merge_title()}
            </h1>
            <p>{text::dup_gone()}</p>
            <div class="actions">
                <a class="btn" href=Route::Duplicates.address()>
                    {text::dup_see()}
                </a>
            </div>
        </div>
    }
}

/// Says that contacts are not the same; gives why not, where that is refused.
fn keep_apart(context: AppContext, ids: &[ContactId]) -> Option<String> {
    match context.keep_apart(ids) {
        Ok(()) => {
            focus("title");
            None
        }
        Err(refusal) => Some(super::words::refusal(&context.playbook_untracked(), &refusal)),
    }
}
