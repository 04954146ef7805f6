//! To whom the contact was handed over, what came of it, and the answers there are.

use super::super::form::focus;
use super::super::words;
use super::{Form, Subject};
use crate::app::command::Command;
use crate::app::decide::can_hand_over;
use crate::app::route::Route;
use crate::domain::handoff::Handoff;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use leptos::prelude::*;

/// The handover, where there was one.
#[component]
pub(super) fn HandoffCard() -> impl IntoView {
    let subject = Subject::get();
    let handoff = Memo::new(move |_| {
        subject.judged.with(|contact| {
            let handoff = contact.handoff.clone()?;
            let waits = handoff.is_waiting() && !contact.standing.is_closed();
            let again = handoff.is_sent_back() && can_hand_over(contact).is_ok();
            Some((handoff, waits, again))
        })
    });
    move || handoff.get().map_any(|(handoff, waits, again)| view! { <Card handoff waits again /> })
}

#[component]
fn Card(
    handoff: Handoff,
    /// Whether it can be answered.
    waits: bool,
    /// Whether it can be handed over once more.
    again: bool,
) -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let author = context.settings.with_untracked(|settings| settings.author.name.clone());
    let for_other = (waits && !author.is_empty() && author != handoff.to)
        .then(|| text::handoff_for_other(&handoff.to, author));
    let handed = text::handed_over_by(format::who(&handoff.by), format::day(handoff.at));
    let why = words::why_sent_back(&context.playbook_untracked(), &handoff);
    let small = |words: String| view! { <p class="small">{words}</p> };
    view! {
        <section class="card" aria-labelledby="handoff-title">
            <div class="card-head">
                <h2 class="card-title" id="handoff-title">
                    {text::handover()}
                </h2>
                <a class="small" href=Route::Packet(subject.id).address()>
                    {text::open_packet()}
                </a>
            </div>
            <p>
                <b>{text::handed_over_to(&handoff.to)}</b>
                " "
                <span class="quiet small">{handed}</span>
            </p>
            {handoff.note.clone().map_any(small)}
            {small(words::handoff(&handoff))}
            {why.map_any(small)}
            {for_other.map_any(|words| view! { <p class="small quiet">{words}</p> })}
            {waits.then_any(|| view! { <Answer /> })}
            {again
                .then_any(|| {
                    view! {
                        <div class="actions">
                            <button
                                class="btn btn-small"
                                type="button"
                                on:click=move |_| subject.open(Form::HandOver)
                            >
                                {text::hand_over_again()}
                            </button>
                        </div>
                    }
                })}
        </section>
    }
}

/// The two answers to a handover.
#[component]
fn Answer() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let refused = RwSignal::new(None::<String>);
    let accept = move |_| match context.dispatch(subject.id, Command::AcceptHandoff) {
        Ok(()) => focus("title"),
        Err(refusal) => {
            refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
        }
    };
    view! {
        <div class="actions">
            <button class="btn btn-small btn-primary" type="button" on:click=accept>
                {text::accept()}
            </button>
            <button
                class="btn btn-small"
                type="button"
                on:click=move |_| subject.open(Form::SendBack)
            >
                {text::send_back()}
            </button>
        </div>
        {move || {
            refused
                .get()
                .map_any(|words| view! { <p class="field-error" role="alert">{words}</p> })
        }}
    }
}
