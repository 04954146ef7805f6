//! Where contacts can go besides the JSON file: tables and CRMs.

use crate::app::route::{Listing, Outlet, PlaybookPage, Route};
use crate::domain::funnel::Window;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::take_out;
use leptos::prelude::*;

/// The card with the ways out for other programs.
#[component]
pub(super) fn Outlets() -> impl IntoView {
    let pages = Outlet::ALL.map(|outlet| {
        view! {
            <a class="btn" href=Route::TakeOut(outlet, Listing::default()).address()>
                {take_out::title(outlet)}
            </a>
        }
    });
    view! {
        <section class="card" aria-labelledby="outlets">
            <h2 class="card-title" id="outlets">
                {text::out_title()}
            </h2>
            <p class="small quiet">{text::out_text()}</p>
            <div class="actions">{pages.collect_any()}</div>
            <take_out::WholeCalendar />
            <div class="actions small">
                <a href=Route::Report(Window::default()).address()>{text::report_open()}</a>
                <a href=Route::Playbook(PlaybookPage::Share).address()>{text::out_share_demo()}</a>
                <a href=Route::Playbook(PlaybookPage::Embed).address()>{text::embed_link()}</a>
            </div>
        </section>
    }
}
