//! The guided demo: four steps through the made-up workspace, above every view until it is closed.
//!
//! It remembers nothing: where somebody is, the view says, and each step is a link.

use super::form::focus;
use crate::app::route::{Listing, Route};
use crate::app::workspace::Workspace;
use crate::domain::funnel::Window;
use crate::platform::address;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// The page that asks the demo's questions as a website does.
const VISIT: &str = "demo/visit.html";

/// The guide, in the demo that was opened with it.
#[component]
pub fn Guide() -> impl IntoView {
    let open = RwSignal::new(AppContext::get().is_demo() && address::is_guided());
    view! {
        <Shown when=move || open.get()>
            <section class="guide" aria-labelledby="guide">
                <div class="guide-head">
                    <h2 class="card-title" id="guide">
                        {text::tour_title()}
                    </h2>
                    <button
                        class="link small"
                        type="button"
                        on:click=move |_| {
                            open.set(false);
                            focus("main");
                        }
                    >
                        {text::tour_close()}
                    </button>
                </div>
                <p class="small quiet">{text::tour_promise()}</p>
                <Steps />
            </section>
        </Shown>
    }
}

#[component]
fn Steps() -> impl IntoView {
    let context = AppContext::get();
    // Ids grow with time, so a visitor's lead comes after all that was made up.
    let newest = |all: &Workspace| all.records().map(|(id, _)| id).max();
    let newest = Memo::new(move |_| context.workspace.with(newest));
    let lead = move || newest.get().map_or(Route::Start, Route::Contact).address();
    let here = Memo::new(move |_| {
        context.route.with(|route| match route {
            Route::Contact(_) => 2,
            Route::Funnel(_) => 3,
            _ => 1,
        })
    });
    let current = move |step| move || (here.get() == step).then_some("step");
    view! {
        <ol class="guide-steps">
            <li>
                <a href=VISIT>{text::tour_visit()}</a>
                <p class="small quiet">{text::tour_visit_text()}</p>
            </li>
            <li>
                <a
                    href=Route::Contacts(Listing::default()).address()
                    aria-current=current(1)
                >
                    {text::tour_arrive()}
                </a>
                <p class="small quiet">{text::tour_arrive_text()}</p>
            </li>
            <li>
                <a href=lead aria-current=current(2)>
                    {text::tour_why()}
                </a>
                <p class="small quiet">{text::tour_why_text()}</p>
            </li>
            <li>
                <a href=Route::Funnel(Window::default()).address() aria-current=current(3)>
                    {text::tour_funnel()}
                </a>
                <p class="small quiet">{text::tour_funnel_text()}</p>
            </li>
        </ol>
    }
}
