//! The playbook out of this browser and into it: as a file and as a link.

use super::file::OneFile;
use super::link::CopyLink;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// The page.
#[component]
pub(in crate::ui::workspace::playbook) fn Share() -> impl IntoView {
    view! {
        <div class="view-head">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::share_title()}
            </h1>
        </div>
        <p class="quiet">{text::share_intro()}</p>
        <CopyLink />
        <OneFile />
    }
}
