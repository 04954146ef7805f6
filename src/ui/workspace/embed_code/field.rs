//! The controls of the cards: what is typed, ticked and picked. All of them write into the choices.

use super::Desk;
use super::words::{id, name, problem};
use crate::app::embed_code::colour::Colour;
use crate::app::embed_code::{Choices, Field, Switch, theme};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::form::Labelled;
use crate::ui::workspace::pick::LabelledPick;
use leptos::prelude::*;

/// More than anything needs, in characters.
const LONGEST: &str = "2000";

/// A line to type.
pub(super) fn line(field: Field, optional: bool, hint: Option<&'static str>) -> AnyView {
    typed(field, optional, hint, "text", Signal::stored(String::new()))
}

/// A line to type an address into; what counts while it is empty shows in it.
pub(super) fn address(
    field: Field,
    optional: bool,
    hint: Option<&'static str>,
    empty: Signal<String>,
) -> AnyView {
    typed(field, optional, hint, "url", empty)
}

/// A line of words; those that count while it is empty show in it.
pub(super) fn words(field: Field, empty: Signal<String>) -> AnyView {
    typed(field, true, None, "text", empty)
}

/// A colour: typed, or picked with the browser's own means.
pub(super) fn colour(field: Field) -> AnyView {
    let (desk, own) = (Desk::get(), theme::own(field));
    let shown = move || {
        let chosen = desk.choices.with(|choices| Colour::parse(choices.typed(field)));
        chosen.or(own).unwrap_or(Colour::WHITE).to_string()
    };
    let empty = Signal::stored(own.map(|colour| colour.to_string()).unwrap_or_default());
    view! {
        <div class="embed-colour">
            {typed(field, false, None, "text", empty)}
            <input
                class="embed-swatch"
                type="color"
                aria-label=text::embed_pick(name(field))
                prop:value=shown
                on:input=move |event| {
                    let picked = event_target_value(&event);
                    desk.change(|choices| choices.write(field, picked));
                }
            />
        </div>
    }
    .into_any()
}

fn typed(
    field: Field,
    optional: bool,
    hint: Option<&'static str>,
    inputmode: &'static str,
    empty: Signal<String>,
) -> AnyView {
    let desk = Desk::get();
    let id = id(field);
    let error =
        Signal::derive(move || desk.wrong(field).map(|problem_of| problem(field, problem_of)));
    let described = move || {
        let hint = hint.map(|_| format!("{id}-hint"));
        let error = error.with(Option::is_some).then(|| format!("{id}-error"));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    view! {
        <Labelled id label=name(field).to_owned() optional hint error>
            <input
                class="input"
                id=id
                type="text"
                inputmode=inputmode
                maxlength=LONGEST
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=move || Some(empty.get()).filter(|empty| !empty.is_empty())
                prop:value=move || desk.choices.with(|choices| choices.raw(field).to_owned())
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    desk.change(|choices| choices.write(field, typed));
                }
                on:blur=move |_| {
                    if !desk.left.with_untracked(|left| left.contains(&field)) {
                        desk.left.update(|left| _ = left.insert(field));
                    }
                }
            />
        </Labelled>
    }
    .into_any()
}

/// A box to tick.
pub(super) fn tick(
    label: impl Into<String>,
    about: Option<&'static str>,
    on: impl Fn(&Choices) -> bool + Send + Sync + 'static,
    turn: impl Fn(&mut Choices, bool) + Send + Sync + 'static,
) -> AnyView {
    let desk = Desk::get();
    let label = label.into();
    view! {
        <div class="embed-tick">
            <label class="out-tick">
                <input
                    type="checkbox"
                    prop:checked=move || desk.choices.with(&on)
                    on:change=move |event| {
                        let ticked = event_target_checked(&event);
                        desk.change(|choices| turn(choices, ticked));
                    }
                />
                <span>{label}</span>
            </label>
            {about.map_any(|about| view! { <p class="small quiet">{about}</p> })}
        </div>
    }
    .into_any()
}

/// A box for something that is turned on.
pub(super) fn switch(
    switch: Switch,
    label: impl Into<String>,
    about: Option<&'static str>,
) -> AnyView {
    tick(
        label,
        about,
        move |choices| choices.has(switch),
        move |choices, on| {
            choices.turn(switch, on);
        },
    )
}

/// A list of which one holds.
pub(super) fn pick<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    label: &'static str,
    all: &'static [T],
    words: fn(T) -> &'static str,
    holds: fn(&Choices) -> T,
    set: fn(&mut Choices, T),
) -> AnyView {
    let desk = Desk::get();
    let chosen = Signal::derive(move || {
        let holds = desk.choices.with(holds);
        all.iter().position(|one| *one == holds)
    });
    let choices = all.iter().map(|one| words(*one).to_owned()).collect();
    let on_pick = move |place: usize| {
        if let Some(one) = all.get(place) {
            desk.change(|choices| set(choices, *one));
        }
    };
    view! { <LabelledPick id label choices chosen on_pick /> }.into_any()
}
