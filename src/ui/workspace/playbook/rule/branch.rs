//! One branch of a rule: a group with its branches, a condition, or another criterion.

use super::super::field::{Choices, Commit, Field, Kind, plain};
use super::super::rows::{Adding, draw_adding};
use super::condition::{condition, criterion, others};
use super::{Desk, menu};
use crate::app::edit::Refused;
use crate::app::edit::conditions;
use crate::app::edit::rules::{self, Group, branches};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::rule::Rule;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::icons::{Glyph, Icon};
use leptos::prelude::*;
use std::sync::Arc;

/// What a branch is: it is drawn anew when this changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Face {
    #[default]
    Gone,
    Group,
    Criterion,
    Condition,
}

impl Face {
    fn of(rule: &Rule) -> Self {
        match rule {
            Rule::All(_) | Rule::Any(_) | Rule::Not(_) => Self::Group,
            Rule::Criterion(_) => Self::Criterion,
            Rule::Answer(_) => Self::Condition,
        }
    }
}

/// Draws the branch at a path.
pub(super) fn draw(desk: &Desk, path: Vec<usize>) -> AnyView {
    let desk = desk.clone();
    let face = {
        let (desk, path) = (desk.clone(), path.clone());
        Memo::new(move |_| desk.read(&path, Face::of))
    };
    (move || {
        let branch = match face.get() {
            Face::Gone => ().into_any(),
            Face::Group => return group(&desk, &path),
            Face::Criterion => criterion(&desk, &path),
            Face::Condition => condition(&desk, &path),
        };
        // A rule of one condition becomes a group when something is added.
        let more = path.is_empty().then_any(|| adding(&desk, &path));
        view! {
            {branch}
            {more}
        }
        .into_any()
    })
    .into_any()
}

fn kind_of(rule: &Rule) -> Option<Group> {
    match rule {
        Rule::All(_) => Some(Group::All),
        Rule::Any(_) => Some(Group::Any),
        Rule::Not(_) => Some(Group::Not),
        _ => None,
    }
}

const GROUPS: [(&str, Group); 3] = [("all", Group::All), ("any", Group::Any), ("not", Group::Not)];

fn key(group: Option<Group>) -> &'static str {
    GROUPS.iter().find(|(_, known)| Some(*known) == group).map_or("", |(key, _)| key)
}

fn wording(group: Option<Group>) -> &'static str {
    match group {
        Some(Group::Any) => text::pb_group_any(),
        Some(Group::Not) => text::pb_group_not(),
        _ => text::pb_group_all(),
    }
}

fn group(desk: &Desk, path: &[usize]) -> AnyView {
    let kind = {
        let (desk, path) = (desk.clone(), path.to_vec());
        Memo::new(move |_| key(desk.read(&path, kind_of)).to_owned())
    };
    let count = {
        let (desk, path) = (desk.clone(), path.to_vec());
        Memo::new(move |_| desk.read(&path, |rule| branches(rule).len()))
    };
    let number = {
        let steps: Vec<_> = path.iter().map(|step| (step + 1).to_string()).collect();
        steps.join(".")
    };
    let legend = move || {
        let how = wording(
            kind.with(|kind| GROUPS.iter().find(|(key, _)| key == kind).map(|(_, group)| *group)),
        );
        if number.is_empty() { how.to_owned() } else { text::pb_group_of(&number, how) }
    };
    let how = {
        let (desk, path) = (desk.clone(), path.to_vec());
        let choices = GROUPS.map(|(key, group)| (key, wording(Some(group))));
        Field::new(
            desk.context,
            desk.control(&path, "group"),
            text::pb_group_how(),
            Kind::Select(Signal::stored(plain(choices))),
            kind,
            Arc::new(move |typed| {
                let to = GROUPS.iter().find(|(key, _)| *key == typed);
                let to = to.map(|(_, group)| *group).ok_or(Refused::Missing)?;
                desk.edit_rule(|rule| rules::switch(rule, &path, to))
            }),
        )
    };
    let inside = {
        let (desk, path) = (desk.clone(), path.to_vec());
        move |place: usize| {
            let path = path.iter().copied().chain([place]).collect();
            view! { <li>{draw(&desk, path)}</li> }
        }
    };
    view! {
        <fieldset class="pb-group" data-group=move || kind.get()>
            <legend class="visually-hidden">{legend}</legend>
            <div class="pb-group-head">{how.bare()} {menu::menu(desk, path)}</div>
            <ul class="pb-group-branches">
                <For each=move || 0..count.get() key=|place| *place children=inside />
            </ul>
            {adding(desk, path)}
        </fieldset>
    }
    .into_any()
}

/// The buttons that add to a group.
fn adding(desk: &Desk, path: &[usize]) -> AnyView {
    let add = |name: &'static str, new: fn(Rule) -> Rule, id: &str| {
        let (desk, at) = (desk.clone(), path.to_vec());
        let press = {
            let desk = desk.clone();
            move |_| {
                let added = desk.edit(|draft, place| {
                    let usual = rules::askable(draft, place).next().map(conditions::usual);
                    let condition = usual.map(Rule::Answer).ok_or(Refused::Missing)?;
                    rules::add(rules::rule_mut(draft, place)?, &at, new(condition))
                });
                if let Some(path) = desk.told(added) {
                    desk.focus(&path);
                }
            }
        };
        view! {
            <button
                class="btn btn-small"
                type="button"
                id=desk.control(path, id)
                on:click=press
            >
                <Glyph icon=Icon::Plus />
                {name}
            </button>
        }
    };
    let another = {
        let (desk, at) = (desk.clone(), path.to_vec());
        let choices = {
            let desk = desk.clone();
            Signal::derive(move || others(&desk))
        };
        let add = {
            let desk = desk.clone();
            move |id: &str| {
                if id.is_empty() {
                    return Err(Refused::NoWords);
                }
                let new = Rule::Criterion(CriterionId::from(id));
                desk.edit_rule(|rule| rules::add(rule, &at, new)).map(|path| desk.focus(&path))
            }
        };
        another(&desk, path, choices, Arc::new(add))
    };
    view! {
        <div class="pb-group-add">
            {add(text::pb_add_condition(), |condition| condition, "add")}
            {add(text::pb_add_group(), |condition| Rule::Any(vec![condition]), "add-group")}
            {another}
        </div>
    }
    .into_any()
}

/// Taking in another criterion is rare, and its list long: it opens when asked for.
fn another(desk: &Desk, path: &[usize], choices: Signal<Choices>, add: Commit) -> AnyView {
    let open = RwSignal::new(false);
    let (context, id) = (desk.context, desk.control(path, "criterion"));
    let done: Arc<dyn Fn() + Send + Sync> = Arc::new(move || open.set(false));
    let form = move || {
        open.get().then(|| {
            let adding = Adding::Chosen(
                text::pb_add_criterion_branch().to_owned(),
                choices,
                Arc::clone(&add),
            );
            draw_adding(context, &id, adding, Arc::clone(&done))
        })
    };
    view! {
        <button
            class="btn btn-small"
            type="button"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Glyph icon=Icon::Plus />
            {text::pb_cond_criterion()}
        </button>
        {form}
    }
    .into_any()
}
