//! A condition in a row: whose answer, what it must be, and how well it must be known.

use super::super::field::{Choices, Field, Kind, plain};
use super::test::Tested;
use super::{Desk, menu};
use crate::app::edit::Refused;
use crate::app::edit::rules::{self, Place};
use crate::domain::answer::Evidence;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{AnswerTest, Rule};
use crate::ui::text::workspace as text;
use crate::ui::workspace::rule_words;
use leptos::prelude::*;
use std::sync::Arc;

/// A test of one answer.
pub(super) fn condition(desk: &Desk, path: &[usize]) -> AnyView {
    let test = {
        let (desk, path) = (desk.clone(), path.to_vec());
        Memo::new(move |_| {
            desk.read(&path, |rule| match rule {
                Rule::Answer(test) => Some(test.clone()),
                _ => None,
            })
        })
    };
    let write = {
        let (desk, path) = (desk.clone(), path.to_vec());
        Arc::new(move |is| desk.edit_rule(|rule| rules::set(rule, &path, |test| test.is = is)))
    };
    let tested = Tested { context: desk.context, id: desk.control(path, "test"), test, write };
    let label = {
        let (context, desk, path) = (desk.context, desk.clone(), path.to_vec());
        move || {
            let draft = context.draft();
            text::pb_condition(desk.read(&path, |rule| rule_words::rule(&draft, rule)))
        }
    };
    view! {
        <div class="pb-cond" role="group" aria-label=label>
            <div class="pb-cond-parts">
                {question(desk, path, test).bare()} {tested.condition()} {tested.measure()}
                {evidence(desk, path, test).bare()} {tested.options()}
            </div>
            {menu::menu(desk, path)}
        </div>
    }
    .into_any()
}

fn question(desk: &Desk, path: &[usize], test: Memo<Option<AnswerTest>>) -> Field {
    let asked = Memo::new(move |_| {
        test.with(|test| test.as_ref().map(|test| test.question.to_string()).unwrap_or_default())
    });
    let choices = {
        let desk = desk.clone();
        Signal::derive(move || {
            let draft = desk.context.draft();
            asked.with(|asked| questions(&draft, &desk.place, asked))
        })
    };
    let (at, desk) = (path.to_vec(), desk.clone());
    Field::new(
        desk.context,
        desk.control(path, "question"),
        text::pb_cond_question(),
        Kind::Select(choices),
        asked,
        Arc::new(move |typed| {
            let question = QuestionId::from(typed);
            desk.edit(|draft, place| rules::ask(draft, place, &at, &question))
        }),
    )
}

/// The questions that can be chosen, by section, and the one that is, asked or not.
pub(in crate::ui::workspace::playbook) fn questions(
    draft: &Playbook,
    place: &Place,
    chosen: &str,
) -> Choices {
    let askable: Vec<_> = rules::askable(draft, place).collect();
    let mut groups: Choices = Vec::new();
    for section in &draft.sections {
        let inside = askable.iter().filter(|question| question.section == section.id);
        let inside: Vec<_> = inside.map(|q| (q.id.to_string(), q.title.clone())).collect();
        if !inside.is_empty() {
            groups.push((section.title.clone(), inside));
        }
    }
    if !chosen.is_empty() && !askable.iter().any(|question| question.id.as_str() == chosen) {
        let title = draft.question_name(&QuestionId::from(chosen)).to_owned();
        groups.push((text::pb_retired().to_owned(), vec![(chosen.to_owned(), title)]));
    }
    groups
}

fn evidence(desk: &Desk, path: &[usize], test: Memo<Option<AnswerTest>>) -> Field {
    const GRADES: [(&str, Evidence); 2] =
        [("confirmed", Evidence::Confirmed), ("documented", Evidence::Documented)];
    let value = Memo::new(move |_| {
        let floor = test.with(|test| test.as_ref().and_then(|test| test.evidence));
        let known = GRADES.iter().find(|(_, grade)| Some(*grade) == floor);
        known.map_or("", |(key, _)| key).to_owned()
    });
    let choices = plain([
        ("", text::pb_evidence_any()),
        ("confirmed", text::pb_evidence_confirmed()),
        ("documented", text::pb_evidence_documented()),
    ]);
    let (at, desk) = (path.to_vec(), desk.clone());
    Field::new(
        desk.context,
        desk.control(path, "evidence"),
        text::pb_cond_evidence(),
        Kind::Select(Signal::stored(choices)),
        value,
        Arc::new(move |typed| {
            let floor = GRADES.iter().find(|(key, _)| *key == typed).map(|(_, grade)| *grade);
            desk.edit_rule(|rule| rules::set(rule, &at, |test| test.evidence = floor))
        }),
    )
}

/// What another criterion says.
pub(super) fn criterion(desk: &Desk, path: &[usize]) -> AnyView {
    let read = |rule: &Rule| match rule {
        Rule::Criterion(id) => id.to_string(),
        _ => String::new(),
    };
    let chosen = {
        let (desk, path) = (desk.clone(), path.to_vec());
        Memo::new(move |_| desk.read(&path, read))
    };
    let choices = {
        let desk = desk.clone();
        Signal::derive(move || others(&desk))
    };
    let field = {
        let (desk, at) = (desk.clone(), path.to_vec());
        Field::new(
            desk.context,
            desk.control(path, "criterion"),
            text::pb_cond_criterion(),
            Kind::Select(choices),
            chosen,
            Arc::new(move |typed| {
                let known = desk.context.draft_untracked();
                let id = CriterionId::from(typed);
                known.criterion(&id).ok_or(Refused::Missing)?;
                desk.edit_rule(|rule| rules::replace(rule, &at, Rule::Criterion(id)))
            }),
        )
    };
    let label = {
        let context = desk.context;
        move || {
            let draft = context.draft();
            let title = chosen
                .with(|chosen| draft.criterion_name(&CriterionId::from(&**chosen)).to_owned());
            text::pb_condition(text::pb_cond_another(title))
        }
    };
    view! {
        <div class="pb-cond" role="group" aria-label=label>
            <div class="pb-cond-parts">
                <span class="pb-cond-word">{text::pb_cond_criterion()}</span>
                {field.bare()}
            </div>
            {menu::menu(desk, path)}
        </div>
    }
    .into_any()
}

/// The criteria a rule can take in: all but its own.
pub(super) fn others(desk: &Desk) -> Choices {
    let draft = desk.context.draft();
    let own = |id: &CriterionId| matches!(&desk.place, Place::Criterion(own) if own == id);
    let others = draft.criteria.iter().filter(|criterion| !own(&criterion.id));
    plain(others.map(|criterion| (criterion.id.to_string(), criterion.title.clone())))
}
