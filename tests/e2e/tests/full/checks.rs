//! A mistake in the draft of a playbook is found, led to and mended; words are kept where they fit.

use ripen_e2e::{Key, Page, Result};

#[tokio::test]
async fn a_mistake_in_the_draft_is_found_and_leads_to_where_it_is_mended() -> Result<()> {
    let page = Page::open("index.html#/playbook/checks").await?;
    page.see("heading", "Nothing found").await?;
    page.axe().await?;
    page.click("link", "Gates and stages").await?;
    page.see("heading", "Gates and stages").await?;
    page.click("button", "Remove: Interest").await?;
    // Told where it was made, counted on the way, and listed.
    page.see("region", "Checks of this page").await?;
    page.see_text("It no longer asks for interest.").await?;
    page.axe().await?;
    page.click("link", "Checks (1)").await?;
    page.see("heading", "Warnings (1)").await?;
    page.axe().await?;
    page.click("link", "Overview").await?;
    page.see_text("What the checks find in it: 1 warning.").await?;
    page.see("button", "Publish version 2").await?;
    page.click("link", "1 warning").await?;
    page.click("link", "gate to Opportunity").await?;
    page.see("heading", "Gates and stages").await?;
    let add = "Add a criterion to Prospect → Opportunity";
    page.select("combobox", add, "Interest").await?;
    page.click("button", &format!("Add: {add}")).await?;
    page.gone("region", "Checks of this page").await?;
    page.see("link", "Checks").await
}

#[tokio::test]
async fn words_that_are_kept_beside_a_changed_rule_stay_kept() -> Result<()> {
    let page = Page::open("index.html#/playbook/criteria/size").await?;
    page.see("heading", "Size").await?;
    page.fill("textbox", "Value", "250").await?;
    page.press(Key::Tab).await?;
    page.click("button", "Keep mine").await?;
    page.gone("button", "Keep mine").await?;
    page.see_text("Saved in this browser").await?;
    page.reload().await?;
    page.see("heading", "Name and words").await?;
    page.gone("button", "Keep mine").await?;
    page.fill("textbox", "Value", "300").await?;
    page.press(Key::Tab).await?;
    page.see("button", "Keep mine").await
}
