//! How fast the built app is in Chromium, in a workspace of 20 000 contacts of 2.5 KB and with a file of
//! 10 000 rows and 40 columns. `cargo xtask bench` makes both and calls this with their folder.
//!
//! Invariant: every figure is of the app as it is built; what is measured is said beside it.

use std::{fs, path::PathBuf, time::Duration};

use anyhow::{Context, ensure};
use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::{Value, json};

/// How often a workspace is opened.
const OPENINGS: usize = 7;
/// Touches for each of twenty contacts, each logged and taken back.
const TOUCHES: usize = 25;
/// How often the funnel is narrowed to another window.
const WINDOWS: usize = 30;
/// How often a file is brought in.
const IMPORTS: usize = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("name the folder `bench_data` has written")?;
    let folder = PathBuf::from(folder);
    let site = SiteCopy::new()?;
    site.run_first(include_str!("../../js/bench.js"))?;
    site.add("histories.tsv", &fs::read_to_string(folder.join("histories.tsv"))?)?;
    let page = Page::open_of(site, "index.html#/learn").await?;
    let ids = page.eval_async("return ripenBench.fill('histories.tsv')").await?;
    println!("{}", page.version().await?);
    println!();
    println!("| 20 000 contacts of 2.5 KB | reach | median | worst | longest task |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    open(&page).await?;
    edit(&page, &ids).await?;
    narrow(&page).await?;
    import(&page, &folder).await
}

/// From the first byte until the first rows of the list are on screen.
async fn open(page: &Page) -> Result<()> {
    let (mut times, mut tasks) = (Vec::new(), Vec::new());
    let (mut memory, mut kept) = (Vec::new(), Vec::new());
    page.goto("index.html#/contacts").await?;
    for _ in 0..OPENINGS {
        page.reload().await?;
        let listed = page
            .eval_async(
                "for (let n = 0; !ripenBench.listed && n < 1000; n++) await new Promise((done) => setTimeout(done, 20)); \
                 return ripenBench.listed",
            )
            .await?;
        times.push(number(&listed)?);
        tasks.extend(tasks_since(page, 0.0).await?);
        tokio::time::sleep(Duration::from_secs(2)).await;
        memory.push(megabytes(page)?);
        collect(page).await?;
        kept.push(megabytes(page)?);
    }
    page.see_text("20,000 contacts").await?;
    row("open, list on screen", "1 500 ms", &times, "ms", Some(tasks));
    row("memory of the tab 2 s later, garbage and all", "", &memory, "MB", None);
    row("memory of the tab without garbage", "250 MB", &kept, "MB", None);
    Ok(())
}

/// Click to painted: logging a touch, and taking it back.
async fn edit(page: &Page, ids: &Value) -> Result<()> {
    let start = now(page).await?;
    let (mut script, mut all) = (Vec::new(), Vec::new());
    for id in ids.as_array().context("ids are listed")? {
        let call = format!("return ripenBench.edits([{id}], {TOUCHES})");
        for (one, frame) in pairs(&page.eval_async(&call).await?)? {
            script.push(one);
            all.push(one + frame);
        }
    }
    let tasks = tasks_since(page, start).await?;
    let edits = script.len();
    row(&format!("{edits} edits, script"), "16 (50) ms", &script, "ms", Some(tasks));
    row(&format!("{edits} edits, script, layout and paint"), "", &all, "ms", None);
    collect(page).await?;
    row("memory of the tab after that, without garbage", "250 MB", &[megabytes(page)?], "MB", None);
    Ok(())
}

/// Every figure of the funnel, for another window.
async fn narrow(page: &Page) -> Result<()> {
    page.goto("index.html#/funnel").await?;
    let start = now(page).await?;
    let call = format!("return ripenBench.windows({WINDOWS})");
    let times = pairs(&page.eval_async(&call).await?)?;
    let script: Vec<_> = times.iter().map(|(script, _)| *script).collect();
    let all: Vec<_> = times.iter().map(|(script, frame)| script + frame).collect();
    let tasks = tasks_since(page, start).await?;
    row("funnel of another window, script", "16 ms", &script, "ms", Some(tasks));
    row("funnel of another window, with layout and paint", "", &all, "ms", None);
    Ok(())
}

/// From the file's choice to the review, and from the click to everything stored.
async fn import(page: &Page, folder: &std::path::Path) -> Result<()> {
    let (mut review, mut brought, mut all, mut undone) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut tasks, mut tasks_of_undo) = (Vec::new(), Vec::new());
    for _ in 0..IMPORTS {
        page.goto("index.html#/data").await?;
        page.see("heading", "Bring in").await?;
        let start = now(page).await?;
        page.upload("Choose files", &[folder.join("deals.csv")]).await?;
        let ready = page.eval_async("return ripenBench.reviewed()").await?;
        let (chosen, ready) = *pairs(&ready)?.first().context("a review is measured")?;
        let done = number(&page.eval_async("return ripenBench.brought()").await?)?;
        ensure!(page.eval("return ripenBench.busy").await? == true, "no progress was shown");
        tasks.extend(tasks_since(page, start).await?);
        review.push(ready - chosen);
        brought.push(done);
        all.push(ready - chosen + done);
        let start = now(page).await?;
        // The next one finds them new again.
        undone.push(number(&page.eval_async("return ripenBench.undone()").await?)?);
        tasks_of_undo.extend(tasks_since(page, start).await?);
    }
    row("read 10 000 rows × 40 columns, to the review", "", &review, "ms", None);
    row("bring them in, to saved", "", &brought, "ms", None);
    row("import, both together", "4 000 ms", &all, "ms", Some(tasks));
    row("undo of it, to saved", "", &undone, "ms", Some(tasks_of_undo));
    Ok(())
}

fn row(name: &str, reach: &str, values: &[f64], unit: &str, tasks: Option<Vec<f64>>) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let show =
        |value: Option<&f64>| value.map_or_else(String::new, |value| format!("{value:.1} {unit}"));
    let longest = tasks.map_or_else(String::new, |tasks| {
        let longest = tasks.iter().copied().fold(0.0, f64::max);
        let over = tasks.iter().filter(|task| **task > 100.0).count();
        format!("{longest:.0} ms ({over} over 100)")
    });
    let (median, worst) = (show(sorted.get(sorted.len() / 2)), show(sorted.last()));
    println!("| {name} | {reach} | {median} | {worst} | {longest} |");
}

async fn now(page: &Page) -> Result<f64> {
    number(&page.eval("return performance.now()").await?)
}

/// The lengths of the tasks over 50 ms that began after a moment.
async fn tasks_since(page: &Page, start: f64) -> Result<Vec<f64>> {
    let told = page.eval(&format!("return ripenBench.tasksSince({start})")).await?;
    told.as_array().context("tasks are listed")?.iter().map(number).collect()
}

/// Lets the browser throw away what no script holds any more, which it else does when it likes.
async fn collect(page: &Page) -> Result<()> {
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    Ok(())
}

#[allow(clippy::cast_precision_loss)]
fn megabytes(page: &Page) -> Result<f64> {
    Ok(page.memory()? as f64 / 1e6)
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("{value} is no number"))
}

fn pairs(value: &Value) -> Result<Vec<(f64, f64)>> {
    let pair = |pair: &Value| Ok((number(&pair[0])?, number(&pair[1])?));
    value.as_array().context("pairs are listed")?.iter().map(pair).collect()
}
