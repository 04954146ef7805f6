//! Lead, prospect and opportunity side by side: interest, qualification, place in the funnel.
//!
//! A table that stacks on a phone. Display types of its parts change there, which would cost it its
//! meaning for assistive technology, so every part names its role.

use super::title;
use crate::app::route::level_word;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::words::level as level_name;
use leptos::prelude::*;

/// The levels that are told apart.
const LEVELS: [Level; 3] = [Level::Lead, Level::Prospect, Level::Opportunity];

/// The page.
#[component]
pub(super) fn Differences() -> impl IntoView {
    let context = AppContext::get();
    let heads = LEVELS.map(|level| {
        view! {
            <th scope="col" role="columnheader">
                <Name level />
            </th>
        }
    });
    let interest = [
        text::learn_interest_lead(),
        text::learn_interest_prospect(),
        text::learn_interest_opportunity(),
    ];
    let interest = interest.map(|words| view! { <p>{words}</p> }.into_any());
    let defined = move || {
        let playbook = context.playbook();
        text::learn_defined_by(&playbook.title, playbook.revision)
    };
    view! {
        {title(text::learn_differences())}
        <p class="learn-lead">{text::learn_differences_lead()} " " {defined}</p>
        <div class="card">
            <table class="table differences" role="table" aria-labelledby="title">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">
                            {text::learn_axis()}
                        </th>
                        {heads.collect_any()}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {row(text::learn_axis_interest(), interest)}
                    {move || row(text::learn_axis_qualified(), qualified(&context.playbook()))}
                    {move || row(text::learn_axis_funnel(), places(&context.playbook()))}
                </tbody>
            </table>
            <p class="quiet small">{text::learn_not_automatic()}</p>
        </div>
    }
}

#[component]
fn Name(level: Level) -> impl IntoView {
    view! {
        <span class="level" data-level=level_word(level)>
            {level_name(level)}
        </span>
    }
}

fn row(axis: &'static str, cells: [AnyView; 3]) -> impl IntoView {
    let cells = LEVELS.into_iter().zip(cells).map(|(level, cell)| {
        view! {
            <td role="cell">
                // Stands for the column's heading where the columns are stacked.
                <p class="differences-name" aria-hidden="true">
                    <Name level />
                </p>
                {cell}
            </td>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {axis}
            </th>
            {cells.collect_any()}
        </tr>
    }
}

fn qualified(playbook: &Playbook) -> [AnyView; 3] {
    let gates = &playbook.gates;
    [
        view! { <p>{text::learn_qualified_lead()}</p> }.into_any(),
        asked(playbook, text::learn_qualified_prospect(), &gates.prospect),
        asked(playbook, text::learn_qualified_opportunity(), &gates.opportunity),
    ]
}

fn asked(playbook: &Playbook, lead: &'static str, criteria: &[CriterionId]) -> AnyView {
    if criteria.is_empty() {
        return view! { <p>{text::learn_qualified_nothing()}</p> }.into_any();
    }
    let criteria = criteria.iter().filter_map(|id| playbook.criterion(id));
    let items = criteria.map(|criterion| {
        view! { <li>{text::learn_named_rule(&criterion.title, &criterion.rule_text)}</li> }
    });
    view! {
        <p>{lead}</p>
        <ul class="bullets">{items.collect_any()}</ul>
    }
    .into_any()
}

fn places(playbook: &Playbook) -> [AnyView; 3] {
    let stages: Vec<_> = playbook.stages_in_use().map(|stage| stage.title.as_str()).collect();
    let named = (!stages.is_empty()).then(|| text::learn_funnel_stages(stages.join(" → ")));
    [
        view! { <p>{text::learn_funnel_lead()}</p> }.into_any(),
        view! { <p>{text::learn_funnel_prospect()}</p> }.into_any(),
        view! {
            <p>{text::learn_funnel_opportunity()}</p>
            {named.is_some().then_any(|| view! { <p>{named}</p> })}
        }
        .into_any(),
    ]
}
