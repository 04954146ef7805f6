//! Lists of rows that can be added to, ordered and thinned out.
//!
//! Rows go by their place, so that the focus stays where the hand is. Long lists are drawn a page
//! at a time. Invariant: every button names its row.

mod acts;
mod adding;

pub(super) use adding::{Adding, draw_adding};

use crate::app::edit::{Refused, Way};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::shown::Shown;
use acts::acts;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows drawn at first, and with each "Show more".
const PAGE: usize = 40;

/// Does something to the row at a place.
type AtPlace<T> = Arc<dyn Fn(usize) -> T + Send + Sync>;
type Shift = Arc<dyn Fn(usize, Way) -> Result<(), Refused> + Send + Sync>;

/// A list of rows.
#[derive(Clone)]
pub(super) struct Rows {
    /// What the ids of its parts begin with.
    pub(super) id: String,
    /// How many there are.
    pub(super) count: Memo<usize>,
    /// What a row is called.
    pub(super) name: AtPlace<String>,
    /// What is in a row.
    pub(super) row: AtPlace<AnyView>,
    /// Moves a row; none where the order does not matter.
    pub(super) shift: Option<Shift>,
    /// Takes a row out; none where what is in the row does that.
    pub(super) remove: Option<AtPlace<Result<(), Refused>>>,
    /// Adds a row.
    pub(super) add: Option<Adding>,
}

impl Rows {
    /// Draws the list.
    pub(super) fn draw(self) -> AnyView {
        let (context, most) = (AppContext::get(), RwSignal::new(PAGE));
        let Self { id, count, name, row, shift, remove, add } = self;
        let drawn = Memo::new(move |_| count.get().min(most.get()));
        let left = move || count.get() - drawn.get();
        let one = {
            let id = id.clone();
            move |place: usize| {
                let acts = acts(&id, place, count, &name, shift.clone(), remove.clone());
                view! {
                    <li class="pb-row">
                        <div class="pb-row-body">{row(place)}</div>
                        {acts}
                    </li>
                }
            }
        };
        let add = add.map_any(|adding| {
            // What was added is seen, also beyond the page.
            let shown = move || most.update(|most| *most = (*most).max(count.get_untracked()));
            draw_adding(context, &id, adding, Arc::new(shown))
        });
        view! {
            <ul class="pb-rows">
                <For each=move || 0..drawn.get() key=|place| *place children=one />
            </ul>
            <Shown when=move || left() != 0>
                <button
                    class="btn btn-small pb-show-more"
                    type="button"
                    on:click=move |_| most.update(|most| *most += PAGE)
                >
                    {move || text::pb_show_more(intl::count(left()))}
                </button>
            </Shown>
            {add}
        }
        .into_any()
    }
}

/// Why something was refused, said at once.
pub(super) fn problem(error: RwSignal<Option<String>>) -> AnyView {
    (move || {
        error.get().map_any(|message| {
            view! {
                <p class="field-error small pb-problem" role="alert">
                    <span class="visually-hidden">{text::error_prefix()}</span>
                    {message}
                </p>
            }
        })
    })
    .into_any()
}
