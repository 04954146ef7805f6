//! The form for the next step.

use super::super::form::{Problems, TextField, day_in, filled_in};
use super::Subject;
use super::dialog::{FormFrame, carry_out};
use crate::app::command::Command;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// Sets the next step.
#[component]
pub(super) fn Task() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let task = subject.contact.with_untracked(|contact| contact.task.clone());
    let note = RwSignal::new(task.as_ref().map(|task| task.note.clone()).unwrap_or_default());
    let due = RwSignal::new(task.map(|task| task.due.to_string()).unwrap_or_default());
    let submit = move || {
        let mut found = Problems::new();
        let note = filled_in("what", note, text::err_what(), &mut found);
        match day_in("due", due, &mut found).filter(|_| found.is_empty()) {
            Some(due) => {
                let command = Command::SetTask { due, note };
                carry_out(context, subject, problems, ("due", "what"), command);
            }
            None => problems.set(found),
        }
    };
    view! {
        <FormFrame title=text::set_next_step() button=text::dlg_task_button() problems on_submit=submit>
            <TextField id="what" label=text::dlg_task_what() value=note problems />
            <TextField
                id="due"
                label=text::dlg_task_due()
                value=due
                problems
                kind="date"
                class="input input-short"
            />
        </FormFrame>
    }
}
