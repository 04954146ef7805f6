//! Rows of one height, of which only those in sight are drawn, so that thousands scroll.

use super::row::ContactRow;
use crate::app::figures::picture::tenths;
use crate::domain::ids::ContactId;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Rows drawn beyond each edge, so that a quick scroll shows no gap.
const SPARE: usize = 12;
/// A row's height in pixels until the first one has been measured.
const ROW_GUESS: f64 = 44.0;
/// The list's height in pixels until it has been measured.
const LIST_GUESS: f64 = 900.0;

/// What the scroll position shows.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sight {
    top: f64,
    height: f64,
    row: f64,
}

impl Sight {
    /// The rows to draw, of `total`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn rows(self, total: usize) -> std::ops::Range<usize> {
        let first = (self.top / self.row).max(0.0) as usize;
        let seen = (self.height / self.row).max(0.0) as usize + 1;
        let start = first.saturating_sub(SPARE).min(total.saturating_sub(1));
        start..(first + seen + SPARE).min(total)
    }
}

/// The rows of the contacts found, in order.
#[component]
pub fn ContactList(
    /// The contacts.
    #[prop(into)]
    ids: Signal<Vec<ContactId>>,
) -> impl IntoView {
    let list = NodeRef::<leptos::html::Div>::new();
    let sight = RwSignal::new(Sight { top: 0.0, height: LIST_GUESS, row: ROW_GUESS });
    let measure = move || {
        let Some(list) = list.get_untracked() else { return };
        let row = list.query_selector("[data-row]").ok().flatten();
        let row = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok());
        let row = row.map(|row| f64::from(row.offset_height())).filter(|height| *height > 0.0);
        let seen = Sight {
            top: f64::from(list.scroll_top()),
            height: f64::from(list.client_height()),
            row: row.unwrap_or(ROW_GUESS),
        };
        if sight.get_untracked() != seen {
            sight.set(seen);
        }
    };
    Effect::new(move |_| {
        // Another set of rows may be shorter than the scroll position.
        ids.track();
        measure();
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let range = Memo::new(move |_| sight.get().rows(ids.with(Vec::len)));
    let drawn = move || {
        let range = range.get();
        ids.with(|ids| {
            let slice = ids.get(range.clone()).unwrap_or_default();
            range.zip(slice.iter().copied()).collect::<Vec<_>>()
        })
    };
    #[allow(clippy::cast_precision_loss)]
    let space = move |rows: usize| tenths(rows as f64 * sight.get().row) + "px";
    view! {
        <div
            class="contact-list"
            role="table"
            aria-label=text::contacts()
            aria-rowcount=move || ids.with(Vec::len) + 1
            tabindex="0"
            node_ref=list
            on:scroll=move |_| measure()
        >
            <div role="rowgroup">
                <div class="contact-row contact-list-head" role="row" aria-rowindex="1">
                    <div role="columnheader">{text::contact()}</div>
                    <div class="cell-level" role="columnheader">
                        {text::level()}
                    </div>
                    <div class="cell-standing" role="columnheader">
                        {text::standing()}
                    </div>
                    <div class="cell-amount" role="columnheader">
                        {text::amount()}
                    </div>
                    <div class="cell-owner" role="columnheader">
                        {text::owner()}
                    </div>
                    <div class="cell-due" role="columnheader">
                        {text::next_step()}
                    </div>
                </div>
            </div>
            <div role="rowgroup">
                <div
                    class="contact-list-space"
                    role="presentation"
                    style:--_space=move || space(range.get().start)
                ></div>
                <For each=drawn key=|(_, id)| *id let((place, id))>
                    <ContactRow id place />
                </For>
                <div
                    class="contact-list-space"
                    role="presentation"
                    style:--_space=move || {
                        space(ids.with(Vec::len).saturating_sub(range.get().end))
                    }
                ></div>
            </div>
        </div>
    }
}
