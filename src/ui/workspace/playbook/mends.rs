//! What the checks find in a criterion and one press mends.
//!
//! Refuses to know what is wrong: that is for the checks. Invariant: a mend is one step of undo.

use super::checks::Checks;
use super::rows::problem;
use super::subject::edit;
use super::words;
use crate::app::edit::criteria as model;
use crate::app::edit::{Done, Label};
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::Noun;
use crate::domain::playbook::lint::FindingKind;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::rule_words;
use leptos::prelude::*;

/// Having the rule hold for whoever is not asked what it takes; nothing where it needs no mending.
pub(super) fn not_asked(context: AppContext, id: &CriterionId) -> AnyView {
    let (checks, error, of) = (Checks::get(), RwSignal::new(None::<String>), id.clone());
    let questions = Memo::new(move |_| {
        let found = checks.found();
        let questions = found.iter().filter_map(|finding| match &finding.kind {
            FindingKind::AskedOfSome { criterion, question } if *criterion == of => {
                Some(question.clone())
            }
            _ => None,
        });
        questions.collect::<Vec<_>>()
    });
    let id = id.clone();
    let one = move |question: QuestionId| {
        let draft = context.draft_untracked();
        let title = draft.question_name(&question).to_owned();
        let when = draft.question(&question).and_then(|question| question.when.as_ref());
        let when = when.map(|when| rule_words::rule(&draft, when)).unwrap_or_default();
        let id = id.clone();
        let press = move |_| {
            let name = context.draft_untracked().criterion_name(&id).to_owned();
            let label = Label::new(Done::Set, Noun::Criterion, name);
            let done = edit(context, label, |draft, _| model::unless_asked(draft, &id, &question));
            let why = done.err();
            error.set(why.map(|why| words::refused(&context.draft_untracked(), &why)));
            request_animation_frame(|| focus("rule"));
        };
        view! {
            <p class="small">{text::pb_not_asked(&title, when)}</p>
            <div class="actions">
                <button class="btn btn-small" type="button" on:click=press>
                    {text::pb_not_asked_mend(&title)}
                </button>
            </div>
        }
        .into_any()
    };
    (move || {
        let mends = questions.get().into_iter().map(one.clone()).collect_any();
        view! { {mends} {problem(error)} }.into_any()
    })
    .into_any()
}

/// What to do with words that are those of another rule: take the ones made of it, or keep them.
pub(super) fn old_words(
    context: AppContext,
    id: &CriterionId,
    made: Memo<String>,
    take: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    let (checks, of) = (Checks::get(), id.clone());
    let old = Memo::new(move |_| {
        let found = checks.found();
        found.iter().any(|f| matches!(&f.kind, FindingKind::WordsOfOldRule(id) if *id == of))
    });
    let id = id.clone();
    (move || {
        let (take, id) = (take.clone(), id.clone());
        let keep = move |_| {
            checks.keep_words(context, &id);
            request_animation_frame(|| focus("criterion-words"));
        };
        old.get()
            .then_any(|| {
                view! {
                    <div class="banner small" role="group" aria-labelledby="old-words">
                        <p id="old-words">
                            <b>{text::check_old_words()}</b>
                            " "
                            {move || text::pb_old_words(made.get())}
                        </p>
                        <div class="actions">
                            <button class="btn btn-small" type="button" on:click=move |_| take()>
                                {text::pb_old_words_take()}
                            </button>
                            <button class="btn btn-small" type="button" on:click=keep>
                                {text::pb_old_words_keep()}
                            </button>
                        </div>
                    </div>
                }
            })
            .into_any()
    })
    .into_any()
}
