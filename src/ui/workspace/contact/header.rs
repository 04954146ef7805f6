//! Who it is, and what can be done now: the primary button is always something that can succeed.

use super::super::icons::{Glyph, Icon};
use super::super::new_contact::first_question;
use super::super::source::brief;
use super::super::words;
use super::banners::{ready, reopen};
use super::{Form, Subject, ahead};
use crate::app::ahead::next_position;
use crate::app::decide::can_hand_over;
use crate::app::route::Route;
use crate::domain::assess::Verdict;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::handoff::Handoff;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Position, Standing};
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// Name, facts and actions.
#[component]
pub(super) fn Header() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let name = move || subject.judged.with(words::name);
    let facts = move || {
        let playbook = context.playbook();
        subject.judged.with(|contact| facts(&playbook, contact))
    };
    let ready = move || ready(context, subject);
    // One that matters more than the next of the wizard's order, named.
    let first = Memo::new(move |_| {
        let first = ahead::first(context, subject);
        let usual = first_question(context, subject.id);
        first.filter(|(id, _)| usual != Route::Ask(subject.id, id.clone()))
    });
    let open = move || !subject.judged.with(Contact::has_ended);
    let next = move || match first.get() {
        Some((question, _)) => Route::Ask(subject.id, question),
        None => first_question(context, subject.id),
    };
    let asks = move || open() && matches!(next(), Route::Ask(..));
    let ask_words = move || match first.get() {
        Some((_, title)) => text::ask_that(title),
        None => text::ask_next().to_owned(),
    };
    let ask_class = move || if ready().is_some() { "btn" } else { "btn btn-primary" };
    view! {
        <div class="view-head">
            <div>
                <h1 class="view-title" id="title" tabindex="-1">
                    <bdi>{move || name().0}</bdi>
                    {move || {
                        name()
                            .1
                            .map_any(|organisation| {
                                view! {
                                    " "
                                    <span class="contact-org">"· " <bdi>{organisation}</bdi></span>
                                }
                            })
                    }}
                </h1>
                <p class="contact-quiet">{facts}</p>
            </div>
            <div class="actions">
                {move || {
                    ready()
                        .map_any(|to| {
                            let wording = target(context, subject, &to);
                            view! {
                                <button
                                    class="btn btn-primary"
                                    type="button"
                                    on:click=move |_| {
                                        subject
                                            .open(
                                                if to == Position::Customer {
                                                    Form::Win
                                                } else {
                                                    Form::Move(to.clone())
                                                },
                                            );
                                    }
                                >
                                    {text::move_to(wording)}
                                    <Glyph icon=Icon::Next />
                                </button>
                            }
                        })
                }}
                <Shown when=asks>
                    <button
                        class=ask_class
                        type="button"
                        on:click=move |_| context.go(&next())
                    >
                        {ask_words}
                    </button>
                </Shown>
                <button class="btn" type="button" on:click=move |_| subject.open(Form::Touch)>
                    <Glyph icon=Icon::Phone />
                    {text::log_touch()}
                </button>
                <More />
            </div>
        </div>
    }
}

fn target(context: AppContext, subject: Subject, to: &Position) -> String {
    let playbook = context.playbook();
    subject.judged.with(|contact| words::target(&playbook, &contact.position, to))
}

fn facts(playbook: &Playbook, contact: &Contact) -> String {
    let said = |id: &str| {
        let id = QuestionId::from(id);
        let given = contact.answers.get(&id)?;
        Some(format::value(playbook.question(&id), &given.value))
    };
    let field = |field| contact.field(field).map(str::to_owned);
    let parts = [
        field(Field::JobTitle),
        said("employees"),
        said("industry"),
        said("country"),
        field(Field::Owner).map(text::owner_fact),
        contact.field(Field::Source).map(|id| brief(playbook, id)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Everything else that can be done, in a menu that closes when used.
#[component]
fn More() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let menu = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let pick = move |form: Form| {
        close();
        subject.open(form);
    };
    let items = move || {
        let playbook = context.playbook();
        let erase = (Form::Erase, text::erase_person().to_owned(), true);
        subject.judged.with(|contact| {
            let gate = subject.assessment.with(|it| it.gate_from(&contact.position).cloned());
            let passed = gate.is_some_and(|gate| gate.verdict == Verdict::Passed);
            let ready = ready(context, subject).is_some();
            let items = items(&playbook, contact, passed, ready).into_iter();
            items.chain([erase]).collect::<Vec<_>>()
        })
    };
    let paused = move || {
        subject.judged.with(|contact| {
            contact.standing != Standing::Active || contact.position == Position::Customer
        })
    };
    view! {
        <details
            class="menu"
            node_ref=menu
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
        >
            <summary class="btn">
                <Glyph icon=Icon::More />
                <span>{text::more()}</span>
            </summary>
            <div class="menu-list">
                <Shown when=paused>
                    <button
                        class="menu-item"
                        type="button"
                        on:click=move |_| {
                            close();
                            reopen(context, subject);
                        }
                    >
                        {text::reopen()}
                    </button>
                </Shown>
                {move || {
                    items()
                        .into_iter()
                        .map(|(form, wording, danger)| {
                            view! {
                                <button
                                    class="menu-item"
                                    type="button"
                                    data-danger=danger.then_some("")
                                    on:click=move |_| pick(form.clone())
                                >
                                    {wording}
                                </button>
                            }
                        })
                        .collect_any()
                }}
                <a class="menu-item" href=Route::Merge(vec![subject.id]).address()>
                    {text::dup_merge_with()}
                </a>
            </div>
        </details>
    }
}

/// What the menu offers: only what the contact's standing allows. A gate that is passed has nothing
/// to override; the move is here where it is not offered as ready.
fn items(
    playbook: &Playbook,
    contact: &Contact,
    passed: bool,
    ready: bool,
) -> Vec<(Form, String, bool)> {
    if contact.has_ended() {
        return Vec::new();
    }
    let mut items = Vec::new();
    let next = next_position(playbook, contact);
    if let Some(to) = next.filter(|to| *to != Position::Customer) {
        let target = words::target(playbook, &contact.position, &to);
        if !passed {
            items.push((Form::Override(to), text::override_to(target), false));
        } else if !ready {
            items.push((Form::Move(to), text::move_to(target) + "…", false));
        }
    }
    if contact.position != Position::Lead {
        items.push((Form::Return, text::move_back().to_owned() + "…", false));
    }
    let waits = contact.handoff.as_ref().is_some_and(Handoff::is_waiting);
    if !waits && can_hand_over(contact).is_ok() {
        items.push((Form::HandOver, text::hand_over().to_owned(), false));
    }
    items.push((Form::Nurture, text::nurture_until().to_owned(), false));
    if contact.level() == Level::Opportunity {
        items.push((Form::Win, text::win().to_owned(), false));
    }
    items.push((Form::Disqualify, text::disqualify().to_owned(), true));
    if contact.level() == Level::Opportunity {
        items.push((Form::Lose, text::lose().to_owned(), true));
    }
    items
}
