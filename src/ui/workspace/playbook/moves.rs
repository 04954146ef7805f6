//! Who the draft would place elsewhere, told before it is published.
//!
//! Refuses to judge: that is `app/compare`. Nobody moves by it.

use crate::app::compare::{Moved, compare};
use crate::app::route::Route;
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::{AppContext, Reading};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::words;
use leptos::prelude::*;

/// The most contacts listed.
const LISTED: usize = 20;

/// How many contacts' evidence would reach elsewhere, and whose.
#[component]
pub(super) fn Moves() -> impl IntoView {
    let context = AppContext::get();
    let moves = Memo::new(move |_| {
        let (old, new) = context.editor.with(|e| (e.published().clone(), e.draft().clone()));
        let today = context.today();
        context.workspace.with(|workspace| compare(workspace.contacts(), &old, &new, today))
    });
    move || {
        if context.reading.get() != Reading::Done {
            return view! { <p class="small quiet">{text::pb_moves_reading()}</p> }.into_any();
        }
        let found = moves.get();
        let of = intl::count(found.of);
        let line = match found.moved.len() {
            0 => return view! { <p class="small">{text::pb_moves_none()}</p> }.into_any(),
            1 => text::pb_moves_one(of),
            n => text::pb_moves(intl::count(n), of),
        };
        let draft = context.draft();
        let listed = found.moved.iter().take(LISTED);
        let items = listed.map(|moved| item(context, &draft, moved)).collect_any();
        let more = found.moved.len().saturating_sub(LISTED);
        let more = (more > 0).then_any(
            || view! { <p class="small quiet">{text::pb_moves_more(intl::count(more))}</p> },
        );
        view! {
            <p class="small">{line}</p>
            <ul class="pb-list">{items}</ul>
            {more}
            <p class="small quiet">{text::pb_moves_note()}</p>
        }
        .into_any()
    }
}

/// A contact with what would be otherwise.
fn item(context: AppContext, draft: &Playbook, moved: &Moved) -> AnyView {
    let name = context.workspace.with(|workspace| {
        workspace.contact(moved.id).map(words::name).map(|(name, of)| match of {
            Some(of) => format!("{name}, {of}"),
            None => name,
        })
    });
    let mut what = Vec::new();
    if moved.before != moved.after {
        let before = context.workspace.with(|w| words::position(&w.playbook, &moved.before));
        let after = words::position(draft, &moved.after);
        what.push(text::pb_moves_from_to(before, after));
    }
    if moved.newly_ahead {
        what.push(text::pb_moves_ahead().to_owned());
    }
    if moved.no_longer_ahead {
        what.push(text::pb_moves_not_ahead().to_owned());
    }
    let (address, what) = (Route::Contact(moved.id).address(), what.join("; "));
    view! {
        <li>
            <a href=address>{name}</a>
            " – "
            {what}
        </li>
    }
    .into_any()
}
