//! The funnel as it is drawn: a picture, the table of its figures, win rate and open pipeline.
//!
//! The workspace's view and the element on somebody else's page draw the same. Refuses to know where
//! the figures come from. Only the workspace has anywhere to go: [`Links`].

pub mod alone;
mod cards;
mod picture;
mod stack;
mod table;
pub mod words;

use crate::app::figures::{Figures, OpenPipeline};
use crate::app::find::StandingFilter;
use crate::app::route::Listing;
use crate::ui::any::ThenAny;
use cards::{PipelineCard, WinCard};
use leptos::prelude::*;
use picture::Picture;
use table::Table;

/// The address of the contacts behind a figure; none where they are not to be seen.
pub type Links = Option<fn(Listing) -> String>;

/// Everything that is counted, each part drawn anew only when its own figures change.
#[component]
pub fn Drawn(
    /// The funnel.
    figures: Memo<Figures>,
    /// The opportunities that are open.
    pipeline: Memo<OpenPipeline>,
    /// Whether anybody entered anything; picture and table say nothing otherwise.
    anybody: bool,
    /// Where figures lead.
    links: Links,
) -> impl IntoView {
    view! {
        {anybody.then_any(|| view! { <Picture figures links /> })}
        <div class="funnel-cols">
            {anybody.then_any(|| view! { <Table figures links /> })}
            <div class="funnel-side">
                <WinCard figures />
                <PipelineCard pipeline links />
            </div>
        </div>
    }
}

/// The address of opportunities with a standing.
fn open_with(links: Links, standing: StandingFilter) -> Option<String> {
    links.map(|address| address(OpenPipeline::listing(standing)))
}
