//! What of one contact goes out: its case as a link, its days as a calendar.

use super::Subject;
use crate::app::route::Route;
use crate::ui::text::workspace as text;
use crate::ui::workspace::take_out::CalendarOf;
use leptos::prelude::*;

/// The card with the ways out.
#[component]
pub(super) fn TakeAlongCard() -> impl IntoView {
    let subject = Subject::get();
    view! {
        <section class="card" aria-labelledby="along-title">
            <h2 class="card-title" id="along-title">
                {text::out_along()}
            </h2>
            <div class="actions">
                <a class="btn btn-small" href=Route::ShareCase(subject.id).address()>
                    {text::case_share_open()}
                </a>
                <CalendarOf id=subject.id contact=subject.contact />
            </div>
        </section>
    }
}
