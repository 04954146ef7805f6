//! When a question is asked.

use super::super::rule;
use super::super::subject::Subject;
use crate::app::edit::rules::{Place, askable};
use crate::app::edit::{Done, Refused, conditions};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::rule::Rule;
use crate::ui::text::workspace as text;
use crate::ui::workspace::form::focus;
use leptos::prelude::*;

/// The card of when a question is asked.
pub(super) fn card(subject: &Subject<Question>, id: &QuestionId) -> AnyView {
    let context = subject.context;
    let anyway = subject.tick(
        "anyway",
        text::pb_ask_anyway(),
        |q| q.ask_anyway,
        |q, on| {
            q.ask_anyway = on;
            Ok(())
        },
    );
    let limited = subject.memo(|q| q.when.is_some());
    let place = Place::When(id.clone());
    let set = {
        let (subject, place) = (subject.clone(), place.clone());
        move |on: bool| {
            let draft = context.draft_untracked();
            let usual = askable(&draft, &place).next().map(conditions::usual).map(Rule::Answer);
            // Without another question there is nothing it could depend on.
            let _ = subject.change(Done::Set, |question| {
                if on && usual.is_none() {
                    return Err(Refused::Missing);
                }
                question.when = usual.filter(|_| on);
                Ok(())
            });
            let next = if on { "when-question" } else { "when-add" };
            request_animation_frame(move || focus(next));
        }
    };
    let others = {
        let place = place.clone();
        Memo::new(move |_| askable(&context.draft(), &place).next().is_some())
    };
    let body = move || {
        let set = set.clone();
        if limited.get() {
            return view! {
                <p class="small quiet">{text::pb_when_hint()}</p>
                {rule::editor(context, place.clone(), "when")}
                <div class="actions">
                    <button class="btn btn-small" type="button" on:click=move |_| set(false)>
                        {text::pb_when_none()}
                    </button>
                </div>
            }
            .into_any();
        }
        let add = others.get().then(|| {
            view! {
                <div class="actions">
                    <button
                        class="btn btn-small"
                        type="button"
                        id="when-add"
                        on:click=move |_| set(true)
                    >
                        {text::pb_when_add()}
                    </button>
                </div>
            }
        });
        view! {
            <p class="small quiet">{text::pb_when_always()}</p>
            {add}
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="asking">
            <h2 class="card-title" id="asking">
                {text::pb_asking()}
            </h2>
            {body}
            {anyway.hint(text::pb_ask_anyway_hint()).draw()}
        </section>
    }
    .into_any()
}
