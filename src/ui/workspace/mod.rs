//! The views of the workspace, one at a time, as the address says.

pub mod ask;
mod backup_line;
mod case;
mod colleagues;
pub mod contact;
pub mod contacts;
pub mod data;
mod duplicates;
mod embed_code;
pub mod form;
pub mod funnel;
mod guide;
pub mod icons;
pub mod learn;
mod meanings;
pub mod new_contact;
mod nothing;
mod notices;
mod packet;
mod playbook;
mod poor_fit;
mod rule_words;
pub mod shell;
mod shown;
mod source;
pub mod start;
mod take_out;
pub mod who;
pub mod words;

use crate::app::route::{Lesson, Listing, Outlet, PlaybookPage, Route, Shared};
use crate::domain::ids::{ContactId, QuestionId};
use crate::exchange::share::is_case;
use crate::platform::{address, intl};
use crate::ui::context::{self, AppContext, Loading};
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use crate::ui::{any, pick};
use leptos::prelude::*;

/// The workspace.
#[component]
pub fn App() -> impl IntoView {
    // Never another workspace than the one that was named.
    let name = match address::workspace() {
        Ok(name) => name,
        Err(wrong) => return view! { <nothing::NoWorkspace name=wrong /> }.into_any(),
    };
    let context = context::open(name);
    provide_context(context);
    provide_context(playbook::checks::Checks::new());
    provide_context(take_out::Remembered::new());
    provide_context(duplicates::Duplicates::new());
    view! {
        <shell::Shell>
            <Shown when=move || context.loading.get() == Loading::Done fallback=LoadingContacts>
                <View />
            </Shown>
        </shell::Shell>
    }
    .into_any()
}

/// What is drawn: two addresses of one view draw it once, and the view follows its address.
#[derive(Debug, Clone, PartialEq)]
enum Place {
    Start,
    Contacts,
    NewContact,
    Contact(ContactId),
    Ask(ContactId, QuestionId),
    Packet(ContactId),
    ShareCase(ContactId),
    AskAll(ContactId),
    Check(ContactId),
    Result(ContactId),
    Duplicates,
    Merge(Vec<ContactId>),
    Funnel,
    Report,
    Playbook(PlaybookPage),
    Data,
    TakeOut(Outlet),
    Learn(Lesson),
    Shared(Shared),
    Nowhere,
}

impl Place {
    /// The view of an address. `on` gives the contact that goes on in place of one that was merged.
    fn of(route: &Route, empty: bool, on: impl Fn(&ContactId) -> ContactId) -> Self {
        match route {
            Route::Start if empty => Self::Start,
            Route::Start | Route::Contacts(_) => Self::Contacts,
            Route::NewContact => Self::NewContact,
            Route::Contact(id) | Route::NameDecider(id) => Self::Contact(on(id)),
            Route::Ask(id, question) => Self::Ask(on(id), question.clone()),
            Route::Packet(id) => Self::Packet(on(id)),
            Route::ShareCase(id) => Self::ShareCase(on(id)),
            Route::AskAll(id) => Self::AskAll(on(id)),
            Route::Check(id) => Self::Check(on(id)),
            Route::Result(id) => Self::Result(on(id)),
            Route::Duplicates => Self::Duplicates,
            Route::Merge(ids) => Self::Merge(ids.clone()),
            Route::Funnel(_) => Self::Funnel,
            Route::Report(_) => Self::Report,
            Route::Playbook(page) => Self::Playbook(page.clone()),
            Route::Data => Self::Data,
            Route::TakeOut(outlet, _) => Self::TakeOut(*outlet),
            Route::Learn(lesson) => Self::Learn(*lesson),
            Route::Shared(shared) => Self::Shared(shared.clone()),
            Route::Nowhere => Self::Nowhere,
        }
    }

    fn title(&self) -> String {
        let view = match self {
            Self::Start => return text::app_name().to_owned(),
            Self::Contacts => text::contacts(),
            Self::NewContact => text::new_contact(),
            Self::Contact(_)
            | Self::Ask(..)
            | Self::AskAll(_)
            | Self::Check(_)
            | Self::Result(_) => text::contact(),
            Self::Packet(_) => text::packet(),
            Self::Duplicates => text::dup_title(),
            Self::Merge(_) => text::dup_merge_title(),
            Self::ShareCase(_) => text::case_share(),
            Self::Funnel => text::funnel(),
            Self::Report => text::report(),
            Self::Playbook(page) => playbook::title(page),
            Self::Data => text::data(),
            Self::TakeOut(outlet) => take_out::title(*outlet),
            Self::Learn(lesson) => learn::words::lesson(*lesson),
            Self::Shared(shared) if is_case(shared) => text::case_shared_title(),
            Self::Shared(_) => text::link_shared_title(),
            Self::Nowhere => text::nothing_here(),
        };
        text::page_title(view)
    }
}

#[component]
fn View() -> impl IntoView {
    let context = AppContext::get();
    let place = Memo::new(move |_| {
        context.workspace.with(|workspace| {
            let on = |id: &ContactId| {
                workspace.contact(*id).and_then(|contact| contact.merged_into).unwrap_or(*id)
            };
            let empty = workspace.count() == 0;
            context.route.with(|route| Place::of(route, empty, on))
        })
    });
    let listing = Signal::derive(move || match context.route.get() {
        Route::Contacts(listing) | Route::TakeOut(_, listing) => listing,
        _ => Listing::default(),
    });
    let window = Signal::derive(move || match context.route.get() {
        Route::Funnel(window) | Route::Report(window) => window,
        _ => crate::domain::funnel::Window::default(),
    });
    Effect::new(move |before: Option<()>| {
        leptos::prelude::document().set_title(&place.with(Place::title));
        // The first view leaves the focus where the person put it; later ones start at their heading,
        // or where there is something to type at once.
        if before.is_some() {
            let start = place.with(|place| match place {
                Place::NewContact => "person",
                _ => "title",
            });
            form::arrive(start);
        }
    });
    move || match place.get() {
        Place::Start => view! { <start::Start /> }.into_any(),
        Place::Contacts => view! { <contacts::Contacts listing /> }.into_any(),
        Place::NewContact => view! { <new_contact::NewContact /> }.into_any(),
        Place::Contact(id) => view! { <contact::ContactPage id /> }.into_any(),
        Place::Ask(id, question) => view! { <ask::AskPage id question /> }.into_any(),
        Place::Packet(id) => view! { <packet::PacketPage id /> }.into_any(),
        Place::ShareCase(id) => view! { <case::SharePage id /> }.into_any(),
        Place::AskAll(id) => view! { <ask::SheetPage id /> }.into_any(),
        Place::Check(id) => view! { <ask::CheckPage id /> }.into_any(),
        Place::Result(id) => view! { <ask::ResultPage id /> }.into_any(),
        Place::Duplicates => view! { <duplicates::DuplicatesPage /> }.into_any(),
        Place::Merge(ids) => view! { <duplicates::MergePage ids /> }.into_any(),
        Place::Report => view! { <funnel::ReportView window /> }.into_any(),
        Place::Funnel => view! { <funnel::FunnelView window /> }.into_any(),
        Place::Playbook(page) => view! { <playbook::PlaybookView page /> }.into_any(),
        Place::Data => view! { <data::DataView /> }.into_any(),
        Place::TakeOut(outlet) => view! { <take_out::TakeOut outlet listing /> }.into_any(),
        Place::Learn(lesson) => view! { <learn::LearnView lesson /> }.into_any(),
        Place::Shared(shared) if is_case(&shared) => view! { <case::CaseView shared /> }.into_any(),
        Place::Shared(shared) => view! { <playbook::studio::SharedView shared /> }.into_any(),
        Place::Nowhere => view! { <nothing::NothingHere /> }.into_any(),
    }
}

/// Said while not everything is read: no figures of some contacts alone.
#[component]
fn LoadingContacts() -> impl IntoView {
    let context = AppContext::get();
    let read = move || match context.loading.get() {
        Loading::UnderWay(done, total) => (done, total),
        Loading::Done | Loading::Failed => (1, 1),
    };
    let failed = move || context.loading.get() == Loading::Failed;
    let waiting = move || {
        view! {
        <div class="loading" role="status">
            <p>
                <b>{text::loading_contacts()}</b>
            </p>
            <progress
                class="bar"
                max=move || read().1.max(1)
                value=move || read().0
                aria-label=text::loading_contacts()
            ></progress>
            <p class="quiet small">
                {move || {
                    let (done, total) = read();
                    text::count_of(intl::count(done), intl::count(total))
                }}
            </p>
        </div>
        }
    };
    view! {
        <Shown when=failed fallback=waiting>
            <div class="loading" role="alert">
                <p>
                    <b>{text::loading_failed()}</b>
                </p>
                <p>{text::loading_failed_text()}</p>
                <p>
                    <button class="btn btn-primary" type="button" on:click=|_| address::reload()>
                        {text::try_again()}
                    </button>
                </p>
            </div>
        </Shown>
    }
}
