//! The first screen: what Ripen is, and three ways to begin.

use super::icons::{Glyph, Icon};
use crate::app::route::{PlaybookPage, Route};
use crate::platform::address::GUIDED_DEMO;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// The first screen.
#[component]
pub fn Start() -> impl IntoView {
    view! {
        <div class="start">
            <div class="start-intro">
                <h1 class="start-title" id="title" tabindex="-1">
                    {text::start_title()}
                </h1>
                <p class="start-lead">{text::start_lead()}</p>
            </div>
            <div class="start-ways">
                <Way icon=Icon::Plus title=text::start_empty() about=text::start_empty_text()>
                    <a class="btn btn-primary" href=Route::NewContact.address()>
                        {text::add_contact()}
                    </a>
                </Way>
                <Way icon=Icon::Eye title=text::start_demo() about=text::start_demo_text()>
                    <a class="btn" href=GUIDED_DEMO>
                        {text::open_demo()}
                    </a>
                </Way>
                <Way icon=Icon::Upload title=text::start_import() about=text::start_import_text()>
                    <a class="btn" href=Route::Data.address()>
                        {text::import_file()}
                    </a>
                </Way>
            </div>
            <p>
                {text::guided_way_in()}
                " "
                <a href=Route::Playbook(PlaybookPage::Guided).address()>{text::guided_begin()}</a>
            </p>
            <p class="start-promise">{text::start_promise()}</p>
        </div>
    }
}

#[component]
fn Way(icon: Icon, title: &'static str, about: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="card start-way" aria-label=title>
            <Glyph icon class="icon start-icon" />
            <h2 class="start-way-title">{title}</h2>
            <p class="quiet">{about}</p>
            {children()}
        </section>
    }
}
