//! The buttons of a row: up, down and out.
//!
//! Invariant: the focus goes with what was moved, and to the next row after one that was taken out.

use super::{AtPlace, Shift, problem};
use crate::app::edit::{Refused, Way};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::form::focus;
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::playbook::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The buttons of a row, and why one of them was refused.
pub(super) fn acts(
    id: &str,
    place: usize,
    count: Memo<usize>,
    name: &AtPlace<String>,
    shift: Option<Shift>,
    remove: Option<AtPlace<Result<(), Refused>>>,
) -> AnyView {
    let context = AppContext::get();
    let error = RwSignal::new(None::<String>);
    let tell = move |done: &Result<(), Refused>| {
        error.set(done.as_ref().err().map(|why| words::refused(&context.draft_untracked(), why)));
    };
    let titled = {
        let name = Arc::clone(name);
        move |wording: fn(String) -> String| {
            let name = Arc::clone(&name);
            move || wording(name(place))
        }
    };
    let button = |way: Way, shift: Shift| {
        let (word, icon, wording): (_, _, fn(String) -> String) = match way {
            Way::Up => ("up", Icon::Up, |name| text::pb_move_up(name)),
            Way::Down => ("down", Icon::Down, |name| text::pb_move_down(name)),
        };
        let button_id = format!("{id}-{place}-{word}");
        let at_end = move || way.from(place, count.get()).is_none();
        let list = id.to_owned();
        let press = move |_| {
            let Some(next) = way.from(place, count.get_untracked()) else { return };
            let done = shift(place, way);
            tell(&done);
            // The focus goes with what was moved.
            let there = format!("{list}-{next}-{word}");
            request_animation_frame(move || focus(&there));
        };
        view! {
            <button
                class="pb-act"
                type="button"
                id=button_id
                aria-label=titled(wording)
                aria-disabled=move || at_end().then_some("true")
                on:click=press
            >
                <Glyph icon />
            </button>
        }
    };
    let order = shift.map_any(|shift| {
        let up = button(Way::Up, Arc::clone(&shift));
        view! {
            {up}
            {button(Way::Down, shift)}
        }
    });
    let list = id.to_owned();
    let remove = remove.map_any(|remove| {
        let press = move |_| {
            let done = remove(place);
            tell(&done);
            if done.is_ok() {
                let left = count.get_untracked();
                let next = match left {
                    0 => format!("{list}-add"),
                    left => format!("{list}-{}-remove", place.min(left - 1)),
                };
                request_animation_frame(move || focus(&next));
            }
        };
        view! {
            <button
                class="pb-act"
                type="button"
                id=format!("{id}-{place}-remove")
                aria-label=titled(text::pb_take_out)
                on:click=press
            >
                <Glyph icon=Icon::Close />
            </button>
        }
    });
    view! {
        <div class="pb-acts">{order} {remove}</div>
        {problem(error)}
    }
    .into_any()
}
