//! What is done to many contacts at once is stored of all of them or of none, whenever the page is left.

use ripen_e2e::{Page, Result};
use std::fmt::Write;
use std::time::Duration;
use tokio::time::sleep;

/// Brings many contacts in; `told` is how many in the words of the page.
async fn with_many(many: u32, told: &str) -> Result<Page> {
    let mut table = String::from("Record ID,Person,Company\n");
    for n in 0..many {
        writeln!(table, "{n},Person {n},Company {n}")?;
    }
    let page = Page::open("index.html#/data").await?;
    page.see("file", "Choose files").await?;
    page.upload("Choose files", &[page.file("many.csv", table)?]).await?;
    page.click("button", &format!("Import {told} contacts")).await?;
    page.see_text(&format!("Done. {told} contacts are new.")).await?;
    Ok(page)
}

/// Waits until the contacts are listed: none of them, or all.
async fn all_or_none(page: &Page) -> Result<()> {
    let mut text = String::new();
    for _ in 0..100 {
        text = page.text().await?;
        if ["No contacts yet", "20,000 contacts"].iter().any(|whole| text.contains(whole)) {
            return Ok(());
        }
        sleep(Duration::from_millis(100)).await;
    }
    panic!("neither all contacts nor none: {text}")
}

#[tokio::test]
async fn an_import_is_stored_and_undone_as_a_whole() -> Result<()> {
    for wait in [0, 900, 1_800, 2_700] {
        let page = with_many(20_000, "20,000").await?;
        // At once: while the import is still being stored.
        page.click("button", "Undo …").await?;
        sleep(Duration::from_millis(wait)).await;
        page.goto("index.html?left#/contacts").await?;
        all_or_none(&page).await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_undo_that_was_stored_stays() -> Result<()> {
    let page = with_many(3_000, "3,000").await?;
    page.click("button", "Undo …").await?;
    page.see_text("Undone: Imported: 3,000 contacts").await?;
    page.see_text("Saved in this browser").await?;
    page.reload().await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("No contacts yet").await
}
