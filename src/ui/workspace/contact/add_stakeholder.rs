//! The form for somebody else who matters.

use super::super::form::{Problems, SelectField, TextField};
use super::super::words;
use super::Subject;
use super::dialog::{FormFrame, carry_out};
use crate::app::command::Command;
use crate::domain::event::DecisionRole;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// Adds a stakeholder.
#[component]
pub(super) fn Stakeholder() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (name, job) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let word = words::decision_role;
    let role = RwSignal::new(word(DecisionRole::Influencer).to_owned());
    let submit = move || {
        if name.with_untracked(|name| name.trim().is_empty()) {
            return problems.set(vec![("name", text::err_name().to_owned())]);
        }
        let chosen = role.get_untracked();
        let role = DecisionRole::ALL.into_iter().find(|role| word(*role) == chosen);
        let command = Command::AddStakeholder {
            name: name.get_untracked(),
            job: job.get_untracked(),
            role: role.unwrap_or(DecisionRole::Influencer),
        };
        carry_out(context, subject, problems, ("name", "name"), command);
    };
    let roles =
        DecisionRole::ALL.map(|role| (word(role).to_owned(), word(role).to_owned())).to_vec();
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
            <SelectField id="part" label=text::dlg_decision_role() value=role options=roles problems />
        </FormFrame>
    }
}
