//! Narrowing the list by a column of an imported file.
//!
//! What there is to choose from is gathered when it is asked for: going through the columns of all
//! contacts takes longer than a change of the list should.

use super::change;
use crate::app::columns::{names, values};
use crate::app::route::Listing;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::pick::LabelledPick;
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use leptos::prelude::*;

/// A column and a value of it, where contacts have any.
#[component]
pub(super) fn ColumnFilter(listing: Signal<Listing>) -> impl IntoView {
    let context = AppContext::get();
    let any = Memo::new(move |_| {
        context.workspace.with(|w| w.contacts().any(|contact| !contact.attributes.is_empty()))
    });
    let opened = RwSignal::new(listing.with_untracked(|listing| listing.column.is_some()));
    view! {
        <Shown when=move || any.get()>
            <details
                class="disclosure small"
                open=opened.get_untracked()
                on:toggle=move |_| opened.set(true)
            >
                <summary>{text::filter_by_column()}</summary>
                <Shown when=move || opened.get()>
                    <Choices listing />
                </Shown>
            </details>
        </Shown>
    }
}

#[component]
fn Choices(listing: Signal<Listing>) -> impl IntoView {
    let context = AppContext::get();
    let column = Memo::new(move |_| {
        listing.with(|listing| listing.column.as_ref().map(|(name, _)| name.clone()))
    });
    let value = move || listing.with(|listing| listing.column.clone().and_then(|(_, value)| value));
    let columns = Memo::new(move |_| context.workspace.with(names));
    let held = Memo::new(move |_| {
        column.with(|name| {
            let name = name.as_ref()?;
            Some(context.workspace.with(|workspace| values(workspace, name)))
        })
    });
    let chosen_column = Signal::derive(move || {
        let place = |name: &String| columns.with(|all| all.iter().position(|one| one == name));
        Some(column.with(|name| name.as_ref().and_then(place)).map_or(0, |place| place + 1))
    });
    let pick_column = move |n: usize| {
        let name = n.checked_sub(1).and_then(|n| columns.with_untracked(|all| all.get(n).cloned()));
        change(listing, |listing| listing.column = name.map(|name| (name, None)));
    };
    let column_names = move || {
        let any = text::any_column().to_owned();
        std::iter::once(any).chain(columns.get()).collect::<Vec<_>>()
    };
    let value_pick = move || {
        let (all, more) = held.get()?;
        let words = all.iter().map(|(value, n)| text::value_with_count(value, intl::count(*n)));
        let choices = std::iter::once(text::any_value().to_owned()).chain(words).collect();
        let all = StoredValue::new(all);
        let chosen = Signal::derive(move || {
            let place =
                |value: String| all.with_value(|all| all.iter().position(|(one, _)| *one == value));
            Some(value().and_then(place).map_or(0, |place| place + 1))
        });
        let pick = move |n: usize| {
            let value = n.checked_sub(1);
            let value = value.and_then(|n| all.with_value(|all| Some(all.get(n)?.0.clone())));
            change(listing, |listing| {
                if let Some((_, held)) = &mut listing.column {
                    *held = value;
                }
            });
        };
        let more =
            (more > 0).then(|| words::counted(more, text::more_values_one(), text::more_values));
        Some(view! {
            <LabelledPick id="column-value" label=text::value() choices chosen on_pick=pick />
            <p class="quiet">{more}</p>
        })
    };
    view! {
        <div class="filters">
            {move || {
                view! {
                    <LabelledPick
                        id="column"
                        label=text::column()
                        choices=column_names()
                        chosen=chosen_column
                        on_pick=pick_column
                    />
                }
            }}
            {value_pick}
        </div>
    }
}
