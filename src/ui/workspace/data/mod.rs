//! What comes in, what goes out, what is kept here and what needs a look.
//!
//! One page at a time: the sections, the review of what would come in, or an import on its way.
//! Invariant: nothing touches a contact before the person presses the button of a review, and
//! whatever fails before that changes nothing.

mod attention;
mod banner;
mod bring_in;
mod erase;
mod erased;
mod export;
pub(super) mod failure;
mod importing;
mod load;
mod names;
mod outlets;
mod paste;
mod read;
mod review;
mod ripen;
mod settings;
mod slices;
mod stored;
mod unrecognised;
mod workspaces;

use super::case::Opened;
use super::form::focus;
use crate::app::route::Route;
use crate::domain::ids::ContactId;
use crate::exchange::case_file::Case;
use crate::exchange::incoming::Incoming;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use banner::{Banner, Outcome};
use leptos::prelude::*;
use load::{Reading, Tables};
use std::sync::Arc;

/// What the view shows.
#[derive(Debug, Clone)]
enum Page {
    /// The sections.
    Home,
    /// Tables of another system, to be looked through.
    Tables(Arc<Tables>),
    /// Ripen's own files, to be looked through.
    Ripen(Arc<Incoming>),
    /// A case somebody shared as a file.
    Case {
        /// The file.
        file: String,
        /// What it holds.
        case: Arc<Case>,
    },
    /// Contacts on their way in.
    Importing {
        /// What is coming in.
        title: String,
        /// Whether it can be stopped with nothing kept.
        stoppable: bool,
    },
}

/// What the parts of the view share.
#[derive(Debug, Clone, Copy)]
struct Desk {
    page: RwSignal<Page>,
    /// What is being read.
    reading: RwSignal<Option<Reading>>,
    /// What the last attempt came to.
    outcome: RwSignal<Option<Outcome>>,
    /// How many of how many contacts are prepared.
    progress: RwSignal<(usize, usize)>,
    /// Whether the person wants the reading or the import to stop.
    cancelled: RwSignal<bool>,
    /// How far the last export is.
    exported: RwSignal<String>,
    /// The last thing said to assistive technology.
    said: RwSignal<String>,
    /// What was pasted into the field and has not come in yet.
    pasted: StoredValue<String>,
}

impl Desk {
    fn new() -> Self {
        Self {
            page: RwSignal::new(Page::Home),
            reading: RwSignal::new(None),
            outcome: RwSignal::new(None),
            progress: RwSignal::new((0, 0)),
            cancelled: RwSignal::new(false),
            exported: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            pasted: StoredValue::new(String::new()),
        }
    }

    fn get() -> Self {
        expect_context()
    }

    /// Shows another page, from its heading.
    fn show(self, page: Page) {
        self.said.set(String::new());
        self.page.set(page);
        request_animation_frame(|| focus("title"));
    }

    /// Shows the sections with what was done, which takes the focus.
    fn conclude(self, outcome: Outcome) {
        self.said.set(String::new());
        if matches!(outcome, Outcome::Imported(_) | Outcome::Merged { .. }) {
            self.pasted.set_value(String::new());
        }
        self.page.set(Page::Home);
        self.outcome.set(Some(outcome));
        request_animation_frame(|| focus(banner::ID));
    }

    /// Whether files are being read or taken in.
    fn is_busy(self) -> bool {
        self.reading.with_untracked(Option::is_some)
            || self.page.with_untracked(|page| matches!(page, Page::Importing { .. }))
    }

    /// Says something to assistive technology.
    fn say(self, words: impl Into<String>) {
        self.said.set(words.into());
    }
}

/// The view of the workspace's data.
#[component]
pub(super) fn DataView() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::new());
    provide_context(desk);
    bring_in::take_dropped_files(desk);
    paste::take_pasted(desk);
    view! {
        <div class="data">
            <p class="visually-hidden" role="status">
                {move || desk.said.get()}
            </p>
            {move || match desk.page.get() {
                Page::Home => view! { <Home /> }.into_any(),
                Page::Tables(tables) => view! { <review::ReviewTables tables /> }.into_any(),
                Page::Ripen(incoming) => view! { <ripen::ReviewRipen incoming /> }.into_any(),
                Page::Case { file, case } => {
                    let about = text::case_file_text(file, format::day(case.shared_at));
                    let done = Callback::new(move |taken: Option<ContactId>| match taken {
                        Some(id) => context.go(&Route::Contact(id)),
                        None => desk.show(Page::Home),
                    });
                    view! { <Opened case about done /> }.into_any()
                }
                Page::Importing { title, stoppable } => {
                    view! { <importing::Importing title stoppable /> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Home() -> impl IntoView {
    let context = AppContext::get();
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::data()}
        </h1>
        <Banner />
        <bring_in::BringIn />
        <unrecognised::Unrecognised />
        <super::duplicates::DuplicatesCard />
        <export::TakeOut />
        <outlets::Outlets />
        <stored::Kept />
        <settings::SettingsCard />
        <workspaces::Workspaces />
        <Shown when=move || !context.attention.with(Vec::is_empty)>
            <attention::NeedsAttention />
        </Shown>
        <erase::DeleteEverything />
    }
}
