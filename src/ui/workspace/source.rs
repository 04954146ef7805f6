//! Where a contact comes from: the list to choose from, and what a source says about a contact.
//!
//! Invariant: what a source says is never taken for a pain or an answer; it stands beside them.

use super::form::{Labelled, Problems, problem_of};
use super::pick::{Group, Pick};
use super::words;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::{Intent, Origin, Source};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::borrow::Cow;

/// A source of the playbook by its id.
pub fn listed<'a>(playbook: &'a Playbook, id: &str) -> Option<&'a Source> {
    playbook.sources.iter().find(|source| source.id.as_str() == id)
}

/// Who began and how much that says about wanting to buy, in a line; none where neither is known.
fn said(playbook: &Playbook, id: &str) -> Option<String> {
    let source = listed(playbook, id)?;
    let intent = source.intent.map(|intent| match intent {
        Intent::Low => text::intent_low_said(),
        Intent::Medium => text::intent_medium_said(),
        Intent::High => text::intent_high_said(),
    });
    joined([source.origin.map(words::origin), intent], " · ")
}

/// A source with what it says, as short as it goes.
pub fn brief(playbook: &Playbook, id: &str) -> String {
    let source = listed(playbook, id);
    let origin = source.and_then(|source| source.origin).map(|origin| match origin {
        Origin::Inbound => text::origin_short_inbound(),
        Origin::Outbound => text::origin_short_outbound(),
    });
    let intent = source.and_then(|source| source.intent).map(|intent| match intent {
        Intent::Low => text::intent_short_low(),
        Intent::Medium => text::intent_short_medium(),
        Intent::High => text::intent_short_high(),
    });
    let name = words::source(playbook, id);
    match joined([origin, intent], ", ") {
        Some(about) => text::source_brief(name, about),
        None => name,
    }
}

/// What is known about a source, by name: the heading it is listed under, who began, how much that
/// says about wanting to buy.
pub fn known(source: &Source) -> Vec<(&'static str, String)> {
    let group = source.group.clone().map(|group| (text::source_group(), group));
    let origin = source.origin.map(|origin| (text::origin(), words::origin(origin).to_owned()));
    let intent = source.intent.map(|intent| (text::intent(), words::intent(intent).to_owned()));
    group.into_iter().chain(origin).chain(intent).collect()
}

fn joined(parts: [Option<&str>; 2], by: &str) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(by))
}

/// The choices: their ids in order, and their names under the headings of the playbook, each where
/// it comes up first. One on record that the playbook does not list stays.
fn choices(playbook: &Playbook, chosen: &str) -> (Vec<String>, Vec<Group>) {
    let unlisted = (!chosen.is_empty() && listed(playbook, chosen).is_none()).then_some(chosen);
    let alone = [("", text::choose_source())].into_iter().chain(unlisted.map(|id| (id, id)));
    let (mut ids, names): (Vec<_>, Vec<_>) =
        alone.map(|(a, b)| (a.to_owned(), b.to_owned())).unzip();
    let mut groups = vec![(Cow::Borrowed(""), names)];
    for source in &playbook.sources {
        let group = source.group.as_deref().unwrap_or_default();
        if !groups.iter().any(|(name, _)| name == group) {
            groups.push((Cow::Owned(group.to_owned()), Vec::new()));
        }
    }
    for (group, names) in &mut groups {
        let group: &str = group;
        for source in &playbook.sources {
            if source.group.as_deref().unwrap_or_default() == group {
                ids.push(source.id.to_string());
                names.push(source.title.clone());
            }
        }
    }
    (ids, groups)
}

/// The list, with what the chosen source says below it.
#[component]
pub fn SourceField(
    /// The control's id.
    id: &'static str,
    /// The id of the source.
    value: RwSignal<String>,
    /// What is wrong with the form.
    problems: Signal<Problems>,
) -> impl IntoView {
    let context = AppContext::get();
    let error = problem_of(problems, id);
    let (ids, groups) = choices(&context.playbook_untracked(), &value.get_untracked());
    let ids = StoredValue::new(ids);
    let chosen = Signal::derive(move || {
        value.with(|value| ids.with_value(|ids| ids.iter().position(|id| id == value)))
    });
    let pick = move |n: usize| {
        if let Some(id) = ids.with_value(|ids| ids.get(n).cloned()) {
            value.set(id);
        }
    };
    let said = move || value.with(|id| said(&context.playbook(), id));
    view! {
        <Labelled id label=words::field(crate::domain::event::Field::Source).to_owned() optional=true hint=None error>
            <Pick
                label=""
                id=Some(id.to_owned())
                groups
                chosen
                on_pick=pick
                error
                about=Some("source-said")
            />
            <p class="field-hint small" id="source-said">
                {said}
            </p>
        </Labelled>
    }
}
