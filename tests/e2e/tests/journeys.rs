//! What people come to do, from start to end, in every browser.

#[path = "journeys/editor.rs"]
mod editor;
#[path = "journeys/keyboard.rs"]
mod keyboard;
mod steps;
#[path = "journeys/storage.rs"]
mod storage;
#[path = "journeys/widget.rs"]
mod widget;

use ripen_e2e::Result;
use steps::{add_contact, ready_for_opportunity, to_contact, type_in, workspace};

#[tokio::test]
async fn the_first_screen_offers_three_ways_to_begin() -> Result<()> {
    let page = workspace().await?;
    page.see("link", "Add a contact").await?;
    page.see("link", "Open the demo").await?;
    page.see("link", "Import a file").await?;
    page.see_text("Saved in this browser").await?;
    page.gone("button", "Download my data").await
}

#[tokio::test]
async fn a_lead_becomes_a_prospect_and_an_opportunity() -> Result<()> {
    let page = workspace().await?;
    ready_for_opportunity(&page).await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Ready to become: Prospect, then Opportunity").await?;
    to_contact(&page).await?;
    page.click("button", "Move to Prospect").await?;
    page.see("dialog", "Move to Prospect").await?;
    page.click("button", "Move to Prospect").await?;
    page.gone("dialog", "Move to Prospect").await?;
    page.click("button", "Move to Opportunity").await?;
    page.click("button", "Move to Opportunity").await?;
    page.see("heading", "Chance to win").await?;
    page.see_text("about 13%").await?;
    page.reload().await?;
    page.see("heading", "What is missing for Discovery").await
}

#[tokio::test]
async fn back_keeps_the_answers_and_so_does_the_browser_s() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    type_in(&page, "How many people work there?", "240").await?;
    page.see("heading", "Which industry are they in?").await?;
    page.click("button", "Back").await?;
    page.see("heading", "How many people work there?").await?;
    assert_eq!(page.value("textbox", "How many people work there?").await?, "240");
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are they in?").await?;
    page.back().await?;
    page.see("heading", "How many people work there?").await?;
    assert_eq!(page.value("textbox", "How many people work there?").await?, "240");
    Ok(())
}

#[tokio::test]
async fn a_reload_goes_on_where_the_wizard_was() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    type_in(&page, "How many people work there?", "240").await?;
    page.see("heading", "Which industry are they in?").await?;
    page.reload().await?;
    page.see("heading", "Which industry are they in?").await?;
    page.see_text("Question 2 · at most 11 left").await
}

#[tokio::test]
async fn everything_is_undone_and_put_back() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "More").await?;
    page.click("button", "Disqualify…").await?;
    page.click("button", "Disqualify").await?;
    page.see_text("Choose a reason").await?;
    page.select("combobox", "Why is it unsuitable?", "Too small").await?;
    page.click("button", "Disqualify").await?;
    page.see("heading", "Disqualified: Too small").await?;
    page.click("button", "Undo : Disqualified").await?;
    page.see("heading", "What is missing for Prospect").await?;
    page.see_text("Undone").await?;
    page.click("button", "Redo : Disqualified").await?;
    page.see("heading", "Disqualified: Too small").await?;
    page.reload().await?;
    page.see("heading", "Disqualified: Too small").await
}

#[tokio::test]
async fn a_touch_and_a_next_step_are_kept() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Set the next step").await?;
    page.fill("textbox", "What is next?", "Call about the pilot").await?;
    page.fill("date", "Due", "2030-01-15").await?;
    page.click("button", "Set it").await?;
    page.see_text("Call about the pilot").await?;
    page.eval("scrollTo(0, 0)").await?;
    page.see("heading", "Touches").await?;
    page.see_text("Nobody was in touch yet.").await?;
    page.reload().await?;
    page.see_text("Call about the pilot").await?;
    page.click("button", "Done").await?;
    page.see_text("Nothing is planned.").await
}

#[tokio::test]
async fn contacts_are_found_by_words_and_filters() -> Result<()> {
    let page = workspace().await?;
    for (person, organisation) in [
        ("Mina Okafor", "Northwind Clinics"),
        ("Tom Reyes", "Harbour Dental"),
        ("Li Wen", "Eastgate Eye Care"),
    ] {
        add_contact(&page, person, organisation).await?;
    }
    page.goto("index.html#/contacts").await?;
    page.see_text("3 contacts").await?;
    page.fill("searchbox", "Search", "dental").await?;
    page.see_text("1 of 3 contacts").await?;
    page.see("link", "Tom Reyes").await?;
    page.gone("link", "Li Wen").await?;
    page.fill("searchbox", "Search", "").await?;
    page.select("combobox", "Level", "Customer").await?;
    page.see("heading", "Nothing matches").await?;
    page.click("button", "Clear search and filters").await?;
    page.see_text("3 contacts").await
}
