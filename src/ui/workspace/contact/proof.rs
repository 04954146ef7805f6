//! The proof tree of a criterion: how its rule is judged, branch by branch.

use super::taken_over::taken_over;
use crate::app::proof_tree::{Ground, Leaf, Proof};
use crate::domain::playbook::Playbook;
use crate::ui::format;
use crate::ui::text::rep;
use crate::ui::text::workspace as text;
use crate::ui::wizard::marks::{OutcomeMark, outcome_mark};
use crate::ui::wizard::why::outcome_word;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::rule_words;
use leptos::prelude::*;

/// Draws a proof with everything under it.
pub(super) fn proof(playbook: &Playbook, proof: &Proof) -> AnyView {
    let outcome = proof.outcome;
    let (head, inside) = match &proof.on {
        Ground::All(branches) => (text::all_of_these().to_owned(), Some(list(playbook, branches))),
        Ground::Any(branches) => (text::any_of_these().to_owned(), Some(list(playbook, branches))),
        Ground::Not(branch) => {
            (text::not_this().to_owned(), Some(list(playbook, std::slice::from_ref(branch))))
        }
        Ground::Criterion(id, inside) => {
            let title = playbook.criterion_name(id).to_owned();
            (title, Some(list(playbook, std::slice::from_ref(inside))))
        }
        Ground::Answer(answer) => (leaf(playbook, answer), None),
        Ground::Nothing => (text::rule_nothing().to_owned(), None),
    };
    let from = match &proof.on {
        Ground::Answer(answer) => answer.from.map(|from| (" · ", taken_over(from))),
        _ => None,
    };
    view! {
        <div class="proof-branch" data-outcome=outcome_mark(outcome)>
            <OutcomeMark outcome=outcome />
            <span>
                {head} ": " <b class="outcome">{outcome_word(outcome)}</b> {from}
            </span>
        </div>
        {inside}
    }
    .into_any()
}

fn list(playbook: &Playbook, branches: &[Proof]) -> AnyView {
    let items =
        branches.iter().map(|branch| view! { <li>{proof(playbook, branch)}</li> }).collect_any();
    view! { <ul class="proof">{items}</ul> }.into_any()
}

/// A test of one answer: what it asks for, and what is on record.
fn leaf(playbook: &Playbook, leaf: &Leaf) -> String {
    let Leaf { question, test, floor, given, .. } = leaf;
    let Some(question) = playbook.question(question) else {
        return text::rule_nothing().to_owned();
    };
    let asks = text::rule_about(&question.title, rule_words::test(question, test));
    let Some(given) = given else {
        return format!("{asks} – {}", text::rests_on_nothing());
    };
    let answer = format::value(Some(question), &given.value);
    let grade = format::evidence_within(given.evidence);
    let source = rep::who_when(format::who(&given.by), format::day(given.at));
    let rests = text::rests_on(answer, grade, source);
    if given.evidence < *floor {
        let weak = text::too_weak(format::evidence_within(*floor));
        return format!("{asks} – {rests}; {weak}");
    }
    format!("{asks} – {rests}")
}
