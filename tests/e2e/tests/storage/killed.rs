//! The browser is killed at random moments: every edit that was said to be saved is there afterwards.

use crate::edits::{SAVED, Saved, capture, fallible, reads, settled, sign, touch};
use crate::tabs::Random;
use anyhow::{Context, ensure};
use ripen_e2e::{Browser, Result};
use std::time::Duration;

const RUNS: u64 = 10;
const PERSON: &str = "Mina Okafor";

#[tokio::test]
async fn what_was_said_to_be_saved_outlives_a_killed_browser() -> Result<()> {
    let mut page = fallible().await?;
    // WebKit's driver gives every browser a profile of its own, which ends with it.
    if page.browser() == Browser::WebKit {
        return Ok(());
    }
    capture(&page, PERSON).await?;
    page.see_text(SAVED).await?;
    let mut notes: Vec<String> = Vec::new();
    for seed in 1..=RUNS {
        let mut random = Random(seed);
        for n in 0..=random.below(3) {
            let note = format!("Note {seed}-{n}.");
            touch(&page, PERSON, &note).await?;
            ensure!(settled(&page).await? == Saved::Lasting);
            notes.push(note);
        }
        let name = format!("Jo {seed}");
        sign(&page, &name).await?;
        ensure!(settled(&page).await? == Saved::Lasting);
        // Half of the time something else is under way when it happens.
        if random.below(2) == 0 {
            touch(&page, PERSON, "May be lost").await?;
        }
        let pause = 50 + random.below(950);
        tokio::time::sleep(Duration::from_millis(u64::try_from(pause)?)).await;
        page.kill_and_open("index.html").await?;
        let texts: Vec<_> = notes.iter().map(String::as_str).collect();
        let there = reads(&page, PERSON, &texts).await;
        there.with_context(|| format!("run {seed}, killed after {pause} ms"))?;
        page.click("link", "Data").await?;
        assert_eq!(page.value("textbox", "Your name (optional)").await?, name, "run {seed}");
        page.see_text(SAVED).await?;
    }
    Ok(())
}
