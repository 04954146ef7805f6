//! What can be done with a branch as a whole, in a menu that closes when used.

use super::Desk;
use crate::app::edit::rules::{self, Group};
use crate::app::edit::{Refused, Way};
use crate::domain::playbook::rule::Rule;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::rule_words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, Node};

/// What a menu offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Move(Way),
    Wrap(Group),
    Unwrap,
    Remove,
}

impl Item {
    fn wording(self) -> &'static str {
        match self {
            Self::Move(Way::Up) => text::pb_cond_up(),
            Self::Move(Way::Down) => text::pb_cond_down(),
            Self::Wrap(Group::All) => text::pb_cond_wrap_all(),
            Self::Wrap(Group::Any) => text::pb_cond_wrap_any(),
            Self::Wrap(Group::Not) => text::pb_cond_wrap_not(),
            Self::Unwrap => text::pb_cond_unwrap(),
            Self::Remove => text::pb_cond_remove(),
        }
    }

    /// Does it, and moves the focus to what it was done to.
    fn go(self, desk: &Desk, path: &[usize]) {
        let at = |path: &[usize]| Some(path.to_vec());
        let done = desk.edit_rule(|rule| match self {
            Self::Move(way) => rules::move_branch(rule, path, way).map(Some),
            Self::Wrap(group) => rules::wrap(rule, path, group).map(|()| at(path)),
            Self::Unwrap => rules::unwrap(rule, path).map(|()| at(path)),
            Self::Remove => remove(rule, path),
        });
        if let Some(path) = desk.told(done).flatten() {
            desk.focus(&path);
        } else {
            let menu = desk.control(path, "menu");
            request_animation_frame(move || focus(&menu));
        }
    }
}

/// Takes a branch out; gives the path of what stands nearest then.
fn remove(rule: &mut Rule, path: &[usize]) -> Result<Option<Vec<usize>>, Refused> {
    rules::remove(rule, path)?;
    let mut near = path.to_vec();
    loop {
        if rules::branch(rule, &near).is_some() {
            return Ok(Some(near));
        }
        match near.pop() {
            Some(0) | None => {}
            Some(last) => near.push(last - 1),
        }
    }
}

/// What can be done with a branch, by where it stands.
fn items(rule: &Rule, path: &[usize]) -> Vec<Item> {
    let branch = rules::branch(rule, path);
    let outer = path.split_last().and_then(|(_, outer)| rules::branch(rule, outer));
    let ordered = match outer {
        Some(Rule::All(branches) | Rule::Any(branches)) => branches.len(),
        _ => 0,
    };
    let mut items = Vec::new();
    for way in [Way::Up, Way::Down] {
        if path.last().is_some_and(|place| way.from(*place, ordered).is_some()) {
            items.push(Item::Move(way));
        }
    }
    items.extend([Item::Wrap(Group::All), Item::Wrap(Group::Any), Item::Wrap(Group::Not)]);
    let inside = branch.map_or(0, |branch| rules::branches(branch).len());
    if inside == 1 || (inside > 1 && ordered > 0) {
        items.push(Item::Unwrap);
    }
    items
}

/// Whether the focus goes to something outside. Where it goes nowhere, a button of the menu may just
/// be pressed: not every browser gives those the focus.
fn leaves(menu: NodeRef<leptos::html::Details>, to: Option<EventTarget>) -> bool {
    let to = to.and_then(|to| to.dyn_into::<Node>().ok());
    // A menu that is taken out of the page loses the focus, too.
    let menu = menu.try_get_untracked().flatten();
    menu.zip(to).is_some_and(|(menu, to)| !menu.contains(Some(&to)))
}

/// The menu of the branch at a path, and the button that takes it out; the whole rule has none.
pub(super) fn menu(desk: &Desk, path: &[usize]) -> AnyView {
    let menu = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let what = {
        let (desk, path) = (desk.clone(), path.to_vec());
        move || {
            let draft = desk.context.draft();
            desk.read(&path, |rule| rule_words::rule(&draft, rule))
        }
    };
    let offered = {
        let (desk, path) = (desk.clone(), path.to_vec());
        move || desk.read(&[], |rule| items(rule, &path))
    };
    let buttons = {
        let (desk, path) = (desk.clone(), path.to_vec());
        move || {
            let item = |item: Item| {
                let (desk, path) = (desk.clone(), path.clone());
                view! {
                    <button
                        class="menu-item"
                        type="button"
                        on:click=move |_| {
                            close();
                            item.go(&desk, &path);
                        }
                    >
                        {item.wording()}
                    </button>
                }
            };
            offered().into_iter().map(item).collect_any()
        }
    };
    let take_out = (!path.is_empty()).then_any(|| {
        let (desk, path, what) = (desk.clone(), path.to_vec(), what.clone());
        view! {
            <button
                class="pb-act"
                type="button"
                aria-label=move || text::pb_take_out(what())
                on:click=move |_| Item::Remove.go(&desk, &path)
            >
                <Glyph icon=Icon::Close />
            </button>
        }
    });
    view! {
        <div class="pb-acts">
        <details
            class="menu pb-menu"
            node_ref=menu
            on:focusout=move |event| {
                if leaves(menu, event.related_target()) {
                    close();
                }
            }
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
        >
            <summary
                class="pb-act"
                id=desk.control(path, "menu")
                aria-label=move || text::pb_cond_menu(what())
            >
                <Glyph icon=Icon::More />
            </summary>
            <div class="menu-list">{buttons}</div>
        </details>
        {take_out}
        </div>
    }
    .into_any()
}
