//! What of one contact goes out: its days as a calendar, its case as a link.

use super::Subject;
use crate::exchange::export::calendar::dues;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::take_out::CalendarOf;
use leptos::prelude::*;

/// The card with the ways out.
#[component]
pub(super) fn TakeAlongCard() -> impl IntoView {
    let subject = Subject::get();
    view! {
        <Shown when=move || subject.contact.with(|contact| !dues(contact).is_empty())>
            <section class="card" aria-labelledby="along-title">
                <h2 class="card-title" id="along-title">
                    {text::out_along()}
                </h2>
                <div class="actions">
                    <CalendarOf id=subject.id contact=subject.contact />
                </div>
            </section>
        </Shown>
    }
}
