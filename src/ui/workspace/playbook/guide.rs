//! What to do and to reach at a position: steps, measures with targets, things to send.

use super::field::{Field, Kind, number, number_text, plain};
use super::lists::{one, rows};
use super::rows::Adding;
use super::subject::{Subject, put};
use crate::app::edit::refused::{self, lines};
use crate::app::edit::{Done, Refused};
use crate::domain::playbook::market::Content;
use crate::domain::playbook::steps::{Guide, Measure, Metric};
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::sync::Arc;

/// The card of a guide.
pub(super) fn card(guide: &Subject<Guide>) -> AnyView {
    let guidance = guide.area(
        "guidance",
        text::pb_guidance(),
        |guide| guide.guidance.join("\n"),
        |guide, typed| put(&mut guide.guidance, lines(typed)),
    );
    let content = guide.part("content", |g| Some(&g.content), |g| Some(&mut g.content));
    view! {
        <section class="card" aria-labelledby="guide">
            <h2 class="card-title" id="guide">
                {text::pb_guide()}
            </h2>
            {guidance.optional().hint(text::pb_one_a_line()).draw()}
            <h3 class="pb-subtitle">{text::pb_metrics()}</h3>
            {metrics(guide)}
            <h3 class="pb-subtitle">{text::pb_content()}</h3>
            {contents(&content)}
        </section>
    }
    .into_any()
}

const MEASURES: [(&str, Measure); 3] = [
    ("conversion", Measure::Conversion),
    ("days", Measure::MedianDays),
    ("open", Measure::OpenNow),
];

fn wording(measure: Measure) -> &'static str {
    match measure {
        Measure::Conversion => text::pb_metric_conversion(),
        Measure::MedianDays => text::pb_metric_days(),
        Measure::OpenNow => text::pb_metric_open(),
    }
}

fn metrics(guide: &Subject<Guide>) -> AnyView {
    let metrics = guide.part("metrics", |g| Some(&g.metrics), |g| Some(&mut g.metrics));
    rows(
        &metrics,
        Vec::len,
        |metrics, place| {
            let name = |metric: &Metric| wording(metric.measure).to_owned();
            metrics.get(place).map(name).unwrap_or_default()
        },
        metric,
        Adding::Plain(
            text::pb_metric_add().to_owned(),
            Arc::new({
                let metrics = metrics.clone();
                move |_| {
                    metrics.change(Done::Set, |metrics| {
                        let used = |m: &Measure| metrics.iter().any(|metric| metric.measure == *m);
                        let free = MEASURES.iter().map(|(_, m)| *m).find(|m| !used(m));
                        let measure = free.ok_or(Refused::Twice)?;
                        metrics.push(Metric { measure, target: usual(measure) });
                        Ok(())
                    })
                }
            }),
        ),
    )
}

/// The target a measure begins with.
fn usual(measure: Measure) -> f64 {
    match measure {
        Measure::Conversion => 0.5,
        Measure::MedianDays => 30.0,
        Measure::OpenNow => 10.0,
    }
}

fn metric(metrics: &Subject<Vec<Metric>>, place: usize) -> AnyView {
    let metric = one(metrics, place);
    let measure = metric.field(
        Kind::Select(Signal::stored(plain(MEASURES.map(|(key, m)| (key, wording(m)))))),
        "measure",
        text::pb_metric(),
        |metric| {
            let known = MEASURES.iter().find(|(_, m)| *m == metric.measure);
            known.map_or("", |(key, _)| key).to_owned()
        },
        |metric, typed| {
            let known = MEASURES.iter().find(|(key, _)| *key == typed);
            let measure = known.map(|(_, measure)| *measure).ok_or(Refused::Missing)?;
            if measure != metric.measure {
                *metric = Metric { measure, target: usual(measure) };
            }
            Ok(())
        },
    );
    let shares = metric.memo(|metric| metric.measure == Measure::Conversion);
    let target = move || -> Field {
        let unit = match metric.read(|metric| Some(metric.measure)) {
            Some(Measure::Conversion) => text::pb_percent(),
            Some(Measure::MedianDays) => text::pb_days(),
            _ => "",
        };
        metric.field(
            Kind::Number(Some(unit.to_owned())),
            "target",
            text::pb_metric_target(),
            |metric| {
                let share = metric.measure == Measure::Conversion;
                // A share is typed in percent, to the digit.
                let shown = if share { (metric.target * 1e8).round() / 1e6 } else { metric.target };
                number_text(Some(shown))
            },
            |metric, typed| {
                let number = number(typed)?.filter(|n| *n >= 0.0).ok_or(Refused::NoNumber)?;
                metric.target = match metric.measure {
                    Measure::Conversion if number <= 100.0 => number / 100.0,
                    Measure::Conversion => return Err(Refused::NoNumber),
                    _ => number,
                };
                Ok(())
            },
        )
    };
    view! {
        <div class="pb-line">
            {measure.bare()} {move || {
                shares.track();
                target().bare()
            }}
        </div>
    }
    .into_any()
}

/// Things to read or to show, each with where it is.
pub(super) fn contents(content: &Subject<Vec<Content>>) -> AnyView {
    rows(
        content,
        Vec::len,
        |content, place| content.get(place).map(|c| c.title.clone()).unwrap_or_default(),
        |content, place| {
            let one = one(content, place);
            let title = one.line(
                "title",
                text::pb_content_title(),
                |content| content.title.clone(),
                |content, typed| put(&mut content.title, refused::title(typed)),
            );
            let link = one.line(
                "link",
                text::pb_content_link(),
                |content| content.link.clone().unwrap_or_default(),
                |content, typed| put(&mut content.link, refused::link(typed)),
            );
            view! { <div class="form-pair">{title.draw()} {link.optional().draw()}</div> }
                .into_any()
        },
        Adding::Named(
            text::pb_content_add().to_owned(),
            Arc::new({
                let content = content.clone();
                move |typed| {
                    content.change(Done::Set, |content| {
                        content.push(Content { title: refused::title(typed)?, link: None });
                        Ok(())
                    })
                }
            }),
        ),
    )
}
