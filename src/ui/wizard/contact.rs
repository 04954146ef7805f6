//! The contact step below a result: the form with the box to tick, and how handing over stands.
//!
//! Draws a [`Contact`]; its rules are elsewhere. Invariant: while it is out of the visitor's hands, how it
//! stands is said in one live region that stays, and what is typed goes into the [`Contact`] alone.

use super::errors::{beside, summary};
use super::frame::Told;
use crate::app::visit::contact::{Contact, Handover, Problem, asked, is_optional};
use crate::app::visit::wish::Wish;
use crate::domain::playbook::words::{Consent, Detail};
use crate::ui::text::wizard as text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use web_sys::Element;

/// Where the focus goes when something is wrong with the form.
pub const PROBLEMS: &str = ".contact .error-summary";
/// Where the focus goes when the step has changed.
pub const FORM: &str = ".contact-title";

/// The box to tick.
const BOX: [&str; 2] = ["#c-agreed", "c-agreed"];

/// What a detail is called.
pub fn label(detail: Detail) -> &'static str {
    match detail {
        Detail::Person => text::detail_person(),
        Detail::Organisation => text::detail_organisation(),
        Detail::Email => text::detail_email(),
        Detail::Phone => text::detail_phone(),
    }
}

/// What finds the field of a detail, what it takes, and what a browser fills it in with.
fn field_of(detail: Detail) -> [&'static str; 4] {
    match detail {
        Detail::Person => ["#c-person", "c-person", "text", "name"],
        Detail::Organisation => ["#c-organisation", "c-organisation", "text", "organization"],
        Detail::Email => ["#c-email", "c-email", "email", "email"],
        Detail::Phone => ["#c-phone", "c-phone", "tel", "tel"],
    }
}

/// A problem: what finds its field, and what is said.
fn words(problem: Problem) -> (&'static str, String) {
    let (detail, words) = match problem {
        Problem::Missing(detail) => (
            detail,
            match detail {
                Detail::Person => text::no_person(),
                Detail::Organisation => text::no_organisation(),
                Detail::Email => text::no_email(),
                Detail::Phone => text::no_phone(),
            },
        ),
        Problem::NoWay => (Detail::Email, text::no_way()),
        Problem::NotAnEmail => (Detail::Email, text::not_an_email()),
        Problem::NotAPhone => (Detail::Phone, text::not_a_phone()),
        Problem::NotAgreed => return (BOX[0], text::not_agreed().to_owned()),
    };
    (field_of(detail)[0], words.to_owned())
}

/// How it stands, in words.
fn standing(handover: Handover) -> &'static str {
    match handover {
        Handover::Sending => text::handover_sending(),
        Handover::Waiting => text::handover_waiting(),
        Handover::Confirmed => text::handover_confirmed(),
        Handover::Sent => text::handover_sent(),
        Handover::Ask => text::handover_ask(),
        Handover::Failed => text::handover_failed(),
        Handover::Taken => text::handover_taken(),
    }
}

/// How it stands, and why, as the live region says it.
fn status(contact: &Contact) -> String {
    let mut words = contact.handover.map(standing).unwrap_or_default().to_owned();
    if let Some(reason) = &contact.reason {
        words.push(' ');
        words.push_str(reason);
    }
    words
}

/// For style sheets: whose turn it is.
fn turn(contact: &Contact) -> &'static str {
    if contact.handover.is_some_and(Handover::is_stuck) { "stuck" } else { "" }
}

/// Says how handing over stands, on the page inside an element. The live region stays, so that the
/// change is announced, and so does the focus.
pub fn say(inside: &Element, contact: &Contact) {
    let Ok(Some(form)) = inside.query_selector(".contact") else { return };
    // Refused for names that are none alone.
    let _ = form.set_attribute("data-turn", turn(contact));
    if let Ok(Some(line)) = form.query_selector("[role=status]") {
        line.set_text_content(Some(&status(contact)));
    }
}

/// The step.
pub fn contact(consent: &Consent, contact: &Contact, wish: &Told<Wish>) -> impl IntoView + use<> {
    let (send, again, correct) = (wish.clone(), wish.clone(), wish.clone());
    let submit = move |submitted: SubmitEvent| {
        submitted.prevent_default();
        send(Wish::Send);
    };
    let asked = contact.handover.is_none();
    let title = if asked { text::contact_title() } else { text::contact_sent_title() };
    view! {
        <form
            class="wizard-step contact"
            part="contact"
            novalidate
            data-turn=turn(contact)
            on:submit:capture=submit
        >
            <h3 class="answers-title contact-title" tabindex="-1">
                {title}
            </h3>
            {asked.then(|| form(consent, contact, wish))}
            <p role="status">{status(contact)}</p>
            <div class="wizard-actions contact-again">
                <button
                    class="btn"
                    type="button"
                    part="button"
                    on:click:capture=move |_| again(Wish::SendAgain)
                >
                    {text::send_again()}
                </button>
                <button
                    class="link"
                    type="button"
                    on:click:capture=move |_| correct(Wish::Correct)
                >
                    {text::change_details()}
                </button>
            </div>
        </form>
    }
}

/// What is filled in, with what is wrong with it.
fn form(consent: &Consent, contact: &Contact, wish: &Told<Wish>) -> impl IntoView + use<> {
    let mut problems = Vec::new();
    for problem in &contact.problems {
        problems.push(words(*problem));
    }
    let wrong = |[place, id]: [&str; 2]| {
        let found = problems.iter().find(|(field, _)| *field == place);
        found.map(|(_, message)| beside([id, "-error"].concat(), message.clone()))
    };
    let mut either = 0;
    let mut fields = Vec::new();
    for detail in asked(consent) {
        let [place, id, kind, autocomplete] = field_of(detail);
        let (write, wrong) = (wish.clone(), wrong([place, id]));
        let (optional, is_wrong) = (is_optional(consent, detail), wrong.is_some());
        either += usize::from(!optional);
        let optional =
            optional.then(|| view! { " " <span class="optional">{text::optional()}</span> });
        fields.push(view! {
            <div class="field">
                <label for=id>{label(detail)} {optional}</label>
                {wrong}
                <input
                    class="input"
                    id=id
                    type=kind
                    inputmode=kind
                    autocomplete=autocomplete
                    maxlength="254"
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby=is_wrong.then(|| [id, "-error"].concat())
                    prop:value=contact.typed(detail).to_owned()
                    on:input:capture:target=move |input| {
                        write(Wish::Write(detail, input.target().value()));
                    }
                />
            </div>
        });
    }
    let either = (either > 1).then(|| view! { <p class="quiet">{text::contact_either()}</p> });
    let not_agreed = wrong(BOX);
    let (agreed, is_wrong) = (contact.agreed, not_agreed.is_some());
    let agree = wish.clone();
    let summary = (!problems.is_empty()).then(|| summary(problems));
    view! {
        {summary}
        <p class="quiet">{text::contact_hint()}</p>
        {fields}
        {either}
        <div class="field">
            {not_agreed}
            <label class="choice">
                <input
                    id=BOX[1]
                    type="checkbox"
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby=is_wrong.then_some("c-agreed-error")
                    prop:checked=agreed
                    on:change:capture:target=move |change| {
                        agree(Wish::Agree(change.target().checked()));
                    }
                />
                <span class="choice-text">{consent.text.clone()}</span>
            </label>
        </div>
        <div class="wizard-actions">
            <button class="btn btn-primary" type="submit" part="button button-primary">
                {text::send()}
            </button>
        </div>
    }
}
