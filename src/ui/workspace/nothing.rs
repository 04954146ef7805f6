//! What is said where an address leads nowhere: to no view, no contact, or no workspace; and where there
//! are no contacts yet.
//!
//! Refuses to guess what was meant. Invariant: from here one gets to what there is.

use crate::app::route::{Lesson, Listing, PlaybookPage, Route};
use crate::domain::funnel::Window;
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::form::arrive;
use crate::ui::workspace::icons::Brand;
use leptos::prelude::*;

/// Said of an address that is none.
#[component]
pub(super) fn NothingHere() -> impl IntoView {
    let views = [
        (Route::Contacts(Listing::default()), text::contacts()),
        (Route::Funnel(Window::default()), text::funnel()),
        (Route::Playbook(PlaybookPage::Overview), text::playbook()),
        (Route::Data, text::data()),
        (Route::Learn(Lesson::default()), text::learn()),
    ];
    let links = views.into_iter().map(|(route, name)| {
        view! { <a class="btn" href=route.address()>{name}</a> }
    });
    view! {
        <div class="card empty">
            <h1 class="empty-title" id="title" tabindex="-1">
                {text::nothing_here()}
            </h1>
            <p>{text::nothing_here_text()}</p>
            <div class="actions">{links.collect_any()}</div>
        </div>
    }
}

/// Said in place of what a view would tell of contacts, while there are none.
#[component]
pub(super) fn NoContacts(
    /// What the view is for, once there are some.
    why: &'static str,
) -> impl IntoView {
    view! {
        <div class="card empty">
            <h2 class="empty-title">{text::none_yet()}</h2>
            <p>{why}</p>
            <div class="actions">
                <a class="btn btn-primary" href=Route::NewContact.address()>
                    {text::add_contact()}
                </a>
                <a class="btn" href=Route::Data.address()>
                    {text::import_file()}
                </a>
            </div>
        </div>
    }
}

/// Said of a contact that is not here, or no longer: what was on screen of it is gone at once.
#[component]
pub(super) fn NoContact(id: ContactId) -> impl IntoView {
    let context = AppContext::get();
    let erased = move || context.workspace.with(|workspace| workspace.erased().contains(&id));
    let why = move || if erased() { text::no_contact_erased() } else { text::no_contact_text() };
    // It may come in the middle of something, and the focus went with that.
    arrive("title");
    view! {
        <div class="card empty">
            <h1 class="empty-title" id="title" tabindex="-1">
                {text::no_contact_title()}
            </h1>
            <p role="status">{why}</p>
            <div class="actions">
                <a class="btn" href=Route::Contacts(Listing::default()).address()>
                    {text::all_contacts()}
                </a>
            </div>
        </div>
    }
}

/// Said in place of everything where the address names what can be no workspace: the person's own is
/// opened only when asked for.
#[component]
pub(super) fn NoWorkspace(name: String) -> impl IntoView {
    view! {
        <div class="app">
            <header class="app-head">
                <a class="brand" href="./">
                    <Brand />
                    {text::app_name()}
                </a>
            </header>
            <div class="app-body">
                <div class="app-bar"></div>
                <main class="view">
                    <div class="card empty">
                        <h1 class="empty-title" id="title" tabindex="-1">
                            {text::no_workspace()}
                        </h1>
                        <p>{text::no_workspace_text(name)}</p>
                        <div class="actions">
                            <a class="btn btn-primary" href="./">
                                {text::open_own_workspace()}
                            </a>
                        </div>
                    </div>
                </main>
            </div>
        </div>
    }
}
