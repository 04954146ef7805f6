//! A clock that is set back an hour or forward ten years between edits and tabs: the history keeps its
//! order, nothing is lost, and what is stored later counts.

use crate::edits::{SAVED, capture, fallible, reads, settled, sign, touch};
use ripen_e2e::{Page, Result};

const HOUR: i64 = 3_600_000;
const YEARS: i64 = 10 * 365 * 24 * HOUR;
const PERSON: &str = "Mina Okafor";

/// Sets the clock of the tab forward by so many milliseconds, or back. Who does that was away from the
/// page and comes back to it.
async fn set_clock(page: &Page, by: i64) -> Result<()> {
    let script =
        format!("sessionStorage.setItem('clock', '{by}'); dispatchEvent(new Event('focus'))");
    page.eval(&script).await.map(drop)
}

/// Plans the next step anew: of all that were planned the last one counts.
async fn plan(page: &Page, step: &str) -> Result<()> {
    reads(page, PERSON, &[]).await?;
    let button = if page.count("button", "Set the next step").await? == 0 {
        "Change : Next step"
    } else {
        "Set the next step"
    };
    page.run(&[
        &["click", "button", button],
        &["set", "textbox", "What is next?", step],
        &["set", "date", "Due", "2040-01-15"],
        &["click", "button", "Set it"],
        &["read", step],
    ])
    .await
}

/// Looks whether this step is the one that counts.
async fn planned(page: &Page, step: &str) -> Result<()> {
    reads(page, PERSON, &[&format!("Change : Next step {step}")]).await
}

async fn named(page: &Page, name: &str) -> Result<()> {
    page.click("link", "Data").await?;
    assert_eq!(page.value("textbox", "Your name (optional)").await?, name);
    Ok(())
}

#[tokio::test]
async fn a_clock_that_jumps_changes_no_order() -> Result<()> {
    let page = fallible().await?;
    capture(&page, PERSON).await?;
    let mut notes = Vec::new();
    for (n, by) in [0, -HOUR, YEARS, 0, YEARS, -HOUR].into_iter().enumerate() {
        set_clock(&page, by).await?;
        let (step, note, name) = (format!("Step {n}."), format!("Note {n}."), format!("Jo {n}"));
        plan(&page, &step).await?;
        touch(&page, PERSON, &note).await?;
        sign(&page, &name).await?;
        page.see_text(SAVED).await?;
        notes.push(note);
        page.reload().await?;
        planned(&page, &step).await?;
        named(&page, &name).await?;
    }
    let notes: Vec<_> = notes.iter().map(String::as_str).collect();
    reads(&page, PERSON, &notes).await
}

#[tokio::test]
async fn tabs_with_different_clocks_come_to_the_same() -> Result<()> {
    let page = fallible().await?;
    capture(&page, PERSON).await?;
    page.see_text(SAVED).await?;
    page.new_tab("index.html").await?;
    page.see("link", "Contacts 1").await?;
    for (n, by) in [YEARS, 0, -HOUR, YEARS].into_iter().enumerate() {
        let (here, there) = (n % 2, (n + 1) % 2);
        let (step, name) = (format!("Step {n}."), format!("Jo {n}"));
        page.switch_to(here).await?;
        set_clock(&page, by).await?;
        plan(&page, &step).await?;
        sign(&page, &name).await?;
        settled(&page).await?;
        page.switch_to(there).await?;
        planned(&page, &step).await?;
        named(&page, &name).await?;
    }
    for tab in 0..2 {
        page.switch_to(tab).await?;
        page.see_text(SAVED).await?;
        page.reload().await?;
        planned(&page, "Step 3.").await?;
        named(&page, "Jo 3").await?;
    }
    Ok(())
}
