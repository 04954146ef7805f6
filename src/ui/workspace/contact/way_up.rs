//! The counterfactual, told as next steps: which answers would be enough for the next position.

use super::Subject;
use crate::app::route::{PlaybookPage, Route};
use crate::domain::answer::Evidence;
use crate::domain::counterfactual::{Change, Counterfactual, counterfactual};
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::position::Position;
use crate::domain::rules::Rules;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::{rule_words, words};
use leptos::prelude::*;

/// What it would take to pass the gate ahead, and where that leads; nothing for a customer.
pub(super) fn way(context: AppContext, subject: Subject) -> Option<(Position, Counterfactual)> {
    let playbook = context.playbook();
    subject.judged.with(|contact| {
        let gate = playbook.gates_between(&contact.position, playbook.path().last()?).into_iter();
        let gate = gate.into_iter().next()?;
        let rules = Rules::of(&playbook);
        let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, context.today());
        let way = counterfactual(&facts, gate.criteria);
        Some((gate.to, way))
    })
}

/// What it would take, in words; nothing where the gate ahead is passed.
pub(super) fn way_up(context: AppContext, subject: Subject) -> Option<AnyView> {
    let playbook = context.playbook();
    let (to, way) = way(context, subject)?;
    let to = subject.judged.with(|contact| words::target(&playbook, &contact.position, &to));
    let asked = asked(context, subject);
    draw(&Ways { playbook: &playbook, id: subject.id, asked }, &to, &way)
}

/// The questions that no other answer says not to ask.
pub(super) fn asked(context: AppContext, subject: Subject) -> Vec<QuestionId> {
    let playbook = context.playbook();
    subject.judged.with(|contact| {
        let rules = Rules::of(&playbook);
        let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, context.today());
        let is_asked = |question: &&Question| facts.applies(&question.id) != Outcome::NotMet;
        playbook.questions.iter().filter(is_asked).map(|question| question.id.clone()).collect()
    })
}

/// What the ways are told by.
struct Ways<'a> {
    playbook: &'a Playbook,
    id: ContactId,
    /// The questions that no other answer says not to ask.
    asked: Vec<QuestionId>,
}

fn draw(ways: &Ways<'_>, to: &str, way: &Counterfactual) -> Option<AnyView> {
    let (head, list) = match way {
        Counterfactual::Nothing => return None,
        Counterfactual::NoWay => (text::way_none(to), None),
        Counterfactual::OneWay(changes) => {
            (text::way_long(changes.len(), to), Some(steps(ways, changes)))
        }
        Counterfactual::Smallest(smallest) => match smallest.as_slice() {
            [only] if only.len() == 1 => (text::way_one(to), Some(steps(ways, only))),
            [only] => (text::way_some(only.len(), to), Some(steps(ways, only))),
            [first, ..] if first.len() == 1 => {
                let single: Vec<_> = smallest.iter().flatten().cloned().collect();
                (text::way_choice(to), Some(steps(ways, &single)))
            }
            several => {
                let size = several.first().map_or(0, Vec::len);
                (text::way_choices(size, to), Some(choices(ways, several)))
            }
        },
    };
    Some(view! { <div class="next-box"><b>{head}</b>{list}</div> }.into_any())
}

fn choices(told: &Ways<'_>, ways: &[Vec<Change>]) -> AnyView {
    let one = |(n, way): (usize, &Vec<Change>)| {
        view! {
            <p class="way">{text::way_number(n + 1)}</p>
            {steps(told, way)}
        }
    };
    ways.iter().enumerate().map(one).collect_any().into_any()
}

fn steps(told: &Ways<'_>, changes: &[Change]) -> AnyView {
    let Ways { playbook, id, asked } = told;
    let step = |change: &Change| {
        let said = said(playbook, change);
        if !asked.contains(&change.question) {
            let checks = Route::Playbook(PlaybookPage::Checks).address();
            return view! {
                <li>
                    {said} ". " {text::way_not_asked()} " "
                    <a class="link" href=checks>
                        {text::checks()}
                    </a>
                </li>
            }
            .into_any();
        }
        let address = Route::Ask(*id, change.question.clone()).address();
        let question = playbook.question(&change.question).map(|q| q.title.clone());
        view! {
            <li>
                {said} " "
                <a class="link" href=address>
                    {text::ask_this()}
                    <span class="visually-hidden">{question.map(text::ask_about)}</span>
                </a>
            </li>
        }
        .into_any()
    };
    let items = changes.iter().map(step).collect_any();
    view! { <ul>{items}</ul> }.into_any()
}

/// One answer to get, in words.
fn said(playbook: &Playbook, change: &Change) -> String {
    let Some(question) = playbook.question(&change.question) else { return String::new() };
    let title = &question.title;
    if change.confirms {
        let answer = format::value(Some(question), &change.example);
        return match change.evidence {
            Evidence::Documented => text::change_document(title, answer),
            _ => text::change_confirm(title, answer),
        };
    }
    let step = match rule_words::wanted(question, &change.wanted) {
        Some(answer) => text::change_wanted(title, answer),
        None => text::change_find(title),
    };
    match change.evidence {
        Evidence::Claimed => step,
        grade => text::change_graded(step, format::evidence_within(grade)),
    }
}
