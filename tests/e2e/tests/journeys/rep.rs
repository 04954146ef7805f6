//! A rep at work: contacts captured in seconds.

use crate::steps::workspace;
use ripen_e2e::{Key, Result};

#[tokio::test]
async fn contacts_are_captured_one_after_the_other() -> Result<()> {
    let page = workspace().await?;
    page.click("link", "New contact").await?;
    page.see_focused("textbox", "Person").await?;
    // Who reads the page knows who was added; the source is that of the one before.
    page.type_text("Mina Okafor").await?;
    page.fill("textbox", "Organisation", "Northwind Clinics").await?;
    page.select("combobox", "Source (optional)", "Business card").await?;
    page.see_text("Sales: we went to them · Intent: Low: curious").await?;
    page.click("button", "Add and enter another").await?;
    page.see("link", "Mina Okafor · Northwind Clinics").await?;
    page.see_focused("textbox", "Person").await?;
    assert_eq!(page.value("textbox", "Organisation").await?, "");
    page.type_text("Tom Reyes").await?;
    page.press(Key::Enter).await?;
    page.see("heading", "Tom Reyes").await?;
    page.see_text("Business card").await?;

    // Also after a reload.
    page.reload().await?;
    page.see("heading", "Tom Reyes").await?;
    page.click("link", "New contact").await?;
    page.see_focused("textbox", "Person").await?;
    page.see_text("Sales: we went to them · Intent: Low: curious").await
}

#[tokio::test]
async fn a_new_contact_is_one_step_from_every_view() -> Result<()> {
    let page = workspace().await?;
    for address in ["contacts", "funnel", "playbook", "data", "learn"] {
        page.goto(&format!("index.html#/{address}")).await?;
        page.click("link", "New contact").await?;
        page.see_focused("textbox", "Person").await?;
    }
    Ok(())
}
