//! The forms to hand a contact over and to send it back.

use super::super::form::{Problems, SelectField, TextArea, TextField};
use super::super::poor_fit::{knocked_out, poor_fit};
use super::Subject;
use super::dialog::{FormFrame, carry_out};
use super::moves::reasons;
use crate::app::command::Command;
use crate::domain::ids::ReasonId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use leptos::prelude::*;

/// Asks whom to hand it over to.
#[component]
pub(super) fn HandOver() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (to, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let playbook = context.playbook_untracked();
    let out = subject.assessment.with_untracked(|assessment| knocked_out(&playbook, assessment));
    let submit = move || {
        let (to, note) = (to.get_untracked(), note.get_untracked());
        if to.trim().is_empty() {
            return problems.set(vec![("to", text::err_to_whom().to_owned())]);
        }
        carry_out(context, subject, problems, ("to", "note"), Command::HandOver { to, note });
    };
    view! {
        <FormFrame
            title=text::dlg_hand_over()
            button=text::dlg_hand_over()
            problems
            on_submit=submit
        >
            {out.map_any(poor_fit)}
            <p>{text::dlg_hand_over_text()}</p>
            <TextField id="to" label=text::dlg_hand_over_to() value=to problems />
            <TextArea
                id="note"
                label=text::dlg_hand_over_note()
                value=note
                problems
                optional=true
            />
        </FormFrame>
    }
}

/// Asks why it goes back: by a reason of the playbook where it lists some, else in words.
#[component]
pub(super) fn SendBack() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (reason, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let listed = context.playbook_untracked().reasons.send_back.clone();
    let has_reasons = !listed.is_empty();
    let submit = move || {
        let reason = Some(reason.get_untracked()).filter(|id| !id.is_empty());
        let command =
            Command::SendBack { reason: reason.map(ReasonId::new), note: note.get_untracked() };
        carry_out(context, subject, problems, ("reason", "note"), command);
    };
    let label = if has_reasons { text::dlg_send_back_more() } else { text::dlg_send_back_why() };
    view! {
        <FormFrame
            title=text::dlg_send_back()
            button=text::dlg_send_back()
            problems
            on_submit=submit
        >
            {has_reasons
                .then_any(|| {
                    view! {
                        <SelectField
                            id="reason"
                            label=text::dlg_send_back_why()
                            value=reason
                            options=reasons(&listed)
                            problems
                        />
                    }
                })}
            <TextArea id="note" label value=note problems optional=has_reasons />
        </FormFrame>
    }
}
