//! Learning: words and differences, a made-up contact decided on, a misstep followed to its contacts.

use crate::steps::{add_contact, workspace};
use ripen_e2e::{Key, Result};

#[tokio::test]
async fn a_made_up_contact_is_decided_on_and_nothing_is_stored() -> Result<()> {
    let page = workspace().await?;
    page.click("link", "Learn").await?;
    page.see_focused("heading", "Glossary").await?;
    page.see("heading", "Stages of an opportunity").await?;
    page.click("link", "What’s the difference?").await?;
    page.see_focused("heading", "What’s the difference?").await?;
    page.see("columnheader", "Opportunity").await?;
    page.see("rowheader", "Qualification done").await?;

    page.click("link", "Practice").await?;
    page.see_focused("heading", "Practice").await?;
    page.see_text("Contact 1 of 8").await?;
    page.click("button", "Opportunity").await?;
    page.see_focused("heading", "Not quite. The answer is: Lead").await?;
    page.see_text("0 of 1 right").await?;
    page.see_text("Lead → Prospect: 3 of 6 met").await?;
    page.click("button", "Next contact").await?;
    page.see_text("Contact 2 of 8").await?;
    // The second one without a mouse.
    page.tab_to("button", "Knock-out: it does not fit", 9).await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "Right: Knock-out").await?;
    page.see_text("1 of 2 right").await?;
    page.see_text("A lighter tool will serve you better today.").await?;

    page.goto("index.html#/contacts").await?;
    page.see("heading", "No contacts yet").await
}

#[tokio::test]
async fn a_misstep_leads_to_the_contacts_behind_it() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/learn/missteps").await?;
    page.see("heading", "No contacts yet").await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    add_contact(&page, "Tom Reyes", "Harbour Dental").await?;
    page.click("button", "Set the next step").await?;
    page.fill("textbox", "What is next?", "Call about the pilot").await?;
    page.fill("date", "Due", "2030-01-15").await?;
    page.click("button", "Set it").await?;
    page.see_text("Call about the pilot").await?;

    page.click("link", "Learn").await?;
    page.click("link", "Common missteps").await?;
    page.see("heading", "No next step").await?;
    page.see_text("1 of 2 open contacts").await?;
    page.click("link", "Show the contact : No next step").await?;
    page.see_text("Misstep: No next step").await?;
    page.see_text("1 of 2 contacts").await?;
    page.see("link", "Mina Okafor").await?;
    page.gone("link", "Tom Reyes").await?;
    page.reload().await?;
    page.see_text("1 of 2 contacts").await?;
    page.click("button", "Remove the misstep filter").await?;
    page.see("link", "Tom Reyes").await
}

#[tokio::test]
async fn common_mistakes_stand_beside_the_question() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    let contact = page.address().await?;
    let (_, contact) = contact.split_once('#').unwrap_or_default();
    page.goto(&format!("index.html#{contact}/ask/pain")).await?;
    page.see("heading", "Do they have a problem the product solves?").await?;
    page.click("button", "Common mistakes").await?;
    page.see_text("Taking a download or a demo request for pain.").await
}
