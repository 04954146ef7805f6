//! What a browser keeps: when it is blocked, what cannot be read, other tabs. How it may fail beyond that
//! is in `storage.rs`.

use crate::steps::{add_contact, workspace};
use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::Value;

/// Storage as browsers block it: asking for it throws.
const BLOCKED: &str = r#"
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});"#;

const IN_MEMORY: &str =
    "In memory only: this browser blocks storage. Export before you close the page.";
const SAVED: &str = "Saved in this browser";
/// Fills in the form of a new contact, from a link to it on, without leaving the page.
async fn add_from_here(page: &Page, link: &str, person: &str) -> Result<()> {
    page.click("link", link).await?;
    page.see("heading", "New contact").await?;
    page.fill("textbox", "Person", person).await?;
    page.click("button", "Add").await?;
    page.see("heading", person).await
}

/// Plans the next step of the contact whose page is shown.
async fn plan(page: &Page, step: &str) -> Result<()> {
    page.click("button", "Set the next step").await?;
    page.fill("textbox", "What is next?", step).await?;
    page.fill("date", "Due", "2030-01-15").await?;
    page.click("button", "Set it").await?;
    page.gone("dialog", "Set the next step").await?;
    page.see_text(step).await
}

/// Exports the workspace by the way out that the save state offers.
async fn export_now(page: &Page) -> Result<String> {
    page.click("button", "Export now").await?;
    let (_, bytes) = page.downloaded("ripen-default-", ".json").await?;
    let export: Value = serde_json::from_slice(&bytes)?;
    Ok(export["contacts"].to_string())
}

#[tokio::test]
async fn a_browser_that_blocks_storage_works_in_memory_and_says_so() -> Result<()> {
    let site = SiteCopy::new()?;
    site.run_first(BLOCKED)?;
    let page = Page::open_of(site, "index.html").await?;
    page.see_text(IN_MEMORY).await?;
    page.gone_text(SAVED).await?;
    page.gone("button", "Try again").await?;
    add_from_here(&page, "Add a contact", "Mina Okafor").await?;
    plan(&page, "Call about the pilot").await?;
    page.see_text(IN_MEMORY).await?;
    page.click("link", "Contacts 1").await?;
    page.see("link", "Mina Okafor").await?;
    page.click("link", "Data").await?;
    page.see_text("Nothing: the browser blocks storage").await?;
    let contacts = export_now(&page).await?;
    assert!(contacts.contains("Mina Okafor"), "{contacts}");
    assert!(contacts.contains("Call about the pilot"), "{contacts}");
    Ok(())
}

#[tokio::test]
async fn a_visitor_s_browser_that_blocks_storage_still_gives_a_result() -> Result<()> {
    let site = SiteCopy::new()?;
    site.run_first(BLOCKED)?;
    let page = Page::open_of(site, "demo/").await?;
    page.see("heading", "How many people work at your company?").await?;
    page.choose("radio", "1–9").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Probably not the right product for you").await?;
    page.gone_text("Nothing yet: finish the questions").await
}

#[tokio::test]
async fn a_stored_value_that_cannot_be_read_is_kept_as_it_is() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    let broken = "ripen/1/default/contact/01a20053-188c-7e6d-b39b-1013f4bf59ad";
    page.set_local_storage(broken, Some("{\"v\":1,\"events\":[{")).await?;
    page.reload().await?;
    page.see_text("A stored value cannot be used.").await?;
    page.see("heading", "Mina Okafor · Northwind Clinics").await?;
    let stored = page.local_storage().await?;
    assert_eq!(stored.get(broken).map(String::as_str), Some("{\"v\":1,\"events\":[{"));
    Ok(())
}

#[tokio::test]
async fn newer_data_makes_the_workspace_read_only() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    let newer = "ripen/1/default/contact/01a20053-188c-7e6d-b39b-1013f4bf59ad";
    page.set_local_storage(newer, Some(r#"{"v":99,"from":"the future"}"#)).await?;
    page.reload().await?;
    page.see_text("Read-only: the stored data is newer than this app.").await?;
    let before = page.local_storage().await?;
    page.click("button", "Set the next step").await?;
    page.fill("textbox", "What is next?", "Call").await?;
    page.fill("date", "Due", "2030-01-15").await?;
    page.click("button", "Set it").await?;
    page.see_text("The workspace is read-only").await?;
    assert_eq!(page.local_storage().await?, before);
    Ok(())
}

#[tokio::test]
async fn a_second_tab_s_changes_arrive_without_a_reload() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.new_tab("index.html#/contacts").await?;
    page.see("link", "Mina Okafor").await?;
    page.switch_to(0).await?;
    page.click("button", "Ask next question").await?;
    choose_unknown(&page).await?;
    add_contact(&page, "Tom Reyes", "Harbour Dental").await?;
    page.switch_to(1).await?;
    page.see("link", "Tom Reyes").await?;
    page.see_text("2 contacts").await
}

#[tokio::test]
async fn the_demo_never_touches_the_workspace_of_one_s_own() -> Result<()> {
    let page = workspace().await?;
    page.click("link", "Open the demo").await?;
    page.see_text("Demo data: yours is untouched.").await?;
    page.see_text("102 contacts").await?;
    page.click("link", "Leave the demo").await?;
    page.see("heading", "Know which contacts are worth your time, and why").await?;
    let stored = page.local_storage().await?;
    assert!(stored.keys().any(|key| key.starts_with("ripen/1/demo/contact/")));
    assert!(!stored.keys().any(|key| key.starts_with("ripen/1/default/contact/")));
    Ok(())
}

async fn choose_unknown(page: &Page) -> Result<()> {
    page.see("heading", "How many people work there?").await?;
    page.choose("checkbox", "I don’t know yet").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are they in?").await
}
