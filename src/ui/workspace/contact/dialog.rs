//! The frame of every form on top of the page: a native modal dialog.

use super::super::form::{ErrorSummary, Problems, focus_back};
use super::super::words;
use super::{
    Form, Subject, add_stakeholder, decider, edit_details, erase, hand_over, log_engagement,
    log_touch, moves, set_task,
};
use crate::app::command::Command;
use crate::app::refusal::Refusal;
use crate::app::route::Route;
use crate::domain::event::Field;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// The form that is open.
#[component]
pub(super) fn FormDialog(form: Form) -> impl IntoView {
    let subject = Subject::get();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // It is not open yet, so the browser has no reason to refuse.
            let _ = dialog.show_modal();
        }
    });
    let content = match form {
        Form::Move(to) => view! { <moves::Move to /> }.into_any(),
        Form::Override(to) => view! { <moves::Override to /> }.into_any(),
        Form::Return => view! { <moves::Return /> }.into_any(),
        Form::Nurture => view! { <moves::Nurture /> }.into_any(),
        Form::Disqualify => view! { <moves::End lose=false /> }.into_any(),
        Form::Lose => view! { <moves::End lose=true /> }.into_any(),
        Form::Win => view! { <moves::Win /> }.into_any(),
        Form::Touch => view! { <log_touch::Touch /> }.into_any(),
        Form::Engagement => view! { <log_engagement::Engagement /> }.into_any(),
        Form::Task => view! { <set_task::Task /> }.into_any(),
        Form::Details => view! { <edit_details::Details /> }.into_any(),
        Form::Decider => view! { <decider::Decider /> }.into_any(),
        Form::HandOver => view! { <hand_over::HandOver /> }.into_any(),
        Form::SendBack => view! { <hand_over::SendBack /> }.into_any(),
        Form::Erase => view! { <erase::Erase /> }.into_any(),
        Form::Stakeholder => view! { <add_stakeholder::Stakeholder /> }.into_any(),
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby="form-title"
            node_ref=dialog
            on:close=move |_| close(subject)
        >
            {content}
        </dialog>
    }
}

/// A form with its title, problems and buttons.
#[component]
pub(super) fn FormFrame(
    /// The heading.
    #[prop(into)]
    title: String,
    /// What the button does.
    #[prop(into)]
    button: String,
    /// Whether the button ends something.
    #[prop(optional)]
    danger: bool,
    /// What is wrong.
    #[prop(into)]
    problems: Signal<Problems>,
    /// Carries it out.
    #[prop(into)]
    on_submit: Callback<()>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let subject = Subject::get();
    view! {
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                on_submit.run(());
            }
        >
            <h2 class="form-title" id="form-title" tabindex="-1">
                {title}
            </h2>
            <ErrorSummary problems />
            {children()}
            <div class="actions">
                <button
                    class=if danger { "btn btn-primary btn-danger" } else { "btn btn-primary" }
                    type="submit"
                >
                    {button}
                </button>
                <button class="btn" type="button" on:click=move |_| close(subject)>
                    {text::cancel()}
                </button>
            </div>
        </form>
    }
}

/// Carries a command out: closes the form, or says why not beside `field`; what is about the
/// written text, beside `written`.
pub(super) fn carry_out(
    context: AppContext,
    subject: Subject,
    problems: RwSignal<Problems>,
    (field, written): (&'static str, &'static str),
    command: Command,
) {
    match context.dispatch(subject.id, command) {
        Ok(()) => close(subject),
        Err(refusal) => {
            let id = match refusal {
                Refusal::NoteTooLong
                | Refusal::LineTooLong
                | Refusal::ReasonNeeded
                | Refusal::NothingToDo => written,
                Refusal::TooLong(Field::JobTitle) => "job",
                _ => field,
            };
            problems.set(vec![(id, words::refusal(&context.playbook_untracked(), &refusal))]);
        }
    }
}

/// Closes the form; the focus goes back to what opened it, or to the heading where that is gone.
pub(super) fn close(subject: Subject) {
    subject.form.set(None);
    let context = AppContext::get();
    if context.route.get_untracked() == Route::NameDecider(subject.id) {
        context.replace(&Route::Contact(subject.id));
    }
    // Behind an open dialog nothing can take the focus: it has to be gone first.
    let opener = subject.opener.try_update_value(Option::take).flatten();
    request_animation_frame(move || focus_back(opener.as_ref(), "title"));
}
