//! Homes that are cleared, while the page is open and while it is not: absence means nothing.

use crate::edits::{
    AWAY, DATABASE, SAVED, SERIES, capture, fallible, hold, import, reads, settled, touch,
};
use ripen_e2e::{Page, Result};

const CLEAR: &str = "localStorage.clear()";

/// A workspace with the series and what is in the database alone.
async fn workspace() -> Result<Page> {
    let page = fallible().await?;
    for edit in &SERIES {
        page.run(edit.steps).await?;
    }
    import(&page, 401).await?;
    page.see_text(SAVED).await?;
    Ok(page)
}

async fn all_there(page: &Page) -> Result<()> {
    page.see("link", "Contacts 402").await?;
    hold(page, &SERIES).await
}

#[tokio::test]
async fn local_storage_that_is_cleared_loses_nothing() -> Result<()> {
    let page = workspace().await?;
    page.eval(CLEAR).await?;
    touch(&page, "Mina Okafor", "After it was cleared").await?;
    settled(&page).await?;
    all_there(&page).await?;
    page.reload().await?;
    all_there(&page).await?;
    reads(&page, "Mina Okafor", &["After it was cleared"]).await?;

    page.goto(AWAY).await?;
    page.eval(CLEAR).await?;
    page.goto("index.html").await?;
    all_there(&page).await?;
    reads(&page, "Mina Okafor", &["After it was cleared"]).await
}

#[tokio::test]
async fn a_database_that_is_deleted_under_the_page_is_filled_again() -> Result<()> {
    let page = workspace().await?;
    page.delete_database(DATABASE).await?;
    touch(&page, "Mina Okafor", "After it was deleted").await?;
    settled(&page).await?;
    page.see_text(SAVED).await?;
    page.reload().await?;
    all_there(&page).await?;
    reads(&page, "Mina Okafor", &["After it was deleted"]).await?;

    // Also where nothing is changed afterwards.
    page.delete_database(DATABASE).await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    page.see_text(SAVED).await?;
    page.gone_text("This site’s data was cleared elsewhere.").await?;
    page.reload().await?;
    all_there(&page).await
}

#[tokio::test]
async fn whoever_clears_everything_under_the_page_is_told_that_it_is_stored_again() -> Result<()> {
    let page = workspace().await?;
    page.eval(CLEAR).await?;
    page.delete_database(DATABASE).await?;
    page.see_text("This site’s data was cleared elsewhere.").await?;
    page.see_text(SAVED).await?;
    // It stays, whatever is looked at, until it was read.
    page.click("link", "Contacts 402").await?;
    page.see_text("This site’s data was cleared elsewhere.").await?;
    page.click("button", "Close this message").await?;
    page.gone_text("This site’s data was cleared elsewhere.").await?;
    page.reload().await?;
    page.see("link", "Contacts 402").await
}

#[tokio::test]
async fn a_database_that_is_deleted_while_the_page_is_closed_is_filled_from_local_storage()
-> Result<()> {
    let page = fallible().await?;
    for edit in &SERIES {
        page.run(edit.steps).await?;
    }
    page.see_text(SAVED).await?;
    page.goto(AWAY).await?;
    page.delete_database(DATABASE).await?;
    page.goto("index.html").await?;
    page.see_text(SAVED).await?;
    hold(&page, &SERIES).await?;
    page.goto(AWAY).await?;
    page.eval(CLEAR).await?;
    page.goto("index.html").await?;
    hold(&page, &SERIES).await
}

#[tokio::test]
async fn deleting_everything_leaves_nothing_and_the_other_tab_begins_anew() -> Result<()> {
    const START: &str = "Know which contacts are worth your time, and why";
    let page = workspace().await?;
    page.new_tab("index.html#/contacts").await?;
    page.see("link", "Contacts 402").await?;
    page.switch_to(0).await?;
    page.click("link", "Data").await?;
    page.click("button", "Delete everything…").await?;
    page.click("button", "Delete everything").await?;
    page.see("heading", START).await?;
    page.switch_to(1).await?;
    page.see("heading", START).await?;
    let nothing_left = async || -> Result<()> {
        assert!(page.local_storage().await?.keys().all(|key| !key.starts_with("ripen/")));
        assert_eq!(page.database(DATABASE).await?.len(), 0);
        Ok(())
    };
    nothing_left().await?;
    page.reload().await?;
    nothing_left().await?;
    page.switch_to(0).await?;
    page.goto(AWAY).await?;
    page.switch_to(1).await?;
    page.goto(AWAY).await?;
    nothing_left().await?;
    assert!(page.databases().await?.is_empty());
    page.goto("index.html").await?;
    capture(&page, "Mina Okafor").await?;
    page.see_text(SAVED).await
}
