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
use steps::{
    add_contact, choose, qualify_organisation, qualify_pain, ready_for_opportunity, to_contact,
    type_in, workspace,
};

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
async fn a_knock_out_ends_the_asking_and_says_what_to_do_instead() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    type_in(&page, "How many people work there?", "3").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "This does not fit").await?;
    page.see_text("A lighter tool will serve you better today.").await
}

#[tokio::test]
async fn an_answer_is_changed_from_the_check_page_and_comes_back_to_it() -> Result<()> {
    let page = workspace().await?;
    ready_for_opportunity(&page).await?;
    page.click("button", "Change : Employees").await?;
    type_in(&page, "How many people work there?", "350").await?;
    page.see("heading", "Check your answers").await?;
    page.see_text("350 people").await
}

#[tokio::test]
async fn not_knowing_is_an_answer_and_an_empty_page_is_told_so() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    page.see("heading", "How many people work there?").await?;
    page.click("button", "Continue").await?;
    page.see_text("There is a problem").await?;
    page.choose("checkbox", "I don’t know yet").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are they in?").await?;
    to_contact(&page).await?;
    page.see_text("I don’t know yet").await
}

#[tokio::test]
async fn a_gate_is_overridden_only_with_a_reason() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "More").await?;
    page.click("button", "Move to Prospect anyway…").await?;
    page.click("button", "Move anyway").await?;
    page.see_text("Say why, in a few words").await?;
    page.fill("textbox", "Why move it all the same?", "Their chair asked for it").await?;
    page.click("button", "Move anyway").await?;
    page.see_text("Overridden").await?;
    page.see_text("Their chair asked for it").await?;
    page.see_text("Stands further than its evidence.").await
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

#[tokio::test]
async fn pain_must_be_confirmed_to_pass_the_gate() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    qualify_organisation(&page).await?;
    page.see("heading", "Do they have a problem the product solves?").await?;
    page.select("combobox", "How do you know?", "Claimed: they told us, unchecked").await?;
    choose(&page, "Do they have a problem the product solves?", "Yes").await?;
    to_contact(&page).await?;
    page.click("button", "Move to Prospect").await?;
    page.click("button", "Move to Prospect").await?;
    page.see("heading", "What is missing for Opportunity").await?;
    page.see_text("must be confirmed, so far claimed").await
}

#[tokio::test]
async fn a_whole_run_leaves_nothing_unasked() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    qualify_organisation(&page).await?;
    qualify_pain(&page).await?;
    page.see("heading", "Check your answers").await?;
    page.gone_text("Not answered").await
}
