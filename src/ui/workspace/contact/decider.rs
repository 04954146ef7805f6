//! Who decides, where the contact does not: that somebody must be named, and the form to do it.

use super::super::form::{Problems, SelectField, TextField, day_in, filled_in};
use super::super::words;
use super::dialog::{FormFrame, close};
use super::{Form, Subject};
use crate::app::command::Command;
use crate::app::decider::{DECIDES, GROUP, Gap, gap};
use crate::app::refusal::Refusal;
use crate::domain::event::Field;
use crate::domain::ids::QuestionId;
use crate::domain::value::Value;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use chrono::Days;
use leptos::prelude::*;

/// In how many days one follows up, unless the person says otherwise.
const FOLLOW_UP: Days = Days::new(3);
/// The choice that others decide, too.
const WITH_OTHERS: &str = "with-others";

/// Said while somebody must be named.
#[component]
pub(super) fn DeciderBanner() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let gap = Memo::new(move |_| {
        let playbook = context.playbook();
        subject.judged.with(|contact| gap(&playbook, contact))
    });
    move || {
        gap.get().map_any(|gap| {
            let words = match gap {
                Gap::SomeoneElse => text::gap_someone_else(),
                Gap::NotKnown => text::gap_not_known(),
            };
            view! {
                <div class="banner" role="note">
                    <p>
                        <b>{words}</b>
                    </p>
                    <button
                        class="btn btn-small"
                        type="button"
                        on:click=move |_| subject.open(Form::Decider)
                    >
                        {text::name_decider()}
                    </button>
                </div>
            }
        })
    }
}

/// Names the person who decides, with a follow-up.
#[component]
pub(super) fn Decider() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (name, job) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let group = subject.judged.with_untracked(|contact| {
        let given = contact.answers.get(&QuestionId::new(DECIDES));
        given.is_some_and(|given| given.value == Value::Choice(GROUP.into()))
    });
    let role = RwSignal::new(if group { WITH_OTHERS } else { "" }.to_owned());
    let due = context.today().checked_add_days(FOLLOW_UP).unwrap_or(context.today());
    let due = RwSignal::new(due.to_string());
    let note = RwSignal::new(text::dlg_decider_next().to_owned());
    let task = subject.judged.with_untracked(|contact| contact.task.clone());
    let submit = move || {
        let mut found = Problems::new();
        let name = filled_in("name", name, text::err_name(), &mut found);
        let note = filled_in("what", note, text::err_what(), &mut found);
        let due = day_in("due", due, &mut found).filter(|_| found.is_empty());
        let Some(due) = due else { return problems.set(found) };
        let command = Command::NameDecider {
            name,
            job: job.get_untracked(),
            with_others: role.with_untracked(|role| role == WITH_OTHERS),
            due,
            note,
        };
        match context.dispatch(subject.id, command) {
            Ok(()) => close(subject),
            Err(refusal) => {
                let field = match refusal {
                    Refusal::OutOfReach | Refusal::LongPast => "due",
                    Refusal::NoteTooLong | Refusal::LineTooLong => "what",
                    Refusal::TooLong(Field::JobTitle) => "job",
                    _ => "name",
                };
                let words = words::refusal(&context.playbook_untracked(), &refusal);
                problems.set(vec![(field, words)]);
            }
        }
    };
    let roles = vec![
        (String::new(), text::dlg_decides_alone().to_owned()),
        (WITH_OTHERS.to_owned(), text::dlg_decides_with_others().to_owned()),
    ];
    view! {
        <FormFrame
            title=text::name_decider()
            button=text::dlg_decider_button()
            problems
            on_submit=submit
        >
            <p>{text::dlg_decider_text()}</p>
            <div class="form-pair">
                <TextField id="name" label=text::dlg_name() value=name problems />
                <TextField id="job" label=text::dlg_job() value=job problems optional=true />
            </div>
            <SelectField id="part" label=text::dlg_decision_role() value=role options=roles problems />
            <TextField id="what" label=text::dlg_task_what() value=note problems />
            <TextField
                id="due"
                label=text::dlg_task_due()
                value=due
                problems
                kind="date"
                class="input input-short"
            />
            {task
                .map_any(|task| {
                    view! { <p class="small quiet">{text::dlg_decider_replaces(task.note)}</p> }
                })}
        </FormFrame>
    }
}
