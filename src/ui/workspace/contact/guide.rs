//! What the playbook says of where the contact stands: what to do, to reach, to send. What it means is
//! told with the ladder.

use super::Subject;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::Content;
use crate::domain::playbook::steps::{Guide, Measure, Metric};
use crate::domain::playbook::words::is_plain_link;
use crate::domain::position::{Level, Position};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::words;
use leptos::prelude::*;

/// Guidance for the contact's position; nothing where the playbook gives none.
#[component]
pub(super) fn GuideCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let position = Memo::new(move |_| subject.contact.with(|contact| contact.position.clone()));
    view! {
        {move || {
            let playbook = context.playbook();
            position.with(|position| said(&playbook, position)).map_any(|(title, guide)| {
                card(title, &guide)
            })
        }}
    }
}

/// What the playbook says of a position: heading and guide.
fn said(playbook: &Playbook, position: &Position) -> Option<(String, Guide)> {
    if let Some(stage) = position.stage().and_then(|id| playbook.stage(id)) {
        let title = text::guide_title_stage(&stage.title);
        return (!stage.guide.is_empty()).then(|| (title, stage.guide.clone()));
    }
    let levels = &playbook.levels;
    let level = match position.level() {
        Level::Lead => &levels.lead,
        Level::Prospect => &levels.prospect,
        Level::Opportunity => &levels.opportunity,
        Level::Customer => &levels.customer,
    };
    let title = text::guide_title(words::level(position.level()).to_ascii_lowercase());
    (!level.guide.is_empty()).then(|| (title, level.guide.clone()))
}

fn card(title: String, guide: &Guide) -> impl IntoView + use<> {
    let steps = guide.guidance.iter().map(|step| view! { <li>{step.clone()}</li> }).collect_any();
    let targets = guide.metrics.iter().map(|one| view! { <li>{target(one)}</li> }).collect_any();
    let content = guide.content.iter().map(suggestion).collect_any();
    let section = |heading: &'static str, items: Vec<AnyView>| {
        (!items.is_empty()).then(|| {
            view! {
                <h3 class="fact-section">{heading}</h3>
                <ul class="plain-list">{items}</ul>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="guide-title">
            <h2 class="card-title" id="guide-title">{title}</h2>
            {section(text::guide_what(), steps)}
            {section(text::guide_targets(), targets)}
            {section(text::guide_content(), content)}
        </section>
    }
}

fn target(metric: &Metric) -> String {
    match metric.measure {
        Measure::Conversion => text::target_conversion(intl::percent(metric.target, 0)),
        Measure::MedianDays => text::target_days(words::days(metric.target)),
        Measure::OpenNow => text::target_open(intl::number(metric.target, 0)),
    }
}

/// Something to send or show; its link only where it may be followed.
fn suggestion(content: &Content) -> AnyView {
    let title = content.title.clone();
    match content.link.clone().filter(|link| is_plain_link(link)) {
        Some(link) => view! {
            <li>
                <a class="link" href=link target="_blank" rel="noopener noreferrer">{title}</a>
            </li>
        }
        .into_any(),
        None => view! { <li>{title}</li> }.into_any(),
    }
}
