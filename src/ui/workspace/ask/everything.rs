//! The switch between what the verdict needs and everything, for both ways of asking.

use crate::app::wizard::Extent;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// The switch.
#[component]
pub(super) fn Everything() -> impl IntoView {
    let context = AppContext::get();
    view! {
        <label class="switch">
            <input
                type="checkbox"
                role="switch"
                prop:checked=move || context.extent.get() == Extent::Everything
                on:change:target=move |change| context.ask_everything(change.target().checked())
            />
            <span>
                <b>{text::sheet_everything()}</b>
                " "
                <span class="quiet">{text::sheet_everything_hint()}</span>
            </span>
        </label>
    }
}
