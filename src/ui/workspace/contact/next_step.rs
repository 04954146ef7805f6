//! The next step: one due date with a note.

use super::super::icons::{Glyph, Icon};
use super::{Form, Subject};
use crate::app::command::Command;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// What is planned, and a way to plan it.
#[component]
pub(super) fn NextStepCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let task = move || subject.contact.with(|contact| contact.task.clone());
    // Nobody works on it any more.
    let over = move || subject.contact.with(|contact| contact.standing.is_closed());
    let due = move |due: chrono::NaiveDate| match (due - context.today()).num_days() {
        0 => text::today().to_owned(),
        1 => text::tomorrow().to_owned(),
        -1 => text::one_day_late().to_owned(),
        days if days < 0 => text::days_late(-days),
        _ => String::new(),
    };
    view! {
        <section class="card" aria-labelledby="next-title">
            <div class="card-head">
                <h2 class="card-title" id="next-title">
                    {text::next_step()}
                </h2>
                <Shown when=move || task().is_some()>
                    <button
                        class="link small"
                        type="button"
                        on:click=move |_| subject.open(Form::Task)
                    >
                        {text::change()}
                        <span class="visually-hidden">{text::colon_what(text::next_step())}</span>
                    </button>
                </Shown>
            </div>
            {move || match task() {
                Some(task) => {
                    let late = (task.due < context.today()).then_some("");
                    let when = [intl::day(task.due), due(task.due)];
                    let when: Vec<_> = when.into_iter().filter(|word| !word.is_empty()).collect();
                    view! {
                        <p>
                            <b>{task.note}</b>
                            <br />
                            <span class="quiet small due" data-late=late>{when.join(", ")}</span>
                        </p>
                        <div class="actions">
                            <button
                                class="btn btn-small"
                                type="button"
                                on:click=move |_| {
                                    // There is a task, so it can be completed.
                                    let _ = context.dispatch(subject.id, Command::CompleteTask);
                                    super::super::form::focus("title");
                                }
                            >
                                <Glyph icon=Icon::Check />
                                {text::done()}
                            </button>
                        </div>
                    }
                        .into_any()
                }
                None if over() => {
                    view! { <p class="quiet">{text::no_next_step()}</p> }.into_any()
                }
                None => {
                    view! {
                        <p class="quiet">{text::no_next_step()}</p>
                        <div class="actions">
                            <button
                                class="btn btn-small"
                                type="button"
                                on:click=move |_| subject.open(Form::Task)
                            >
                                {text::set_next_step()}
                            </button>
                        </div>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}
