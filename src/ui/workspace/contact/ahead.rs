//! What to ask before anything else: what is missing of the gates a contact went past, or the one
//! answer that would be enough for its next move.
//!
//! Refuses to know the order of the wizard, which asks on as ever. Invariant: nothing is named that is
//! already met.

use super::{Subject, way_up};
use crate::app::route::Route;
use crate::domain::assess::{CriterionReading, GateReading};
use crate::domain::counterfactual::{Counterfactual, counterfactual};
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::QuestionId;
use crate::domain::outcome::Outcome;
use crate::domain::rules::Rules;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::why::outcome_word;
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;

/// A criterion of a gate a contact went past without meeting it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Skipped {
    title: String,
    outcome: Outcome,
    /// What to ask to meet it, with the title.
    question: Option<(QuestionId, String)>,
}

/// Whether a contact stands further than its evidence reaches, and that still matters.
pub(super) fn is_ahead(subject: Subject) -> bool {
    subject.assessment.with(|assessment| assessment.ahead_of_evidence)
        && !subject.judged.with(|contact| contact.standing.is_closed())
}

/// What is missing of the gates below where a contact stands; nothing where it is not ahead.
pub(super) fn skipped(context: AppContext, subject: Subject) -> Vec<Skipped> {
    if !is_ahead(subject) {
        return Vec::new();
    }
    let playbook = context.playbook();
    let rules = Rules::of(&playbook);
    subject.judged.with(|contact| {
        let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, context.today());
        let one = |reading: &CriterionReading| {
            let criterion = playbook.criterion(&reading.id)?;
            let way = counterfactual(&facts, std::slice::from_ref(&reading.id));
            let asked = way.first().first().and_then(|change| playbook.question(&change.question));
            // Where no open answer would do, one that was given has to be looked at again.
            let read = playbook.questions_read([&criterion.rule]);
            let question = asked.or(read.first().copied());
            let question = question.map(|question| (question.id.clone(), question.title.clone()));
            Some(Skipped { title: criterion.title.clone(), outcome: reading.outcome, question })
        };
        let below = playbook.rank(&contact.position);
        let gates = subject.assessment.with(|assessment| assessment.gates.clone());
        let mut skipped: Vec<Skipped> = Vec::new();
        for reading in gates.iter().take(below).flat_map(GateReading::missing) {
            skipped.extend(one(reading).filter(|new| skipped.iter().all(|old| old != new)));
        }
        skipped
    })
}

/// The question that comes before the wizard's own order; none where that order is as good.
pub(super) fn first(context: AppContext, subject: Subject) -> Option<(QuestionId, String)> {
    if is_ahead(subject) {
        return skipped(context, subject).into_iter().find_map(|skipped| skipped.question);
    }
    let (_, way) = way_up::way(context, subject)?;
    let Counterfactual::Smallest(ways) = way else { return None };
    let [change] = ways.first()?.as_slice() else { return None };
    let playbook = context.playbook();
    let asked = way_up::asked(context, subject).contains(&change.question);
    let question = playbook.question(&change.question).filter(|_| asked)?;
    Some((question.id.clone(), question.title.clone()))
}

/// The list of what is missing, each with a link to ask.
pub(super) fn list(subject: Subject, skipped: Vec<Skipped>) -> AnyView {
    let item = |Skipped { title, outcome, question }: Skipped| {
        let link = question.map(|(question, about)| {
            let address = Route::Ask(subject.id, question).address();
            view! {
                " "
                <a class="link" href=address>
                    {text::ask_this()}
                    <span class="visually-hidden">{text::ask_about(about)}</span>
                </a>
            }
        });
        view! { <li>{text::named_value(title, outcome_word(outcome))} {link}</li> }
    };
    let items = skipped.into_iter().map(item).collect_any();
    view! { <ul>{items}</ul> }.into_any()
}
