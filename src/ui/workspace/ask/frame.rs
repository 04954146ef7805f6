//! What surrounds the wizard: the way to the contact, and the verdict so far beside it.

use super::live::Live;
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::ui::context::{AppContext, Reading};
use crate::ui::text::wizard as text;
use crate::ui::wizard::frame::{focus_heading, wizard};
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::words;
use leptos::html::Div;
use leptos::prelude::*;

/// The frame around a page of a contact's wizard.
///
/// The page is made once the contact is there, and not again when it changes: what is half typed
/// stays.
#[component]
pub fn Frame(
    /// Whose.
    id: ContactId,
    /// Whether the verdict so far stands beside it.
    #[prop(default = true)]
    live: bool,
    /// Makes the page.
    page: Callback<Contact, AnyView>,
) -> impl IntoView {
    let context = AppContext::get();
    let there =
        Memo::new(move |_| context.workspace.with(|workspace| workspace.contact(id).is_some()));
    let reading = move || context.reading.get() != Reading::Done;
    move || {
        there.track();
        let contact = context.workspace.with_untracked(|workspace| workspace.contact(id).cloned());
        match contact {
            Some(contact) => framed(id, contact, live, page).into_any(),
            _ if reading() => ().into_any(),
            _ => view! { <p class="empty">{text::contact_gone()}</p> }.into_any(),
        }
    }
}

fn framed(
    id: ContactId,
    contact: Contact,
    live: bool,
    page: Callback<Contact, AnyView>,
) -> impl IntoView {
    let name = match words::name(&contact) {
        (name, Some(organisation)) => format!("{name} · {organisation}"),
        (name, None) => name,
    };
    let card = NodeRef::<Div>::new();
    card.on_load(|card| focus_heading(card.into()));
    view! {
        <div class="contact">
            <nav aria-label=text::back_to()>
                <a class="small" href=Route::Contact(id).address()>
                    {name.clone()}
                </a>
            </nav>
            <div class="ask">
                <div class="card card-flush" node_ref=card>
                    {wizard(text::asking(name), page.run(contact))}
                </div>
                {live.then_any(|| view! { <div class="contact-col"><Live id=id /></div> })}
            </div>
        </div>
    }
}
