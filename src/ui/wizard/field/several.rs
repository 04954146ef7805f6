//! Options as large cards, any of which are chosen.

use super::Form;
use super::options::{Cards, Labels};
use super::unknown::UnknownCard;
use leptos::prelude::*;

/// Cards of which any are chosen.
#[component]
pub fn Boxes(
    /// What they say.
    labels: Labels,
    /// The form they are part of.
    form: Form,
) -> impl IntoView {
    let tick = Callback::new(move |(place, on)| form.entry.update(|entry| entry.tick(place, on)));
    let unknown =
        view! { <UnknownCard kind="checkbox" key=labels.key(labels.count()) form=form /> };
    view! { <Cards labels=labels kind="checkbox" form=form choose=tick>{unknown}</Cards> }
}
