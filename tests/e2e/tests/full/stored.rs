//! What is stored beside the contacts and cannot be used is left as it is.

use crate::steps::workspace;
use ripen_e2e::{Page, Result};

/// Puts a value into the storage of the workspace and starts the page anew.
async fn with(page: &Page, item: &str, value: &str) -> Result<()> {
    page.set_local_storage(&key(item), Some(value)).await?;
    page.reload().await
}

fn key(item: &str) -> String {
    format!("ripen/1/default/{item}")
}

async fn is_left(page: &Page, item: &str, value: &str) -> Result<()> {
    let stored = page.local_storage().await?;
    assert_eq!(stored.get(&key(item)).map(String::as_str), Some(value));
    Ok(())
}

#[tokio::test]
async fn a_playbook_put_aside_that_cannot_be_read_is_no_way_back_and_stays() -> Result<()> {
    let page = Page::open("index.html#/playbook/packs").await?;
    with(&page, "playbook-former", "{").await?;
    page.click("button", "See what would change with Strict B2B").await?;
    page.click("button", "Use this playbook").await?;
    page.see_text("Judged by Strict B2B").await?;
    is_left(&page, "playbook-former", "{").await?;
    // As long as the page is open there is a way back.
    page.click("button", "Switch back").await?;
    page.see_text("Judged by Pain–Interest–Fit").await?;
    is_left(&page, "playbook-former", "{").await?;
    page.goto("index.html#/data").await?;
    page.see_text("The playbook that was switched from last cannot be used").await
}

#[tokio::test]
async fn settings_of_a_newer_version_are_left_as_they_are() -> Result<()> {
    let newer = r#"{"format":"ripen-settings","version":2,"colour":"green"}"#;
    let page = workspace().await?;
    with(&page, "settings", newer).await?;
    page.see_text("Read-only: the stored data is newer than this app.").await?;
    let before = page.local_storage().await?;
    page.goto("index.html#/contacts/new").await?;
    page.fill("textbox", "Person", "Mina Okafor").await?;
    page.click("button", "Add").await?;
    page.see_text("The workspace is read-only").await?;
    assert_eq!(page.local_storage().await?, before);
    is_left(&page, "settings", newer).await
}
