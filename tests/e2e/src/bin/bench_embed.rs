//! How the element compares with its peers in Chromium, in one run and on the same page of somebody
//! else's: 1.6 Mbit/s, 150 ms to the server, a processor slowed four times, nothing in any cache.
//! `cargo xtask bench embed` makes the pages and calls this with their folder.
//!
//! Invariant: every figure is the median of loads of their own; what is measured is said beside it.

use std::{collections::BTreeMap, fs, path::PathBuf, time::Duration};

use anyhow::{Context, ensure};
use ripen_e2e::{Page, Result};
use serde_json::{Value, json};
use xtask::http::Site;

/// How often each page is loaded.
const LOADS: usize = 7;
/// What the processor is slowed by.
const SLOWED: u32 = 4;
/// Bytes a second, down.
const DOWN: f64 = 1_600_000.0 / 8.0;
/// Bytes a second, up.
const UP: f64 = 750_000.0 / 8.0;
/// Milliseconds to the first byte of an answer.
const AWAY: u32 = 150;
/// How long a page far from the element is watched for what it loads.
const WATCHED: Duration = Duration::from_secs(4);

/// The medians of one page.
#[derive(Debug, Default)]
struct Figures {
    usable: f64,
    blocked: f64,
    shift: f64,
    weight: f64,
    next: Option<f64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("name the folder of the pages")?);
    let questions: Vec<String> =
        serde_json::from_str(&fs::read_to_string(folder.join("questions.json"))?)?;
    let next = questions.get(1).context("there is a second question")?;
    let site = Site { folder, base: "/".into(), policy: None, pages: BTreeMap::new() };
    let page = Page::serve(site, "plain.html").await?;
    slow_down(&page).await?;
    let plain = measure(&page, "plain", None).await?;
    let snippet = measure(&page, "snippet", None).await?;
    let element = measure(&page, "element", Some(next)).await?;
    let survey = measure(&page, "surveyjs", Some(next)).await?;
    let form = measure(&page, "formjs", Some(next)).await?;
    let far = [
        weight_far_away(&page, "element-far").await?,
        weight_far_away(&page, "surveyjs-far").await?,
        weight_far_away(&page, "formjs-far").await?,
    ];
    println!("{}", page.version().await?);
    println!("1.6 Mbit/s, {AWAY} ms, processor slowed {SLOWED}×, medians of {LOADS} loads");
    println!();
    println!("| | reach | ours | SurveyJS 2.5 | form-js | best peer ÷ ours |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    let weights = [element.weight, survey.weight, form.weight];
    row("all of it on the wire, brotli", "90 KB", weights, "KB", 1);
    row("before it is near the viewport", "3 KB", far, "KB", 1);
    let usable = [snippet.usable, survey.usable, form.usable];
    row("first question usable, with the snippet", "700 ms", usable, "ms", 0);
    let usable = [element.usable, survey.usable, form.usable];
    row("first question usable, element alone", "1 600 ms", usable, "ms", 0);
    println!("| the same, plain page written by hand | | {:.0} ms | | | |", plain.usable);
    let blocked = [element.blocked, survey.blocked, form.blocked];
    row("blocked in all (tasks over 50 ms)", "0 ms", blocked, "ms", 0);
    let with_snippet = [snippet.blocked, survey.blocked, form.blocked];
    row("the same, with the snippet", "0 ms", with_snippet, "ms", 0);
    println!("| the same, plain page written by hand | | {:.0} ms | | | |", plain.blocked);
    let nexts = [&element, &survey, &form].map(|figures| figures.next.unwrap_or_default());
    row("answer to next question painted", "50 ms", nexts, "ms", 0);
    row("layout shift", "0", [element.shift, survey.shift, form.shift], "", 3);
    row("the same, with the snippet", "0", [snippet.shift, survey.shift, form.shift], "", 3);
    Ok(())
}

/// As slow as a phone on a poor line; nothing is kept from the load before.
async fn slow_down(page: &Page) -> Result<()> {
    let first = include_str!("../../js/measure.js");
    let line = json!({
        "offline": false, "latency": AWAY, "downloadThroughput": DOWN, "uploadThroughput": UP,
    });
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": first })).await?;
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    page.devtools("Network.emulateNetworkConditions", line).await?;
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWED })).await?;
    Ok(())
}

/// Loads a page again and again; `next` is the question that follows the first one there.
async fn measure(page: &Page, name: &str, next: Option<&str>) -> Result<Figures> {
    let mut loads: [Vec<f64>; 5] = Default::default();
    for _ in 0..LOADS {
        page.goto("questions.json").await?;
        page.goto(&format!("{name}.html")).await?;
        let rest = page.eval_async("return ripenMeasure.rest()").await?;
        for (values, key) in loads.iter_mut().zip(["usable", "blocked", "shift", "weight"]) {
            values.push(number(&rest[key])?);
        }
        if let Some(next) = next {
            let call = format!("return ripenMeasure.next({})", json!(next));
            loads[4].push(number(&page.eval_async(&call).await?)?);
        }
    }
    let [usable, blocked, shift, weight, next] = loads.map(median);
    Ok(Figures {
        usable: usable.context("the page was loaded")?,
        blocked: blocked.unwrap_or_default(),
        shift: shift.unwrap_or_default(),
        weight: weight.unwrap_or_default(),
        next,
    })
}

/// What a page loads while the questions are far below what is seen of it.
async fn weight_far_away(page: &Page, name: &str) -> Result<f64> {
    page.goto(&format!("{name}.html")).await?;
    tokio::time::sleep(WATCHED).await;
    let weight = number(&page.eval("return ripenMeasure.weight()").await?)?;
    ensure!(weight > 0.0, "{name} has loaded nothing");
    Ok(weight)
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// One line of the table; peers show how much more they take than ours.
fn row(name: &str, reach: &str, [ours, survey, form]: [f64; 3], unit: &str, digits: usize) {
    let show = |value: f64| format!("{value:.digits$} {unit}");
    let ratio = survey.min(form) / ours;
    let ratio = if ratio.is_finite() { format!("{ratio:.1}") } else { String::new() };
    println!(
        "| {name} | {reach} | {} | {} | {} | {ratio} |",
        show(ours).trim(),
        show(survey).trim(),
        show(form).trim(),
    );
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("{value} is no number"))
}
