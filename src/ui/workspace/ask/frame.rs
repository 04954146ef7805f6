//! What surrounds the wizard: the way to the contact, the other way of asking, and the verdict so
//! far beside it.

use super::everything::Everything;
use super::live::Live;
use super::question::next;
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::ui::context::{AppContext, Loading};
use crate::ui::text::rep;
use crate::ui::text::workspace;
use crate::ui::wizard::frame::{focus_heading, wizard};
use crate::ui::workspace::any::{MapAny, ThenAny};
use crate::ui::workspace::colleagues::Colleagues;
use crate::ui::workspace::nothing::NoContact;
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
/// A page with something to fill in is made once the contact is there, and not again when it or the day
/// changes: what is half typed stays. One that only shows answers is made anew.
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
    /// Whether the answers are checked here; the frame leads on where more is to be asked.
    #[prop(optional)]
    checks: bool,
    /// Makes the page.
    page: Callback<Contact, AnyView>,
) -> impl IntoView {
    let context = AppContext::get();
    let shows = checks || !live;
    let there = Memo::new(move |_| {
        let shown = shows.then(|| (context.today(), context.extent.get()));
        context.workspace.with(|workspace| {
            let contact = workspace.contact(id);
            (contact.is_some(), contact.filter(|_| shows).cloned(), shown)
        })
    });
    let loading = move || context.loading.get() != Loading::Done;
    move || {
        // Read, not only tracked: what was never reckoned tells nobody that it changed.
        there.with(|_| ());
        let contact = context.workspace.with_untracked(|workspace| workspace.contact(id).cloned());
        match contact {
            Some(contact) => framed(context, contact, (live, way, checks), page).into_any(),
            _ if loading() => ().into_any(),
            _ => view! { <NoContact id /> }.into_any(),
        }
    }
}

fn framed(
    context: AppContext,
    contact: Contact,
    (live, way, checks): (bool, Way, bool),
    page: Callback<Contact, AnyView>,
) -> impl IntoView {
    let (id, name) = (contact.id, words::full_name(&contact));
    let card = NodeRef::<Div>::new();
    card.on_load(|card| focus_heading(card.into()));
    let next = move || {
        context.extent.track();
        context.workspace.with(|workspace| {
            let contact = workspace.contact(id);
            contact.map_or(Route::Contact(id), |it| next(context, &workspace.playbook, it))
        })
    };
    let other = move || match way {
        Way::One => Route::AskAll(id).address(),
        Way::All => next().address(),
    };
    // The page of all questions has the switch in its head, and a result has none.
    let extent = (way == Way::One && live).then_any(|| {
        let on = move || Some(next()).filter(|on| checks && matches!(on, Route::Ask(..)));
        let link =
            |on: Route| view! { <a class="btn btn-small" href=on.address()>{rep::ask_next()}</a> };
        view! {
            <div class="ask-extent small">
                <Everything />
                {move || on().map_any(link)}
            </div>
        }
    });
    let other_words = match way {
        Way::One => workspace::ask_all(),
        Way::All => workspace::ask_one(),
    };
    view! {
        <div class="contact">
            <div class="ask-ways small">
                <nav aria-label=rep::back_to()>
                    <a href=Route::Contact(id).address()>{name.clone()}</a>
                </nav>
                <a href=other>{other_words}</a>
            </div>
            {extent}
            <Colleagues id=id />
            <div class="ask">
                <div class="card card-flush" node_ref=card>
                    {wizard(rep::asking(name), untrack(move || page.run(contact)))}
                </div>
                {live.then_any(|| view! { <div class="contact-col ask-live" tabindex="0"><Live id=id /></div> })}
            </div>
        </div>
    }
}
