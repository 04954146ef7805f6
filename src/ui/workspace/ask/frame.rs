//! What surrounds the wizard: the way to the contact, the other way of asking, and the verdict so
//! far beside it.

use super::live::Live;
use super::question::next;
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::ui::context::{AppContext, Reading};
use crate::ui::text::wizard as text;
use crate::ui::text::workspace;
use crate::ui::wizard::frame::{focus_heading, wizard};
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::words;
use leptos::html::Div;
use leptos::prelude::*;

/// How questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// One a page.
    #[default]
    One,
    /// All on one page.
    All,
}

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
    /// How the page asks; the frame leads to the other way.
    #[prop(optional)]
    way: Way,
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
            Some(contact) => framed(context, contact, live, way, page).into_any(),
            _ if reading() => ().into_any(),
            _ => view! { <p class="empty">{text::contact_gone()}</p> }.into_any(),
        }
    }
}

fn framed(
    context: AppContext,
    contact: Contact,
    live: bool,
    way: Way,
    page: Callback<Contact, AnyView>,
) -> impl IntoView {
    let (id, name) = (contact.id, words::full_name(&contact));
    let card = NodeRef::<Div>::new();
    card.on_load(|card| focus_heading(card.into()));
    let other = move || match way {
        Way::One => Route::AskAll(id).address(),
        Way::All => context.workspace.with(|workspace| {
            let next = workspace.contact(id).map(|contact| next(&workspace.playbook, contact));
            next.unwrap_or(Route::Contact(id)).address()
        }),
    };
    let other_words = match way {
        Way::One => workspace::ask_all(),
        Way::All => workspace::ask_one(),
    };
    view! {
        <div class="contact">
            <div class="ask-ways small">
                <nav aria-label=text::back_to()>
                    <a href=Route::Contact(id).address()>{name.clone()}</a>
                </nav>
                <a href=other>{other_words}</a>
            </div>
            <div class="ask">
                <div class="card card-flush" node_ref=card>
                    {wizard(text::asking(name), page.run(contact))}
                </div>
                {live.then_any(|| view! { <div class="contact-col ask-live"><Live id=id /></div> })}
            </div>
        </div>
    }
}
