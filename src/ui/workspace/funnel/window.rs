//! Choosing the window: a named period, or any two days.

use crate::app::figures::period::Period;
use crate::app::route::Route;
use crate::domain::funnel::Window;
use crate::domain::when::{in_reach, read_day};
use crate::ui::context::AppContext;
use crate::ui::funnel::words;
use crate::ui::text::workspace as text;
use crate::ui::workspace::pick::LabelledPick;
use crate::ui::workspace::shown::Shown;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The choice of the window. A named period is a step of its own for Back; typing days is not.
#[component]
pub(super) fn WindowChoice(window: Signal<Window>) -> impl IntoView {
    let context = AppContext::get();
    // Set while the person wants to choose days although the window has a name.
    let any_days = RwSignal::new(false);
    let period = Memo::new(move |_| match window.with(|w| Period::of(*w, context.today())) {
        _ if any_days.get() => Period::Custom,
        period => period,
    });
    let chosen =
        Signal::derive(move || Period::ALL.iter().position(|offered| *offered == period.get()));
    let choose = move |place: usize| {
        let Some(period) = Period::ALL.get(place).copied() else { return };
        any_days.set(period == Period::Custom);
        if let Some(window) = period.window(context.today()) {
            context.go(&Route::Funnel(window));
        }
    };
    view! {
        <form class="funnel-window" on:submit=|event| event.prevent_default()>
            <LabelledPick
                id="window"
                label=text::funnel_entered()
                choices=Period::ALL.map(|offered| words::period(offered).to_owned()).to_vec()
                chosen
                on_pick=choose
            />
            <Shown when=move || period.get() == Period::Custom>
                <Days window />
            </Shown>
        </form>
    }
}

/// The first and the last day; an empty one has no limit.
#[component]
fn Days(window: Signal<Window>) -> impl IntoView {
    let context = AppContext::get();
    // What is typed; it becomes the window when its days are in order.
    let typed = RwSignal::new(window.get_untracked());
    Effect::new(move |_| typed.set(window.get()));
    let wrong = Memo::new(move |_| {
        typed.with(|days| matches!((days.from, days.to), (Some(from), Some(to)) if from > to))
    });
    let change = move |set: fn(&mut Window, Option<NaiveDate>), text: &str| {
        let day = read_day(text);
        // Half-typed years are days too, long ago.
        if day.is_some_and(|day| !in_reach(day)) {
            return;
        }
        typed.update(|days| set(days, day));
        if !wrong.get_untracked() {
            context.replace(&Route::Funnel(typed.get_untracked()));
        }
    };
    let written = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let invalid = move || wrong.get().then_some("true");
    let described = move || wrong.get().then_some("window-error");
    view! {
        <div class="field">
            <label for="window-from">{text::funnel_from()}</label>
            <input
                class="input"
                id="window-from"
                type="date"
                prop:value=move || written(typed.get().from)
                aria-invalid=invalid
                aria-describedby=described
                on:change=move |event| {
                    change(|days, day| days.from = day, &event_target_value(&event));
                }
            />
        </div>
        <div class="field">
            <label for="window-to">{text::funnel_to()}</label>
            <input
                class="input"
                id="window-to"
                type="date"
                prop:value=move || written(typed.get().to)
                aria-invalid=invalid
                aria-describedby=described
                on:change=move |event| {
                    change(|days, day| days.to = day, &event_target_value(&event));
                }
            />
        </div>
        <Shown when=move || wrong.get()>
            <p class="field-error" id="window-error" role="alert">
                {text::funnel_wrong_order()}
            </p>
        </Shown>
    }
}
