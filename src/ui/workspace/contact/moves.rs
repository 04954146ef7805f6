//! Forms that move a contact, set it aside or end it.

use super::super::form::{Problems, SelectField, TextArea, TextField, day_in};
use super::super::poor_fit::{knocked_out, poor_fit};
use super::super::words;
use super::Subject;
use super::dialog::{FormFrame, carry_out};
use crate::app::ahead::gates_for;
use crate::app::command::Command;
use crate::domain::ids::ReasonId;
use crate::domain::playbook::Reason;
use crate::domain::position::Position;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use leptos::prelude::*;

/// Confirms a move whose gates are passed.
#[component]
pub(super) fn Move(to: Position) -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let title = text::move_to(target(context, subject, &to));
    view! {
        <FormFrame
            title=title.clone()
            button=title
            problems
            on_submit=move || {
                let command = Command::Advance(to.clone());
                carry_out(context, subject, problems, ("form-title", "form-title"), command);
            }
        >
            <p>{text::dlg_move_text()}</p>
        </FormFrame>
    }
}

/// Asks for the reason to move against the playbook.
#[component]
pub(super) fn Override(to: Position) -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let (problems, reason) = (RwSignal::new(Problems::new()), RwSignal::new(String::new()));
    let missing = missing(context, subject, &to);
    let playbook = context.playbook_untracked();
    let out = subject.assessment.with_untracked(|assessment| knocked_out(&playbook, assessment));
    let title = text::dlg_override(target(context, subject, &to));
    view! {
        <FormFrame
            title
            button=text::dlg_override_button()
            problems
            on_submit=move || {
                let command = Command::Override {
                    to: to.clone(),
                    reason: reason.get_untracked(),
                };
                carry_out(context, subject, problems, ("form-title", "reason"), command);
            }
        >
            {out.map_any(poor_fit)}
            {(!missing.is_empty()).then_any(|| view! { <p>{text::dlg_override_missing(&missing)}</p> })}
            <TextArea id="reason" label=text::dlg_override_why() value=reason problems />
            <p class="small quiet">{text::dlg_override_note()}</p>
        </FormFrame>
    }
}

/// Asks where to and why.
#[component]
pub(super) fn Return() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let playbook = context.playbook_untracked();
    let rank = subject.contact.with_untracked(|contact| playbook.rank(&contact.position));
    let lower: Vec<_> = playbook.path().into_iter().take(rank).rev().collect();
    let to = RwSignal::new(lower.first().map(Position::to_string).unwrap_or_default());
    let reason = RwSignal::new(String::new());
    let options = lower.iter().map(|p| (p.to_string(), words::position(&playbook, p))).collect();
    view! {
        <FormFrame
            title=text::move_back()
            button=text::move_back()
            problems
            on_submit=move || {
                let to = Position::parse(&to.get_untracked()).unwrap_or_default();
                let command = Command::Return {
                    to,
                    reason: reason.get_untracked(),
                };
                carry_out(context, subject, problems, ("where", "reason"), command);
            }
        >
            <SelectField id="where" label=text::dlg_return_where() value=to options problems />
            <TextArea id="reason" label=text::dlg_return_why() value=reason problems />
        </FormFrame>
    }
}

/// Asks until when.
#[component]
pub(super) fn Nurture() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (until, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let options = reasons(&context.playbook_untracked().reasons.nurture);
    view! {
        <FormFrame
            title=text::nurture_until().trim_end_matches('…')
            button=text::dlg_nurture_button()
            problems
            on_submit=move || {
                let mut found = Problems::new();
                let Some(until) = day_in("until", until, &mut found) else {
                    return problems.set(found);
                };
                let reason = Some(reason.get_untracked()).filter(|id| !id.is_empty());
                let command = Command::Nurture { until, reason: reason.map(ReasonId::new) };
                carry_out(context, subject, problems, ("until", "until"), command);
            }
        >
            <TextField
                id="until"
                label=text::dlg_nurture_until()
                value=until
                problems
                kind="date"
                class="input input-short"
            />
            <SelectField
                id="reason"
                label=text::reason()
                value=reason
                options
                problems
                optional=true
            />
            <p class="small quiet">{text::dlg_nurture_note()}</p>
        </FormFrame>
    }
}

/// Asks why it ends: lost, or unsuitable.
#[component]
pub(super) fn End(lose: bool) -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (reason, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let name = subject.contact.with_untracked(|contact| words::name(contact).0);
    let playbook = context.playbook_untracked();
    let options = reasons(if lose { &playbook.reasons.lose } else { &playbook.reasons.disqualify });
    let (title, why, about, button) = if lose {
        (text::dlg_lose(name), text::dlg_lose_why(), text::dlg_lose_note(), text::dlg_lose_button())
    } else {
        let why = text::dlg_disqualify_why();
        let button = text::dlg_disqualify_button();
        (text::dlg_disqualify(name), why, text::dlg_disqualify_note(), button)
    };
    view! {
        <FormFrame
            title
            button
            danger=true
            problems
            on_submit=move || {
                let (reason, note) = (
                    ReasonId::new(reason.get_untracked()),
                    Some(note.get_untracked()),
                );
                let command = if lose {
                    Command::Lose { reason, note }
                } else {
                    Command::Disqualify { reason, note }
                };
                carry_out(context, subject, problems, ("reason", "note"), command);
            }
        >
            <SelectField id="reason" label=why value=reason options problems />
            <TextArea id="note" label=text::note() value=note problems optional=true />
            <p class="small quiet">{about}</p>
        </FormFrame>
    }
}

/// Confirms a win; asks for a reason where exit criteria are not met.
#[component]
pub(super) fn Win() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let (problems, reason) = (RwSignal::new(Problems::new()), RwSignal::new(String::new()));
    let missing = missing(context, subject, &Position::Customer);
    let incomplete = !missing.is_empty();
    let name = subject.contact.with_untracked(|contact| words::name(contact).0);
    view! {
        <FormFrame
            title=text::dlg_win(name)
            button=text::dlg_win_button()
            problems
            on_submit=move || {
                let reason = Some(reason.get_untracked()).filter(|text| !text.trim().is_empty());
                if incomplete && reason.is_none() {
                    return problems
                        .set(vec![("reason", text::err_written_reason().to_owned())]);
                }
                let command = Command::Win { reason };
                carry_out(context, subject, problems, ("form-title", "reason"), command);
            }
        >
            <p>{text::dlg_win_text()}</p>
            {incomplete
                .then_any(|| {
                    view! {
                        <p>{text::dlg_override_missing(&missing)}</p>
                        <TextArea id="reason" label=text::dlg_override_why() value=reason problems />
                        <p class="small quiet">{text::dlg_override_note()}</p>
                    }
                })}
        </FormFrame>
    }
}

fn target(context: AppContext, subject: Subject, to: &Position) -> String {
    let playbook = context.playbook_untracked();
    subject.contact.with_untracked(|contact| {
        // Over several positions at once, the stage is part of where it goes.
        if playbook.rank(to) > playbook.rank(&contact.position) + 1 {
            words::position(&playbook, to)
        } else {
            words::target(&playbook, &contact.position, to)
        }
    })
}

/// The names of the criteria that a move up lacks.
fn missing(context: AppContext, subject: Subject, to: &Position) -> String {
    let playbook = context.playbook_untracked();
    let gates = subject
        .contact
        .with_untracked(|contact| gates_for(&playbook, contact, to, context.today()));
    let lacking = gates.iter().flat_map(|gate| gate.missing().map(|reading| &reading.id));
    words::criteria(&playbook, lacking)
}

/// The reasons of a list to choose from, after one that chooses none.
pub(super) fn reasons(listed: &[Reason]) -> Vec<(String, String)> {
    let listed = listed.iter().map(|reason| (reason.id.to_string(), reason.title.clone()));
    [(String::new(), text::choose_reason().to_owned())].into_iter().chain(listed).collect()
}
