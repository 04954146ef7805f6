//! Lists of rows that can be added to, ordered and thinned out.
//!
//! Rows go by their place, so that the focus stays where the hand is. Long lists are drawn a page
//! at a time. Invariant: every button names its row.

use super::super::form::focus;
use super::super::icons::{Glyph, Icon};
use super::field::{Choices, Commit, options};
use super::once::Once;
use super::words;
use crate::app::edit::{Refused, Way};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows drawn at first, and with each "Show more".
const PAGE: usize = 40;

/// Does something to the row at a place.
type AtPlace<T> = Arc<dyn Fn(usize) -> T + Send + Sync>;
type Shift = Arc<dyn Fn(usize, Way) -> Result<(), Refused> + Send + Sync>;

/// How rows are added.
#[derive(Clone)]
pub(super) enum Adding {
    /// By a name.
    Named(String, Commit),
    /// By choosing something.
    Chosen(String, Signal<Choices>, Commit),
    /// As it is, to be filled in.
    Plain(String, Commit),
}

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

/// The buttons of a row, and why one of them was refused.
fn acts(
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

/// The control rows are added by.
pub(super) fn draw_adding(
    context: AppContext,
    id: &str,
    adding: Adding,
    added: Arc<dyn Fn() + Send + Sync>,
) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let entry = RwSignal::new(String::new());
    let once = Once::new();
    let id = format!("{id}-add");
    let (label, choices, add) = match adding {
        Adding::Named(label, add) => (label, None, add),
        Adding::Chosen(label, choices, add) => (label, Some(choices), add),
        Adding::Plain(label, add) => {
            let press = move |_| {
                if once.again("") {
                    return;
                }
                let done = add("");
                once.done("");
                error.set(done.err().map(|why| words::refused(&context.draft_untracked(), &why)));
                added();
            };
            return view! {
                <button class="btn btn-small pb-add-plain" type="button" id=id on:click=press>
                    <Glyph icon=Icon::Plus />
                    {label}
                </button>
                {problem(error)}
            }
            .into_any();
        }
    };
    let (control_id, name) = (id.clone(), label.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if entry.with_untracked(|entry| once.again(entry)) {
            return;
        }
        let done = entry.with_untracked(|entry| add(entry));
        if done.is_ok() {
            entry.with_untracked(|entry| once.done(entry));
            entry.set(String::new());
            added();
        }
        let draft = context.draft_untracked();
        error.set(done.err().map(|why| words::refused_in(&draft, &why, &name)));
        let control_id = control_id.clone();
        request_animation_frame(move || focus(&control_id));
    };
    let control = match choices {
        None => view! {
            <input
                class="input"
                id=id.clone()
                type="text"
                autocomplete="off"
                prop:value=entry
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:input=move |event| entry.set(event_target_value(&event))
            />
        }
        .into_any(),
        Some(choices) => {
            let all = Signal::derive(move || {
                let mut all = super::field::plain([("", text::pb_choose())]);
                all.extend(choices.get());
                all
            });
            let (list, select) = options(all, entry.into());
            view! {
                <select
                    class="input"
                    id=id.clone()
                    node_ref=select
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change=move |event| entry.set(event_target_value(&event))
                >
                    {list}
                </select>
            }
            .into_any()
        }
    };
    view! {
        <form class="pb-add" novalidate on:submit=submit>
            <label for=id>{label.clone()}</label>
            <div class="pb-add-line">
                {control}
                <button class="btn btn-small" type="submit" aria-label=text::pb_add_what(label)>
                    <Glyph icon=Icon::Plus />
                    {text::pb_add()}
                </button>
            </div>
            {problem(error)}
        </form>
    }
    .into_any()
}
