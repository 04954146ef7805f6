//! Drop-down lists, whose choice can also change by itself.
//!
//! Invariant: what a list shows is what `chosen` says, whoever changed it.

use crate::ui::any::{CollectAny, ThenAny};
use leptos::prelude::*;
use std::borrow::Cow;

/// Choices under a heading; without a name they stand for themselves.
pub(in crate::ui) type Group = (Cow<'static, str>, Vec<String>);

/// One list: groups of choices, of which one is chosen, by its place over all groups.
#[component]
pub(in crate::ui) fn Pick(
    /// What is chosen, for assistive technology.
    #[prop(into)]
    label: String,
    /// The choices in groups; a group without a name stands for itself.
    groups: Vec<Group>,
    /// The place of the choice that holds.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// Told the place of a new choice.
    #[prop(into)]
    on_pick: Callback<(usize,)>,
    /// The control's id, where a label of the page names it.
    #[prop(optional_no_strip)]
    id: Option<String>,
    /// What is wrong with the choice; said where the id followed by `-error` is.
    #[prop(optional)]
    error: Signal<Option<String>>,
    /// The id of what else is said about the choice.
    #[prop(optional_no_strip)]
    about: Option<&'static str>,
) -> impl IntoView {
    let mut place = 0;
    let mut options = |words: Vec<String>| {
        let start = place;
        place += words.len();
        let option = |(n, words): (usize, String)| {
            // A property: the attribute says nothing any more once a person has chosen.
            view! {
                <option value=n.to_string() prop:selected=move || chosen.get() == Some(n)>
                    {words}
                </option>
            }
        };
        (start..).zip(words).map(option).collect_any()
    };
    let groups = groups
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| {
            if name.is_empty() {
                return options(words).into_any();
            }
            view! { <optgroup label=name>{options(words)}</optgroup> }.into_any()
        })
        .collect_any();
    let named = id.is_none();
    let wrong = move || error.with(Option::is_some);
    let told = id.as_ref().map(|id| format!("{id}-error"));
    let described = move || match (told.clone().filter(|_| wrong()), about) {
        (Some(told), Some(about)) => Some(format!("{about} {told}")),
        (told, about) => told.or(about.map(str::to_owned)),
    };
    view! {
        <select
            class="input"
            id=id
            aria-label=named.then_some(label)
            aria-invalid=move || wrong().then_some("true")
            aria-describedby=described
            on:change=move |event| {
                if let Ok(place) = event_target_value(&event).parse() {
                    on_pick.run((place,));
                }
            }
        >
            {groups}
        </select>
    }
}

/// A list with a label above it.
#[component]
pub(in crate::ui) fn LabelledPick(
    /// The control's id, unique in the page.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// More for assistive technology, such as which file it is about.
    #[prop(optional, into)]
    about: String,
    /// The choices.
    choices: Vec<String>,
    /// The place of the choice that holds.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// Told the place of a new choice.
    #[prop(into)]
    on_pick: Callback<(usize,)>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                {(!about.is_empty())
                    .then_any(|| view! { <span class="visually-hidden">" " {about}</span> })}
            </label>
            <Pick label="" id=Some(id) groups=vec![("".into(), choices)] chosen on_pick />
        </div>
    }
}
