//! What an answer must be to be taken, beyond its kind.

use super::super::rule::test::Tested;
use super::super::subject::{Subject, put};
use crate::app::edit::conditions::usual;
use crate::app::edit::{Done, Refused, refused};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::question::{Accept, Question};
use crate::domain::playbook::rule::AnswerTest;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// The fields of what is accepted.
pub(super) fn fields(subject: &Subject<Question>, id: &QuestionId) -> AnyView {
    let on = subject.memo(|q| q.accept.is_some());
    let tick = subject.tick(
        "accept",
        text::pb_accept(),
        |q| q.accept.is_some(),
        |q, on| {
            let begin = || Accept { is: usual(q).is, message: String::new() };
            q.accept = on.then(begin);
            Ok(())
        },
    );
    let accept = subject.part("accept", |q| q.accept.as_ref(), |q| q.accept.as_mut());
    let message = accept.line(
        "message",
        text::pb_accept_message(),
        |accept| accept.message.clone(),
        |accept, typed| put(&mut accept.message, refused::text(typed)),
    );
    let test = {
        let id = id.clone();
        subject.memo(move |q| {
            let is = q.accept.as_ref()?.is.clone();
            Some(AnswerTest { question: id.clone(), is, evidence: None })
        })
    };
    let write = {
        let subject = subject.clone();
        Arc::new(move |is| {
            subject.change(Done::Set, |question| {
                question.accept.as_mut().ok_or(Refused::Missing)?.is = is;
                Ok(())
            })
        })
    };
    let tested = Tested { context: subject.context, id: "q-accept-test".to_owned(), test, write };
    view! {
        {tick.hint(text::pb_accept_hint()).draw()}
        <Shown when=move || on.get()>
            <fieldset class="pb-rule">
                <legend class="pb-subtitle">{text::pb_accept_is()}</legend>
                <div class="pb-cond-parts">{tested.condition()} {tested.measure()} {tested.options()}</div>
            </fieldset>
            {message.clone().draw()}
        </Shown>
    }
    .into_any()
}
