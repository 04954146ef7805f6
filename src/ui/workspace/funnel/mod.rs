//! The funnel of the workspace, for a window.
//!
//! Every figure opens the contacts behind it and says how it is counted. The frame shows views
//! only when every contact is read, so no figure is one of a part.

mod report;
mod window;

use crate::app::figures::{Figures, OpenPipeline};
use crate::app::route::Route;
use crate::domain::funnel::Window;
use crate::ui::context::AppContext;
use crate::ui::funnel::{Drawn, Links};
use crate::ui::text::workspace as text;
use crate::ui::workspace::meanings::Meanings;
use crate::ui::workspace::nothing::NoContacts;
use chrono::Local;
use leptos::prelude::*;
pub(super) use report::ReportView;
use window::WindowChoice;

/// Every figure opens the list of its contacts.
const LINKS: Links = Some(|listing| Route::Contacts(listing).address());

/// The funnel of a window.
#[component]
pub fn FunnelView(
    /// The days that count.
    #[prop(into)]
    window: Signal<Window>,
) -> impl IntoView {
    view! {
        <div class="funnel">
            <div class="view-head">
                <h1 class="view-title" id="title" tabindex="-1">
                    {text::funnel()}
                </h1>
                <WindowChoice window />
            </div>
            <Meanings />
            <Counted window />
            <p class="small">
                <a href=move || Route::Report(window.get()).address()>{text::report_open()}</a>
            </p>
        </div>
    }
}

/// Everything that is counted, each part drawn anew only when its own figures change.
#[component]
fn Counted(window: Signal<Window>) -> impl IntoView {
    let context = AppContext::get();
    let workspace = context.workspace;
    let figures = Memo::new(move |_| workspace.with(|w| Figures::of(w, window.get(), &Local)));
    let pipeline = Memo::new(move |_| workspace.with(|w| OpenPipeline::of(w, context.today())));
    let nobody = Memo::new(move |_| workspace.with(|w| w.count() == 0));
    let empty = Memo::new(move |_| figures.with(Figures::is_empty));
    view! {
        {move || match (nobody.get(), empty.get()) {
            (true, _) => {
                view! { <NoContacts why=text::funnel_empty_workspace_text() /> }.into_any()
            }
            (false, true) => {
                view! {
                    <EmptyWindow />
                    <Drawn figures pipeline anybody=false links=LINKS />
                }
                    .into_any()
            }
            (false, false) => {
                view! { <Drawn figures pipeline anybody=true links=LINKS /> }.into_any()
            }
        }}
    }
}

#[component]
fn EmptyWindow() -> impl IntoView {
    view! {
        <div class="card empty">
            <h2 class="empty-title">{text::funnel_nobody()}</h2>
            <p>{text::funnel_nobody_text()}</p>
            <div class="actions">
                <a class="btn" href=Route::Funnel(Window::default()).address()>
                    {text::funnel_show_all_time()}
                </a>
            </div>
        </div>
    }
}
