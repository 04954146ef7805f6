//! Typed numbers and amounts. They are text to the browser: a number field swallows "-" and ".".

use super::Form;
use super::options::OrUnknown;
use super::single::DropDown;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// A number, or the band it lies in.
#[component]
pub fn ExactOrBand(
    /// What is counted.
    unit: Option<String>,
    /// The bands to choose from instead.
    bands: Vec<String>,
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    let has_unit = unit.is_some();
    let unit = unit.map(|unit| view! { <span id=form.id("unit")>{unit}</span> });
    let bands = (!bands.is_empty()).then(|| {
        view! {
            <div class="field">
                <label for=form.id("band")>{text::or_a_range()}</label>
                <DropDown
                    id=form.id("band")
                    titles=bands
                    nothing=text::no_range()
                    form=form
                />
            </div>
        }
    });
    view! {
        <div class="affix">
            <Typed form=form has_unit=has_unit />
            {unit}
        </div>
        {bands}
        <OrUnknown form=form />
    }
}

/// An amount, with its currency in front.
#[component]
pub fn Amount(
    /// The form it is part of.
    form: Form,
) -> impl IntoView {
    let code = form.currency.code().to_owned();
    view! {
        <div class="affix">
            <span id=form.id("unit")>{code}</span>
            <Typed form=form has_unit=true />
        </div>
        <OrUnknown form=form />
    }
}

#[component]
fn Typed(form: Form, has_unit: bool) -> impl IntoView {
    view! {
        <input
            class="input"
            part="input"
            id=form.id("a")
            type="text"
            inputmode="decimal"
            autocomplete="off"
            aria-describedby=move || form.described_by(has_unit)
            aria-invalid=move || form.invalid()
            prop:value=move || form.entry.with(|entry| entry.text.clone())
            on:input:capture:target=move |input| {
                let typed = input.target().value();
                form.entry.update(|entry| entry.write(typed));
            }
        />
    }
}
