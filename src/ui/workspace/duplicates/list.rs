//! The list of contacts that may be one, with what speaks for each.

use super::super::any::{CollectAny, MapAny, ThenAny};
use super::super::words;
use super::{Duplicates, count, focus, keep_apart, labels};
use crate::app::duplicates::{Group, Reason};
use crate::app::merge::{KeptApart, further, kept_apart, standing};
use crate::app::route::{Route, level_word};
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// The most groups listed at a time.
const LISTED: usize = 200;

/// The page.
#[component]
pub(in crate::ui::workspace) fn DuplicatesPage() -> impl IntoView {
    let context = AppContext::get();
    let found = Duplicates::follow(context);
    // What was merged or kept apart just now is gone at once, before all are looked through again.
    let current = move |groups: Vec<Group>| {
        context.workspace.with(|workspace| {
            let is_open = |group: &Group| {
                let here = standing(workspace, &group.contacts) == group.contacts;
                here && !group.contacts.iter().any(|id| {
                    let contact = workspace.contact(*id);
                    let apart = contact.map(|contact| &contact.not_the_same);
                    apart.is_some_and(|apart| apart.iter().any(|id| group.contacts.contains(id)))
                })
            };
            groups.into_iter().filter(is_open).collect::<Vec<_>>()
        })
    };
    let groups = Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|found| found.groups.clone())).map(current)
    });
    let earlier =
        move || found.with(|found| found.as_ref().map_or(Vec::new(), |it| it.earlier.clone()));
    let said = move || match groups.with(|groups| groups.as_ref().map(Vec::len)) {
        None => text::dup_looking().to_owned(),
        Some(0) => text::dup_none().to_owned(),
        Some(n) => count(n),
    };
    let listed = move || {
        let groups = groups.get().unwrap_or_default();
        groups.into_iter().take(LISTED).map(|group| view! { <Proposed group /> }).collect_any()
    };
    let more = move || groups.with(|it| it.as_ref().map_or(0, Vec::len)).saturating_sub(LISTED);
    let nothing = move || groups.with(|groups| groups.as_ref().is_some_and(Vec::is_empty));
    view! {
        <div class="duplicates">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::dup_title()}
            </h1>
            <p class="quiet">{text::dup_lead()}</p>
            <p class="small quiet" role="status">
                {said}
            </p>
            {listed}
            <Shown when=nothing>
                <p class="card">{text::dup_none_text()}</p>
            </Shown>
            <Shown when=move || { more() > 0 }>
                <p class="small quiet">
                    {move || words::counted(more(), text::dup_more_one(), text::dup_more)}
                </p>
            </Shown>
            <Shown when=move || !earlier().is_empty()>
                <section class="card" aria-labelledby="earlier">
                    <h2 class="card-title" id="earlier">
                        {text::dup_earlier()}
                    </h2>
                    <p class="small quiet">{text::dup_earlier_text()}</p>
                    {move || {
                        let listed = earlier().into_iter().take(LISTED);
                        listed.map(|group| people(context, &group.contacts)).collect_any()
                    }}
                </section>
            </Shown>
            <KeptApartHere />
        </div>
    }
}

/// Those a person said are not the same, to be taken back.
#[component]
fn KeptApartHere() -> impl IntoView {
    let context = AppContext::get();
    let kept = Memo::new(move |_| context.workspace.with(kept_apart));
    let refused = RwSignal::new(None::<String>);
    let take_back = move |kept: &KeptApart| match context.propose_again(kept) {
        Ok(()) => focus("title"),
        Err(refusal) => {
            refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
        }
    };
    let line = move |kept: KeptApart| {
        let names = context.workspace.with_untracked(|workspace| {
            let all = kept.contacts.iter().filter_map(|id| workspace.contact(*id));
            labels::of(&workspace.playbook, &all.collect::<Vec<_>>()).join("; ")
        });
        view! {
            <li class="dup-kept">
                {people(context, &kept.contacts)}
                <button class="btn btn-small" type="button" on:click=move |_| take_back(&kept)>
                    {text::dup_take_back()}
                    <span class="visually-hidden">{text::colon_what(names)}</span>
                </button>
            </li>
        }
    };
    view! {
        <Shown when=move || kept.with(|kept| !kept.is_empty())>
            <details class="card disclosure">
                <summary>
                    {text::dup_kept_apart()} " "
                    <span class="quiet">{move || intl::count(kept.with(Vec::len))}</span>
                </summary>
                <p class="small quiet">{text::dup_kept_apart_text()}</p>
                <ul>
                    {move || kept.get().into_iter().take(LISTED).map(line).collect_any()}
                </ul>
            </details>
        </Shown>
        {move || {
            refused.get().map_any(|words| view! { <p class="field-error" role="alert">{words}</p> })
        }}
    }
}

#[component]
fn Proposed(group: Group) -> impl IntoView {
    let context = AppContext::get();
    let Group { contacts, reasons } = group;
    let name = context.workspace.with_untracked(|workspace| {
        let first = further(workspace, &contacts).and_then(|id| workspace.contact(id));
        first.map(words::full_name).unwrap_or_default()
    });
    let refused = RwSignal::new(None::<String>);
    let label = name.clone();
    let tags = reasons.into_iter().map(|why| view! { <li class="tag">{reason(why)}</li> });
    let compare = Route::Merge(contacts.clone()).address();
    let people = people(context, &contacts);
    view! {
        <section class="card" aria-label=label>
            <h2 class="card-title">{name.clone()}</h2>
            <ul class="dup-reasons" aria-label=text::dup_reasons()>
                {tags.collect_any()}
            </ul>
            {people}
            <div class="actions">
                <a class="btn" href=compare>
                    {text::dup_compare()}
                    <span class="visually-hidden">{text::colon_what(&name)}</span>
                </a>
                <button
                    class="btn"
                    type="button"
                    on:click=move |_| refused.set(keep_apart(context, &contacts))
                >
                    {text::dup_not_same()}
                    <span class="visually-hidden">{text::colon_what(name)}</span>
                </button>
            </div>
            {move || {
                refused
                    .get()
                    .map_any(|words| view! { <p class="field-error" role="alert">{words}</p> })
            }}
        </section>
    }
}

/// Contacts with what tells them apart.
fn people(context: AppContext, ids: &[ContactId]) -> AnyView {
    let lines = context.workspace.with_untracked(|workspace| {
        let all = ids.iter().filter_map(|id| workspace.contact(*id));
        all.map(|contact| person(&workspace.playbook, contact, context)).collect_any()
    });
    view! { <ul class="dup-people">{lines}</ul> }.into_any()
}

fn person(playbook: &Playbook, contact: &Contact, context: AppContext) -> impl IntoView + use<> {
    let closed = contact.standing.is_closed();
    let standing = closed.then(|| words::standing(playbook, &contact.standing, context.today()));
    let email = contact.field(Field::Email).map(str::to_owned);
    let captured = contact.created.map(|created| text::dup_captured(format::day(created)));
    let rest: Vec<_> = [standing, email, captured].into_iter().flatten().collect();
    view! {
        <li class="dup-person">
            <a href=Route::Contact(contact.id).address()>{words::full_name(contact)}</a>
            <span class="level small" data-level=level_word(contact.level())>
                {words::position(playbook, &contact.position)}
            </span>
            {(!rest.is_empty())
                .then_any(|| view! { <span class="small quiet">{rest.join(" · ")}</span> })}
        </li>
    }
}

/// What speaks for it, in words.
fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::SameId => text::dup_same_id(),
        Reason::SameEmail => text::dup_same_email(),
        Reason::SameName => text::dup_same_name(),
        Reason::LikeName => text::dup_like_name(),
        Reason::SameDomain => text::dup_same_domain(),
        Reason::SamePhone => text::dup_same_phone(),
    }
}
