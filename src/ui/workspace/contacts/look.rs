//! Where to look first: those who are ready to advance, and those who stand too far up.

use crate::app::learn::missteps::MisstepKind;
use crate::app::ripe::counts;
use crate::app::route::{Listing, Route};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::duplicates::PossibleDuplicates;
use chrono::Local;
use leptos::prelude::*;

/// A link to each of the two lists, with how many are on it.
#[component]
pub(super) fn LookFirst(
    /// What is listed now.
    listing: Signal<Listing>,
) -> impl IntoView {
    let context = AppContext::get();
    let counts = Memo::new(move |_| {
        context.workspace.with(|workspace| counts(workspace, context.today(), &Local))
    });
    let lists = [
        (text::ready_to_advance(), Listing::ready()),
        (text::stand_too_far(), Listing::of(MisstepKind::AheadOfEvidence)),
    ];
    let links = (0..).zip(lists).map(|(n, (words, list))| {
        let count = move || counts.with(|c| if n == 0 { c.ready } else { c.ahead });
        let address = Route::Contacts(list.clone()).address();
        let here = move || {
            let here = listing.with(|now| (now.ready, now.misstep) == (list.ready, list.misstep));
            here.then_some("true")
        };
        view! {
            <a class="look-link" href=address aria-current=here>
                {words}
                " "
                <b class="look-count">{move || intl::count(count())}</b>
            </a>
        }
    });
    view! {
        <nav class="look-first" aria-label=text::look_first()>
            {links.collect_any()}
            <PossibleDuplicates />
        </nav>
    }
}
