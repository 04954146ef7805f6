//! What must be seen before anything else about a contact: that it is set aside or ended, or stands
//! further than its evidence reaches, or is ready to go on.

use super::super::poor_fit::{knocked_out, poor_fit};
use super::super::words;
use super::ahead::{is_ahead, list, skipped};
use super::{Form, Subject};
use crate::app::command::Command;
use crate::app::learn::missteps::MisstepKind;
use crate::app::ripe;
use crate::app::route::{Listing, Route};
use crate::domain::contact::Contact;
use crate::domain::outcome::Outcome;
use crate::domain::position::{Level, Position, Standing};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
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
        subject.judged.with(|contact| {
            let words = words::standing(&playbook, &contact.standing, today);
            let closed = contact.ended.as_ref().filter(|_| contact.standing.is_closed());
            let words = match closed.and_then(|ended| ended.on) {
                Some(on) => text::ended_on(words, format::day(on)),
                None => words,
            };
            (contact.standing != Standing::Active).then_some(words)
        })
    };
    move || {
        words().map_any(|words| {
            view! {
                <div class="banner" role="note">
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

/// Said when a contact stands further than its evidence reaches, with what is missing below.
#[component]
pub(super) fn AheadBanner() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let ahead =
        move || is_ahead(subject).then(|| subject.assessment.with(|it| it.evidenced.clone()));
    let words = move |evidenced: &Position| {
        let playbook = context.playbook();
        let here = subject.judged.with(|contact| words::position(&playbook, &contact.position));
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
                            {move || {
                                let skipped = skipped(context, subject);
                                (!skipped.is_empty())
                                    .then_any(|| {
                                        view! {
                                            <div class="banner-list">
                                                <p>{text::ahead_missing()}</p>
                                                {list(subject, skipped)}
                                            </div>
                                        }
                                    })
                            }}
                            <a href=Route::Contacts(
                                Listing::of(MisstepKind::AheadOfEvidence),
                            )
                                .address()>{text::ahead_others()}</a>
                        </div>
                    }
                })
        }}
    }
}

/// The position the contact is ready to move to, where it is.
pub(super) fn ready(context: AppContext, subject: Subject) -> Option<Position> {
    let (playbook, today) = (context.playbook(), context.today());
    let of = |contact: &Contact| {
        subject.assessment.with(|assessment| ripe::ready(assessment, contact, &playbook, today))
    };
    subject.judged.with(of)
}

/// Said of a contact that is knocked out, before anything else is done for it.
#[component]
pub(super) fn PoorFitBanner() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let out = move || {
        let open = !subject.judged.with(Contact::has_ended);
        let playbook = context.playbook();
        subject.assessment.with(|it| knocked_out(&playbook, it)).filter(|_| open)
    };
    move || out().map_any(poor_fit)
}

/// Where one move can lead beyond the next position.
fn straight(context: AppContext, subject: Subject) -> Option<Position> {
    let playbook = context.playbook();
    let of = |contact: &Contact| {
        subject.assessment.with(|assessment| ripe::straight(assessment, contact, &playbook))
    };
    subject.judged.with(of)
}

/// Said below Opportunity once every slot of the win chance is filled, too: it almost is a deal.
fn late(context: AppContext, subject: Subject) -> Option<String> {
    let playbook = context.playbook();
    let model = playbook.chance.as_ref()?;
    let early = subject.judged.with(|contact| contact.level() < Level::Opportunity);
    let filled = subject.assessment.with(|assessment| {
        !assessment.slots.is_empty() && assessment.slots.iter().all(|slot| *slot == Outcome::Met)
    });
    let slots: Vec<_> = model.slots.iter().map(|slot| slot.title.as_str()).collect();
    let late = || text::ready_late(slots.join(", "), intl::percent(model.complete, 0));
    (early && filled).then(late)
}

/// Said when everything asked for the next position is on record: it is proposed, never done.
#[component]
pub(super) fn ReadyBanner() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let to = move || {
        let to = ready(context, subject)?;
        let playbook = context.playbook();
        Some(subject.judged.with(|contact| words::target(&playbook, &contact.position, &to)))
    };
    move || {
        to().map_any(|to| {
            view! {
                <div class="banner" data-kind="good" role="note">
                    <p>
                        <b>{text::ready_title()}</b>
                        " "
                        {text::ready_text(to)}
                        " "
                        {move || late(context, subject)}
                    </p>
                    {move || {
                        straight(context, subject).map_any(|to| {
                            let wording = words::position(&context.playbook(), &to);
                            view! {
                                <button
                                    class="btn btn-small"
                                    type="button"
                                    on:click=move |_| subject.open(Form::Move(to.clone()))
                                >
                                    {text::move_straight(wording)}
                                </button>
                            }
                        })
                    }}
                    <a href=Route::Contacts(Listing::ready()).address()>{text::ready_others()}</a>
                </div>
            }
        })
    }
}
