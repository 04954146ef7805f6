//! Who was in touch, newest first, and what the contact did by itself, which is no touch.

use super::super::words;
use super::{Form, Subject};
use crate::domain::contact::Touch;
use crate::domain::event::Engaged;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// The touches of a contact.
#[component]
pub(super) fn TouchesCard() -> impl IntoView {
    let subject = Subject::get();
    let touches = move || {
        subject.contact.with(|contact| contact.touches.iter().rev().cloned().collect::<Vec<_>>())
    };
    let today = AppContext::get().today();
    let draw = move |touch: Touch| {
        let minutes = touch.minutes.map(text::minutes);
        let kind = words::touch(touch.kind).to_owned();
        let direction = words::direction(touch.direction).to_owned();
        let parts = [Some(kind), Some(direction), minutes];
        let what = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        view! {
            <li class="event">
                <time datetime=touch.on.to_string()>{intl::day_brief(touch.on, today)}</time>
                <div class="event-what">
                    {what} {touch.note.map(|note| view! { <div class="event-note">{note}</div> })}
                </div>
            </li>
        }
    };
    let engagements =
        move || subject.contact.with(|it| it.engagements.iter().rev().cloned().collect::<Vec<_>>());
    let draw_engaged = move |engaged: Engaged| {
        let note = engaged.note.map(|note| view! { <div class="event-note">{note}</div> });
        view! {
            <li class="event">
                <time datetime=engaged.on.to_string()>{intl::day_brief(engaged.on, today)}</time>
                <div class="event-what">{words::engagement(engaged.kind)} {note}</div>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="touches-title">
            <div class="card-head">
                <h2 class="card-title" id="touches-title">
                    {text::touches()}
                </h2>
                <button class="link small" type="button" on:click=move |_| subject.open(Form::Touch)>
                    {text::log_touch()}
                </button>
            </div>
            <Shown
                when=move || !touches().is_empty()
                fallback=|| view! { <p class="quiet">{text::no_touches()}</p> }
            >
                <ol class="happened">
                    {move || touches().into_iter().map(draw).collect_any()}
                </ol>
            </Shown>
            <Shown when=move || !engagements().is_empty()>
                <h3 class="fact-section">{text::engagements()}</h3>
                <ol class="happened">
                    {move || engagements().into_iter().map(draw_engaged).collect_any()}
                </ol>
            </Shown>
            <p class="small">
                <button
                    class="link"
                    type="button"
                    on:click=move |_| subject.open(Form::Engagement)
                >
                    {text::they_engaged()}
                </button>
            </p>
        </section>
    }
}
