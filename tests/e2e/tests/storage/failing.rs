//! Storage that fails at write n, for every n: the page says what holds, and what it says is so.

use crate::edits::{Edit, SERIES, Saved, fallible, hold, settled};
use anyhow::{Context, ensure};
use ripen_e2e::{Page, Result};
use serde_json::{Value, json};

/// Makes the series in a workspace of its own while storing fails. Says what the page said after
/// each edit.
async fn series(page: &Page, name: &str, opening: &Value, plan: &Value) -> Result<Vec<Saved>> {
    page.fail(opening.clone()).await?;
    page.goto(&format!("index.html?workspace={name}")).await?;
    // A database that does not answer is waited for.
    let _ = page.see("link", "Add a contact").await;
    let _ = page.see("link", "Add a contact").await;
    page.see("link", "Add a contact").await?;
    page.fail(plan.clone()).await?;
    let mut said = Vec::new();
    for edit in &SERIES {
        page.run(edit.steps).await?;
        said.push(settled(page).await?);
    }
    // Whatever could not be stored is in memory.
    hold(page, &SERIES).await?;
    Ok(said)
}

/// What was said to be saved is there after a reload; and everything, where it was tried again.
async fn check(
    page: &Page,
    name: &str,
    opening: Value,
    plan: Value,
    worst: &[Saved],
) -> Result<()> {
    let name = &format!("{name}-again");
    for (name, again) in [(name.as_str(), true), (name.trim_end_matches("-again"), false)] {
        let checked = async {
            let said = series(page, name, &opening, &plan).await?;
            let told = said.iter().max().context("something is told")?;
            ensure!(worst.contains(told), "said {said:?}, not {worst:?}");
            page.fail(json!({})).await?;
            let held = said.iter().rposition(|saved| *saved != Saved::Not).map_or(0, |n| n + 1);
            let mut there: &[Edit] = &SERIES[..held];
            if again && held < SERIES.len() {
                page.click("button", "Try again").await?;
                page.gone("button", "Try again").await?;
                ensure!(settled(page).await? != Saved::Not);
                there = &SERIES;
            }
            page.reload().await?;
            hold(page, there).await
        };
        checked.await.with_context(|| format!("{name} with {opening} and {plan}"))?;
        if !worst.contains(&Saved::Not) {
            break;
        }
    }
    Ok(())
}

/// How often the series writes, when nothing fails.
async fn writes(page: &Page) -> Result<[u64; 2]> {
    let said = series(page, "whole", &json!({}), &json!({})).await?;
    assert_eq!(said, [Saved::Lasting; SERIES.len()]);
    let counts = [page.writes("set").await?, page.writes("put").await?];
    assert!(counts.iter().all(|count| *count >= SERIES.len() as u64), "{counts:?}");
    Ok(counts)
}

fn from(n: u64) -> Value {
    json!({ "from": n, "how": "throw" })
}

fn once(n: u64, how: &str) -> Value {
    json!({ "from": n, "to": n, "how": how })
}

#[tokio::test]
async fn local_storage_fails_at_write_n_and_the_database_has_it() -> Result<()> {
    let page = fallible().await?;
    let [sets, _] = writes(&page).await?;
    for n in 1..=sets {
        let (once, always) = (json!({ "set": once(n, "throw") }), json!({ "set": from(n) }));
        check(&page, &format!("once-{n}"), json!({}), once, &[Saved::Lasting]).await?;
        check(&page, &format!("from-{n}"), json!({}), always, &[Saved::Lasting]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_database_fails_at_write_n_and_local_storage_has_it() -> Result<()> {
    let page = fallible().await?;
    let [_, puts] = writes(&page).await?;
    for n in 1..=puts {
        for (name, plan, worst) in [
            ("once", once(n, "throw"), &[Saved::Locally] as &[_]),
            // Contacts are tried once more right away, as the browser may have closed the database.
            ("abort", once(n, "abort"), &[Saved::Lasting, Saved::Locally]),
            ("from", from(n), &[Saved::Locally]),
        ] {
            check(&page, &format!("{name}-{n}"), json!({}), json!({ "put": plan }), worst).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn both_fail_from_write_n_on() -> Result<()> {
    let page = fallible().await?;
    let [sets, puts] = writes(&page).await?;
    for n in 1..=sets {
        let plan = json!({ "set": from(n), "put": from(1) });
        check(&page, &format!("sets-{n}"), json!({}), plan, &[Saved::Not]).await?;
    }
    for n in 2..=puts {
        let plan = json!({ "set": from(1), "put": from(n) });
        check(&page, &format!("puts-{n}"), json!({}), plan, &[Saved::Not]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_database_that_does_not_open_is_done_without() -> Result<()> {
    let page = fallible().await?;
    for how in ["throw", "error", "never"] {
        let opening = json!({ "open": { "how": how } });
        check(&page, how, opening.clone(), opening.clone(), &[Saved::Locally]).await?;
        let plan = json!({ "open": { "how": how }, "set": from(4) });
        check(&page, &format!("{how}-4"), opening, plan, &[Saved::Not]).await?;
    }
    Ok(())
}
