//! Adding a criterion: its name, and the question it looks at first.

use super::field::{Choices, Field, Kind, plain};
use super::new_form::NewForm;
use super::rule::questions_to_choose;
use super::subject::edit;
use crate::app::edit::criteria::{self, New};
use crate::app::edit::rules::Place;
use crate::app::edit::{Done, Label, Refused, conditions, refused};
use crate::app::route::PlaybookPage;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::rule::Rule;
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::rule_words;
use leptos::prelude::*;
use std::sync::Arc;

/// Adding a criterion.
#[component]
pub(super) fn NewCriterion() -> impl IntoView {
    let context = AppContext::get();
    let [title, question] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let choices = Signal::derive(move || -> Choices {
        let nowhere = Place::Criterion(CriterionId::from(""));
        let mut all = plain([("", text::pb_choose())]);
        all.extend(questions_to_choose(&context.draft(), &nowhere, ""));
        all
    });
    let none = Memo::new(move |_| choices.with(|choices| choices.len() < 2));
    let form = move || {
        if none.get() {
            return view! { <p class="small">{text::pb_criterion_no_questions()}</p> }.into_any();
        }
        let named = ("new-title", text::pb_criterion_title());
        let other = ("new-question", text::pb_criterion_about());
        let fields = view! {
            <div class="form-pair">
                {Field::entry(context, named.0, named.1, Kind::Line, title).draw()}
                {Field::entry(context, other.0, other.1, Kind::Select(choices), question).draw()}
            </div>
        };
        let create = Arc::new(move || {
            let asked = QuestionId::new(question.get_untracked());
            let made = title.with_untracked(|title| create(context, title, &asked));
            made.map(PlaybookPage::Criterion)
        });
        let (fields, button) = (fields.into_any(), text::pb_criterion_create());
        NewForm { context, title, named, other, fields, button, create }.draw()
    };
    view! {
        <section class="card" aria-labelledby="new">
            <h2 class="card-title" id="new">
                {text::pb_criterion_new()}
            </h2>
            {form}
        </section>
    }
}

/// Adds a criterion about a question to the draft.
pub(super) fn create(
    context: AppContext,
    title: &str,
    asked: &QuestionId,
) -> Result<CriterionId, Refused> {
    let label = Label::new(Done::Add, Noun::Criterion, title.trim());
    edit(context, label, |draft, published| add(draft, published, title, asked))
}

/// Adds a criterion about a question, with its rule in words and the obvious next step.
fn add(
    draft: &mut Playbook,
    published: &Playbook,
    title: &str,
    question: &QuestionId,
) -> Result<CriterionId, Refused> {
    let title = refused::title(title)?;
    let asked = draft.question(question).ok_or(Refused::NoWords)?;
    let rule = Rule::Answer(conditions::usual(asked));
    let step = text::pb_step_made(&asked.title);
    let words = rule_words::rule(draft, &rule);
    criteria::add(draft, published, New { title, rule, words, step })
}
