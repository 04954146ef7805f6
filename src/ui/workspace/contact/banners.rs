//! What must be seen before anything else about a contact: that it is set aside or ended, or stands
//! further than its evidence reaches.

use super::super::words;
use super::Subject;
use crate::app::command::Command;
use crate::domain::position::{Position, Standing};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use leptos::prelude::*;

/// Takes the contact up again; offered only where that can be done.
pub(super) fn reopen(context: AppContext, subject: Subject) {
    let _ = context.dispatch(subject.id, Command::Reopen);
    super::super::form::focus("title");
}

/// Said of a contact nobody is working on, with the way to take it up again.
#[component]
pub(super) fn StandingBanner() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let words = move || {
        let playbook = context.playbook();
        let today = context.today();
        subject.contact.with(|contact| {
            (contact.standing != Standing::Active)
                .then(|| words::standing(&playbook, &contact.standing, today))
        })
    };
    move || {
        words().map_any(|words| {
            view! {
                <div class="banner banner-standing" role="note">
                    <p>
                        <b>{words}</b>
                    </p>
                    <button class="btn btn-small" type="button" on:click=move |_| reopen(context, subject)>
                        {text::reopen()}
                    </button>
                </div>
            }
        })
    }
}

/// Said when a contact stands further than its evidence reaches.
#[component]
pub(super) fn AheadBanner() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let ahead = move || {
        subject.assessment.with(|assessment| {
            (assessment.ahead_of_evidence && !subject.contact.with(|c| c.standing.is_closed()))
                .then(|| assessment.evidenced.clone())
        })
    };
    let words = move |evidenced: &Position| {
        let playbook = context.playbook();
        let here = subject.contact.with(|contact| words::position(&playbook, &contact.position));
        text::ahead_text(here, words::position(&playbook, evidenced))
    };
    view! {
        {move || {
            ahead()
                .map_any(|evidenced| {
                    view! {
                        <div class="banner" role="note">
                            <p>
                                <b>{text::ahead_title()}</b>
                                " "
                                {words(&evidenced)}
                            </p>
                        </div>
                    }
                })
        }}
    }
}
