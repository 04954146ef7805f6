//! What differs between two playbooks, in words, by the page it is edited on.
//!
//! Refuses to know what differs: that is `domain/playbook/diff`.

mod keys;
mod said;

use super::nouns;
use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::diff::{Change, Name, What, diff};
use crate::domain::playbook::{Noun, Playbook};
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use said::Both;
use std::sync::Arc;

/// With more differences than these the groups begin closed.
const OPEN: usize = 30;
/// The most differences listed of a group.
const LISTED: usize = 100;

/// What a draft has in place of what is published; worked out once.
#[derive(Debug, Clone)]
pub(super) struct Compared {
    old: Arc<Playbook>,
    new: Arc<Playbook>,
    changes: Arc<[Change]>,
    /// Whether what differs can be gone to: it is in the draft.
    linked: bool,
}

impl Compared {
    /// Compares two playbooks.
    pub(super) fn of(old: Arc<Playbook>, new: Arc<Playbook>) -> Self {
        let mut changes = if Arc::ptr_eq(&old, &new) { Vec::new() } else { diff(&old, &new) };
        // Ids are for files: they mean nothing to whoever reads this.
        let is_id = |what: &What| matches!(what, What::Changed { field: "id" | "based_on", .. });
        changes.retain(|change| change.noun != Noun::Playbook || !is_id(&change.what));
        Self { old, new, changes: changes.into(), linked: true }
    }

    /// The same, of a playbook that is not the draft.
    pub(super) fn unlinked(self) -> Self {
        Self { linked: false, ..self }
    }

    /// How many differences there are.
    pub(super) fn len(&self) -> usize {
        self.changes.len()
    }
}

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.old, &other.old) && Arc::ptr_eq(&self.new, &other.new)
    }
}

/// Lists the differences by the page they are edited on.
pub(super) fn list(compared: &Compared) -> AnyView {
    let open = compared.len() <= OPEN;
    let mut groups: Vec<(&'static str, Vec<usize>)> = Vec::new();
    for (place, change) in compared.changes.iter().enumerate() {
        let title = match page(change) {
            PlaybookPage::Overview => text::pb_basics(),
            page => super::title(&page),
        };
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, places)) => places.push(place),
            None => groups.push((title, vec![place])),
        }
    }
    let group = |(title, places)| group(compared.clone(), open, title, places);
    groups.into_iter().map(group).collect_any().into_any()
}

/// One page's differences, drawn once they are looked at.
fn group(compared: Compared, open: bool, title: &'static str, places: Vec<usize>) -> AnyView {
    let opened = RwSignal::new(open);
    let heading = text::pb_diff_group(title, intl::count(places.len()));
    let lines = move || {
        let both = Both { old: &compared.old, new: &compared.new };
        let listed = places.iter().take(LISTED).filter_map(|place| compared.changes.get(*place));
        let lines = listed.map(|change| line(both, change, compared.linked)).collect_any();
        let more = places.len().saturating_sub(LISTED);
        let more = (more != 0)
            .then_any(|| view! { <li class="quiet">{text::studio_more(intl::count(more))}</li> });
        view! { <ul class="pb-list">{lines} {more}</ul> }
    };
    view! {
        <details
            class="pb-diff"
            open=open
            on:toggle:target=move |toggle| opened.set(toggle.target().open())
        >
            <summary>
                <h3 class="pb-diff-title">{heading}</h3>
            </summary>
            <Shown when=move || opened.get()>{lines()}</Shown>
        </details>
    }
    .into_any()
}

/// One difference: what it is of, and what was and is.
fn line(both: Both<'_>, change: &Change, linked: bool) -> AnyView {
    let name = called(change);
    let gone = matches!(change.what, What::Removed);
    let name = if gone || !linked {
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
            let field = keys::field(change.noun, field);
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

/// What a change is about, with its name and what it is part of.
fn called(change: &Change) -> String {
    let Name { id, title } = &change.name;
    let what = keys::what(change);
    let language = (change.noun == Noun::Language).then(|| intl::language(id));
    let title = match change.noun {
        Noun::Level => keys::level(id),
        Noun::Language => language.as_deref().unwrap_or(title),
        Noun::Signal if title.is_empty() => keys::word(id),
        _ => title,
    };
    let what = match change.noun {
        Noun::Playbook | Noun::Gate => what.to_owned(),
        _ => nouns::named(what, title),
    };
    match &change.of {
        Some(of) if !of.title.is_empty() => text::pb_diff_of(what, &of.title),
        _ => what,
    }
}

/// What a field of a kind of thing is called, by its key in the file.
pub(super) fn field_name(of: Noun, key: &'static str) -> &'static str {
    keys::field(of, key)
}

/// The page it is edited on.
fn page(change: &Change) -> PlaybookPage {
    let id = change.name.id.as_str();
    match change.noun {
        Noun::Playbook => PlaybookPage::Overview,
        Noun::Profile | Noun::Trait => PlaybookPage::People,
        Noun::Persona => PlaybookPage::Persona(id.into()),
        Noun::Section => PlaybookPage::Questions,
        Noun::Question => PlaybookPage::Question(id.into()),
        Noun::Option | Noun::Band => match &change.of {
            Some(of) => PlaybookPage::Question(of.id.as_str().into()),
            None => PlaybookPage::Questions,
        },
        Noun::Criterion => PlaybookPage::Criterion(id.into()),
        Noun::Gate | Noun::Level => PlaybookPage::Gates,
        Noun::Stage => PlaybookPage::Stage(id.into()),
        Noun::Chance
        | Noun::Slot
        | Noun::Scoring
        | Noun::Weight
        | Noun::Group
        | Noun::Signal
        | Noun::Card
        | Noun::CardItem => PlaybookPage::Scores,
        Noun::Source => PlaybookPage::Sources,
        Noun::Outcome | Noun::Consent => PlaybookPage::Visitors,
        Noun::Language => PlaybookPage::Languages,
        Noun::Cadence | Noun::Track | Noun::Reason | Noun::Term => PlaybookPage::Words,
    }
}
