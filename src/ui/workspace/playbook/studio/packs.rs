//! The playbooks that ship, to look at and to use.

use super::overlays::Overlays;
use super::own::Own;
use super::proposal::{Proposal, summary};
use super::shipped::{Shipped, load};
use crate::app::edit::Editor;
use crate::app::packs::is_same;
use crate::domain::ids::PlaybookId;
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::playbook::difference::{self, Compared};
use crate::ui::workspace::playbook::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The heading of what a playbook would change.
const CHANGES: &str = "pack-changes";

/// The page.
#[component]
pub(in crate::ui::workspace::playbook) fn Packs() -> impl IntoView {
    let shipped = RwSignal::new(None::<Arc<Shipped>>);
    spawn_local(async move {
        let found = load().await;
        // The view may have been left meanwhile.
        shipped.try_set(Some(found.into()));
    });
    let lists = move || match shipped.get() {
        None => view! { <p class="quiet">{text::packs_loading()}</p> }.into_any(),
        Some(shipped) => {
            let failures = shipped.failures().map(|why| {
                view! { <p class="banner" data-kind="error" role="alert">{why}</p> }
            });
            view! {
                {failures.collect_any()}
                <List shipped=Arc::clone(&shipped) />
                <Overlays shipped />
            }
            .into_any()
        }
    };
    view! {
        <div class="view-head">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::packs_title()}
            </h1>
        </div>
        <p class="quiet">{text::packs_intro()}</p>
        <Own />
        {lists}
    }
}

#[component]
fn List(shipped: Arc<Shipped>) -> impl IntoView {
    let chosen = RwSignal::new(None::<PlaybookId>);
    let packs = shipped.packs.clone();
    let one = move |pack: Arc<Playbook>| view! { <Pack pack chosen /> };
    view! {
        <section class="card" aria-labelledby="packs">
            <h2 class="card-title" id="packs">
                {text::packs_playbooks()}
            </h2>
            <ul class="studio-list">{packs.into_iter().map(one).collect_any()}</ul>
        </section>
    }
}

#[component]
fn Pack(pack: Arc<Playbook>, chosen: RwSignal<Option<PlaybookId>>) -> impl IntoView {
    let context = AppContext::get();
    let (id, title) = (pack.id.clone(), pack.title.clone());
    let heading = format!("pack-{id}");
    let look = {
        let id = id.clone();
        move |_| {
            chosen.set(Some(id.clone()));
            request_animation_frame(|| focus(CHANGES));
        }
    };
    let in_use = {
        let pack = Arc::clone(&pack);
        Memo::new(move |_| is_same(&pack, &context.playbook()))
    };
    let is_chosen = Memo::new(move |_| chosen.with(|chosen| chosen.as_ref() == Some(&id)));
    let about = summary(&pack);
    let name = StoredValue::new(title.clone());
    let ways = move || {
        if in_use.get() {
            return view! { <p class="tag studio-tag">{text::packs_in_use()}</p> }.into_any();
        }
        if !is_chosen.get() {
            let look = look.clone();
            return view! {
                <button
                    class="btn btn-small studio-start"
                    type="button"
                    aria-label=text::packs_look(name.get_value())
                    on:click=look
                >
                    {text::packs_look_short()}
                </button>
            }
            .into_any();
        }
        view! { <Change pack=Arc::clone(&pack) chosen /> }.into_any()
    };
    view! {
        <li class="studio-item">
            <h3 class="card-title" id=heading tabindex="-1">
                {title}
            </h3>
            {about}
            {ways}
        </li>
    }
}

/// What would change, and the ways to do it or not.
#[component]
fn Change(pack: Arc<Playbook>, chosen: RwSignal<Option<PlaybookId>>) -> impl IntoView {
    let context = AppContext::get();
    let failure = RwSignal::new(None::<&'static str>);
    let offered = Arc::clone(&pack);
    let compared = Compared::of(context.playbook_untracked(), Arc::clone(&pack)).unlinked();
    let take = Callback::new(move |()| {
        let done = context.use_playbook(&offered);
        failure.set(done.as_ref().err().map(words::not_published));
        if done.is_ok() {
            chosen.set(None);
            request_animation_frame(|| focus("title"));
        }
    });
    let can_edit = move || {
        context.saving.track();
        context.attention.track();
        context.can_edit()
    };
    view! {
        <p class="pb-subtitle" id=CHANGES tabindex="-1">
            {text::packs_changes(intl::count(compared.len()))}
        </p>
        {difference::list(&compared)}
        <Proposal playbook=pack>
            <p class="small">{text::packs_use_text()}</p>
            {move || {
                context
                    .editor
                    .with(Editor::has_changes)
                    .then_any(|| view! { <p class="banner">{text::packs_use_draft()}</p> })
            }}
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
                                    {move || {
                                        if context.editor.with(Editor::has_changes) {
                                            text::packs_use_aside()
                                        } else {
                                            text::packs_use()
                                        }
                                    }}
                                </button>
                            }
                        })
                }}
                <button class="btn" type="button" on:click=move |_| chosen.set(None)>
                    {text::packs_not_now()}
                </button>
            </div>
            <p class="field-error" role="alert">
                {move || failure.get()}
            </p>
        </Proposal>
    }
}
