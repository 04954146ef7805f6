//! The form for somebody else who matters.

use super::super::form::{Problems, SelectField, TextField};
use super::super::words;
use super::Subject;
use super::dialog::{FormFrame, carry_out};
use crate::app::command::Command;
use crate::domain::event::Part;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// Adds a stakeholder.
#[component]
pub(super) fn Stakeholder() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (name, job) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let word = words::part;
    let part = RwSignal::new(word(Part::Influencer).to_owned());
    let submit = move || {
        if name.with_untracked(|name| name.trim().is_empty()) {
            return problems.set(vec![("name", text::err_name().to_owned())]);
        }
        let chosen = part.get_untracked();
        let part = Part::ALL.into_iter().find(|part| word(*part) == chosen);
        let command = Command::AddStakeholder {
            name: name.get_untracked(),
            job: job.get_untracked(),
            part: part.unwrap_or(Part::Influencer),
        };
        carry_out(context, subject, problems, ("name", "name"), command);
    };
    let parts = Part::ALL.map(|part| (word(part).to_owned(), word(part).to_owned())).to_vec();
    view! {
        <FormFrame
            title=text::add_stakeholder()
            button=text::add_stakeholder()
            problems
            on_submit=submit
        >
            <div class="form-pair">
                <TextField id="name" label=text::dlg_name() value=name problems />
                <TextField id="job" label=text::dlg_job() value=job problems optional=true />
            </div>
            <SelectField id="part" label=text::dlg_part() value=part options=parts problems />
        </FormFrame>
    }
}
