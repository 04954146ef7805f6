//! What differs between two playbooks, in words, by the page it is edited on.
//!
//! Refuses to know what differs: that is `domain/playbook/diff`.

mod keys;
mod said;

use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::diff::{Change, Name, Part, What, diff};
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;
use said::Both;
use std::sync::Arc;

/// With more differences than these the groups begin closed.
const OPEN: usize = 30;

/// Lists what `new` has in place of `old`.
#[component]
pub(super) fn Difference(old: Arc<Playbook>, new: Arc<Playbook>) -> impl IntoView {
    let changes = diff(&old, &new);
    if changes.is_empty() {
        return view! { <p class="small quiet">{text::pb_diff_none()}</p> }.into_any();
    }
    let both = Both { old: &old, new: &new };
    let open = changes.len() <= OPEN;
    let mut groups: Vec<(&'static str, Vec<AnyView>)> = Vec::new();
    for change in &changes {
        let title = match page(change) {
            PlaybookPage::Overview => text::pb_basics(),
            page => super::title(&page),
        };
        let line = line(both, change);
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((title, vec![line])),
        }
    }
    let group = |(title, lines): (&'static str, Vec<AnyView>)| {
        let n = intl::count(lines.len());
        view! {
            <details class="pb-diff" open=open>
                <summary>
                    <h3 class="pb-diff-title">{text::pb_diff_group(title, n)}</h3>
                </summary>
                <ul class="pb-list">{lines}</ul>
            </details>
        }
    };
    groups.into_iter().map(group).collect_any().into_any()
}

/// One difference: what it is of, and what was and is.
fn line(both: Both<'_>, change: &Change) -> AnyView {
    let name = called(change);
    let gone = matches!(change.what, What::Removed);
    let name = if gone {
        view! { <span>{name}</span> }.into_any()
    } else {
        view! { <a href=Route::Playbook(page(change)).address()>{name}</a> }.into_any()
    };
    let what = match &change.what {
        What::Added => text::pb_diff_added().into_any(),
        What::Removed => text::pb_diff_removed().into_any(),
        What::Retired { becomes: None } => text::pb_diff_retired().into_any(),
        What::Retired { becomes: Some(id) } => {
            text::pb_diff_retired_for(both.becomes(change, id)).into_any()
        }
        What::Restored => text::pb_diff_restored().into_any(),
        What::Moved => text::pb_diff_moved().into_any(),
        What::Changed { field, before, after } => {
            let field = keys::field(change.part, field);
            if before.is_none() && after.is_none() {
                view! { {text::pb_diff_field(field)} " " {text::pb_diff_changed()} }.into_any()
            } else {
                let before = both.said(both.old, change, before.as_ref());
                let after = both.said(both.new, change, after.as_ref());
                view! {
                    {text::pb_diff_field(field)}
                    " "
                    <del>{before}</del>
                    " → "
                    <ins>{after}</ins>
                }
                .into_any()
            }
        }
    };
    view! { <li>{name} " – " {what}</li> }.into_any()
}

/// What a part is called, with what it is part of.
fn called(change: &Change) -> String {
    let Name { id, title } = &change.name;
    let part = keys::part(change);
    let title = match change.part {
        Part::Level => keys::level(id),
        Part::Signal if title.is_empty() => keys::word(id),
        _ => title,
    };
    let what = match change.part {
        Part::Playbook | Part::Gate => part.to_owned(),
        _ if title.is_empty() => part.to_owned(),
        _ => text::pb_named(part, title),
    };
    match &change.of {
        Some(of) if !of.title.is_empty() => text::pb_diff_of(what, &of.title),
        _ => what,
    }
}

/// The page a part is edited on.
fn page(change: &Change) -> PlaybookPage {
    let id = change.name.id.as_str();
    match change.part {
        Part::Playbook => PlaybookPage::Overview,
        Part::Profile | Part::Trait => PlaybookPage::People,
        Part::Persona => PlaybookPage::Persona(id.into()),
        Part::Section => PlaybookPage::Questions,
        Part::Question => PlaybookPage::Question(id.into()),
        Part::Option | Part::Band => match &change.of {
            Some(of) => PlaybookPage::Question(of.id.as_str().into()),
            None => PlaybookPage::Questions,
        },
        Part::Criterion => PlaybookPage::Criterion(id.into()),
        Part::Gate | Part::Level => PlaybookPage::Gates,
        Part::Stage => PlaybookPage::Stage(id.into()),
        Part::Chance
        | Part::Slot
        | Part::Scoring
        | Part::Fit
        | Part::Readiness
        | Part::Signal
        | Part::Card
        | Part::CardItem => PlaybookPage::Scores,
        Part::Source => PlaybookPage::Sources,
        Part::Outcome | Part::Consent => PlaybookPage::Visitors,
        Part::Cadence | Part::Track | Part::Reason | Part::Term => PlaybookPage::Words,
    }
}
