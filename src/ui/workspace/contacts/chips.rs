//! The figure whose contacts are listed, in words, with a way to list all again.

use super::change;
use crate::app::route::{Listing, RowName};
use crate::domain::funnel::Window;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::{learn, words};
use leptos::prelude::*;

/// What is taken off a listing when its chip is removed.
type Remove = fn(&mut Listing);

/// A bar of the funnel, a misstep, or that they are ready.
#[component]
pub(super) fn Chips(listing: Signal<Listing>) -> impl IntoView {
    let chips = move || {
        let funnel = funnel_words(listing).map(|words| {
            let remove: Remove = |listing| {
                listing.row = None;
                listing.fate = None;
                listing.window = Window::default();
            };
            (words, text::remove_funnel_filter(), remove)
        });
        let misstep = listing.with(|listing| listing.misstep).map(|kind| {
            let remove: Remove = |listing| listing.misstep = None;
            (text::learn_chip(learn::words::misstep(kind)), text::learn_remove_chip(), remove)
        });
        let ready = listing.with(|listing| listing.ready).then(|| {
            let remove: Remove = |listing| listing.ready = false;
            (text::ready_to_advance().to_owned(), text::remove_ready(), remove)
        });
        let column = listing.with(|listing| listing.column.clone());
        let column = column.and_then(|(name, value)| {
            let remove: Remove = |listing| listing.column = None;
            Some((text::named_value(name, value?), text::remove_column(), remove))
        });
        let chips: Vec<_> = funnel.into_iter().chain(misstep).chain(ready).chain(column).collect();
        (!chips.is_empty()).then_any(|| {
            let chips = chips.into_iter().map(|(words, label, remove)| {
                view! {
                    <span class="chip">
                        {words}
                        <button
                            class="chip-remove"
                            type="button"
                            aria-label=label
                            on:click=move |_| change(listing, remove)
                        >
                            <Glyph icon=Icon::Close />
                        </button>
                    </span>
                }
            });
            view! { <div class="chips">{chips.collect_any()}</div> }
        })
    };
    view! { {chips} }
}

/// The bar of the funnel, where one is listed.
fn funnel_words(listing: Signal<Listing>) -> Option<String> {
    let playbook = AppContext::get().playbook();
    listing.with(|listing| {
        let row = match listing.row.as_ref()? {
            RowName::Level(level) => words::level(*level).to_owned(),
            RowName::Stage(id) => playbook.stage_name(id).to_owned(),
        };
        Some(text::funnel_chip(
            row,
            listing.fate.map_or(text::fate_any(), words::fate),
            words::window(listing.window),
        ))
    })
}
