//! The card of where answers go, and what that needs.

use super::{Desk, field};
use crate::app::embed_code::{Destination, Field, Switch};
use crate::app::route::{PlaybookPage, Route};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn GoesCard() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let destination = Memo::new(move |_| desk.choices.with(|choices| choices.destination));
    view! {
        <section class="card" aria-labelledby="embed-goes">
            <h2 class="card-title" id="embed-goes">
                {text::embed_goes()}
            </h2>
            <p class="small quiet">{text::embed_goes_text()}</p>
            {field::pick(
                "embed-destination",
                text::embed_destination(),
                &Destination::ALL,
                destination_words,
                |choices| choices.destination,
                |choices, destination| choices.destination = destination,
            )}
            {move || fields(destination.get())}
            {field::switch(
                Switch::Workspace,
                text::embed_workspace(context.name()),
                Some(text::embed_workspace_text()),
            )}
            {move || consent(desk)}
        </section>
    }
}

fn fields(destination: Destination) -> AnyView {
    let empty = || Signal::stored(String::new());
    let public = Some(text::embed_public_hint());
    let note = |words: &'static str| view! { <p class="small">{words}</p> };
    match destination {
        Destination::None => ().into_any(),
        Destination::Webhook => field::address(Field::Webhook, false, public, empty()),
        Destination::Hubspot => view! {
            {field::line(Field::HubspotPortal, false, None)}
            {field::line(Field::HubspotForm, false, Some(text::embed_form_hint()))}
            {field::line(Field::HubspotRegion, true, Some(text::embed_region_hint()))}
        }
        .into_any(),
        Destination::Salesforce => view! {
            {field::line(Field::SalesforceOid, false, Some(text::embed_oid_hint()))}
            {note(text::embed_oid_text())}
        }
        .into_any(),
        Destination::EspoCrm => field::address(Field::EspoCrm, false, public, empty()),
        Destination::Email => view! {
            {field::line(Field::Email, false, None)}
            {note(text::embed_mailto_text())}
        }
        .into_any(),
    }
}

/// What is said where the playbook has no consent text: nothing is sent without one.
fn consent(desk: Desk) -> Option<AnyView> {
    let has_one = desk.visitors.get().consent.as_ref().is_some_and(|it| !it.text.trim().is_empty());
    if has_one {
        return None;
    }
    let (nowhere, own) = desk.choices.with(|choices| {
        let nowhere = choices.destination == Destination::None && !choices.has(Switch::Workspace);
        (nowhere, choices.pack.is_none())
    });
    let words = if nowhere { text::embed_no_consent_none() } else { text::embed_no_consent() };
    let page = if own { PlaybookPage::Visitors } else { PlaybookPage::Packs };
    let link = if own { text::embed_to_consent() } else { text::embed_consent_pack() };
    (!nowhere)
        .then_any(|| {
            view! {
                <p class="banner">
                    <span>{words}</span>
                    <a href=Route::Playbook(page).address()>{link}</a>
                </p>
            }
        })
        .or_else(|| Some(words).map_any(|words| view! { <p class="small quiet">{words}</p> }))
}

fn destination_words(destination: Destination) -> &'static str {
    match destination {
        Destination::None => text::embed_none(),
        Destination::Webhook => text::embed_webhook(),
        Destination::Hubspot => text::embed_hubspot(),
        Destination::Salesforce => text::embed_salesforce(),
        Destination::EspoCrm => text::embed_espocrm(),
        Destination::Email => text::embed_mail(),
    }
}
