//! What a playbook is and what it would change, before anything changes.

use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::playbook::moves;
use leptos::prelude::*;
use std::sync::Arc;

/// What would differ for contacts; the ways on appear once that is known.
#[component]
pub(super) fn Proposal(
    /// The playbook that is offered.
    playbook: Arc<Playbook>,
    /// The ways on.
    children: ChildrenFn,
) -> impl IntoView {
    let told = moves::told(AppContext::get(), playbook, move || children().into_any());
    view! { <div class="studio-proposal">{told}</div> }
}

/// What a playbook is: its purpose, and what its gates ask.
pub(super) fn summary(playbook: &Playbook) -> AnyView {
    let criteria = |ids: &[CriterionId]| {
        let rule = |id: &CriterionId| {
            let criterion = playbook.criterion(id)?;
            let (title, rule) = (criterion.title.clone(), criterion.rule_text.clone());
            Some(view! {
                <li>
                    <b>{title}</b>
                    ": "
                    {rule}
                </li>
            })
        };
        ids.iter().filter_map(rule).collect_any()
    };
    let stages: Vec<_> = playbook.stages_in_use().map(|stage| stage.title.clone()).collect();
    view! {
        <p class="small quiet">{playbook.about.clone()}</p>
        <details class="disclosure small">
            <summary>{text::packs_gates()}</summary>
            <p>
                <b>{text::packs_to_prospect()}</b>
            </p>
            <ul class="pb-list">{criteria(&playbook.gates.prospect)}</ul>
            <p>
                <b>{text::packs_to_opportunity()}</b>
            </p>
            <ul class="pb-list">{criteria(&playbook.gates.opportunity)}</ul>
            <p>
                <b>{text::packs_stages()}</b>
                ": "
                {stages.join(", ")}
            </p>
        </details>
    }
    .into_any()
}
