//! A rep at work: contacts captured in seconds, and those ready to advance.

use crate::steps::{
    add_contact, qualify_organisation, ready_for_opportunity, to_contact, workspace,
};
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
    page.see_text("Sales: we went to them · low intent: curious").await?;
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
    page.see_text("Sales: we went to them · low intent: curious").await
}

#[tokio::test]
async fn an_answer_that_was_begun_is_there_after_leaving_and_is_not_taken_for_recorded()
-> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    page.fill("textbox", "How many people work there?", "1.5").await?;
    page.click("button", "Continue").await?;
    page.see("link", "Enter a whole number, like 240").await?;
    page.fill("textbox", "How many people work there?", "240").await?;
    page.fill("textbox", "In their words (optional)", "a few hundred").await?;
    page.click("link", "Mina Okafor · Northwind Clinics").await?;
    page.gone_text("240 people").await?;

    page.click("button", "Ask next question").await?;
    page.see_text("Not recorded yet").await?;
    assert_eq!(page.value("textbox", "How many people work there?").await?, "240");
    assert_eq!(page.value("textbox", "In their words (optional)").await?, "a few hundred");
    page.click("button", "Discard it").await?;
    page.gone_text("Not recorded yet").await?;
    assert_eq!(page.value("textbox", "How many people work there?").await?, "");

    page.fill("textbox", "How many people work there?", "250").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are they in?").await?;
    page.back().await?;
    page.see("heading", "How many people work there?").await?;
    page.gone_text("Not recorded yet").await
}

#[tokio::test]
async fn a_new_contact_that_was_begun_is_there_after_leaving_until_it_is_cancelled() -> Result<()> {
    let page = workspace().await?;
    page.click("link", "New contact").await?;
    page.fill("textbox", "Person", "Mina Okafor").await?;
    page.click("link", "Funnel").await?;
    page.see("heading", "Funnel").await?;
    page.click("link", "New contact").await?;
    page.see_text("Not added yet").await?;
    assert_eq!(page.value("textbox", "Person").await?, "Mina Okafor");
    page.click("link", "Cancel").await?;
    page.gone("heading", "New contact").await?;
    page.click("link", "New contact").await?;
    page.see("textbox", "Person").await?;
    page.gone_text("Not added yet").await?;
    assert_eq!(page.value("textbox", "Person").await?, "");
    Ok(())
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

#[tokio::test]
async fn those_who_are_ready_to_advance_are_listed_and_told() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Tom Reyes", "Harbour Dental").await?;
    page.gone_text("Ready to advance.").await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    qualify_organisation(&page).await?;
    to_contact(&page).await?;
    page.see_text("Ready to advance. Everything asked for Prospect is on record.").await?;
    page.click("link", "All who are ready").await?;
    page.see_focused("heading", "Contacts").await?;
    page.see_text("1 of 2 contacts").await?;
    page.see("link", "Ready to advance 1").await?;
    page.see("link", "Mina Okafor").await?;
    page.gone("link", "Tom Reyes").await?;
    page.reload().await?;
    page.see_text("1 of 2 contacts").await?;
    page.click("button", "Remove the filter: ready to advance").await?;
    page.see("link", "Tom Reyes").await?;

    // Moved up without evidence, Tom stands too far up; moved up with it, Mina is no longer ready.
    page.click("link", "Tom Reyes").await?;
    page.click("button", "More").await?;
    page.click("button", "Move to Prospect anyway…").await?;
    page.fill("textbox", "Why move it all the same?", "Their chair asked for it").await?;
    page.click("button", "Move anyway").await?;
    page.click("link", "All who stand too far up").await?;
    page.see("link", "Further than the evidence 1").await?;
    page.see_text("1 of 2 contacts").await?;
    page.see("link", "Tom Reyes").await?;
    page.click("link", "Ready to advance 1").await?;
    page.click("link", "Mina Okafor").await?;
    page.click("button", "Move to Prospect").await?;
    page.click("button", "Move to Prospect").await?;
    page.gone_text("Ready to advance.").await?;
    page.click("link", "Contacts 2").await?;
    page.see("link", "Ready to advance 0").await
}

const EVERYTHING: &str =
    "Ask everything Also what does not change the verdict, such as budget and timeline.";

#[tokio::test]
async fn everything_is_asked_one_question_at_a_time() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    // What is half typed stays when the switch is turned.
    page.fill("textbox", "How many people work there?", "3").await?;
    page.click("switch", EVERYTHING).await?;
    page.see_text("Question 1 · at most").await?;
    assert_eq!(page.value("textbox", "How many people work there?").await?, "3");
    page.click("button", "Continue").await?;
    // Three people are too few, and that ends the matter; all the same the next question comes.
    page.see("heading", "Which industry are they in?").await?;
    page.reload().await?;
    page.see("heading", "Which industry are they in?").await?;
    assert!(page.is_checked("switch", EVERYTHING).await?);
    page.click("switch", EVERYTHING).await?;
    page.select("combobox", "Which industry are they in?", "Healthcare").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.gone("link", "Ask the next question").await?;

    // From the check it goes on once everything is wanted.
    page.click("switch", EVERYTHING).await?;
    page.click("link", "Ask the next question").await?;
    page.see("heading", "Which country would they use it in?").await
}

#[tokio::test]
async fn a_consent_is_recorded_and_goes_along() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.see_text("Consent: none on record").await?;
    page.click("button", "They agree").await?;
    page.see_text("Agreed to be kept and written to").await?;
    page.gone_text("Consent: none on record").await?;
    page.reload().await?;
    page.see("heading", "Mina Okafor · Northwind Clinics").await?;
    page.see_text("Consent: given").await
}

#[tokio::test]
async fn what_everything_is_there_for_is_moved_to_in_one_step() -> Result<()> {
    let page = workspace().await?;
    ready_for_opportunity(&page).await?;
    to_contact(&page).await?;
    page.click("button", "Move straight to Opportunity · Qualifying").await?;
    page.see("dialog", "Move to Opportunity · Qualifying").await?;
    page.click("button", "Move to Opportunity · Qualifying").await?;
    page.see("heading", "Chance to win").await?;
    page.see("heading", "What is missing for Discovery").await
}

#[tokio::test]
async fn a_poor_fit_is_warned_of_with_why() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.gone_text("A poor fit.").await?;
    page.click("button", "Ask next question").await?;
    page.fill("textbox", "How many people work there?", "3").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.see_text("Why we say no:").await?;
    to_contact(&page).await?;
    page.see_text("A poor fit.").await?;
    page.see_text("A lighter tool will serve you better today.").await
}
