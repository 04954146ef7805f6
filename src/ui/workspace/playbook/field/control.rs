//! The controls of fields: what is typed, chosen or ticked, and taken when the control is left.
//!
//! Invariant: a control shows what is kept, but for a text that was refused.

use super::super::subject::ticked;
use super::{Choices, Kind};
use crate::ui::workspace::any::{CollectAny, MapAny};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// Takes what is typed or chosen; says whether it was taken.
type Take = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// The control of a field.
pub(super) fn control(
    id: &str,
    kind: &Kind,
    value: Memo<String>,
    error: Memo<Option<String>>,
    described: Signal<Option<String>>,
    take: Take,
) -> AnyView {
    let id = id.to_owned();
    let invalid = move || error.with(Option::is_some).then_some("true");
    // What is taken shows as it is kept, also where that is what it was before.
    let typed = {
        let take = Arc::clone(&take);
        move |event: Event| {
            let text = event_target_value(&event);
            if take(&text) {
                show_kept(&event, value);
            }
        }
    };
    // A field's text that was never changed is told by its default: see the editor's undo keys.
    match kind {
        Kind::Line => view! {
            <input
                class="input"
                id=id
                type="text"
                autocomplete="off"
                prop:value=value
                prop:defaultValue=value
                aria-invalid=invalid
                aria-describedby=described
                on:change=typed
            />
        }
        .into_any(),
        Kind::Area => view! {
            <textarea
                class="input pb-area"
                id=id
                rows="2"
                prop:value=value
                prop:defaultValue=value
                aria-invalid=invalid
                aria-describedby=described
                on:change=typed
            />
        }
        .into_any(),
        Kind::Number(unit) => {
            let unit = unit.clone().filter(|unit| !unit.is_empty());
            let unit = unit.map_any(|unit| view! { <span>{unit}</span> });
            view! {
                <div class="affix">
                    <input
                        class="input pb-number"
                        id=id
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        prop:value=value
                        prop:defaultValue=value
                        aria-invalid=invalid
                        aria-describedby=described
                        on:change=typed
                    />
                    {unit}
                </div>
            }
            .into_any()
        }
        Kind::Select(choices) => {
            let (options, select) = options(*choices, value.into());
            // What is refused is not shown as chosen.
            let chosen = move |event: Event| {
                take(&event_target_value(&event));
                show_kept(&event, value);
            };
            view! {
                <select
                    class="input"
                    id=id
                    node_ref=select
                    aria-invalid=invalid
                    aria-describedby=described
                    on:change=chosen
                >
                    {options}
                </select>
            }
            .into_any()
        }
        Kind::Tick => view! {
            <input
                id=id
                type="checkbox"
                prop:checked=move || value.with(|value| !value.is_empty())
                aria-invalid=invalid
                aria-describedby=described
                on:change=move |event| {
                    take(ticked(event_target_checked(&event)));
                    // What is refused is not shown as ticked.
                    if let Some(kept) = value.try_with_untracked(|value| !value.is_empty()) {
                        set(&event, "checked", &kept.into());
                    }
                }
            />
        }
        .into_any(),
    }
}

/// The options of a list, and the list itself to be put round them: it shows the one that is kept.
/// There may be thousands, so they are drawn anew only when they differ, and none of them listens.
pub(in crate::ui::workspace::playbook) fn options(
    choices: Signal<Choices>,
    kept: Signal<String>,
) -> (AnyView, NodeRef<leptos::html::Select>) {
    let (choices, select) = (Memo::new(move |_| choices.get()), NodeRef::new());
    Effect::new(move |_| {
        let kept = kept.get();
        if let Some(select) = select.get() {
            let select: web_sys::HtmlSelectElement = select;
            select.set_value(&kept);
        }
    });
    let all = move || choices.with(|choices| kept.with_untracked(|kept| drawn(choices, kept)));
    (all.into_any(), select)
}

fn drawn(choices: &Choices, kept: &str) -> Vec<AnyView> {
    let option = |(key, title): &(String, String)| {
        view! {
            <option value=key.clone() selected=key == kept>
                {title.clone()}
            </option>
        }
    };
    let group = |(heading, choices): &(String, Vec<(String, String)>)| {
        let options = choices.iter().map(option).collect_any();
        if heading.is_empty() {
            options.into_any()
        } else {
            view! { <optgroup label=heading.clone()>{options}</optgroup> }.into_any()
        }
    };
    choices.iter().map(group).collect()
}

/// Shows what is kept; nothing to show where the field is gone by now: a browser may tell of a
/// change while it takes the field out of the page.
fn show_kept(event: &Event, value: Memo<String>) {
    if let Some(kept) = value.try_get_untracked() {
        set(event, "value", &kept.into());
    }
}

/// Sets a property of the control an event is from.
fn set(event: &Event, property: &str, value: &JsValue) {
    if let Some(target) = event.target() {
        // A control's own properties can be set.
        let _ = js_sys::Reflect::set(&target, &property.into(), value);
    }
}
