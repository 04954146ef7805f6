//! Stored values that are damaged or newer, in turn, in both homes: left as they are, told of, and
//! everything else is shown and goes on.

use crate::edits::{AWAY, DATABASE, SAVED, SERIES, capture, fallible, hold, reads, sign, touch};
use anyhow::{Context, ensure};
use ripen_e2e::{Page, Result};
use std::collections::BTreeMap;

const READ_ONLY: &str = "Read-only: the stored data is newer than this app.";
const UNUSABLE: &str = "cannot be used";

/// Where a value is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Home {
    Local,
    Database,
}

impl Home {
    async fn all(self, page: &Page) -> Result<BTreeMap<String, String>> {
        match self {
            Self::Local => page.local_storage().await,
            Self::Database => page.database(DATABASE).await,
        }
    }

    async fn set(self, page: &Page, key: &str, text: Option<&str>) -> Result<()> {
        match self {
            Self::Local => page.set_local_storage(key, text).await,
            Self::Database => page.set_database(DATABASE, key, text).await,
        }
    }
}

/// The ways a value is damaged.
fn damages(text: &str) -> [String; 3] {
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    let (before, after) = text.rsplit_once('"').unwrap_or(("", ""));
    [half, format!("{before}#{after}"), "{}".to_owned()]
}

/// The value as a newer version would have stored it.
fn newer(text: &str) -> String {
    let text = text.replacen("\"version\":1", "\"version\":99", 1);
    text.replacen("{\"v\":1,", "{\"v\":99,", 1)
}

/// A workspace with something of everything in both homes, left for a page beside it.
async fn workspace() -> Result<(Page, [BTreeMap<String, String>; 2])> {
    let page = fallible().await?;
    for edit in &SERIES {
        page.run(edit.steps).await?;
    }
    sign(&page, "Jo").await?;
    capture(&page, "Tom Reyes").await?;
    page.see_text(SAVED).await?;
    page.goto(AWAY).await?;
    let whole = [Home::Local.all(&page).await?, Home::Database.all(&page).await?];
    // Stamps are no values of their own, nor is what remembers that there is more.
    let whole = whole.map(|mut all| {
        all.retain(|key, _| !key.ends_with('@') && !key.ends_with("overflow"));
        all
    });
    Ok((page, whole))
}

/// Puts both homes back.
async fn restore(page: &Page, whole: &[BTreeMap<String, String>; 2]) -> Result<()> {
    page.goto(AWAY).await?;
    for (home, all) in [Home::Local, Home::Database].into_iter().zip(whole) {
        for (key, text) in all {
            home.set(page, key, Some(text)).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn whatever_is_damaged_is_left_and_everything_else_goes_on() -> Result<()> {
    let (page, whole) = workspace().await?;
    for (home, all) in [Home::Local, Home::Database].into_iter().zip(&whole) {
        assert!(all.len() >= 4, "{all:?}");
        for (key, text) in all {
            for damaged in damages(text) {
                let checked = async {
                    home.set(&page, key, Some(&damaged)).await?;
                    page.goto("index.html").await?;
                    page.see_text(UNUSABLE).await?;
                    page.gone_text(READ_ONLY).await?;
                    // A contact is whole in the other home.
                    let texts = SERIES.iter().take(4).map(|edit| edit.text).collect::<Vec<_>>();
                    reads(&page, "Mina Okafor", &texts).await?;
                    touch(&page, "Mina Okafor", "After it was damaged").await?;
                    page.run(&[
                        &["click", "link", "Playbook"],
                        &["set", "textbox", "What it is for (optional)", "x"],
                    ])
                    .await?;
                    sign(&page, "Al").await?;
                    touch(&page, "Tom Reyes", "As well").await?;
                    page.gone_text("to go…").await?;
                    let after = home.all(&page).await?;
                    ensure!(after.get(key) == Some(&damaged), "it became {:?}", after.get(key));
                    page.reload().await?;
                    page.see_text(UNUSABLE).await?;
                    reads(&page, "Mina Okafor", &["After it was damaged"]).await?;
                    reads(&page, "Tom Reyes", &["As well"]).await?;
                    restore(&page, &whole).await
                };
                checked.await.with_context(|| format!("{key} in {home:?} as {damaged}"))?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn whatever_is_newer_makes_the_workspace_read_only_and_nothing_is_written() -> Result<()> {
    let (page, whole) = workspace().await?;
    for (home, all) in [Home::Local, Home::Database].into_iter().zip(&whole) {
        for (key, text) in all {
            let newer = newer(text);
            let checked = async {
                ensure!(newer != *text, "{text} has no version");
                home.set(&page, key, Some(&newer)).await?;
                let before = [Home::Local.all(&page).await?, Home::Database.all(&page).await?];
                page.goto("index.html").await?;
                page.see_text(READ_ONLY).await?;
                if key.contains("contact") {
                    hold(&page, &SERIES).await?;
                }
                reads(&page, "Tom Reyes", &["Captured as a lead"]).await?;
                page.run(&[
                    &["click", "link", "New contact"],
                    &["set", "textbox", "Person", "Nobody"],
                    &["click", "button", "Add"],
                    &["read", "The workspace is read-only"],
                ])
                .await?;
                let after = [Home::Local.all(&page).await?, Home::Database.all(&page).await?];
                ensure!(after == before, "{after:?} is not {before:?}");
                restore(&page, &whole).await
            };
            checked.await.with_context(|| format!("{key} in {home:?} as {newer}"))?;
        }
    }
    Ok(())
}
