//! The overlays that ship, to put on the draft and take off.

use super::shipped::Shipped;
use crate::app::edit::{Done, Label, overlays};
use crate::domain::playbook::Noun;
use crate::domain::playbook::Overlay;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::playbook::{rows, words};
use leptos::prelude::*;
use std::sync::Arc;

/// The list.
#[component]
pub(super) fn Overlays(shipped: Arc<Shipped>) -> impl IntoView {
    let list = shipped.overlays.iter().map(|overlay| one(Arc::clone(overlay))).collect_any();
    view! {
        <section class="card" aria-labelledby="overlays">
            <h2 class="card-title" id="overlays">
                {text::packs_overlays()}
            </h2>
            <p class="small quiet">{text::packs_overlays_text()}</p>
            <ul class="studio-list">{list}</ul>
        </section>
    }
}

fn one(overlay: Arc<Overlay>) -> AnyView {
    let context = AppContext::get();
    let error = RwSignal::new(None::<String>);
    let is_on = {
        let id = overlay.id.clone();
        Memo::new(move |_| context.draft().overlays.contains(&id))
    };
    let items = overlay.cards.iter().map(|card| card.items.len()).sum::<usize>();
    let brings = text::packs_brings(intl::count(overlay.questions.len()), intl::count(items));
    let (title, about) = (overlay.title.clone(), overlay.about.clone());
    let name = title.clone();
    let press = move |_| {
        let done = if is_on.get_untracked() {
            let label = Label::new(Done::Remove, Noun::Card, &overlay.title);
            context.edit(label, |draft, published| overlays::take_off(draft, published, &overlay))
        } else {
            let label = Label::new(Done::Add, Noun::Card, &overlay.title);
            context.edit(label, |draft, _| overlays::put_on(draft, &overlay))
        };
        error.set(done.err().map(|why| words::refused(&context.draft_untracked(), &why)));
    };
    let on = move || {
        is_on.get().then_any(|| view! { <span class="tag">{text::packs_on_draft()}</span> })
    };
    let act = move || if is_on.get() { text::packs_take_off() } else { text::packs_put_on() };
    view! {
        <li class="studio-item">
            <div class="card-head">
                <h3 class="card-title">{title}</h3>
                {on}
            </div>
            <p class="small quiet">{about}</p>
            <p class="small">{brings}</p>
            <button class="btn btn-small studio-start" type="button" on:click=press>
                {act}
                <span class="visually-hidden">": " {name}</span>
            </button>
            {rows::problem(error)}
        </li>
    }
    .into_any()
}
