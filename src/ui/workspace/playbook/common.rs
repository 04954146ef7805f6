//! What several pages have in common: where something is used, taking it out of use, what is not there.

use super::field::{Choices, Field, Kind, plain};
use super::rows::problem;
use super::subject::{edit, ticked};
use super::words;
use crate::app::edit::uses::User;
use crate::app::edit::{Done, Label, Refused};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::form::focus;
use leptos::prelude::*;
use std::sync::Arc;

/// The way back to the list a page is from.
pub(super) fn back(page: PlaybookPage, name: &'static str) -> AnyView {
    view! {
        <p class="small">
            <a href=Route::Playbook(page).address()>"← " {name}</a>
        </p>
    }
    .into_any()
}

/// Shown where the address names what the draft does not have.
pub(super) fn gone() -> AnyView {
    view! {
        <div class="card empty">
            <h1 class="empty-title" id="title" tabindex="-1">
                {text::pb_gone()}
            </h1>
            <p>{text::pb_gone_text()}</p>
            <a class="btn" href=Route::Playbook(PlaybookPage::Overview).address()>
                {text::pb_to_overview()}
            </a>
        </div>
    }
    .into_any()
}

/// The page of something while the draft has it.
pub(super) fn while_there(
    there: impl Fn() -> bool + Send + Sync + 'static,
    page: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let there = Memo::new(move |_| there());
    (move || if there.get() { page() } else { gone() }).into_any()
}

/// What refers to something, each with the way there.
pub(super) fn users_list(context: AppContext, users: Memo<Vec<User>>) -> AnyView {
    (move || {
        let draft = context.draft();
        let item = |user: User| {
            let name = words::user(&draft, &user);
            view! {
                <li>
                    <a href=Route::Playbook(words::page_of(&user)).address()>{name}</a>
                </li>
            }
        };
        view! { <ul class="pb-list small">{users.get().into_iter().map(item).collect_any()}</ul> }
    })
    .into_any()
}

/// What refers to something, or what to do while nothing does.
pub(super) fn used(context: AppContext, users: Memo<Vec<User>>, nowhere: AnyView) -> AnyView {
    let some = Memo::new(move |_| users.with(|users| !users.is_empty()));
    let list = users_list(context, users);
    view! {
        <section class="card" aria-labelledby="used">
            <h2 class="card-title" id="used">
                {text::pb_used_in()}
            </h2>
            <div hidden=move || !some.get()>{list}</div>
            <div hidden=move || some.get()>{nowhere}</div>
        </section>
    }
    .into_any()
}

/// All criteria, to choose from.
pub(super) fn criteria(context: AppContext) -> Signal<Choices> {
    Signal::derive(move || {
        let draft = context.draft();
        plain(draft.criteria.iter().map(|c| (c.id.to_string(), c.title.clone())))
    })
}

/// The criteria that are not used somewhere yet, to choose from.
pub(super) fn criteria_but(context: AppContext, used: Memo<Vec<CriterionId>>) -> Signal<Choices> {
    Signal::derive(move || {
        let draft = context.draft();
        let free = draft.criteria.iter().filter(|c| used.with(|used| !used.contains(&c.id)));
        plain(free.map(|criterion| (criterion.id.to_string(), criterion.title.clone())))
    })
}

/// A box that begins a part of the playbook, or ends it.
pub(super) fn switch(
    context: AppContext,
    id: &str,
    label: &'static str,
    noun: Noun,
    on: Memo<bool>,
    change: fn(&mut Playbook, &Playbook, bool),
) -> AnyView {
    let value = Memo::new(move |_| ticked(on.get()).to_owned());
    let commit = Arc::new(move |typed: &str| {
        edit(context, Label::new(Done::Set, noun, ""), |draft, published| {
            change(draft, published, !typed.is_empty());
            Ok(())
        })
    });
    Field::new(context, id.to_owned(), label, Kind::Tick, value, commit).draw()
}

/// The card that takes something out, which is gone then.
pub(super) fn take_out_card(
    context: AppContext,
    title: &'static str,
    about: Option<&'static str>,
    list: PlaybookPage,
    take_out: Arc<dyn Fn() -> Result<(), Refused> + Send + Sync>,
) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let press = move |_| match take_out() {
        Ok(()) => context.go(&Route::Playbook(list.clone())),
        Err(why) => error.set(Some(words::refused(&context.draft_untracked(), &why))),
    };
    let about = about.map_any(|about| view! { <p class="small quiet">{about}</p> });
    view! {
        <section class="card" aria-labelledby="remove">
            <h2 class="card-title" id="remove">
                {title}
            </h2>
            {about}
            <div class="actions">
                <button class="btn btn-danger" type="button" on:click=press>
                    {text::pb_criterion_remove_button()}
                </button>
            </div>
            {problem(error)}
        </section>
    }
    .into_any()
}

/// Takes something out of use, in favour of something or nothing.
pub(super) type TakeOut = Arc<dyn Fn(Option<&str>) -> Result<(), Refused> + Send + Sync>;

/// Taking something out of use, or into use again.
pub(super) struct OutOfUse {
    /// The card's heading.
    pub(super) title: &'static str,
    /// What becomes of something published.
    pub(super) retires: &'static str,
    /// Whether it is published.
    pub(super) published: Memo<bool>,
    /// What is said of it where it is retired: see [`becomes`].
    pub(super) retired: Memo<Option<String>>,
    /// What can stand in its place.
    pub(super) successors: Signal<Choices>,
    /// Takes it out of use.
    pub(super) take_out: TakeOut,
    /// Takes it into use again.
    pub(super) restore: Arc<dyn Fn() -> Result<(), Refused> + Send + Sync>,
    /// Where to go when it is gone.
    pub(super) list: PlaybookPage,
}

/// What is said of something retired, in favour of something by its name or of nothing.
pub(super) fn becomes(title: Option<String>) -> String {
    let becomes = title.map(text::pb_becomes);
    text::pb_restore_text(becomes.unwrap_or_else(|| text::pb_becomes_nothing().to_owned()))
}

impl OutOfUse {
    /// Draws the card.
    pub(super) fn draw(self, context: AppContext) -> AnyView {
        let Self { title, retires, published, retired, successors, take_out, restore, list } = self;
        let error = RwSignal::new(None::<String>);
        let tell = move |done: &Result<(), Refused>| {
            let why = done.as_ref().err();
            error.set(why.map(|why| words::refused(&context.draft_untracked(), why)));
        };
        let successor = RwSignal::new(String::new());
        let body = move || {
            if let Some(said) = retired.get() {
                let restore = Arc::clone(&restore);
                return view! {
                    <p class="small">{said}</p>
                    <div class="actions">
                        <button
                            class="btn"
                            type="button"
                            on:click=move |_| {
                                tell(&restore());
                                request_animation_frame(|| focus("title"));
                            }
                        >
                            {text::pb_restore()}
                        </button>
                    </div>
                }
                .into_any();
            }
            let (take_out, list) = (Arc::clone(&take_out), list.clone());
            let press = move |_| {
                let becomes = successor.get_untracked();
                let done = take_out(Some(&*becomes).filter(|id| !id.is_empty()));
                tell(&done);
                if done.is_ok() && !published.get_untracked() {
                    context.go(&Route::Playbook(list.clone()));
                } else if done.is_ok() {
                    request_animation_frame(|| focus("title"));
                }
            };
            let choice = published.get().then_any(|| {
                let choices = Signal::derive(move || {
                    let mut all = plain([("", text::pb_successor_none())]);
                    all.extend(successors.get());
                    all
                });
                let kind = Kind::Select(choices);
                Field::entry(context, "successor", text::pb_successor(), kind, successor).draw()
            });
            let (words, button) = if published.get() {
                (retires, text::pb_retire())
            } else {
                (text::pb_remove_stage_text(), text::pb_criterion_remove_button())
            };
            view! {
                <p class="small quiet">{words}</p>
                {choice}
                <div class="actions">
                    <button class="btn btn-danger" type="button" on:click=press>
                        {button}
                    </button>
                </div>
            }
            .into_any()
        };
        view! {
            <section class="card" aria-labelledby="out-of-use">
                <h2 class="card-title" id="out-of-use">
                    {title}
                </h2>
                {body}
                {problem(error)}
            </section>
        }
        .into_any()
    }
}
